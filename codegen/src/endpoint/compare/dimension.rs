//! A parameter, and the values that it is given.

use super::super::evaluate::function::global_regions;
use super::super::rules::{BuiltIn, Parameter, ParameterType, Value};
use super::literals::Literals;
use super::space::Side;
use std::collections::BTreeMap;

/// How many values of tests are in the grid.
const OF_TESTS: usize = 16;

/// A parameter of one side or both, and the values that it is given. What it isn't given is the value of number 0.
#[derive(Default)]
pub(super) struct Dimension<'a> {
    old: Option<&'a Parameter>,
    new: Option<&'a Parameter>,
    values: Vec<Value>,
    numbers: BTreeMap<Value, u32>,
    /// How many of the values are from tests.
    of_tests: usize,
    /// How many values of it are in the grid, 0 included.
    pub(super) width: u32,
}

impl<'a> Dimension<'a> {
    /// The parameter, as a side has it.
    pub(super) fn of(&self, side: Side) -> Option<&'a Parameter> {
        match side {
            Side::Old => self.old,
            Side::New => self.new,
        }
    }

    /// Says how a side has the parameter.
    pub(super) fn set(&mut self, side: Side, parameter: &'a Parameter) {
        match side {
            Side::Old => self.old = Some(parameter),
            Side::New => self.new = Some(parameter),
        }
    }

    /// What it is called.
    pub(super) fn name(&self) -> &'a str {
        self.new.or(self.old).map_or("", |parameter| parameter.name.as_str())
    }

    /// The value of a number.
    pub(super) fn value(&self, number: u32) -> Option<&Value> {
        self.values.get(usize::try_from(number.checked_sub(1)?).ok()?)
    }

    /// The number of a value. Who gives the default gives nothing.
    pub(super) fn number(&self, value: &Value) -> Option<u32> {
        if self.is_default(value) { Some(0) } else { self.numbers.get(value).copied() }
    }

    /// Whether a value is the default of every side that has the parameter.
    fn is_default(&self, value: &Value) -> bool {
        [self.old, self.new].into_iter().flatten().all(|parameter| parameter.default.as_ref() == Some(value))
    }

    /// The number of the value that other parameters are tried with: one that rules need is set.
    pub(super) fn base(&self) -> u32 {
        let is_needed = |parameter: &Parameter| {
            parameter.built_in == Some(BuiltIn::Region) || parameter.required && parameter.default.is_none()
        };
        u32::from([self.old, self.new].into_iter().flatten().any(is_needed))
    }

    /// Takes up the values that the rules tell apart.
    pub(super) fn add_values(&mut self, literals: [&Literals<'_>; 2]) {
        let sides = [self.old, self.new];
        let Some(parameter) = self.new.or(self.old) else { return };
        if parameter.built_in == Some(BuiltIn::Region) {
            global_regions().for_each(|region| self.add_text(region));
        }
        for (side, literals) in sides.into_iter().zip(literals) {
            let Some(side) = side else { continue };
            if let Some(default) = &side.default {
                self.add(default.clone());
            }
            let literals = literals.get(side.field.as_str());
            literals.into_iter().flatten().for_each(|literal| self.add_text(literal));
        }
        let others = match parameter.ty {
            ParameterType::Boolean => vec![Value::Boolean(true), Value::Boolean(false)],
            ParameterType::String => vec![Value::String(any_other(parameter.built_in).to_owned())],
            ParameterType::StringArray => vec![Value::StringArray(vec![any_other(None).to_owned()])],
        };
        for value in others {
            self.add(value);
        }
        self.width = u32::try_from(self.values.len() + 1).unwrap_or(u32::MAX);
    }

    /// Takes up a value that a test gives, the first few of them into the grid.
    pub(super) fn add_of_test(&mut self, value: &Value) {
        if self.add(value.clone()) {
            self.of_tests += 1;
            self.width += u32::from(self.of_tests <= OF_TESTS);
        }
    }

    fn add_text(&mut self, text: &str) {
        self.add(Value::String(text.to_owned()));
    }

    /// Takes up a value; false if it is known, or the default.
    fn add(&mut self, value: Value) -> bool {
        let number = u32::try_from(self.values.len() + 1).unwrap_or(u32::MAX);
        let is_new = !self.is_default(&value) && !self.numbers.contains_key(&value);
        if is_new {
            self.numbers.insert(value.clone(), number);
            self.values.push(value);
        }
        is_new
    }
}

/// A value that is no literal of any rules.
fn any_other(built_in: Option<BuiltIn>) -> &'static str {
    match built_in {
        Some(BuiltIn::Endpoint) => "https://example.com",
        Some(BuiltIn::AccountId) => "123456789012",
        _ => "other",
    }
}

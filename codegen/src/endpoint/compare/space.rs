//! All inputs that two rule sets can be given.

use super::super::evaluate::{Params, is_of};
use super::super::rules::{BuiltIn, ParameterType, Value};
use super::super::{EndpointTest, RuleSet};
use super::dimension::Dimension;
use super::literals::literals;
use std::collections::{BTreeMap, BTreeSet};

/// How many tests of a side are tried.
const TESTS: usize = 2_000;

/// One of the two rule sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Side {
    Old,
    New,
}

const SIDES: [Side; 2] = [Side::Old, Side::New];

/// What every parameter is given: the number of a value for each dimension.
pub(super) type Input = Vec<u32>;

/// The parameters of two rule sets, and the values to try.
pub(super) struct Space<'a> {
    pub(super) dimensions: Vec<Dimension<'a>>,
    /// The inputs of the tests.
    pub(super) tests: Vec<Input>,
}

/// What makes a parameter the same on both sides: clients set those with a built-in by that.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Identity<'a> {
    BuiltIn(BuiltIn, ParameterType),
    Name(&'a str, ParameterType),
}

impl<'a> Space<'a> {
    /// The space of two rule sets, old and new.
    pub(super) fn new(rules: [&'a RuleSet; 2], tests: [&'a [EndpointTest]; 2]) -> Self {
        let mut dimensions = dimensions(rules);
        let literals = rules.map(literals);
        let [old, new] = &literals;
        dimensions.iter_mut().for_each(|dimension| dimension.add_values([old, new]));
        let mut space = Space { dimensions, tests: Vec::new() };
        for (side, tests) in SIDES.into_iter().zip(tests) {
            space.add_tests(side, tests);
        }
        space
    }

    fn add_tests(&mut self, side: Side, tests: &[EndpointTest]) {
        let index = self.dimensions.iter().enumerate();
        let index = index.filter_map(|(index, dimension)| Some((dimension.of(side)?.name.as_str(), index)));
        let index: BTreeMap<&str, usize> = index.collect();
        let tests = || tests.iter().step_by(tests.len() / TESTS + 1);
        for (name, value) in tests().flat_map(|test| &test.params) {
            if let Some(dimension) = self.known(&index, side, name, value) {
                dimension.add_of_test(value);
            }
        }
        for test in tests() {
            let mut input = vec![0; self.dimensions.len()];
            for (name, value) in &test.params {
                let number = self.known(&index, side, name, value).and_then(|dimension| dimension.number(value));
                let place = index.get(name.as_str()).and_then(|index| input.get_mut(*index));
                if let (Some(place), Some(number)) = (place, number) {
                    *place = number;
                }
            }
            self.tests.push(input);
        }
    }

    /// The dimension of the parameter that a test gives a value, if that is of its type.
    fn known(
        &mut self,
        index: &BTreeMap<&str, usize>,
        side: Side,
        name: &str,
        value: &Value,
    ) -> Option<&mut Dimension<'a>> {
        let dimension = self.dimensions.get_mut(*index.get(name)?)?;
        let parameter = dimension.of(side)?;
        is_of(value, parameter.ty).then_some(dimension)
    }

    /// What an input gives a side's parameters.
    pub(super) fn params(&self, input: &Input, side: Side) -> Params<'_> {
        let given = self.dimensions.iter().zip(input);
        given.filter_map(|(of, number)| Some((of.of(side)?.name.as_str(), of.value(*number)?))).collect()
    }

    /// Whether an input sets a parameter that only the new side has.
    pub(super) fn sets_new(&self, input: &Input) -> bool {
        let mut given = self.dimensions.iter().zip(input);
        given.any(|(of, number)| *number > 0 && of.of(Side::Old).is_none())
    }

    /// How many parameters an input sets.
    pub(super) fn count(&self, input: &Input) -> usize {
        input.iter().filter(|number| **number > 0).count()
    }
}

fn dimensions<'a>(rules: [&'a RuleSet; 2]) -> Vec<Dimension<'a>> {
    let mut dimensions: Vec<Dimension<'a>> = Vec::new();
    let mut known = BTreeMap::new();
    for (side, rules) in SIDES.into_iter().zip(rules) {
        let mut taken = BTreeSet::new();
        for parameter in &rules.parameters {
            let ty = parameter.ty;
            // Of several with one built-in, the others are known by their names.
            let identity = match parameter.built_in {
                Some(built_in) if taken.insert(built_in) => Identity::BuiltIn(built_in, ty),
                _ => Identity::Name(&parameter.name, ty),
            };
            let next = dimensions.len();
            let index = *known.entry(identity).or_insert(next);
            if index == next {
                dimensions.push(Dimension::default());
            }
            if let Some(dimension) = dimensions.get_mut(index) {
                dimension.set(side, parameter);
            }
        }
    }
    dimensions
}

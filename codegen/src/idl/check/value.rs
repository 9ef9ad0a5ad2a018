//! Values of traits, against the shapes that define the traits (Smithy 2.0, "Trait node values").

use super::{Checker, a};
use crate::ast::{Shape, Trait};
use serde_json::Value;
use std::collections::BTreeSet;

impl<'a> Checker<'a> {
    /// A trait's value.
    pub(super) fn value(&mut self, shape: &str, id: &str, definition: &'a Shape, applied: &Trait) {
        if let Err(Mismatch { path, problem }) = self.fits(definition, &applied.value) {
            let name = id.rsplit('#').next().unwrap_or(id);
            let place = if path.is_empty() { String::new() } else { format!(", at `{}`,", path.join(".")) };
            let problem = format!("has a `@{name}` whose value{place} {problem}");
            self.wrong(applied.span, shape, problem, format!("write what `{id}` is defined to be"));
        }
    }

    fn fits(&self, shape: &'a Shape, value: &Value) -> Result<(), Mismatch> {
        let is_right = match shape.kind.as_str() {
            "document" => return Ok(()),
            "string" | "blob" | "enum" => value.is_string(),
            "boolean" => value.is_boolean(),
            "byte" | "short" | "integer" | "long" | "intEnum" => is_whole(value),
            // What JSON has no number for, and what it would round, stands in quotes.
            "float" | "double" => value.is_number() || matches!(value.as_str(), Some("NaN" | "Infinity" | "-Infinity")),
            "bigInteger" => {
                is_whole(value) || value.as_str().is_some_and(|text| text.parse::<f64>().is_ok_and(f64::is_finite))
            }
            "bigDecimal" => value.is_number() || value.as_str().is_some_and(|text| text.parse::<f64>().is_ok()),
            "timestamp" => value.is_number() || value.is_string(),
            "list" | "set" => value.is_array(),
            "structure" | "map" => value.is_object(),
            "union" => value.as_object().is_some_and(|entries| entries.len() == 1),
            kind => return Err(format!("would be {}, and traits aren't", a(kind)).into()),
        };
        if !is_right {
            let form = if shape.kind == "union" { "an object with one entry".to_owned() } else { a(&shape.kind) };
            return Err(format!("is {} and should be {form}", shown(value)).into());
        }
        match value {
            Value::String(text) => self.text(shape, text),
            Value::Number(_) => self.number(shape, value),
            Value::Array(items) => self.items(shape, items),
            Value::Object(entries) if shape.kind == "map" => self.entries(shape, entries),
            Value::Object(entries) => self.members_of(shape, entries),
            _ => Ok(()),
        }
    }

    fn text(&self, shape: &Shape, text: &str) -> Result<(), Mismatch> {
        if shape.kind == "enum" && shape.references("mixins").next().is_none() {
            let value = |member: &crate::ast::Member| match member.traits.get("enumValue") {
                Some(value) => value.value.as_str().unwrap_or_default().to_owned(),
                None => member.name.clone(),
            };
            let values: Vec<String> = shape.members.iter().map(value).collect();
            if !values.iter().any(|value| value == text) {
                return Err(format!("is {text:?} and should be one of {}", values.join(", ")).into());
            }
        }
        length(shape, text.chars().count())
    }

    fn number(&self, shape: &Shape, value: &Value) -> Result<(), Mismatch> {
        let bits = match shape.kind.as_str() {
            "byte" => 8,
            "short" => 16,
            "integer" | "intEnum" => 32,
            "long" => 64,
            _ => 0,
        };
        let most = 2_f64.powi(bits - 1);
        let number = value.as_f64().unwrap_or_default();
        let range = shape.traits.get("range");
        let bound = |name| range.and_then(|range| range.value.get(name)?.as_f64());
        let is_outside = bits > 0 && !(-most..most).contains(&number)
            || bound("min").is_some_and(|min| number < min)
            || bound("max").is_some_and(|max| number > max);
        if is_outside { Err(format!("is {value}, which is out of range").into()) } else { Ok(()) }
    }

    fn items(&self, shape: &Shape, items: &[Value]) -> Result<(), Mismatch> {
        length(shape, items.len())?;
        let member = shape.member("member").and_then(|member| self.shape(&member.target));
        let is_sparse = shape.traits.has("sparse");
        for (at, item) in items.iter().enumerate() {
            if let Some(member) = member.filter(|_| !(is_sparse && item.is_null())) {
                self.fits(member, item).map_err(|mismatch| mismatch.within(at.to_string()))?;
            }
        }
        let mut seen = BTreeSet::new();
        let is_set = shape.kind == "set" || shape.traits.has("uniqueItems");
        match items.iter().find(|item| is_set && !seen.insert(item.to_string())) {
            Some(item) => Err(format!("has {} twice", shown(item)).into()),
            None => Ok(()),
        }
    }

    fn entries(&self, shape: &Shape, entries: &serde_json::Map<String, Value>) -> Result<(), Mismatch> {
        length(shape, entries.len())?;
        let of = |name| shape.member(name).and_then(|member| self.shape(&member.target));
        let (key, target, is_sparse) = (of("key"), of("value"), shape.traits.has("sparse"));
        for (name, value) in entries {
            let within = |mismatch: Mismatch| mismatch.within(name.clone());
            if let Some(key) = key {
                self.text(key, name).map_err(within)?;
            }
            if let Some(target) = target.filter(|_| !(is_sparse && value.is_null())) {
                self.fits(target, value).map_err(within)?;
            }
        }
        Ok(())
    }

    /// A structure's or union's members. Ones that it doesn't have are for newer readers.
    fn members_of(&self, shape: &Shape, entries: &serde_json::Map<String, Value>) -> Result<(), Mismatch> {
        for member in &shape.members {
            match entries.get(&member.name) {
                Some(value) => {
                    if let Some(target) = self.shape(&member.target) {
                        self.fits(target, value).map_err(|mismatch| mismatch.within(member.name.clone()))?;
                    }
                }
                None if member.traits.has("required") && !member.traits.has("default") => {
                    return Err(format!("lacks `{}`", member.name).into());
                }
                None => {}
            }
        }
        if let Some(name) = entries.keys().find(|name| shape.kind == "union" && shape.member(name).is_none()) {
            return Err(format!("has `{name}`, which the union doesn't have").into());
        }
        Ok(())
    }
}

fn is_whole(value: &Value) -> bool {
    value.is_i64() || value.is_u64() || value.as_f64().is_some_and(|number| number.fract() == 0.0)
}

fn length(shape: &Shape, length: usize) -> Result<(), Mismatch> {
    let bound = |name| shape.traits.get("length").and_then(|found| found.value.get(name)?.as_u64());
    let length = length as u64;
    if bound("min").is_some_and(|min| length < min) {
        return Err("is too short".to_owned().into());
    }
    if bound("max").is_some_and(|max| length > max) {
        return Err("is too long".to_owned().into());
    }
    Ok(())
}

/// A value in a message.
fn shown(value: &Value) -> String {
    match value {
        Value::Null => "left out".to_owned(),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
        _ => value.to_string().chars().take(60).collect(),
    }
}

/// Where within a value what is wrong.
struct Mismatch {
    path: Vec<String>,
    problem: String,
}

impl Mismatch {
    fn within(mut self, name: String) -> Self {
        self.path.insert(0, name);
        self
    }
}

impl From<String> for Mismatch {
    fn from(problem: String) -> Self {
        Mismatch { path: Vec::new(), problem }
    }
}

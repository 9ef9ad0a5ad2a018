//! Constraints that nothing fits (Smithy 2.0, "Constraint traits").

use super::Rules;
use crate::ast::{Shape, Traits};
use serde_json::Value;
use std::collections::BTreeSet;

impl<'m> Rules<'_, '_, 'm> {
    pub(super) fn constraints(&mut self, shape: &'m Shape) {
        self.bounds(shape.id.as_str(), &shape.kind, &shape.traits);
        for member in &shape.members {
            let kind = self.kind(&member.target).unwrap_or("double");
            self.bounds(&format!("{}${}", shape.id, member.name), kind, &member.traits);
        }
    }

    fn bounds(&mut self, name: &str, kind: &str, traits: &Traits) {
        for (id, event) in [("length", "LengthTrait"), ("range", "RangeTrait")] {
            let Some(found) = traits.get(id) else { continue };
            let bound = |end| found.value.get(end).and_then(Value::as_f64);
            if let (Some(min), Some(max)) = (bound("min"), bound("max"))
                && min > max
            {
                let problem = format!("has a `@{id}` whose `min` is greater than its `max`");
                self.wrong(event, found.span, name, problem, "exchange the two, or correct one");
            }
            for end in ["min", "max"] {
                let Some(value) = bound(end) else { continue };
                let problem = match id {
                    "length" if value < 0.0 => "is negative",
                    "range" if value.fract() != 0.0 && !matches!(kind, "float" | "double" | "bigDecimal") => {
                        "has a fraction, which its numbers can't have"
                    }
                    _ => continue,
                };
                let problem = format!("has a `@{id}` whose `{end}` {problem}");
                self.wrong(event, found.span, name, problem, "correct it");
            }
        }
    }

    /// The values and names of Smithy 1.0's `@enum`.
    pub(super) fn enumeration(&mut self, shape: &Shape) {
        let Some(found) = shape.traits.get("enum") else { return };
        let values = found.value.as_array().map(Vec::as_slice).unwrap_or_default();
        for key in ["value", "name"] {
            let mut known = BTreeSet::new();
            let all = values.iter().filter_map(|value| value.get(key)?.as_str());
            for twice in all.filter(|text| !known.insert(*text)) {
                let problem = format!("has the {key} {twice:?} twice");
                self.wrong("EnumTrait", found.span, shape.id.as_str(), problem, "rename or remove one of the two");
            }
            let is_named = values.iter().any(|value| value.get("name").is_some());
            let without = values.iter().find(|value| is_named && value.get("name").is_none());
            if let Some(without) = without.filter(|_| key == "name") {
                let value = without.get("value").and_then(Value::as_str).unwrap_or_default();
                let problem = format!("has a value without a name, {value:?}, and others have one");
                self.wrong("EnumTrait", found.span, shape.id.as_str(), problem, "name all of them, or none");
            }
        }
    }
}

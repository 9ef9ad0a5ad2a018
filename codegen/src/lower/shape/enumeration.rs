//! Enums.

use crate::ast::{Member, Shape};
use crate::ir::{Enum, EnumValues, Variant};
use crate::lower::facts::Facts;
use crate::lower::problems::Problems;
use crate::lower::{check, documentation};
use crate::names;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Display;

/// The enums in the closure, by name.
pub(crate) fn enums(facts: &Facts, problems: &mut Problems) -> Vec<Enum> {
    let shapes = facts.closure().map(|(shape, _)| shape);
    let shapes = shapes.filter(|shape| matches!(shape.kind.as_str(), "enum" | "intEnum"));
    let mut lowered: Vec<Enum> = shapes.map(|shape| enumeration(facts, shape, problems)).collect();
    lowered.sort_by(|a, b| a.name.cmp(&b.name));
    lowered
}

fn enumeration(facts: &Facts, shape: &Shape, problems: &mut Problems) -> Enum {
    if shape.members.is_empty() {
        problems.of(shape, "is an enum without values", "give it at least one");
    }
    check::variants(shape, problems);
    let values = if shape.kind == "enum" {
        EnumValues::Text(variants(facts, shape, text_value, "a string", problems))
    } else {
        EnumValues::Int(variants(facts, shape, int_value, "a whole number of 32 bits", problems))
    };
    let deprecated = shape.traits.deprecated();
    Enum {
        name: names::type_name(shape.id.name()),
        docs: documentation::of("enum", shape, &facts.glossary, problems),
        values,
        deprecated,
    }
}

fn variants<T: Clone + Ord + Display>(
    facts: &Facts,
    shape: &Shape,
    value_of: impl Fn(&Member) -> Option<T>,
    expected: &str,
    problems: &mut Problems,
) -> Vec<Variant<T>> {
    let mut values = BTreeSet::new();
    let mut variants = Vec::new();
    for member in &shape.members {
        let name = format!("{}${}", shape.id, member.name);
        let docs = documentation::of_value(facts, &name, member, problems);
        let found = member.traits.get("enumValue");
        let span = found.map_or(member.span, |found| found.span);
        let Some(value) = value_of(member) else {
            let problem = match found {
                None => "has no `smithy.api#enumValue`".to_owned(),
                Some(_) => format!("has a `smithy.api#enumValue` that is not {expected}"),
            };
            problems.at(span, &name, problem, format!("give it {expected} as `smithy.api#enumValue`"));
            continue;
        };
        if !values.insert(value.clone()) {
            let problem = format!("has the value `{value}`, and so has another member");
            problems.at(span, &name, problem, "correct or remove one of the two");
        }
        let deprecated = member.traits.deprecated();
        variants.push(Variant { name: names::variant_name(&member.name), docs, value, deprecated });
    }
    variants
}

/// A member without a value stands for its own name.
fn text_value(member: &Member) -> Option<String> {
    match member.traits.get("enumValue").map(|found| &found.value) {
        None => Some(member.name.clone()),
        Some(Value::String(value)) => Some(value.clone()),
        Some(_) => None,
    }
}

fn int_value(member: &Member) -> Option<i32> {
    member.traits.get("enumValue")?.value.as_i64()?.try_into().ok()
}

//! The types that the model's shapes have in a path.

use crate::ast::ShapeId;
use crate::ir::Role;
use crate::ir::path::{ListType, MapType, TextForm, ValueType};
use crate::lower::facts::Facts;

/// How deep lists and maps may hold each other; what lies deeper is opaque to paths.
const DEPTH: usize = 32;

/// The type of a shape's values, as a list holds them.
pub(super) fn type_of(facts: &Facts, target: &ShapeId) -> ValueType {
    type_at(facts, target, DEPTH)
}

fn type_at(facts: &Facts, target: &ShapeId, depth: usize) -> ValueType {
    let shape = facts.targets.get(target);
    let inner = |part: &str| {
        let member = shape?.member(part)?;
        Some(type_at(facts, &member.target, depth.checked_sub(1)?))
    };
    let sparse = shape.is_some_and(|shape| shape.traits.has("sparse"));
    match facts.targets.kind(target).as_str() {
        "string" | "enum" => ValueType::Text(TextForm::Owned),
        "boolean" => ValueType::Bool,
        "byte" => ValueType::Int(Some("i8")),
        "short" => ValueType::Int(Some("i16")),
        "integer" | "intenum" => ValueType::Int(Some("i32")),
        "long" => ValueType::Int(Some("i64")),
        "float" | "double" => ValueType::Float,
        // Whether requests alone hold it makes no difference to its members.
        "structure" => ValueType::Structure(target.as_str().to_owned(), Role::Shared),
        "union" => ValueType::Union(target.as_str().to_owned()),
        "list" | "set" => inner("member")
            .map_or(ValueType::Opaque, |item| ValueType::List(Box::new(ListType { item, sparse, stored: true }))),
        "map" => inner("value").map_or(ValueType::Opaque, |value| ValueType::Map(Box::new(MapType { value, sparse }))),
        _ => ValueType::Opaque,
    }
}

/// A type in words.
pub(crate) fn named(ty: &ValueType) -> String {
    match ty {
        ValueType::Text(_) => "a string".to_owned(),
        ValueType::Bool => "a boolean".to_owned(),
        ValueType::Int(_) | ValueType::Float => "a number".to_owned(),
        ValueType::Structure(id, _) => format!("the structure `{}`", ShapeId::new(id.as_str()).name()),
        ValueType::Union(id) => format!("the union `{}`", ShapeId::new(id.as_str()).name()),
        ValueType::List(_) => "a list".to_owned(),
        ValueType::Map(_) => "a map".to_owned(),
        ValueType::Opaque => "a timestamp, blob or document".to_owned(),
        ValueType::Null => "`null`".to_owned(),
        ValueType::Both => "input and output together".to_owned(),
    }
}

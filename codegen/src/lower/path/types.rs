//! The types that the model's shapes have in a path.

use super::super::Lowering;
use crate::ast::{Member, Shape, ShapeId};
use crate::ir::Role;
use crate::ir::path::{ListType, MapType, TextForm, ValueType};

/// How deep lists and maps may hold each other; what lies deeper is opaque to paths.
const DEPTH: usize = 32;

impl<'m> Lowering<'m> {
    /// The member of a structure or union.
    pub(super) fn shape_member(&self, id: &str, name: &str) -> Option<(&'m Shape, &'m Member)> {
        let shape = self.model.shapes.get(&ShapeId::new(id))?;
        Some((shape, shape.member(name)?))
    }

    /// The type of a shape's values, as a list holds them.
    pub(super) fn type_of(&self, target: &ShapeId) -> ValueType {
        self.type_at(target, DEPTH)
    }

    fn type_at(&self, target: &ShapeId, depth: usize) -> ValueType {
        let shape = self.model.shapes.get(target);
        let kind = match shape {
            Some(shape) => shape.kind.clone(),
            None => {
                let prelude = target.name();
                prelude.strip_prefix("Primitive").unwrap_or(prelude).to_lowercase()
            }
        };
        let inner = |part: &str| {
            let member = shape?.member(part)?;
            Some(self.type_at(&member.target, depth.checked_sub(1)?))
        };
        let sparse = shape.is_some_and(|shape| shape.traits.has("sparse"));
        match kind.as_str() {
            "string" | "enum" => ValueType::Text(TextForm::Owned),
            "boolean" => ValueType::Bool,
            "byte" => ValueType::Int(Some("i8")),
            "short" => ValueType::Int(Some("i16")),
            "integer" | "intEnum" => ValueType::Int(Some("i32")),
            "long" => ValueType::Int(Some("i64")),
            "float" | "double" => ValueType::Float,
            "structure" => ValueType::Structure(target.as_str().to_owned(), self.role_of(target)),
            "union" => ValueType::Union(target.as_str().to_owned()),
            "list" | "set" => inner("member")
                .map_or(ValueType::Opaque, |item| ValueType::List(Box::new(ListType { item, sparse, stored: true }))),
            "map" => {
                inner("value").map_or(ValueType::Opaque, |value| ValueType::Map(Box::new(MapType { value, sparse })))
            }
            _ => ValueType::Opaque,
        }
    }

    fn role_of(&self, structure: &ShapeId) -> Role {
        self.roles.get(structure).copied().unwrap_or(Role::Shared)
    }
}

/// A type in words.
pub(in crate::lower) fn named(ty: &ValueType) -> String {
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

//! Shapes that become something else.

use super::keep::all_traits;
use super::unplaced;
use crate::ast::{Model, SIMPLE, ShapeId, Traits};
use crate::diagnostic::Diagnostic;
use serde_json::json;
use std::collections::BTreeMap;

/// Gives shapes other types, as far as one can become the other.
pub(super) fn types(model: &mut Model, types: &BTreeMap<String, String>) -> Result<(), Diagnostic> {
    for (id, to) in types {
        let Some(shape) = model.shapes.get_mut(&ShapeId::new(id.as_str())) else {
            let problem =
                format!("a transform of smithy-build.json changes the type of `{id}`, which the model doesn't have");
            return Err(unplaced(problem, "name a shape that it has, or remove it from `shapeTypes`"));
        };
        let is_simple = |kind: &str| SIMPLE.contains(&kind);
        match (shape.kind.as_str(), to.as_str()) {
            (from, to) if from == to => {}
            // A string with values is an enum by now.
            ("list", "set") => shape.traits.add("smithy.api#uniqueItems", json!({})),
            ("structure", "union") | ("union", "structure") => shape.kind.clone_from(to),
            (from, _) if is_simple(from) && is_simple(to) => shape.kind.clone_from(to),
            (from, _) => {
                let problem = format!("is a {from}, which a transform of smithy-build.json would make a {to}");
                let remedy =
                    "change simple types into each other, a structure into a union or back, or a list into a set";
                return Err(Diagnostic::at(shape.span, id.as_str(), problem, remedy));
            }
        }
    }
    Ok(())
}

/// Lets callers leave out tokens that have to be sent: one is made for them.
pub(super) fn optional_tokens(model: &mut Model) {
    let is_meant = |traits: &&mut Traits| traits.has("idempotencyToken") && traits.has("required");
    for traits in all_traits(model).filter(is_meant) {
        traits.add("smithy.api#clientOptional", json!({}));
    }
}

//! What shapes need of each other.

use super::keep::has_tag;
use super::remove::remove;
use crate::ast::{Model, Shape, ShapeId};
use serde_json::Value;
use std::collections::BTreeSet;

/// These shapes, and whatever they refer to, directly or through others.
pub(super) fn closure(model: &Model, from: impl IntoIterator<Item = ShapeId>) -> BTreeSet<ShapeId> {
    let mut left: Vec<ShapeId> = from.into_iter().collect();
    let mut found = BTreeSet::new();
    while let Some(id) = left.pop() {
        let Some(shape) = model.shapes.get(&id) else { continue };
        if found.insert(id) {
            left.extend(neighbors(shape));
        }
    }
    found
}

/// What a shape refers to.
fn neighbors(shape: &Shape) -> impl Iterator<Item = ShapeId> {
    let members = shape.members.iter().map(|member| member.target.clone());
    let references = shape.references.iter().map(|(_, reference)| reference.target.clone());
    let described = shape.values.iter().filter(|(property, _)| *property != "rename");
    let described = described.filter_map(|(_, value)| value.as_object()).flat_map(|entries| entries.values());
    let described = described.filter_map(|value| value.get("target").and_then(Value::as_str)).map(ShapeId::new);
    members.chain(references).chain(described)
}

/// Keeps only what services need, what has one of these tags, and the definitions of traits that these have.
pub(super) fn keep_used(model: &mut Model, exported: &[String]) {
    let roots = model.shapes.values().filter(|shape| shape.kind == "service" || has_tag(&shape.traits, exported));
    let mut used = closure(model, roots.map(|shape| shape.id.clone()));
    loop {
        let traits = used.iter().filter_map(|id| model.shapes.get(id)).flat_map(|shape| {
            let members = shape.members.iter().map(|member| &member.traits);
            members.chain([&shape.traits]).flat_map(|traits| traits.0.keys())
        });
        let traits: Vec<ShapeId> = traits.map(|id| ShapeId::new(id.as_str())).collect();
        let known = used.len();
        let from: Vec<ShapeId> = used.into_iter().chain(traits).collect();
        used = closure(model, from);
        if used.len() == known {
            break;
        }
    }
    let unused = model.shapes.keys().filter(|id| !used.contains(*id)).cloned().collect();
    remove(model, unused);
}

/// Removes the definitions of traits that have none of these tags, but for protocols and schemes of authentication. The traits
/// stay where they are applied.
pub(super) fn remove_definitions(model: &mut Model, exported: &[String]) {
    // What says that a trait is a protocol, or how callers say who they are, decides what is generated.
    let decides = |shape: &Shape| shape.traits.has("authDefinition") || shape.traits.has("protocolDefinition");
    let is_kept = |shape: &Shape| !shape.traits.has("trait") || decides(shape) || has_tag(&shape.traits, exported);
    model.shapes.retain(|_, shape| is_kept(shape));
}

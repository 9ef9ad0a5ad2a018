//! Shapes that are taken out of a model, and with them whatever is nothing without them.

use crate::ast::{Model, Shape, ShapeId, Traits};
use serde_json::Value;
use std::collections::BTreeSet;

/// Types whose members can be taken out one by one.
const WITH_NAMED_MEMBERS: &[&str] = &["structure", "union", "enum", "intEnum"];

/// Keeps only shapes and members that are as asked for, by the shape's ID, the member's name, the type and the traits.
pub(super) fn retain(model: &mut Model, keeps: impl Fn(&ShapeId, Option<&str>, &str, &Traits) -> bool) {
    for shape in model.shapes.values_mut().filter(|shape| WITH_NAMED_MEMBERS.contains(&shape.kind.as_str())) {
        // A type and a namespace are a shape's: a member is as its shape there.
        let Shape { id, kind, members, .. } = shape;
        members.retain(|member| keeps(id, Some(&member.name), kind, &member.traits));
    }
    let gone = model.shapes.values().filter(|shape| !keeps(&shape.id, None, &shape.kind, &shape.traits));
    let gone = gone.map(|shape| shape.id.clone()).collect();
    remove(model, gone);
}

/// Removes shapes; the members of structures and unions that target them; lists and maps of them, and what targets these;
/// and all that refers to them. Of a trait's definition, also where the trait is applied.
pub(super) fn remove(model: &mut Model, shapes: BTreeSet<ShapeId>) {
    let mut gone = BTreeSet::new();
    let mut next = shapes;
    while !next.is_empty() {
        model.shapes.retain(|id, _| !next.contains(id));
        let mut broken = BTreeSet::new();
        for shape in model.shapes.values_mut() {
            let is_list = ["list", "set", "map"].contains(&shape.kind.as_str());
            if is_list && shape.members.iter().any(|member| next.contains(&member.target)) {
                broken.insert(shape.id.clone());
            }
            shape.members.retain(|member| !next.contains(&member.target));
            shape.references.retain(|(_, reference)| !next.contains(&reference.target));
            forget(shape, &next);
        }
        gone.append(&mut next);
        next = broken;
    }
    let is_gone = |id: &str| gone.contains(&ShapeId::new(id));
    for traits in super::keep::all_traits(model) {
        traits.0.retain(|id, _| !is_gone(id));
    }
}

/// Removes what a service or resource says of shapes beside its references.
fn forget(shape: &mut Shape, gone: &BTreeSet<ShapeId>) {
    let is_gone = |id: &str| gone.contains(&ShapeId::new(id));
    for (property, value) in &mut shape.values {
        let Value::Object(entries) = value else { continue };
        if property == "rename" {
            entries.retain(|id, _| !is_gone(id));
        } else {
            entries.retain(|_, value| !value.get("target").and_then(Value::as_str).is_some_and(is_gone));
        }
    }
    shape.values.retain(|_, value| value.as_object().is_none_or(|entries| !entries.is_empty()));
}

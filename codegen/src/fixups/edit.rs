//! What corrections do to a model. Each function says whether there was anything to do.

use crate::ast::{Member, Model, Shape, ShapeId, Traits};
use crate::traits::HEADERS;
use serde_json::{Value, json};

/// Gives every request of a service a header; `false` if each operation has it already, or if there is no value.
pub(super) fn add_header(model: &mut Model, service: &str, name: &str, value: fn(&Shape) -> Option<String>) -> bool {
    let is_header = |text: Option<String>| text.is_some_and(|text| text.eq_ignore_ascii_case(name));
    let has_it = |operation: &Shape| {
        let input = operation.references("input").next().and_then(|input| model.shapes.get(&input.target));
        let mut members = input.into_iter().flat_map(|input| &input.members);
        members.any(|member| is_header(member.traits.text("httpHeader").ok().flatten()))
    };
    if model.shapes.values().filter(|shape| shape.kind == "operation").all(has_it) {
        return false;
    }
    let Some(service) = model.shapes.get_mut(&ShapeId::new(service)) else { return false };
    let value = value(service);
    value.map(|value| service.traits.add(HEADERS, json!({ name: value }))).is_some()
}

pub(super) fn remove_trait(model: &mut Model, shape: &str, id: &str) -> bool {
    let shape = model.shapes.get_mut(&ShapeId::new(shape));
    shape.is_some_and(|shape| shape.traits.0.remove(id).is_some())
}

/// Gives a trait to what doesn't have it; `false` if it does.
pub(super) fn give(traits: &mut Traits, id: &str, value: Value) -> bool {
    let is_new = !traits.0.contains_key(id);
    if is_new {
        traits.add(id, value);
    }
    is_new
}

/// Corrects a shape. `false` only if it is there and needs no correction: a part of a model need not have it.
pub(super) fn of_shape(model: &mut Model, id: &str, correct: impl FnOnce(&mut Shape) -> bool) -> bool {
    model.shapes.get_mut(&ShapeId::new(id)).is_none_or(correct)
}

/// Corrects the operations of these IDs, as far as the model has them: a part of a model need not. `false` if one of the IDs is
/// another shape's.
pub(super) fn of_operations<'i>(
    model: &mut Model,
    ids: impl IntoIterator<Item = &'i str>,
    correct: impl Fn(&mut Shape),
) -> bool {
    ids.into_iter().all(|id| {
        of_shape(model, id, |shape| {
            let is_operation = shape.kind == "operation";
            if is_operation {
                correct(shape);
            }
            is_operation
        })
    })
}

/// The members of all structures that are as asked for.
pub(super) fn members_that(model: &mut Model, is_meant: impl Fn(&Member) -> bool) -> impl Iterator<Item = &mut Member> {
    let members =
        model.shapes.values_mut().filter(|shape| shape.kind == "structure").flat_map(|shape| &mut shape.members);
    members.filter(move |member| is_meant(member))
}

/// Whether values of this type are numbers or booleans.
pub(super) fn is_copied(kind: &str) -> bool {
    ["boolean", "byte", "short", "integer", "long", "float", "double"].contains(&kind)
}

/// Removes what operations put before the host, where that has this label.
pub(super) fn remove_endpoints(model: &mut Model, label: &str) -> bool {
    let mut any = false;
    for shape in model.shapes.values_mut().filter(|shape| shape.kind == "operation") {
        let prefix = shape.traits.get("endpoint").and_then(|found| found.value.get("hostPrefix")?.as_str());
        if prefix.is_some_and(|prefix| prefix.contains(label)) {
            any |= shape.traits.0.remove("smithy.api#endpoint").is_some();
        }
    }
    any
}

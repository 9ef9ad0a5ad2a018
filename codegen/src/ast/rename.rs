//! Shapes that a service calls otherwise than they are called (Smithy 2.0, "service", `rename`).

use super::{Shape, ShapeId, Traits};
use serde_json::Value;
use std::collections::BTreeMap;

/// Gives shapes the names that their services have for them, wherever they are referred to. A name that is taken in the
/// shape's own namespace stays as it is, and is reported like any other collision.
pub(super) fn apply(shapes: &mut BTreeMap<ShapeId, Shape>) {
    let renames = shapes.values().filter_map(|shape| shape.values.get("rename")?.as_object()).flatten();
    let renames = renames.filter_map(|(from, to)| Some((ShapeId::new(from.as_str()), to.as_str()?.to_owned())));
    let renames: Vec<_> = renames.collect();
    let mut ids = BTreeMap::new();
    for (from, name) in renames {
        let namespace = from.as_str().split_once('#').map_or("", |(namespace, _)| namespace);
        let to = ShapeId::new(format!("{namespace}#{name}"));
        if !shapes.contains_key(&to) && shapes.contains_key(&from) && !ids.values().any(|taken| *taken == to) {
            ids.insert(from, to);
        }
    }
    if !ids.is_empty() {
        give_ids(shapes, &ids);
    }
}

/// Gives shapes other IDs, wherever they are referred to. No two get the same, and none one that another keeps.
pub(crate) fn give_ids(shapes: &mut BTreeMap<ShapeId, Shape>, ids: &BTreeMap<ShapeId, ShapeId>) {
    let renamed = std::mem::take(shapes).into_iter().map(|(known, mut shape)| {
        let id = ids.get(&known).cloned().unwrap_or(known);
        shape.id = id.clone();
        refer(&mut shape, ids);
        (id, shape)
    });
    *shapes = renamed.collect();
}

/// Traits in whose values a text that is a shape's ID is but a text.
const TEXTS: &[&str] =
    &["smithy.api#documentation", "smithy.api#default", "smithy.api#examples", "smithy.api#enumValue"];

/// Gives a shape the new IDs of what it refers to.
fn refer(shape: &mut Shape, ids: &BTreeMap<ShapeId, ShapeId>) {
    let targets = shape.members.iter_mut().map(|member| &mut member.target);
    for target in targets.chain(shape.references.iter_mut().map(|(_, reference)| &mut reference.target)) {
        if let Some(to) = ids.get(target) {
            *target = to.clone();
        }
    }
    for (property, value) in &mut shape.values {
        if property == "rename" {
            keys(value, ids);
        } else {
            texts(value, ids);
        }
    }
    for traits in shape.members.iter_mut().map(|member| &mut member.traits).chain([&mut shape.traits]) {
        applied(traits, ids);
    }
}

/// Gives traits the new IDs of their definitions, and of the shapes in their values.
fn applied(traits: &mut Traits, ids: &BTreeMap<ShapeId, ShapeId>) {
    let known = std::mem::take(&mut traits.0);
    traits.0 = known
        .into_iter()
        .map(|(id, mut found)| {
            if !TEXTS.contains(&id.as_str()) {
                texts(&mut found.value, ids);
            }
            let id = ids.get(&ShapeId::new(id.as_str())).map_or(id, ShapeId::to_string);
            (id, found)
        })
        .collect();
}

/// Replaces IDs in a value.
fn texts(value: &mut Value, ids: &BTreeMap<ShapeId, ShapeId>) {
    match value {
        Value::String(text) => {
            let (shape, member) = match text.split_once('$') {
                Some((shape, member)) => (shape, Some(member)),
                None => (text.as_str(), None),
            };
            if let Some(to) = ids.get(&ShapeId::new(shape)) {
                *text = member.map_or_else(|| to.to_string(), |member| format!("{to}${member}"));
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| texts(item, ids)),
        Value::Object(entries) => entries.values_mut().for_each(|value| texts(value, ids)),
        _ => {}
    }
}

/// Replaces IDs that are the keys of an object.
fn keys(value: &mut Value, ids: &BTreeMap<ShapeId, ShapeId>) {
    if let Value::Object(entries) = value {
        let known = std::mem::take(entries);
        let renamed = known
            .into_iter()
            .map(|(id, name)| (ids.get(&ShapeId::new(id.as_str())).map_or(id, ShapeId::to_string), name));
        entries.extend(renamed);
    }
}

#[cfg(test)]
mod tests {
    use super::ShapeId;

    #[test]
    fn a_shape_is_called_what_the_service_calls_it() {
        let model = crate::ast::parse(
            r##"{"smithy": "2.0", "shapes": {
                "a#S": {"type": "service", "version": "1", "rename": {"b#T": "OtherT"}},
                "a#T": {"type": "structure", "members": {"t": {"target": "b#T"}}},
                "b#T": {"type": "string"}
            }}"##,
        );
        let model = model.expect("the model parses");
        assert_eq!(model.shapes[&ShapeId::new("a#T")].members[0].target.as_str(), "b#OtherT");
        assert_eq!(model.shapes[&ShapeId::new("b#OtherT")].id.name(), "OtherT");
    }
}

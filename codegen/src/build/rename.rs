//! Shapes that get other IDs.

use super::closure::closure;
use super::keep::{has_tag, service};
use super::unplaced;
use crate::ast::{Model, Shape, ShapeId, Traits};
use crate::diagnostic::Diagnostic;
use serde_json::Value;
use std::collections::BTreeMap;

/// Traits in whose values a text that is a shape's ID is but a text.
const TEXTS: &[&str] =
    &["smithy.api#documentation", "smithy.api#default", "smithy.api#examples", "smithy.api#enumValue"];

/// Puts what the service needs into a namespace, under the names that the service has for it; also what has one of these
/// tags, unless its name is taken by then.
pub(super) fn flatten(model: &mut Model, namespace: &str, id: &ShapeId, tagged: &[String]) -> Result<(), Diagnostic> {
    let found = service(model, id.as_str())?;
    let names = found.values.get("rename").and_then(Value::as_object).cloned().unwrap_or_default();
    let mut ids = BTreeMap::new();
    for shape in closure(model, [id.clone()]) {
        let name = names.get(shape.as_str()).and_then(Value::as_str).unwrap_or_else(|| shape.name());
        ids.insert(shape.clone(), ShapeId::new(format!("{namespace}#{name}")));
    }
    for shape in model.shapes.values().filter(|shape| has_tag(&shape.traits, tagged)) {
        let to = ShapeId::new(format!("{namespace}#{}", shape.id.name()));
        if !ids.contains_key(&shape.id) && !ids.values().any(|taken| *taken == to) {
            ids.insert(shape.id.clone(), to);
        }
    }
    rename(model, &ids)?;
    // Its shapes have the names by now.
    if let Some(shape) = ids.get(id).and_then(|id| model.shapes.get_mut(id)) {
        shape.values.remove("rename");
    }
    Ok(())
}

/// Gives shapes these IDs, all of which have to be there.
pub(super) fn by_name(model: &mut Model, ids: &BTreeMap<String, String>) -> Result<(), Diagnostic> {
    let ids: BTreeMap<ShapeId, ShapeId> =
        ids.iter().map(|(from, to)| (ShapeId::new(from.as_str()), ShapeId::new(to.as_str()))).collect();
    if let Some(id) = ids.keys().find(|id| !model.shapes.contains_key(id)) {
        let problem = format!("a transform of smithy-build.json renames `{id}`, which the model doesn't have");
        return Err(unplaced(problem, "name a shape that it has, or remove it from `renamed`"));
    }
    rename(model, &ids)
}

fn rename(model: &mut Model, ids: &BTreeMap<ShapeId, ShapeId>) -> Result<(), Diagnostic> {
    let mut shapes: BTreeMap<ShapeId, Shape> = BTreeMap::new();
    for (known, shape) in std::mem::take(&mut model.shapes) {
        let id = ids.get(&known).cloned().unwrap_or(known);
        if let Some(other) = shapes.get(&id) {
            // The one of the two that would have got the name.
            let [shape, other] = if ids.contains_key(&shape.id) { [&shape, other] } else { [other, &shape] };
            let problem = format!("would be called `{id}` by a transform of smithy-build.json, as `{}` is", other.id);
            let remedy = "rename one of the two, in the model or in the service's `rename`";
            return Err(Diagnostic::at(shape.span, shape.id.as_str(), problem, remedy));
        }
        // Still with its own ID, which the message above names.
        shapes.insert(id, shape);
    }
    for (id, shape) in &mut shapes {
        shape.id = id.clone();
        refer(shape, ids);
    }
    model.shapes = shapes;
    Ok(())
}

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

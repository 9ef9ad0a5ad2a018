//! Shapes that get other IDs.

use super::closure::closure;
use super::keep::{has_tag, service};
use super::unplaced;
use crate::ast::{Model, ShapeId, give_ids};
use crate::diagnostic::Diagnostic;
use serde_json::Value;
use std::collections::BTreeMap;

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
    if let Some(id) = ids.keys().find(|id| !model.shapes.contains_key(*id)) {
        let problem = format!("a transform of smithy-build.json renames `{id}`, which the model doesn't have");
        return Err(unplaced(problem, "name a shape that it has, or remove it from `renamed`"));
    }
    rename(model, &ids)
}

fn rename(model: &mut Model, ids: &BTreeMap<ShapeId, ShapeId>) -> Result<(), Diagnostic> {
    // The one of two that would have got a name that the other has.
    let taken = model.shapes.values().find_map(|shape| {
        let to = ids.get(&shape.id)?;
        let stays = model.shapes.get(to).filter(|other| !ids.contains_key(&other.id));
        let follows = || model.shapes.values().find(|other| other.id != shape.id && ids.get(&other.id) == Some(to));
        Some((shape, to, stays.or_else(follows)?))
    });
    if let Some((shape, to, other)) = taken.filter(|(shape, _, other)| shape.id != other.id) {
        let problem = format!("would be called `{to}` by a transform of smithy-build.json, as `{}` is", other.id);
        let remedy = "rename one of the two, in the model or in the service's `rename`";
        return Err(Diagnostic::at(shape.span, shape.id.as_str(), problem, remedy));
    }
    give_ids(&mut model.shapes, ids);
    Ok(())
}

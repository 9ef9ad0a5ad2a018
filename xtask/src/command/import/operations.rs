//! What part of the new model is taken: all of it, or what the operations of ours reach.
//!
//! In: the new model's shapes, and what is asked for. Out: its shapes as far as ours is to have them, and which operations that
//! leaves out.
//!
//! A model that has a part of its service says so, by `"partial": true` in its metadata: operations that it lacks are left out
//! on purpose. In any other, they are new.

use super::document::{Document, Shapes, kind, name};
use super::merge::target;
use crate::outcome::{Failure, Outcome};
use serde_json::Value;
use std::collections::{BTreeSet, VecDeque};

/// A shape's properties that bind operations to it, and resources.
const BINDINGS: &[&str] =
    &["operations", "collectionOperations", "create", "put", "read", "update", "delete", "list", "resources"];

/// What of the new model is taken.
pub(super) struct Chosen {
    pub shapes: Shapes,
    /// The operations that are left out, by name.
    pub left_out: Vec<String>,
}

/// What is asked for beyond the operations that ours has.
#[derive(Clone, Debug, Default)]
pub(super) struct Wish {
    /// Operations by name, in which `*` stands for any part.
    pub add: Vec<String>,
    /// All operations.
    pub all: bool,
}

/// Chooses what ours is to have.
///
/// # Errors
/// A name is no operation's of the new model; or ours lacks so many that it must be a part, but doesn't say so.
pub(super) fn choose(ours: &Document, new: &Document, wish: &Wish) -> Outcome<Chosen> {
    let services = ours.services();
    let all = bound(&new.shapes, &services);
    let asked = asked(&all, &wish.add)?;
    let is_partial = ours.is_partial() && !wish.all;
    let had = bound(&ours.shapes, &services);
    if !is_partial && !wish.all {
        check_whole(&had, &all)?;
    }
    if !is_partial && new.services().iter().all(|service| services.contains(service)) {
        return Ok(Chosen { shapes: new.shapes.clone(), left_out: Vec::new() });
    }
    let keep: BTreeSet<&str> =
        all.iter().copied().filter(|id| !is_partial || had.contains(id) || asked.contains(id)).collect();
    let left_out = all.iter().filter(|id| !keep.contains(*id)).map(|id| name(id).to_owned()).collect();
    Ok(Chosen { shapes: closure(pruned(&new.shapes, &keep), &services), left_out })
}

/// A new version of a service doesn't double it: ours has a part then, which its author forgot to say.
fn check_whole(had: &BTreeSet<&str>, all: &BTreeSet<&str>) -> Outcome {
    let lacks = all.difference(had).count();
    if lacks <= had.len() {
        return Ok(());
    }
    let problem =
        format!("ours has {} of the service's {} operations and doesn't say that it is a part", had.len(), all.len());
    let part = "set `\"partial\": true` in its `metadata` to keep it one";
    Err(Failure::Refused(format!("{problem}: {part}, or give --all to take in all of them")))
}

fn asked<'a>(all: &BTreeSet<&'a str>, add: &[String]) -> Outcome<BTreeSet<&'a str>> {
    let mut asked = BTreeSet::new();
    for pattern in add {
        let matches = |id: &&&str| codegen::matches(pattern, name(id)) || pattern == *id;
        let found: Vec<&str> = all.iter().filter(matches).copied().collect();
        if found.is_empty() {
            let names: Vec<&str> = all.iter().map(|id| name(id)).collect();
            let remedy = match similar::get_close_matches(pattern.as_str(), &names, 3, 0.7).as_slice() {
                [] => format!("it has {}; `*` in --add stands for any part of a name", all.len()),
                near => format!("did you mean {}?", near.join(" or ")),
            };
            return Err(Failure::Refused(format!("the new model has no operation called `{pattern}`: {remedy}")));
        }
        asked.extend(found);
    }
    Ok(asked)
}

/// The shapes that a property refers to.
fn references<'a>(shape: &'a Value, property: &str) -> impl Iterator<Item = &'a str> {
    let value = shape.get(property);
    let items = value.and_then(Value::as_array).into_iter().flatten();
    target(value).into_iter().chain(items.filter_map(|item| target(Some(item))))
}

/// The operations that services have, by themselves or through resources.
fn bound<'a>(shapes: &'a Shapes, services: &[&'a str]) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut open: VecDeque<&str> = services.iter().copied().collect();
    while let Some(id) = open.pop_front() {
        let Some(shape) = shapes.get(id).filter(|_| seen.insert(id)) else { continue };
        match kind(shape) {
            "operation" => drop(found.insert(id)),
            _ => open.extend(BINDINGS.iter().flat_map(|property| references(shape, property))),
        }
    }
    found
}

/// The shapes, with services and resources that bind only the operations that are kept, and resources that bind any.
fn pruned(shapes: &Shapes, keep: &BTreeSet<&str>) -> Shapes {
    let resources = alive(shapes, keep);
    let is_kept = |reference: &Value| {
        let id = target(Some(reference)).unwrap_or_default();
        match shapes.get(id).map(kind) {
            Some("operation") => keep.contains(id),
            Some("resource") => resources.contains(id),
            _ => true,
        }
    };
    let prune = |(id, shape): (&String, &Value)| {
        let mut shape = shape.clone();
        if let (true, Value::Object(properties)) = (matches!(kind(&shape), "service" | "resource"), &mut shape) {
            let bindings = properties.iter_mut().filter(|(key, _)| BINDINGS.contains(&key.as_str()));
            let lists = bindings.filter_map(|(_, value)| value.as_array_mut());
            lists.for_each(|items| items.retain(is_kept));
            let goes = |key: &str, value: &Value| {
                BINDINGS.contains(&key) && (value.is_object() && !is_kept(value) || *value == Value::Array(Vec::new()))
            };
            properties.retain(|key, value| !goes(key, value));
        }
        (id.clone(), shape)
    };
    shapes.iter().map(prune).collect()
}

/// The resources that bind an operation that is kept, by themselves or through others.
fn alive<'a>(shapes: &'a Shapes, keep: &BTreeSet<&str>) -> BTreeSet<&'a str> {
    let mut parents: Vec<(&str, &str)> = Vec::new();
    for (id, shape) in shapes.iter().filter(|(_, shape)| kind(shape) == "resource") {
        let of_it = BINDINGS.iter().flat_map(|property| references(shape, property));
        parents.extend(of_it.map(|child| (child, id.as_str())));
    }
    parents.sort_unstable();
    let mut alive = BTreeSet::new();
    let mut open: Vec<&str> = keep.iter().copied().collect();
    while let Some(child) = open.pop() {
        let from = parents.partition_point(|(other, _)| *other < child);
        let of_it = parents.iter().skip(from).take_while(|(other, _)| *other == child);
        for (_, parent) in of_it {
            if alive.insert(*parent) {
                open.push(parent);
            }
        }
    }
    alive
}

/// The shapes that services reach: through targets, mixins, and the definitions of traits.
fn closure(shapes: Shapes, services: &[&str]) -> Shapes {
    let mut reached: BTreeSet<&str> = BTreeSet::new();
    let mut open: Vec<&str> = services.to_vec();
    while let Some(id) = open.pop() {
        if let Some((id, shape)) = shapes.get_key_value(id).filter(|_| !reached.contains(id)) {
            reached.insert(id);
            mentioned(shape, &mut open);
        }
    }
    // Traits that are applied from outside come with what they are applied to.
    let base = |id: &str| id.split_once('$').map_or(id.to_owned(), |(shape, _)| shape.to_owned());
    let keep: BTreeSet<String> = shapes.keys().filter(|id| reached.contains(base(id).as_str())).cloned().collect();
    let mut shapes = shapes;
    shapes.retain(|id, _| keep.contains(id));
    shapes
}

/// The shapes that a shape mentions, outside of what traits say.
fn mentioned<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| mentioned(item, found)),
        Value::Object(entries) => {
            found.extend(target(Some(value)));
            for (key, value) in entries {
                match (key.as_str(), value) {
                    ("traits", Value::Object(traits)) => found.extend(traits.keys().map(String::as_str)),
                    (_, value) => mentioned(value, found),
                }
            }
        }
        _ => {}
    }
}

//! The merge: facts of the new model, words of ours.
//!
//! In: both models' shapes, and which were renamed. Out: the shapes that ours is to have, and what was noticed about words.

use super::document::{Shapes, kind, namespace};
use super::rename::Renames;
use super::sequence::{like, references_like, sequence};
use super::words::{Noticed, words_of};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// What a merge yields.
#[derive(Debug, Default)]
pub(super) struct Merged {
    pub shapes: Shapes,
    /// Words that the new model has and ours lacks: a shape's or member's ID, and what is missing there.
    pub missing: BTreeSet<(String, String)>,
    /// Words that both have and that differ in a fact: the same.
    pub kept: BTreeSet<(String, String)>,
}

/// Whether a trait or shape is of the generator's own namespace. No service knows it, so none can have dropped it.
pub(super) fn is_own(id: &str) -> bool {
    namespace(id) == "sdk.codegen"
}

/// Merges two models.
pub(super) fn merge(ours: &Shapes, new: &Shapes, renames: &Renames) -> Merged {
    let mut merge = Merge { renames, merged: Merged::default() };
    for (id, shape) in new {
        let shape = merge.shape(id, shape, ours.get(renames.old_shape(id)));
        merge.merged.shapes.insert(id.clone(), shape);
    }
    let own = ours.iter().filter(|(id, _)| is_own(id)).map(|(id, shape)| (id.clone(), shape.clone()));
    merge.merged.shapes.extend(own);
    merge.merged
}

struct Merge<'a> {
    renames: &'a Renames,
    merged: Merged,
}

impl Merge<'_> {
    fn shape(&mut self, id: &str, new: &Value, ours: Option<&Value>) -> Value {
        let mut shape = Map::new();
        for (key, value) in new.as_object().into_iter().flatten() {
            let had = ours.and_then(|ours| ours.get(key));
            let value = match key.as_str() {
                "traits" => continue,
                "members" => self.members(id, value, had),
                "member" | "key" | "value" => self.member(&format!("{id}${key}"), value, had),
                "operations" | "resources" | "errors" | "collectionOperations" => references_like(value, had),
                _ => like(value, had),
            };
            shape.insert(key.clone(), value);
        }
        self.traits(&mut shape, id, new, ours);
        Value::Object(shape)
    }

    fn members(&mut self, id: &str, new: &Value, ours: Option<&Value>) -> Value {
        let nothing = Map::new();
        let new = new.as_object().unwrap_or(&nothing);
        let ours = ours.and_then(Value::as_object).unwrap_or(&nothing);
        let now: Vec<&str> = new.keys().map(String::as_str).collect();
        let had: Vec<&str> = ours.keys().map(|name| self.renames.new_member(id, name)).collect();
        let mut members = Map::new();
        for name in sequence(&had, &now) {
            if let Some(member) = new.get(name) {
                let ours = ours.get(self.renames.old_member(id, name));
                members.insert(name.to_owned(), self.member(&format!("{id}${name}"), member, ours));
            }
        }
        Value::Object(members)
    }

    fn member(&mut self, id: &str, new: &Value, ours: Option<&Value>) -> Value {
        let properties = new.as_object().into_iter().flatten().filter(|(key, _)| *key != "traits");
        let mut member = properties.map(|(key, value)| (key.clone(), value.clone())).collect();
        self.traits(&mut member, id, new, ours);
        Value::Object(member)
    }

    fn traits(&mut self, of: &mut Map<String, Value>, id: &str, new: &Value, ours: Option<&Value>) {
        let traits_of = |shape: Option<&Value>| shape.and_then(|shape| shape.get("traits")?.as_object().cloned());
        let new = traits_of(Some(new)).unwrap_or_default();
        let ours = traits_of(ours).unwrap_or_default();
        let only_ours = ours.keys().filter(|key| !new.contains_key(*key));
        let mut traits = Map::new();
        for key in new.keys().chain(only_ours) {
            let had = ours.get(key);
            let mut noticed = Noticed::default();
            let value = match is_own(key) {
                true => had.cloned(),
                false => words_of(key).merge(new.get(key), had, key.trim_start_matches("smithy.api#"), &mut noticed),
            };
            traits.extend(value.map(|value| (key.clone(), value)));
            self.merged.missing.extend(noticed.missing.into_iter().map(|what| (id.to_owned(), what)));
            self.merged.kept.extend(noticed.kept.into_iter().map(|what| (id.to_owned(), what)));
        }
        if !traits.is_empty() {
            of.insert("traits".to_owned(), Value::Object(traits));
        }
    }
}

/// What still needs words of those that a model is to have: operations and services, members, and shapes that are neither an
/// input nor an output, which say what they are by their members.
pub(super) fn unworded(shapes: &Shapes) -> BTreeSet<(String, String)> {
    let of_operations = shapes.values().flat_map(|shape| ["input", "output"].map(|key| target(shape.get(key))));
    let of_operations: BTreeSet<&str> = of_operations.flatten().collect();
    let mut unworded = BTreeSet::new();
    let mut wants = |of: &Value, id: &str, what: &str| {
        let has = of.get("traits").and_then(|traits| traits.get(format!("smithy.api#{what}")));
        if !has.is_some_and(|value| *value != "") {
            unworded.insert((id.to_owned(), what.to_owned()));
        }
    };
    for (id, shape) in shapes {
        match kind(shape) {
            "service" => wants(shape, id, "documentation"),
            "operation" => ["documentation", "examples"].iter().for_each(|what| wants(shape, id, what)),
            "structure" | "union" | "enum" | "intEnum" => {
                if !of_operations.contains(id.as_str()) {
                    wants(shape, id, "documentation");
                }
                let members = shape.get("members").and_then(Value::as_object).into_iter().flatten();
                members.for_each(|(name, member)| wants(member, &format!("{id}${name}"), "documentation"));
            }
            _ => {}
        }
    }
    unworded
}

/// What was ours and has gone, its words with it: shapes, and members of those that are still there.
pub(super) fn removed(ours: &Shapes, merged: &Shapes, renames: &Renames) -> Vec<String> {
    let now: BTreeMap<&str, &str> = renames.shapes.iter().map(|(new, old)| (old.as_str(), new.as_str())).collect();
    let members = |shape: &Value| shape.get("members").and_then(Value::as_object).cloned().unwrap_or_default();
    let mut removed = Vec::new();
    for (id, shape) in ours {
        let is = now.get(id.as_str()).copied().unwrap_or(id);
        match merged.get(is) {
            None => removed.push(id.clone()),
            Some(left) => {
                let left = members(left);
                let names = members(shape).into_iter().map(|(name, _)| name);
                let names = names.filter(|name| !left.contains_key(renames.new_member(is, name)));
                removed.extend(names.map(|name| format!("{id}${name}")));
            }
        }
    }
    removed
}

/// The shape that a reference or a member names.
pub(super) fn target(reference: Option<&Value>) -> Option<&str> {
    reference.and_then(|reference| reference.get("target")).and_then(Value::as_str)
}

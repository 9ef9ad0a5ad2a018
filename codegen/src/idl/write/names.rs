//! What shapes are called in a file: by name alone where that stands for them, by their IDs elsewhere.

use super::super::{definitions, prelude::Prelude};
use super::split;
use crate::ast::{Applied, Assembly, Shape, ShapeId, Traits};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Default)]
pub(super) struct Names {
    namespace: String,
    /// The names of the namespace's own shapes.
    own: BTreeSet<String>,
    /// The IDs that are imported, by name.
    pub(super) uses: BTreeMap<String, String>,
    /// The types of traits that the model defines.
    definitions: BTreeMap<String, String>,
}

impl Names {
    pub(super) fn new(namespace: &str, shapes: &[&Shape], applied: &[&Applied], assembly: &Assembly<'_>) -> Self {
        let own = shapes.iter().map(|shape| split(shape.id.as_str()).1.to_owned()).collect();
        let definitions = assembly.shapes.values().filter(|shape| shape.traits.has("trait"));
        let definitions = definitions.map(|shape| (shape.id.to_string(), shape.kind.clone())).collect();
        let mut names = Names { namespace: namespace.to_owned(), own, uses: BTreeMap::new(), definitions };
        let mut ids = BTreeSet::new();
        for shape in shapes {
            of_traits(&mut ids, &shape.traits);
            ids.extend(shape.references.iter().map(|(_, reference)| reference.target.as_str()));
            for member in &shape.members {
                ids.insert(member.target.as_str());
                of_traits(&mut ids, &member.traits);
            }
            for value in ["identifiers", "properties"].iter().filter_map(|name| shape.values.get(*name)?.as_object()) {
                ids.extend(value.values().filter_map(|value| value.get("target")?.as_str()));
            }
        }
        for applied in applied {
            ids.insert(applied.target.split('$').next().unwrap_or_default());
            of_traits(&mut ids, &applied.traits);
        }
        for id in ids {
            let (of, name) = split(id);
            let is_free = !names.own.contains(name) && !names.uses.contains_key(name) && !Prelude::get().has(name);
            if is_free && of != namespace && of != "smithy.api" && !of.is_empty() {
                names.uses.insert(name.to_owned(), id.to_owned());
            }
        }
        names
    }

    /// What a shape is called here.
    pub(super) fn of(&self, id: &str) -> String {
        let (namespace, name) = split(id);
        let used = self.uses.get(name);
        let is_plain = match used {
            Some(used) => used == id,
            None if namespace == self.namespace => self.own.contains(name) || !Prelude::get().has(name),
            None => namespace == "smithy.api" && Prelude::get().has(name) && !self.own.contains(name),
        };
        if is_plain { name.to_owned() } else { id.to_owned() }
    }

    /// Whether a trait without a value has an empty object for one.
    pub(super) fn is_empty_when_left_out(&self, id: &str) -> bool {
        let own = self.definitions.get(id).map(String::as_str);
        let kind = own.or_else(|| Prelude::get().kind(id)).or_else(|| definitions::kind(id));
        kind.is_none_or(|kind| matches!(kind, "structure" | "map" | "union"))
    }

    /// The target of a resource's identifier or property.
    pub(super) fn target(&self, value: &Value) -> String {
        self.of(value.get("target").and_then(Value::as_str).unwrap_or_default())
    }

    pub(super) fn shape(&self, id: &ShapeId) -> String {
        self.of(id.as_str())
    }
}

fn of_traits<'a>(ids: &mut BTreeSet<&'a str>, traits: &'a Traits) {
    ids.extend(traits.0.keys().map(String::as_str));
}

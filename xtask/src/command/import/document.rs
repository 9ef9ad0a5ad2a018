//! A model as JSON: read without loss, and written in the one form that the files of `model/` have.
//!
//! In: a model's text. Out: its shapes, in order; and of shapes, the canonical text. That form is a function of what the
//! model says, so that a diff of two versions shows what changed and nothing else:
//!
//! - two spaces per level, one entry per line, a line break at the end; UTF-8, nothing escaped that needn't be;
//! - services, then resources, operations and the rest, each by ID;
//! - of a shape, its type first and its traits last ([`PROPERTIES`]); of traits, documentation first and the rest by ID;
//! - members, and entries within a trait, stay in the order that they have.

use super::json::Strict;
use crate::model::Model;
use crate::outcome::{Failure, Outcome};
use serde_json::{Map, Value};

/// Shapes by ID.
pub(super) type Shapes = Map<String, Value>;

pub(super) const DOCUMENTATION: &str = "smithy.api#documentation";

/// The metadata by which a model says that it has a part of its service.
const PARTIAL: &str = "partial";

/// A shape's properties in the order in which they are written; one that isn't here stands before `traits`.
const PROPERTIES: &[&str] = &[
    "type",
    "mixins",
    "version",
    "identifiers",
    "properties",
    "create",
    "put",
    "read",
    "update",
    "delete",
    "list",
    "collectionOperations",
    "operations",
    "resources",
    "input",
    "output",
    "errors",
    "rename",
    "key",
    "value",
    "member",
    "members",
];

/// A model.
#[derive(Clone, Debug, Default)]
pub(super) struct Document {
    /// What stands beside the shapes: `smithy` and `metadata`.
    pub top: Map<String, Value>,
    pub shapes: Shapes,
}

impl Document {
    /// Reads a model that the generator can read, too.
    pub(super) fn read(model: &Model) -> Outcome<Self> {
        model.parse()?;
        let Strict(Value::Object(mut top)) =
            Strict::read(model.text()).map_err(|problem| model.wrong(problem.into()))?
        else {
            return Err(Failure::Refused(format!("{} is no Smithy model", model.path.display())));
        };
        let shapes = match top.shift_remove("shapes") {
            Some(Value::Object(shapes)) => shapes,
            _ => Shapes::new(),
        };
        Ok(Document { top, shapes })
    }

    /// The canonical text.
    pub(super) fn text(self) -> String {
        let Document { mut top, shapes } = self;
        let mut shapes: Vec<(String, Value)> = shapes.into_iter().collect();
        shapes.sort_by(|(a, one), (b, other)| (rank(one), a).cmp(&(rank(other), b)));
        let shapes = shapes.into_iter().map(|(id, shape)| (id, in_form(shape)));
        let mut whole = Map::new();
        whole.extend(["smithy", "metadata"].iter().filter_map(|key| top.shift_remove_entry(*key)));
        whole.extend(top);
        whole.insert("shapes".to_owned(), Value::Object(shapes.collect()));
        format!("{:#}\n", Value::Object(whole))
    }

    /// Says no longer that it has a part of its service.
    pub(super) fn forget_partial(&mut self) {
        let Some(Value::Object(metadata)) = self.top.get_mut("metadata") else { return };
        metadata.shift_remove(PARTIAL);
        if metadata.is_empty() {
            self.top.shift_remove("metadata");
        }
    }

    /// Whether it says that it has a part of its service.
    pub(super) fn is_partial(&self) -> bool {
        self.top.get("metadata").and_then(|metadata| metadata.get(PARTIAL)) == Some(&Value::Bool(true))
    }

    /// The IDs of its services.
    pub(super) fn services(&self) -> Vec<&str> {
        let services = self.shapes.iter().filter(|(_, shape)| kind(shape) == "service");
        services.map(|(id, _)| id.as_str()).collect()
    }
}

/// A shape's type.
pub(super) fn kind(shape: &Value) -> &str {
    shape.get("type").and_then(Value::as_str).unwrap_or_default()
}

/// What an ID has before its `#`.
pub(super) fn namespace(id: &str) -> &str {
    id.split_once('#').map_or("", |(namespace, _)| namespace)
}

/// What an ID has behind its `#`.
pub(super) fn name(id: &str) -> &str {
    id.split_once('#').map_or(id, |(_, name)| name)
}

fn rank(shape: &Value) -> usize {
    match kind(shape) {
        "service" => 0,
        "resource" => 1,
        "operation" => 2,
        _ => 3,
    }
}

fn in_form(shape: Value) -> Value {
    let Value::Object(shape) = shape else { return shape };
    let place = |key: &str| match PROPERTIES.iter().position(|property| *property == key) {
        Some(place) => place,
        None => PROPERTIES.len() + usize::from(key == "traits"),
    };
    let mut properties: Vec<(String, Value)> = shape.into_iter().collect();
    properties.sort_by_key(|(key, _)| place(key));
    let properties = properties.into_iter().map(|(key, value)| match (key.as_str(), value) {
        ("traits", Value::Object(traits)) => (key, Value::Object(traits_in_form(traits))),
        ("members", Value::Object(members)) => {
            let members = members.into_iter().map(|(name, member)| (name, in_form(member)));
            (key, Value::Object(members.collect()))
        }
        ("member" | "key" | "value", member) => (key, in_form(member)),
        (_, value) => (key, value),
    });
    Value::Object(properties.collect())
}

fn traits_in_form(traits: Map<String, Value>) -> Map<String, Value> {
    let mut traits: Vec<(String, Value)> = traits.into_iter().collect();
    traits.sort_by(|(a, _), (b, _)| (a != DOCUMENTATION, a).cmp(&(b != DOCUMENTATION, b)));
    traits.into_iter().collect()
}

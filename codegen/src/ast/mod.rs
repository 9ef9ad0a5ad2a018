//! The Smithy JSON AST as written (Smithy 2.0, "JSON AST"), with the place of everything.
//!
//! In: the text of a model. Out: [`Model`]. This room doesn't interpret: traits are values, targets are names;
//! what Smithy 1.0 wrote differently is given 2.0's form.

mod assemble;
mod document;
mod json;
mod mixin;
mod parse;
mod rename;
mod syntax;
mod upgrade;
mod write;

use crate::diagnostic::Span;
use serde_json::Value;
use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::LazyLock;

pub(crate) use assemble::{Assembly, join};
pub(crate) use document::{Document, Elided, Version};
pub(crate) use json::{CORRECT_SYNTAX, Object, items, not_json, place, span};
pub(crate) use mixin::Applied;
pub(crate) use parse::document;
pub use parse::parse;
pub(crate) use rename::give_ids;
pub(crate) use syntax::{SIMPLE, WITH_BODY, is_identifier, is_shape_id, is_shape_type};
pub(crate) use write::write;

/// A shape's absolute ID, e.g. `com.example#Thing`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ShapeId(String);

impl ShapeId {
    /// An ID from its text.
    pub fn new(id: impl Into<String>) -> Self {
        ShapeId(id.into())
    }

    /// The whole ID.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part after the `#`.
    pub fn name(&self) -> &str {
        self.0.split_once('#').map_or(self.0.as_str(), |(_, name)| name)
    }
}

impl From<&str> for ShapeId {
    fn from(id: &str) -> Self {
        ShapeId::new(id)
    }
}

impl From<String> for ShapeId {
    fn from(id: String) -> Self {
        ShapeId(id)
    }
}

impl AsRef<str> for ShapeId {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

/// So that a text finds its shape in [`Model::shapes`].
impl Borrow<str> for ShapeId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ShapeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A model: its shapes by ID.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    /// The shapes, without the prelude.
    pub shapes: BTreeMap<ShapeId, Shape>,
    /// What the model says of itself (Smithy 2.0, "Metadata").
    pub metadata: BTreeMap<String, Value>,
}

/// One shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Its ID.
    pub id: ShapeId,
    /// Its type: `structure`, `string`, `operation`, …
    pub kind: String,
    /// Where it stands.
    pub span: Span,
    /// Its traits.
    pub traits: Traits,
    /// The members of a structure, union or enum; `member`, `key` and `value` of a list or map.
    pub members: Vec<Member>,
    /// Every other property that refers to shapes (`input`, `output`, `errors`, `operations`, `resources`, …).
    pub references: Vec<(String, Reference)>,
    /// The `version` of a service.
    pub version: Option<String>,
    /// What else a service or resource says of itself, as written: `rename`, `identifiers`, `properties`.
    pub values: BTreeMap<String, Value>,
}

/// What an operation without input or output has: a structure without members.
pub(crate) static UNIT: LazyLock<Shape> = LazyLock::new(|| Shape {
    id: ShapeId::new("smithy.api#Unit"),
    kind: "structure".to_owned(),
    span: Span::default(),
    traits: Traits::default(),
    members: Vec::new(),
    references: Vec::new(),
    version: None,
    values: BTreeMap::new(),
});

/// One member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// The shape that it targets.
    pub target: ShapeId,
    /// Where it stands.
    pub span: Span,
    /// Its own traits.
    pub traits: Traits,
}

/// A reference to a shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The shape.
    pub target: ShapeId,
    /// Where the reference stands.
    pub span: Span,
}

/// The traits of a shape or a member, by trait ID.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Traits(pub BTreeMap<String, Trait>);

/// One trait as applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trait {
    /// Its value.
    pub value: Value,
    /// Where the value stands.
    pub span: Span,
    /// Where its items stand, if it is a list.
    pub items: Vec<Span>,
}

/// Gives shapes the names that their services have for them.
pub(crate) fn rename(model: &mut Model) {
    rename::apply(&mut model.shapes);
}

impl Model {
    /// The type of a shape in Smithy's words: `string`, `list`, …; for the prelude's shapes, which no model has, too.
    pub(crate) fn kind(&self, id: &ShapeId) -> String {
        if let Some(shape) = self.shapes.get(id) {
            return shape.kind.clone();
        }
        let mut letters = id.name().strip_prefix("Primitive").unwrap_or(id.name()).chars();
        letters.next().map_or_else(String::new, |first| first.to_ascii_lowercase().to_string() + letters.as_str())
    }
}

impl Shape {
    /// The references called `property`, in order.
    pub fn references<'a>(&'a self, property: &'a str) -> impl Iterator<Item = &'a Reference> {
        self.references.iter().filter(move |(name, _)| name == property).map(|(_, reference)| reference)
    }

    /// The member called `name`.
    pub fn member(&self, name: &str) -> Option<&Member> {
        self.members.iter().find(|member| member.name == name)
    }
}

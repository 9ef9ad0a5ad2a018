//! What a file says, as written: names still as they stand there.

use crate::ast::Version;
use crate::diagnostic::Span;
use serde_json::Number;

/// A file.
#[derive(Debug, Default)]
pub(super) struct File {
    pub(super) version: Version,
    pub(super) namespace: Option<String>,
    pub(super) uses: Vec<Name>,
    pub(super) metadata: Vec<(String, Node)>,
    pub(super) shapes: Vec<Statement>,
    pub(super) applied: Vec<(Name, Vec<Applied>)>,
}

/// A name of a shape or member as written: `Name`, `name.space#Name`, with `$member` or without.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub(super) text: String,
    pub(super) span: Span,
}

/// A shape.
#[derive(Debug)]
pub(super) struct Statement {
    pub(super) kind: &'static str,
    pub(super) name: Name,
    /// From its first trait to its end.
    pub(super) span: Span,
    pub(super) traits: Vec<Applied>,
    /// What stands after `for`.
    pub(super) resource: Option<Name>,
    pub(super) mixins: Vec<Name>,
    pub(super) members: Vec<Member>,
    /// What a service, a resource or an operation says of itself.
    pub(super) properties: Vec<(Name, Node)>,
}

/// A member of a shape.
#[derive(Debug)]
pub(super) struct Member {
    pub(super) name: Name,
    pub(super) span: Span,
    pub(super) traits: Vec<Applied>,
    pub(super) target: Target,
    /// What stands after `=`.
    pub(super) value: Option<Node>,
}

/// What a member targets.
#[derive(Debug)]
pub(super) enum Target {
    /// The shape of this name.
    Shape(Name),
    /// `[Target]`: a list that has no other name.
    List(Box<Target>, Span),
    /// `{Key: Value}`: a map that has no other name.
    Map(Box<[Target; 2]>, Span),
    /// What the resource or a mixin has under the member's name.
    Elided,
    /// Nothing: the members of an enum.
    Unit,
}

/// A trait.
#[derive(Debug)]
pub(super) struct Applied {
    pub(super) name: Name,
    pub(super) value: Option<Node>,
    pub(super) span: Span,
}

/// A value, and where it stands.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) value: Value,
    pub(super) span: Span,
}

#[derive(Debug)]
pub(super) enum Value {
    Null,
    Boolean(bool),
    Number(Number),
    Text(String),
    /// A word without quotes: the ID of a shape.
    Id(String),
    Array(Vec<Node>),
    Object(Vec<(Name, Node)>),
}

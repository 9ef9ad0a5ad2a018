//! Worked examples.

use crate::docs::Markdown;

/// A worked example of a call.
#[derive(Clone, Debug)]
pub(crate) struct Example {
    /// What it shows, as a heading.
    pub title: Markdown,
    /// Its documentation.
    pub docs: Markdown,
    /// The members set, by field name.
    pub input: Vec<(String, Literal)>,
    /// The error that it ends in, if it does: its type's name.
    pub error: Option<String>,
}

/// A value in an example.
#[derive(Clone, Debug)]
pub(crate) enum Literal {
    /// A string.
    Text(String),
    /// A boolean.
    Bool(bool),
    /// An integer.
    Int(i64),
    /// A float.
    Float(f64),
    /// A blob, as the text that the model shows.
    Blob(String),
    /// A union's member: type, variant, and what it holds.
    Union(String, String, Option<Box<Literal>>),
    /// A timestamp, in seconds and billionths of one.
    Seconds(i64, u32),
    /// A document.
    Document(Node),
    /// Such a value or, as none, `null`, of a member of which that says something.
    OrNull(Option<Box<Literal>>),
    /// An enum's variant: type and variant name.
    Variant(String, String),
    /// An enum's value that the model doesn't know.
    Unknown(String, String),
    /// A structure: its type's name, whether its builder can fail, and its members by field name.
    Structure(String, bool, Vec<(String, Literal)>),
    /// A list.
    List(Vec<Literal>),
    /// A map.
    Map(Vec<(Literal, Literal)>),
}

/// A document's value, as JSON has it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Node {
    /// Nothing.
    Null,
    /// A boolean.
    Bool(bool),
    /// A whole number from 0.
    Natural(u64),
    /// A whole number below 0.
    Negative(i64),
    /// Any other number.
    Float(f64),
    /// A string.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// An object.
    Object(Vec<(String, Node)>),
}

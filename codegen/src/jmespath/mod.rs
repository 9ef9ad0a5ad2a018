//! JMESPath, as far as Smithy models use it: from the text of a path to a syntax tree.
//!
//! In: the path of a waiter's matcher or of an endpoint's context parameter. Out: a [`Node`], or a [`Problem`] that says
//! at which character the path is wrong. Whether the names in it exist is not this room's to know: `lower/path` checks
//! a tree against the model and gives it types.
//!
//! Left out is what no path over shapes needs: multi-select hashes, slices, expression references and the functions that
//! sort or build strings. Each is refused by name.

mod lexer;
mod parser;
#[cfg(test)]
mod tests;

pub use parser::parse;

use std::fmt::{self, Display, Formatter};

/// A part of a path.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Where it begins: characters from the path's start, counted from 0.
    pub(crate) at: usize,
    /// What it is.
    pub(crate) kind: Kind,
    /// How many nodes lie on top of each other in it: never more than [`MAX_DEPTH`].
    depth: usize,
}

/// What a part of a path is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Kind {
    /// `@`: the value that the path is applied to. Also what stands where nothing is written: `[*]` projects it.
    Current,
    /// A member, or the value under a map's key.
    Field(String),
    /// An item of a list; negative numbers count from its end.
    Index(i64),
    /// The right side applied to what the left side gives: `a.b`, `a | b`, `a[0]`.
    Then(Box<Node>, Box<Node>),
    /// Each value of a collection, with something done to it; what comes out `null` is dropped.
    Project {
        /// The collection.
        of: Box<Node>,
        /// Which values of it.
        values: Values,
        /// What is done to each.
        each: Box<Node>,
    },
    /// `[a, b]`: a list of what each part gives.
    List(Vec<Node>),
    /// A comparison.
    Compare(Comparison, Box<Node>, Box<Node>),
    /// `a && b`.
    And(Box<Node>, Box<Node>),
    /// `a || b`.
    Or(Box<Node>, Box<Node>),
    /// `!a`.
    Not(Box<Node>),
    /// A literal.
    Literal(Literal),
    /// A call.
    Call(Function, Vec<Node>),
}

/// Which values of a collection a projection takes.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Values {
    /// `[*]`: a list's items.
    Items,
    /// `[]`: a list's items; those that are lists themselves give theirs.
    Flattened,
    /// `*`: a map's values.
    OfMap,
    /// `[?…]`: the items for which this is true.
    Where(Box<Node>),
}

/// How two values are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Comparison {
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    Greater,
    /// `>=`
    AtLeast,
}

/// A literal. Lists and objects have no use in a comparison with members and are refused.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Literal {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// Any other number.
    Float(f64),
    /// A string.
    Text(String),
}

/// A function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Function {
    /// `length`: of a string in characters, of a list in items, of a map in entries.
    Length,
    /// `keys`: of a map.
    Keys,
    /// `values`: of a map.
    Values,
    /// `contains`: whether a list has an item, or a string has a part.
    Contains,
}

/// How deep a path may nest. Real ones don't come near.
pub const MAX_DEPTH: usize = 64;

/// Why a text is no path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where: characters from the path's start, counted from 0.
    pub at: usize,
    /// What is wrong there.
    pub message: String,
}

impl Display for Problem {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "character {}: {}", self.at + 1, self.message)
    }
}

impl std::error::Error for Problem {}

impl Problem {
    fn new(at: usize, message: impl Into<String>) -> Self {
        Problem { at, message: message.into() }
    }
}

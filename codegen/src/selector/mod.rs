//! Selectors: the language by which Smithy says which shapes are meant (Smithy 2.0, "Selectors").
//!
//! ```text
//! text ─parse→ Selector        shapes ─graph→ Graph        Selector + Graph ─select→ places in the graph
//! ```
//!
//! Models bring selectors along. What they can cost is bounded: by the depth that is read, and by the steps that are taken.

mod attribute;
mod compare;
mod graph;
mod parse;
mod select;
#[cfg(test)]
mod tests;

pub(crate) use graph::Graph;

use std::collections::BTreeSet;

/// A selector that was read: what is done, from left to right, with what comes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Selector {
    steps: Vec<Step>,
    /// How many `:root` functions it has, each of which is evaluated once.
    roots: usize,
}

/// Why a text is no selector, and at which of its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wrong {
    pub at: usize,
    pub problem: String,
}

/// It takes more steps than any selector should.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TooComplex;

impl Selector {
    /// Reads a text.
    pub(crate) fn parse(text: &str) -> Result<Self, Wrong> {
        parse::parse(text)
    }

    /// The IDs of the shapes and members that it yields, of all that are there.
    pub(crate) fn select<'g>(&self, graph: &'g Graph<'_>) -> Result<BTreeSet<&'g str>, TooComplex> {
        select::select(self, graph)
    }
}

/// What a selector does with a shape: each step yields shapes, which the next one takes.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    /// `*`
    Any,
    /// A type, e.g. `structure`.
    Type(String),
    /// `[key]`, or with a comparison.
    Attribute(Path, Option<Comparison>),
    /// `[@key: …]`, which has to hold of one value.
    Scoped(Path, Vec<Assertion>),
    /// `>`, or `-[…]->` for some relationships only.
    Forward(Option<Vec<String>>),
    /// `<`, or `<-[…]-`.
    Reverse(Option<Vec<String>>),
    /// `~>`
    Recursive,
    /// `:test(…)`
    Test(Vec<Vec<Step>>),
    /// `:is(…)`
    Is(Vec<Vec<Step>>),
    /// `:not(…)`
    Not(Vec<Step>),
    /// `:in(…)`
    In(Vec<Step>),
    /// `:root(…)`, and which of them it is.
    Root(usize, Vec<Step>),
    /// `:topdown(…)`
    Topdown(Vec<Step>, Option<Vec<Step>>),
    /// A function that isn't known yields nothing.
    Unknown,
    /// `$name(…)`
    Set(String, Vec<Step>),
    /// `${name}`
    Get(String),
}

/// The way to a value: `trait|range|min`. Empty for what the way begins at.
type Path = Vec<Segment>;

#[derive(Clone, Debug, PartialEq, Eq)]
enum Segment {
    /// A name, or an ID.
    Name(String),
    /// `(keys)`, `(values)`, `(length)`, `(first)`.
    Function(String),
}

/// What an attribute is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Comparison {
    comparator: Comparator,
    values: Vec<String>,
    ignores_case: bool,
}

/// One of the conditions of a scoped attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Assertion {
    left: Operand,
    comparator: Comparator,
    right: Vec<Operand>,
    ignores_case: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Operand {
    /// A text or a number.
    Literal(String),
    /// `@{path}`
    Context(Path),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Comparator {
    Equals,
    NotEquals,
    StartsWith,
    EndsWith,
    Contains,
    Exists,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
    SameSet,
    OtherSet,
    Subset,
    ProperSubset,
}

//! What is wrong with a rule set, and where.

use std::fmt::{self, Display, Formatter};

/// Why a rule set cannot become Rust.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    /// Where: a JSON Pointer (RFC 6901) from the trait's value, e.g. `/rules/0/conditions/1/fn`.
    pub path: String,
    /// What is wrong there.
    pub message: String,
}

impl Display for Problem {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", if self.path.is_empty() { "/" } else { &self.path }, self.message)
    }
}

impl std::error::Error for Problem {}

/// The place that parsing has come to: a step, and the place it was taken from.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    outer: Option<&'a At<'a>>,
    step: Step<'a>,
    depth: usize,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Member(&'a str),
    Index(usize),
}

impl<'a> At<'a> {
    /// The value as a whole.
    pub(super) const ROOT: At<'static> = At { outer: None, step: Step::Root, depth: 0 };

    /// The member of an object.
    pub(super) fn member<'b>(&'b self, name: &'b str) -> At<'b> {
        At { outer: Some(self), step: Step::Member(name), depth: self.depth + 1 }
    }

    /// The item of an array.
    pub(super) fn index(&self, index: usize) -> At<'_> {
        At { outer: Some(self), step: Step::Index(index), depth: self.depth + 1 }
    }

    /// How many steps it is from the root.
    pub(super) fn depth(&self) -> usize {
        self.depth
    }

    /// A problem at this place.
    pub(super) fn problem(&self, message: impl Into<String>) -> Problem {
        Problem { path: self.to_string(), message: message.into() }
    }
}

impl Display for At<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if let Some(outer) = self.outer {
            outer.fmt(f)?;
        }
        match self.step {
            Step::Root => Ok(()),
            Step::Member(name) => write!(f, "/{}", name.replace('~', "~0").replace('/', "~1")),
            Step::Index(index) => write!(f, "/{index}"),
        }
    }
}

//! What lowering finds on its way: what is wrong, and what has no words.

use crate::ast::Shape;
use crate::diagnostic::{Diagnostic, Span, in_order};
use crate::ir::Undocumented;
use crate::traits::BadTrait;

/// Everything found so far.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    wrong: Vec<Diagnostic>,
    undocumented: Vec<Undocumented>,
}

impl Problems {
    /// Something is wrong at a place; `shape` is a shape's ID, or a member's.
    pub(crate) fn at(&mut self, span: Span, shape: &str, problem: impl Into<String>, remedy: impl Into<String>) {
        self.wrong.push(Diagnostic::at(span, shape, problem, remedy));
    }

    /// Something is wrong with a shape.
    pub(crate) fn of(&mut self, shape: &Shape, problem: impl Into<String>, remedy: impl Into<String>) {
        self.at(shape.span, shape.id.as_str(), problem, remedy);
    }

    /// Something is wrong with the model as a whole.
    pub(crate) fn of_file(&mut self, problem: impl Into<String>, remedy: impl Into<String>) {
        self.wrong.push(Diagnostic::of_file(problem, remedy));
    }

    /// A trait's value, unless it has the wrong form.
    pub(crate) fn read<T>(&mut self, shape: &str, read: Result<T, BadTrait>) -> Option<T> {
        let bad = match read {
            Ok(value) => return Some(value),
            Err(bad) => bad,
        };
        let problem = format!("has a `{}` that is not {}", bad.id, bad.expected);
        self.at(bad.span, shape, problem, "correct the trait's value");
        None
    }

    /// Something has no documentation, which is not wrong.
    pub(crate) fn undocumented(&mut self, found: Undocumented) {
        self.undocumented.push(found);
    }

    /// All that has no documentation, in the order of the model's text, each once: a structure that two operations take is
    /// looked at twice.
    pub(crate) fn take_undocumented(&mut self) -> Vec<Undocumented> {
        let mut found = std::mem::take(&mut self.undocumented);
        found.sort_by(|a, b| (a.span.start, &a.shape, a.kind).cmp(&(b.span.start, &b.shape, b.kind)));
        found.dedup_by(|a, b| a.shape == b.shape);
        found
    }

    /// What was made, if nothing was wrong.
    pub(crate) fn result<T>(self, made: Option<T>) -> Result<T, Vec<Diagnostic>> {
        match made {
            Some(made) if self.wrong.is_empty() => Ok(made),
            _ => Err(in_order(self.wrong)),
        }
    }
}

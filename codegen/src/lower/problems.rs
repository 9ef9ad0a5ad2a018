//! What lowering finds wrong on its way.

use crate::ast::Shape;
use crate::diagnostic::{Diagnostic, Span, in_order};
use crate::traits::BadTrait;

/// Everything found wrong so far.
#[derive(Debug, Default)]
pub(crate) struct Problems(Vec<Diagnostic>);

impl Problems {
    /// Something is wrong at a place; `shape` is a shape's ID, or a member's.
    pub(crate) fn at(&mut self, span: Span, shape: &str, problem: impl Into<String>, remedy: impl Into<String>) {
        self.0.push(Diagnostic::at(span, shape, problem, remedy));
    }

    /// Something is wrong with a shape.
    pub(crate) fn of(&mut self, shape: &Shape, problem: impl Into<String>, remedy: impl Into<String>) {
        self.at(shape.span, shape.id.as_str(), problem, remedy);
    }

    /// Something is wrong with the model as a whole.
    pub(crate) fn of_file(&mut self, problem: impl Into<String>, remedy: impl Into<String>) {
        self.0.push(Diagnostic::of_file(problem, remedy));
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

    /// What was made, if nothing was wrong.
    pub(crate) fn result<T>(self, made: Option<T>) -> Result<T, Vec<Diagnostic>> {
        match made {
            Some(made) if self.0.is_empty() => Ok(made),
            _ => Err(in_order(self.0)),
        }
    }
}

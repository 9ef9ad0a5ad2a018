//! Documentation (Smithy 2.0, `documentation`).

use super::problems::Problems;
use crate::ast::Shape;
use crate::docs::{Glossary, Markdown};
use crate::markdown;

/// A shape's documentation; empty if it has none.
pub(crate) fn of(shape: &Shape, glossary: &Glossary, problems: &mut Problems) -> Markdown {
    let text = problems.read(shape.id.as_str(), shape.traits.documentation()).unwrap_or_default();
    glossary.markdown(&text)
}

/// An error's documentation.
pub(crate) fn of_error(shape: &Shape, glossary: &Glossary, problems: &mut Problems) -> Markdown {
    of(shape, glossary, problems).or(|| markdown!("The error {}.", Markdown::code(shape.id.name())))
}

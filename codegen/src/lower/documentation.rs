//! Documentation (Smithy 2.0, `documentation`), and what of the model has none.
//!
//! All that becomes a public item asks here for its words. What has none is noted in the same place: its docs are empty
//! then, and whoever writes it puts a sentence there that says no more than its name.

use super::facts::Facts;
use super::problems::Problems;
use crate::ast::{Member, Shape};
use crate::diagnostic::Span;
use crate::docs::{Glossary, Markdown};
use crate::ir::{Role, Undocumented};
use crate::markdown;

/// A shape's documentation, empty if it has none; `kind` says what it becomes.
pub(crate) fn of(kind: &'static str, shape: &Shape, glossary: &Glossary, problems: &mut Problems) -> Markdown {
    noted(words(shape, glossary, problems), kind, shape.id.as_str(), shape.span, problems)
}

/// A structure's documentation, empty if it has none. An operation's input and output need none: that they are is all there is
/// to say, beside what their members do.
pub(crate) fn of_structure(shape: &Shape, role: Role, glossary: &Glossary, problems: &mut Problems) -> Markdown {
    let kind = match role {
        Role::Input | Role::Output => return words(shape, glossary, problems),
        Role::Error => "error",
        Role::Request | Role::Shared => "structure",
    };
    of(kind, shape, glossary, problems)
}

fn words(shape: &Shape, glossary: &Glossary, problems: &mut Problems) -> Markdown {
    glossary.markdown(&problems.read(shape.id.as_str(), shape.traits.documentation()).unwrap_or_default())
}

/// An error's documentation.
pub(crate) fn of_error(shape: &Shape, glossary: &Glossary, problems: &mut Problems) -> Markdown {
    let docs = of_structure(shape, Role::Error, glossary, problems);
    docs.or(|| markdown!("The error {}.", Markdown::code(shape.id.name())))
}

/// The documentation of a structure's or union's member called `name`: its own, or that of what it targets. Empty if both
/// have none; none if its own isn't text.
pub(crate) fn of_member(facts: &Facts, name: &str, member: &Member, problems: &mut Problems) -> Option<Markdown> {
    let own = facts.glossary.markdown(&problems.read(name, member.traits.documentation())?);
    let docs = own.or(|| facts.target_docs(member).cloned().unwrap_or_default());
    Some(noted(docs, "member", name, member.span, problems))
}

/// The documentation of an enum's value called `name`, empty if it has none.
pub(crate) fn of_value(facts: &Facts, name: &str, member: &Member, problems: &mut Problems) -> Markdown {
    let text = problems.read(name, member.traits.documentation()).unwrap_or_default();
    noted(facts.glossary.markdown(&text), "value", name, member.span, problems)
}

/// The words of something in the model, of which is noted if there are none. What an operation without input or output
/// has is the prelude's, and nobody's to document.
fn noted(docs: Markdown, kind: &'static str, shape: &str, span: Span, problems: &mut Problems) -> Markdown {
    if docs.is_empty() && !shape.starts_with("smithy.api#") {
        problems.undocumented(Undocumented { kind, shape: shape.to_owned(), span });
    }
    docs
}

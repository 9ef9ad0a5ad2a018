//! Smithy documentation → rustdoc Markdown.
//!
//! In: the value of `smithy.api#documentation`, which is CommonMark and, in AWS's models, mostly HTML that nobody
//! checked: unclosed paragraphs, lists in paragraphs, placeholders such as `<region>`. Out: Markdown that rustdoc shows
//! as the author meant it and has nothing to warn about: no HTML, no link that leads nowhere, no text that happens to
//! be markup.
//!
//! ```text
//! &str ─element→ tokens ─html, commonmark→ blocks of pieces ─render→ lines
//! ```
//!
//! Text inside an HTML block is plain text and is escaped; text outside is CommonMark and stays as it is. Nothing here
//! fails, and the time that it takes grows with the length of the text, whatever is in it.

mod block;
mod commonmark;
mod element;
mod emphasis;
mod entity;
mod glossary;
mod html;
mod inline;
mod inline_html;
mod inline_markdown;
mod link;
mod render;
mod summary;
mod text;
mod tokens;
mod words;

#[cfg(test)]
mod tests;

pub(crate) use glossary::Glossary;
pub(crate) use summary::first_sentence;
pub(crate) use text::{Example, Markdown};
pub(crate) use words::{is_positional, markdown, safe};

/// Converts documentation to Markdown for rustdoc: lines of about 100 columns, without a line break at the end.
///
/// `<p>Lists <i>all</i> bots.</p> <note> <p>Soon.</p> </note>` becomes `Lists *all* bots.`, a blank line, and
/// `> **Note:** Soon.`
pub(crate) fn markdown(source: &str) -> Markdown {
    Markdown::of_blocks(&html::parse(&text::clean(source)))
}

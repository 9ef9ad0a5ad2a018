//! Text that may stand in documentation.
//!
//! A model is hostile: any text in it may hold a line break that ends a comment, a fence that begins a block of code
//! which rustdoc compiles, brackets that are a link, marks that turn the direction of writing. So what goes into a
//! comment is a [`Markdown`], and a [`Markdown`] is made of a model's text in three ways only: as the documentation that
//! it is ([`markdown`](super::markdown())), as words ([`Markdown::plain`]), or as code ([`Markdown::code`]). The macro
//! [`markdown!`](super::markdown!) puts our own words between.

use super::block::{Block, join};
use super::inline::Inline;
use super::render::{guard, render};
use crate::hidden::{is_hidden, is_line_end};
use std::borrow::Cow;
use std::fmt::{self, Display, Formatter};

/// Markdown that is safe in a comment.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Markdown(String);

impl Markdown {
    /// Text that is to be read as it is, on one line.
    pub(crate) fn plain(text: &str) -> Self {
        let mut inline = Inline::default();
        inline.plain(&shown(text));
        let text = join(&inline.finish());
        let first = text.split(' ').next().unwrap_or_default();
        Markdown(guard(first).into_owned() + text.get(first.len()..).unwrap_or_default())
    }

    /// Text as code, on one line.
    pub(crate) fn code(text: &str) -> Self {
        let mut inline = Inline::default();
        inline.code(&shown(text));
        match join(&inline.finish()) {
            empty if empty.is_empty() => Markdown("an empty text".to_owned()),
            code => Markdown(code),
        }
    }

    /// A link to an item of the crate, shown as its last name unless it has another.
    pub(crate) fn link(name: &str, path: &[&str]) -> Self {
        // Raw identifiers are written without their mark in links.
        let plain = path.iter().map(|name| name.strip_prefix("r#").unwrap_or(name)).collect::<Vec<_>>();
        let is_path = plain.iter().all(|name| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_'));
        let shown = Markdown::code(name.strip_prefix("r#").unwrap_or(name));
        if is_path { Markdown(format!("[{shown}]({})", plain.join("::"))) } else { shown }
    }

    /// Code that we wrote, as an example that rustdoc compiles.
    pub(crate) fn example(code: &Example) -> Self {
        Markdown(format!("```no_run\n{}\n```", code.0))
    }

    /// What [`markdown!`](super::markdown!) has put together of parts that are safe.
    pub(crate) fn of_parts(text: String) -> Self {
        Markdown(text)
    }

    /// Documentation that has been read.
    pub(super) fn of_blocks(blocks: &[Block]) -> Self {
        Markdown(render(blocks))
    }

    /// A part of it, e.g. a sentence.
    pub(super) fn part(text: &str) -> Self {
        Markdown(text.to_owned())
    }

    /// What it has in code, if it is a code span and nothing else.
    pub(crate) fn as_code(&self) -> Option<&str> {
        self.0.strip_prefix('`')?.strip_suffix('`').filter(|code| !code.contains('`'))
    }

    /// Its text.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Its lines, none of which holds a line break.
    pub(crate) fn lines(&self) -> std::str::Lines<'_> {
        self.0.lines()
    }

    /// Whether there is nothing in it.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// This, or another text if there is nothing in it.
    pub(crate) fn or(self, other: impl FnOnce() -> Markdown) -> Markdown {
        if self.is_empty() { other() } else { self }
    }

    /// A sentence that goes on after a colon: in lower case, if its first word is not a name.
    pub(crate) fn going_on(&self) -> Self {
        let mut characters = self.0.chars();
        let first = characters.next();
        let is_word = characters.clone().next().is_some_and(|next| next.is_lowercase() || next == ' ');
        match first {
            Some(first) if is_word => Markdown(first.to_lowercase().chain(characters).collect()),
            _ => self.clone(),
        }
    }

    /// All of it on one line, for a heading.
    pub(crate) fn on_one_line(&self) -> Self {
        Markdown(self.0.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" "))
    }

    /// Adds a paragraph.
    pub(crate) fn push_paragraph(&mut self, paragraph: &Markdown) {
        if !self.is_empty() && !paragraph.is_empty() {
            self.0.push_str("\n\n");
        }
        self.0.push_str(&paragraph.0);
    }

    /// Adds text on a line of its own.
    pub(crate) fn push_line(&mut self, line: &Markdown) {
        self.0.push('\n');
        self.0.push_str(&line.0);
    }

    /// Text of one paragraph in lines of about 100 columns; those after the first begin with `indent`. Breaks at spaces
    /// outside code.
    pub(crate) fn wrapped(&self, indent: &'static str) -> Self {
        const WIDTH: usize = 100;
        let mut text = String::new();
        let mut column = 0;
        for word in words(&self.0) {
            let length = word.chars().count();
            if column > 0 && column + 1 + length > WIDTH {
                text.push('\n');
                text.push_str(indent);
                text.push_str(&guard(word));
                column = indent.len() + length;
            } else {
                if column > 0 {
                    text.push(' ');
                    column += 1;
                }
                text.push_str(word);
                column += length;
            }
        }
        Markdown(text)
    }
}

/// Words of a paragraph: a code span is one, whatever it holds.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let (mut start, mut position, mut fence) = (0, 0, 0);
    let mut escaped = false;
    let bytes = text.as_bytes();
    while let Some(byte) = bytes.get(position) {
        match byte {
            b'`' if !(escaped && fence == 0) => {
                let run = bytes.iter().skip(position).take_while(|byte| **byte == b'`').count();
                let closes = || text.get(position + run..).is_some_and(|rest| has_run(rest, run));
                match fence {
                    0 if closes() => fence = run,
                    open if open == run => fence = 0,
                    _ => {}
                }
                position += run;
                escaped = false;
                continue;
            }
            b' ' if fence == 0 => {
                words.extend(text.get(start..position));
                start = position + 1;
            }
            _ => {}
        }
        escaped = *byte == b'\\' && !escaped;
        position += 1;
    }
    words.extend(text.get(start..));
    words
}

/// Whether a text has backticks of this number in a row.
fn has_run(text: &str, length: usize) -> bool {
    text.split(|character| character != '`').any(|run| run.len() == length)
}

impl Display for Markdown {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl PartialEq<str> for Markdown {
    fn eq(&self, other: &str) -> bool {
        self.0 == *other
    }
}

impl PartialEq<&str> for Markdown {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

/// The code of an example: lines of Rust that were made of tokens.
#[derive(Clone, Debug)]
pub(crate) struct Example(String);

impl Example {
    /// Lines that are written as they are, with code between them.
    pub(crate) fn new(before: &str, code: &str, after: &'static str) -> Self {
        Example(format!("{before}\n{code}\n{after}"))
    }
}

/// A text without what isn't meant to be seen: each kind of line break is one, and control characters, marks of the
/// direction of writing and others without a shape are left out.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    let is_odd = |character: char| character == '\r' || is_line_end(character) || is_hidden(character);
    if !text.contains(is_odd) {
        return Cow::Borrowed(text);
    }
    let lines = text.replace("\r\n", "\n").replace(|c: char| c == '\r' || is_line_end(c), "\n");
    Cow::Owned(lines.replace(is_hidden, ""))
}

/// The same, of text whose hidden characters are its point: they are shown as Rust writes them.
fn shown(text: &str) -> Cow<'_, str> {
    let is_odd = |character: char| !character.is_whitespace() && is_hidden(character);
    if !text.contains(is_odd) {
        return Cow::Borrowed(text);
    }
    let escaped = text.chars().map(|character| match is_odd(character) {
        true => character.escape_unicode().to_string(),
        false => character.to_string(),
    });
    Cow::Owned(escaped.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_stays_one_line_of_text() {
        for (text, expected) in [
            ("Two\nlines", "Two lines"),
            ("# no heading", "\\# no heading"),
            ("[no link](x) `no code`", "\\[no link\\](x) \\`no code\\`"),
            ("<b>", "\\<b\\>"),
            ("left \u{202e} right", "left \\\\u{202e} right"),
            ("a\r\n\r```\rfn main() {}", "a \\`\\`\\` fn main() {}"),
        ] {
            assert_eq!(Markdown::plain(text), expected);
        }
    }

    #[test]
    fn code_ends_where_it_should() {
        for (text, expected) in [
            ("a`b", "``a`b``"),
            ("x`\n\n```\ncompile_error!();\n```\n\n`y", "````x` ``` compile_error!(); ``` `y````"),
            ("", "an empty text"),
            ("\u{202e}abc", "`\\u{202e}abc`"),
        ] {
            assert_eq!(Markdown::code(text), expected);
        }
    }

    #[test]
    fn lines_break_outside_code_and_begin_no_block() {
        let long = "x".repeat(99);
        let text = Markdown(format!("{long} - and `a b` `` c ` d `` # e"));
        assert_eq!(text.wrapped("  "), format!("{long}\n  \\- and `a b` `` c ` d `` # e").as_str());
    }

    #[test]
    fn what_is_not_meant_to_be_seen_is_left_out() {
        assert_eq!(clean("a\rb\r\nc\u{2028}d\0\u{202e}\u{7}e\tf"), "a\nb\nc\nde\tf");
    }

    #[test]
    fn links_lead_to_names_only() {
        assert_eq!(Markdown::link("r#match", &["crate", "operation", "r#match"]), "[`match`](crate::operation::match)");
        assert_eq!(Markdown::link("a](b", &["a](b"]), "`a](b`");
    }
}

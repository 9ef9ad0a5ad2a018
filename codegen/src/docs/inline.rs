//! Words and code: collects what stands in a paragraph as pieces of Markdown.

use super::block::Piece;
use super::emphasis::{Closed, Mark};
use super::entity::{begins_reference, decode};
use super::link::Link;

/// Collects pieces.
///
/// A space ends a word; everything else is added to the word, so markup stays attached to what it touches. Emphasis is
/// written when text comes, and closed before the space that precedes its end tag, because Markdown wants it to touch
/// the words.
#[derive(Default)]
pub(super) struct Inline {
    pub(super) pieces: Vec<Piece>,
    pub(super) word: String,
    /// The content of `<code>`, while inside it.
    pub(super) code: Option<String>,
    pub(super) link: Option<Link>,
    pub(super) marks: Vec<Mark>,
    pub(super) closed: Option<Closed>,
    /// Whether a placeholder's `<` waits for its `>`.
    in_angles: bool,
}

impl Inline {
    pub(super) fn in_code(&self) -> bool {
        self.code.is_some()
    }

    pub(super) fn in_link(&self) -> bool {
        self.link.is_some()
    }

    /// Ends everything that is open and returns the pieces.
    pub(super) fn finish(&mut self) -> Vec<Piece> {
        self.end_code();
        self.end_link();
        self.end_marks(0);
        self.space();
        let finished = std::mem::take(self);
        finished.pieces
    }

    /// Adds HTML text: character references are decoded, what Markdown would read as markup is escaped.
    pub(super) fn html(&mut self, text: &str) {
        self.plain(&decode(text));
    }

    /// Adds text as it is to be read.
    pub(super) fn plain(&mut self, text: &str) {
        if let Some(code) = &mut self.code {
            code.push_str(text);
            return;
        }
        let mut words = text.split(char::is_whitespace);
        if let Some(first) = words.next() {
            self.plain_word(first);
        }
        for word in words {
            self.space();
            self.plain_word(word);
        }
    }

    fn plain_word(&mut self, word: &str) {
        let url = ["https://", "http://"].iter().filter_map(|scheme| word.find(scheme)).min();
        match url {
            Some(at) if !self.in_link() => {
                let (before, url) = word.split_at(at);
                self.escape(before);
                self.url(url);
            }
            _ => self.escape(word),
        }
    }

    /// Adds text without whitespace, escaped.
    pub(super) fn escape(&mut self, text: &str) {
        let many_tildes = text.matches('~').nth(1).is_some();
        let mut previous = self.word.chars().next_back();
        for (at, character) in text.char_indices() {
            let rest = text.get(at + character.len_utf8()..).unwrap_or_default();
            let next = rest.chars().next();
            let escaped = match character {
                '\\' | '`' | '*' | '[' | ']' => true,
                '_' => !(is_alphanumeric(previous) && is_alphanumeric(next)),
                '~' => many_tildes,
                '<' => next.is_none_or(|next| next.is_ascii_alphabetic() || "/!?<{[(".contains(next)) && text != "<",
                '>' => std::mem::take(&mut self.in_angles),
                '&' => text.get(at..).is_some_and(begins_reference),
                _ => false,
            };
            if character == '<' {
                self.in_angles = escaped;
            }
            if !character.is_control() {
                self.push_char(character, escaped);
            }
            previous = Some(character);
        }
    }

    fn push_char(&mut self, character: char, escaped: bool) {
        let mut buffer = [0; 4];
        self.touch(character);
        if escaped {
            self.word.push('\\');
        }
        self.word.push_str(character.encode_utf8(&mut buffer));
    }

    /// Adds Markdown as it is.
    pub(super) fn push(&mut self, markdown: &str) {
        if let Some(code) = &mut self.code {
            code.push_str(markdown);
        } else if let Some(first) = markdown.chars().next() {
            self.touch(first);
            self.word.push_str(markdown);
        }
    }

    /// Adds a code span.
    pub(super) fn code(&mut self, code: &str) {
        if let Some(outer) = &mut self.code {
            outer.push_str(code);
            return;
        }
        let code = code.split_whitespace().collect::<Vec<_>>().join(" ");
        if code.is_empty() {
            return;
        }
        // Two spans in a row would become one.
        if self.word.ends_with('`') && !self.word.ends_with("\\`") {
            self.space();
        }
        self.push(&fence_span(&code));
    }

    /// Ends the word.
    pub(super) fn space(&mut self) {
        if let Some(code) = &mut self.code {
            code.push(' ');
        } else if !self.word.is_empty() {
            let word = std::mem::take(&mut self.word);
            self.pieces.push(Piece::Word(word));
        }
    }

    /// Ends the line.
    pub(super) fn line_break(&mut self) {
        self.space();
        if self.code.is_none() && self.link.is_none() {
            self.pieces.push(Piece::Break);
        }
    }

    pub(super) fn begin_code(&mut self) {
        self.code.get_or_insert_default();
    }

    pub(super) fn end_code(&mut self) {
        if let Some(code) = self.code.take() {
            let is_padded = |end: Option<char>| end.is_some_and(char::is_whitespace);
            if is_padded(code.chars().next()) && !code.trim().is_empty() {
                self.space();
            }
            self.code(&code);
            if is_padded(code.chars().next_back()) {
                self.space();
            }
        }
    }
}

pub(super) fn is_alphanumeric(character: Option<char>) -> bool {
    character.is_some_and(char::is_alphanumeric)
}

/// Encloses code in as many backticks as it takes.
fn fence_span(code: &str) -> String {
    let longest = code.split(|character| character != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let padding = if code.starts_with('`') || code.ends_with('`') { " " } else { "" };
    format!("{fence}{padding}{code}{padding}{fence}")
}

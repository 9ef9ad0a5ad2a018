//! Words, emphasis, code and links: collects what stands in a paragraph as pieces of Markdown.

use super::block::{Piece, join};
use super::entity::{begins_reference, decode};
use super::tokens::is_url;

/// How much emphasis can be open at once.
const MAX_MARKS: usize = 16;

/// Collects pieces.
///
/// A space ends a word; everything else is added to the word, so markup stays attached to what it touches. Emphasis is
/// written when text comes, and closed before the space that precedes its end tag, because Markdown wants it to touch
/// the words.
#[derive(Default)]
pub(super) struct Inline {
    pieces: Vec<Piece>,
    word: String,
    /// The content of `<code>`, while inside it.
    code: Option<String>,
    link: Option<Link>,
    marks: Vec<Mark>,
    closed: Option<Closed>,
    /// Whether a placeholder's `<` waits for its `>`.
    in_angles: bool,
}

/// A link, and what was collected before it.
struct Link {
    url: String,
    pieces: Vec<Piece>,
    word: String,
}

/// Emphasis that is open.
struct Mark {
    marker: &'static str,
    state: State,
    in_link: bool,
    /// Whether its end tag came inside a link that it contains.
    ends_after_link: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    /// Nothing has been written yet.
    Pending,
    Written(Position),
    /// Markdown couldn't express it here.
    Dropped,
}

/// A place in what was collected: the index of a piece, and of a byte in it.
#[derive(Clone, Copy, PartialEq)]
struct Position {
    piece: usize,
    byte: usize,
}

/// Emphasis that has just been closed.
struct Closed {
    marker: &'static str,
    from: Position,
    to: Position,
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
        let url = word.find("https://").or_else(|| word.find("http://"));
        match url {
            Some(at) if !self.in_link() => {
                let (before, url) = word.split_at(at);
                self.escape(before);
                self.url(url);
            }
            _ => self.escape(word),
        }
    }

    /// Adds a word that begins with a URL: as a link, or as code if it has places to fill in.
    pub(super) fn url(&mut self, word: &str) {
        let mut end = word.find(['"', '\'', ',', ';', '\u{201d}', '\u{2019}']).unwrap_or(word.len());
        let trimmed = |end: usize| word.get(..end).unwrap_or_default().trim_end_matches(['.', ':', '!', '?', '*', '_']);
        end = trimmed(end).len();
        let opening = trimmed(end).matches('(').count();
        if trimmed(end).matches(')').count() > opening {
            end = word.get(..end).and_then(|url| url.rfind(')')).unwrap_or(end);
        }
        let (url, rest) = word.split_at_checked(end).unwrap_or((word, ""));
        if is_url(url) {
            self.push(&format!("<{url}>"));
        } else if url.ends_with("//") {
            self.escape(url);
        } else {
            self.code(url);
        }
        self.escape(rest);
    }

    /// Adds text without whitespace, escaped.
    fn escape(&mut self, text: &str) {
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

    /// Begins a link; `None` if its target is none that the text can link to.
    pub(super) fn begin_link(&mut self, url: Option<&str>) {
        self.end_link();
        let Some(url) = url.and_then(target) else { return };
        // A link in code: the code is the link's text.
        let code = self.code.take().map(|code| self.code(&code)).is_some();
        self.write_pending('[');
        let (pieces, word) = (std::mem::take(&mut self.pieces), std::mem::take(&mut self.word));
        self.link = Some(Link { url, pieces, word });
        if code {
            self.begin_code();
        }
    }

    pub(super) fn end_link(&mut self) {
        if self.link.is_none() {
            return;
        }
        let code = self.code.take().map(|code| self.code(&code)).is_some();
        while self.marks.last().is_some_and(|mark| mark.in_link) {
            self.end_marks(self.marks.len() - 1);
        }
        let ends_with_space = self.word.is_empty();
        self.space();
        let Some(link) = self.link.take() else { return };
        let inner = std::mem::replace(&mut self.pieces, link.pieces);
        self.word = link.word;
        self.closed = None;
        let text = join(&inner);
        if !text.is_empty() {
            self.push_link(&text, &link.url);
            if ends_with_space {
                self.space();
            }
        }
        if let Some(outermost) = self.marks.iter().position(|mark| mark.ends_after_link) {
            self.end_marks(outermost);
        }
        if code {
            self.begin_code();
        }
    }

    fn push_link(&mut self, text: &str, url: &str) {
        if self.word.ends_with('!') {
            // `![` begins an image.
            self.word.insert(self.word.len() - 1, '\\');
        }
        let is_same = text.replace('\\', "") == url && is_url(url);
        self.push(&if is_same { format!("<{url}>") } else { format!("[{text}]({url})") });
    }

    /// Begins emphasis: `*` or `**`.
    pub(super) fn begin_mark(&mut self, marker: &'static str) {
        if self.marks.len() == MAX_MARKS {
            return;
        }
        let is_nested = self.marks.iter().any(|mark| mark.marker == marker);
        let state = if is_nested || self.in_code() { State::Dropped } else { State::Pending };
        self.marks.push(Mark { marker, state, in_link: self.in_link(), ends_after_link: false });
    }

    /// Ends emphasis, and what was begun inside it.
    pub(super) fn end_mark(&mut self, marker: &'static str) {
        let Some(at) = self.marks.iter().rposition(|mark| mark.marker == marker) else { return };
        let in_link = self.in_link();
        match self.marks.get_mut(at) {
            Some(mark) if in_link && !mark.in_link => mark.ends_after_link = true,
            _ => self.end_marks(at),
        }
    }

    /// Ends the emphasis from the `first` on, the innermost first.
    fn end_marks(&mut self, first: usize) {
        while self.marks.len() > first
            && let Some(mark) = self.marks.pop()
        {
            let State::Written(from) = mark.state else { continue };
            let (piece, text) =
                match (self.word.is_empty(), self.pieces.iter().rposition(|piece| *piece != Piece::Break)) {
                    (true, Some(last)) => match self.pieces.get_mut(last) {
                        Some(Piece::Word(text)) => (last, text),
                        _ => continue,
                    },
                    _ => (self.pieces.len(), &mut self.word),
                };
            let to = Position { piece, byte: text.len() };
            text.push_str(mark.marker);
            self.closed = Some(Closed { marker: mark.marker, from, to });
        }
    }

    /// Prepares for a character: writes the emphasis that waits for it, and takes back what it would break.
    fn touch(&mut self, next: char) {
        self.drop_broken(next);
        self.write_pending(next);
    }

    /// CommonMark doesn't close emphasis between punctuation and a letter (section 6.2, right-flanking runs).
    fn drop_broken(&mut self, next: char) {
        let Some(closed) = self.closed.take() else { return };
        let end = closed.to.byte + closed.marker.len();
        if closed.to.piece != self.pieces.len() || end != self.word.len() || !next.is_alphanumeric() {
            return;
        }
        let before = self.word.get(..closed.to.byte).and_then(|text| text.chars().next_back());
        if !is_alphanumeric(before) {
            self.word.truncate(closed.to.byte);
            self.remove(closed.from, closed.marker);
        }
    }

    fn remove(&mut self, from: Position, marker: &str) {
        let text = match self.pieces.get_mut(from.piece) {
            Some(Piece::Word(text)) => text,
            Some(Piece::Break) => return,
            None => &mut self.word,
        };
        let end = from.byte + marker.len();
        if text.get(from.byte..end) == Some(marker) {
            text.replace_range(from.byte..end, "");
        }
    }

    fn write_pending(&mut self, next: char) {
        let previous = self.word.chars().next_back();
        let cannot_open = is_alphanumeric(previous) && !next.is_alphanumeric();
        // `**a***b*` is ambiguous.
        let follows_mark = previous == Some('*') && !self.word.ends_with("\\*") && self.marks.iter().all(is_pending);
        let piece = self.pieces.len();
        for mark in self.marks.iter_mut().filter(|mark| is_pending(mark)) {
            if cannot_open || follows_mark {
                mark.state = State::Dropped;
            } else {
                mark.state = State::Written(Position { piece, byte: self.word.len() });
                self.word.push_str(mark.marker);
            }
        }
    }
}

fn is_pending(mark: &Mark) -> bool {
    mark.state == State::Pending
}

fn is_alphanumeric(character: Option<char>) -> bool {
    character.is_some_and(char::is_alphanumeric)
}

/// Encloses code in as many backticks as it takes.
fn fence_span(code: &str) -> String {
    let longest = code.split(|character| character != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let padding = if code.starts_with('`') || code.ends_with('`') { " " } else { "" };
    format!("{fence}{padding}{code}{padding}{fence}")
}

/// A link's target in a form that Markdown takes; `None` unless it is an absolute `http` or `https` URL.
pub(super) fn target(href: &str) -> Option<String> {
    let decoded = decode(href);
    let href = decoded.trim();
    let host = href.strip_prefix("https://").or_else(|| href.strip_prefix("http://"))?;
    if !host.starts_with(|first: char| first.is_alphanumeric()) {
        return None;
    }
    let mut url = String::with_capacity(href.len());
    for character in href.chars().filter(|character| !character.is_control()) {
        if character.is_whitespace() || "()<>[]\\\"`|{}^*".contains(character) {
            url.extend(character.to_string().bytes().map(|byte| format!("%{byte:02X}")));
        } else {
            url.push(character);
        }
    }
    Some(url)
}

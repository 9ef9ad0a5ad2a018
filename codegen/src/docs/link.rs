//! Links, and URLs in the text.

use super::block::{Piece, join};
use super::entity::decode;
use super::inline::Inline;
use super::tokens::is_url;

/// A link, and what was collected before it.
pub(super) struct Link {
    url: String,
    pieces: Vec<Piece>,
    word: String,
}

impl Inline {
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
        // A second URL would need a look at all that follows, for each of them; and rustdoc warns about one that is text.
        for (index, part) in rest.split("://").enumerate() {
            self.push(if index > 0 { ":\\//" } else { "" });
            self.escape(part);
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

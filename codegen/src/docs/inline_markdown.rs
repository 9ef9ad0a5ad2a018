//! The inlines of CommonMark: kept as they are, except for what rustdoc would warn about.

use super::block::Piece;
use super::inline::Inline;
use super::inline_html::{close_inline, open_inline};
use super::link::target;
use super::tokens::{Backticks, Kind, bracket, closed_names, tokenize};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// The longest label of a link reference definition (CommonMark, section 4.7).
const MAX_LABEL: usize = 999;

/// What `[label]: url` lines define. They mean nothing where they stand, and links are written out where they are used.
#[derive(Default)]
pub(super) struct Definitions {
    urls: HashMap<String, String>,
}

impl Definitions {
    /// Collects the definitions in a text; returns the other lines as well.
    pub(super) fn collect(text: &str) -> (Self, Vec<&str>) {
        let mut definitions = Definitions::default();
        let mut in_code = false;
        let lines = text.split('\n').filter(|line| {
            in_code ^= line.trim_start().starts_with("```");
            let definition = if in_code { None } else { definition(line) };
            let is_definition = definition.is_some();
            if let Some((label, url)) = definition {
                definitions.urls.entry(label).or_insert(url);
            }
            !is_definition
        });
        let lines = lines.collect();
        (definitions, lines)
    }

    fn find(&self, label: &str) -> Option<&str> {
        let is_label = !self.urls.is_empty() && label.len() <= MAX_LABEL;
        is_label.then(|| self.urls.get(&normalize(label)).map(String::as_str)).flatten()
    }
}

fn definition(line: &str) -> Option<(String, String)> {
    let (label, url) = line.trim_start().strip_prefix('[')?.split_once("]:")?;
    let url = url.split_whitespace().next()?;
    let url = url.strip_prefix('<').and_then(|url| url.strip_suffix('>')).unwrap_or(url);
    (!label.trim().is_empty() && label.len() <= MAX_LABEL && !label.contains(['[', ']']))
        .then(|| (normalize(label), url.to_owned()))
}

fn normalize(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Converts the text of one paragraph, heading or row.
pub(super) fn parse_inline(text: &str, definitions: &Definitions) -> Vec<Piece> {
    let scanner = Scanner {
        text,
        definitions,
        backticks: Backticks::find(text),
        brackets: matching_brackets(text),
        closed: if text.contains("</") { closed_names(&tokenize(text)) } else { HashSet::new() },
    };
    let mut inline = Inline::default();
    scanner.scan(0..text.len(), &mut inline);
    inline.finish()
}

struct Scanner<'a> {
    text: &'a str,
    definitions: &'a Definitions,
    backticks: Backticks,
    /// Where the `]` of each `[` is.
    brackets: HashMap<usize, usize>,
    /// The names of unknown elements that have an end tag.
    closed: HashSet<String>,
}

/// A link that was recognized.
struct Link<'a> {
    text: Range<usize>,
    url: &'a str,
    end: usize,
}

impl<'a> Scanner<'a> {
    fn scan(&self, range: Range<usize>, inline: &mut Inline) {
        let mut at = range.start;
        while at < range.end
            && let Some(rest) = self.text.get(at..range.end)
            && let Some(character) = rest.chars().next()
        {
            at = match character {
                '\\' => self.backslash(at, inline),
                '`' => self.backtick(at, inline),
                '<' => self.angle(at, rest, inline),
                '!' if rest.starts_with("![") => self.image(at, inline),
                '[' => self.square(at, inline),
                ']' => special(at, "\\]", inline),
                'h' if is_bare_url(rest) && !inline.in_link() && !inline.in_code() => bare_url(at, rest, inline),
                _ if character.is_whitespace() => whitespace(at, rest, inline),
                _ => {
                    let length = character.len_utf8();
                    inline.push(rest.get(..length).unwrap_or_default());
                    at + length
                }
            };
        }
    }

    fn backslash(&self, at: usize, inline: &mut Inline) -> usize {
        let next = self.text.get(at + 1..).and_then(|rest| rest.chars().next());
        match next {
            Some('\n') => {
                inline.line_break();
                at + 2
            }
            Some(next) if next.is_ascii_punctuation() => {
                inline.push(&format!("\\{next}"));
                at + 2
            }
            _ => special(at, "\\\\", inline),
        }
    }

    fn backtick(&self, at: usize, inline: &mut Inline) -> usize {
        match self.backticks.span(self.text, at) {
            Ok((code, end)) => {
                inline.code(code);
                end
            }
            Err(run) => {
                inline.push(&"\\`".repeat(run));
                at + run
            }
        }
    }

    fn angle(&self, at: usize, rest: &str, inline: &mut Inline) -> usize {
        let Some((kind, length)) = bracket(rest) else { return angle_text(at, rest, inline) };
        match kind {
            Kind::Url(url) if inline.in_link() => inline.plain(url),
            Kind::Url(url) => inline.push(&format!("<{url}>")),
            Kind::Open(tag) => open_inline(inline, &tag, &self.closed),
            Kind::Close(tag) => close_inline(inline, &tag),
            Kind::Text(_) | Kind::Code(_) | Kind::Comment => {}
        }
        at + length
    }

    /// An image: rustdoc can't show it, its description remains.
    fn image(&self, at: usize, inline: &mut Inline) -> usize {
        match self.link(at + 1) {
            Some(link) => {
                let text = self.text.get(link.text).unwrap_or_default();
                inline.plain(text);
                link.end
            }
            None => special(at, "!", inline),
        }
    }

    fn square(&self, at: usize, inline: &mut Inline) -> usize {
        match self.link(at).filter(|_| !inline.in_link()) {
            Some(link) => {
                let is_target = target(link.url).is_some();
                if is_target {
                    inline.begin_link(Some(link.url));
                }
                self.scan_link_text(link.text, is_target, inline);
                inline.end_link();
                link.end
            }
            None => special(at, "\\[", inline),
        }
    }

    /// Links don't contain links, so what is in one is scanned no deeper than this.
    fn scan_link_text(&self, text: Range<usize>, is_link: bool, inline: &mut Inline) {
        if is_link {
            self.scan(text, inline);
        } else {
            let inner = self.text.get(text).unwrap_or_default();
            let pieces = parse_inline(&inner.replace(['[', ']'], ""), self.definitions);
            for (index, piece) in pieces.iter().enumerate() {
                if index > 0 {
                    inline.space();
                }
                if let Piece::Word(word) = piece {
                    inline.push(word);
                }
            }
        }
    }

    /// The link that begins at a `[`: `[text](url)`, `[text][label]` or `[label]`.
    fn link(&self, at: usize) -> Option<Link<'a>> {
        let close = *self.brackets.get(&at)?;
        let text = at + 1..close;
        let after = self.text.get(close + 1..)?;
        if let Some(inside) = after.strip_prefix('(')
            && let Some((url, length)) = destination(inside)
        {
            return Some(Link { text, url, end: close + 2 + length });
        }
        let own_label = self.text.get(text.clone())?;
        if after.starts_with('[')
            && let Some(&end) = self.brackets.get(&(close + 1))
        {
            let label = self.text.get(close + 2..end)?;
            let url = self.definitions.find(if label.is_empty() { own_label } else { label })?;
            return Some(Link { text, url, end: end + 1 });
        }
        let url = self.definitions.find(own_label)?;
        Some(Link { text, url, end: close + 1 })
    }
}

/// Adds a character in another form.
fn special(at: usize, form: &str, inline: &mut Inline) -> usize {
    inline.push(form);
    at + 1
}

fn angle_text(at: usize, rest: &str, inline: &mut Inline) -> usize {
    // What follows may vanish, as comments and the brackets of links do, and let it touch what is behind.
    let is_markup = rest.chars().nth(1).is_none_or(|next| next.is_ascii_alphabetic() || "/!?<[".contains(next));
    special(at, if is_markup { "\\<" } else { "<" }, inline)
}

fn is_bare_url(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

fn bare_url(at: usize, rest: &str, inline: &mut Inline) -> usize {
    let is_end = |character: char| character.is_whitespace() || "<>`[]\"*\\|".contains(character);
    let end = rest.find(is_end).unwrap_or(rest.len());
    inline.url(rest.get(..end).unwrap_or_default());
    at + end
}

/// Two spaces before the end of a line keep it.
fn whitespace(at: usize, rest: &str, inline: &mut Inline) -> usize {
    let length = rest.len() - rest.trim_start().len();
    let space = rest.get(..length).unwrap_or_default();
    if space.split('\n').next().is_some_and(|before| before.len() >= 2 && before.len() < space.len())
        && length < rest.len()
    {
        inline.line_break();
    } else {
        inline.space();
    }
    at + length
}

/// The destination of a link, up to its `)`; and the length of all that.
fn destination(text: &str) -> Option<(&str, usize)> {
    let mut depth = 0;
    for (position, character) in text.char_indices().take(2_000) {
        match character {
            '(' => depth += 1,
            ')' if depth > 0 => depth -= 1,
            ')' => {
                let url = text.get(..position)?.split_whitespace().next().unwrap_or_default();
                let url = url.strip_prefix('<').and_then(|url| url.strip_suffix('>')).unwrap_or(url);
                return Some((url, position + 1));
            }
            _ => {}
        }
    }
    None
}

fn matching_brackets(text: &str) -> HashMap<usize, usize> {
    let mut matching = HashMap::new();
    let mut open = Vec::new();
    let mut bytes = text.bytes().enumerate();
    while let Some((position, byte)) = bytes.next() {
        match byte {
            b'\\' => {
                bytes.next();
            }
            b'[' => open.push(position),
            b']' => {
                if let Some(start) = open.pop() {
                    matching.insert(start, position);
                }
            }
            _ => {}
        }
    }
    matching
}

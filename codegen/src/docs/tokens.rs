//! Text → tags, code spans and the text between them.

use super::element::Element;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// The longest tag that is looked for; a `<` that isn't closed by then is text.
const MAX_TAG: usize = 2_000;

/// The longest code span that is looked for.
const MAX_CODE_SPAN: usize = 4_000;

/// A piece of the source.
pub(super) struct Token<'a> {
    pub(super) kind: Kind<'a>,
    /// Where it stands in the source.
    pub(super) range: Range<usize>,
}

/// What a token is.
#[derive(Debug, PartialEq)]
pub(super) enum Kind<'a> {
    Text(&'a str),
    /// Code between backticks, without them.
    Code(&'a str),
    Open(Tag<'a>),
    Close(Tag<'a>),
    /// `<https://…>`, without the brackets.
    Url(&'a str),
    Comment,
}

/// A tag.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Tag<'a> {
    pub(super) element: Element,
    /// All of it, with the brackets.
    pub(super) source: &'a str,
    name: &'a str,
    attributes: &'a str,
    /// Whether it ends with `/>`.
    pub(super) is_empty: bool,
}

impl<'a> Tag<'a> {
    /// The value of `href` (or of DocBook's `url`), as written.
    pub(super) fn href(&self) -> Option<&'a str> {
        let lower = self.attributes.to_ascii_lowercase();
        let position = lower.find("href").map(|at| at + 4).or_else(|| lower.find("url").map(|at| at + 3))?;
        let value = self.attributes.get(position..)?.trim_start().strip_prefix('=')?.trim_start();
        match value.chars().next()? {
            quote @ ('"' | '\'') => value.get(1..)?.split(quote).next(),
            _ => value.split_ascii_whitespace().next(),
        }
    }
}

/// The names of elements that have an end tag somewhere in a text. An unknown name that has none isn't a tag but a
/// placeholder, as in `arn:aws:s3:<region>`.
pub(super) fn closed_names(tokens: &[Token<'_>]) -> HashSet<String> {
    tokens
        .iter()
        .filter_map(|token| match &token.kind {
            Kind::Close(tag) if tag.element == Element::Unknown => Some(tag.name.to_ascii_lowercase()),
            _ => None,
        })
        .collect()
}

impl Tag<'_> {
    /// Whether it isn't markup but text that looks like it.
    pub(super) fn is_placeholder(&self, closed: &HashSet<String>) -> bool {
        self.element == Element::Unknown
            && self.attributes.is_empty()
            && !closed.contains(&self.name.to_ascii_lowercase())
    }
}

/// Cuts a text into tokens.
pub(super) fn tokenize(source: &str) -> Vec<Token<'_>> {
    let mut lexer = Lexer { source, runs: Backticks::find(source), tokens: Vec::new(), text_from: 0 };
    let mut at = 0;
    while let Some(offset) = source.get(at..).and_then(|rest| rest.find(['<', '`', '\\'])) {
        at += offset;
        at = lexer.step(at);
    }
    lexer.text_until(source.len());
    lexer.tokens
}

struct Lexer<'a> {
    source: &'a str,
    runs: Backticks,
    tokens: Vec<Token<'a>>,
    text_from: usize,
}

impl<'a> Lexer<'a> {
    /// Reads what begins with the special character at a position; returns the position to go on from.
    fn step(&mut self, at: usize) -> usize {
        let rest = self.source.get(at..).unwrap_or_default();
        let found = match rest.as_bytes().first() {
            Some(b'\\') => {
                return at + 1 + usize::from(rest.get(1..).is_some_and(|next| next.starts_with(['<', '`', '\\'])));
            }
            Some(b'`') => match self.runs.span(self.source, at) {
                Ok((code, end)) => Some((Kind::Code(code), end)),
                Err(run) => return at + run,
            },
            _ => bracket(rest).map(|(kind, length)| (kind, at + length)),
        };
        let Some((kind, end)) = found else { return at + 1 };
        self.text_until(at);
        self.tokens.push(Token { kind, range: at..end });
        self.text_from = end;
        end
    }

    fn text_until(&mut self, end: usize) {
        match self.source.get(self.text_from..end) {
            Some(text) if !text.is_empty() => {
                self.tokens.push(Token { kind: Kind::Text(text), range: self.text_from..end });
            }
            _ => {}
        }
    }
}

/// Reads the tag, the comment or the URL in brackets that a text begins with; returns it with its length.
pub(super) fn bracket(text: &str) -> Option<(Kind<'_>, usize)> {
    if let Some(comment) = text.strip_prefix("<!--") {
        let length = comment.get(..floor(comment, MAX_TAG))?.find("-->")? + 7;
        return Some((Kind::Comment, length));
    }
    let after = text.get(1..)?;
    let (is_close, after) = match after.strip_prefix('/') {
        Some(after) => (true, after),
        None => (false, after),
    };
    if !after.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return None;
    }
    let length = end_of_tag(text)?;
    let source = text.get(..length)?;
    let inner = source.get(1 + usize::from(is_close)..length - 1)?;
    if is_url(inner) {
        return (!is_close).then_some((Kind::Url(inner), length));
    }
    let (inner, is_empty) = match inner.strip_suffix('/') {
        Some(inner) => (inner, true),
        None => (inner, false),
    };
    let is_name = |character: char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_' | '.' | ':');
    let name_end = inner.find(|character| !is_name(character)).unwrap_or(inner.len());
    let (name, attributes) = inner.split_at(name_end);
    let element = Element::find(&name.to_ascii_lowercase());
    let attributes = attributes.trim();
    // `<IAM user or role>` has words where a tag has attributes.
    if element == Element::Unknown && !attributes.is_empty() && !attributes.contains('=') {
        return None;
    }
    let tag = Tag { element, source, name, attributes, is_empty };
    Some((if is_close { Kind::Close(tag) } else { Kind::Open(tag) }, length))
}

/// The length of the tag that a text begins with. A `>` in a quoted attribute doesn't end it.
fn end_of_tag(text: &str) -> Option<usize> {
    let mut quote = None;
    let mut previous = b' ';
    for (position, byte) in text.bytes().enumerate().take(MAX_TAG).skip(1) {
        match (quote, byte) {
            (None, b'>') => return Some(position + 1),
            (None, b'<') => return None,
            (None, b'"' | b'\'') if previous == b'=' => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            previous = byte;
        }
    }
    None
}

/// Whether a text is a URL that can stand between angle brackets.
pub(super) fn is_url(text: &str) -> bool {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let is_plain =
        |character: char| !character.is_whitespace() && !character.is_control() && !"<>`\\\"{}|^".contains(character);
    host.is_some_and(|host| host.starts_with(|first: char| first.is_alphanumeric()) && host.chars().all(is_plain))
}

/// The greatest position up to `limit` that is between two characters.
fn floor(text: &str, limit: usize) -> usize {
    (0..=limit.min(text.len())).rev().find(|&position| text.is_char_boundary(position)).unwrap_or(0)
}

/// Where the runs of backticks stand, by their lengths: so that finding the end of a code span is a look-up.
pub(super) struct Backticks {
    by_length: HashMap<usize, Vec<usize>>,
}

impl Backticks {
    pub(super) fn find(source: &str) -> Self {
        let mut by_length: HashMap<usize, Vec<usize>> = HashMap::new();
        let mut at = 0;
        while let Some(offset) = source.get(at..).and_then(|rest| rest.find('`')) {
            at += offset;
            let length = run_length(source, at);
            by_length.entry(length).or_default().push(at);
            at += length;
        }
        Backticks { by_length }
    }

    /// The code span that begins at a position: its content and its end. If there is none, the length of the run of
    /// backticks.
    pub(super) fn span<'a>(&self, source: &'a str, at: usize) -> Result<(&'a str, usize), usize> {
        let length = run_length(source, at);
        let positions = self.by_length.get(&length).map(Vec::as_slice).unwrap_or_default();
        let next = positions.get(positions.partition_point(|&position| position <= at));
        match next.and_then(|&end| Some((source.get(at + length..end)?, end + length))) {
            Some((code, end)) if is_code(code, length) => Ok((code, end)),
            _ => Err(length),
        }
    }
}

/// Whether the text between two runs of backticks is code. It isn't if an element ends in between that began before;
/// only a fenced block of code contains blank lines.
fn is_code(code: &str, run: usize) -> bool {
    if run > 2 {
        return true;
    }
    let ends = || code.split("</").skip(1).map(|after| (leading_name(after), Element::find(leading_name(after))));
    let first_end = ends().find(|(_, element)| *element != Element::Unknown);
    code.len() <= MAX_CODE_SPAN
        && !code.trim().is_empty()
        && !code.contains("\n\n")
        && !ends().any(|(_, element)| element.is_block())
        && first_end.is_none_or(|(name, _)| {
            let begin = code.find(&format!("<{name}"));
            begin.is_some_and(|begin| Some(begin) < code.find(&format!("</{name}")))
        })
}

fn leading_name(text: &str) -> &str {
    text.split(|character: char| !character.is_ascii_alphanumeric()).next().unwrap_or_default()
}

pub(super) fn run_length(source: &str, at: usize) -> usize {
    source.bytes().skip(at).take_while(|&byte| byte == b'`').count()
}

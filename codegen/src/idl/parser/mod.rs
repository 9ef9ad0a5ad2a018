//! A file's text → what it says. No recursion but for values, which nest to a bound.
//!
//! After a mistake reading goes on: within a body at the next line that can begin a member, outside at the next statement.
//! So each mistake is one problem, and the next is found too.

mod apply;
mod body;
mod node;
mod operation;
mod recover;
mod section;
mod shape;

use super::lexer::{Kind, Token, Wrong, tokens};
use super::text;
use super::tree::{File, Name};
use crate::ast::Version;
use crate::diagnostic::{Diagnostic, Span};
use std::collections::BTreeSet;
use std::ops::Range;

/// Whether shapes of this type have no body.
pub(super) fn is_simple(word: &str) -> bool {
    crate::ast::SIMPLE.contains(&word)
}

/// What statements end with.
const LINE_END: &str = "the end of the line";

/// That something was wrong, and has been reported.
pub(super) struct Stop;

/// What a rule of the grammar yields.
type Parsed<T> = Result<T, Stop>;

/// What a file says, and what is wrong in it. Its spans begin at `base`.
pub(super) fn parse(source: &str, base: usize) -> (File, Vec<Diagnostic>) {
    let mut parser = Parser {
        source,
        base,
        tokens: tokens(source),
        at: 0,
        depth: 0,
        shape: None,
        suffixes: ["Input".to_owned(), "Output".to_owned()],
        controls: BTreeSet::new(),
        file: File::default(),
        problems: Vec::new(),
        before: 0,
        again: Vec::new(),
    };
    parser.sections();
    let problems = recover::without_repeated(parser.problems, &parser.again);
    (parser.file, problems)
}

struct Parser<'s> {
    source: &'s str,
    base: usize,
    tokens: Vec<Token>,
    at: usize,
    /// How deeply values are nested.
    depth: usize,
    /// The shape that is read, for messages.
    shape: Option<String>,
    /// What is behind an operation's name in those of its input and output.
    suffixes: [String; 2],
    /// The control statements that were there.
    controls: BTreeSet<String>,
    file: File,
    problems: Vec<Diagnostic>,
    /// How many problems there were before the statement.
    before: usize,
    /// The problems of statements that ran into others, which are read again, and where these begin.
    again: Vec<(Range<usize>, Span)>,
}

impl<'s> Parser<'s> {
    fn token(&self) -> Token {
        self.tokens.get(self.at).or(self.tokens.last()).copied().unwrap_or(Token { kind: Kind::End, start: 0, end: 0 })
    }

    fn kind(&self) -> Kind {
        self.token().kind
    }

    fn next(&mut self) {
        self.at = (self.at + 1).min(self.tokens.len().saturating_sub(1));
    }

    /// The text of a token.
    fn text(&self, token: Token) -> &'s str {
        self.source.get(token.start..token.end).unwrap_or_default()
    }

    /// Whether the word stands here.
    fn is_word(&self, word: &str) -> bool {
        self.kind() == Kind::Identifier && self.text(self.token()) == word
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span { start: self.base + start, end: self.base + end }
    }

    /// The span from a token's start to the end of the one before this.
    fn since(&self, start: usize) -> Span {
        let end = self.at.checked_sub(1).and_then(|before| self.tokens.get(before)).map_or(start, |token| token.end);
        self.span(start, end.max(start))
    }

    /// `SP`, any number.
    fn spaces(&mut self) {
        while self.kind() == Kind::Space {
            self.next();
        }
    }

    /// `WS`, any number; the comments in it document nothing.
    fn whitespace(&mut self) {
        while self.token().is_space() {
            self.next();
        }
    }

    /// `SP`, at least one.
    fn space(&mut self, after: &str) -> Parsed<()> {
        if self.kind() != Kind::Space {
            return Err(self.expected(&format!("a space after {after}")));
        }
        self.spaces();
        Ok(())
    }

    /// `BR`, without the spaces and comments on the lines that follow.
    fn line_end(&mut self) -> Parsed<()> {
        self.spaces();
        match self.kind() {
            Kind::Newline | Kind::Comment | Kind::Documentation => self.next(),
            Kind::End => {}
            _ => return Err(self.expected(LINE_END)),
        }
        Ok(())
    }

    fn sign(&mut self, sign: char) -> Parsed<()> {
        if self.kind() != Kind::Sign(sign) {
            return Err(self.expected(&format!("`{sign}`")));
        }
        self.next();
        Ok(())
    }

    fn identifier(&mut self, what: &str) -> Parsed<Name> {
        let token = self.token();
        if token.kind != Kind::Identifier {
            return Err(self.expected(what));
        }
        self.next();
        Ok(Name { text: self.text(token).to_owned(), span: self.span(token.start, token.end) })
    }

    /// The ID of a shape, absolute or not, perhaps with a member.
    fn shape_id(&mut self, what: &str) -> Parsed<Name> {
        let start = self.token().start;
        self.identifier(what)?;
        while self.kind() == Kind::Sign('.') {
            self.next();
            self.identifier("the next part of the namespace")?;
            if !matches!(self.kind(), Kind::Sign('.' | '#')) {
                return Err(self.expected("`#` after the namespace"));
            }
        }
        for (sign, what) in [('#', "a shape's name after `#`"), ('$', "a member's name after `$`")] {
            if self.kind() == Kind::Sign(sign) {
                self.next();
                self.identifier(what)?;
            }
        }
        let span = self.since(start);
        let text = self.source.get(start..span.end - self.base).unwrap_or_default();
        Ok(Name { text: text.to_owned(), span })
    }

    /// Reports that something else should stand here.
    fn expected(&mut self, what: &str) -> Stop {
        let token = self.token();
        if let Kind::Wrong(wrong) = token.kind {
            return self.no_token(token, wrong);
        }
        let found = self.describe(token);
        let problem = format!("{what} should stand here, not {found}");
        let remedy = match what {
            LINE_END => "begin a new line for what follows".to_owned(),
            _ => format!("write {}", what.trim_end_matches(',')),
        };
        self.wrong(self.span(token.start, token.end), problem, remedy)
    }

    fn describe(&self, token: Token) -> String {
        match token.kind {
            Kind::End => "the end of the file".to_owned(),
            Kind::Newline => "the end of the line".to_owned(),
            Kind::Comment | Kind::Documentation => "a comment".to_owned(),
            Kind::Space => "a space".to_owned(),
            Kind::Text => "a text in quotes".to_owned(),
            Kind::TextBlock => "a text block".to_owned(),
            Kind::Tagged => "a text with a tag".to_owned(),
            _ => format!("`{}`", self.text(token)),
        }
    }

    /// Reports what is no token.
    fn no_token(&mut self, token: Token, wrong: Wrong) -> Stop {
        let span = self.span(token.start, token.end);
        let raw = self.text(token);
        let (problem, remedy) = match wrong {
            Wrong::Character('\'') => ("`'` begins nothing in Smithy".to_owned(), "put texts in double quotes"),
            Wrong::Character(c) => (format!("`{}` begins nothing in Smithy", c.escape_debug()), "remove it"),
            Wrong::Underscores => (format!("`{raw}` is no name"), "let a letter or digit follow the underscores"),
            Wrong::NoDigit => {
                (format!("`{raw}` is no number"), "let a digit follow each `-`, `.`, `e` and leading `0.`")
            }
            Wrong::Unclosed => {
                let (line, _) = crate::diagnostic::line_and_column(self.source, token.start);
                let end = self.source.len();
                let problem = format!("the text that begins in line {line} has no end");
                return self.wrong(self.span(end, end), problem, "close it with the quotes that it begins with");
            }
            Wrong::Text(text::Wrong::Escape(c)) => (
                format!("the text has `\\{}`, which stands for nothing", c.escape_debug()),
                "write `\\\\` for a backslash",
            ),
            Wrong::Text(text::Wrong::Code) => {
                ("the text has `\\u` without four hexadecimal digits".to_owned(), "write four, such as `\\u00e9`")
            }
            Wrong::Text(text::Wrong::Surrogate) => {
                ("the text has half of a pair of `\\u` codes".to_owned(), "write both halves, or the character itself")
            }
            Wrong::Text(text::Wrong::NotOnNewLine) => {
                ("the text block begins on the line of its quotes".to_owned(), "begin it on the next line")
            }
            Wrong::Text(text::Wrong::EmptyBlock) => ("the text block is empty".to_owned(), "write `\"\"`"),
        };
        self.wrong(span, problem, remedy)
    }

    /// Reports what is wrong at a place. With a shape, the sentence goes on from its ID.
    fn wrong(&mut self, span: Span, problem: impl Into<String>, remedy: impl Into<String>) -> Stop {
        let problem = problem.into();
        let shape = self.shape.clone();
        let problem = if shape.is_some() { format!("is not written as IDL: {problem}") } else { problem };
        self.problems.push(Diagnostic { shape, span: Some(span), problem, remedy: remedy.into() });
        Stop
    }

    /// Reports something that Smithy 1.0 doesn't have, in a file of that version.
    fn needs_2(&mut self, span: Span, what: &str) {
        self.needs(Version::Two, "2", span, what);
    }

    /// As [`needs_2`](Self::needs_2), of what 2.0 doesn't have either.
    fn needs_2_1(&mut self, span: Span, what: &str) {
        self.needs(Version::TwoOne, "2.1", span, what);
    }

    fn needs(&mut self, version: Version, name: &str, span: Span, what: &str) {
        let own = self.file.version;
        if own < version {
            let own = own.as_str();
            let problem = format!("{what}, which Smithy has from version {name} on, and this file is of version {own}");
            self.problems.push(Diagnostic {
                shape: self.shape.clone(),
                span: Some(span),
                problem: if self.shape.is_some() { problem } else { format!("the file {problem}") },
                remedy: format!("begin the file with `$version: \"{name}\"`"),
            });
        }
    }
}

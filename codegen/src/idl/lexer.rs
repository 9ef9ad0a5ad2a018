//! Tokens of Smithy IDL (Smithy 2.0, "Smithy IDL ABNF"), spaces and comments among them: the grammar asks for both.

use super::{literal, text};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Spaces and tabs.
    Space,
    /// The end of a line.
    Newline,
    /// A comma, which means no more than a space.
    Comma,
    /// `// …`, with the end of its line.
    Comment,
    /// `/// …`, with the end of its line.
    Documentation,
    /// A word.
    Identifier,
    /// `"…"`.
    Text,
    /// `"""…"""`.
    TextBlock,
    /// `#tag "…"` or `#tag """…"""`.
    Tagged,
    /// A number.
    Number,
    /// `:=`.
    Walrus,
    /// Any other sign that means something.
    Sign(char),
    /// What is no token, and why.
    Wrong(Wrong),
    /// The end of the file.
    End,
}

/// Why something is no token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wrong {
    /// No token begins with this character.
    Character(char),
    /// A name of underscores alone.
    Underscores,
    /// `-`, `.` or an exponent without a digit after it.
    NoDigit,
    /// Something with quotes that isn't closed; reported where the file ends.
    Unclosed,
    /// What stands between quotes.
    Text(text::Wrong),
}

/// A token.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Token {
    /// Whether it may stand between any two tokens of a shape.
    pub(super) fn is_space(self) -> bool {
        matches!(self.kind, Kind::Space | Kind::Newline | Kind::Comma | Kind::Comment | Kind::Documentation)
    }
}

/// The tokens of a file, the last one its end.
pub(super) fn tokens(source: &str) -> Vec<Token> {
    let mut lexer = Lexer { source, at: 0, unclosed: Vec::new() };
    let mut tokens = Vec::with_capacity(source.len() / 4);
    while let Some(first) = lexer.peek() {
        let start = lexer.at;
        let kind = lexer.token(first);
        tokens.push(Token { kind, start, end: lexer.at });
        if kind == Kind::Wrong(Wrong::Unclosed) {
            // What follows on the next line is read as if the text ended with its first line.
            lexer.at = start;
            lexer.skip(|c| c != '\n');
            if let Some(last) = tokens.last_mut() {
                last.end = lexer.at;
            }
        }
    }
    tokens.push(Token { kind: Kind::End, start: source.len(), end: source.len() });
    tokens
}

struct Lexer<'s> {
    source: &'s str,
    at: usize,
    /// The quotes that once opened what nothing closes. Such a text holds the same quotes only where they are escaped, so
    /// nothing closes what these open either: it isn't searched for to the file's end again and again.
    unclosed: Vec<&'static str>,
}

impl Lexer<'_> {
    fn rest(&self) -> &str {
        self.source.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn skip(&mut self, belongs: impl Fn(char) -> bool) -> usize {
        let rest = self.rest();
        let length = rest.find(|c| !belongs(c)).unwrap_or(rest.len());
        self.at += length;
        length
    }

    fn eat(&mut self, text: &str) -> bool {
        let found = self.rest().starts_with(text);
        if found {
            self.at += text.len();
        }
        found
    }

    fn token(&mut self, first: char) -> Kind {
        match first {
            ' ' | '\t' => {
                self.skip(|c| c == ' ' || c == '\t');
                Kind::Space
            }
            '\r' | '\n' => {
                self.line_end();
                Kind::Newline
            }
            '"' => self.quoted(),
            '#' if self.eat_tag() => match self.between_quotes() {
                Some(_) => Kind::Tagged,
                None => Kind::Wrong(Wrong::Unclosed),
            },
            '-' | '0'..='9' => self.number(),
            '/' => self.comment(),
            'a'..='z' | 'A'..='Z' | '_' => self.identifier(),
            _ => {
                self.at += first.len_utf8();
                match first {
                    ',' => Kind::Comma,
                    ':' if self.eat("=") => Kind::Walrus,
                    '(' | ')' | '{' | '}' | '[' | ']' | ':' | '=' | '@' | '$' | '.' | '#' => Kind::Sign(first),
                    _ => Kind::Wrong(Wrong::Character(first)),
                }
            }
        }
    }

    fn line_end(&mut self) {
        if !self.eat("\r\n") && !self.eat("\n") {
            self.eat("\r");
        }
    }

    fn comment(&mut self) -> Kind {
        if !self.eat("//") {
            self.at += 1;
            return Kind::Wrong(Wrong::Character('/'));
        }
        let documents = self.rest().starts_with('/');
        self.skip(|c| c != '\n' && c != '\r');
        self.line_end();
        if documents { Kind::Documentation } else { Kind::Comment }
    }

    fn identifier(&mut self) -> Kind {
        let start = self.at;
        self.skip(|c| c.is_ascii_alphanumeric() || c == '_');
        let only_underscores = self.source.get(start..self.at).is_some_and(|name| name.bytes().all(|b| b == b'_'));
        if only_underscores { Kind::Wrong(Wrong::Underscores) } else { Kind::Identifier }
    }

    fn number(&mut self) -> Kind {
        let digits = |lexer: &mut Self| lexer.skip(|c| c.is_ascii_digit()) > 0;
        self.eat("-");
        let mut right = if self.eat("0") { true } else { digits(self) };
        if right && self.eat(".") {
            right = digits(self);
        }
        if right && (self.eat("e") || self.eat("E")) {
            let _ = self.eat("+") || self.eat("-");
            right = digits(self);
        }
        if right { Kind::Number } else { Kind::Wrong(Wrong::NoDigit) }
    }

    /// `#tag` before quotes. Anywhere else, and right behind a namespace, a `#` is a sign.
    fn eat_tag(&mut self) -> bool {
        let before = self.source.get(..self.at).unwrap_or_default();
        if before.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_') {
            return false;
        }
        let rest = self.rest().get(1..).unwrap_or_default();
        let behind = |tag: &&str| rest.strip_prefix(*tag).map(|rest| rest.trim_start_matches([' ', '\t']));
        let quotes = literal::TAGS.iter().find_map(behind).filter(|rest| rest.starts_with('"'));
        let Some(quotes) = quotes.map(str::len) else { return false };
        self.at = self.source.len().saturating_sub(quotes);
        true
    }

    /// What begins with quotes, up to those that close it, and what it is.
    fn between_quotes(&mut self) -> Option<Kind> {
        let (quotes, kind) = match self.eat("\"\"\"") {
            true => ("\"\"\"", Kind::TextBlock),
            false if self.eat("\"\"") => return Some(Kind::Text),
            false => {
                self.eat("\"");
                ("\"", Kind::Text)
            }
        };
        if self.unclosed.contains(&quotes) {
            return None;
        }
        loop {
            self.skip(|c| c != '"' && c != '\\');
            if self.eat("\\") {
                self.at += self.peek().map_or(0, char::len_utf8);
            } else if self.eat(quotes) {
                return Some(kind);
            } else if !self.eat("\"") {
                self.unclosed.push(quotes);
                return None;
            }
        }
    }

    fn quoted(&mut self) -> Kind {
        let start = self.at;
        let Some(kind) = self.between_quotes() else { return Kind::Wrong(Wrong::Unclosed) };
        let raw = self.source.get(start..self.at).unwrap_or_default();
        let checked = if kind == Kind::Text { text::quoted(raw).err() } else { text::block(raw).err() };
        checked.map_or(kind, |wrong| Kind::Wrong(Wrong::Text(wrong)))
    }
}

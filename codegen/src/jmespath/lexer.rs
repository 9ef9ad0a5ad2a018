//! The words of a path.

use super::{Comparison, Literal, Problem};

/// A word.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    /// A name as it stands.
    Name(String),
    /// A name in quotation marks.
    Quoted(String),
    /// A literal in backticks, or a string in apostrophes.
    Literal(Literal),
    /// A number, as an index.
    Number(i64),
    /// `==` and the like.
    Compare(Comparison),
    /// `.`, `*`, `@`, `|`, `||`, `&`, `&&`, `!`, `(`, `)`, `[`, `]`, `[]`, `[?`, `{`, `}`, `,` or `:`.
    Mark(&'static str),
    /// The end of the path.
    End,
}

/// Longer marks come before their beginnings.
const MARKS: &[&str] = &["[]", "[?", "||", "&&", ".", "*", "@", "|", "&", "!", "(", ")", "[", "]", "{", "}", ",", ":"];

const COMPARISONS: &[(&str, Comparison)] = &[
    ("==", Comparison::Equal),
    ("!=", Comparison::NotEqual),
    ("<=", Comparison::AtMost),
    (">=", Comparison::AtLeast),
    ("<", Comparison::Less),
    (">", Comparison::Greater),
];

/// The words of a path, each with its place; the last is [`Token::End`].
pub(super) fn tokens(path: &str) -> Result<Vec<(usize, Token)>, Problem> {
    let mut lexer = Lexer { rest: path, at: 0 };
    let mut tokens = Vec::new();
    loop {
        lexer.take_while(char::is_whitespace);
        let at = lexer.at;
        let token = lexer.token()?;
        let is_last = token == Token::End;
        tokens.push((at, token));
        if is_last {
            return Ok(tokens);
        }
    }
}

struct Lexer<'a> {
    rest: &'a str,
    /// Characters before `rest`.
    at: usize,
}

impl<'a> Lexer<'a> {
    fn token(&mut self) -> Result<Token, Problem> {
        let Some(first) = self.rest.chars().next() else {
            return Ok(Token::End);
        };
        if first.is_ascii_alphabetic() || first == '_' {
            return Ok(Token::Name(self.take_while(|c| c.is_ascii_alphanumeric() || c == '_').to_owned()));
        }
        if first.is_ascii_digit() || first == '-' {
            return self.number();
        }
        if let Some((mark, comparison)) = COMPARISONS.iter().find(|(mark, _)| self.rest.starts_with(mark)) {
            self.skip(mark);
            return Ok(Token::Compare(*comparison));
        }
        if let Some(mark) = MARKS.iter().find(|mark| self.rest.starts_with(**mark)) {
            self.skip(mark);
            return Ok(Token::Mark(mark));
        }
        match first {
            '"' => self.quoted(),
            '\'' => Ok(Token::Literal(Literal::Text(self.enclosed('\'')?.replace("\\'", "'")))),
            '`' => self.literal(),
            _ => Err(Problem::new(self.at, format!("{first:?} has no meaning here"))),
        }
    }

    fn number(&mut self) -> Result<Token, Problem> {
        let at = self.at;
        let number = self.take_while(|c| c.is_ascii_digit() || c == '-');
        number.parse().map(Token::Number).map_err(|_| Problem::new(at, format!("`{number}` is not a whole number")))
    }

    /// A name in quotation marks, which is a JSON string.
    fn quoted(&mut self) -> Result<Token, Problem> {
        let at = self.at;
        let inner = self.enclosed('"')?;
        let name = serde_json::from_str(&format!("\"{inner}\""));
        name.map(Token::Quoted).map_err(|_| Problem::new(at, format!("\"{inner}\" is not a JSON string")))
    }

    /// A literal in backticks, which is JSON.
    fn literal(&mut self) -> Result<Token, Problem> {
        use serde_json::Value;
        let at = self.at;
        let inner = self.enclosed('`')?.replace("\\`", "`");
        let bad = |what: &str| Problem::new(at, format!("`{inner}` is {what}"));
        let value = serde_json::from_str(inner.trim());
        let value = value.map_err(|_| bad("not JSON; put a string into apostrophes"))?;
        Ok(Token::Literal(match value {
            Value::Null => Literal::Null,
            Value::Bool(value) => Literal::Bool(value),
            Value::String(text) => Literal::Text(text),
            Value::Number(number) => match (number.as_i64(), number.as_f64()) {
                (Some(number), _) => Literal::Int(number),
                (None, Some(number)) => Literal::Float(number),
                (None, None) => return Err(bad("too large a number")),
            },
            Value::Array(_) | Value::Object(_) => return Err(bad("a list or an object, which can't be compared with")),
        }))
    }

    /// What stands between this mark and the next one that no backslash precedes.
    fn enclosed(&mut self, mark: char) -> Result<&'a str, Problem> {
        let at = self.at;
        let start = self.rest;
        let mut escaped = false;
        for (index, c) in start.char_indices().skip(1) {
            match c {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                _ if c == mark => {
                    let inner = start.get(mark.len_utf8()..index).unwrap_or_default();
                    self.at += inner.chars().count() + 2;
                    self.rest = start.get(index + mark.len_utf8()..).unwrap_or_default();
                    return Ok(inner);
                }
                _ => {}
            }
        }
        Err(Problem::new(at, format!("no second {mark} follows this one")))
    }

    fn take_while(&mut self, fits: impl Fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|c| !fits(c)).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at(end);
        self.at += taken.chars().count();
        self.rest = rest;
        taken
    }

    fn skip(&mut self, mark: &str) {
        self.rest = self.rest.strip_prefix(mark).unwrap_or(self.rest);
        self.at += mark.len();
    }
}

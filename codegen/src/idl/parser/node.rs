//! Values (Smithy 2.0, "Node values").

use super::super::lexer::Kind;
use super::super::tree::{Name, Node, Value};
use super::super::{literal, text};
use super::{Parsed, Parser};
use std::collections::BTreeSet;

/// How deeply values may be nested: as far as JSON is read.
const DEEPEST: usize = 100;

impl Parser<'_> {
    /// A value.
    pub(super) fn node(&mut self) -> Parsed<Node> {
        let token = self.token();
        let value = match token.kind {
            Kind::Sign('[') => self.nested(Self::array)?,
            Kind::Sign('{') => self.nested(Self::object)?,
            Kind::Number => {
                self.next();
                // A whole number has no sign at 0; JSON's reader would make a float of it.
                let text = self.text(token);
                match serde_json::from_str(if text == "-0" { "0" } else { text }) {
                    Ok(number) => Value::Number(number),
                    Err(_) => {
                        let (span, raw) = (self.span(token.start, token.end), self.text(token));
                        let remedy = "write one below 1.8e308, or put it in quotes";
                        return Err(self.wrong(span, format!("the number `{raw}` is too large"), remedy));
                    }
                }
            }
            Kind::Text | Kind::TextBlock => {
                self.next();
                Value::Text(self.text_of(token))
            }
            Kind::Tagged => {
                self.next();
                let span = self.span(token.start, token.end);
                self.needs_2_1(span, "has a text with a tag");
                match literal::value(self.text(token)) {
                    Ok(value) => value,
                    Err((problem, remedy)) => return Err(self.wrong(span, problem, remedy)),
                }
            }
            Kind::Identifier => {
                let name = self.shape_id("a value")?;
                match name.text.as_str() {
                    "null" => Value::Null,
                    "true" => Value::Boolean(true),
                    "false" => Value::Boolean(false),
                    _ => Value::Id(name.text),
                }
            }
            _ => return Err(self.expected("a value")),
        };
        Ok(Node { value, span: self.since(token.start) })
    }

    fn text_of(&self, token: super::Token) -> String {
        let raw = self.text(token);
        // The lexer has tried both.
        match token.kind {
            Kind::TextBlock => text::block(raw).unwrap_or_default(),
            _ => text::quoted(raw).unwrap_or_default().into_owned(),
        }
    }

    fn nested(&mut self, read: fn(&mut Self) -> Parsed<Value>) -> Parsed<Value> {
        if self.depth == DEEPEST {
            let token = self.token();
            let problem = format!("values are nested more than {DEEPEST} levels deep");
            return Err(self.wrong(self.span(token.start, token.end), problem, "nest them less"));
        }
        self.depth += 1;
        let value = read(self);
        self.depth = self.depth.saturating_sub(1);
        value
    }

    fn array(&mut self) -> Parsed<Value> {
        self.next();
        let mut items = Vec::new();
        loop {
            self.whitespace();
            if self.kind() == Kind::Sign(']') {
                self.next();
                return Ok(Value::Array(items));
            }
            items.push(self.node()?);
        }
    }

    fn object(&mut self) -> Parsed<Value> {
        self.next();
        let mut entries = Vec::new();
        let mut keys = BTreeSet::new();
        loop {
            self.whitespace();
            if self.kind() == Kind::Sign('}') {
                self.next();
                return Ok(Value::Object(entries));
            }
            let key = self.key("a name or `}`")?;
            entries.push(self.entry(key, &mut keys)?);
        }
    }

    /// What follows a name in an object, or in the parentheses of a trait.
    pub(super) fn entry(&mut self, key: Name, keys: &mut BTreeSet<String>) -> Parsed<(Name, Node)> {
        self.whitespace();
        self.sign(':')?;
        self.whitespace();
        let value = self.node()?;
        if !keys.insert(key.text.clone()) {
            self.wrong(key.span, format!("`{}` is there twice", key.text), "remove one of the two");
        }
        Ok((key, value))
    }

    /// A name in an object: a word, or a text in quotes.
    pub(super) fn key(&mut self, what: &str) -> Parsed<Name> {
        let token = self.token();
        if token.kind != Kind::Text {
            return self.identifier(what);
        }
        self.next();
        Ok(Name { text: self.text_of(token), span: self.span(token.start, token.end) })
    }
}

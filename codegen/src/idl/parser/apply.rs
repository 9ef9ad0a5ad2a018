//! Traits before a shape or a member, and those that stand apart from it (Smithy 2.0, "Applying traits").

use super::super::lexer::Kind;
use super::super::tree::{Applied, Name, Node, Value};
use super::{Parsed, Parser};
use std::collections::BTreeSet;

impl Parser<'_> {
    /// Spaces before a shape or a member, and what comments among them say of it.
    pub(super) fn documentation(&mut self) -> Option<Applied> {
        let mut lines: Vec<&str> = Vec::new();
        let (mut start, mut end) = (0, 0);
        while self.token().is_space() {
            let token = self.token();
            if token.kind == Kind::Documentation && self.is_first_in_line(self.at) {
                let line = self.text(token).trim_end_matches(['\r', '\n']);
                let line = line.strip_prefix("///").unwrap_or(line);
                start = if lines.is_empty() { token.start } else { start };
                end = token.end;
                lines.push(line.strip_prefix(' ').unwrap_or(line));
            }
            self.next();
        }
        let span = self.span(start, end);
        let value = Node { value: Value::Text(lines.join("\n")), span };
        let name = Name { text: "smithy.api#documentation".to_owned(), span };
        (!lines.is_empty()).then_some(Applied { name, value: Some(value), span })
    }

    /// Traits, any number, and the spaces around them.
    pub(super) fn traits(&mut self, documentation: Option<Applied>) -> Parsed<Vec<Applied>> {
        let mut traits: Vec<_> = documentation.into_iter().collect();
        self.whitespace();
        while self.kind() == Kind::Sign('@') {
            traits.push(self.applied()?);
            self.whitespace();
        }
        Ok(traits)
    }

    /// `@trait`, `@trait(value)`, `@trait(name: value)`.
    fn applied(&mut self) -> Parsed<Applied> {
        let start = self.token().start;
        self.next();
        let name = self.shape_id("a trait's name")?;
        let value = if self.kind() == Kind::Sign('(') { self.trait_body()? } else { None };
        Ok(Applied { name, value, span: self.since(start) })
    }

    fn trait_body(&mut self) -> Parsed<Option<Node>> {
        self.next();
        self.whitespace();
        let (first, start) = (self.at, self.token());
        let value = match start.kind {
            Kind::Sign(')') => None,
            // What begins with a name may be the first of several.
            Kind::Identifier | Kind::Text => {
                let after = self.tokens.get(self.at + 1).map(|token| token.kind);
                if matches!(after, Some(Kind::Sign('.' | '#' | '$'))) {
                    Some(self.node()?)
                } else {
                    let value = self.node()?;
                    self.whitespace();
                    match self.kind() {
                        Kind::Sign(')') => Some(value),
                        _ if start.kind == Kind::Text && self.kind() != Kind::Sign(':') => Some(value),
                        _ => Some(self.named_values(first)?),
                    }
                }
            }
            _ => Some(self.node()?),
        };
        self.whitespace();
        self.sign(')')?;
        Ok(value)
    }

    /// `name: value` several times, from behind the first name on.
    fn named_values(&mut self, first: usize) -> Parsed<Node> {
        let (mut entries, mut keys) = (Vec::new(), BTreeSet::new());
        self.at = first;
        let start = self.token().start;
        let mut key = self.key("a name")?;
        loop {
            entries.push(self.entry(key, &mut keys)?);
            let span = self.since(start);
            self.whitespace();
            if self.kind() == Kind::Sign(')') {
                return Ok(Node { value: Value::Object(entries), span });
            }
            key = self.key("a name or `)`")?;
        }
    }

    /// `apply Shape @trait`, `apply Shape { @trait … }`.
    pub(super) fn apply(&mut self) -> Parsed<()> {
        self.next();
        self.space("`apply`")?;
        let target = self.shape_id("the shape's name")?;
        if !self.token().is_space() {
            return Err(self.expected("a space after the shape's name"));
        }
        self.whitespace();
        let traits = match self.kind() {
            Kind::Sign('{') => {
                let sign = self.token();
                self.needs_2(self.span(sign.start, sign.end), "applies several traits in braces");
                self.next();
                let traits = self.traits(None)?;
                self.sign('}')?;
                traits
            }
            Kind::Sign('@') => vec![self.applied()?],
            _ => return Err(self.expected("a trait, or several in `{` and `}`,")),
        };
        self.file.applied.push((target, traits));
        self.line_end()
    }
}

//! Statements that define shapes (Smithy 2.0, "Defining shapes").

use super::super::lexer::Kind;
use super::super::tree::{Applied, Name, Node, Statement, Value};
use super::{Parsed, Parser};
use crate::ast::{SIMPLE, Version, WITH_BODY};

/// The types of shapes whose members can be a resource's (Smithy 2.0, IDL grammar, "AggregateShape").
const TAKES_RESOURCE: &[&str] = &["structure", "union", "list", "map"];

impl Parser<'_> {
    /// A shape, or `apply`.
    pub(super) fn statement(&mut self, documentation: Option<Applied>) -> Parsed<()> {
        let start = self.token().start;
        let has_traits = self.kind() == Kind::Sign('@');
        let traits = self.traits(documentation)?;
        if self.is_word("apply") {
            if has_traits {
                let token = self.token();
                let span = self.span(token.start, token.end);
                self.wrong(span, "traits stand before `apply`", "put them behind it, or remove them");
            }
            return self.apply();
        }
        let kind = self.shape_type()?;
        self.space("a shape's type")?;
        let name = self.identifier("a shape's name")?;
        self.shape = Some(format!("{}#{}", self.file.namespace.as_deref().unwrap_or_default(), name.text));
        self.check_version(kind, name.span);
        let resource = if TAKES_RESOURCE.contains(&kind) { self.resource()? } else { None };
        let mixins = self.mixins()?;
        let mut statement = Statement {
            kind,
            name,
            span: self.since(start),
            traits,
            resource,
            mixins,
            members: Vec::new(),
            properties: Vec::new(),
        };
        let ended = self.body(&mut statement);
        statement.span = self.since(start);
        self.file.shapes.push(statement);
        ended?;
        self.line_end()
    }

    fn body(&mut self, statement: &mut Statement) -> Parsed<()> {
        if SIMPLE.contains(&statement.kind) {
            return Ok(());
        }
        self.whitespace();
        match statement.kind {
            "operation" => self.operation(statement),
            "service" | "resource" => {
                if self.kind() != Kind::Sign('{') {
                    return Err(self.expected("`{`"));
                }
                if let Node { value: Value::Object(entries), .. } = self.node()? {
                    statement.properties = entries;
                }
                Ok(())
            }
            _ => self.members(statement.kind, false, &mut statement.members),
        }
    }

    fn shape_type(&mut self) -> Parsed<&'static str> {
        let token = self.token();
        if token.kind != Kind::Identifier {
            return Err(self.expected("a shape's type, such as `structure`,"));
        }
        let word = self.text(token);
        if let Some(known) = SIMPLE.iter().chain(WITH_BODY).find(|known| **known == word) {
            self.next();
            return Ok(known);
        }
        let span = self.span(token.start, token.end);
        let remedy = match word {
            "namespace" => "keep one namespace per file: move what follows into another",
            "use" => "move the line to the others with `use`, before the first shape",
            "metadata" => "move the line before the namespace",
            "with" => "write `with` on the line of the shape's name",
            _ => "write a type that Smithy has, such as `structure`",
        };
        Err(self.wrong(span, format!("there is no shape type `{word}`"), remedy))
    }

    fn check_version(&mut self, kind: &str, span: crate::diagnostic::Span) {
        match kind {
            "enum" | "intEnum" => self.needs_2(span, &format!("is an `{kind}`")),
            "set" if self.file.version >= Version::Two => {
                let remedy = "write `@uniqueItems` and `list` for it";
                self.wrong(span, "Smithy has no sets from version 2 on", remedy);
            }
            _ => {}
        }
    }

    /// ` for Resource`.
    pub(super) fn resource(&mut self) -> Parsed<Option<Name>> {
        let back = self.at;
        self.spaces();
        let token = self.token();
        if !self.is_word("for") {
            self.at = back;
            return Ok(None);
        }
        self.needs_2(self.span(token.start, token.end), "takes members of a resource");
        self.next();
        self.space("`for`")?;
        self.shape_id("a resource's name").map(Some)
    }

    /// ` with [Mixin …]`.
    pub(super) fn mixins(&mut self) -> Parsed<Vec<Name>> {
        let back = self.at;
        self.spaces();
        let token = self.token();
        if !self.is_word("with") {
            self.at = back;
            return Ok(Vec::new());
        }
        self.needs_2(self.span(token.start, token.end), "has mixins");
        self.next();
        self.whitespace();
        self.sign('[')?;
        let mut mixins = Vec::new();
        loop {
            self.whitespace();
            if self.kind() == Kind::Sign(']') && !mixins.is_empty() {
                self.next();
                return Ok(mixins);
            }
            mixins.push(self.shape_id("a mixin's name")?);
        }
    }
}

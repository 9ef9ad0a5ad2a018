//! The sections of a file (Smithy 2.0, "Smithy IDL overview"): control, metadata, shapes.

use super::super::lexer::Kind;
use super::super::tree::{Name, Value};
use super::{Parsed, Parser};
use crate::ast::{SIMPLE, Version, WITH_BODY};

/// Whether a statement begins with this word.
pub(super) fn is_statement(word: &str) -> bool {
    SIMPLE.contains(&word) || WITH_BODY.contains(&word) || ["apply", "metadata", "namespace", "use"].contains(&word)
}

impl Parser<'_> {
    pub(super) fn sections(&mut self) {
        self.each(|parser| parser.kind() == Kind::Sign('$'), Self::control);
        self.each(|parser| parser.is_word("metadata"), Self::metadata);
        self.whitespace();
        if self.kind() == Kind::End {
            return;
        }
        let start = self.at;
        if self.namespace().is_err() {
            self.recover(start);
            // The rest is read for its mistakes, in the namespace that may come later.
            self.each(|parser| parser.file.namespace.is_none() && parser.kind() != Kind::End, Self::until_namespace);
        }
        self.each(|parser| parser.is_word("use"), Self::use_statement);
        self.statements();
    }

    /// Reads statements for as long as they begin as they should.
    fn each(&mut self, begins: fn(&Self) -> bool, read: fn(&mut Self) -> Parsed<()>) {
        if !begins_documentation(self) {
            self.whitespace();
        }
        while begins(self) {
            let start = self.at;
            self.before = self.problems.len();
            if read(self).is_err() {
                self.recover(start);
            }
            if !begins_documentation(self) {
                self.whitespace();
            }
            if self.at == start {
                break;
            }
        }
    }

    /// `$name: value`.
    fn control(&mut self) -> Parsed<()> {
        self.next();
        let key = self.key("the name of a control statement")?;
        self.spaces();
        self.sign(':')?;
        self.spaces();
        let value = self.node()?;
        if !self.controls.insert(key.text.clone()) {
            self.wrong(value.span, format!("`${}` is there twice", key.text), "remove one of the two");
        }
        let text = if let Value::Text(text) = &value.value { Some(text.as_str()) } else { None };
        match (key.text.as_str(), text) {
            // Models older than the first release say the last.
            ("version", Some("1" | "1.0" | "1.0.0")) => self.file.version = Version::One,
            ("version", Some("2" | "2.0")) => self.file.version = Version::Two,
            ("version", Some("2.1")) => self.file.version = Version::TwoOne,
            ("version", Some(other)) => {
                let problem = format!("there is no version {other:?} of Smithy that is known here");
                self.wrong(value.span, problem, "write `$version: \"2\"`");
            }
            ("operationInputSuffix", Some(text)) => self.suffixes[0] = text.to_owned(),
            ("operationOutputSuffix", Some(text)) => self.suffixes[1] = text.to_owned(),
            ("version" | "operationInputSuffix" | "operationOutputSuffix", None) => {
                self.wrong(value.span, format!("`${}` is not a text", key.text), "put the value in double quotes");
            }
            _ => {}
        }
        self.line_end()
    }

    /// `metadata key = value`.
    fn metadata(&mut self) -> Parsed<()> {
        self.next();
        self.space("`metadata`")?;
        let key = self.key("the metadata's name")?;
        self.spaces();
        self.sign('=')?;
        self.spaces();
        let value = self.node()?;
        self.file.metadata.push((key.text, value));
        self.line_end()
    }

    /// `namespace name.space`.
    fn namespace(&mut self) -> Parsed<()> {
        if !self.is_word("namespace") {
            return Err(self.expected("a line `namespace your.name`, before all that needs one,"));
        }
        self.next();
        self.space("`namespace`")?;
        let start = self.token().start;
        self.identifier("a namespace")?;
        while self.kind() == Kind::Sign('.') {
            self.next();
            self.identifier("the next part of the namespace")?;
        }
        let span = self.since(start);
        let text = self.source.get(start..span.end - self.base).unwrap_or_default();
        self.file.namespace = Some(text.to_owned());
        self.line_end()
    }

    /// Passes by what stands before the namespace and shouldn't: that has been reported once.
    fn until_namespace(&mut self) -> Parsed<()> {
        if self.is_word("namespace") {
            return self.namespace();
        }
        let start = self.at;
        self.next();
        self.recover(start);
        Ok(())
    }

    /// `use name.space#Name`.
    fn use_statement(&mut self) -> Parsed<()> {
        self.next();
        self.space("`use`")?;
        let start = self.token().start;
        self.identifier("the ID of a shape, as `name.space#Name`,")?;
        while self.kind() == Kind::Sign('.') {
            self.next();
            self.identifier("the next part of the namespace")?;
        }
        self.sign('#')?;
        self.identifier("a shape's name after `#`")?;
        let span = self.since(start);
        let name = Name { text: self.source.get(start..span.end - self.base).unwrap_or_default().to_owned(), span };
        if self.kind() == Kind::Sign('$') {
            let (span, problem) = (self.span(start, self.token().end), format!("`use {}$…` names a member", name.text));
            return Err(self.wrong(span, problem, "name the shape alone"));
        }
        self.file.uses.push(name);
        self.line_end()
    }

    /// Shapes, and traits that are applied to them.
    fn statements(&mut self) {
        loop {
            let start = self.at;
            self.before = self.problems.len();
            let documentation = self.documentation();
            if self.kind() == Kind::End {
                return;
            }
            if self.statement(documentation).is_err() {
                self.recover(start);
                if self.at == start {
                    self.next();
                }
            }
            self.shape = None;
        }
    }
}

/// Whether what comes next may document a shape, and so belongs to it.
fn begins_documentation(parser: &Parser<'_>) -> bool {
    let next = parser.tokens.iter().skip(parser.at).find(|token| !token.is_space());
    let word = next.map_or("", |token| parser.text(*token));
    !["$", "metadata", "namespace", "use"].contains(&word)
}

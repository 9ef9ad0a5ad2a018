//! From text to [`Model`].

use super::json::{Object, span};
use super::{Member, Model, Reference, Shape, ShapeId, Trait, Traits};
use crate::diagnostic::{Diagnostic, Span};
use serde::Deserialize;
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// Parses a model's text.
///
/// # Errors
/// The text is not JSON, or not a Smithy 2.0 JSON AST. Everything found is reported.
pub fn parse(source: &str) -> Result<Model, Vec<Diagnostic>> {
    let mut parser = Parser { source, problems: Vec::new() };
    let shapes = parser.model();
    if parser.problems.is_empty() { Ok(Model { shapes }) } else { Err(parser.problems) }
}

struct Parser<'a> {
    source: &'a str,
    problems: Vec<Diagnostic>,
}

impl<'a> Parser<'a> {
    fn model(&mut self) -> BTreeMap<ShapeId, Shape> {
        let mut shapes = BTreeMap::new();
        let top = match serde_json::from_str::<Object<'a>>(self.source) {
            Ok(top) => top,
            Err(error) => {
                self.not_json(&error);
                return shapes;
            }
        };
        self.version(&top);
        for (key, value) in top.0 {
            if key == "shapes" {
                for (id, shape) in self.object(value, "the shapes", "") {
                    let id = ShapeId::new(id);
                    if let Some(shape) = self.shape(&id, shape) {
                        shapes.insert(id, shape);
                    }
                }
            }
        }
        shapes
    }

    fn not_json(&mut self, error: &serde_json::Error) {
        let line_start: usize = self.source.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
        let start = (line_start + error.column().saturating_sub(1)).min(self.source.len());
        let reason = error.to_string();
        let reason = reason.split(" at line ").next().unwrap_or_default();
        self.problems.push(Diagnostic {
            shape: None,
            span: Some(Span { start, end: start }),
            problem: format!("this is not JSON: {reason}"),
            remedy: "correct the syntax here or just before".to_owned(),
        });
    }

    fn version(&mut self, top: &Object<'a>) {
        let version = top.0.iter().find(|(key, _)| key == "smithy").map(|(_, value)| value.get().trim_matches('"'));
        if !version.is_some_and(|version| version.starts_with("2.") || version == "2") {
            let found = version.map_or("no `smithy` version".to_owned(), |version| format!("version `{version}`"));
            self.problems.push(Diagnostic::of_file(
                format!("this is not a Smithy 2.0 model: it has {found}"),
                "use the JSON AST of Smithy 2.0, which begins with `\"smithy\": \"2.0\"`",
            ));
        }
    }

    /// An object's entries; a value of any other kind is a problem.
    fn object(&mut self, value: &'a RawValue, what: &str, shape: &str) -> Vec<(String, &'a RawValue)> {
        match serde_json::from_str::<Object<'a>>(value.get()) {
            Ok(object) => object.0,
            Err(_) => {
                self.wrong(value, shape, format!("{what} must be an object"));
                Vec::new()
            }
        }
    }

    fn wrong(&mut self, value: &RawValue, shape: &str, problem: String) {
        let remedy = "correct it as the specification says (Smithy 2.0, \"JSON AST\")";
        self.problems.push(Diagnostic::at(span(self.source, value), shape, problem, remedy));
    }

    fn text(&mut self, value: &'a RawValue, what: &str, shape: &str) -> Option<String> {
        let text = String::deserialize(value).ok();
        if text.is_none() {
            self.wrong(value, shape, format!("{what} must be a string"));
        }
        text
    }

    fn shape(&mut self, id: &ShapeId, value: &'a RawValue) -> Option<Shape> {
        let mut shape = Shape {
            id: id.clone(),
            kind: String::new(),
            span: span(self.source, value),
            traits: Traits::default(),
            members: Vec::new(),
            references: Vec::new(),
            version: None,
        };
        let name = id.as_str();
        for (key, value) in self.object(value, "a shape", name) {
            match key.as_str() {
                "type" => shape.kind = self.text(value, "`type`", name)?,
                "version" => shape.version = self.text(value, "`version`", name),
                "traits" => shape.traits = self.traits(value, name),
                "members" => {
                    for (member, value) in self.object(value, "`members`", name) {
                        shape.members.extend(self.member(&member, value, name));
                    }
                }
                "member" | "key" | "value" => shape.members.extend(self.member(&key, value, name)),
                _ => self.references(&key, value, name, &mut shape.references),
            }
        }
        if shape.kind.is_empty() {
            self.wrong(value, name, "the shape has no `type`".to_owned());
            return None;
        }
        Some(shape)
    }

    fn member(&mut self, member: &str, value: &'a RawValue, shape: &str) -> Option<Member> {
        let name = format!("{shape}${member}");
        let mut target = None;
        let mut traits = Traits::default();
        for (key, value) in self.object(value, "a member", &name) {
            match key.as_str() {
                "target" => target = self.text(value, "`target`", &name),
                "traits" => traits = self.traits(value, &name),
                _ => {}
            }
        }
        if target.is_none() {
            self.wrong(value, &name, "the member has no `target`".to_owned());
        }
        Some(Member { name: member.to_owned(), target: ShapeId::new(target?), span: span(self.source, value), traits })
    }

    fn traits(&mut self, value: &'a RawValue, shape: &str) -> Traits {
        let mut traits = Traits::default();
        for (id, value) in self.object(value, "`traits`", shape) {
            match serde_json::from_str(value.get()) {
                Ok(parsed) => {
                    traits.0.insert(id, Trait { value: parsed, span: span(self.source, value) });
                }
                Err(error) => self.wrong(value, shape, format!("the value of `{id}` can't be read: {error}")),
            }
        }
        traits
    }

    /// `{"target": …}`, or a list of such; anything else is not a reference and not this room's business.
    fn references(&mut self, key: &str, value: &'a RawValue, shape: &str, into: &mut Vec<(String, Reference)>) {
        let text = value.get();
        if text.starts_with('[') {
            let items: Vec<&'a RawValue> = serde_json::from_str(text).unwrap_or_default();
            for item in items {
                self.references(key, item, shape, into);
            }
        } else if text.starts_with('{') {
            for (name, target) in self.object(value, key, shape) {
                if name == "target" && let Some(target) = self.text(target, "`target`", shape) {
                    let reference = Reference { target: ShapeId::new(target), span: span(self.source, value) };
                    into.push((key.to_owned(), reference));
                }
            }
        }
    }
}

//! From a JSON AST's text to a [`Document`], and to [`Model`].

use super::assemble::Assembly;
use super::json::{CORRECT_SYNTAX, Object, items, not_json, place, span};
use super::mixin::Applied;
use super::syntax::{is_identifier, is_shape_id, is_shape_type};
use super::{Document, Member, Model, Reference, Shape, ShapeId, Trait, Traits, Version};
use crate::diagnostic::{Diagnostic, Problems, Sources, Span};
use serde::Deserialize;
use serde_json::error::Category;
use serde_json::value::RawValue;
use std::collections::{BTreeMap, BTreeSet};

/// Parses the text of a model's JSON AST, of Smithy 1.0, 2.0 or 2.1.
///
/// # Errors
/// The text is not JSON, or not such a JSON AST. Everything found is reported.
pub fn parse(source: &str) -> Result<Model, Problems> {
    let mut model = parse_as_written(source)?;
    super::rename(&mut model);
    Ok(model)
}

/// As [`parse`], but shapes that a service calls otherwise keep the names that they are written with.
fn parse_as_written(source: &str) -> Result<Model, Vec<Diagnostic>> {
    let (document, problems) = document(source, 0);
    let mut assembly = Assembly::of(Sources::new(&[("the file", source)]));
    assembly.add(document);
    assembly.problems.extend(problems);
    assembly.finish()
}

/// What a file says, its places counted from `base`; and what is wrong in it.
pub(crate) fn document(source: &str, base: usize) -> (Document, Vec<Diagnostic>) {
    let mut parser = Parser { source, base, document: Document::default(), problems: Vec::new() };
    parser.model();
    (parser.document, parser.problems)
}

/// What to do about a model that breaks the rules of the JSON AST.
const AS_SPECIFIED: &str = "correct it as the specification says (Smithy 2.0, \"JSON AST\")";

/// An object's entries, of which each value is still to be read.
type Entries<'a> = Vec<(String, &'a RawValue)>;

/// Whether an object stands for traits that are applied from outside a shape.
fn is_apply(entries: &Entries<'_>) -> bool {
    entries.iter().any(|(key, value)| key == "type" && value.get() == "\"apply\"")
}

struct Parser<'a> {
    source: &'a str,
    base: usize,
    document: Document,
    problems: Vec<Diagnostic>,
}

impl<'a> Parser<'a> {
    fn model(&mut self) {
        let top = match serde_json::from_str::<Object<'a>>(self.source) {
            Ok(top) => top,
            Err(error) => return self.not_json(&error),
        };
        self.version(&top);
        let at_top = |name: &str| top.0.iter().find(|(key, _)| key == name).map(|(_, value)| *value);
        let metadata = at_top("metadata").map(|value| self.object(value, None, "`metadata` must be an object"));
        for (key, value) in metadata.unwrap_or_default() {
            if let Ok(parsed) = serde_json::from_str(value.get()) {
                self.document.metadata.push((key, parsed, self.span(value)));
            }
        }
        let found = at_top("shapes");
        if found.is_none() && self.problems.is_empty() {
            self.document.lacks_shapes = true;
        }
        let found = found.map(|value| self.object(value, None, "`shapes` must be an object"));
        let mut ids = BTreeSet::new();
        for (id, value) in found.unwrap_or_default() {
            // One that is there twice has been reported.
            if !ids.insert(id.clone()) {
                continue;
            }
            let before = self.problems.len();
            let entries = self.object(value, Some(&id), "must be an object");
            if is_apply(&entries) {
                let applied = self.applied(id, value, entries);
                self.document.applied.push(applied);
                continue;
            }
            let is_right = self.problems.len() == before;
            if let Some(shape) = self.shape(ShapeId::new(id), value, entries, is_right) {
                self.document.shapes.push(shape);
            }
        }
    }

    fn span(&self, value: &RawValue) -> Span {
        let Span { start, end } = span(self.source, value);
        Span { start: start + self.base, end: end + self.base }
    }

    fn not_json(&mut self, error: &serde_json::Error) {
        let (problem, remedy) = match error.classify() {
            Category::Data => ("this is not a Smithy model: it must be an object".to_owned(), AS_SPECIFIED),
            _ => (not_json(error), CORRECT_SYNTAX),
        };
        let start = place(self.source, error) + self.base;
        let span = Some(Span { start, end: start });
        self.problems.push(Diagnostic { shape: None, span, problem, remedy: remedy.to_owned() });
    }

    fn version(&mut self, top: &Object<'a>) {
        let version = top.0.iter().find(|(key, _)| key == "smithy").map(|(_, value)| *value);
        let text = version.and_then(|version| String::deserialize(version).ok());
        match text.as_deref().map(|text| text.split_once('.').map_or(text, |(major, _)| major)) {
            Some("2") if text.as_deref() == Some("2.1") => self.document.version = Version::TwoOne,
            Some("2") => self.document.version = Version::Two,
            Some("1") => self.document.version = Version::One,
            _ => self.wrong_version(version),
        }
    }

    fn wrong_version(&mut self, version: Option<&'a RawValue>) {
        self.problems.push(Diagnostic {
            shape: None,
            span: Some(version.map_or(Span { start: self.base, end: self.base }, |version| self.span(version))),
            problem: match version {
                Some(version) => format!("this is not a Smithy 2.0 model: its version is {version}"),
                None => "this is not a Smithy 2.0 model: it has no `smithy` version".to_owned(),
            },
            remedy: "use the JSON AST of Smithy 2.0, which begins with `\"smithy\": \"2.0\"`".to_owned(),
        });
    }

    /// An object's entries; a value of any other kind is a problem, and so is a key that stands there twice.
    fn object(&mut self, value: &'a RawValue, shape: Option<&str>, problem: &str) -> Entries<'a> {
        let Ok(Object(entries)) = serde_json::from_str::<Object<'a>>(value.get()) else {
            self.wrong(value, shape, problem);
            return Vec::new();
        };
        let mut keys = BTreeSet::new();
        for (key, value) in &entries {
            if !keys.insert(key) {
                let twice =
                    if shape.is_some() { format!("has `{key}` twice") } else { format!("`{key}` is there twice") };
                self.problems.push(self.diagnostic(value, shape, twice, "remove one of the two"));
            }
        }
        entries
    }

    fn wrong(&mut self, value: &RawValue, shape: Option<&str>, problem: impl Into<String>) {
        self.problems.push(self.diagnostic(value, shape, problem, AS_SPECIFIED));
    }

    fn diagnostic(&self, at: &RawValue, shape: Option<&str>, problem: impl Into<String>, remedy: &str) -> Diagnostic {
        let span = Some(self.span(at));
        Diagnostic { shape: shape.map(str::to_owned), span, problem: problem.into(), remedy: remedy.to_owned() }
    }

    fn text(&mut self, value: &'a RawValue, what: &str, shape: &str) -> Option<String> {
        let text = String::deserialize(value).ok();
        if text.is_none() {
            self.wrong(value, Some(shape), format!("has a {what} that is not a string"));
        }
        text
    }

    /// `{"type": "apply", "traits": …}`.
    fn applied(&mut self, target: String, value: &'a RawValue, entries: Entries<'a>) -> Applied {
        let mut traits = Traits::default();
        for (key, value) in entries {
            match key.as_str() {
                "type" => {}
                "traits" => traits = self.traits(value, &target),
                _ => self.wrong(value, Some(&target), format!("has a property `{key}`, which Smithy doesn't know")),
            }
        }
        Applied { target, span: self.span(value), traits }
    }

    /// The shape that an object's entries are of; `is_right` if there is nothing wrong with them as such.
    fn shape(&mut self, id: ShapeId, value: &'a RawValue, entries: Entries<'a>, is_right: bool) -> Option<Shape> {
        let name = id.as_str();
        if !is_shape_id(name) {
            let remedy = "write it as `namespace#Name`, in ASCII letters, digits and `_`";
            self.problems.push(self.diagnostic(value, Some(name), "is not a shape ID", remedy));
        }
        let mut shape = Shape {
            id: id.clone(),
            kind: String::new(),
            span: self.span(value),
            traits: Traits::default(),
            members: Vec::new(),
            references: Vec::new(),
            version: None,
            values: BTreeMap::new(),
        };
        let before = self.problems.len();
        for (key, value) in entries {
            self.property(&mut shape, &key, value);
        }
        if shape.kind.is_empty() && is_right && self.problems.len() == before {
            self.wrong(value, Some(name), "has no `type`");
        }
        (!shape.kind.is_empty()).then_some(shape)
    }

    fn property(&mut self, shape: &mut Shape, key: &str, value: &'a RawValue) {
        let id = shape.id.clone();
        let name = id.as_str();
        match key {
            "type" => shape.kind = self.kind(value, name).unwrap_or_default(),
            "version" => shape.version = self.text(value, "`version`", name),
            "traits" => shape.traits = self.traits(value, name),
            "members" => {
                for (member, value) in self.object(value, Some(name), "has `members` that are not an object") {
                    shape.members.extend(self.member(&member, value, name));
                }
            }
            "member" | "key" | "value" => shape.members.extend(self.member(key, value, name)),
            "operations" | "resources" | "errors" | "collectionOperations" | "mixins" => match items(value) {
                Some(items) => items.into_iter().for_each(|item| self.reference(shape, key, item)),
                None => self.wrong(value, Some(name), format!("has `{key}` that are not a list")),
            },
            "input" | "output" | "create" | "put" | "read" | "update" | "delete" | "list" => {
                self.reference(shape, key, value);
            }
            // A resource's own description, which calls don't depend on.
            "identifiers" | "properties" => self.value(shape, key, value),
            "rename" => {
                self.value(shape, key, value);
                for (_, to) in self.object(value, Some(name), "has a `rename` that is not an object") {
                    let _ = self.text(to, "name in `rename`", name);
                }
            }
            _ => self.wrong(value, Some(name), format!("has a property `{key}`, which Smithy doesn't know")),
        }
    }

    fn value(&mut self, shape: &mut Shape, key: &str, value: &'a RawValue) {
        match serde_json::from_str(value.get()) {
            Ok(parsed) => drop(shape.values.insert(key.to_owned(), parsed)),
            Err(error) => {
                self.wrong(value, Some(shape.id.as_str()), format!("has `{key}` that can't be read: {error}"))
            }
        }
    }

    fn kind(&mut self, value: &'a RawValue, shape: &str) -> Option<String> {
        let kind = self.text(value, "`type`", shape)?;
        if !is_shape_type(&kind) {
            self.wrong(value, Some(shape), format!("is of type `{kind}`, which Smithy doesn't have"));
            return None;
        }
        Some(kind)
    }

    fn member(&mut self, member: &str, value: &'a RawValue, shape: &str) -> Option<Member> {
        let name = format!("{shape}${member}");
        if !is_identifier(member) {
            let remedy =
                "use ASCII letters, digits and `_`, beginning with a letter; `smithy.api#jsonName` can hold any name";
            self.problems.push(self.diagnostic(value, Some(&name), "is not a name that a member can have", remedy));
        }
        let mut target = None;
        let mut traits = Traits::default();
        let before = self.problems.len();
        for (key, value) in self.object(value, Some(&name), "must be an object with a `target`") {
            match key.as_str() {
                "target" => target = self.text(value, "`target`", &name),
                "traits" => traits = self.traits(value, &name),
                _ => self.wrong(value, Some(&name), format!("has a property `{key}`, which Smithy doesn't know")),
            }
        }
        if target.is_none() && self.problems.len() == before {
            self.wrong(value, Some(&name), "has no `target`");
        }
        Some(Member { name: member.to_owned(), target: ShapeId::new(target?), span: self.span(value), traits })
    }

    fn traits(&mut self, value: &'a RawValue, shape: &str) -> Traits {
        let mut traits = Traits::default();
        for (id, value) in self.object(value, Some(shape), "has `traits` that are not an object") {
            match serde_json::from_str(value.get()) {
                Ok(parsed) => {
                    let of_items = items(value).unwrap_or_default();
                    let items = of_items.into_iter().map(|item| self.span(item)).collect();
                    traits.0.insert(id, Trait { value: parsed, span: self.span(value), items });
                }
                Err(error) => self.wrong(value, Some(shape), format!("has a `{id}` that can't be read: {error}")),
            }
        }
        traits
    }

    /// `{"target": …}`.
    fn reference(&mut self, shape: &mut Shape, key: &str, value: &'a RawValue) {
        let target = serde_json::from_str::<Object<'a>>(value.get()).ok();
        let target = target.and_then(|entries| entries.0.into_iter().find(|(name, _)| name == "target"));
        match target.and_then(|(_, target)| String::deserialize(target).ok()) {
            Some(target) => {
                let reference = Reference { target: ShapeId::new(target), span: self.span(value) };
                shape.references.push((key.to_owned(), reference));
            }
            None => {
                let problem = format!("has in `{key}` what is not of the form `{{\"target\": \"namespace#Name\"}}`");
                self.wrong(value, Some(shape.id.as_str()), problem);
            }
        }
    }
}

//! Names → the IDs that they stand for (Smithy 2.0, "Relative shape ID resolution"); what a file says → [`Document`].

mod inline;
mod property;

use super::definitions;
use super::prelude::Prelude;
use super::tree::{self, File, Name, Node, Statement, Target, Value};
use crate::ast::{Applied, Document, Elided, Member, Reference, Shape, ShapeId, Trait, Traits};
use crate::diagnostic::{Diagnostic, Span};
use serde_json::{Map, Value as Json};
use std::collections::BTreeMap;

/// Resolves a file's names, knowing the IDs of all shapes of all files.
pub(super) fn resolve(file: File, shapes: &BTreeMap<String, String>) -> (Document, Vec<Diagnostic>) {
    let namespace = file.namespace.clone().unwrap_or_default();
    let mut resolver =
        Resolver { namespace, uses: BTreeMap::new(), shapes, synthetic: BTreeMap::new(), problems: Vec::new() };
    resolver.uses(&file);
    let mut document = Document { version: file.version, ..Document::default() };
    for (key, value) in file.metadata {
        let span = value.span;
        document.metadata.push((key, resolver.json(value), span));
    }
    for statement in file.shapes {
        let shape = resolver.shape(statement, &mut document.elided);
        document.shapes.push(shape);
    }
    document.shapes.extend(std::mem::take(&mut resolver.synthetic).into_values());
    for (target, traits) in file.applied {
        let (shape, member) = match target.text.split_once('$') {
            Some((shape, member)) => (shape, Some(member)),
            None => (target.text.as_str(), None),
        };
        let shape = resolver.id(shape);
        let target = Name { text: member.map_or(shape.clone(), |member| format!("{shape}${member}")), ..target };
        let traits = resolver.traits(traits, &target.text);
        document.applied.push(Applied { target: target.text, span: target.span, traits });
    }
    (document, resolver.problems)
}

struct Resolver<'s> {
    namespace: String,
    /// The IDs of what is imported, by name.
    uses: BTreeMap<String, String>,
    /// The types of all shapes of all files, by ID.
    shapes: &'s BTreeMap<String, String>,
    /// The lists and maps that members have without a name, by ID and what they hold: two that hold different shapes can have
    /// one ID, as Smithy forms it, and then the model is refused where its files are put together.
    synthetic: BTreeMap<(ShapeId, Vec<String>), Shape>,
    problems: Vec<Diagnostic>,
}

impl Resolver<'_> {
    fn uses(&mut self, file: &File) {
        for used in &file.uses {
            let name = used.text.rsplit('#').next().unwrap_or_default().to_owned();
            match self.uses.get(&name) {
                Some(other) if *other != used.text => {
                    let problem = format!("`use {}` takes the name that `use {other}` has given already", used.text);
                    let remedy = "remove one of the two, and write its whole ID where it is meant".to_owned();
                    self.problems.push(Diagnostic { shape: None, span: Some(used.span), problem, remedy });
                }
                _ => drop(self.uses.insert(name, used.text.clone())),
            }
        }
        for statement in &file.shapes {
            let own = format!("{}#{}", self.namespace, statement.name.text);
            if let Some(used) = self.uses.get(&statement.name.text).filter(|used| **used != own) {
                let problem = format!("has the name that `use {used}` has given already");
                let remedy = "rename it, or remove the `use` and write that shape's whole ID";
                self.problems.push(Diagnostic::at(statement.name.span, own, problem, remedy));
            }
        }
    }

    /// The ID that a name stands for.
    fn id(&self, name: &str) -> String {
        if name.contains('#') {
            return name.to_owned();
        }
        let (shape, member) = name.split_at(name.find('$').unwrap_or(name.len()));
        if let Some(used) = self.uses.get(shape) {
            return format!("{used}{member}");
        }
        let own = format!("{}#{shape}", self.namespace);
        if !self.shapes.contains_key(&own) && Prelude::get().has(shape) {
            return format!("smithy.api#{shape}{member}");
        }
        own + member
    }

    fn json(&self, node: Node) -> Json {
        match node.value {
            Value::Null => Json::Null,
            Value::Boolean(value) => Json::Bool(value),
            Value::Number(value) => Json::Number(value),
            Value::Text(text) => Json::String(text),
            Value::Id(name) => Json::String(self.id(&name)),
            Value::Array(items) => items.into_iter().map(|item| self.json(item)).collect(),
            Value::Object(entries) => {
                let entries = entries.into_iter().map(|(key, value)| (key.text, self.json(value)));
                Json::Object(entries.collect())
            }
        }
    }

    fn traits(&mut self, applied: Vec<tree::Applied>, shape: &str) -> Traits {
        let mut traits = Traits::default();
        for applied in applied {
            let id = self.id(&applied.name.text);
            let span = applied.value.as_ref().map_or(applied.name.span, |value| value.span);
            let items = match &applied.value {
                Some(Node { value: Value::Array(items), .. }) => items.iter().map(|item| item.span).collect(),
                _ => Vec::new(),
            };
            let value = match applied.value {
                Some(value) => self.json(value),
                None => self.value_of_none(&id),
            };
            let found = Trait { value, span, items };
            match traits.0.get_mut(&id) {
                None => drop(traits.0.insert(id, found)),
                Some(known) => {
                    if crate::ast::join(known, found).is_err() {
                        let problem = format!("has the trait `{id}` twice, with two values");
                        self.problems.push(Diagnostic::at(applied.span, shape, problem, "remove one of the two"));
                    }
                }
            }
        }
        traits
    }

    /// The value of a trait that is given none (Smithy 2.0, "Trait values").
    fn value_of_none(&self, id: &str) -> Json {
        let own = self.shapes.get(id).map(String::as_str);
        let kind = own.or_else(|| Prelude::get().kind(id)).or_else(|| definitions::kind(id));
        match kind {
            Some("list" | "set") => Json::Array(Vec::new()),
            // One that is defined elsewhere is what nearly all traits are.
            None | Some("structure" | "map" | "union") => Json::Object(Map::new()),
            Some(_) => Json::Null,
        }
    }

    fn shape(&mut self, statement: Statement, elided: &mut Vec<Elided>) -> Shape {
        let id = ShapeId::new(format!("{}#{}", self.namespace, statement.name.text));
        let traits = self.traits(statement.traits, id.as_str());
        let mut shape = bare(id, statement.kind, statement.name.span, traits);
        for (name, value) in statement.properties {
            self.property(&mut shape, &name, value);
        }
        for mixin in statement.mixins {
            let reference = Reference { target: ShapeId::new(self.id(&mixin.text)), span: mixin.span };
            shape.references.push(("mixins".to_owned(), reference));
        }
        let resource = statement.resource.map(|resource| self.resource(&resource, &shape.id));
        for member in statement.members {
            if let Target::Elided = &member.target {
                let (shape, name, span) = (shape.id.clone(), member.name.text.clone(), member.name.span);
                elided.push(Elided { shape, member: name, resource: resource.clone(), span });
            }
            let member = self.member(&shape, member);
            shape.members.push(member);
        }
        shape
    }

    /// The resource of which a shape takes members.
    fn resource(&mut self, resource: &Name, shape: &ShapeId) -> ShapeId {
        let target = self.id(&resource.text);
        let is_own = target.split('#').next() == Some(&self.namespace);
        let problem = match self.shapes.get(&target).map(String::as_str) {
            Some("resource") => None,
            Some(_) => Some(format!("takes members of `{target}`, which is no resource")),
            None if is_own => Some(format!("takes members of `{target}`, which is not in the model")),
            None => None,
        };
        let remedy = "name a resource, or correct its spelling";
        self.problems.extend(problem.map(|problem| Diagnostic::at(resource.span, shape.as_str(), problem, remedy)));
        ShapeId::new(target)
    }

    fn member(&mut self, shape: &Shape, member: tree::Member) -> Member {
        let target = match &member.target {
            Target::Unit => "smithy.api#Unit".to_owned(),
            Target::Elided => String::new(),
            target => self.targeted(target),
        };
        let place = format!("{}${}", shape.id, member.name.text);
        let mut traits = self.traits(member.traits, &place);
        if let Some(value) = member.value {
            let id = if matches!(shape.kind.as_str(), "enum" | "intEnum") { "enumValue" } else { "default" };
            let span = value.span;
            let value = Trait { value: self.json(value), span, items: Vec::new() };
            if traits.0.insert(format!("smithy.api#{id}"), value).is_some() {
                let problem = format!("has a value after `=` and the trait `{id}`");
                self.problems.push(Diagnostic::at(span, place, problem, "remove one of the two"));
            }
        }
        Member { name: member.name.text, target: ShapeId::new(target), span: member.span, traits }
    }
}

/// A shape of which no more is known.
fn bare(id: ShapeId, kind: &str, span: Span, traits: Traits) -> Shape {
    let (members, references) = (Vec::new(), Vec::new());
    Shape { id, kind: kind.to_owned(), span, traits, members, references, version: None, values: BTreeMap::new() }
}

/// The types of the shapes that a file defines, by ID.
pub(super) fn kinds(file: &File) -> impl Iterator<Item = (String, String)> {
    let namespace = file.namespace.as_deref().unwrap_or_default();
    file.shapes.iter().map(move |shape| (format!("{namespace}#{}", shape.name.text), shape.kind.to_owned()))
}

//! What the parts of a model may not be to each other (Smithy 2.0: "Constraint traits", "HTTP bindings", "Service types", …).
//! The events are called as Smithy's validators are.
//!
//! Only a strict check asks: the generator looks at what it uses, and says what it can't do.

mod constraint;
mod default;
mod http;
mod message;
mod pages;
mod private;
mod recursion;
mod resource;
mod service;
mod stream;

use super::{Checker, Prelude, a, definitions};
use crate::ast::{Shape, ShapeId, Traits, UNIT};
use crate::diagnostic::Span;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What is wrong with shapes that have what their mixins have.
pub(super) fn check(checker: &mut Checker<'_>, shapes: &BTreeMap<ShapeId, Shape>) {
    let mut rules = Rules { checker, shapes, told: BTreeSet::new(), left: 1 << 22 };
    // Of what a model of Smithy 1.0 becomes, enums have forgotten what they were written as.
    let written = rules.checker.shapes;
    written.values().for_each(|shape| rules.enumeration(shape));
    for shape in shapes.values() {
        rules.constraints(shape);
        rules.defaults(shape);
        rules.private(shape);
        match shape.kind.as_str() {
            "structure" => {
                rules.message(shape);
                rules.json_names(shape);
                rules.event(shape);
            }
            "union" => rules.json_names(shape),
            "operation" => {
                rules.http(shape);
                rules.host(shape);
            }
            "resource" => rules.resource(shape),
            "service" => rules.service(shape),
            _ => {}
        }
    }
    rules.recursion();
    rules.streams();
}

/// How many problems are told: a mistake in what thousands of operations share is one in each of them.
const MOST_TOLD: usize = 10_000;

struct Rules<'c, 'a, 'm> {
    checker: &'c mut Checker<'a>,
    shapes: &'m BTreeMap<ShapeId, Shape>,
    /// What was told, by event and place: what a mixin has is told once, however many have the mixin.
    told: BTreeSet<(&'static str, usize, String)>,
    /// How many steps may still be taken over what several shapes share: a model can have many services with the same operations,
    /// all of one input. Real ones need a small part of them.
    left: usize,
}

impl<'m> Rules<'_, '_, 'm> {
    fn wrong(
        &mut self,
        event: &'static str,
        span: Span,
        shape: impl Into<String>,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        let problem = problem.into();
        if self.told.len() < MOST_TOLD && self.told.insert((event, span.start, problem.clone())) {
            self.checker.event = event;
            self.checker.wrong(span, shape, problem, remedy);
        }
    }

    /// Whether so many steps can still be taken.
    fn takes(&mut self, steps: usize) -> bool {
        let left = self.left.checked_sub(steps);
        self.left = left.unwrap_or_default();
        left.is_some()
    }

    /// A shape of the model or of the prelude.
    fn shape(&self, id: &ShapeId) -> Option<&'m Shape> {
        self.shapes.get(id).or_else(|| Prelude::shapes().get(id))
    }

    /// The type of a shape, if it is there.
    fn kind(&self, id: &ShapeId) -> Option<&'m str> {
        self.shape(id).map(|shape| shape.kind.as_str())
    }

    /// An operation's input or output.
    fn message_of(&self, operation: &'m Shape, property: &'m str) -> Option<&'m Shape> {
        match operation.references(property).next() {
            None => Some(&UNIT),
            Some(reference) => self.shape(&reference.target),
        }
    }

    /// What a shape refers to, of those that are there.
    fn referred(&self, shape: &'m Shape, properties: &'static [&'static str]) -> Vec<&'m Shape> {
        let named = shape.references.iter().filter(|(property, _)| properties.contains(&property.as_str()));
        named.filter_map(|(_, reference)| self.shapes.get(&reference.target)).collect()
    }

    /// A service, and all resources below it, each once.
    fn containers(&mut self, service: &'m Shape) -> Vec<&'m Shape> {
        let mut found = vec![service];
        let mut known = BTreeSet::from([&service.id]);
        let mut at = 0;
        while let Some(container) = found.get(at).copied() {
            at += 1;
            if !self.takes(1) {
                break;
            }
            let below = self.referred(container, &["resources"]);
            found.extend(below.into_iter().filter(|resource| known.insert(&resource.id)));
        }
        found
    }

    /// The operations of a service, each once.
    fn operations(&mut self, service: &'m Shape) -> Vec<&'m Shape> {
        let mut known = BTreeSet::new();
        let containers = self.containers(service);
        let all = containers.into_iter().flat_map(|container| self.referred(container, OPERATIONS));
        let found: Vec<_> = all.filter(|operation| known.insert(&operation.id)).collect();
        if self.takes(found.len()) { found } else { Vec::new() }
    }

    /// The definitions of traits that a shape has.
    fn definitions<'t>(&self, traits: &'t Traits) -> Vec<(&'t str, &'m Shape)> {
        let definition = |id: &str| {
            let id = ShapeId::new(id);
            self.shape(&id).or_else(|| definitions::shapes().get(&id))
        };
        traits.0.keys().filter_map(|id| Some((id.as_str(), definition(id)?))).collect()
    }
}

/// The properties of services and resources that name operations.
const OPERATIONS: &[&str] =
    &["operations", "collectionOperations", "create", "put", "read", "update", "delete", "list"];

/// A trait's value, if it is a text.
fn text<'t>(traits: &'t Traits, name: &str) -> Option<&'t str> {
    traits.get(name)?.value.as_str()
}

/// Names in a message.
fn listed<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    names.into_iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// The identifiers of a resource, with what they target.
fn identifiers(resource: &Shape) -> BTreeMap<&str, &str> {
    let entries = resource.values.get("identifiers").and_then(Value::as_object).into_iter().flatten();
    entries.filter_map(|(name, value)| Some((name.as_str(), value.get("target")?.as_str()?))).collect()
}

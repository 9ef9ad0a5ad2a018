//! What selectors read of shapes (Smithy 2.0, "Selectors", "Attributes").

use super::graph::{Graph, Node};
use super::{Operand, Path, Segment};
use serde_json::Value;
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

/// The variables of a selector: what each holds.
pub(super) type Variables = BTreeMap<String, BTreeSet<usize>>;

/// A value, as far as a path has led.
#[derive(Clone, Debug)]
pub(super) enum Found<'a> {
    /// There is none.
    Nothing,
    /// A shape, of which attributes can be read.
    Shape(usize),
    /// A whole ID, and what it is part of.
    Id(&'a str),
    Text(&'a str),
    Number(usize),
    /// The traits of a shape.
    Traits(usize),
    /// A trait's value, or a part of it.
    Node(&'a Value),
    Variables,
    /// Several values.
    Projection(Vec<Found<'a>>),
}

/// Where paths begin.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) graph: &'a Graph<'a>,
    pub(super) variables: &'a Variables,
    /// How many steps may still be taken: what is read and compared counts, too.
    pub(super) left: &'a Cell<usize>,
}

impl<'a> Context<'a> {
    pub(super) fn read(self, from: Found<'a>, path: &Path) -> Found<'a> {
        path.iter().fold(from, |found, segment| self.step(found, segment))
    }

    /// Takes steps; `false` if there are none left.
    pub(super) fn spend(self, steps: usize) -> bool {
        let left = self.left.get().checked_sub(steps.max(1));
        self.left.set(left.unwrap_or(0));
        left.is_some()
    }

    /// What a side of an assertion says of a scope.
    pub(super) fn operand(self, operand: &'a Operand, scope: &Found<'a>) -> Found<'a> {
        match operand {
            Operand::Literal(text) => Found::Text(text),
            Operand::Context(path) => self.read(scope.clone(), path),
        }
    }

    fn node(self, index: usize) -> Option<&'a Node<'a>> {
        self.graph.nodes.get(index)
    }

    fn step(self, found: Found<'a>, segment: &Segment) -> Found<'a> {
        let size = match &found {
            Found::Projection(values) => values.len(),
            Found::Node(Value::Array(items)) => items.len(),
            Found::Node(Value::Object(entries)) => entries.len(),
            _ => 1,
        };
        if !self.spend(size) {
            return Found::Nothing;
        }
        match (found, segment) {
            (Found::Projection(values), Segment::Function(name)) if name == "first" => {
                values.into_iter().flat_map(Found::flat).next().unwrap_or(Found::Nothing)
            }
            (Found::Projection(values), segment) => {
                let values = values.into_iter().map(|value| self.step(value, segment));
                Found::Projection(values.filter(|value| !matches!(value, Found::Nothing)).collect())
            }
            (found, Segment::Name(name)) => self.property(found, name),
            (found, Segment::Function(name)) => self.function(found, name),
        }
    }

    fn property(self, found: Found<'a>, name: &str) -> Found<'a> {
        match found {
            Found::Shape(index) => match (name, self.node(index)) {
                ("id", Some(node)) => Found::Id(&node.id),
                ("trait", Some(_)) => Found::Traits(index),
                // It has an ID and a version, as the shape has.
                ("service", Some(node)) if node.kind == "service" => found,
                ("version", Some(node)) => node.version.map_or(Found::Nothing, Found::Text),
                ("var", Some(_)) => Found::Variables,
                _ => Found::Nothing,
            },
            Found::Id(id) => {
                let (namespace, rest) = id.split_once('#').unwrap_or(("", id));
                let (shape, member) =
                    rest.split_once('$').map_or((rest, None), |(shape, member)| (shape, Some(member)));
                match name {
                    "namespace" => Found::Text(namespace),
                    "name" => Found::Text(shape),
                    "member" => member.map_or(Found::Nothing, Found::Text),
                    _ => Found::Nothing,
                }
            }
            Found::Traits(index) => {
                let applied = self.node(index).and_then(|node| node.traits.get(name));
                applied.map_or(Found::Nothing, |applied| Found::Node(&applied.value))
            }
            Found::Node(value) => value.get(name).map_or(Found::Nothing, Found::Node),
            Found::Variables => match self.variables.get(name) {
                Some(shapes) => Found::Projection(shapes.iter().map(|index| Found::Shape(*index)).collect()),
                None => Found::Nothing,
            },
            Found::Nothing | Found::Text(_) | Found::Number(_) | Found::Projection(_) => Found::Nothing,
        }
    }

    fn function(self, found: Found<'a>, name: &str) -> Found<'a> {
        let traits = |index| self.node(index).map(|node| &node.traits.0);
        match (found, name) {
            (Found::Traits(index), "keys") => {
                Found::Projection(traits(index).into_iter().flatten().map(|(id, _)| Found::Id(id)).collect())
            }
            (Found::Traits(index), "values") => {
                let values = traits(index).into_iter().flatten().map(|(_, applied)| Found::Node(&applied.value));
                Found::Projection(values.collect())
            }
            (Found::Traits(index), "length") => Found::Number(traits(index).map_or(0, BTreeMap::len)),
            (Found::Node(Value::Object(entries)), "keys") => {
                Found::Projection(entries.keys().map(|key| Found::Text(key)).collect())
            }
            (Found::Node(Value::Object(entries)), "values") => {
                Found::Projection(entries.values().map(Found::Node).collect())
            }
            (Found::Node(Value::Array(items)), "values") => Found::Projection(items.iter().map(Found::Node).collect()),
            (Found::Node(Value::Object(entries)), "length") => Found::Number(entries.len()),
            (Found::Node(Value::Array(items)), "length") => Found::Number(items.len()),
            (Found::Node(Value::String(text)), "length") => Found::Number(text.chars().count()),
            (Found::Text(text) | Found::Id(text), "length") => Found::Number(text.chars().count()),
            _ => Found::Nothing,
        }
    }

    /// The value as a text, which only some values are; none if there is no value.
    pub(super) fn text(self, found: &Found<'a>) -> Option<String> {
        Some(match found {
            Found::Nothing => return None,
            Found::Shape(index) => self.node(*index).map(|node| node.id.clone()).unwrap_or_default(),
            Found::Id(text) | Found::Text(text) => (*text).to_owned(),
            Found::Number(number) => number.to_string(),
            Found::Node(Value::String(text)) => text.clone(),
            Found::Node(Value::Bool(flag)) => flag.to_string(),
            Found::Node(Value::Number(number)) => number.to_string(),
            Found::Node(_) | Found::Traits(_) | Found::Variables | Found::Projection(_) => String::new(),
        })
    }
}

impl<'a> Found<'a> {
    /// Whether there is something.
    pub(super) fn exists(&self) -> bool {
        match self {
            Found::Nothing => false,
            Found::Projection(values) => !values.is_empty(),
            _ => true,
        }
    }

    /// The values of a projection, and of those in it; or the value itself.
    pub(super) fn flat(self) -> Vec<Found<'a>> {
        match self {
            Found::Projection(values) => values.into_iter().flat_map(Found::flat).collect(),
            value => vec![value],
        }
    }
}

//! Shapes and members, and how they are connected (Smithy 2.0, "Selectors", "Relationships").

use crate::ast::{Shape, ShapeId, Traits};
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};

/// A model for selectors: each shape and each member is a node.
pub(crate) struct Graph<'m> {
    pub(super) nodes: Vec<Node<'m>>,
    indices: HashMap<String, usize>,
}

pub(super) struct Node<'m> {
    /// Its whole ID; a member's with `$`.
    pub(super) id: String,
    pub(super) kind: &'m str,
    pub(super) traits: &'m Traits,
    /// Of a service.
    pub(super) version: Option<&'m str>,
    pub(super) forward: Vec<Edge>,
    pub(super) reverse: Vec<Edge>,
}

/// A relationship, and the node at its other end.
#[derive(Clone, Copy)]
pub(super) struct Edge {
    pub(super) name: &'static str,
    pub(super) to: usize,
}

/// What members have to what they target: it has no name.
pub(super) const TARGET: &str = "";

/// What leads up, to what a shape is bound to. Closures don't go that way.
pub(super) const BOUND: &str = "bound";

/// References, by property, with the relationships that they are.
const RELATIONSHIPS: &[(&str, &[&str])] = &[
    ("operations", &["operation", "instanceOperation"]),
    ("collectionOperations", &["operation", "collectionOperation"]),
    ("create", &["operation", "collectionOperation", "create"]),
    ("list", &["operation", "collectionOperation", "list"]),
    ("put", &["operation", "instanceOperation", "put"]),
    ("read", &["operation", "instanceOperation", "read"]),
    ("update", &["operation", "instanceOperation", "update"]),
    ("delete", &["operation", "instanceOperation", "delete"]),
    ("resources", &["resource"]),
    ("errors", &["error"]),
    ("input", &["input"]),
    ("output", &["output"]),
    ("mixins", &["mixin"]),
];

impl<'m> Graph<'m> {
    /// The graph of these shapes.
    pub(crate) fn of(models: &[&'m BTreeMap<ShapeId, Shape>]) -> Self {
        let mut graph = Graph { nodes: Vec::new(), indices: HashMap::new() };
        let shapes = || models.iter().flat_map(|shapes| shapes.values());
        for shape in shapes() {
            graph.add(shape.id.to_string(), &shape.kind, &shape.traits, shape.version.as_deref());
            for member in &shape.members {
                graph.add(format!("{}${}", shape.id, member.name), "member", &member.traits, None);
            }
        }
        for shape in shapes() {
            let Some(from) = graph.index(shape.id.as_str()) else { continue };
            for member in &shape.members {
                let Some(index) = graph.index(&format!("{}${}", shape.id, member.name)) else { continue };
                graph.connect("member", from, index);
                if let Some(target) = graph.index(member.target.as_str()) {
                    graph.connect(TARGET, index, target);
                }
            }
            for (property, reference) in &shape.references {
                let Some(to) = graph.index(reference.target.as_str()) else { continue };
                let names = RELATIONSHIPS.iter().find(|(known, _)| known == property);
                let is_unit = reference.target.as_str() == "smithy.api#Unit";
                for name in names.into_iter().flat_map(|(_, names)| *names).filter(|_| !is_unit) {
                    // Services have operations of one kind only.
                    if shape.kind == "resource" || *name != "instanceOperation" {
                        graph.connect(name, from, to);
                    }
                }
                let is_binding =
                    names.is_some_and(|(_, names)| names.contains(&"operation") || names.contains(&"resource"));
                if is_binding {
                    graph.connect(BOUND, to, from);
                }
            }
            for (property, name) in [("identifiers", "identifier"), ("properties", "property")] {
                let entries = shape.values.get(property).and_then(Value::as_object).into_iter().flatten();
                for target in entries.filter_map(|(_, value)| value.get("target").and_then(Value::as_str)) {
                    if let Some(to) = graph.index(target) {
                        graph.connect(name, from, to);
                    }
                }
            }
        }
        graph
    }

    fn add(&mut self, id: String, kind: &'m str, traits: &'m Traits, version: Option<&'m str>) {
        // What is there twice is the first: the model's own.
        if !self.indices.contains_key(&id) {
            self.indices.insert(id.clone(), self.nodes.len());
            self.nodes.push(Node { id, kind, traits, version, forward: Vec::new(), reverse: Vec::new() });
        }
    }

    /// Where a shape or member is.
    pub(crate) fn index(&self, id: &str) -> Option<usize> {
        self.indices.get(id).copied()
    }

    fn connect(&mut self, name: &'static str, from: usize, to: usize) {
        if let Some(node) = self.nodes.get_mut(from) {
            node.forward.push(Edge { name, to });
        }
        if let Some(node) = self.nodes.get_mut(to) {
            node.reverse.push(Edge { name, to: from });
        }
    }
}

/// Whether a type is the one that is asked for, or a special case of it.
pub(super) fn is_of(kind: &str, asked: &str) -> bool {
    match asked {
        "number" => matches!(
            kind,
            "byte" | "short" | "integer" | "long" | "float" | "double" | "bigInteger" | "bigDecimal" | "intEnum"
        ),
        "simpleType" => crate::ast::SIMPLE.contains(&kind) || ["enum", "intEnum"].contains(&kind),
        "collection" | "list" | "set" => matches!(kind, "list" | "set"),
        "string" => matches!(kind, "string" | "enum"),
        "integer" => matches!(kind, "integer" | "intEnum"),
        _ => kind == asked,
    }
}

//! What services, resources and operations say of themselves between their braces.

use super::Resolver;
use crate::ast::{Reference, Shape, ShapeId};
use crate::diagnostic::Diagnostic;
use crate::idl::tree::{Name, Node, Value};
use serde_json::{Map, Value as Json};

/// How a property's value is written.
#[derive(Clone, Copy)]
enum Form {
    Text,
    Shape,
    Shapes,
    /// Shapes by names of ours.
    Named,
    /// New names by shapes.
    Names,
}

/// The properties of each type of shape (Smithy 2.0, "Service", "Operation" and "Resource").
fn known(kind: &str) -> &'static [(&'static str, Form)] {
    match kind {
        "operation" => &[("input", Form::Shape), ("output", Form::Shape), ("errors", Form::Shapes)],
        "service" => &[
            ("version", Form::Text),
            ("operations", Form::Shapes),
            ("resources", Form::Shapes),
            ("errors", Form::Shapes),
            ("rename", Form::Names),
        ],
        _ => &[
            ("identifiers", Form::Named),
            ("properties", Form::Named),
            ("create", Form::Shape),
            ("put", Form::Shape),
            ("read", Form::Shape),
            ("update", Form::Shape),
            ("delete", Form::Shape),
            ("list", Form::Shape),
            ("operations", Form::Shapes),
            ("collectionOperations", Form::Shapes),
            ("resources", Form::Shapes),
        ],
    }
}

impl Form {
    /// What to write.
    fn example(self) -> &'static str {
        match self {
            Form::Text => "a text in quotes",
            Form::Shape => "the name of a shape",
            Form::Shapes => "a list of shapes: `[One, Other]`",
            Form::Named => "`{ name: Shape }`",
            Form::Names => "`{ \"name.space#Shape\": \"NewName\" }`",
        }
    }
}

impl Resolver<'_> {
    /// Gives a shape one of its properties.
    pub(super) fn property(&mut self, shape: &mut Shape, name: &Name, value: Node) {
        let known = known(&shape.kind);
        let Some((_, form)) = known.iter().find(|(known, _)| *known == name.text) else {
            let problem = format!("has a property `{}`, which Smithy doesn't know", name.text);
            let known: Vec<&str> = known.iter().map(|(known, _)| *known).collect();
            let remedy = format!("remove it; known are {}", known.join(", "));
            return self.problems.push(Diagnostic::at(name.span, shape.id.as_str(), problem, remedy));
        };
        let span = value.span;
        if !self.value(shape, &name.text, *form, value) {
            let problem = format!("has a `{}` of the wrong form", name.text);
            let remedy = format!("write {}", form.example());
            self.problems.push(Diagnostic::at(span, shape.id.as_str(), problem, remedy));
        }
    }

    /// The same, if the value has this form.
    fn value(&self, shape: &mut Shape, property: &str, form: Form, Node { value, span }: Node) -> bool {
        match (form, value) {
            (Form::Text, Value::Text(text)) => {
                shape.version = Some(text);
                true
            }
            (Form::Shape, value) => self.reference(shape, property, &Node { value, span }),
            (Form::Shapes, Value::Array(items)) => items.iter().all(|item| self.reference(shape, property, item)),
            (Form::Named, Value::Object(entries)) => self.targets(shape, property, entries),
            (Form::Names, value @ Value::Object(_)) => {
                let value = self.json(Node { value, span });
                let is_right = value.as_object().is_some_and(|names| names.values().all(Json::is_string));
                shape.values.insert(property.to_owned(), value);
                is_right
            }
            (Form::Text | Form::Shapes | Form::Named | Form::Names, _) => false,
        }
    }

    fn reference(&self, shape: &mut Shape, property: &str, value: &Node) -> bool {
        let Some(target) = self.target(value) else { return false };
        let reference = Reference { target: ShapeId::new(target), span: value.span };
        shape.references.push((property.to_owned(), reference));
        true
    }

    fn targets(&self, shape: &mut Shape, property: &str, entries: Vec<(Name, Node)>) -> bool {
        let mut targets = Map::new();
        for (name, value) in entries {
            let Some(target) = self.target(&value) else { return false };
            let target = [("target".to_owned(), Json::String(target))];
            targets.insert(name.text, Json::Object(target.into_iter().collect()));
        }
        shape.values.insert(property.to_owned(), Json::Object(targets));
        true
    }

    fn target(&self, value: &Node) -> Option<String> {
        match &value.value {
            Value::Id(name) | Value::Text(name) => Some(self.id(name)),
            _ => None,
        }
    }
}

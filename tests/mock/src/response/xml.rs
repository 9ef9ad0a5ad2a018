//! Outputs and errors in XML: JSON by names on the wire becomes elements and attributes, by the model.

use super::answer::IdPlace;
use crate::model::{Around, ErrorShape, Kind, Member, Model, Namespace, Object, Operation, Place, ShapeId, Structure};
use serde_json::Value;
use std::fmt::Write;

/// The body of an output: what is in it, by names on the wire; and where it says the request's ID. Empty where the model puts
/// nothing into bodies.
pub(super) fn output(model: &Model, operation: &Operation, around: Around, body: &Object) -> (String, Option<IdPlace>) {
    let shape = model.shape(operation.output);
    let structure = model.structure(operation.output);
    let (mut xml, mut id) = (Xml::new(model), None);
    let namespace = shape.namespace.as_ref().or(model.namespace.as_ref());
    match around {
        Around::Output if !structure.members.iter().any(|member| member.place == Place::Body) => {
            return (String::new(), None);
        }
        Around::Output if operation.unwrapped => {
            xml.members(structure, body, model.namespace.as_ref());
        }
        Around::Output => xml.element(&shape.element, namespace, structure, body),
        Around::Result => {
            let name = &operation.name;
            xml.open(&format!("{name}Response"), model.namespace.as_ref());
            if !structure.members.is_empty() {
                xml.element(&format!("{name}Result"), None, structure, body);
            }
            id = Some(xml.id("<ResponseMetadata><RequestId>", "</RequestId></ResponseMetadata>"));
            xml.close(&format!("{name}Response"));
        }
        Around::Response => {
            let name = format!("{}Response", operation.name);
            xml.open(&name, model.namespace.as_ref());
            xml.members(structure, body, None);
            id = Some(xml.id("<requestId>", "</requestId>"));
            xml.close(&name);
        }
    }
    (xml.text, id)
}

/// The body that a member is, which is a structure.
pub(super) fn payload(model: &Model, member: &Member, body: &Object) -> String {
    let shape = model.shape(member.target);
    let name = if member.wire == member.name { &shape.element } else { &member.wire };
    let own = member.look.namespace.as_ref().or(shape.namespace.as_ref());
    let mut xml = Xml::new(model);
    xml.element(name, own.or(model.namespace.as_ref()), model.structure(member.target), body);
    xml.text
}

/// A structure as a whole document, whose element has the structure's name.
pub(super) fn document(model: &Model, id: ShapeId, body: &Object) -> String {
    let shape = model.shape(id);
    let mut xml = Xml::new(model);
    xml.element(&shape.element, shape.namespace.as_ref().or(model.namespace.as_ref()), model.structure(id), body);
    xml.text
}

/// The body of an error: its code, whose fault it is, and its members, by names on the wire; and where it says the request's
/// ID.
pub(super) fn error(
    model: &Model,
    around: Around,
    code: &str,
    is_server: bool,
    shape: Option<&ErrorShape>,
    body: &Object,
) -> (String, IdPlace) {
    let mut xml = Xml::new(model);
    let (outer, within) = match around {
        Around::Response => (Some("Response"), Some("Errors")),
        Around::Output if model.bare_errors => (None, None),
        Around::Output | Around::Result => (Some("ErrorResponse"), None),
    };
    let namespace = model.namespace.as_ref().filter(|_| around != Around::Response);
    outer.into_iter().for_each(|name| xml.open(name, namespace));
    within.into_iter().for_each(|name| xml.open(name, None));
    xml.open("Error", namespace.filter(|_| outer.is_none()));
    if around != Around::Response {
        xml.simple("Type", if is_server { "Receiver" } else { "Sender" });
    }
    xml.simple("Code", code);
    // Every error has one, whether the model says so or not, and it begins with a capital.
    let is_message = |name: &str| name.eq_ignore_ascii_case("message");
    let message = body.iter().find(|(name, _)| is_message(name)).and_then(|(_, value)| value.as_str());
    xml.simple("Message", message.unwrap_or_default());
    if let Some(shape) = shape {
        let others = body.iter().filter(|(name, _)| !is_message(name));
        let others: Object = others.map(|(name, value)| (name.clone(), value.clone())).collect();
        xml.members(model.structure(shape.shape), &others, None);
    }
    let bare = outer.is_none().then(|| xml.id("<RequestId>", "</RequestId>"));
    xml.close("Error");
    within.into_iter().for_each(|name| xml.close(name));
    let id = bare.unwrap_or_else(|| match around {
        Around::Response => xml.id("<RequestID>", "</RequestID>"),
        Around::Output | Around::Result => xml.id("<RequestId>", "</RequestId>"),
    });
    outer.into_iter().for_each(|name| xml.close(name));
    (xml.text, id)
}

struct Xml<'m> {
    model: &'m Model,
    text: String,
}

impl<'m> Xml<'m> {
    fn new(model: &'m Model) -> Self {
        Self { model, text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned() }
    }

    /// Here the request's ID goes.
    fn id(&self, before: &'static str, after: &'static str) -> IdPlace {
        IdPlace { at: self.text.len(), before, after }
    }

    fn start(&mut self, name: &str, namespace: Option<&Namespace>) {
        let _ = write!(self.text, "<{name}");
        if let Some(Namespace { prefix, uri }) = namespace {
            let colon = if prefix.is_empty() { "" } else { ":" };
            self.attribute(&format!("xmlns{colon}{prefix}"), uri);
        }
    }

    fn open(&mut self, name: &str, namespace: Option<&Namespace>) {
        self.start(name, namespace);
        self.text.push('>');
    }

    fn close(&mut self, name: &str) {
        let _ = write!(self.text, "</{name}>");
    }

    fn attribute(&mut self, name: &str, value: &str) {
        let _ = write!(self.text, " {name}=\"");
        self.escape(value);
        self.text.push('"');
    }

    fn simple(&mut self, name: &str, text: &str) {
        self.open(name, None);
        self.escape(text);
        self.close(name);
    }

    /// Texts as they may stand between elements and in attributes. What no XML can hold is replaced.
    fn escape(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '&' => self.text.push_str("&amp;"),
                '"' => self.text.push_str("&quot;"),
                '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' => drop(write!(self.text, "&#x{:X};", u32::from(c))),
                c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => self.text.push('\u{fffd}'),
                c => self.text.push(c),
            }
        }
    }

    /// An element with the members of a structure.
    fn element(&mut self, name: &str, namespace: Option<&Namespace>, structure: &Structure, found: &Object) {
        self.start(name, namespace);
        for member in structure.members.iter().filter(|member| member.look.attribute) {
            if let Some(value) = found.get(&member.wire) {
                self.attribute(&member.wire, &text(value));
            }
        }
        self.text.push('>');
        self.members(structure, found, None);
        self.close(name);
    }

    /// The elements of a structure's members; each declares a namespace, if there is one.
    fn members(&mut self, structure: &Structure, found: &Object, namespace: Option<&Namespace>) {
        for member in structure.members.iter().filter(|member| !member.look.attribute) {
            let Some(value) = found.get(&member.wire).filter(|value| !value.is_null()) else { continue };
            let kind = &self.model.shape(member.target).kind;
            match (kind, value) {
                (Kind::List(item, _), Value::Array(items)) if member.look.flat => {
                    items.iter().for_each(|value| self.value(&member.wire, None, item.target, value));
                }
                (Kind::Map(key, item, _), Value::Object(entries)) if member.look.flat => {
                    self.entries(&member.wire, key, item, entries);
                }
                _ => {
                    let own = member.look.namespace.as_ref().or(namespace);
                    self.value(&member.wire, own, member.target, value);
                }
            }
        }
    }

    fn value(&mut self, name: &str, namespace: Option<&Namespace>, target: ShapeId, value: &Value) {
        match (&self.model.shape(target).kind, value) {
            (Kind::Structure(structure) | Kind::Union(structure), Value::Object(found)) => {
                self.element(name, namespace, structure, found);
            }
            (Kind::List(item, _), Value::Array(items)) => {
                self.open(name, namespace);
                for value in items {
                    self.value(&item.wire, item.look.namespace.as_ref(), item.target, value);
                }
                self.close(name);
            }
            (Kind::Map(key, item, _), Value::Object(entries)) => {
                self.open(name, namespace);
                self.entries("entry", key, item, entries);
                self.close(name);
            }
            (_, value) => {
                self.open(name, namespace);
                self.escape(&text(value));
                self.close(name);
            }
        }
    }

    fn entries(&mut self, name: &str, key: &Member, item: &Member, entries: &Object) {
        for (found, value) in entries {
            self.open(name, None);
            self.value(&key.wire, key.look.namespace.as_ref(), key.target, &Value::String(found.clone()));
            self.value(&item.wire, item.look.namespace.as_ref(), item.target, value);
            self.close(name);
        }
    }
}

/// A simple value as a text.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        value => value.to_string(),
    }
}

//! XML, read by the model: elements and attributes become JSON by names on the wire. What the model doesn't know is left out.

use super::body::DEEPEST;
use super::text;
use crate::model::{Kind, Member, Model, Namespace, Object, ShapeId, Structure};
use roxmltree::{Document, Node, ParsingOptions};
use serde_json::Value;

/// How many elements, texts and comments a body may have.
const MOST_NODES: u32 = 1_000_000;

/// What the outermost element has to be.
pub(super) struct Root<'m> {
    name: &'m str,
    namespace: Option<&'m str>,
}

impl<'m> Root<'m> {
    /// An element of this name; with the namespace of the service's elements, if it has none of its own.
    pub(super) fn of(model: &'m Model, name: &'m str, own: Option<&'m Namespace>) -> Self {
        // One with a prefix is for those who use the prefix.
        let found = own.or(model.namespace.as_ref()).filter(|found| found.prefix.is_empty());
        Self { name, namespace: found.map(|found| found.uri.as_str()) }
    }
}

/// What a body holds, by names on the wire, if it is a structure.
pub(super) fn read(model: &Model, shape: ShapeId, root: Root<'_>, bytes: &[u8]) -> Result<Object, String> {
    let text = std::str::from_utf8(bytes).map_err(|_| "The body is not UTF-8".to_owned())?;
    let options = ParsingOptions { nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options);
    let document = document.map_err(|error| format!("The body is not XML: {error}"))?;
    let element = document.root_element();
    let found = element.tag_name();
    if found.name() != root.name || found.namespace() != root.namespace {
        let of = |namespace: Option<&str>| namespace.map(|uri| format!(" of {uri}")).unwrap_or_default();
        let (wanted, got) = (of(root.namespace), of(found.namespace()));
        return Err(format!("The body is {}{got}, and not {}{wanted}", found.name(), root.name));
    }
    members(model, model.structure(shape), element, 0)
}

fn members(model: &Model, structure: &Structure, element: Node<'_, '_>, depth: usize) -> Result<Object, String> {
    if depth > DEEPEST {
        return Err("The body's elements are too deep".to_owned());
    }
    let mut read = Object::new();
    for member in &structure.members {
        let name = local(&member.wire);
        if member.look.attribute {
            let attribute = element.attributes().find(|attribute| attribute.name() == name);
            let value = attribute.map(|attribute| text::read(model, member, attribute.value()));
            read.extend(value.map(|value| (member.wire.clone(), value)));
            continue;
        }
        let elements: Vec<_> = children(element, name).collect();
        let Some(first) = elements.first() else { continue };
        let value = match (&model.shape(member.target).kind, member.look.flat) {
            (Kind::List(item, _), true) => list(model, item, elements, depth)?,
            (Kind::Map(key, value, _), true) => map(model, key, value, elements, depth)?,
            _ => one(model, member, *first, depth)?,
        };
        read.insert(member.wire.clone(), value);
    }
    Ok(read)
}

/// What an element holds.
fn one(model: &Model, member: &Member, element: Node<'_, '_>, depth: usize) -> Result<Value, String> {
    if depth > DEEPEST {
        return Err("The body's elements are too deep".to_owned());
    }
    match &model.shape(member.target).kind {
        Kind::Structure(structure) | Kind::Union(structure) => {
            members(model, structure, element, depth + 1).map(Value::Object)
        }
        Kind::List(item, _) => list(model, item, children(element, local(&item.wire)).collect(), depth),
        Kind::Map(key, value, _) => map(model, key, value, children(element, "entry").collect(), depth),
        _ => {
            let texts: String = element.children().filter(Node::is_text).filter_map(|node| node.text()).collect();
            Ok(text::read(model, member, &texts))
        }
    }
}

fn list(model: &Model, item: &Member, elements: Vec<Node<'_, '_>>, depth: usize) -> Result<Value, String> {
    elements.into_iter().map(|element| one(model, item, element, depth + 1)).collect()
}

fn map(model: &Model, key: &Member, value: &Member, entries: Vec<Node<'_, '_>>, depth: usize) -> Result<Value, String> {
    let mut read = Object::new();
    for entry in entries {
        let part = |member: &Member| children(entry, local(&member.wire)).next();
        let (Some(name), Some(found)) = (part(key), part(value)) else { continue };
        let name = name.text().unwrap_or_default().to_owned();
        read.insert(name, one(model, value, found, depth + 1)?);
    }
    Ok(Value::Object(read))
}

fn children<'n, 'd>(element: Node<'n, 'd>, name: &str) -> impl Iterator<Item = Node<'n, 'd>> {
    element.children().filter(move |child| child.tag_name().name() == name && child.is_element())
}

/// A name without its prefix.
fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

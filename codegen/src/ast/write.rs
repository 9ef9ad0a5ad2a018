//! Shapes → the text of a JSON AST (Smithy 2.0, "JSON AST"). Shapes and traits stand in the order of their IDs, members in
//! their own, so that the same model always gives the same text.

use super::mixin::Applied;
use super::{Member, Reference, Shape, ShapeId, Traits, Version};
use serde::Serialize;
use serde_json::ser::{PrettyFormatter, Serializer};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Properties that refer to several shapes.
const LISTS: &[&str] = &["operations", "collectionOperations", "resources", "errors", "mixins"];

/// The order in which a shape's properties stand.
const ORDER: &[&str] = &[
    "type",
    "version",
    "identifiers",
    "properties",
    "create",
    "put",
    "read",
    "update",
    "delete",
    "list",
    "member",
    "key",
    "value",
    "members",
    "input",
    "output",
    "operations",
    "collectionOperations",
    "resources",
    "errors",
    "rename",
    "mixins",
    "traits",
];

/// The text of a model.
pub(crate) fn write<'a>(
    version: Version,
    metadata: impl Iterator<Item = (&'a String, &'a Value)>,
    shapes: &BTreeMap<ShapeId, Shape>,
    applied: &[Applied],
) -> String {
    let mut entries: BTreeMap<String, Value> =
        shapes.values().map(|shape| (shape.id.to_string(), self::shape(shape, version))).collect();
    for applied in applied {
        let entry = entries
            .entry(applied.target.clone())
            .or_insert_with(|| object([("type", Value::from("apply")), ("traits", Value::Object(Map::new()))]));
        if let (Some(Value::Object(known)), Some(Value::Object(more))) =
            (entry.get_mut("traits"), traits(&applied.traits))
        {
            known.extend(more);
        }
    }
    let mut model = Map::new();
    model.insert("smithy".to_owned(), Value::from(version.as_str()));
    let metadata: Map<String, Value> = metadata.map(|(key, value)| (key.clone(), value.clone())).collect();
    if !metadata.is_empty() {
        model.insert("metadata".to_owned(), Value::Object(metadata));
    }
    model.insert("shapes".to_owned(), Value::Object(entries.into_iter().collect()));
    text(&Value::Object(model))
}

/// Indented by four spaces, as models usually are.
fn text(value: &Value) -> String {
    let mut bytes = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut bytes, PrettyFormatter::with_indent(b"    "));
    // Into memory, and with text for keys, this doesn't fail.
    let written = value.serialize(&mut serializer);
    let mut text = written.ok().and_then(|()| String::from_utf8(bytes).ok()).unwrap_or_default();
    text.push('\n');
    text
}

fn shape(shape: &Shape, version: Version) -> Value {
    let mut properties: BTreeMap<&str, Value> = BTreeMap::new();
    properties.insert("type", Value::from(shape.kind.as_str()));
    if let Some(version) = &shape.version {
        properties.insert("version", Value::from(version.as_str()));
    }
    match shape.kind.as_str() {
        "list" | "set" | "map" => {
            properties.extend(shape.members.iter().map(|member| (member.name.as_str(), self::member(member))));
        }
        "structure" | "union" | "enum" | "intEnum" => {
            let members = shape.members.iter().map(|member| (member.name.clone(), self::member(member)));
            properties.insert("members", Value::Object(members.collect()));
        }
        _ => {}
    }
    for (property, reference) in &shape.references {
        let target = self::target(reference);
        if !LISTS.contains(&property.as_str()) {
            properties.insert(property, target);
        } else if let Value::Array(targets) = properties.entry(property).or_insert_with(|| Value::Array(Vec::new())) {
            targets.push(target);
        }
    }
    if shape.kind == "operation" && version >= Version::Two {
        // From 2.0 on, what has no input has the unit for it.
        for property in ["input", "output"] {
            properties.entry(property).or_insert_with(|| object([("target", Value::from("smithy.api#Unit"))]));
        }
    }
    properties.extend(shape.values.iter().map(|(name, value)| (name.as_str(), value.clone())));
    if let Some(traits) = traits(&shape.traits) {
        properties.insert("traits", traits);
    }
    object(ORDER.iter().filter_map(|name| Some((*name, properties.remove(name)?))))
}

fn member(member: &Member) -> Value {
    let target = ("target", Value::from(member.target.as_str()));
    object([target].into_iter().chain(traits(&member.traits).map(|traits| ("traits", traits))))
}

fn target(reference: &Reference) -> Value {
    object([("target", Value::from(reference.target.as_str()))])
}

fn traits(traits: &Traits) -> Option<Value> {
    let values: Map<_, _> = traits.0.iter().map(|(id, applied)| (id.clone(), applied.value.clone())).collect();
    (!values.is_empty()).then_some(Value::Object(values))
}

fn object<'a>(entries: impl IntoIterator<Item = (&'a str, Value)>) -> Value {
    Value::Object(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

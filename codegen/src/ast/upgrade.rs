//! What Smithy 1.0 says differently, in the form of 2.0 (Smithy 2.0, "Migrating from Smithy 1.0").

use super::syntax::is_identifier;
use super::{Member, Shape, ShapeId, Trait, Traits};
use crate::diagnostic::Span;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Gives the shapes from files of Smithy 1.0 the form of 2.0: sets are lists of unique items, and members that can't be
/// absent, since what they target isn't boxed, have a default.
pub(super) fn upgrade(shapes: &mut BTreeMap<ShapeId, Shape>, old: &BTreeSet<ShapeId>) {
    let mut defaults = BTreeMap::new();
    for id in old {
        let Some(shape) = shapes.get_mut(id) else { continue };
        if shape.kind == "set" {
            shape.kind = "list".to_owned();
            let value = Value::Object(Map::new());
            let unique = Trait { value, span: shape.span, items: Vec::new() };
            shape.traits.0.entry("smithy.api#uniqueItems".to_owned()).or_insert(unique);
        }
        if let Some(default) = zero(&shape.kind).filter(|_| !shape.traits.has("box")) {
            defaults.insert(id.clone(), default);
        }
    }
    for id in old {
        let Some(shape) = shapes.get_mut(id).filter(|shape| shape.kind == "structure") else { continue };
        for member in shape.members.iter_mut().filter(|member| !member.traits.has("box")) {
            let default = match member.target.as_str().strip_prefix("smithy.api#Primitive") {
                Some(kind) => zero(&kind.to_ascii_lowercase()),
                None => defaults.get(&member.target).cloned(),
            };
            if let Some(value) = default {
                let default = Trait { value, span: member.span, items: Vec::new() };
                member.traits.0.entry("smithy.api#default".to_owned()).or_insert(default);
            }
        }
    }
}

/// What a value of this type is that nobody set, in Smithy 1.0.
fn zero(kind: &str) -> Option<Value> {
    match kind {
        "boolean" => Some(Value::Bool(false)),
        "byte" | "short" | "integer" | "long" | "float" | "double" => Some(Value::from(0)),
        _ => None,
    }
}

/// A string with the trait `enum` becomes an enum. One whose trait has the wrong form stays, and is reported as any
/// trait that isn't read.
pub(super) fn string_enum(shape: &mut Shape) {
    let Some(found) = shape.traits.get("enum").filter(|_| shape.kind == "string") else { return };
    let definitions = found.value.as_array().into_iter().flatten().zip(&found.items);
    let members: Option<Vec<Member>> = definitions.map(|(definition, span)| member(definition, *span)).collect();
    if let Some(members) = members.filter(|members| !members.is_empty()) {
        shape.kind = "enum".to_owned();
        shape.members = members;
        shape.traits.0.remove("smithy.api#enum");
    }
}

fn member(definition: &Value, span: Span) -> Option<Member> {
    let value = definition.get("value")?.as_str()?;
    let name = match definition.get("name") {
        Some(name) => name.as_str()?.to_owned(),
        None => name_of(value),
    };
    let mut traits = Traits::default();
    let mut add = |id: &str, value: Value| {
        traits.0.insert(format!("smithy.api#{id}"), Trait { value, span, items: Vec::new() });
    };
    add("enumValue", Value::from(value));
    if let Some(documentation) = definition.get("documentation") {
        add("documentation", documentation.clone());
    }
    if definition.get("deprecated") == Some(&Value::Bool(true)) {
        add("deprecated", Value::Object(serde_json::Map::new()));
    }
    is_identifier(&name).then(|| Member { name, target: ShapeId::new("smithy.api#Unit"), span, traits })
}

/// The name of a value that has none: its letters and digits; of a value without such, what its characters are called.
fn name_of(value: &str) -> String {
    let name: String = value.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    if !name.contains(|c: char| c.is_ascii_alphanumeric()) {
        return value.chars().map(called).collect::<Vec<_>>().join("_");
    }
    if name.starts_with(|c: char| c.is_ascii_digit()) { format!("_{name}") } else { name }
}

/// What a sign is called; any other character by its number.
fn called(sign: char) -> String {
    let name = match sign {
        ' ' => "SPACE",
        '!' => "NOT",
        '"' => "QUOTE",
        '#' => "HASH",
        '$' => "DOLLAR",
        '%' => "PERCENT",
        '&' => "AND",
        '\'' => "APOSTROPHE",
        '(' => "OPEN_PARENTHESIS",
        ')' => "CLOSE_PARENTHESIS",
        '*' => "ASTERISK",
        '+' => "PLUS",
        ',' => "COMMA",
        '-' => "MINUS",
        '.' => "DOT",
        '/' => "SLASH",
        ':' => "COLON",
        ';' => "SEMICOLON",
        '<' => "LESS",
        '=' => "EQUAL",
        '>' => "GREATER",
        '?' => "QUESTION",
        '@' => "AT",
        '[' => "OPEN_BRACKET",
        '\\' => "BACKSLASH",
        ']' => "CLOSE_BRACKET",
        '^' => "CARET",
        '_' => "UNDERSCORE",
        '`' => "BACKTICK",
        '{' => "OPEN_BRACE",
        '|' => "OR",
        '}' => "CLOSE_BRACE",
        '~' => "TILDE",
        _ => return format!("U{:X}", u32::from(sign)),
    };
    name.to_owned()
}

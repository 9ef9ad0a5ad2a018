//! Forms of awsQuery and ec2Query, read by the model: names with dots in them, and numbers for items, become JSON by names on
//! the wire. What the model doesn't know is left out.

use super::body::DEEPEST;
use super::text;
use super::uri::parse_form;
use crate::model::{Dialect, Kind, Member, Model, Object, Operation, ShapeId, Structure};
use serde_json::Value;
use std::collections::BTreeMap;

/// How many names a form may have, with all their parts.
const MOST_NAMES: usize = 100_000;

/// A part of a form: what stands under one name.
#[derive(Debug, Default)]
struct Part<'f> {
    text: Option<&'f str>,
    parts: BTreeMap<&'f str, Part<'f>>,
}

/// The action that a form asks for.
pub(super) fn action(bytes: &[u8]) -> Option<String> {
    let pairs = pairs(bytes).ok()?;
    pairs.into_iter().find(|(key, _)| key == "Action").map(|(_, value)| value)
}

fn pairs(bytes: &[u8]) -> Result<Vec<(String, String)>, String> {
    let text = std::str::from_utf8(bytes).map_err(|_| "The body is not UTF-8".to_owned())?;
    parse_form(text).map_err(|_| "The body is not a form in UTF-8".to_owned())
}

/// What a form holds, by names on the wire.
pub(super) fn read(model: &Model, operation: &Operation, dialect: Dialect, bytes: &[u8]) -> Result<Object, String> {
    let pairs = pairs(bytes)?;
    let version = pairs.iter().find(|(key, _)| key == "Version").map(|(_, value)| value.as_str());
    if version != Some(model.version.as_str()) {
        return Err(format!("Version is not {}", model.version));
    }
    let names: usize = pairs.iter().map(|(key, _)| 1 + key.matches('.').count()).sum();
    if names > MOST_NAMES {
        return Err(format!("The form has more than {MOST_NAMES} names"));
    }
    let mut root = Part::default();
    for (key, value) in pairs.iter().filter(|(key, _)| !matches!(key.as_str(), "Action" | "Version")) {
        if key.matches('.').count() > DEEPEST {
            return Err("A name in the form is too deep".to_owned());
        }
        let part = key.split('.').fold(&mut root, |part, name| part.parts.entry(name).or_default());
        if part.text.replace(value).is_some() {
            return Err(format!("The form has {key} twice"));
        }
    }
    let form = Form { model, dialect };
    Ok(form.members(model.structure(operation.input), &root))
}

struct Form<'m> {
    model: &'m Model,
    dialect: Dialect,
}

impl Form<'_> {
    fn key<'k>(&self, member: &'k Member) -> &'k str {
        if self.dialect == Dialect::Ec2 { &member.look.key } else { &member.wire }
    }

    fn members(&self, structure: &Structure, part: &Part<'_>) -> Object {
        let mut found = Object::new();
        for member in &structure.members {
            let Some(part) = part.parts.get(self.key(member)) else { continue };
            found.insert(member.wire.clone(), self.value(member.target, member, part));
        }
        found
    }

    /// What stands in a part. What doesn't fit stays a text, or nothing, so that the reader says so.
    fn value(&self, target: ShapeId, member: &Member, part: &Part<'_>) -> Value {
        match &self.model.shape(target).kind {
            Kind::Structure(structure) | Kind::Union(structure) => Value::Object(self.members(structure, part)),
            Kind::List(item, _) => {
                let is_flat = member.look.flat || self.dialect == Dialect::Ec2;
                let within = if is_flat { Some(part) } else { part.parts.get(item.wire.as_str()) };
                let items = within.into_iter().flat_map(numbered);
                items.map(|part| self.value(item.target, item, part)).collect()
            }
            Kind::Map(key, value, _) => {
                let within = if member.look.flat { Some(part) } else { part.parts.get("entry") };
                let entries = within.into_iter().flat_map(numbered).filter_map(|part| {
                    let name = part.parts.get(key.wire.as_str())?.text?.to_owned();
                    Some((name, self.value(value.target, value, part.parts.get(value.wire.as_str())?)))
                });
                Value::Object(entries.collect())
            }
            _ => part.text.map_or(Value::Null, |text| text::read(self.model, member, text)),
        }
    }
}

/// Numbered parts, by number.
fn numbered<'p, 'f>(part: &'p Part<'f>) -> impl Iterator<Item = &'p Part<'f>> {
    let mut parts: Vec<(u32, &Part<'_>)> =
        part.parts.iter().filter_map(|(name, part)| Some((name.parse().ok()?, part))).collect();
    parts.sort_by_key(|(number, _)| *number);
    parts.into_iter().map(|(_, part)| part)
}

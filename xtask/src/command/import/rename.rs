//! What was renamed, so that its words stay with it. Only what is certain: to miss a renaming costs a maintainer a moment, and
//! to see one that is none puts our words where they are wrong.
//!
//! In: both models' shapes. Out: the old name of each new one that is the same thing.
//!
//! A shape was renamed if it is of the same type, says the same (its traits but for words, its members, their targets and
//! traits), and is referred to from exactly the same places, one at least; and if that is so of one removed and one added
//! shape only. An operation's input and output are most often renamed with it, so what makes it the same is `smithy.api#http`:
//! a method and a path stay the same call, whatever it is called.
//!
//! A member was renamed if it is the only one that its shape lost and the only one that it won, in the same place, with the
//! same target and traits, and if moreover one of these holds: a trait names it on the wire, as before ([`WIRE`]); nothing else
//! has ever had its target; or the two names differ only in case and `_`.

use super::document::{Shapes, kind};
use super::merge::{is_own, target};
use super::words::{plain, words_of};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Traits that name a member on the wire.
const WIRE: &[&str] = &[
    "aws.protocols#ec2QueryName",
    "smithy.api#enumValue",
    "smithy.api#httpHeader",
    "smithy.api#httpPayload",
    "smithy.api#httpPrefixHeaders",
    "smithy.api#httpQuery",
    "smithy.api#httpQueryParams",
    "smithy.api#httpResponseCode",
    "smithy.api#jsonName",
    "smithy.api#xmlName",
];

/// How often all is looked through: one renaming can make another certain.
const ROUNDS: usize = 8;

/// Old names by new ones.
#[derive(Debug, Default)]
pub(super) struct Renames {
    /// Shapes, by new ID.
    pub shapes: BTreeMap<String, String>,
    /// Members, by the shape's new ID: the new name, and the old one.
    pub members: BTreeMap<String, (String, String)>,
}

impl Renames {
    /// What a shape was called.
    pub(super) fn old_shape<'a>(&'a self, id: &'a str) -> &'a str {
        self.shapes.get(id).map_or(id, String::as_str)
    }

    /// What a member of a shape was called.
    pub(super) fn old_member<'a>(&'a self, shape: &str, name: &'a str) -> &'a str {
        self.members.get(shape).filter(|(new, _)| new == name).map_or(name, |(_, old)| old)
    }

    /// What a member of a shape is called now.
    pub(super) fn new_member<'a>(&'a self, shape: &str, name: &'a str) -> &'a str {
        self.members.get(shape).filter(|(_, old)| old == name).map_or(name, |(new, _)| new)
    }

    fn is_empty_at(&self, shape: &str) -> bool {
        !self.members.contains_key(shape)
    }
}

/// Finds what was renamed.
pub(super) fn renames(ours: &Shapes, new: &Shapes) -> Renames {
    let mut renames = Renames::default();
    for _ in 0..ROUNDS {
        let before = renames.shapes.len() + renames.members.len();
        let (old, now) = (Side::old(ours, &renames), Side::new(new));
        let shapes = renamed_shapes(&old, &now, &renames);
        let members = renamed_members(&old, &now, &renames);
        renames.shapes.extend(shapes);
        renames.members.extend(members);
        if renames.shapes.len() + renames.members.len() == before {
            break;
        }
    }
    renames
}

/// One of the two models; names of the old one are shown as they are now, as far as that is known.
struct Side<'a> {
    shapes: &'a Shapes,
    /// The new IDs of shapes that have one.
    now: BTreeMap<&'a str, &'a str>,
    /// The places that refer to each shape.
    places: BTreeMap<&'a str, BTreeSet<String>>,
}

impl<'a> Side<'a> {
    fn old(shapes: &'a Shapes, renames: &'a Renames) -> Self {
        let now = renames.shapes.iter().map(|(new, old)| (old.as_str(), new.as_str())).collect();
        Side { shapes, now, places: BTreeMap::new() }.with_places(renames)
    }

    fn new(shapes: &'a Shapes) -> Self {
        Side { shapes, now: BTreeMap::new(), places: BTreeMap::new() }.with_places(&Renames::default())
    }

    fn with_places(mut self, renames: &Renames) -> Self {
        for (id, shape) in self.shapes {
            let holder = self.name(id).to_owned();
            for (property, value) in shape.as_object().into_iter().flatten().filter(|(key, _)| *key != "traits") {
                let mut refer = |place: &str, value: &'a Value| {
                    // A shape that refers to itself does so under any name.
                    if let Some(target) = target(Some(value)).filter(|target| *target != id.as_str()) {
                        let place = format!("{holder} {property} {place}");
                        self.places.entry(target).or_default().insert(place);
                    }
                };
                refer("", value);
                value.as_array().into_iter().flatten().for_each(|item| refer("", item));
                for (name, item) in value.as_object().into_iter().flatten() {
                    refer(renames.new_member(&holder, name), item);
                }
            }
        }
        self
    }

    fn name<'b>(&'b self, id: &'b str) -> &'b str {
        self.now.get(id).copied().unwrap_or(id)
    }

    /// The place's names of a shape, none if nothing refers to it.
    fn places(&self, id: &str) -> BTreeSet<&str> {
        self.places.get(id).into_iter().flatten().map(String::as_str).collect()
    }

    /// What makes a shape the same; none if nothing does.
    fn signature(&self, id: &str) -> Option<String> {
        let shape = self.shapes.get(id)?.as_object()?;
        let places = self.places(id);
        let is_operation = shape.get("type").is_some_and(|kind| kind == "operation");
        let has_http = || shape.get("traits").is_some_and(|traits| traits.get("smithy.api#http").is_some());
        if places.is_empty() || is_operation && !has_http() {
            return None;
        }
        let mut says = Map::new();
        for (key, value) in shape {
            let value = match key.as_str() {
                "traits" => facts(value),
                "members" => Value::Array(self.members(id, value)),
                "input" | "output" | "errors" if is_operation => continue,
                _ => self.reference(id, value),
            };
            says.insert(key.clone(), value);
        }
        says.entry("traits").or_insert_with(|| Value::Object(Map::new()));
        Some(format!("{} {}", plain(&Value::Object(says)), places.into_iter().collect::<Vec<_>>().join("\n")))
    }

    /// Members with their names, in order.
    fn members(&self, of: &str, members: &Value) -> Vec<Value> {
        let members = members.as_object().into_iter().flatten();
        members.map(|(name, member)| Value::Array(vec![name.as_str().into(), self.reference(of, member)])).collect()
    }

    /// A property of the shape `of`, with the names that its targets have now and without words.
    fn reference(&self, of: &str, value: &Value) -> Value {
        match value {
            Value::Array(items) => Value::Array(items.iter().map(|item| self.reference(of, item)).collect()),
            Value::Object(entries) => {
                let entry = |(key, value): (&String, &Value)| {
                    let value = match (key.as_str(), value) {
                        ("traits", traits) => facts(traits),
                        ("target", Value::String(id)) if id == of => "itself".into(),
                        ("target", Value::String(id)) => self.name(id).into(),
                        (_, value) => self.reference(of, value),
                    };
                    (key.clone(), value)
                };
                let mut entries: Map<String, Value> = entries.iter().map(entry).collect();
                if entries.contains_key("target") {
                    entries.entry("traits").or_insert_with(|| Value::Object(Map::new()));
                }
                Value::Object(entries)
            }
            other => other.clone(),
        }
    }
}

/// Traits without words, and without those of the generator's own.
fn facts(traits: &Value) -> Value {
    let traits = traits.as_object().into_iter().flatten().filter(|(id, _)| !is_own(id));
    Value::Object(traits.filter_map(|(id, value)| Some((id.clone(), words_of(id).facts(value)?))).collect())
}

fn renamed_shapes(old: &Side<'_>, new: &Side<'_>, known: &Renames) -> Vec<(String, String)> {
    let removed = old.shapes.keys().filter(|id| !new.shapes.contains_key(old.name(id)) && !is_own(id));
    let added = new.shapes.keys().filter(|id| !old.shapes.contains_key(*id) && !known.shapes.contains_key(*id));
    let by_signature = |side: &Side<'_>, ids: Vec<&String>| {
        let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for id in ids {
            if let Some(signature) = side.signature(id) {
                found.entry(signature).or_default().push(id.clone());
            }
        }
        found
    };
    let added: Vec<&String> = added.collect();
    // Most often nothing was removed, and then there is nothing to work out.
    let removed = by_signature(old, removed.filter(|_| !added.is_empty()).collect());
    let added = if removed.is_empty() { BTreeMap::new() } else { by_signature(new, added) };
    let pairs = added.into_iter().filter_map(|(signature, new)| Some((new, removed.get(&signature)?)));
    let certain = pairs.filter_map(|(new, old)| match (new.as_slice(), old.as_slice()) {
        ([new], [old]) => Some((new.clone(), old.clone())),
        _ => None,
    });
    certain.collect()
}

fn renamed_members(old: &Side<'_>, new: &Side<'_>, known: &Renames) -> Vec<(String, (String, String))> {
    let candidates = new.shapes.iter().filter(|(id, _)| known.is_empty_at(id));
    let pairs = candidates.filter_map(|(id, shape)| {
        let before = old.shapes.get(known.old_shape(id)).filter(|before| kind(before) == kind(shape))?;
        Some((id, before.get("members")?.as_object()?, shape.get("members")?.as_object()?))
    });
    let renamed = pairs.filter_map(|(id, before, after)| Some((id.clone(), renamed_member(old, new, before, after)?)));
    renamed.collect()
}

/// The new and the old name of the one member that was renamed.
fn renamed_member(
    old: &Side<'_>,
    new: &Side<'_>,
    before: &Map<String, Value>,
    after: &Map<String, Value>,
) -> Option<(String, String)> {
    let mut changed = before.keys().zip(after.keys()).filter(|(old, new)| old != new);
    let (was, is) = changed.next().filter(|_| changed.next().is_none() && before.len() == after.len())?;
    if before.contains_key(is) || after.contains_key(was) {
        return None;
    }
    let (had, has) = (before.get(was)?, after.get(is)?);
    let says = |side: &Side<'_>, member: &Value| plain(&side.reference("", member));
    let on_the_wire = || has.get("traits").is_some_and(|traits| WIRE.iter().any(|id| traits.get(id).is_some()));
    let (from, to) = (target(Some(had))?, target(Some(has))?);
    let is_its_own = || !from.starts_with("smithy.api#") && old.places(from).len() == 1 && new.places(to).len() == 1;
    let plain_name = |name: &str| name.replace('_', "").to_lowercase();
    let is_certain = on_the_wire() || is_its_own() || plain_name(was) == plain_name(is);
    (says(old, had) == says(new, has) && is_certain).then(|| (is.clone(), was.clone()))
}

//! JSON read by a shape: types and constraints checked, members known by their names in the model.
//!
//! In: a value as it is on the wire. Out: the value as handlers see it, in which timestamps are numbers of seconds; and
//! everything in it that the model doesn't allow. A wrong type makes a request unreadable; what is readable is checked
//! to its end, so that all reasons are named at once. Members that the model doesn't know are dropped from requests, as
//! AWS's services do, and are a mistake in answers.

use super::at::At;
use super::problem::{Problem, Reason};
use crate::model::{Constraints, Kind, Member, Model, Object, Place, Shape, ShapeId, Structure, sample};
use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Number, Value};
use std::collections::HashSet;
use std::fmt;

/// Reads values and collects what is wrong with them.
pub(crate) struct Reader<'m> {
    model: &'m Model,
    /// Whether unknown members are a mistake.
    strict: bool,
    /// Whether members are called as on the wire and timestamps have their formats, rather than as handlers see them.
    on_wire: bool,
    malformed: Option<String>,
    reasons: Vec<Reason>,
}

impl<'m> Reader<'m> {
    /// For what clients send.
    pub(crate) fn of_requests(model: &'m Model) -> Self {
        Self { model, strict: false, on_wire: true, malformed: None, reasons: Vec::new() }
    }

    /// For what the mock is about to send.
    pub(crate) fn of_answers(model: &'m Model) -> Self {
        Self { strict: true, ..Self::of_requests(model) }
    }

    /// For what handlers answer: members by name, and timestamps as numbers of seconds.
    fn of_values(model: &'m Model) -> Self {
        Self { strict: true, on_wire: false, ..Self::of_requests(model) }
    }

    /// Fine, or everything that isn't.
    pub(crate) fn finish(self) -> Result<(), Problem> {
        match (self.malformed, self.reasons.is_empty()) {
            (Some(message), _) => Err(Problem::Malformed(message)),
            (None, false) => Err(Problem::Invalid(self.reasons)),
            (None, true) => Ok(()),
        }
    }

    /// Notes that something is not what it has to be.
    fn malformed(&mut self, at: &At<'_>, expected: &str) -> Value {
        self.malformed.get_or_insert_with(|| format!("{at} is not {expected}"));
        Value::Null
    }

    fn invalid(&mut self, at: &At<'_>, reason: String) {
        self.reasons.push(Reason::new(at.to_string(), reason));
    }

    /// The members of a structure.
    pub(crate) fn members(&mut self, found: &Object, structure: &Structure, at: &At<'_>) -> Object {
        let read = self.known(found, structure, at);
        self.complete(&read, structure, at);
        read
    }

    /// The members of a structure that are there.
    pub(crate) fn known(&mut self, found: &Object, structure: &Structure, at: &At<'_>) -> Object {
        let mut read = Object::new();
        for (wire, value) in found {
            let member = if self.on_wire { structure.by_wire(wire) } else { structure.member(wire) };
            match member {
                Some(_) if value.is_null() => {}
                Some(member) => {
                    let value = self.member(value, member, &at.name(wire));
                    read.insert(member.name.clone(), value);
                }
                None if self.strict => self.invalid(&at.name(wire), "Is not in the model".to_owned()),
                None => {}
            }
        }
        read
    }

    /// Notes what a structure requires that isn't there.
    pub(crate) fn complete(&mut self, read: &Object, structure: &Structure, at: &At<'_>) {
        let required = |member: &&Member| member.required && member.place != Place::Events;
        for member in structure.members.iter().filter(required) {
            if !read.contains_key(&member.name) {
                self.invalid(&at.name(&member.wire), "Is required".to_owned());
            }
        }
    }

    pub(crate) fn member(&mut self, value: &Value, member: &Member, at: &At<'_>) -> Value {
        // Handlers see timestamps as numbers, whatever their format.
        let format = if self.on_wire { member.format } else { Format::EpochSeconds };
        self.value(value, member.target, &member.constraints, format, at)
    }

    fn value(&mut self, value: &Value, id: ShapeId, own: &Constraints, format: Format, at: &At<'_>) -> Value {
        let Shape { kind, constraints, .. } = self.model.shape(id);
        let read = match kind {
            Kind::Document => return value.clone(),
            Kind::Structure(structure) => match value {
                Value::Object(found) => Value::Object(self.members(found, structure, at)),
                _ => self.malformed(at, "an object"),
            },
            Kind::Union(structure) => self.union(value, structure, at),
            Kind::List(item, sparse) => self.list(value, item, *sparse, at),
            Kind::Map(key, item, sparse) => self.map(value, key, item, *sparse, at),
            _ => self.simple(value, kind, format, at),
        };
        if !read.is_null() {
            self.check(&read, constraints, kind, at);
            self.check(&read, own, kind, at);
            self.patterns(&read, &[constraints, own], at);
        }
        read
    }

    fn union(&mut self, value: &Value, structure: &Structure, at: &At<'_>) -> Value {
        let Value::Object(found) = value else {
            return self.malformed(at, "an object");
        };
        let read = self.members(found, structure, at);
        if read.len() == 1 {
            Value::Object(read)
        } else {
            self.malformed(at, "an object with exactly one known member")
        }
    }

    fn list(&mut self, value: &Value, item: &Member, sparse: bool, at: &At<'_>) -> Value {
        let Value::Array(found) = value else {
            return self.malformed(at, "a list");
        };
        let items = found.iter().enumerate().map(|(index, value)| match value {
            Value::Null if sparse => Value::Null,
            value => self.member(value, item, &at.index(index)),
        });
        Value::Array(items.collect())
    }

    fn map(&mut self, value: &Value, key: &Member, item: &Member, sparse: bool, at: &At<'_>) -> Value {
        let Value::Object(found) = value else {
            return self.malformed(at, "an object");
        };
        let mut read = Object::new();
        for (name, value) in found {
            let at = at.name(name);
            self.member(&Value::String(name.clone()), key, &at);
            let value = if sparse && value.is_null() { Value::Null } else { self.member(value, item, &at) };
            read.insert(name.clone(), value);
        }
        Value::Object(read)
    }

    fn simple(&mut self, value: &Value, kind: &Kind, format: Format, at: &At<'_>) -> Value {
        match kind {
            Kind::Boolean if value.is_boolean() => value.clone(),
            Kind::Boolean => self.malformed(at, "true or false"),
            Kind::Integer(least, greatest) => match value.as_i64() {
                Some(number) if (*least..=*greatest).contains(&number) => value.clone(),
                _ => self.malformed(at, &format!("an integer from {least} to {greatest}")),
            },
            Kind::IntEnum(values) => match value.as_i64() {
                Some(number) => {
                    if !values.contains(&number) {
                        self.invalid(at, format!("Use {}", or(values)));
                    }
                    value.clone()
                }
                None => self.malformed(at, "an integer"),
            },
            Kind::Float if value.is_number() => value.clone(),
            Kind::Float if matches!(value.as_str(), Some("NaN" | "Infinity" | "-Infinity")) => value.clone(),
            Kind::Float => self.malformed(at, "a number"),
            Kind::Timestamp => match seconds(value, format) {
                Some(number) => Value::Number(number),
                None => self.malformed(at, "a timestamp in its format"),
            },
            Kind::Blob => match value.as_str().map(|text| STANDARD.decode(text)) {
                Some(Ok(_)) => value.clone(),
                _ => self.malformed(at, "base64"),
            },
            Kind::Enum(values) if value.is_string() => {
                if !values.iter().any(|known| value == known) {
                    self.invalid(at, format!("Use {}", or(values)));
                }
                value.clone()
            }
            _ if value.is_string() => value.clone(),
            _ => self.malformed(at, "a string"),
        }
    }

    fn check(&mut self, value: &Value, constraints: &Constraints, kind: &Kind, at: &At<'_>) {
        let Constraints { length, range, unique, .. } = constraints;
        if let Some((least, greatest)) = length {
            let (length, unit) = measure(value, kind);
            if !(*least..=*greatest).contains(&length) {
                self.invalid(at, format!("Use {} {unit}", between(least, greatest, *greatest == u64::MAX)));
            }
        }
        if let (Some((least, greatest)), Some(number)) = (range, value.as_f64())
            && !(*least..=*greatest).contains(&number)
        {
            let reason = match (*least == f64::MIN, *greatest == f64::MAX) {
                (true, _) => format!("Use at most {greatest}"),
                (_, open) => format!("Use {}", between(least, greatest, open)),
            };
            self.invalid(at, reason);
        }
        if let (true, Value::Array(items)) = (unique, value)
            && items.iter().map(Value::to_string).collect::<HashSet<_>>().len() < items.len()
        {
            self.invalid(at, "Holds an item twice".to_owned());
        }
    }

    fn patterns(&mut self, value: &Value, all: &[&Constraints], at: &At<'_>) {
        let Some(text) = value.as_str() else { return };
        let patterns = all.iter().filter_map(|found| found.pattern.as_ref());
        let broken: Vec<_> = patterns.filter(|pattern| !pattern.is_match(text)).collect();
        // Some patterns in models exclude everything, or everything of the length: they say nothing.
        if !broken.is_empty() && sample::text(all).is_some() {
            broken.iter().for_each(|pattern| self.invalid(at, format!("Has to match {}", pattern.written)));
        }
    }
}

/// Whether a value, as handlers see it, is one that the model allows for a member.
pub(crate) fn allows(model: &Model, member: &Member, value: &Value) -> bool {
    let mut reader = Reader::of_values(model);
    reader.member(value, member, &At::ROOT);
    reader.finish().is_ok()
}

/// How long a value is, and in what unit.
fn measure(value: &Value, kind: &Kind) -> (u64, &'static str) {
    let (length, unit) = match (value, kind) {
        (Value::String(text), Kind::Blob) => (STANDARD.decode(text).map_or(0, |bytes| bytes.len()), "bytes"),
        (Value::String(text), _) => (text.chars().count(), "characters"),
        (Value::Array(items), _) => (items.len(), "items"),
        (Value::Object(entries), _) => (entries.len(), "entries"),
        _ => (0, "characters"),
    };
    (length as u64, unit)
}

fn between<T: fmt::Display + PartialEq>(least: &T, greatest: &T, open: bool) -> String {
    if open {
        format!("at least {least}")
    } else if least == greatest {
        least.to_string()
    } else {
        format!("{least} to {greatest}")
    }
}

fn or(values: &[impl ToString]) -> String {
    let values: Vec<_> = values.iter().map(ToString::to_string).collect();
    match values.as_slice() {
        [others @ .., last] if !others.is_empty() => format!("{} or {last}", others.join(", ")),
        _ => values.join(""),
    }
}

/// A timestamp as a number of seconds.
fn seconds(value: &Value, format: Format) -> Option<Number> {
    match (value, format) {
        (Value::Number(number), Format::EpochSeconds) => Some(number.clone()),
        (_, Format::EpochSeconds) => None,
        (Value::String(text), format) => {
            let read = DateTime::from_str(text, format).ok()?;
            if read.subsec_nanos() == 0 { Some(read.secs().into()) } else { Number::from_f64(read.as_secs_f64()) }
        }
        _ => None,
    }
}

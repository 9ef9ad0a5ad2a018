//! Documents: JSON of any form.

use super::{Check, Codec, number, reading};
use aws_smithy_types::{Document, Number};
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::ser::{Error as _, SerializeMap, SerializeSeq};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::{BTreeMap, HashMap};
use std::fmt;

/// A document as the JSON that it is. Nesting is bounded by the format's reader (128 levels for serde_json). Numbers that
/// JSON has no word for, NaN and the infinities, can't be written: they would become `null`, which is another document.
#[derive(Clone, Copy, Debug)]
pub struct Json;

impl Codec<Document> for Json {
    fn write<S: Serializer>(&self, value: &Document, to: S) -> Result<S::Ok, S::Error> {
        Wrapped(value).serialize(to)
    }

    fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<Document, D::Error> {
        Owned::deserialize(from).map(|document| document.0)
    }

    fn check(&self, value: &Document, report: &mut Check) {
        match value {
            Document::Number(Number::Float(number)) if !number.is_finite() => report.refuse(no_number(*number)),
            Document::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    report.within(format_args!("[{index}]"), |report| self.check(item, report));
                }
            }
            Document::Object(members) => {
                for (name, member) in members.iter().collect::<BTreeMap<_, _>>() {
                    report.within(format_args!("[{name:?}]"), |report| self.check(member, report));
                }
            }
            _ => {}
        }
    }
}

/// What is wrong with a number that isn't finite.
fn no_number(number: f64) -> String {
    format!("is {number}, which a document can't hold: JSON has no such number")
}

struct Wrapped<'a>(&'a Document);

impl Serialize for Wrapped<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Document::Null => to.serialize_unit(),
            Document::Bool(value) => to.serialize_bool(*value),
            Document::String(value) => to.serialize_str(value),
            Document::Number(Number::PosInt(value)) => to.serialize_u64(*value),
            Document::Number(Number::NegInt(value)) => to.serialize_i64(*value),
            Document::Number(Number::Float(value)) if value.is_finite() => to.serialize_f64(*value),
            Document::Number(Number::Float(value)) => Err(S::Error::custom(no_number(*value))),
            Document::Array(items) => {
                let mut list = to.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(&Wrapped(item))?;
                }
                list.end()
            }
            Document::Object(members) => {
                let mut map = to.serialize_map(Some(members.len()))?;
                // By name, so that the same document always gives the same bytes.
                for (name, member) in members.iter().collect::<BTreeMap<_, _>>() {
                    map.serialize_entry(name, &Wrapped(member))?;
                }
                map.end()
            }
        }
    }
}

struct Owned(Document);

impl<'de> Deserialize<'de> for Owned {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Any;

        impl<'de> Visitor<'de> for Any {
            type Value = Document;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("any JSON")
            }

            fn visit_unit<E>(self) -> Result<Document, E> {
                Ok(Document::Null)
            }

            fn visit_bool<E>(self, value: bool) -> Result<Document, E> {
                Ok(Document::Bool(value))
            }

            fn visit_i64<E>(self, value: i64) -> Result<Document, E> {
                Ok(Document::Number(u64::try_from(value).map_or(Number::NegInt(value), Number::PosInt)))
            }

            fn visit_u64<E>(self, value: u64) -> Result<Document, E> {
                Ok(Document::Number(Number::PosInt(value)))
            }

            fn visit_f64<E>(self, value: f64) -> Result<Document, E> {
                Ok(Document::Number(Number::Float(value)))
            }

            fn visit_str<E: serde::de::Error>(self, value: &str) -> Result<Document, E> {
                reading::take_allocation(value.len())?;
                Ok(Document::String(value.to_owned()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Document, A::Error> {
                let mut items = Vec::new();
                while let Some(Owned(item)) = from.next_element()? {
                    reading::take(size_of::<Document>())?;
                    items.push(item);
                }
                Ok(Document::Array(items))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Document, A::Error> {
                let mut members = HashMap::new();
                while let Some(name) = from.next_key::<String>()? {
                    let Owned(value) = from.next_value()?;
                    if let Document::String(text) = &value
                        && number::is_name(&name)
                        && let Some(number) = number::parsed(text)?
                    {
                        return number::visit(&number, self);
                    }
                    reading::take_entry::<String, Document, _>()?;
                    reading::take_allocation(name.len())?;
                    members.insert(name, value);
                }
                Ok(Document::Object(members))
            }
        }

        from.deserialize_any(Any).map(Owned)
    }
}

/// A model's default for a document; text that is not JSON is `null`.
#[doc(hidden)]
pub fn document_default(json: &str) -> Document {
    Json.read(&mut serde_json::Deserializer::from_str(json)).unwrap_or(Document::Null)
}

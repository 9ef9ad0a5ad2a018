//! Maps and documents whose keys stay in their order.

use super::nullable::Nullable;
use super::{As, Check, Codec, number, reading};
use crate::primitives::{IndexMap, OrderedDocument};
use aws_smithy_types::Number;
use serde::de::{DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde::ser::{Error as _, SerializeMap, SerializeSeq};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::hash::Hash;
use std::marker::PhantomData;

/// A map whose keys stay in their order, and whose values are written by `C`. An entry whose value is `null` is left out when
/// read.
#[derive(Clone, Copy, Debug)]
pub struct InOrder<C>(pub C);

impl<K, V, C> Codec<IndexMap<K, V>> for InOrder<C>
where
    K: Serialize + for<'de> Deserialize<'de> + Eq + Hash,
    C: Codec<V>,
{
    fn write<S: Serializer>(&self, value: &IndexMap<K, V>, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(value.len()))?;
        for (key, item) in value {
            map.serialize_entry(key, &As(item, self.0))?;
        }
        map.end()
    }

    fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<IndexMap<K, V>, D::Error> {
        from.deserialize_map(Entries(self.0, PhantomData))
    }

    fn check(&self, value: &IndexMap<K, V>, report: &mut Check) {
        for item in value.values() {
            report.within(format_args!("{{}}"), |report| self.0.check(item, report));
        }
    }
}

struct Entries<K, V, C>(C, PhantomData<(K, V)>);

impl<'de, K: Deserialize<'de> + Eq + Hash, V, C: Codec<V>> Visitor<'de> for Entries<K, V, C> {
    type Value = IndexMap<K, V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<IndexMap<K, V>, A::Error> {
        let mut entries = IndexMap::new();
        while let Some(key) = from.next_key()? {
            reading::take_entry::<K, V, _>()?;
            if let Some(value) = from.next_value_seed(Nullable::new(self.0))? {
                entries.insert(key, value);
            }
        }
        Ok(entries)
    }
}

/// A document whose keys stay in their order, as the JSON that it is.
#[derive(Clone, Copy, Debug)]
pub struct OrderedJson;

impl Codec<OrderedDocument> for OrderedJson {
    fn write<S: Serializer>(&self, value: &OrderedDocument, to: S) -> Result<S::Ok, S::Error> {
        match value {
            OrderedDocument::Null => to.serialize_unit(),
            OrderedDocument::Bool(value) => to.serialize_bool(*value),
            OrderedDocument::String(value) => to.serialize_str(value),
            OrderedDocument::Number(Number::PosInt(value)) => to.serialize_u64(*value),
            OrderedDocument::Number(Number::NegInt(value)) => to.serialize_i64(*value),
            OrderedDocument::Number(Number::Float(value)) if value.is_finite() => to.serialize_f64(*value),
            OrderedDocument::Number(Number::Float(value)) => Err(S::Error::custom(no_number(*value))),
            OrderedDocument::Array(items) => {
                let mut list = to.serialize_seq(Some(items.len()))?;
                items.iter().try_for_each(|item| list.serialize_element(&As(item, *self)))?;
                list.end()
            }
            OrderedDocument::Object(members) => {
                let mut map = to.serialize_map(Some(members.len()))?;
                members.iter().try_for_each(|(name, member)| map.serialize_entry(name, &As(member, *self)))?;
                map.end()
            }
        }
    }

    fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<OrderedDocument, D::Error> {
        from.deserialize_any(*self)
    }

    fn check(&self, value: &OrderedDocument, report: &mut Check) {
        match value {
            OrderedDocument::Number(Number::Float(number)) if !number.is_finite() => {
                report.refuse(no_number(*number));
            }
            OrderedDocument::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    report.within(format_args!("[{index}]"), |report| self.check(item, report));
                }
            }
            OrderedDocument::Object(members) => {
                for (name, member) in members {
                    report.within(format_args!("[{name:?}]"), |report| self.check(member, report));
                }
            }
            _ => {}
        }
    }
}

impl Serialize for OrderedDocument {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        OrderedJson.write(self, to)
    }
}

impl<'de> Deserialize<'de> for OrderedDocument {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        OrderedJson.read(from)
    }
}

/// What is wrong with a number that isn't finite.
fn no_number(number: f64) -> String {
    format!("is {number}, which a document can't hold: JSON has no such number")
}

impl<'de> DeserializeSeed<'de> for OrderedJson {
    type Value = OrderedDocument;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<OrderedDocument, D::Error> {
        self.read(from)
    }
}

impl<'de> Visitor<'de> for OrderedJson {
    type Value = OrderedDocument;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON")
    }

    fn visit_unit<E>(self) -> Result<OrderedDocument, E> {
        Ok(OrderedDocument::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<OrderedDocument, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<OrderedDocument, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<OrderedDocument, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<OrderedDocument, E> {
        Ok(value.into())
    }

    fn visit_str<E: serde::de::Error>(self, value: &str) -> Result<OrderedDocument, E> {
        reading::take_allocation(value.len())?;
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<OrderedDocument, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = from.next_element_seed(self)? {
            reading::take(size_of::<OrderedDocument>())?;
            items.push(item);
        }
        Ok(items.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<OrderedDocument, A::Error> {
        let mut members = IndexMap::new();
        while let Some(name) = from.next_key::<String>()? {
            reading::take_entry::<String, OrderedDocument, _>()?;
            reading::take_allocation(name.len())?;
            let value = from.next_value_seed(self)?;
            if let OrderedDocument::String(text) = &value
                && number::is_name(&name)
                && let Some(number) = number::parsed(text)?
            {
                return number::visit(&number, self);
            }
            members.insert(name, value);
        }
        Ok(members.into())
    }
}

/// A model's default for such a document; text that is not JSON is `null`.
#[doc(hidden)]
pub fn ordered_document_default(json: &str) -> OrderedDocument {
    serde_json::from_str(json).unwrap_or_default()
}

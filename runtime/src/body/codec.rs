//! How a value looks on the wire: [`Codec`] for JSON, [`TextCodec`] for labels, queries and headers.
//!
//! Codecs are values, so that a member's row can say `List(EpochSeconds)` and mean it.

use super::check::{Check, Known};
use super::header::{quote, split};
use super::reading;
use super::whole;
use super::write::{As, Members};
use serde::de::{DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::Hash;
use std::marker::PhantomData;

/// Writes and reads one value as JSON, and checks it against its model's constraints.
pub trait Codec<T>: Copy {
    /// Writes `value`.
    fn write<S: Serializer>(&self, value: &T, to: S) -> Result<S::Ok, S::Error>;

    /// Reads a value.
    fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<T, D::Error>;

    /// Reports where `value` breaks a constraint of the model.
    fn check(&self, _value: &T, _report: &mut Check) {}
}

/// Writes and reads one value as text, in a label, a query string or a header.
pub trait TextCodec<T>: Codec<T> {
    /// Whether the value is a list, whose items share one header, separated by commas.
    const LIST: bool = false;

    /// Calls `each` with the value's text; with the text of each item for a list.
    fn texts(&self, value: &T, each: &mut dyn FnMut(Cow<'_, str>));

    /// The value that a text stands for.
    fn parse(&self, text: &str) -> Option<T>;

    /// An item's text as it stands in a header's list.
    fn quote<'t>(&self, text: Cow<'t, str>) -> Cow<'t, str> {
        quote(text)
    }

    /// The items of a header's list.
    fn split(&self, text: &str) -> Vec<String> {
        split(text)
    }
}

/// A value with one obvious text: strings, numbers, booleans, enums.
pub trait AsText: Sized {
    /// The text.
    fn as_text(&self) -> Cow<'_, str>;

    /// The value that a text stands for.
    fn from_text(text: &str) -> Option<Self>;

    /// Reads a value in its serde form.
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error>
    where
        Self: Deserialize<'de>,
    {
        Self::deserialize(from)
    }
}

impl AsText for String {
    fn as_text(&self) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }

    fn from_text(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }

    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = Self::deserialize(from)?;
        reading::take_allocation(text.len())?;
        Ok(text)
    }
}

macro_rules! as_text_by_display {
    ($($ty:ty $(= $expected:literal)?),*) => {$(
        impl AsText for $ty {
            fn as_text(&self) -> Cow<'_, str> {
                Cow::Owned(self.to_string())
            }

            // Strict, as the AWS SDK for Rust and botocore are: in headers nobody writes `5.0` for 5.
            fn from_text(text: &str) -> Option<Self> {
                text.trim().parse().ok()
            }

            $( fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                whole::read(from, $expected)
            } )?
        }
    )*};
}

as_text_by_display!(
    bool,
    i8 = "a whole number of 8 bits",
    i16 = "a whole number of 16 bits",
    i32 = "a whole number of 32 bits",
    i64 = "a whole number of 64 bits"
);

/// The value's own serde form: strings, integers, booleans, enums.
#[derive(Clone, Copy, Debug)]
pub struct Plain;

impl<T: AsText + Serialize + for<'de> Deserialize<'de>> Codec<T> for Plain {
    fn write<S: Serializer>(&self, value: &T, to: S) -> Result<S::Ok, S::Error> {
        value.serialize(to)
    }

    fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<T, D::Error> {
        T::read(from)
    }
}

impl<T: AsText + Serialize + for<'de> Deserialize<'de>> TextCodec<T> for Plain {
    fn texts(&self, value: &T, each: &mut dyn FnMut(Cow<'_, str>)) {
        each(value.as_text());
    }

    fn parse(&self, text: &str) -> Option<T> {
        T::from_text(text)
    }
}

/// A structure: like [`Plain`], and its members are checked too.
#[derive(Clone, Copy, Debug)]
pub struct Nested;

impl<T: Members + Serialize + for<'de> Deserialize<'de>> Codec<T> for Nested {
    fn write<S: Serializer>(&self, value: &T, to: S) -> Result<S::Ok, S::Error> {
        value.serialize(to)
    }

    fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<T, D::Error> {
        T::deserialize(from)
    }

    fn check(&self, value: &T, report: &mut Check) {
        let Ok(()) = value.write_members(report);
    }
}

/// A list whose items are written by `C`. A `null` among the items is left out when read (Smithy 2.0, "Sparse
/// lists": clients drop what a dense list can't hold).
#[derive(Clone, Copy, Debug)]
pub struct List<C>(pub C);

impl<T, C: Codec<T>> Codec<Vec<T>> for List<C> {
    fn write<S: Serializer>(&self, value: &Vec<T>, to: S) -> Result<S::Ok, S::Error> {
        let mut list = to.serialize_seq(Some(value.len()))?;
        for item in value {
            list.serialize_element(&As(item, self.0))?;
        }
        list.end()
    }

    fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<Vec<T>, D::Error> {
        from.deserialize_seq(Items(self.0, PhantomData))
    }

    fn check(&self, value: &Vec<T>, report: &mut Check) {
        for (index, item) in value.iter().enumerate() {
            report.within(format_args!("[{index}]"), |report| self.0.check(item, report));
        }
    }
}

impl<T, C: TextCodec<T>> TextCodec<Vec<T>> for List<C> {
    const LIST: bool = true;

    fn texts(&self, value: &Vec<T>, each: &mut dyn FnMut(Cow<'_, str>)) {
        for item in value {
            self.0.texts(item, each);
        }
    }

    fn parse(&self, text: &str) -> Option<Vec<T>> {
        self.0.split(text).iter().map(|item| self.0.parse(item)).collect()
    }

    fn quote<'t>(&self, text: Cow<'t, str>) -> Cow<'t, str> {
        self.0.quote(text)
    }
}

struct Items<T, C>(C, PhantomData<T>);

impl<'de, T, C: Codec<T>> Visitor<'de> for Items<T, C> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Vec<T>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = from.next_element_seed(Nullable::new(self.0))? {
            reading::take(size_of::<T>())?;
            items.extend(item);
        }
        Ok(items)
    }
}

/// A map whose values are written by `C`. An entry whose value is `null` is left out when read.
#[derive(Clone, Copy, Debug)]
pub struct Map<C>(pub C);

impl<K, V, C> Codec<HashMap<K, V>> for Map<C>
where
    K: Serialize + for<'de> Deserialize<'de> + Eq + Hash,
    C: Codec<V>,
{
    fn write<S: Serializer>(&self, value: &HashMap<K, V>, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(value.len()))?;
        for (key, value) in value {
            map.serialize_entry(key, &As(value, self.0))?;
        }
        map.end()
    }

    fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<HashMap<K, V>, D::Error> {
        from.deserialize_map(Entries(self.0, PhantomData))
    }

    fn check(&self, value: &HashMap<K, V>, report: &mut Check) {
        for item in value.values() {
            report.within(format_args!("{{}}"), |report| self.0.check(item, report));
        }
    }
}

struct Entries<K, V, C>(C, PhantomData<(K, V)>);

impl<'de, K: Deserialize<'de> + Eq + Hash, V, C: Codec<V>> Visitor<'de> for Entries<K, V, C> {
    type Value = HashMap<K, V>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<HashMap<K, V>, A::Error> {
        let mut entries = HashMap::new();
        while let Some(key) = from.next_key()? {
            reading::take_entry::<K, V, _>()?;
            if let Some(value) = from.next_value_seed(Nullable::new(self.0))? {
                entries.insert(key, value);
            }
        }
        Ok(entries)
    }
}

/// Reads a value that may be `null`.
pub(super) struct Nullable<T, C>(C, PhantomData<T>);

impl<T, C> Nullable<T, C> {
    pub(super) fn new(codec: C) -> Self {
        Nullable(codec, PhantomData)
    }
}

impl<'de, T, C: Codec<T>> DeserializeSeed<'de> for Nullable<T, C> {
    type Value = Option<T>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Option<T>, D::Error> {
        from.deserialize_option(self)
    }
}

impl<'de, T, C: Codec<T>> Visitor<'de> for Nullable<T, C> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_none<E>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_unit<E>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Option<T>, D::Error> {
        self.0.read(from).map(Some)
    }
}

impl<T, C> Codec<T> for super::Enum<C>
where
    T: Known,
    C: Codec<T>,
{
    fn write<S: Serializer>(&self, value: &T, to: S) -> Result<S::Ok, S::Error> {
        self.0.write(value, to)
    }

    fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<T, D::Error> {
        self.0.read(from)
    }

    fn check(&self, value: &T, report: &mut Check) {
        report.known(value);
    }
}

//! Lists and maps that may hold `null` (`smithy.api#sparse`).

#[cfg(feature = "simple-rest-json")]
use super::TextCodec;
use super::nullable::Nullable as OrNull;
use super::{Check, Codec, reading};
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
#[cfg(feature = "simple-rest-json")]
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::hash::Hash;
use std::marker::PhantomData;

/// A list of values that may be `null`, each written by `C`.
#[derive(Clone, Copy, Debug)]
pub struct Sparse<C>(pub C);

/// A map to values that may be `null`, each written by `C`.
#[derive(Clone, Copy, Debug)]
pub struct SparseMap<C>(pub C);

/// A value that may be `null`, on the way out.
struct Nullable<'a, T, C>(&'a Option<T>, C);

impl<T, C: Codec<T>> Serialize for Nullable<'_, T, C> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Some(value) => self.1.write(value, to),
            None => to.serialize_unit(),
        }
    }
}

impl<T, C: Codec<T>> Codec<Vec<Option<T>>> for Sparse<C> {
    fn write<S: Serializer>(&self, value: &Vec<Option<T>>, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(value.iter().map(|item| Nullable(item, self.0)))
    }

    fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<Vec<Option<T>>, D::Error> {
        from.deserialize_seq(Items(self.0, PhantomData))
    }

    fn check(&self, value: &Vec<Option<T>>, report: &mut Check) {
        for (index, item) in value.iter().enumerate() {
            if let Some(item) = item {
                report.within(format_args!("[{index}]"), |report| self.0.check(item, report));
            }
        }
    }
}

/// A list in a query, whose gaps are parameters without a value.
#[cfg(feature = "simple-rest-json")]
impl<T, C: TextCodec<T>> TextCodec<Vec<Option<T>>> for Sparse<C> {
    const LIST: bool = true;

    fn texts(&self, value: &Vec<Option<T>>, each: &mut dyn FnMut(Cow<'_, str>)) {
        value.iter().flatten().for_each(|item| self.0.texts(item, each));
    }

    fn gapped_texts(&self, value: &Vec<Option<T>>, each: &mut dyn FnMut(Option<Cow<'_, str>>)) {
        for item in value {
            match item {
                Some(item) => self.0.texts(item, &mut |text| each(Some(text))),
                None => each(None),
            }
        }
    }

    fn parse(&self, text: &str) -> Option<Vec<Option<T>>> {
        self.0.split(text).iter().map(|item| self.0.parse(item).map(Some)).collect()
    }
}

struct Items<T, C>(C, PhantomData<T>);

impl<'de, T, C: Codec<T>> Visitor<'de> for Items<T, C> {
    type Value = Vec<Option<T>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Self::Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = from.next_element_seed(OrNull::new(self.0))? {
            reading::take(size_of::<Option<T>>())?;
            items.push(item);
        }
        Ok(items)
    }
}

impl<K, V, C> Codec<HashMap<K, Option<V>>> for SparseMap<C>
where
    K: Serialize + for<'de> Deserialize<'de> + Eq + Hash,
    C: Codec<V>,
{
    fn write<S: Serializer>(&self, value: &HashMap<K, Option<V>>, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(value.iter().map(|(key, value)| (key, Nullable(value, self.0))))
    }

    fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<HashMap<K, Option<V>>, D::Error> {
        from.deserialize_map(Entries(self.0, PhantomData))
    }

    fn check(&self, value: &HashMap<K, Option<V>>, report: &mut Check) {
        for item in value.values().flatten() {
            report.within(format_args!("{{}}"), |report| self.0.check(item, report));
        }
    }
}

struct Entries<K, V, C>(C, PhantomData<(K, V)>);

impl<'de, K: Deserialize<'de> + Eq + Hash, V, C: Codec<V>> Visitor<'de> for Entries<K, V, C> {
    type Value = HashMap<K, Option<V>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Self::Value, A::Error> {
        let mut entries = HashMap::new();
        while let Some(key) = from.next_key()? {
            reading::take_entry::<K, Option<V>, _>()?;
            entries.insert(key, from.next_value_seed(OrNull::new(self.0))?);
        }
        Ok(entries)
    }
}

//! Maps.

use super::nullable::Nullable;
use super::{As, Check, Codec, reading};
use serde::de::{MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::HashMap;
use std::hash::Hash;
use std::marker::PhantomData;

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
        for (key, item) in value {
            map.serialize_entry(key, &As(item, self.0))?;
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

//! Maps.

use super::nullable::Nullable;
#[cfg(feature = "xml")]
use super::xml::{Found, Node, XmlError};
use super::{As, AsText, Check, Codec, reading};
use serde::de::{MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
#[cfg(feature = "xml")]
use std::collections::BTreeMap;
use std::collections::HashMap;
use std::hash::Hash;
use std::marker::PhantomData;

/// A map whose values are written by `C`. An entry whose value is `null` is left out when read.
#[derive(Clone, Copy, Debug)]
pub struct Map<C>(pub C);

impl<K, V, C> Codec<HashMap<K, V>> for Map<C>
where
    K: AsText + Serialize + for<'de> Deserialize<'de> + Eq + Hash,
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

    #[cfg(feature = "xml")]
    fn write_tree(&self, value: &HashMap<K, V>) -> Result<Node, XmlError> {
        // By key, so that the same map always gives the same bytes.
        let entries: BTreeMap<_, _> = value.iter().map(|(key, item)| (key.as_text(), item)).collect();
        Node::map(entries.into_iter().map(|(key, item)| Ok((Node::text(key), self.0.write_tree(item)?))))
    }

    #[cfg(feature = "xml")]
    fn read_tree(&self, from: Found<'_>) -> Result<HashMap<K, V>, XmlError> {
        let mut entries = HashMap::new();
        from.entries(|key, item| {
            reading::take_entry::<K, V, XmlError>()?;
            reading::take_allocation::<XmlError>(key.len())?;
            let key = K::from_text(key).ok_or_else(|| XmlError::misfit("an entry's key is no such value"))?;
            if let Some(item) = item {
                entries.insert(key, self.0.read_tree(item)?);
            }
            Ok(())
        })?;
        Ok(entries)
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

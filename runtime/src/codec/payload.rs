//! Places beyond single members: maps spread over headers or the query, and payloads that are a body by themselves.

use super::document::Json;
use super::read::json;
use super::union::{Tagged, Union};
use super::write::Members;
use super::{As, AsText, Base64, Built, Codec, Length, List, Map, Nested, Sparse, SparseMap, TextCodec};
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_types::{Blob, Document};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

/// A map whose entries are headers or query parameters of their own.
pub trait EntryCodec<T>: Codec<T> {
    /// Calls `each` with every entry, by key; more than once with a key whose value is a list.
    fn entries(&self, value: &T, each: &mut dyn FnMut(&str, Cow<'_, str>));

    /// The map that entries make.
    fn collect(&self, entries: Vec<(String, &str)>) -> Option<T>;
}

impl<K, V, C: TextCodec<V>> EntryCodec<HashMap<K, V>> for Map<C>
where
    K: AsText + Eq + Hash,
    Self: Codec<HashMap<K, V>>,
{
    fn entries(&self, value: &HashMap<K, V>, each: &mut dyn FnMut(&str, Cow<'_, str>)) {
        for (key, item) in value.iter().map(|(key, item)| (key.as_text(), item)).collect::<BTreeMap<_, _>>() {
            self.0.texts(item, &mut |text| each(&key, text));
        }
    }

    fn collect(&self, entries: Vec<(String, &str)>) -> Option<HashMap<K, V>> {
        entries.into_iter().map(|(key, text)| Some((K::from_text(&key)?, self.0.parse(text)?))).collect()
    }
}

impl<T, C: EntryCodec<T>> EntryCodec<T> for Length<C>
where
    Self: Codec<T>,
{
    fn entries(&self, value: &T, each: &mut dyn FnMut(&str, Cow<'_, str>)) {
        self.2.entries(value, each);
    }

    fn collect(&self, entries: Vec<(String, &str)>) -> Option<T> {
        self.2.collect(entries)
    }
}

/// A value that is an HTTP body by itself (`smithy.api#httpPayload`).
pub trait PayloadCodec<T>: Codec<T> {
    /// The body's media type, unless a header of the operation's says otherwise.
    fn content_type(&self) -> &'static str;

    /// The body.
    fn encode(&self, value: &T) -> Result<Vec<u8>, serde_json::Error>;

    /// The body that stands for no value, if there is one.
    fn absent(&self) -> Option<&'static [u8]> {
        None
    }

    /// The value that a body, which is not empty, stands for.
    fn decode(&self, body: &[u8]) -> Result<T, BoxError>;
}

const JSON: &str = "application/json";

impl<T: Built + Members + Serialize + for<'de> Deserialize<'de>> PayloadCodec<T> for Nested {
    fn content_type(&self) -> &'static str {
        JSON
    }

    fn encode(&self, value: &T) -> Result<Vec<u8>, serde_json::Error> {
        serde_json::to_vec(value)
    }

    fn absent(&self) -> Option<&'static [u8]> {
        Some(b"{}")
    }

    fn decode(&self, body: &[u8]) -> Result<T, BoxError> {
        Ok(json(body, |from| T::deserialize(from))?)
    }
}

impl<T: Union + Serialize + for<'de> Deserialize<'de>> PayloadCodec<T> for Tagged {
    fn content_type(&self) -> &'static str {
        JSON
    }

    fn encode(&self, value: &T) -> Result<Vec<u8>, serde_json::Error> {
        serde_json::to_vec(value)
    }

    fn decode(&self, body: &[u8]) -> Result<T, BoxError> {
        Ok(json(body, |from| T::deserialize(from))?)
    }
}

/// Bodies that are JSON of any form: documents, lists, maps.
macro_rules! json_payload {
    ($([$($parameter:ident),*] $value:ty, $codec:ty;)*) => {$(
        impl<$($parameter),*> PayloadCodec<$value> for $codec
        where
            Self: Codec<$value>,
        {
            fn content_type(&self) -> &'static str {
                JSON
            }

            fn encode(&self, value: &$value) -> Result<Vec<u8>, serde_json::Error> {
                serde_json::to_vec(&As(value, *self))
            }

            fn decode(&self, body: &[u8]) -> Result<$value, BoxError> {
                Ok(json(body, |from| self.read(from))?)
            }
        }
    )*};
}
json_payload! {
    [] Document, Json;
    [T, C] Vec<T>, List<C>;
    [T, C] Vec<Option<T>>, Sparse<C>;
    [K, V, C] HashMap<K, V>, Map<C>;
    [K, V, C] HashMap<K, Option<V>>, SparseMap<C>;
}

/// A blob as the bytes that it is, with this media type; base64 for serde.
#[derive(Clone, Copy, Debug)]
pub struct Bytes(pub &'static str);

impl Codec<Blob> for Bytes {
    fn write<S: Serializer>(&self, value: &Blob, to: S) -> Result<S::Ok, S::Error> {
        Base64.write(value, to)
    }

    fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<Blob, D::Error> {
        Base64.read(from)
    }
}

impl PayloadCodec<Blob> for Bytes {
    fn content_type(&self) -> &'static str {
        self.0
    }

    fn encode(&self, value: &Blob) -> Result<Vec<u8>, serde_json::Error> {
        Ok(value.as_ref().to_vec())
    }

    fn decode(&self, body: &[u8]) -> Result<Blob, BoxError> {
        Ok(Blob::new(body))
    }
}

/// A string or enum as the text that it is, with this media type.
#[derive(Clone, Copy, Debug)]
pub struct Text(pub &'static str);

impl<T: Serialize + for<'de> Deserialize<'de>> Codec<T> for Text {
    fn write<S: Serializer>(&self, value: &T, to: S) -> Result<S::Ok, S::Error> {
        value.serialize(to)
    }

    fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<T, D::Error> {
        T::deserialize(from)
    }
}

impl<T: AsText + Serialize + for<'de> Deserialize<'de>> PayloadCodec<T> for Text {
    fn content_type(&self) -> &'static str {
        self.0
    }

    fn encode(&self, value: &T) -> Result<Vec<u8>, serde_json::Error> {
        Ok(value.as_text().into_owned().into_bytes())
    }

    fn decode(&self, body: &[u8]) -> Result<T, BoxError> {
        T::from_text(std::str::from_utf8(body)?).ok_or_else(|| "the body is not such a value".into())
    }
}

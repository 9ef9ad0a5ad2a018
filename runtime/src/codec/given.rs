//! What a program gives as input, from any serde format, as a JSON value.

use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};
use std::fmt;

/// A value of any format as the JSON that it would be: what formats for machines have beyond JSON, bytes and floats that are
/// no numbers, as the texts that codecs read.
pub(super) struct Given(pub(super) Value);

impl<'de> Deserialize<'de> for Given {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        match from.is_human_readable() {
            true => Value::deserialize(from).map(Self),
            false => from.deserialize_any(Any).map(Self),
        }
    }
}

struct Any;

macro_rules! plain {
    ($($method:ident: $ty:ty),*) => {$(
        fn $method<E>(self, value: $ty) -> Result<Value, E> {
            Ok(value.into())
        }
    )*};
}

impl<'de> Visitor<'de> for Any {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    plain!(visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_str: &str, visit_string: String);

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(super::float::special(value).map_or_else(|| value.into(), Value::from))
    }

    fn visit_bytes<E>(self, value: &[u8]) -> Result<Value, E> {
        Ok(aws_smithy_types::base64::encode(value).into())
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Value, D::Error> {
        Given::deserialize(from).map(|given| given.0)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, from: D) -> Result<Value, D::Error> {
        self.visit_some(from)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(Given(item)) = from.next_element()? {
            items.push(item);
        }
        Ok(Value::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Value, A::Error> {
        let mut members = Map::new();
        while let Some((name, Given(value))) = from.next_entry()? {
            members.insert(name, value);
        }
        Ok(Value::Object(members))
    }
}

#[cfg(all(test, feature = "cbor"))]
mod tests {
    use super::Given;
    use crate::codec::cbor;
    use serde::Deserialize;
    use serde_json::json;

    #[test]
    fn bytes_and_floats_that_are_no_numbers_become_the_texts_that_codecs_read() {
        // {"a": h'00ff', "b": [NaN, -Infinity, 1.5, null, true], "c": -1, "d": 24}
        let body = b"\xa4\x61a\x42\x00\xff\x61b\x85\xf9\x7e\x00\xf9\xfc\x00\xf9\x3e\x00\xf6\xf5\x61c\x20\x61d\x18\x18";
        let given = cbor::read_one(body, |reader| Given::deserialize(reader));
        let expected = json!({"a": "AP8=", "b": ["NaN", "-Infinity", 1.5, null, true], "c": -1, "d": 24});
        assert_eq!(given.map(|given| given.0), Ok(expected));
    }
}

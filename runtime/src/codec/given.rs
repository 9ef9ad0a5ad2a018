//! What a program gives as input, from any serde format, as a JSON value.

use super::MemberReader;
use super::read::members;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use std::fmt;

/// What serde_json calls a piece of JSON as it is written. Its deserializers give that as a map of this alone, others give what
/// there is.
pub(super) const RAW: &str = "$serde_json::private::RawValue";

/// What is given, if it isn't JSON's text: in order, where that counts.
#[cfg(feature = "key-order")]
type Tree = super::alloy::Tree;
#[cfg(not(feature = "key-order"))]
type Tree = Value;

/// A value of any format as the JSON that it would be: what formats for machines have beyond JSON, bytes and floats that are
/// no numbers, as the texts that codecs read.
pub(super) enum Given {
    /// JSON as it is written: a [`Value`] has no room for every digit of a number.
    Text(String),
    Tree(Tree),
}

impl<'de> Deserialize<'de> for Given {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        match from.is_human_readable() {
            true => from.deserialize_newtype_struct(RAW, Written),
            false => Part::deserialize(from).map(|part| Self::Tree(part.0)),
        }
    }
}

impl Given {
    /// Reads a builder from what is given.
    pub(super) fn members<B: MemberReader>(&self) -> Result<B, String> {
        let text = match self {
            Given::Text(text) => text,
            Given::Tree(tree) => return members::<B, _>(tree).map_err(|error| error.to_string()),
        };
        members::<B, _>(&mut serde_json::Deserializer::from_str(text)).map_err(|error| {
            // The place would be that within this text, which may be a part of another.
            let place = format!(" at line {} column {}", error.line(), error.column());
            let message = error.to_string();
            message.strip_suffix(&place).map(str::to_owned).unwrap_or(message)
        })
    }

    /// It as a JSON value.
    pub(super) fn into_value(self) -> Result<Value, serde_json::Error> {
        match self {
            Given::Text(text) => serde_json::from_str(&text),
            #[cfg(feature = "key-order")]
            Given::Tree(tree) => Ok(tree.into_value()),
            #[cfg(not(feature = "key-order"))]
            Given::Tree(tree) => Ok(tree),
        }
    }
}

/// Takes JSON as it is written, where there is JSON.
struct Written;

impl<'de> Visitor<'de> for Written {
    type Value = Given;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, from: D) -> Result<Given, D::Error> {
        Part::deserialize(from).map(|part| Given::Tree(part.0))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Given, A::Error> {
        let mut given = Vec::new();
        while let Some(name) = from.next_key::<String>()? {
            if name == RAW {
                return from.next_value().map(Given::Text);
            }
            given.push((name, from.next_value::<Part>()?.0));
        }
        #[cfg(feature = "key-order")]
        return Ok(Given::Tree(Tree::Object(given)));
        #[cfg(not(feature = "key-order"))]
        return Ok(Given::Tree(Value::Object(given.into_iter().collect())));
    }
}

/// A part of what is given.
struct Part(Tree);

impl<'de> Deserialize<'de> for Part {
    #[cfg(feature = "key-order")]
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Tree::deserialize(from).map(Self)
    }

    #[cfg(not(feature = "key-order"))]
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        match from.is_human_readable() {
            true => Value::deserialize(from).map(Self),
            false => from.deserialize_any(any::Any).map(Self),
        }
    }
}

/// Values of formats for machines.
#[cfg(not(feature = "key-order"))]
mod any {
    use super::Part;
    use serde::de::{MapAccess, SeqAccess, Visitor};
    use serde::{Deserialize, Deserializer};
    use serde_json::{Map, Value};
    use std::fmt;

    pub(super) struct Any;

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
            Ok(crate::codec::float::special(value).map_or_else(|| value.into(), Value::from))
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
            Part::deserialize(from).map(|part| part.0)
        }

        fn visit_newtype_struct<D: Deserializer<'de>>(self, from: D) -> Result<Value, D::Error> {
            self.visit_some(from)
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Value, A::Error> {
            let mut items = Vec::new();
            while let Some(item) = from.next_element::<Part>()? {
                items.push(item.0);
            }
            Ok(Value::Array(items))
        }

        fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Value, A::Error> {
            let mut members = Map::new();
            while let Some((name, part)) = from.next_entry::<_, Part>()? {
                members.insert(name, part.0);
            }
            Ok(Value::Object(members))
        }
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
        assert_eq!(given.map(|given| given.into_value().ok()), Ok(Some(expected)));
    }
}

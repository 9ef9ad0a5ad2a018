//! What a program gives as input, from any serde format, as a JSON value.

use super::MemberReader;
use super::read::members;
use serde::de::{Error as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use std::fmt;

/// What serde_json calls a piece of JSON as it is written. Its deserializers give that as a map of this alone, others give what
/// there is.
pub(super) const RAW: &str = "$serde_json::private::RawValue";

/// A value of any format as the JSON that it would be: what formats for machines have beyond JSON, bytes and floats that are
/// no numbers, as the texts that codecs read.
pub(super) struct Given {
    value: Kept,
    /// The JSON as it is written, where it is JSON: a [`Value`] has no room for every digit of a number.
    text: Option<String>,
}

/// A value without the order of its keys; with it, where a model says that it counts.
#[cfg(not(feature = "key-order"))]
type Kept = Unordered;
#[cfg(feature = "key-order")]
type Kept = super::alloy::Tree;

impl<'de> Deserialize<'de> for Given {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        match from.is_human_readable() {
            true => from.deserialize_newtype_struct(RAW, Written),
            false => Kept::deserialize(from).map(Self::from),
        }
    }
}

impl From<Kept> for Given {
    fn from(value: Kept) -> Self {
        Self { value, text: None }
    }
}

impl Given {
    /// Reads a builder from what is given.
    pub(super) fn members<B: MemberReader>(&self) -> Result<B, String> {
        let Some(text) = &self.text else {
            return members::<B, _>(self.value.reader()).map_err(|error| error.to_string());
        };
        members::<B, _>(&mut serde_json::Deserializer::from_str(text)).map_err(|error| {
            // The place would be that within this text, which may be a part of another.
            let place = format!(" at line {} column {}", error.line(), error.column());
            let message = error.to_string();
            message.strip_suffix(&place).map(str::to_owned).unwrap_or(message)
        })
    }

    /// It as a JSON value.
    pub(super) fn into_value(self) -> Value {
        self.value.into_value()
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
        Kept::deserialize(from).map(Given::from)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Given, A::Error> {
        let mut given = Vec::new();
        while let Some(name) = from.next_key::<String>()? {
            if name == RAW {
                let text: String = from.next_value()?;
                let value = serde_json::from_str(&text).map_err(A::Error::custom)?;
                return Ok(Given { value, text: Some(text) });
            }
            given.push((name, from.next_value()?));
        }
        Ok(Kept::object(given).into())
    }
}

/// A value as JSON has it.
#[cfg(not(feature = "key-order"))]
struct Unordered(Value);

#[cfg(not(feature = "key-order"))]
mod unordered {
    use super::Unordered;
    use crate::codec::number;
    use serde::de::{MapAccess, SeqAccess, Visitor};
    use serde::{Deserialize, Deserializer};
    use serde_json::{Map, Value};
    use std::fmt;

    impl Unordered {
        pub(super) fn object(members: Vec<(String, Unordered)>) -> Self {
            Unordered(Value::Object(members.into_iter().map(|(name, member)| (name, member.0)).collect()))
        }

        pub(super) fn into_value(self) -> Value {
            self.0
        }

        pub(super) fn reader(&self) -> &Value {
            &self.0
        }
    }

    impl<'de> Deserialize<'de> for Unordered {
        fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
            from.deserialize_any(Any).map(Unordered)
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
            Unordered::deserialize(from).map(|given| given.0)
        }

        fn visit_newtype_struct<D: Deserializer<'de>>(self, from: D) -> Result<Value, D::Error> {
            self.visit_some(from)
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Value, A::Error> {
            let mut items = Vec::new();
            while let Some(item) = from.next_element::<Unordered>()? {
                items.push(item.0);
            }
            Ok(Value::Array(items))
        }

        fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Value, A::Error> {
            let mut members = Map::new();
            while let Some((name, Unordered(given))) = from.next_entry::<String, _>()? {
                if let Some(text) = given.as_str().filter(|_| number::is_name(&name))
                    && let Some(number) = number::parsed(text)?
                {
                    return Ok(number.into());
                }
                members.insert(name, given);
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
        assert_eq!(given.map(Given::into_value), Ok(expected));
    }
}

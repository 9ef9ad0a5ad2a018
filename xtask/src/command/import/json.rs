//! JSON values, read strictly: a key that stands twice in one object is refused, since one of its values would be lost.

use codegen::diagnostic::{Diagnostic, Span};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};
use std::fmt;

/// A value, in which every key stands once in its object.
#[derive(Debug)]
pub(super) struct Strict(pub Value);

impl Strict {
    /// Reads a text.
    ///
    /// # Errors
    /// It isn't JSON, nests more than 127 levels deep, or has a key twice.
    pub(super) fn read(text: &str) -> Result<Self, Diagnostic> {
        serde_json::from_str(text).map_err(|error| {
            let before: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
            // Columns count bytes, and may point into a character.
            let at = text.floor_char_boundary(before + error.column().saturating_sub(1));
            let reason = error.to_string();
            let problem = reason.split(" at line ").next().unwrap_or_default().to_owned();
            let remedy = "correct the model here or just before".to_owned();
            Diagnostic { shape: None, span: Some(Span { start: at, end: at }), problem, remedy }
        })
    }
}

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Any).map(Strict)
    }
}

struct Any;

impl<'de> Visitor<'de> for Any {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Number::from_f64(value).map(Value::Number).ok_or_else(|| E::custom("a number has to be finite"))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(Strict(item)) = from.next_element()? {
            items.push(item);
        }
        Ok(Value::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Value, A::Error> {
        let mut entries = Map::new();
        while let Some((key, Strict(value))) = from.next_entry::<String, Strict>()? {
            if entries.contains_key(&key) {
                return Err(A::Error::custom(format_args!("the key `{key}` is there twice")));
            }
            entries.insert(key, value);
        }
        Ok(Value::Object(entries))
    }
}

//! JSON objects that remember where in the source each value stands.

use crate::diagnostic::Span;
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

/// An object's entries, in the source's order, each value still unparsed.
pub(crate) struct Object<'a>(pub Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Object<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Entries;
        impl<'de> Visitor<'de> for Entries {
            type Value = Vec<(String, &'de RawValue)>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(key) = from.next_key::<String>()? {
                    entries.push((key, from.next_value()?));
                }
                Ok(entries)
            }
        }
        from.deserialize_map(Entries).map(Object)
    }
}

/// Where a raw value stands in the source that it was cut from.
pub(crate) fn span(source: &str, value: &RawValue) -> Span {
    let text = value.get();
    // The value borrows from the source, so the difference of their addresses is its offset.
    let start = (text.as_ptr() as usize).wrapping_sub(source.as_ptr() as usize);
    if start <= source.len() { Span { start, end: start + text.len() } } else { Span::default() }
}

/// The items of a list; `None` if it is none.
pub(crate) fn items(value: &RawValue) -> Option<Vec<&RawValue>> {
    // Most of what is asked is none, and an error costs more than a look.
    value.get().starts_with('[').then(|| serde_json::from_str(value.get()).ok()).flatten()
}

/// The byte of a text at which it turned out not to be JSON.
pub(crate) fn place(source: &str, error: &serde_json::Error) -> usize {
    let lines = source.split_inclusive('\n').take(error.line().saturating_sub(1));
    let byte = lines.map(str::len).sum::<usize>() + error.column().saturating_sub(1);
    // The column counts bytes, and may point into a character.
    source.floor_char_boundary(byte)
}

/// What is wrong with a text that is not JSON.
pub(crate) fn not_json(error: &serde_json::Error) -> String {
    let reason = error.to_string();
    let reason = reason.split(" at line ").next().unwrap_or_default();
    format!("this is not JSON: {}", explained(reason))
}

/// What to do about that.
pub(crate) const CORRECT_SYNTAX: &str = "correct the syntax here or just before";

/// What serde_json says, where that is too short.
fn explained(reason: &str) -> String {
    match (reason, reason.strip_prefix("EOF while parsing ")) {
        ("EOF while parsing a value", _) => "the file is empty, or ends where a value should be".to_owned(),
        (_, Some(what)) => format!("the file ends within {what}"),
        ("key must be a string" | "trailing comma", _) => {
            "there is a comma too many, or a name without double quotes".to_owned()
        }
        ("trailing characters", _) => "something follows after the end of the model".to_owned(),
        _ => reason.to_owned(),
    }
}

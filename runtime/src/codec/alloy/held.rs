//! Values that are read later, or more than once: what they are stands behind them, or nowhere.
//!
//! From the text of an answer they are kept as the text that they are, so that nothing is lost of a number's digits or of the
//! order of keys; elsewhere as trees.

use super::tree::Tree;
use crate::codec::nullable::Nullable;
use crate::codec::{Codec, Unread, reading, whole};
use serde::de::{DeserializeSeed, Error as _, IgnoredAny, IntoDeserializer, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, forward_to_deserialize_any};
use serde_json::value::RawValue;
use std::cell::Cell;
use std::marker::PhantomData;

/// How deep the text of such a value may nest, as serde_json has it: what is read of it begins to count anew.
const DEPTH: usize = 128;

thread_local! {
    /// How many such values are being read, each within the one before.
    static WITHIN: Cell<usize> = const { Cell::new(0) };
}

/// A value that is read later.
#[derive(Clone, Debug)]
pub(super) enum Held<'de> {
    /// As text.
    Text(&'de RawValue),
    /// As what it is.
    Tree(Tree),
}

impl<'de> Deserialize<'de> for Held<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        if !whole::is_text() {
            return Tree::deserialize(from).map(Held::Tree);
        }
        let text = <&RawValue>::deserialize(from)?;
        if WITHIN.get() == 0 && nests_deeper(text.get(), DEPTH) {
            return Err(D::Error::custom(format_args!("it nests more than {DEPTH} deep")));
        }
        let held = Held::Text(text);
        held.take()?;
        Ok(held)
    }
}

impl<'de> Held<'de> {
    /// Takes what reading it costs: with time as with memory, a small answer must not ask for much.
    pub(super) fn take<E: serde::de::Error>(&self) -> Result<(), E> {
        match self {
            Held::Text(text) => reading::take_allocation(text.get().len()),
            Held::Tree(_) => Ok(()),
        }
    }

    pub(super) fn is_null(&self) -> bool {
        match self {
            Held::Text(text) => text.get() == "null",
            Held::Tree(tree) => tree.is_null(),
        }
    }

    /// The text that it is, if it is one.
    pub(super) fn text(&self) -> Option<String> {
        match self {
            Held::Text(text) => serde_json::from_str(text.get()).ok(),
            Held::Tree(tree) => tree.as_str().map(str::to_owned),
        }
    }

    fn read<S: DeserializeSeed<'de>>(&self, seed: S) -> Result<S::Value, serde_json::Error> {
        let _within = Within::new();
        match self {
            Held::Text(text) => seed.deserialize(&mut serde_json::Deserializer::from_str(text.get())),
            Held::Tree(tree) => seed.deserialize(tree),
        }
    }
}

/// Counts as long as it lives.
struct Within;

impl Within {
    fn new() -> Self {
        WITHIN.set(WITHIN.get() + 1);
        Within
    }
}

impl Drop for Within {
    fn drop(&mut self) {
        WITHIN.set(WITHIN.get() - 1);
    }
}

/// Whether such a value is being read.
pub(super) fn is_outermost() -> bool {
    WITHIN.get() == 0
}

/// Whether JSON nests deeper than this.
fn nests_deeper(text: &str, most: usize) -> bool {
    let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'[' | b'{' if !in_string => {
                depth += 1;
                if depth > most {
                    return true;
                }
            }
            b']' | b'}' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    false
}

/// What a member's codec reads: a value, or an object of such.
#[derive(Clone, Copy)]
pub(super) enum Source<'a, 'de> {
    One(&'a Held<'de>),
    /// The members of an object, but for the one at this index.
    Object(&'a [(String, Held<'de>)], Option<usize>),
}

/// The same, for a structure or a union that has a member for it.
pub(super) struct Single<'a, 'de, E> {
    source: Source<'a, 'de>,
    taken: bool,
    of: PhantomData<E>,
}

impl<'a, 'de, E> Single<'a, 'de, E> {
    pub(super) fn new(source: Source<'a, 'de>) -> Self {
        Self { source, taken: false, of: PhantomData }
    }

    pub(super) fn is_taken(&self) -> bool {
        self.taken
    }
}

impl<'de, E: serde::de::Error> Single<'_, 'de, E> {
    fn read<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, E> {
        self.taken = true;
        let read = match self.source {
            Source::One(held) => held.read(seed),
            Source::Object(members, without) => {
                let _within = Within::new();
                seed.deserialize(Object { members, without })
            }
        };
        read.map_err(E::custom)
    }
}

impl<E: serde::de::Error> Unread for Single<'_, '_, E> {
    type Error = E;

    fn value<T, C: Codec<T>>(&mut self, codec: C) -> Result<Option<T>, E> {
        self.read(Nullable::new(codec))
    }

    fn unit(&mut self) -> Result<Option<()>, E> {
        self.read(PhantomData::<Option<IgnoredAny>>).map(|value| value.map(drop))
    }
}

/// An object whose members are read later.
struct Object<'a, 'de> {
    members: &'a [(String, Held<'de>)],
    without: Option<usize>,
}

impl<'de> Deserializer<'de> for Object<'_, 'de> {
    type Error = serde_json::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_map(Walk { next: 0, object: self })
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_some(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

struct Walk<'a, 'de> {
    next: usize,
    object: Object<'a, 'de>,
}

impl<'de> MapAccess<'de> for Walk<'_, 'de> {
    type Error = serde_json::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Self::Error> {
        if Some(self.next) == self.object.without {
            self.next += 1;
        }
        let Some((name, _)) = self.object.members.get(self.next) else { return Ok(None) };
        seed.deserialize(name.as_str().into_deserializer()).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Self::Error> {
        let held = self.object.members.get(self.next);
        self.next += 1;
        // Who asks for a value has been given its name.
        held.ok_or_else(|| Self::Error::custom("no value is left"))?.1.read(seed)
    }
}

#[cfg(test)]
mod tests {
    use super::nests_deeper;

    #[test]
    fn depth_counts_what_is_open_at_once_and_no_brackets_in_texts() {
        for (text, expected) in [
            ("[[]]", false),
            ("[[],[],{}]", false),
            (r#"["[[[", "\"[[["]"#, false),
            ("[[[]]]", true),
            (r#"{"a":[{}]}"#, true),
        ] {
            assert_eq!(nests_deeper(text, 2), expected, "{text}");
        }
    }
}

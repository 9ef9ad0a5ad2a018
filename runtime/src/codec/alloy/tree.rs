//! Values of any serde format as the JSON that they would be, their keys in order.

use crate::codec::{float, number};
use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, forward_to_deserialize_any};
use serde_json::{Error, Value};
use std::fmt;

/// A value as the JSON that it would be.
#[derive(Clone, Debug)]
pub(in crate::codec) enum Tree {
    /// Neither a list nor an object.
    Leaf(Value),
    /// A list.
    List(Vec<Tree>),
    /// An object.
    Object(Vec<(String, Tree)>),
}

impl Tree {
    pub(super) fn is_null(&self) -> bool {
        matches!(self, Tree::Leaf(Value::Null))
    }

    /// The text that it is, if it is one.
    pub(super) fn as_str(&self) -> Option<&str> {
        match self {
            Tree::Leaf(value) => value.as_str(),
            _ => None,
        }
    }

    /// An object of these.
    #[cfg(feature = "key-order")]
    pub(in crate::codec) fn object(members: Vec<(String, Tree)>) -> Self {
        Tree::Object(members)
    }

    /// What reads it.
    #[cfg(feature = "key-order")]
    pub(in crate::codec) fn reader(&self) -> &Self {
        self
    }

    /// It as a JSON value, which has no order.
    #[cfg(feature = "key-order")]
    pub(in crate::codec) fn into_value(self) -> Value {
        match self {
            Tree::Leaf(value) => value,
            Tree::List(items) => items.into_iter().map(Tree::into_value).collect(),
            Tree::Object(members) => members.into_iter().map(|(name, member)| (name, member.into_value())).collect(),
        }
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Any)
    }
}

struct Any;

macro_rules! leaves {
    ($($method:ident: $ty:ty),*) => {$(
        fn $method<E>(self, value: $ty) -> Result<Tree, E> {
            Ok(Tree::Leaf(value.into()))
        }
    )*};
}

impl<'de> Visitor<'de> for Any {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    leaves!(visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_str: &str, visit_string: String);

    fn visit_f64<E>(self, value: f64) -> Result<Tree, E> {
        Ok(Tree::Leaf(float::special(value).map_or_else(|| value.into(), Value::from)))
    }

    fn visit_bytes<E>(self, value: &[u8]) -> Result<Tree, E> {
        Ok(Tree::Leaf(aws_smithy_types::base64::encode(value).into()))
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Leaf(Value::Null))
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<Tree, E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Tree, D::Error> {
        Tree::deserialize(from)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, from: D) -> Result<Tree, D::Error> {
        Tree::deserialize(from)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Tree, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = from.next_element()? {
            items.push(item);
        }
        Ok(Tree::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Tree, A::Error> {
        let mut members = Vec::new();
        while let Some((name, value)) = from.next_entry::<String, Tree>()? {
            if let Some(text) = value.as_str().filter(|_| number::is_name(&name))
                && let Some(number) = number::parsed(text)?
            {
                return Ok(Tree::Leaf(number.into()));
            }
            members.push((name, value));
        }
        Ok(Tree::Object(members))
    }
}

impl<'de> Deserializer<'de> for &Tree {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            // A copy, so that what is read may outlive the tree.
            Tree::Leaf(value) => value.clone().deserialize_any(visitor),
            Tree::List(items) => SeqDeserializer::new(items.iter()).deserialize_any(visitor),
            Tree::Object(members) => {
                let members = members.iter().map(|(name, member)| (name.as_str(), member));
                MapDeserializer::new(members).deserialize_any(visitor)
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self {
            Tree::Leaf(value) => value.clone().deserialize_enum(name, variants, visitor),
            _ => self.deserialize_any(visitor),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        seq tuple tuple_struct map struct identifier ignored_any
    }
}

impl IntoDeserializer<'_, Error> for &Tree {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

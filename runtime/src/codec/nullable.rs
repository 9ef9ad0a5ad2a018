//! A value or `null`.

use super::Codec;
use serde::Deserializer;
use serde::de::{DeserializeSeed, Visitor};
use std::marker::PhantomData;

/// Reads a value that may be `null`.
pub(super) struct Nullable<T, C>(C, PhantomData<T>);

impl<T, C> Nullable<T, C> {
    pub(super) fn new(codec: C) -> Self {
        Nullable(codec, PhantomData)
    }
}

impl<'de, T, C: Codec<T>> DeserializeSeed<'de> for Nullable<T, C> {
    type Value = Option<T>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Option<T>, D::Error> {
        #[cfg(feature = "simple-rest-json")]
        if C::TAKES_NULL {
            return self.0.read(from).map(Some);
        }
        from.deserialize_option(self)
    }
}

impl<'de, T, C: Codec<T>> Visitor<'de> for Nullable<T, C> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_none<E>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_unit<E>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Option<T>, D::Error> {
        self.0.read(from).map(Some)
    }
}

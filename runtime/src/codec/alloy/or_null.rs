//! A member that is `null`, and not absent.

use crate::codec::nullable::Nullable;
use crate::codec::{As, Check, Codec};
use serde::de::DeserializeSeed;
use serde::{Deserializer, Serializer};

/// A value or `null`, which says something (`alloy#nullable`).
#[derive(Clone, Copy, Debug)]
pub struct OrNull<C>(pub C);

impl<T, C: Codec<T>> Codec<Option<T>> for OrNull<C> {
    const TAKES_NULL: bool = true;

    fn write<S: Serializer>(&self, value: &Option<T>, to: S) -> Result<S::Ok, S::Error> {
        match value {
            Some(value) => to.serialize_some(&As(value, self.0)),
            None => to.serialize_none(),
        }
    }

    fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<Option<T>, D::Error> {
        Nullable::new(self.0).deserialize(from)
    }

    fn check(&self, value: &Option<T>, report: &mut Check) {
        if let Some(value) = value {
            self.0.check(value, report);
        }
    }
}

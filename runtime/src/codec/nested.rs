//! Structures within structures.

use super::{Check, Codec, Members};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A structure: like [`Plain`](super::Plain), and its members are checked too.
#[derive(Clone, Copy, Debug)]
pub struct Nested;

impl<T: Members + Serialize + for<'de> Deserialize<'de>> Codec<T> for Nested {
    fn write<S: Serializer>(&self, value: &T, to: S) -> Result<S::Ok, S::Error> {
        value.serialize(to)
    }

    fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<T, D::Error> {
        T::deserialize(from)
    }

    fn check(&self, value: &T, report: &mut Check) {
        let Ok(()) = value.write_members(report);
    }
}

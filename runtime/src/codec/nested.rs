//! Structures within structures.

#[cfg(feature = "xml")]
use super::MemberReader;
#[cfg(feature = "xml")]
use super::xml::{Found, Node, NodeMembers, XmlError, read_structure};
use super::{Built, Check, Codec, Members};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A structure: like [`Plain`](super::Plain), and its members are checked too.
#[derive(Clone, Copy, Debug)]
pub struct Nested;

impl<T: Built + Members + Serialize + for<'de> Deserialize<'de>> Codec<T> for Nested {
    fn write<S: Serializer>(&self, value: &T, to: S) -> Result<S::Ok, S::Error> {
        value.serialize(to)
    }

    fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<T, D::Error> {
        T::deserialize(from)
    }

    #[cfg(feature = "xml")]
    fn write_tree(&self, value: &T) -> Result<Node, XmlError> {
        NodeMembers::of(value)
    }

    #[cfg(feature = "xml")]
    fn read_tree(&self, from: Found<'_>) -> Result<T, XmlError> {
        let element = from.element().ok_or_else(|| XmlError::misfit(format_args!("{} is no attribute", T::NAME)))?;
        read_structure::<T::Builder>(element).map(MemberReader::corrected)
    }

    fn check(&self, value: &T, report: &mut Check) {
        let Ok(()) = value.write_members(report);
    }
}

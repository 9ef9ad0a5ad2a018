//! Unions: exactly one member is set.

#[cfg(feature = "simple-rest-json")]
use super::alloy::{self, Form};
use super::unread::Entry;
#[cfg(feature = "xml")]
use super::xml::{Found, Node, XmlError};
use super::{As, Check, Codec, Unread};
use serde::de::{DeserializeSeed, Error as _, IgnoredAny, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::marker::PhantomData;

/// A union, as the [`union!`](crate::union) declaration makes it.
pub trait Union: Sized {
    /// Its name in the model.
    const NAME: &'static str;

    /// How it looks in JSON.
    #[cfg(feature = "simple-rest-json")]
    const FORM: Form = Form::TAGGED;

    /// What its members are called, where it has a form of its own.
    #[cfg(feature = "simple-rest-json")]
    const MEMBERS: &'static [&'static str] = &[];

    /// Hands the member that is set to `to`; `false` if it is one that the model doesn't know.
    fn write_member<W: VariantWriter>(&self, to: &mut W) -> Result<bool, W::Error>;

    /// Reads the member called `name`, or leaves `value` unread if there is none of that name.
    fn read_member<U: Unread>(name: &str, value: &mut U) -> Result<Option<Self>, U::Error>;

    /// A member that the model doesn't know.
    fn unknown() -> Self;

    /// Checks the member that is set.
    fn check(&self, _report: &mut Check) {}
}

/// Receives the member of a union that is set.
pub trait VariantWriter {
    /// What can go wrong.
    type Error;

    /// A member that holds something.
    fn variant<T, C: Codec<T>>(&mut self, name: &'static str, value: &T, codec: C) -> Result<(), Self::Error>;

    /// A member that holds nothing.
    fn unit(&mut self, name: &'static str) -> Result<(), Self::Error>;
}

/// A union's member as the entry of a serde format's map.
struct Entered<M>(M);

impl<M: SerializeMap> VariantWriter for Entered<M> {
    type Error = M::Error;

    fn variant<T, C: Codec<T>>(&mut self, name: &'static str, value: &T, codec: C) -> Result<(), M::Error> {
        self.0.serialize_entry(name, &As(value, codec))
    }

    fn unit(&mut self, name: &'static str) -> Result<(), M::Error> {
        self.0.serialize_entry(name, &std::collections::BTreeMap::<(), ()>::new())
    }
}

/// A union: an object with the one member that is set.
#[derive(Clone, Copy, Debug)]
pub struct Tagged;

impl<T: Union + Serialize + for<'de> Deserialize<'de>> Codec<T> for Tagged {
    fn write<S: Serializer>(&self, value: &T, to: S) -> Result<S::Ok, S::Error> {
        value.serialize(to)
    }

    fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<T, D::Error> {
        T::deserialize(from)
    }

    #[cfg(feature = "xml")]
    fn write_tree(&self, value: &T) -> Result<Node, XmlError> {
        super::xml::union_node(value)
    }

    #[cfg(feature = "xml")]
    fn read_tree(&self, from: Found<'_>) -> Result<T, XmlError> {
        super::xml::read_union(from)
    }

    fn check(&self, value: &T, report: &mut Check) {
        value.check(report);
    }
}

/// Serializes a union. A member that the model doesn't know can't be written.
pub fn serialize_union<T: Union, S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
    #[cfg(feature = "simple-rest-json")]
    if !T::FORM.is_plain() {
        return alloy::serialize_union(value, to);
    }
    let mut map = Entered(to.serialize_map(Some(1))?);
    if value.write_member(&mut map)? {
        map.0.end()
    } else {
        Err(serde::ser::Error::custom(format_args!("the unknown member of {} can't be sent", T::NAME)))
    }
}

/// Reads a union from any serde format.
pub fn deserialize_union<'de, T: Union, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    #[cfg(feature = "simple-rest-json")]
    if !T::FORM.is_plain() {
        return alloy::deserialize_union(from);
    }
    from.deserialize_map(Reader(PhantomData))
}

struct Reader<T>(PhantomData<T>);

impl<'de, T: Union> Visitor<'de> for Reader<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object with one member ({})", T::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<T, A::Error> {
        let (mut found, mut others) = (None, false);
        while let Some(name) = from.next_key::<String>()? {
            let mut entry = Entry::new(&mut from);
            let read = T::read_member(&name, &mut entry)?;
            if !entry.is_taken() {
                // Some services add the shape's name; it is no member.
                others |= Present.deserialize_value(&mut from)? && name != "__type";
            } else if let Some(value) = read
                && found.replace(value).is_some()
            {
                return Err(A::Error::custom(format_args!("{} has more than one member", T::NAME)));
            }
        }
        match found {
            Some(value) => Ok(value),
            #[cfg(feature = "simple-rest-json")]
            None if others && alloy::knows_all() => {
                Err(A::Error::custom(format_args!("{} has a member that it doesn't know", T::NAME)))
            }
            None if others => Ok(T::unknown()),
            None => Err(A::Error::custom(format_args!("{} has no member", T::NAME))),
        }
    }
}

/// Whether a value is anything but `null`.
struct Present;

impl Present {
    fn deserialize_value<'de, A: MapAccess<'de>>(self, from: &mut A) -> Result<bool, A::Error> {
        from.next_value_seed(self)
    }
}

impl<'de> DeserializeSeed<'de> for Present {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<bool, D::Error> {
        Option::<IgnoredAny>::deserialize(from).map(|value| value.is_some())
    }
}

/// Checks a union's member.
#[doc(hidden)]
pub fn check_member<T, C: Codec<T>>(report: &mut Check, name: &'static str, value: &T, codec: C) {
    report.at_member(name, |report| codec.check(value, report));
}

/// A value in a box, for structures that hold themselves.
#[derive(Clone, Copy, Debug)]
pub struct Boxed<C>(pub C);

impl<T, C: Codec<T>> Codec<Box<T>> for Boxed<C> {
    fn write<S: Serializer>(&self, value: &Box<T>, to: S) -> Result<S::Ok, S::Error> {
        self.0.write(value, to)
    }

    fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<Box<T>, D::Error> {
        super::reading::take_allocation(size_of::<T>())?;
        self.0.read(from).map(Box::new)
    }

    #[cfg(feature = "xml")]
    fn write_tree(&self, value: &Box<T>) -> Result<Node, XmlError> {
        self.0.write_tree(value)
    }

    #[cfg(feature = "xml")]
    fn read_tree(&self, from: Found<'_>) -> Result<Box<T>, XmlError> {
        super::reading::take_allocation::<XmlError>(size_of::<T>())?;
        self.0.read_tree(from).map(Box::new)
    }

    fn check(&self, value: &Box<T>, report: &mut Check) {
        self.0.check(value, report);
    }
}

//! A structure's members, written out.

use super::payload::{EntryCodec, PayloadCodec};
use super::stream::Streamed;
use super::{Codec, Location, Member, TextCodec};
use aws_smithy_types::byte_stream::ByteStream;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use std::fmt::{self, Debug, Formatter};

/// A structure that can list its members.
pub trait Members {
    /// The structure's name in the model.
    const NAME: &'static str;
    /// Whether any member belongs in the HTTP body.
    const HAS_BODY: bool = true;

    /// Hands each member to `to`, in the model's order.
    fn write_members<W: MemberWriter>(&self, to: &mut W) -> Result<(), W::Error>;

    /// Shows the members, but for what is sensitive, under a name: the structure's, or that of the builder that holds it.
    fn fmt_as(&self, name: &str, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct(name).finish_non_exhaustive()
    }

    /// Checks every member, nested ones included, against the constraints of the model (`length`, `range`,
    /// `pattern`, `enum`, `required`). The service checks them too, and its answer is the one that counts; this finds
    /// a mistake without a call.
    ///
    /// # Errors
    /// All violations at once, each with the member's path.
    fn validate(&self) -> Result<(), super::ConstraintErrors> {
        let mut check = super::Check::of_model(super::constraint::fits);
        let Ok(()) = self.write_members(&mut check);
        check.finish()
    }
}

/// Receives the members of a structure.
pub trait MemberWriter {
    /// What can go wrong.
    type Error;

    /// A member of the body.
    fn member<T, C: Codec<T>>(&mut self, member: &Member, value: Option<&T>, codec: C) -> Result<(), Self::Error>;

    /// A member of the body that is an attribute of its element, in XML; elsewhere it is as any other.
    fn attribute<T, C: TextCodec<T>>(
        &mut self,
        member: &Member,
        value: Option<&T>,
        codec: C,
    ) -> Result<(), Self::Error> {
        self.member(member, value, codec)
    }

    /// A member that stands elsewhere in the HTTP message.
    fn bound<T, C: TextCodec<T>>(
        &mut self,
        location: Location,
        member: &Member,
        value: Option<&T>,
        codec: C,
    ) -> Result<(), Self::Error>;

    /// A map whose entries are headers, whose names begin with the member's key, or query parameters.
    fn spread<T, C: EntryCodec<T>>(
        &mut self,
        _location: Location,
        member: &Member,
        value: Option<&T>,
        codec: C,
    ) -> Result<(), Self::Error> {
        self.member(member, value, codec)
    }

    /// The member that is the body.
    fn payload<T, C: PayloadCodec<T>>(
        &mut self,
        member: &Member,
        value: Option<&T>,
        codec: C,
    ) -> Result<(), Self::Error> {
        self.member(member, value, codec)
    }

    /// The member that is the body, piece by piece. What isn't in memory can't be written and is left out.
    fn stream(&mut self, member: &Member, value: Option<&ByteStream>, codec: Streamed) -> Result<(), Self::Error> {
        self.member(member, value.filter(|stream| stream.bytes().is_some()), codec)
    }

    /// A member that is a header of its event (`smithy.api#eventHeader`); to all else, one of the body.
    #[cfg(feature = "event-stream")]
    fn event_header<T: super::HeaderForm, C: Codec<T>>(
        &mut self,
        member: &Member,
        value: Option<&T>,
        codec: C,
    ) -> Result<(), Self::Error> {
        self.member(member, value, codec)
    }

    /// A member that is the payload of its event (`smithy.api#eventPayload`); to all else, one of the body.
    #[cfg(feature = "event-stream")]
    fn event_payload<T, C: PayloadCodec<T>>(
        &mut self,
        member: &Member,
        value: Option<&T>,
        codec: C,
    ) -> Result<(), Self::Error> {
        self.member(member, value, codec)
    }

    /// The member that is a stream of events, and whether it is set. It can't be copied and is left out.
    #[cfg(feature = "event-stream")]
    fn events(&mut self, _: &Member, _is_set: bool) -> Result<(), Self::Error> {
        Ok(())
    }

    /// A map whose entries are members of the body that the structure doesn't have; to all else, one of the body.
    #[cfg(feature = "simple-rest-json")]
    fn rest<T, C: Codec<T>>(&mut self, member: &Member, value: Option<&T>, codec: C) -> Result<(), Self::Error> {
        self.member(member, value, codec)
    }

    /// The member that holds an answer's status; no request has it.
    fn status<T, C: Codec<T>>(&mut self, member: &Member, value: Option<&T>, codec: C) -> Result<(), Self::Error> {
        self.member(member, value, codec)
    }

    /// What stands for the caller's own account in a request that names none, if this writer supplies that.
    fn own_account(&mut self) -> Option<String> {
        None
    }

    /// An idempotency token for an input that has none, if this writer supplies them.
    fn token(&mut self) -> Option<String> {
        None
    }
}

/// Shows members as a derived `Debug` does.
#[doc(hidden)]
pub fn fmt_members(name: &str, fields: &[&str], values: &[&dyn Debug], f: &mut Formatter<'_>) -> fmt::Result {
    let mut shown = f.debug_struct(name);
    for (field, value) in fields.iter().zip(values) {
        shown.field(field, value);
    }
    shown.finish()
}

/// A value together with its codec, for serde.
pub(crate) struct As<'a, T, C>(pub &'a T, pub C);

impl<T, C: Codec<T>> Serialize for As<'_, T, C> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.1.write(self.0, to)
    }
}

/// A value as JSON, if it can be written.
pub(crate) fn written<T, C: Codec<T>>(value: &T, codec: C) -> Option<serde_json::Value> {
    serde_json::to_value(As(value, codec)).ok()
}

/// Serializes a structure as a map of all its members that are set, by wire name.
pub fn serialize<T: Members, S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
    let mut entries = Entries(to.serialize_map(None)?, None);
    value.write_members(&mut entries)?;
    entries.0.end()
}

/// All members of a structure that was read, as [`serialize`] writes them. An account that was given as nothing, which
/// stands for the caller's own, is there.
pub(super) fn all_of<T: Members>(value: &T) -> Result<serde_json::Value, serde_json::Error> {
    let map = serde_json::value::Serializer.serialize_map(None)?;
    let mut entries = Entries(map, Some(String::new()));
    value.write_members(&mut entries)?;
    entries.0.end()
}

/// The entries of a map, and what stands for the caller's own account.
struct Entries<M>(M, Option<String>);

impl<M: SerializeMap> MemberWriter for Entries<M> {
    type Error = M::Error;

    fn member<T, C: Codec<T>>(&mut self, member: &Member, value: Option<&T>, codec: C) -> Result<(), M::Error> {
        match value {
            Some(value) => self.0.serialize_entry(member.name, &As(value, codec)),
            None => Ok(()),
        }
    }

    fn bound<T, C: TextCodec<T>>(
        &mut self,
        _: Location,
        member: &Member,
        value: Option<&T>,
        codec: C,
    ) -> Result<(), M::Error> {
        self.member(member, value, codec)
    }

    #[cfg(feature = "simple-rest-json")]
    fn rest<T, C: Codec<T>>(&mut self, _: &Member, value: Option<&T>, codec: C) -> Result<(), M::Error> {
        match value {
            Some(value) => codec.write(value, super::alloy::Flat(&mut self.0)),
            None => Ok(()),
        }
    }

    #[cfg(feature = "event-stream")]
    fn events(&mut self, member: &Member, is_set: bool) -> Result<(), M::Error> {
        // That it is there counts where all members are asked for.
        match is_set && self.1.is_some() {
            true => self.0.serialize_entry(member.name, &()),
            false => Ok(()),
        }
    }

    fn own_account(&mut self) -> Option<String> {
        self.1.clone()
    }
}

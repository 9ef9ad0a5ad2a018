//! The body that members make: one way to write it per format.

use crate::codec::{As, Codec, Member, TextCodec};
use serde_json::Error;
use std::fmt::Display;

/// Receives the members of a body, and makes it.
pub(super) trait BodyWriter {
    /// Why a member can't be written.
    type Error: Display;

    /// A member that is set.
    fn member<T, C: Codec<T>>(&mut self, member: &Member, value: &T, codec: C) -> Result<(), Self::Error>;

    /// A member that is set, and is an attribute where the format has such.
    fn attribute<T, C: TextCodec<T>>(&mut self, member: &Member, value: &T, codec: C) -> Result<(), Self::Error> {
        self.member(member, value, codec)
    }

    /// Members that are set and have names of their own.
    #[cfg(feature = "simple-rest-json")]
    fn rest<T, C: Codec<T>>(&mut self, member: &Member, value: &T, codec: C) -> Result<(), Self::Error> {
        self.member(member, value, codec)
    }

    /// The body, of an input some of whose members belong into it, or none of whose members do; nothing if there is to be none.
    fn finish(self, has_body: bool) -> Result<Option<Vec<u8>>, Self::Error>;
}

/// How long bodies usually are at most, in bytes: they grow by doubling, which copies what is there.
const USUAL: usize = 512;

/// An object.
#[derive(Default)]
pub(super) struct Json(Vec<u8>);

impl BodyWriter for Json {
    type Error = Error;

    fn member<T, C: Codec<T>>(&mut self, member: &Member, value: &T, codec: C) -> Result<(), Error> {
        let body = &mut self.0;
        if body.is_empty() {
            body.reserve(USUAL);
        }
        body.push(if body.is_empty() { b'{' } else { b',' });
        serde_json::to_writer(&mut *body, member.name)?;
        body.push(b':');
        serde_json::to_writer(body, &As(value, codec))
    }

    #[cfg(feature = "simple-rest-json")]
    fn rest<T, C: Codec<T>>(&mut self, _: &Member, value: &T, codec: C) -> Result<(), Error> {
        let body = &mut self.0;
        let object = serde_json::to_vec(&As(value, codec))?;
        if let Some(members) = object.get(1..object.len().saturating_sub(1)).filter(|members| !members.is_empty()) {
            body.push(if body.is_empty() { b'{' } else { b',' });
            body.extend_from_slice(members);
        }
        Ok(())
    }

    fn finish(self, has_body: bool) -> Result<Option<Vec<u8>>, Error> {
        let Self(mut body) = self;
        body.extend_from_slice(if body.is_empty() { b"{}" } else { b"}" });
        Ok(has_body.then_some(body))
    }
}

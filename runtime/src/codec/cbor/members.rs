//! A structure's members as the map that a body is.

use super::CborError;
use super::read::Reader;
use super::write::Writer;
use crate::codec::{Answered, As, Built, Codec, Member, MemberReader, Members, ResponseParts};
use aws_smithy_runtime_api::box_error::BoxError;
use minicbor::Encoder;
use serde::Serialize;

/// The map that members make, without its beginning and its end.
#[derive(Debug, Default)]
pub(crate) struct Body(Vec<u8>);

impl Body {
    /// Adds a member.
    pub(crate) fn set<T, C: Codec<T>>(&mut self, member: &Member, value: &T, codec: C) -> Result<(), CborError> {
        self.add(member.name, &As(value, codec))
    }

    /// Adds an entry.
    pub(crate) fn add<T: ?Sized + Serialize>(&mut self, name: &str, value: &T) -> Result<(), CborError> {
        Encoder::new(&mut self.0).str(name)?;
        value.serialize(Writer::new(&mut self.0))
    }

    /// The bytes of the map.
    pub(crate) fn into_bytes(self) -> Vec<u8> {
        // A map without a length before it, and its end.
        const BEGIN: u8 = 0xbf;
        const END: u8 = 0xff;
        let Self(mut bytes) = self;
        bytes.insert(0, BEGIN);
        bytes.push(END);
        bytes
    }
}

/// Reads what an answer holds.
///
/// # Errors
/// The answer is of another protocol, or its body is not what the model says.
pub fn read_answer<T: Built + Members>(answer: &ResponseParts<'_>) -> Result<Answered<T::Builder>, BoxError> {
    answer.speaks("rpc-v2-cbor")?;
    let output = if T::HAS_BODY { parse(answer.body())? } else { T::Builder::default() };
    Ok(Answered { output, request_id: None })
}

/// Reads a builder from a body. An empty body is an object without members.
///
/// # Errors
/// The body is not CBOR, or a member has the wrong type.
pub(crate) fn parse<B: MemberReader>(body: &[u8]) -> Result<B, CborError> {
    if body.is_empty() {
        return Ok(B::default());
    }
    read_one(body, |reader| crate::codec::read::members::<B, _>(reader))
}

/// Reads the one value that a body is.
pub(crate) fn read_one<'b, T>(
    body: &'b [u8],
    read: impl FnOnce(&mut Reader<'b>) -> Result<T, CborError>,
) -> Result<T, CborError> {
    let mut reader = Reader::new(body);
    let value = read(&mut reader).and_then(|value| reader.end().map(|()| value));
    value.map_err(|error| error.at(reader.position()))
}

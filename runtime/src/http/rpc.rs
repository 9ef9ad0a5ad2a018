//! Bodies of Smithy's RPC v2: all of an input is one object, in whichever format; an operation that takes nothing has no body.

use super::RequestParts;
use super::body::Json;
use super::writer::RequestWriter;
use crate::codec::Members;
use crate::error::InputError;

/// Builds a request's parts from an input whose body is JSON. `has_input` says whether the operation takes anything: if so,
/// there is a body, be it without members.
///
/// # Errors
/// As for [`build`](super::build).
pub fn build_json<I: Members>(
    input: &I,
    uri: &'static str,
    has_input: bool,
    token: &mut dyn FnMut() -> String,
) -> Result<RequestParts, InputError> {
    RequestWriter::new(uri, token, Json::default()).of(input, "application/json", has_input)
}

/// The same, where the body is CBOR.
///
/// # Errors
/// As for [`build`](super::build).
#[cfg(feature = "cbor")]
pub fn build_cbor<I: Members>(
    input: &I,
    uri: &'static str,
    has_input: bool,
    token: &mut dyn FnMut() -> String,
) -> Result<RequestParts, InputError> {
    let body = crate::codec::cbor::Body::default();
    RequestWriter::new(uri, token, body).of(input, "application/cbor", has_input)
}

#[cfg(feature = "cbor")]
impl super::body::BodyWriter for crate::codec::cbor::Body {
    type Error = crate::codec::cbor::CborError;

    fn member<T, C: crate::codec::Codec<T>>(
        &mut self,
        member: &crate::codec::Member,
        value: &T,
        codec: C,
    ) -> Result<(), Self::Error> {
        self.set(member, value, codec)
    }

    fn finish(self, has_body: bool) -> Result<Option<Vec<u8>>, Self::Error> {
        Ok(has_body.then(|| self.into_bytes()))
    }
}

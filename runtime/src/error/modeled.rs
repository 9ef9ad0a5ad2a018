//! An error that the model describes, read from an answer.

use super::ErrorMetadata;
#[cfg(feature = "cbor")]
use super::said::RPC_V2_CBOR;
use super::said::Said;
#[cfg(feature = "event-stream")]
use crate::codec::EventParts;
#[cfg(feature = "cbor")]
use crate::codec::cbor;
use crate::codec::{Built, MemberReader, Members, ResponseParts, parse, set_text};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
#[cfg(feature = "event-stream")]
use aws_smithy_types::event_stream::Message;

/// The message that an error of a stream is. The answer that stands for it has this beside its headers.
#[cfg(feature = "event-stream")]
#[derive(Clone, Debug)]
pub(crate) struct Exception {
    pub(crate) message: Message,
    /// The format of payloads that are structures, where that isn't told by what they look like.
    #[cfg(feature = "cbor")]
    pub(crate) media_type: &'static str,
}

/// Reads an error that the model describes. `meta` has its code and message, however the response spelt them. A body
/// that doesn't fit the model gives an error without members rather than none.
#[doc(hidden)]
pub fn modeled<T: Built + Members>(response: &HttpResponse, meta: &ErrorMetadata) -> T {
    let answer = ResponseParts::new(response);
    // Whatever the body calls it, a member for the message has one; the body's own spelling comes first.
    const MESSAGE: [&str; 2] = ["message", "Message"];
    let (body, says) = members::<T, 2>(response, &answer, MESSAGE);
    // Without its members, what a body says of the message still counts; it is in `meta` already.
    let says = if body.is_some() { says } else { [false; 2] };
    let mut builder = body.unwrap_or_default();
    // Headers that don't fit are left out, as a body is.
    let _ = builder.read_http(&answer);
    #[cfg(feature = "event-stream")]
    if let Some(message) = response.extension::<Exception>() {
        let Exception { message, .. } = message;
        let _ = builder.read_event(&EventParts::new(message.headers(), message.payload()));
    }
    if let Some(message) = meta.message() {
        for (name, _) in MESSAGE.into_iter().zip(says).filter(|(_, says)| !says) {
            set_text(&mut builder, name, message);
        }
    }
    builder.corrected()
}

/// The members in a body, as far as they fit the model; and whether it has each of `names`.
fn members<T: Built + Members, const N: usize>(
    _response: &HttpResponse,
    answer: &ResponseParts<'_>,
    names: [&str; N],
) -> (Option<T::Builder>, [bool; N]) {
    let body = answer.body();
    #[cfg(feature = "cbor")]
    if is_cbor(_response, answer) {
        let members = if T::HAS_BODY { cbor::parse::<T::Builder>(body).ok() } else { None };
        let said = if members.is_some() { Said::of_rpc(RPC_V2_CBOR, body) } else { Said::default() };
        return (members, names.map(|name| said.has(name)));
    }
    #[cfg(all(feature = "xml", feature = "event-stream"))]
    let is_bare = _response.extension::<Exception>().is_some();
    #[cfg(all(feature = "xml", not(feature = "event-stream")))]
    let is_bare = false;
    #[cfg(feature = "xml")]
    if let Some(found) = super::xml::members::<T, N>(body, is_bare, names) {
        return found;
    }
    let members = if T::HAS_BODY { parse::<T::Builder>(body).ok() } else { None };
    let said = if members.is_some() { Said::of(body) } else { Said::default() };
    (members, names.map(|name| said.has(name)))
}

/// Whether an error's members are CBOR: an answer's, or a message's of a stream.
#[cfg(feature = "cbor")]
fn is_cbor(_response: &HttpResponse, answer: &ResponseParts<'_>) -> bool {
    #[cfg(feature = "event-stream")]
    if let Some(Exception { media_type, .. }) = _response.extension::<Exception>() {
        return *media_type == "application/cbor";
    }
    answer.speaks(RPC_V2_CBOR).is_ok()
}

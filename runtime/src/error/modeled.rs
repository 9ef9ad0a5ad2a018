//! An error that the model describes, read from an answer.

use super::ErrorMetadata;
use super::said::Said;
use crate::codec::{Built, MemberReader, Members, ResponseParts, parse, set_text};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;

/// Reads an error that the model describes. `meta` has its code and message, however the response spelt them. A body
/// that doesn't fit the model gives an error without members rather than none.
#[doc(hidden)]
pub fn modeled<T: Built + Members>(response: &HttpResponse, meta: &ErrorMetadata) -> T {
    let answer = ResponseParts::new(response);
    let body = if T::HAS_BODY { parse::<T::Builder>(answer.body()).ok() } else { None };
    // Without its members, what a body says of the message still counts; it is in `meta` already.
    let said = if body.is_some() { Said::of(answer.body()) } else { Said::default() };
    let mut builder = body.unwrap_or_default();
    // Headers that don't fit are left out, as a body is.
    let _ = builder.read_http(&answer);
    if let Some(message) = meta.message() {
        // Whatever the body calls it, a member for the message has one; the body's own spelling comes first.
        for name in ["message", "Message"] {
            if !said.has(name) {
                set_text(&mut builder, name, message);
            }
        }
    }
    builder.corrected()
}

//! From an input's members to the parts of an HTTP request.
//!
//! In: an input that lists its members ([`Members`]). Out: [`RequestParts`], or an [`InputError`] that names everything
//! wrong with the input at once. Nothing a member holds can change which operation a request means: labels are
//! percent-encoded and may not be empty, `.` or `..`; header values may not hold control characters; a map spread over
//! query or headers sets nothing that the model, the protocol, the signature or the transport sets.

mod body;
#[cfg(feature = "query")]
mod form;
mod rpc;
mod spread;
#[cfg(feature = "xml")]
mod tree;
mod writer;

#[cfg(feature = "query")]
pub use form::Dialect;
#[cfg(feature = "cbor")]
pub use rpc::build_cbor;
pub use rpc::build_json;
#[cfg(feature = "query")]
pub use tree::build_form;
#[cfg(feature = "xml")]
pub use tree::build_xml;

use crate::codec::Members;
use crate::error::InputError;
use bytes::Bytes;
use http::{HeaderMap, HeaderValue};
use writer::RequestWriter;

/// Path, query, headers and body of a request, still without an endpoint.
#[derive(Clone, Debug)]
pub struct RequestParts {
    /// The path: percent-encoded, beginning with `/`, without the endpoint's own path. Empty where that is all there is.
    pub path: String,
    /// Whether dots and slashes in the path lead nowhere, but are a part of a name: of Amazon S3's keys.
    pub verbatim: bool,
    /// The query string: encoded, without `?`; may be empty.
    pub query: String,
    /// The headers that the operation's members make, and `content-type`.
    pub headers: HeaderMap,
    /// The body; empty for none.
    pub body: Bytes,
    /// The body's media type, `None` if there is no body.
    pub content_type: Option<&'static str>,
}

impl RequestParts {
    /// Gives a request without a body that of an object without members.
    pub(crate) fn always_with_body(&mut self, content_type: &'static str) {
        if self.body.is_empty() {
            self.body = Bytes::from_static(b"{}");
            self.content_type = Some(content_type);
            self.headers.insert(http::header::CONTENT_TYPE, HeaderValue::from_static(content_type));
        }
    }
}

/// Builds a request's parts from an input; its body is JSON.
///
/// `uri` is the pattern of `smithy.api#http`; `token` supplies an idempotency token where the input has none.
///
/// # Errors
/// Everything wrong with the input: required members that are missing, labels that would change the path, header
/// values that HTTP has no room for, values below the model's lower bounds.
pub fn build<I: Members>(
    input: &I,
    uri: &'static str,
    content_type: &'static str,
    token: &mut dyn FnMut() -> String,
) -> Result<RequestParts, InputError> {
    RequestWriter::new(uri, token, body::Json::default()).of(input, content_type, I::HAS_BODY)
}

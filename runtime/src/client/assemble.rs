//! From a protocol-neutral request to one with a URL and a client's headers.

use super::Inner;
use super::recursion::{TRACE_ID, trace_id};
use crate::endpoint::Endpoint;
use crate::endpoint::base::{Base, shown};
use crate::error::BoxError;
use crate::http::RequestParts;
use crate::idempotency::{system_bits, uuid_v4};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::http::Headers;
use aws_smithy_types::body::SdkBody;
use std::sync::PoisonError;

impl Inner {
    /// Puts URL and headers in place. What differs by attempt comes later.
    pub(super) fn assemble(
        &self,
        method: &str,
        parts: RequestParts,
        body: SdkBody,
        base: &Base,
        endpoint: &Endpoint,
        user_agent: http::HeaderValue,
    ) -> Result<HttpRequest, BoxError> {
        let invocation = uuid_v4(match self.config.settings.random_seed {
            Some(_) => self.shared.rng.lock().unwrap_or_else(PoisonError::into_inner).u128(..),
            None => system_bits(),
        });
        let url = base.join(&parts.path, &parts.query, parts.verbatim)?;
        let mut headers = parts.headers;
        for (name, value) in &endpoint.headers {
            let (Ok(name), Ok(value)) = (http::HeaderName::try_from(name), http::HeaderValue::try_from(value)) else {
                return Err(format!("the endpoint has a header {name:?} that can't be sent").into());
            };
            headers.append(name, value);
        }
        headers.insert(http::header::USER_AGENT, user_agent);
        if !self.is_plain {
            headers.insert("amz-sdk-invocation-id", http::HeaderValue::try_from(invocation)?);
            if let Some(id) = trace_id() {
                headers.entry(TRACE_ID).or_insert(id);
            }
        }
        // Without it, servers may wait for a body that never comes. Transports set the length of other bodies.
        if body.content_length() == Some(0) && !matches!(method, "GET" | "HEAD") {
            headers.insert(http::header::CONTENT_LENGTH, http::HeaderValue::from_static("0"));
        }
        let mut request = HttpRequest::new(body);
        request.set_method(method)?;
        request.set_uri(url).map_err(|error| format!("the request's URL can't be sent: {error}"))?;
        *request.headers_mut() = Headers::try_from(headers)?;
        Ok(request)
    }
}

/// The URL of the request as hooks left it, in the form in which it is signed and sent.
///
/// Where the path is `verbatim`, dot segments are a part of a name.
pub(super) fn normalize(request: &mut HttpRequest, verbatim: bool) -> Result<(), BoxError> {
    let url = Base::parse_request(request.uri(), verbatim).map_err(|problem| {
        let url = shown(request.uri());
        format!("the request's URL, as an interceptor left it, {url:?} {problem}")
    })?;
    let url = url.request_url();
    if url != request.uri() {
        request.set_uri(url)?;
    }
    Ok(())
}

//! Headers that prove who calls, marked as sensitive: they are not shown, and HTTP/2's compression doesn't keep them.
//!
//! In: a signed request. Out: the same with the marks. A request's headers forget them when one is added or read, so that this is
//! the last that is done before it is sent.

use super::failed::unprepared;
use crate::error::ConnectorError;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use http::HeaderMap;

/// The headers of a signature, with the tokens that go with it.
const PROVING: [&str; 3] = ["authorization", "x-amz-security-token", "x-amz-s3session-token"];

/// Marks them.
pub(super) fn mark(headers: &mut HeaderMap) {
    for (name, value) in headers.iter_mut() {
        if PROVING.contains(&name.as_str()) {
            value.set_sensitive(true);
        }
    }
}

/// A request for a transport of the program's own. This crate's own ones mark what they send.
pub(crate) fn marked(request: HttpRequest, endpoint: &str) -> Result<HttpRequest, ConnectorError> {
    let mut request = request.try_into_http1x().map_err(|error| unprepared(endpoint, error.into()))?;
    mark(request.headers_mut());
    HttpRequest::try_from(request).map_err(|error| unprepared(endpoint, error.into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transport::default_client::watched;

    #[test]
    fn what_proves_who_calls_is_marked_and_nothing_else_is() {
        let mut request = HttpRequest::empty();
        for name in PROVING.into_iter().chain(["x-amz-date"]) {
            request.headers_mut().append(name, "one");
            request.headers_mut().append(name, "another");
        }
        let clone = request.try_clone().expect("it has no body");
        let foreign = marked(clone, "https://h").expect("it can be sent").try_into_http1x().expect("it can be sent");
        let (own, _) = watched(request).expect("it can be sent");
        for headers in [foreign.headers(), own.headers()] {
            assert_eq!(headers.len(), 8);
            for (name, value) in headers {
                assert_eq!(value.is_sensitive(), name != "x-amz-date", "{name}");
            }
        }
    }
}

//! From a protocol-neutral request to one with a URL and a client's headers.

use super::Inner;
use crate::endpoint::Endpoint;
use crate::error::BoxError;
use crate::http::RequestParts;
use crate::idempotency::uuid_v4;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_types::body::SdkBody;
use std::fmt::{self, Display, Formatter};
use std::sync::PoisonError;

impl Inner {
    /// Puts URL and headers in place. What differs by attempt comes later.
    pub(super) fn assemble(
        &self,
        method: &str,
        parts: RequestParts,
        body: SdkBody,
        endpoint: &Endpoint,
    ) -> Result<HttpRequest, BoxError> {
        let invocation = uuid_v4(self.rng.lock().unwrap_or_else(PoisonError::into_inner).u128(..));
        let mut request =
            http::Request::builder().method(method).uri(url(&endpoint.url, &parts.path, &parts.query)?).body(())?;
        let headers = request.headers_mut();
        *headers = parts.headers;
        for (name, value) in &endpoint.headers {
            headers.append(http::HeaderName::try_from(name)?, http::HeaderValue::try_from(value)?);
        }
        headers.insert(http::header::USER_AGENT, http::HeaderValue::try_from(&self.user_agent)?);
        headers.insert("amz-sdk-invocation-id", http::HeaderValue::try_from(invocation)?);
        // Without it, servers may wait for a body that never comes. Transports set the length of other bodies.
        if body.content_length() == Some(0) && !matches!(method, "GET" | "HEAD") {
            headers.insert(http::header::CONTENT_LENGTH, http::HeaderValue::from_static("0"));
        }
        Ok(HttpRequest::try_from(request.map(|()| body))?)
    }
}

/// Joins an endpoint's URL and an operation's path and query. The endpoint's path goes first, less one final slash; so
/// does its query.
fn url(endpoint: &str, path: &str, query: &str) -> Result<String, BoxError> {
    let (base, base_query) = endpoint.split_once('?').unwrap_or((endpoint, ""));
    let (scheme, rest) = base.split_once("://").ok_or_else(|| InvalidUrl::new(endpoint, "has no scheme"))?;
    let scheme = scheme.to_ascii_lowercase();
    if !matches!(scheme.as_str(), "http" | "https") {
        return Err(InvalidUrl::new(endpoint, "is neither http nor https").into());
    }
    let (authority, base_path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    if authority.is_empty() {
        return Err(InvalidUrl::new(endpoint, "has no host").into());
    }
    if authority.contains('@') {
        return Err(InvalidUrl::new("with user information", "is not supported").into());
    }
    let authority = authority.to_ascii_lowercase();
    let base_path = base_path.strip_suffix('/').unwrap_or(base_path);
    let mut url = format!("{scheme}://{authority}{base_path}{path}");
    for (index, query) in [base_query, query].into_iter().filter(|query| !query.is_empty()).enumerate() {
        url.push(if index == 0 { '?' } else { '&' });
        url.push_str(query);
    }
    Ok(url)
}

/// An endpoint's URL with something before its host. An address stays as it is: no name goes before it.
pub(super) fn prefixed(endpoint: &str, prefix: &str) -> String {
    let Some((scheme, rest)) = endpoint.split_once("://") else { return endpoint.to_owned() };
    let authority = &rest[..rest.find(['/', '?']).unwrap_or(rest.len())];
    let is_address = authority.starts_with('[')
        || authority.split(':').next().is_some_and(|host| host.parse::<std::net::Ipv4Addr>().is_ok());
    if is_address { endpoint.to_owned() } else { format!("{scheme}://{prefix}{rest}") }
}

/// An endpoint's URL that can't be sent to.
#[derive(Debug)]
struct InvalidUrl {
    url: String,
    reason: &'static str,
}

impl InvalidUrl {
    fn new(url: &str, reason: &'static str) -> Self {
        Self { url: url.to_owned(), reason }
    }
}

impl Display for InvalidUrl {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "endpoint URL {:?} {}", self.url, self.reason)
    }
}

impl std::error::Error for InvalidUrl {}

#[cfg(test)]
mod tests {
    use super::{prefixed, url};

    #[test]
    fn a_prefix_goes_before_names_and_not_before_addresses() {
        for (endpoint, expected) in [
            ("https://example.com/base", "https://data.example.com/base"),
            ("http://localhost:8000", "http://data.localhost:8000"),
            ("http://127.0.0.1:8000/", "http://127.0.0.1:8000/"),
            ("http://[::1]:8000", "http://[::1]:8000"),
        ] {
            assert_eq!(prefixed(endpoint, "data."), expected);
        }
    }

    #[test]
    fn the_endpoints_path_and_query_come_first() {
        let cases = [
            ("http://h", "/networks", "", "http://h/networks"),
            ("http://h/", "/networks", "a=1", "http://h/networks?a=1"),
            ("http://h/base", "/networks", "", "http://h/base/networks"),
            ("http://h/base/", "/networks", "a=1", "http://h/base/networks?a=1"),
            ("http://h/base%20path/v1", "/n", "", "http://h/base%20path/v1/n"),
            ("http://h//double//slash/", "/n", "", "http://h//double//slash/n"),
            ("http://h?q=1", "/n", "a=1", "http://h/n?q=1&a=1"),
            ("http://h/base?q=1", "/n", "", "http://h/base/n?q=1"),
            ("HTTPS://Host:8443", "/n", "", "https://host:8443/n"),
        ];
        for (endpoint, path, query, expected) in cases {
            assert_eq!(url(endpoint, path, query).expect("valid"), expected);
        }
    }

    #[test]
    fn unusable_endpoints_are_refused() {
        for (endpoint, message) in [
            ("admin.example.com", r#"endpoint URL "admin.example.com" has no scheme"#),
            ("ftp://h", r#"endpoint URL "ftp://h" is neither http nor https"#),
            ("http:///path", r#"endpoint URL "http:///path" has no host"#),
            ("http://user:secret@h", r#"endpoint URL "with user information" is not supported"#),
        ] {
            assert_eq!(url(endpoint, "/", "").expect_err("invalid").to_string(), message);
        }
    }
}

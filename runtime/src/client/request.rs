//! From a protocol-neutral request to one with a URL and a client's headers.

use super::Inner;
use crate::config::endpoint::Params;
use crate::endpoint::{BuiltIns, Endpoint, ResolveError};
use crate::error::BoxError;
use crate::http::RequestParts;
use crate::idempotency::uuid_v4;
use aws_smithy_runtime_api::client::endpoint::{EndpointResolverParams, ResolveEndpoint};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::{Document, endpoint};
use std::fmt::{self, Display, Formatter};
use std::sync::PoisonError;

impl Inner {
    /// Decides on the endpoint. Schemes of authentication that are not SigV4 are refused.
    pub(super) async fn endpoint(&self) -> Result<Endpoint, BoxError> {
        let endpoint = self.resolve_endpoint().await?;
        match &endpoint.auth_scheme {
            Some(scheme) if scheme != "sigv4" => {
                Err(format!("the endpoint demands the authentication scheme {scheme}, which is not supported").into())
            }
            _ => Ok(endpoint),
        }
    }

    /// By the config's resolver, or by the service's rules, which are asked once.
    async fn resolve_endpoint(&self) -> Result<Endpoint, BoxError> {
        let built_ins = self.built_ins();
        let region_is_set = built_ins.region.is_some();
        if let Some(resolver) = self.config.endpoint_resolver() {
            let params = Params::builder()
                .set_region(built_ins.region)
                .set_use_fips(Some(built_ins.use_fips))
                .set_use_dual_stack(Some(built_ins.use_dual_stack))
                .set_endpoint(built_ins.endpoint)
                .build()?;
            let endpoint = resolver.resolve_endpoint(&EndpointResolverParams::new(params)).await?;
            return Ok(from_smithy(&endpoint));
        }
        let resolved = self.endpoint.get_or_init(|| (self.service.endpoint)(&built_ins));
        resolved.clone().map_err(|source| EndpointError { source, region_is_set }.into())
    }

    fn built_ins(&self) -> BuiltIns {
        BuiltIns {
            region: self.config.region().map(|region| region.as_ref().to_owned()),
            use_fips: self.config.use_fips().unwrap_or_default(),
            use_dual_stack: self.config.use_dual_stack().unwrap_or_default(),
            endpoint: self.config.settings.endpoint_url_for(self.service.sdk_id),
            ..BuiltIns::default()
        }
    }

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

fn from_smithy(endpoint: &endpoint::Endpoint) -> Endpoint {
    let scheme = endpoint.auth_schemes().iter().find(|scheme| scheme.name() == "sigv4");
    let property = |name: &str| scheme?.get(name).and_then(Document::as_string).map(str::to_owned);
    Endpoint {
        url: endpoint.url().to_owned(),
        headers: endpoint
            .headers()
            .flat_map(|(name, values)| values.map(move |value| (name.to_owned(), value.to_owned())))
            .collect(),
        signing_region: property("signingRegion"),
        signing_name: property("signingName"),
        disable_double_encoding: scheme
            .and_then(|scheme| scheme.get("disableDoubleEncoding"))
            .and_then(Document::as_bool)
            .unwrap_or_default(),
        ..Endpoint::default()
    }
}

/// The service's rules gave no endpoint.
#[derive(Debug)]
struct EndpointError {
    source: ResolveError,
    region_is_set: bool,
}

impl Display for EndpointError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("no endpoint")?;
        match self.region_is_set {
            true => Ok(()),
            false => f.write_str(" (no region is set: set `region`, or the environment variable AWS_REGION)"),
        }
    }
}

impl std::error::Error for EndpointError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
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

//! Where a request goes: the values that endpoint rules read, the endpoint that they choose, and the functions
//! that they call.
//!
//! In: [`BuiltIns`], the client's own settings. Out: an [`Endpoint`] or a [`ResolveError`]. The rules themselves are
//! generated code, one `resolve` per service; everything that they have in common is here, after the Smithy
//! specification's chapter "Rules engine" (its standard library and the AWS extensions).

use crate::text::{LONG, line};
use std::fmt::{self, Debug, Formatter};

mod arn;
mod authority;
pub(crate) mod base;
#[doc(hidden)]
pub mod cases;
mod context;
mod convert;
mod diagram;
mod host;
mod member;
mod partitions;
pub(crate) mod setting;
mod text;
mod url;

#[cfg(test)]
mod tests;

pub use crate::uri::encode as uri_encode;
pub use arn::{Arn, parse_arn};
pub use context::{ContextParams, EndpointParams, ParamValue};
pub(crate) use convert::from_smithy;
pub use diagram::{Next, Node, decide};
pub use host::{is_valid_host_label, is_virtual_hostable_s3_bucket};
pub use member::EndpointMember;
pub use partitions::{Partition, partition};
pub use text::{split, substring};
pub use url::{Url, parse_url};

/// What endpoint rules may read: the settings of a client that mean the same for every service, and the service's own
/// parameters.
///
/// Each field but `context` is one of Smithy's built-in parameters.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct BuiltIns {
    /// The region that the client is configured for (`AWS::Region`), e.g. `us-east-1`.
    pub region: Option<String>,
    /// Whether to use an endpoint that complies with FIPS 140 (`AWS::UseFIPS`).
    pub use_fips: bool,
    /// Whether to use an endpoint that also answers over IPv6 (`AWS::UseDualStack`).
    pub use_dual_stack: bool,
    /// The URL to use instead of the service's own (`SDK::Endpoint`).
    pub endpoint: Option<String>,
    /// The account of the credentials that sign the request (`AWS::Auth::AccountId`).
    pub account_id: Option<String>,
    /// Whether endpoints may contain the account: `preferred`, `required` or `disabled`
    /// (`AWS::Auth::AccountIdEndpointMode`).
    pub account_id_endpoint_mode: Option<String>,
    /// The service's own parameters, as far as the operation or the client's config sets them.
    pub context: ContextParams,
}

impl Debug for BuiltIns {
    /// The endpoint is shown without user information.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("BuiltIns")
            .field("region", &self.region)
            .field("use_fips", &self.use_fips)
            .field("use_dual_stack", &self.use_dual_stack)
            .field("endpoint", &self.endpoint.as_deref().map(base::shown))
            .field("account_id", &self.account_id)
            .field("account_id_endpoint_mode", &self.account_id_endpoint_mode)
            .field("context", &self.context)
            .finish()
    }
}

/// An endpoint that rules chose: a URL, and what differs from the service's defaults when a request is sent to it.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Endpoint {
    /// Scheme, authority and, where the endpoint has one, a path that precedes the operation's.
    pub url: String,
    /// Headers to add to the request, in order; a name may occur more than once.
    pub headers: Vec<(String, String)>,
    /// The authentication scheme to use, if it isn't `sigv4`.
    pub auth_scheme: Option<String>,
    /// The service name to sign for, if it isn't the service's own.
    pub signing_name: Option<String>,
    /// The region to sign for, if it isn't the client's.
    pub signing_region: Option<String>,
    /// The regions that a `sigv4a` signature is valid for; `*` means every region. Where the scheme is `sigv4`, they say
    /// that the endpoint takes `sigv4a` as well.
    pub signing_region_set: Vec<String>,
    /// Whether the path is signed as it is sent, and not encoded a second time.
    pub disable_double_encoding: bool,
    /// Whether the path is signed with its dot segments, and not as if they were resolved.
    pub disable_normalize_path: bool,
}

impl Debug for Endpoint {
    /// The URL is shown without user information; headers by their names alone.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Endpoint")
            .field("url", &base::shown(&self.url))
            .field("headers", &self.headers.iter().map(|(name, _)| name).collect::<Vec<_>>())
            .field("auth_scheme", &self.auth_scheme)
            .field("signing_name", &self.signing_name)
            .field("signing_region", &self.signing_region)
            .field("signing_region_set", &self.signing_region_set)
            .field("disable_double_encoding", &self.disable_double_encoding)
            .field("disable_normalize_path", &self.disable_normalize_path)
            .finish()
    }
}

impl Endpoint {
    /// An endpoint with a URL and no more than that.
    ///
    /// ```
    /// use sdk_runtime::endpoint::Endpoint;
    ///
    /// let endpoint = Endpoint::new("https://account.us-east-1.amazonaws.com").signing_region("us-east-1");
    /// assert_eq!(endpoint.signing_region.as_deref(), Some("us-east-1"));
    /// ```
    pub fn new(url: impl Into<String>) -> Self {
        Self { url: url.into(), ..Self::default() }
    }

    /// Adds a header to send.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Sets the authentication scheme to use. `sigv4` is what is used anyway.
    pub fn auth_scheme(mut self, name: impl Into<String>) -> Self {
        self.auth_scheme = Some(name.into()).filter(|name| name != "sigv4");
        self
    }

    /// Sets the service name to sign for.
    pub fn signing_name(mut self, name: impl Into<String>) -> Self {
        self.signing_name = Some(name.into());
        self
    }

    /// Sets the region to sign for.
    pub fn signing_region(mut self, region: impl Into<String>) -> Self {
        self.signing_region = Some(region.into());
        self
    }

    /// Adds a region to those that a `sigv4a` signature is valid for.
    pub fn signing_region_set(mut self, region: impl Into<String>) -> Self {
        self.signing_region_set.push(region.into());
        self
    }

    /// Sets whether the path is signed as it is sent.
    pub fn disable_double_encoding(mut self, disable: bool) -> Self {
        self.disable_double_encoding = disable;
        self
    }

    /// Sets whether the path is signed with its dot segments.
    pub fn disable_normalize_path(mut self, disable: bool) -> Self {
        self.disable_normalize_path = disable;
        self
    }
}

/// No endpoint: the rules refuse the settings they were given, in the words of the service's model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResolveError {
    message: String,
}

impl ResolveError {
    /// An error with a rule's own message.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into() }
    }

    /// The error of rules that come to an end without a result. The settings are then none that the model foresaw.
    pub fn no_rule_matched() -> Self {
        Self::new("none of the service's endpoint rules matches these settings")
    }

    /// What is wrong.
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl std::fmt::Display for ResolveError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // A rule's words may hold a parameter's value.
        line(&self.message, LONG).fmt(f)
    }
}

impl std::error::Error for ResolveError {}

/// Ends rules without an endpoint, in their own words.
///
/// # Errors
/// Always: the message as a [`ResolveError`].
pub fn refuse<T>(message: impl Into<String>) -> Result<T, ResolveError> {
    Err(ResolveError::new(message))
}

//! How requests say who calls.

/// How an operation's requests say who calls: the schemes that it takes, the preferred first (Smithy 2.0,
/// "Authentication traits").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Auth {
    /// The schemes. Of those whose identity the config has, the first is used.
    pub schemes: &'static [Scheme],
    /// Whether a request without any may be sent (`smithy.api#optionalAuth`).
    pub optional: bool,
}

impl Auth {
    /// Signed, always; without credentials nothing is sent.
    pub const SIGV4: Self = Self { schemes: &[Scheme::SigV4], optional: false };
    /// Signed if there are credentials.
    pub const OPTIONAL: Self = Self { schemes: &[Scheme::SigV4], optional: true };
    /// With a bearer token, always.
    pub const BEARER: Self = Self { schemes: &[Scheme::Bearer], optional: false };
    /// As it is, always.
    pub const NONE: Self = Self { schemes: &[], optional: true };

    /// Whether credentials may sign the request.
    pub(crate) fn signs(&self) -> bool {
        self.schemes.iter().any(|scheme| matches!(scheme, Scheme::SigV4 | Scheme::SigV4a))
    }
}

/// A scheme of authentication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// `aws.auth#sigv4`.
    SigV4,
    /// `aws.auth#sigv4a`: with a key pair, for several regions at once. It needs this crate's feature `sigv4a`.
    SigV4a,
    /// `smithy.api#httpBearerAuth`: the header `Authorization: Bearer …`.
    Bearer,
    /// `smithy.api#httpBasicAuth`: the header `Authorization: Basic …`. It needs this crate's feature `http-auth`.
    #[cfg(feature = "http-auth")]
    Basic,
    /// `smithy.api#httpDigestAuth`: the header `Authorization: Digest …`, once the service has said what to digest. It needs this
    /// crate's feature `digest-auth`.
    #[cfg(feature = "digest-auth")]
    Digest,
    /// `smithy.api#httpApiKeyAuth`: a key in a header or in the query. It needs this crate's feature `http-auth`.
    #[cfg(feature = "http-auth")]
    ApiKey(ApiKey),
}

/// Where requests have an API key (`smithy.api#httpApiKeyAuth`).
#[cfg(feature = "http-auth")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApiKey {
    /// In the header of this name.
    Header(&'static str),
    /// In the header of this name, behind this word and a blank.
    Behind(&'static str, &'static str),
    /// In the query parameter of this name.
    Query(&'static str),
}

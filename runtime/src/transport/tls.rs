//! TLS for the default client: rustls, the platform's certificates, and one of two cryptographic providers.
//!
//! Feature `ring` (default) or `aws-lc-rs` chooses the provider; with both, `aws-lc-rs` is taken. It is handed to the
//! client itself: rustls' process-wide default is neither needed nor set. With neither feature, `https` endpoints need
//! a client of the program's own.

use crate::error::BoxError;

/// The TLS settings of a new client. One that isn't for `https` trusts nobody, and loads no certificates.
#[cfg(any(feature = "ring", feature = "aws-lc-rs"))]
pub(super) fn apply(builder: reqwest::ClientBuilder, secure: bool) -> Result<reqwest::ClientBuilder, BoxError> {
    use rustls_platform_verifier::BuilderVerifierExt;
    #[cfg(feature = "aws-lc-rs")]
    let provider = rustls::crypto::aws_lc_rs::default_provider();
    #[cfg(not(feature = "aws-lc-rs"))]
    let provider = rustls::crypto::ring::default_provider();
    let config = rustls::ClientConfig::builder_with_provider(std::sync::Arc::new(provider))
        .with_safe_default_protocol_versions()?;
    let config = match secure {
        true => config.with_platform_verifier()?,
        false => config.with_root_certificates(rustls::RootCertStore::empty()),
    };
    let mut config = config.with_no_client_auth();
    if cfg!(feature = "http2") {
        config.alpn_protocols.push(b"h2".to_vec());
    }
    config.alpn_protocols.push(b"http/1.1".to_vec());
    Ok(builder.tls_backend_preconfigured(config))
}

/// Without a provider there is nothing to set.
#[cfg(not(any(feature = "ring", feature = "aws-lc-rs")))]
pub(super) fn apply(builder: reqwest::ClientBuilder, _: bool) -> Result<reqwest::ClientBuilder, BoxError> {
    Ok(builder)
}

/// Says what is missing for an `https` URL, if anything is.
pub(super) fn missing(uri: &str) -> Option<&'static str> {
    let provider = cfg!(any(feature = "ring", feature = "aws-lc-rs"));
    (!provider && uri.starts_with("https:"))
        .then_some("no TLS: enable the feature `ring` or `aws-lc-rs`, or set `http_client`")
}

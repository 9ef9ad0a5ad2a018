//! TLS for the default client: rustls, the platform's certificates, and one of two cryptographic providers.
//!
//! Feature `ring` (default) or `aws-lc-rs` chooses the provider; with both, `aws-lc-rs` is taken. It is handed to the
//! connections themselves: rustls' process-wide default is neither needed nor set, and no TLS feature of reqwest's is
//! turned on, which would hold for the whole program. With neither feature, `https` endpoints need a client of the
//! program's own.

#[cfg(any(feature = "ring", feature = "aws-lc-rs"))]
mod on {
    use crate::error::BoxError;
    use std::sync::Arc;

    /// Connections that speak TLS where the URL says `https`.
    pub(crate) type Secured<T> = hyper_rustls::HttpsConnector<T>;

    /// How TLS is spoken.
    #[derive(Clone)]
    pub(crate) struct Settings(Arc<rustls::ClientConfig>);

    impl Settings {
        /// The settings of a new client. One that isn't for `https` trusts nobody, and loads no certificates.
        pub(crate) fn new(secure: bool) -> Result<Self, BoxError> {
            use rustls_platform_verifier::BuilderVerifierExt;
            #[cfg(feature = "aws-lc-rs")]
            let provider = rustls::crypto::aws_lc_rs::default_provider();
            #[cfg(not(feature = "aws-lc-rs"))]
            let provider = rustls::crypto::ring::default_provider();
            let config = rustls::ClientConfig::builder_with_provider(Arc::new(provider))
                .with_safe_default_protocol_versions()?;
            let config = match secure {
                true => config.with_platform_verifier()?,
                false => config.with_root_certificates(rustls::RootCertStore::empty()),
            };
            Ok(Self(Arc::new(config.with_no_client_auth())))
        }

        /// Connections to a proxy: they speak HTTP/1.1 and offer nothing else.
        pub(crate) fn to_proxy<T>(&self, connector: T) -> Secured<T> {
            Secured::from((connector, self.0.clone()))
        }

        /// Connections to the service.
        pub(crate) fn to_service<T>(&self, connector: T, offers_http2: bool) -> Secured<T> {
            let mut config = rustls::ClientConfig::clone(&self.0);
            if offers_http2 {
                config.alpn_protocols.push(b"h2".to_vec());
            }
            config.alpn_protocols.push(b"http/1.1".to_vec());
            Secured::from((connector, config))
        }
    }
}

/// Without a provider there is nothing to set.
#[cfg(not(any(feature = "ring", feature = "aws-lc-rs")))]
mod on {
    use crate::error::BoxError;

    pub(crate) type Secured<T> = T;

    #[derive(Clone)]
    pub(crate) struct Settings;

    impl Settings {
        pub(crate) fn new(_: bool) -> Result<Self, BoxError> {
            Ok(Self)
        }

        pub(crate) fn to_proxy<T>(&self, connector: T) -> T {
            connector
        }

        pub(crate) fn to_service<T>(&self, connector: T, _: bool) -> T {
            connector
        }
    }
}

pub(super) use on::{Secured, Settings};

/// Says what is missing for an `https` URL, if anything is.
pub(super) fn missing(uri: &str) -> Option<&'static str> {
    let provider = cfg!(any(feature = "ring", feature = "aws-lc-rs"));
    (!provider && uri.starts_with("https:"))
        .then_some("no TLS: enable the feature `ring` or `aws-lc-rs`, or set `http_client`")
}

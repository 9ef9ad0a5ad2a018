//! Credentials, cached; and what is said where there is nothing to prove by who calls.
//!
//! In: the provider that a program configured. Out: credentials that are valid now. They are loaded at the first call
//! and again some minutes before they expire; calls that need them at the same time wait for one load. While old
//! credentials are still valid, a failure to load new ones is kept from the caller.

mod lazy;

pub use lazy::{IdentityCache, LazyCacheBuilder};

use crate::declare::Scheme;
use crate::error::BoxError;
use crate::text::{LONG, SHORT, line};
use aws_credential_types::Credentials;
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider};
use aws_smithy_async::time::SharedTimeSource;
use aws_smithy_runtime_api::client::auth::AuthSchemeId;
use std::fmt::{self, Debug, Display, Formatter};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, SystemTime};

/// Credentials are loaded anew this long before they expire; which moment within is random, so that many processes
/// don't ask at once.
const AHEAD: std::ops::Range<u64> = 60..300;

/// After a failed load, old credentials that are still valid are used for this long before the next try.
const TRY_AGAIN: Duration = Duration::from_secs(30);

/// Loads and keeps the credentials of one provider.
pub(crate) struct Cache {
    provider: SharedCredentialsProvider,
    time: SharedTimeSource,
    kept: Mutex<Option<Kept>>,
    loading: tokio::sync::Mutex<()>,
}

#[derive(Clone)]
struct Kept {
    credentials: Credentials,
    /// From when on new ones are loaded; `None` for credentials that don't expire.
    stale_at: Option<SystemTime>,
}

impl Cache {
    pub(crate) fn new(provider: SharedCredentialsProvider, time: SharedTimeSource) -> Self {
        Self { provider, time, kept: Mutex::new(None), loading: tokio::sync::Mutex::new(()) }
    }

    /// Gives valid credentials, loading them if need be.
    pub(crate) async fn credentials(&self) -> Result<Credentials, IdentityError> {
        if let Some(credentials) = self.fresh() {
            return Ok(credentials);
        }
        let _single_flight = self.loading.lock().await;
        if let Some(credentials) = self.fresh() {
            return Ok(credentials);
        }
        match self.provider.provide_credentials().await {
            Ok(credentials) => {
                self.keep(credentials.clone());
                Ok(credentials)
            }
            Err(error) => self.fall_back(error),
        }
    }

    /// Takes note that a service called these credentials expired: if they are still the ones that are kept, and can
    /// change at all, the next call loads new ones. Whether it is worth trying again.
    pub(crate) fn refused(&self, refused: &Credentials) -> bool {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        match kept.as_mut() {
            // What doesn't expire is fixed: loading it again would give the same.
            Some(kept) if kept.credentials == *refused => {
                let can_change = kept.credentials.expiry().is_some();
                kept.stale_at = can_change.then_some(SystemTime::UNIX_EPOCH);
                can_change
            }
            // Another call has loaded new ones meanwhile.
            _ => true,
        }
    }

    fn fresh(&self) -> Option<Credentials> {
        let now = self.time.now();
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = kept.as_ref()?;
        kept.stale_at.is_none_or(|stale_at| now < stale_at).then(|| kept.credentials.clone())
    }

    fn keep(&self, credentials: Credentials) {
        let stale_at = credentials.expiry().and_then(|expiry| stale_at(self.time.now(), expiry));
        *self.kept.lock().unwrap_or_else(PoisonError::into_inner) = Some(Kept { credentials, stale_at });
    }

    fn fall_back(&self, error: CredentialsError) -> Result<Credentials, IdentityError> {
        let now = self.time.now();
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        match kept.as_mut() {
            Some(kept) if kept.credentials.expiry().is_none_or(|expiry| now < expiry) => {
                tracing::debug!(error = %line(&error.to_string(), LONG), "loading credentials failed; the old ones are still valid");
                kept.stale_at = now.checked_add(TRY_AGAIN);
                Ok(kept.credentials.clone())
            }
            _ => Err(IdentityError::failed(error.into())),
        }
    }
}

/// When credentials are loaded anew: some minutes before they expire. Short-lived ones at half their time; ones that
/// have expired already, which providers hand out while their source is away, after the usual wait. `None` where that is
/// later than any time.
fn stale_at(now: SystemTime, expiry: SystemTime) -> Option<SystemTime> {
    let ahead = Duration::from_secs(fastrand::u64(AHEAD));
    match expiry.duration_since(now) {
        Ok(left) if left > ahead * 2 => expiry.checked_sub(ahead),
        Ok(left) => now.checked_add(left / 2),
        Err(_) => now.checked_add(TRY_AGAIN),
    }
}

impl Debug for Cache {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cache").finish_non_exhaustive()
    }
}

/// There is nothing to prove by who calls.
#[derive(Debug)]
pub struct IdentityError {
    problem: String,
    source: Option<BoxError>,
}

/// How programs that load their settings with `aws-config` get what is missing.
const OR_LOAD: &str = ", or make the client from `aws_config::load_defaults(BehaviorVersion::latest()).await`";

impl IdentityError {
    fn of(problem: impl Into<String>, source: Option<BoxError>) -> Self {
        Self { problem: problem.into(), source }
    }

    /// No provider was configured.
    pub(crate) fn absent() -> Self {
        Self::of(format!("no credentials: set `credentials_provider`{OR_LOAD}"), None)
    }

    /// No provider of bearer tokens was configured.
    pub(crate) fn no_token() -> Self {
        Self::of(format!("no bearer token: set `bearer_token` or `token_provider`{OR_LOAD}"), None)
    }

    /// Nothing was configured for any of the schemes that an operation takes.
    pub(crate) fn none_of(schemes: &[Scheme]) -> Self {
        let mut setters: Vec<String> = Vec::new();
        for scheme in schemes {
            let setter = format!("`{}`", setter(*scheme));
            if !setters.contains(&setter) {
                setters.push(setter);
            }
        }
        let one_of = if setters.len() > 1 { "one of " } else { "" };
        Self::of(format!("nothing says who calls: set {one_of}{} in the client's config", setters.join(", ")), None)
    }

    /// A program's own scheme asked for something that isn't configured.
    pub(crate) fn none_for(scheme: &AuthSchemeId) -> Self {
        let setter = match scheme.inner() {
            "httpBearerAuth" => Some("bearer_token"),
            "httpBasicAuth" => Some("basic_auth_login"),
            "httpDigestAuth" => Some("digest_auth_login"),
            "httpApiKeyAuth" => Some("api_key"),
            _ => None,
        };
        let remedy = match setter {
            Some(setter) => format!("`{setter}` in the client's config"),
            None => "in the client's config what its `identity_resolver` asks for".to_owned(),
        };
        let scheme = line(scheme.inner(), SHORT);
        Self::of(
            format!("the scheme `{scheme}` found no identity: set {remedy}, or let `identity_resolver` give one"),
            None,
        )
    }

    /// A provider, or a cache that the program configured, failed.
    pub(crate) fn failed(source: BoxError) -> Self {
        Self::of("could not load credentials", Some(source))
    }

    /// A provider of bearer tokens failed.
    pub(crate) fn token_failed(source: BoxError) -> Self {
        Self::of("could not load a bearer token", Some(source))
    }

    /// What the program set for a scheme failed, or a cache did.
    #[cfg(feature = "http-auth")]
    pub(crate) fn login_failed(scheme: Scheme, source: BoxError) -> Self {
        Self::of(format!("could not load what `{}` stands for", setter(scheme)), Some(source))
    }
}

/// The setting of a client that a scheme takes its identity from.
fn setter(scheme: Scheme) -> &'static str {
    match scheme {
        Scheme::SigV4 | Scheme::SigV4a => "credentials_provider",
        Scheme::Bearer => "bearer_token",
        #[cfg(feature = "http-auth")]
        Scheme::Basic => "basic_auth_login",
        #[cfg(feature = "digest-auth")]
        Scheme::Digest => "digest_auth_login",
        #[cfg(feature = "http-auth")]
        Scheme::ApiKey(_) => "api_key",
    }
}

impl Display for IdentityError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.problem)
    }
}

impl std::error::Error for IdentityError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

#[cfg(test)]
mod tests;

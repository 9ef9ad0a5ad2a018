//! Settings of a client, and of a single call.
//!
//! In: a program's choices, by hand or from `aws-config`'s [`SdkConfig`]. Out: [`Config`], which every generated
//! crate's client is made from, and [`Builder`], which also says what one call does differently
//! (`customize().config_override(…)`). Building a config does no I/O and cannot fail; what is missing is reported by
//! the first call that needs it.

pub mod auth;
#[cfg(feature = "s3-settings")]
mod buckets;
mod builder;
pub mod endpoint;
pub mod http;
pub mod interceptors;
#[cfg(feature = "http-auth")]
pub(crate) mod logins;
pub mod retry;
mod sdk;
pub(crate) mod settings;
pub(crate) mod stand_in;
#[cfg(feature = "test-util")]
mod test_defaults;
pub mod timeout;
mod without_effect;

pub use crate::idempotency::IdempotencyTokenProvider;
pub use crate::identity::IdentityCache;
pub use aws_credential_types::Credentials;
pub use aws_credential_types::provider::token::{ProvideToken, SharedTokenProvider};
pub use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider};
pub use aws_smithy_async::rt::sleep::{AsyncSleep, SharedAsyncSleep, Sleep};
pub use aws_smithy_async::time::{SharedTimeSource, TimeSource};
pub use aws_smithy_runtime_api::client::auth::AuthSchemePreference;
pub use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
pub use aws_smithy_runtime_api::client::http::{HttpClient, SharedHttpClient};
pub use aws_smithy_runtime_api::client::identity::http::Token;
pub use aws_smithy_runtime_api::client::identity::{ResolveCachedIdentity, SharedIdentityCache};
pub use aws_smithy_runtime_api::client::interceptors::{Intercept, SharedInterceptor};
pub use aws_smithy_runtime_api::client::runtime_components::{RuntimeComponents, RuntimeComponentsBuilder};
pub use aws_smithy_runtime_api::client::runtime_plugin::{RuntimePlugin, SharedRuntimePlugin};
pub use aws_smithy_runtime_api::client::stalled_stream_protection::StalledStreamProtectionConfig;
pub use aws_smithy_runtime_api::shared::IntoShared;
pub use aws_smithy_types::checksum_config::{RequestChecksumCalculation, ResponseChecksumValidation};
pub use aws_smithy_types::config_bag::{ConfigBag, FrozenLayer, Layer};
pub use aws_types::SdkConfig;
pub use aws_types::app_name::AppName;
pub use aws_types::endpoint_config::AccountIdEndpointMode;
pub use aws_types::region::{Region, SigningRegionSet};
pub use aws_types::sdk_ua_metadata::FrameworkMetadata;
pub use builder::Builder;
#[cfg(feature = "http-auth")]
pub use logins::{Identity, IdentityFuture, Login, ResolveIdentity, SharedIdentityResolver};

use aws_smithy_runtime_api::client::endpoint::SharedEndpointResolver;
use aws_smithy_runtime_api::client::retries::classifiers::SharedRetryClassifier;
use retry::RetryConfig;
use settings::Settings;
use std::sync::Arc;
use timeout::TimeoutConfig;

/// Settings of a client. Cheap to clone.
///
/// ```
/// use sdk_runtime::config::{Config, Credentials, Region};
///
/// let config = Config::builder()
///     .region(Region::new("eu-central-1"))
///     .credentials_provider(Credentials::new("id", "secret", None, None, "example"))
///     .build();
/// assert_eq!(config.region().map(Region::as_ref), Some("eu-central-1"));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Config {
    pub(crate) settings: Arc<Settings>,
}

impl Config {
    /// Starts from nothing.
    pub fn builder() -> Builder {
        Builder::new()
    }

    /// Takes over everything that concerns a client from `aws-config`'s settings.
    pub fn new(sdk: &SdkConfig) -> Self {
        Self::from(sdk)
    }

    /// Starts from these settings.
    pub fn to_builder(&self) -> Builder {
        Builder { settings: Settings::clone(&self.settings) }
    }

    /// The region that requests go to and are signed for.
    pub fn region(&self) -> Option<&Region> {
        self.settings.region.as_ref()
    }

    /// Where credentials come from.
    pub fn credentials_provider(&self) -> Option<SharedCredentialsProvider> {
        self.settings.credentials_provider.clone()
    }

    /// Where bearer tokens come from.
    pub fn token_provider(&self) -> Option<SharedTokenProvider> {
        self.settings.token_provider.clone()
    }

    /// The endpoint that replaces the service's own.
    pub fn endpoint_url(&self) -> Option<&str> {
        self.settings.endpoint_url.as_deref()
    }

    /// What replaces the service's own rules for endpoints.
    pub fn endpoint_resolver(&self) -> Option<SharedEndpointResolver> {
        self.settings.endpoint_resolver.clone()
    }

    /// Whether endpoints with FIPS 140 validated cryptography are asked for.
    pub fn use_fips(&self) -> Option<bool> {
        self.settings.use_fips
    }

    /// Whether endpoints that answer on IPv4 and IPv6 are asked for.
    pub fn use_dual_stack(&self) -> Option<bool> {
        self.settings.use_dual_stack
    }

    /// Whether endpoints may contain the account; preferred where unset.
    pub fn account_id_endpoint_mode(&self) -> Option<&AccountIdEndpointMode> {
        self.settings.account_id_endpoint_mode.as_ref()
    }

    /// How calls are repeated; standard mode with three attempts where unset.
    pub fn retry_config(&self) -> Option<&RetryConfig> {
        self.settings.retry_config.as_ref()
    }

    /// By which rules calls are repeated; what the environment says, else the newest, where unset.
    pub fn retry_behavior(&self) -> Option<retry::RetryBehavior> {
        self.settings.retry_behavior
    }

    /// The deadlines that were set; [`timeout`] lists what holds for the others.
    pub fn timeout_config(&self) -> Option<&TimeoutConfig> {
        self.settings.timeout_config.as_ref()
    }

    /// The program's name in the user agent.
    pub fn app_name(&self) -> Option<&AppName> {
        self.settings.app_name.as_ref()
    }

    /// Frameworks that name themselves in the user agent.
    pub fn framework_metadata(&self) -> Vec<&FrameworkMetadata> {
        self.settings.framework_metadata.iter().flatten().collect()
    }

    /// What sends requests; this crate's own client where unset.
    pub fn http_client(&self) -> Option<SharedHttpClient> {
        self.settings.http_client.clone()
    }

    /// What waits between attempts and until deadlines; tokio's timer where unset.
    pub fn sleep_impl(&self) -> Option<SharedAsyncSleep> {
        self.settings.sleep_impl.clone()
    }

    /// What tells the time for signatures and for credentials' expiry; the system's clock where unset.
    pub fn time_source(&self) -> Option<SharedTimeSource> {
        self.settings.time_source.clone()
    }

    /// The cache that replaces this crate's own for credentials.
    pub fn identity_cache(&self) -> Option<SharedIdentityCache> {
        self.settings.identity_cache.clone()
    }

    /// The behaviour that was asked for. Kept for programs that set it; this crate has one behaviour.
    pub fn behavior_version(&self) -> Option<BehaviorVersion> {
        self.settings.behavior_version
    }

    /// How long nothing may be heard of a body; [`timeout`] has what holds where it is unset.
    pub fn stalled_stream_protection(&self) -> Option<&StalledStreamProtectionConfig> {
        self.settings.stalled_stream_protection.as_ref()
    }

    /// The order of authentication schemes that was asked for.
    pub fn auth_scheme_preference(&self) -> Option<&AuthSchemePreference> {
        self.settings.auth_scheme_preference.as_ref()
    }

    /// The regions that were asked for in signatures of Version 4A.
    pub fn sigv4a_signing_region_set(&self) -> Option<&SigningRegionSet> {
        self.settings.sigv4a_signing_region_set.as_ref()
    }

    /// Schemes that the program brings along.
    pub fn auth_schemes(&self) -> impl Iterator<Item = auth::SharedAuthScheme> + '_ {
        self.settings.auth_schemes.iter().cloned()
    }

    /// What chooses a scheme for a call; the model's order decides where unset.
    pub fn auth_scheme_resolver(&self) -> Option<auth::SharedAuthSchemeOptionResolver> {
        self.settings.auth_scheme_resolver.clone()
    }

    /// Whether a wrong local clock is left uncorrected.
    pub fn disable_clock_skew_correction(&self) -> Option<bool> {
        self.settings.disable_clock_skew_correction
    }

    /// Whether requests are never compressed.
    pub fn disable_request_compression(&self) -> Option<bool> {
        self.settings.disable_request_compression
    }

    /// How long a request's body has to be to be compressed, in bytes.
    pub fn request_min_compression_size_bytes(&self) -> Option<u32> {
        self.settings.request_min_compression_size_bytes
    }

    /// When requests have a checksum of their body; whenever the operation supports it where unset.
    pub fn request_checksum_calculation(&self) -> Option<&RequestChecksumCalculation> {
        self.settings.request_checksum_calculation.as_ref()
    }

    /// When the checksum of an answer's body is asked for and compared; whenever the operation supports it where unset.
    pub fn response_checksum_validation(&self) -> Option<&ResponseChecksumValidation> {
        self.settings.response_checksum_validation.as_ref()
    }

    /// Interceptors of every call, in the order in which they run.
    pub fn interceptors(&self) -> impl Iterator<Item = SharedInterceptor> + '_ {
        self.settings.interceptors.iter().cloned()
    }

    /// Additional judges of whether a failed attempt is repeated.
    pub fn retry_classifiers(&self) -> impl Iterator<Item = SharedRetryClassifier> + '_ {
        self.settings.retry_classifiers.iter().cloned()
    }

    /// These settings, with whatever `changes` sets put in place.
    pub(crate) fn overridden(&self, changes: Builder) -> Self {
        Self { settings: Arc::new(self.settings.overridden(changes.settings)) }
    }
}

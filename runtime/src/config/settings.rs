//! The settings themselves, shared by a config and its builder.

use super::*;
use crate::endpoint::ContextParams;
use crate::endpoint::base::shown as shown_url;
use std::fmt::{self, Debug, Formatter};

/// Every setting; `None` means that it wasn't made.
#[derive(Clone, Default)]
pub(crate) struct Settings {
    pub(crate) region: Option<Region>,
    pub(crate) credentials_provider: Option<SharedCredentialsProvider>,
    pub(crate) token_provider: Option<SharedTokenProvider>,
    /// Where the environment's bearer token for one service (`AWS_BEARER_TOKEN_BEDROCK`) is looked up.
    pub(crate) service_tokens: Option<Arc<SdkConfig>>,
    pub(crate) endpoint_url: Option<String>,
    /// Where the environment's settings for one service (`AWS_ENDPOINT_URL_WICKR`) are looked up.
    pub(crate) service_endpoints: Option<Arc<SdkConfig>>,
    pub(crate) endpoint_resolver: Option<SharedEndpointResolver>,
    pub(crate) use_fips: Option<bool>,
    pub(crate) use_dual_stack: Option<bool>,
    pub(crate) account_id_endpoint_mode: Option<AccountIdEndpointMode>,
    /// Endpoint parameters of the service's own.
    pub(crate) context: ContextParams,
    pub(crate) retry_config: Option<RetryConfig>,
    pub(crate) timeout_config: Option<TimeoutConfig>,
    pub(crate) app_name: Option<AppName>,
    pub(crate) framework_metadata: Option<Vec<FrameworkMetadata>>,
    pub(crate) http_client: Option<SharedHttpClient>,
    pub(crate) sleep_impl: Option<SharedAsyncSleep>,
    pub(crate) time_source: Option<SharedTimeSource>,
    pub(crate) identity_cache: Option<SharedIdentityCache>,
    pub(crate) idempotency_tokens: Option<Arc<IdempotencyTokenProvider>>,
    pub(crate) behavior_version: Option<BehaviorVersion>,
    pub(crate) stalled_stream_protection: Option<StalledStreamProtectionConfig>,
    pub(crate) auth_scheme_preference: Option<AuthSchemePreference>,
    pub(crate) disable_clock_skew_correction: Option<bool>,
    pub(crate) disable_request_compression: Option<bool>,
    pub(crate) request_min_compression_size_bytes: Option<u32>,
    pub(crate) allow_no_auth: Option<bool>,
    pub(crate) random_seed: Option<u64>,
    pub(crate) response_limit: Option<usize>,
    /// What deadlines wait with, where it isn't what all else waits with.
    #[cfg(feature = "test-util")]
    pub(crate) deadlines: Option<SharedAsyncSleep>,
    /// What answers in place of the service.
    #[cfg(feature = "test-util")]
    pub(crate) stub: Option<crate::test_util::Stub>,
    pub(crate) auth_scheme_resolver: Option<auth::SharedAuthSchemeOptionResolver>,
    pub(crate) auth_schemes: Vec<auth::SharedAuthScheme>,
    pub(crate) interceptors: Vec<SharedInterceptor>,
    pub(crate) retry_classifiers: Vec<SharedRetryClassifier>,
}

/// Takes each named setting from `$changes` where it is made there.
macro_rules! merge {
    ($into:ident from $changes:ident: $($setting:ident),+ $(,)?) => {
        $(if $changes.$setting.is_some() {
            $into.$setting = $changes.$setting;
        })+
    };
}

impl Settings {
    /// These settings with the changes put in place. Interceptors and classifiers add up; deadlines that the changes
    /// don't mention are kept.
    pub(crate) fn overridden(&self, mut changes: Settings) -> Settings {
        let mut merged = self.clone();
        if changes.endpoint_url.is_some() || changes.service_endpoints.is_some() {
            merged.service_endpoints = None;
        }
        if changes.token_provider.is_some() || changes.service_tokens.is_some() {
            merged.service_tokens = None;
        }
        if let (Some(new), Some(old)) = (&mut changes.timeout_config, &self.timeout_config) {
            new.take_defaults_from(old);
        }
        merged.context = std::mem::take(&mut changes.context).or(&self.context);
        merged.auth_schemes.append(&mut changes.auth_schemes);
        merged.interceptors.append(&mut changes.interceptors);
        merged.retry_classifiers.append(&mut changes.retry_classifiers);
        // Whoever says what sends a call means it.
        #[cfg(feature = "test-util")]
        if changes.stub.is_some() || changes.http_client.is_some() {
            merged.stub = changes.stub.take();
        }
        #[cfg(feature = "test-util")]
        if changes.sleep_impl.is_some() {
            merged.deadlines = changes.deadlines.take();
        }
        merge!(merged from changes:
            region, credentials_provider, token_provider, service_tokens, endpoint_url, service_endpoints, endpoint_resolver, use_fips, use_dual_stack,
            retry_config, timeout_config, app_name, framework_metadata, http_client, sleep_impl, time_source,
            identity_cache, idempotency_tokens, behavior_version, stalled_stream_protection, auth_scheme_preference,
            disable_clock_skew_correction, disable_request_compression, request_min_compression_size_bytes,
            allow_no_auth, random_seed, response_limit,
            auth_scheme_resolver, account_id_endpoint_mode,
        );
        merged
    }

    /// The environment's bearer token for a service.
    pub(crate) fn token_for(&self, signing_name: &str) -> Option<Token> {
        let sdk = self.service_tokens.as_ref()?;
        sdk::service_token(sdk, signing_name).map(|token| Token::new(token, None))
    }

    /// The endpoint to use instead of the service's own: the program's choice, then the environment's for this
    /// service, then the environment's for all services.
    pub(crate) fn endpoint_url_for(&self, sdk_id: &str) -> Option<String> {
        self.service_endpoints
            .as_ref()
            .and_then(|sdk| sdk::service_endpoint(sdk, sdk_id))
            .or_else(|| self.endpoint_url.clone())
    }
}

impl Debug for Settings {
    /// Names what is set. Providers, clients and interceptors may hold secrets, so only their presence is shown.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Settings");
        macro_rules! show {
            ($($setting:ident),+) => { $(if let Some(value) = &self.$setting { shown.field(stringify!($setting), value); })+ };
        }
        macro_rules! mention {
            ($($setting:ident),+) => {
                $(if self.$setting.is_some() { shown.field(stringify!($setting), &format_args!("set")); })+
            };
        }
        if let Some(url) = &self.endpoint_url {
            shown.field("endpoint_url", &shown_url(url));
        }
        show!(region, use_fips, use_dual_stack, account_id_endpoint_mode, retry_config, timeout_config, app_name);
        show!(framework_metadata, behavior_version, disable_clock_skew_correction, allow_no_auth, response_limit);
        show!(disable_request_compression, request_min_compression_size_bytes);
        mention!(
            credentials_provider,
            token_provider,
            endpoint_resolver,
            http_client,
            sleep_impl,
            time_source,
            identity_cache
        );
        mention!(auth_scheme_resolver);
        if !self.context.is_empty() {
            shown.field("context", &self.context);
        }
        shown.field("interceptors", &self.interceptors.len());
        shown.field("retry_classifiers", &self.retry_classifiers.len());
        shown.finish_non_exhaustive()
    }
}

//! The settings themselves, shared by a config and its builder.

use super::stand_in::StandIn;
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
    /// Logins, API keys, and tokens from resolvers.
    #[cfg(feature = "http-auth")]
    pub(crate) logins: logins::Logins,
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
    pub(crate) retry_behavior: Option<retry::RetryBehavior>,
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
    pub(crate) sigv4a_signing_region_set: Option<SigningRegionSet>,
    pub(crate) disable_clock_skew_correction: Option<bool>,
    pub(crate) disable_request_compression: Option<bool>,
    pub(crate) request_min_compression_size_bytes: Option<u32>,
    pub(crate) request_checksum_calculation: Option<RequestChecksumCalculation>,
    pub(crate) response_checksum_validation: Option<ResponseChecksumValidation>,
    /// Whether signatures leave bodies out, also of operations whose bodies are signed.
    #[cfg(feature = "s3")]
    pub(crate) unsigned_payload: Option<bool>,
    pub(crate) allow_no_auth: Option<bool>,
    pub(crate) random_seed: Option<u64>,
    pub(crate) response_limit: Option<usize>,
    /// What deadlines wait with, where it isn't what all else waits with.
    pub(crate) deadlines: Option<SharedAsyncSleep>,
    /// What answers in place of the service.
    pub(crate) stand_in: Option<Arc<dyn StandIn>>,
    pub(crate) auth_scheme_resolver: Option<auth::SharedAuthSchemeOptionResolver>,
    pub(crate) auth_schemes: Vec<auth::SharedAuthScheme>,
    pub(crate) interceptors: Vec<SharedInterceptor>,
    pub(crate) retry_classifiers: Vec<SharedRetryClassifier>,
}

/// The changed deadlines; those that they don't mention are the old ones.
fn merged_deadlines(old: Option<TimeoutConfig>, new: Option<TimeoutConfig>) -> Option<TimeoutConfig> {
    match (old, new) {
        (Some(old), Some(mut new)) => {
            new.take_defaults_from(&old);
            Some(new)
        }
        (old, new) => new.or(old),
    }
}

/// The changes' items after those that there are.
fn appended<T>(mut old: Vec<T>, new: Vec<T>) -> Vec<T> {
    old.extend(new);
    old
}

impl Settings {
    /// These settings with the changes put in place. Interceptors, classifiers and schemes add up; deadlines that the changes
    /// don't mention are kept.
    pub(crate) fn overridden(&self, changes: Settings) -> Settings {
        let old = self.clone();
        // What is looked up in the environment gives way to what the program says.
        let says_endpoint = changes.endpoint_url.is_some() || changes.service_endpoints.is_some();
        let says_token = changes.token_provider.is_some() || changes.service_tokens.is_some();
        #[cfg(feature = "http-auth")]
        let (says_token, old) = {
            let mut old = old;
            old.logins.bearer.take_if(|_| says_token);
            old.token_provider.take_if(|_| changes.logins.bearer.is_some());
            (says_token || changes.logins.bearer.is_some(), old)
        };
        // Whoever says what sends a call means it.
        let says_transport = changes.stand_in.is_some() || changes.http_client.is_some();
        let says_sleep = changes.sleep_impl.is_some();
        // Every setting is named, so that none can be forgotten.
        Settings {
            region: changes.region.or(old.region),
            credentials_provider: changes.credentials_provider.or(old.credentials_provider),
            token_provider: changes.token_provider.or(old.token_provider),
            #[cfg(feature = "http-auth")]
            logins: changes.logins.or(old.logins),
            service_tokens: changes.service_tokens.or(old.service_tokens.filter(|_| !says_token)),
            endpoint_url: changes.endpoint_url.or(old.endpoint_url),
            service_endpoints: changes.service_endpoints.or(old.service_endpoints.filter(|_| !says_endpoint)),
            endpoint_resolver: changes.endpoint_resolver.or(old.endpoint_resolver),
            use_fips: changes.use_fips.or(old.use_fips),
            use_dual_stack: changes.use_dual_stack.or(old.use_dual_stack),
            account_id_endpoint_mode: changes.account_id_endpoint_mode.or(old.account_id_endpoint_mode),
            context: changes.context.or(&old.context),
            retry_config: changes.retry_config.or(old.retry_config),
            retry_behavior: changes.retry_behavior.or(old.retry_behavior),
            timeout_config: merged_deadlines(old.timeout_config, changes.timeout_config),
            app_name: changes.app_name.or(old.app_name),
            framework_metadata: changes.framework_metadata.or(old.framework_metadata),
            http_client: changes.http_client.or(old.http_client),
            sleep_impl: changes.sleep_impl.or(old.sleep_impl),
            time_source: changes.time_source.or(old.time_source),
            identity_cache: changes.identity_cache.or(old.identity_cache),
            idempotency_tokens: changes.idempotency_tokens.or(old.idempotency_tokens),
            behavior_version: changes.behavior_version.or(old.behavior_version),
            stalled_stream_protection: changes.stalled_stream_protection.or(old.stalled_stream_protection),
            auth_scheme_preference: changes.auth_scheme_preference.or(old.auth_scheme_preference),
            sigv4a_signing_region_set: changes.sigv4a_signing_region_set.or(old.sigv4a_signing_region_set),
            disable_clock_skew_correction: changes.disable_clock_skew_correction.or(old.disable_clock_skew_correction),
            disable_request_compression: changes.disable_request_compression.or(old.disable_request_compression),
            request_min_compression_size_bytes: changes
                .request_min_compression_size_bytes
                .or(old.request_min_compression_size_bytes),
            request_checksum_calculation: changes.request_checksum_calculation.or(old.request_checksum_calculation),
            response_checksum_validation: changes.response_checksum_validation.or(old.response_checksum_validation),
            #[cfg(feature = "s3")]
            unsigned_payload: changes.unsigned_payload.or(old.unsigned_payload),
            allow_no_auth: changes.allow_no_auth.or(old.allow_no_auth),
            random_seed: changes.random_seed.or(old.random_seed),
            response_limit: changes.response_limit.or(old.response_limit),
            deadlines: if says_sleep { changes.deadlines } else { old.deadlines },
            stand_in: if says_transport { changes.stand_in } else { old.stand_in },
            auth_scheme_resolver: changes.auth_scheme_resolver.or(old.auth_scheme_resolver),
            auth_schemes: appended(old.auth_schemes, changes.auth_schemes),
            interceptors: appended(old.interceptors, changes.interceptors),
            retry_classifiers: appended(old.retry_classifiers, changes.retry_classifiers),
        }
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
    /// Shows what is set. Providers, clients and interceptors may hold secrets, so that only their presence is shown.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        // Every setting is named: whoever adds one decides whether it may be shown.
        let Settings {
            region,
            credentials_provider,
            token_provider,
            #[cfg(feature = "http-auth")]
            logins,
            service_tokens: _,
            endpoint_url,
            service_endpoints: _,
            endpoint_resolver,
            use_fips,
            use_dual_stack,
            account_id_endpoint_mode,
            context,
            retry_config,
            retry_behavior,
            timeout_config,
            app_name,
            framework_metadata,
            http_client,
            sleep_impl,
            time_source,
            identity_cache,
            idempotency_tokens: _,
            behavior_version,
            stalled_stream_protection,
            auth_scheme_preference: _,
            sigv4a_signing_region_set,
            disable_clock_skew_correction,
            disable_request_compression,
            request_min_compression_size_bytes,
            request_checksum_calculation,
            response_checksum_validation,
            #[cfg(feature = "s3")]
            unsigned_payload,
            allow_no_auth,
            random_seed: _,
            response_limit,
            deadlines: _,
            stand_in: _,
            auth_scheme_resolver,
            auth_schemes: _,
            interceptors,
            retry_classifiers,
        } = self;
        let mut shown = f.debug_struct("Settings");
        macro_rules! show {
            ($($setting:ident),+) => { $(if let Some(value) = $setting { shown.field(stringify!($setting), value); })+ };
        }
        macro_rules! mention {
            ($($setting:ident),+) => {
                $(if $setting.is_some() { shown.field(stringify!($setting), &format_args!("set")); })+
            };
        }
        if let Some(url) = endpoint_url {
            shown.field("endpoint_url", &shown_url(url));
        }
        show!(region, use_fips, use_dual_stack, account_id_endpoint_mode, retry_config, timeout_config, app_name);
        show!(framework_metadata, behavior_version, disable_clock_skew_correction, allow_no_auth, response_limit);
        show!(disable_request_compression, request_min_compression_size_bytes, sigv4a_signing_region_set);
        show!(request_checksum_calculation, response_checksum_validation, retry_behavior, stalled_stream_protection);
        #[cfg(feature = "s3")]
        show!(unsigned_payload);
        mention!(credentials_provider, token_provider, endpoint_resolver, http_client, sleep_impl, time_source);
        mention!(identity_cache, auth_scheme_resolver);
        #[cfg(feature = "http-auth")]
        shown.field("logins", logins);
        if !context.is_empty() {
            shown.field("context", context);
        }
        shown.field("interceptors", &interceptors.len());
        shown.field("retry_classifiers", &retry_classifiers.len());
        shown.finish_non_exhaustive()
    }
}

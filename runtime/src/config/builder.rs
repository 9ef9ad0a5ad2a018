//! The setters: each by value for chaining, and as `set_*` with an `Option`.

use super::settings::Settings;
use super::*;
use aws_smithy_runtime_api::client::retries::classifiers::ClassifyRetry;

/// Makes a [`Config`], or says what one call does differently from its client's config.
#[derive(Clone, Debug, Default)]
pub struct Builder {
    pub(crate) settings: Settings,
}

/// A pair of setters for one setting of plain type.
macro_rules! setters {
    ($($(#[$doc:meta])+ $name:ident($arg:ty), $set_name:ident: $type:ty;)+) => {
        impl Builder {
            $(
                $(#[$doc])+
                pub fn $name(mut self, value: $arg) -> Self {
                    self.settings.$name = value.into();
                    self
                }

                #[doc = concat!("Sets or clears what [`", stringify!($name), "`](Self::", stringify!($name), ") sets.")]
                pub fn $set_name(&mut self, value: Option<$type>) -> &mut Self {
                    self.settings.$name = value;
                    self
                }
            )+
        }
    };
}

setters! {
    /// The region that requests go to and are signed for, e.g. `eu-central-1`. A call without one fails, unless the
    /// endpoint is set by hand; such requests are signed for `us-east-1`.
    region(impl Into<Option<Region>>), set_region: Region;
    /// How calls are repeated after a failure. Unset: standard mode, three attempts, see [`retry`].
    retry_config(RetryConfig), set_retry_config: RetryConfig;
    /// By which of the AWS SDKs' rules calls are repeated. Unset: what the environment's `AWS_NEW_RETRIES_2026` says, else
    /// the newest; [`retry`] has both side by side.
    retry_behavior(retry::RetryBehavior), set_retry_behavior: retry::RetryBehavior;
    /// Deadlines. Those that it doesn't mention keep their defaults, see [`timeout`];
    /// [`TimeoutConfig::disabled`](timeout::TimeoutConfig::disabled) turns all off.
    timeout_config(TimeoutConfig), set_timeout_config: TimeoutConfig;
    /// How long nothing may be heard of a body that is sent or arrives, until the call, or reading its answer, fails: 20 s
    /// where unset; `StalledStreamProtectionConfig::disabled()` waits for ever. [`timeout`] has what the read timeout has to do
    /// with it.
    stalled_stream_protection(StalledStreamProtectionConfig), set_stalled_stream_protection: StalledStreamProtectionConfig;
    /// Whether endpoints may contain the account of the credentials, for services whose rules know such endpoints.
    /// Unset: preferred, which is to use them where the account is known.
    account_id_endpoint_mode(AccountIdEndpointMode), set_account_id_endpoint_mode: AccountIdEndpointMode;
    /// The program's name in the user agent. Unset, none is there.
    app_name(AppName), set_app_name: AppName;
    /// Leaves a wrong local clock uncorrected. Unset, a signature that the service refuses for its time is made again
    /// with the service's time.
    disable_clock_skew_correction(impl Into<Option<bool>>), set_disable_clock_skew_correction: bool;
    /// Sends all requests as they are. Unset, those of operations that take compressed ones are compressed.
    disable_request_compression(impl Into<Option<bool>>), set_disable_request_compression: bool;
    /// How long a request's body has to be to be compressed, in bytes, at most 10,485,760; 10,240 where unset.
    request_min_compression_size_bytes(impl Into<Option<u32>>), set_request_min_compression_size_bytes: u32;
    /// When requests have a checksum of their body: whenever the operation supports it, or only where it has to. Unset, whenever.
    request_checksum_calculation(RequestChecksumCalculation), set_request_checksum_calculation: RequestChecksumCalculation;
    /// When the checksum of an answer's body is asked for and compared: whenever the operation supports it, or only where
    /// the input asks for it. Unset, whenever.
    response_checksum_validation(ResponseChecksumValidation), set_response_checksum_validation: ResponseChecksumValidation;
}

impl Builder {
    /// Starts from nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes the config.
    pub fn build(self) -> Config {
        Config { settings: Arc::new(self.settings) }
    }

    /// Where credentials come from: a provider of `aws-config`, or fixed [`Credentials`]. Without any, a call that has to be
    /// signed fails.
    pub fn credentials_provider(mut self, provider: impl ProvideCredentials + 'static) -> Self {
        self.set_credentials_provider(Some(SharedCredentialsProvider::new(provider)));
        self
    }

    /// Sets or clears what [`credentials_provider`](Self::credentials_provider) sets.
    pub fn set_credentials_provider(&mut self, provider: Option<SharedCredentialsProvider>) -> &mut Self {
        self.settings.credentials_provider = provider;
        self
    }

    /// Where bearer tokens come from, for operations that take them. Without any, a call that needs one fails.
    pub fn token_provider(mut self, provider: impl ProvideToken + 'static) -> Self {
        self.set_token_provider(Some(SharedTokenProvider::new(provider)));
        self
    }

    /// Sets or clears what [`token_provider`](Self::token_provider) sets; also a token from the environment.
    pub fn set_token_provider(&mut self, provider: Option<SharedTokenProvider>) -> &mut Self {
        self.settings.token_provider = provider;
        self.settings.service_tokens = None;
        #[cfg(feature = "http-auth")]
        {
            self.settings.logins.bearer = None;
        }
        self
    }

    /// A bearer token, for operations that take one.
    pub fn bearer_token(self, token: Token) -> Self {
        self.token_provider(token)
    }

    /// Sets or clears what [`bearer_token`](Self::bearer_token) sets.
    pub fn set_bearer_token(&mut self, token: Option<Token>) -> &mut Self {
        self.set_token_provider(token.map(SharedTokenProvider::new))
    }

    /// Sends requests to this URL instead of the service's own endpoint, e.g. `http://127.0.0.1:8080`. Its path goes
    /// before each request's path.
    pub fn endpoint_url(mut self, url: impl Into<String>) -> Self {
        self.set_endpoint_url(Some(url.into()));
        self
    }

    /// Sets or clears what [`endpoint_url`](Self::endpoint_url) sets; also an endpoint from the environment.
    pub fn set_endpoint_url(&mut self, url: Option<String>) -> &mut Self {
        self.settings.endpoint_url = url;
        self.settings.service_endpoints = None;
        self
    }

    /// Sends requests to this URL unless another is set.
    #[doc(hidden)]
    pub fn endpoint_url_or(mut self, url: &str) -> Self {
        self.settings.endpoint_url.get_or_insert_with(|| url.to_owned());
        self
    }

    /// Decides on endpoints in place of the service's own rules.
    pub fn endpoint_resolver(mut self, resolver: impl endpoint::ResolveEndpoint + 'static) -> Self {
        self.set_endpoint_resolver(Some(resolver.into_shared_resolver()));
        self
    }

    /// Sets or clears what [`endpoint_resolver`](Self::endpoint_resolver) sets.
    pub fn set_endpoint_resolver(&mut self, resolver: Option<SharedEndpointResolver>) -> &mut Self {
        self.settings.endpoint_resolver = resolver;
        self
    }

    /// Asks for endpoints with FIPS 140 validated cryptography. Unset, for the others.
    pub fn use_fips(mut self, use_fips: impl Into<bool>) -> Self {
        self.set_use_fips(Some(use_fips.into()));
        self
    }

    /// Sets or clears what [`use_fips`](Self::use_fips) sets.
    pub fn set_use_fips(&mut self, use_fips: Option<bool>) -> &mut Self {
        self.settings.use_fips = use_fips;
        self
    }

    /// Asks for endpoints that answer on IPv4 and IPv6. Unset, for those on IPv4.
    pub fn use_dual_stack(mut self, use_dual_stack: impl Into<bool>) -> Self {
        self.set_use_dual_stack(Some(use_dual_stack.into()));
        self
    }

    /// Sets or clears what [`use_dual_stack`](Self::use_dual_stack) sets.
    pub fn set_use_dual_stack(&mut self, use_dual_stack: Option<bool>) -> &mut Self {
        self.settings.use_dual_stack = use_dual_stack;
        self
    }

    /// Sends requests with this client, e.g. one with a proxy or with certificates of its own, or a test's. See
    /// [`transport`](crate::transport) for what this crate does otherwise. It should follow no redirects: keys in headers are
    /// handed to whomever a request is redirected to.
    pub fn http_client(mut self, client: impl HttpClient + 'static) -> Self {
        self.set_http_client(Some(client.into_shared()));
        self
    }

    /// Sets or clears what [`http_client`](Self::http_client) sets.
    pub fn set_http_client(&mut self, client: Option<SharedHttpClient>) -> &mut Self {
        self.settings.http_client = client;
        self
    }

    /// Waits with this in place of tokio's timer.
    pub fn sleep_impl(mut self, sleep: impl AsyncSleep + 'static) -> Self {
        self.set_sleep_impl(Some(sleep.into_shared()));
        self
    }

    /// Sets or clears what [`sleep_impl`](Self::sleep_impl) sets.
    pub fn set_sleep_impl(&mut self, sleep: Option<SharedAsyncSleep>) -> &mut Self {
        self.settings.sleep_impl = sleep;
        self.settings.deadlines = None;
        self
    }

    /// Tells the time with this in place of the system's clock.
    pub fn time_source(mut self, time: impl TimeSource + 'static) -> Self {
        self.set_time_source(Some(SharedTimeSource::new(time)));
        self
    }

    /// Sets or clears what [`time_source`](Self::time_source) sets.
    pub fn set_time_source(&mut self, time: Option<SharedTimeSource>) -> &mut Self {
        self.settings.time_source = time;
        self
    }

    /// Caches credentials with this in place of the client's own cache, e.g. to share it among clients.
    pub fn identity_cache(mut self, cache: impl ResolveCachedIdentity + 'static) -> Self {
        self.set_identity_cache(cache);
        self
    }

    /// Sets what [`identity_cache`](Self::identity_cache) sets.
    pub fn set_identity_cache(&mut self, cache: impl ResolveCachedIdentity + 'static) -> &mut Self {
        self.settings.identity_cache = Some(cache.into_shared());
        self
    }

    /// Makes idempotency tokens with this in place of random ones.
    pub fn idempotency_token_provider(mut self, provider: impl Into<IdempotencyTokenProvider>) -> Self {
        self.set_idempotency_token_provider(Some(provider.into()));
        self
    }

    /// Sets or clears what [`idempotency_token_provider`](Self::idempotency_token_provider) sets.
    pub fn set_idempotency_token_provider(&mut self, provider: Option<IdempotencyTokenProvider>) -> &mut Self {
        self.settings.idempotency_tokens = provider.map(Arc::new);
        self
    }
}

/// Settings that hold several values, and those that the official crates don't have.
impl Builder {
    /// Names a framework in the user agent; may be called repeatedly. Unset, none is there.
    pub fn framework_metadata(mut self, metadata: FrameworkMetadata) -> Self {
        self.push_framework_metadata(metadata);
        self
    }

    /// Does what [`framework_metadata`](Self::framework_metadata) does.
    pub fn push_framework_metadata(&mut self, metadata: FrameworkMetadata) -> &mut Self {
        self.settings.framework_metadata.get_or_insert_default().push(metadata);
        self
    }

    /// Adds an interceptor of every call; see [`interceptors`] for the hooks that run.
    pub fn interceptor(mut self, interceptor: impl Intercept + 'static) -> Self {
        self.push_interceptor(SharedInterceptor::new(interceptor));
        self
    }

    /// Does what [`interceptor`](Self::interceptor) does.
    pub fn push_interceptor(&mut self, interceptor: SharedInterceptor) -> &mut Self {
        self.settings.interceptors.push(interceptor);
        self
    }

    /// Replaces the interceptors.
    pub fn set_interceptors(&mut self, interceptors: impl IntoIterator<Item = SharedInterceptor>) -> &mut Self {
        self.settings.interceptors = interceptors.into_iter().collect();
        self
    }

    /// Adds a judge of whether a failed attempt is repeated; it overrules this crate's own judgement, also where a
    /// repetition may repeat a side effect.
    pub fn retry_classifier(mut self, classifier: impl ClassifyRetry + 'static) -> Self {
        self.push_retry_classifier(SharedRetryClassifier::new(classifier));
        self
    }

    /// Does what [`retry_classifier`](Self::retry_classifier) does.
    pub fn push_retry_classifier(&mut self, classifier: SharedRetryClassifier) -> &mut Self {
        self.settings.retry_classifiers.push(classifier);
        self
    }

    /// Replaces the additional judges.
    pub fn set_retry_classifiers(&mut self, all: impl IntoIterator<Item = SharedRetryClassifier>) -> &mut Self {
        self.settings.retry_classifiers = all.into_iter().collect();
        self
    }

    /// Which scheme of authentication comes first where an operation takes several, e.g. `httpBearerAuth`, `sigv4`. Unset, the
    /// first of the model's for which the config has what it needs.
    pub fn auth_scheme_preference(mut self, preference: impl Into<AuthSchemePreference>) -> Self {
        self.set_auth_scheme_preference(Some(preference.into()));
        self
    }

    /// Sets or clears what [`auth_scheme_preference`](Self::auth_scheme_preference) sets.
    pub fn set_auth_scheme_preference(&mut self, preference: Option<AuthSchemePreference>) -> &mut Self {
        self.settings.auth_scheme_preference = preference;
        self
    }

    /// The regions that signatures of Version 4A are valid for, with commas between; `*` means every region. Only services
    /// that take such signatures ask for it; where unset, the endpoint says, or it is the client's region.
    pub fn sigv4a_signing_region_set(mut self, regions: impl Into<SigningRegionSet>) -> Self {
        self.set_sigv4a_signing_region_set(Some(regions.into()));
        self
    }

    /// Sets or clears what [`sigv4a_signing_region_set`](Self::sigv4a_signing_region_set) sets.
    pub fn set_sigv4a_signing_region_set(&mut self, regions: Option<SigningRegionSet>) -> &mut Self {
        self.settings.sigv4a_signing_region_set = regions;
        self
    }

    /// Adds an authentication scheme, for a resolver to choose; see [`auth`].
    pub fn push_auth_scheme(mut self, scheme: impl auth::AuthScheme + 'static) -> Self {
        self.settings.auth_schemes.push(auth::SharedAuthScheme::new(scheme));
        self
    }

    /// Chooses each call's authentication scheme with this; see [`auth`].
    pub fn auth_scheme_resolver(mut self, resolver: impl auth::ResolveAuthScheme + 'static) -> Self {
        self.set_auth_scheme_resolver(resolver);
        self
    }

    /// Sets what [`auth_scheme_resolver`](Self::auth_scheme_resolver) sets.
    pub fn set_auth_scheme_resolver(&mut self, resolver: impl auth::ResolveAuthScheme + 'static) -> &mut Self {
        self.settings.auth_scheme_resolver = Some(resolver.into_shared_resolver());
        self
    }

    /// Endpoint parameters of the service's own.
    #[doc(hidden)]
    pub fn context_mut(&mut self) -> &mut crate::endpoint::ContextParams {
        &mut self.settings.context
    }

    /// Sends requests unsigned where no credentials provider is set, e.g. to a mock service.
    pub fn allow_no_auth(mut self) -> Self {
        self.set_allow_no_auth();
        self
    }

    /// Does what [`allow_no_auth`](Self::allow_no_auth) does.
    pub fn set_allow_no_auth(&mut self) -> &mut Self {
        self.settings.allow_no_auth = Some(true);
        self
    }

    /// Has signatures leave bodies out.
    #[cfg(feature = "s3")]
    pub(crate) fn leave_payload_unsigned(&mut self) {
        self.settings.unsigned_payload = Some(true);
    }

    /// Determines the waits between attempts, and invocation ids, by a seed, for tests.
    pub fn random_seed(mut self, seed: u64) -> Self {
        self.settings.random_seed = Some(seed);
        self
    }

    /// The longest response body that is accepted, in bytes; 64 MiB where unset. It is in memory while it is read, and so
    /// are the values that it holds, for which there is four times as much, and 64 MiB at least: an answer whose values need
    /// more is refused as one that is too long is. Streams are handed on as they arrive and have no limit. Of an error's body,
    /// as much is read as this allows and 1 MiB at most, the rest is left.
    pub fn max_response_bytes(mut self, limit: usize) -> Self {
        self.settings.response_limit = Some(limit);
        self
    }
}

impl From<Config> for Builder {
    fn from(config: Config) -> Self {
        config.to_builder()
    }
}

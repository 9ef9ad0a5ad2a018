//! The settings of clients of services that aren't AWS's.
//!
//! Such a crate has types of its own, so that they show nothing of regions, credentials and signatures, whatever else a
//! program is built with: each wraps the runtime's, and has its methods but for those. Which logins a service takes are
//! the macro's words.

/// Declares `Config` and `Builder`: `plain_config!(bearer_token, basic_auth_login)`. The words are the settings by which the
/// service's callers say who they are: `api_key`, `basic_auth_login`, `bearer_token`, `digest_auth_login`.
#[macro_export]
#[doc(hidden)]
macro_rules! plain_config {
    ($($login:ident),* $(,)?) => {
        pub use $crate::config::{
            AppName, AsyncSleep, BehaviorVersion, ConfigBag, HttpClient, IdempotencyTokenProvider, Intercept, IntoShared,
            RuntimeComponents, SharedAsyncSleep, SharedHttpClient, SharedInterceptor, SharedTimeSource, Sleep, TimeSource,
            http, interceptors, retry, timeout,
        };

        /// Settings of a client. Cheap to clone.
        #[derive(Clone, Debug)]
        pub struct Config($crate::config::Config);

        impl Config {
            /// Starts from nothing.
            pub fn builder() -> Builder {
                Builder::new()
            }

            /// Starts from these settings.
            pub fn to_builder(&self) -> Builder {
                Builder(self.0.to_builder())
            }

            /// Where requests go.
            pub fn endpoint_url(&self) -> ::std::option::Option<&str> {
                self.0.endpoint_url()
            }

            /// How calls are repeated; standard mode with three attempts where unset.
            pub fn retry_config(&self) -> ::std::option::Option<&retry::RetryConfig> {
                self.0.retry_config()
            }

            /// The deadlines that were set; [`timeout`] lists what holds for the others.
            pub fn timeout_config(&self) -> ::std::option::Option<&timeout::TimeoutConfig> {
                self.0.timeout_config()
            }

            /// The program's name in the user agent.
            pub fn app_name(&self) -> ::std::option::Option<&AppName> {
                self.0.app_name()
            }

            /// What sends requests; this crate's own client where unset.
            pub fn http_client(&self) -> ::std::option::Option<SharedHttpClient> {
                self.0.http_client()
            }

            /// What waits between attempts and until deadlines; tokio's timer where unset.
            pub fn sleep_impl(&self) -> ::std::option::Option<SharedAsyncSleep> {
                self.0.sleep_impl()
            }

            /// What tells the time; the system's clock where unset.
            pub fn time_source(&self) -> ::std::option::Option<SharedTimeSource> {
                self.0.time_source()
            }

            /// Interceptors of every call, in the order in which they run.
            pub fn interceptors(&self) -> impl ::std::iter::Iterator<Item = SharedInterceptor> + '_ {
                self.0.interceptors()
            }
        }

        impl ::std::convert::From<Config> for $crate::config::Config {
            fn from(config: Config) -> Self {
                config.0
            }
        }

        /// Makes a [`Config`], or says what one call does differently from its client's config.
        #[derive(Clone, Debug, Default)]
        pub struct Builder($crate::config::Builder);

        impl Builder {
            /// Starts from nothing.
            pub fn new() -> Self {
                Self::default()
            }

            /// Makes the config.
            pub fn build(self) -> Config {
                Config(self.0.build())
            }
        }

        $crate::__plain_setters! {
            /// Where requests go, e.g. `https://api.example.com`. Its path goes before each request's path. A call without it
            /// fails.
            endpoint_url(impl Into<String>), set_endpoint_url: String;
            /// How calls are repeated after a failure. Unset: standard mode, three attempts, see [`retry`].
            retry_config(retry::RetryConfig), set_retry_config: retry::RetryConfig;
            /// Deadlines. Those that it doesn't mention keep their defaults, see [`timeout`];
            /// [`TimeoutConfig::disabled`](timeout::TimeoutConfig::disabled) turns all off.
            timeout_config(timeout::TimeoutConfig), set_timeout_config: timeout::TimeoutConfig;
            /// The program's name in the user agent.
            app_name(AppName), set_app_name: AppName;
            /// Sends requests with this client, e.g. one with a proxy or with certificates of its own, or a test's.
            http_client(impl HttpClient + 'static), set_http_client: SharedHttpClient;
            /// Waits with this in place of tokio's timer.
            sleep_impl(impl AsyncSleep + 'static), set_sleep_impl: SharedAsyncSleep;
            /// Tells the time with this in place of the system's clock.
            time_source(impl TimeSource + 'static), set_time_source: SharedTimeSource;
            /// Makes idempotency tokens with this in place of random ones.
            idempotency_token_provider(impl Into<IdempotencyTokenProvider>), set_idempotency_token_provider: IdempotencyTokenProvider;
            /// Accepted without effect: this crate has one behaviour.
            behavior_version(BehaviorVersion), set_behavior_version: BehaviorVersion;
        }

        impl Builder {
            /// Accepted without effect, as [`behavior_version`](Self::behavior_version) is.
            pub fn behavior_version_latest(self) -> Self {
                Self(self.0.behavior_version_latest())
            }

            /// Adds an interceptor of every call; see [`interceptors`] for the hooks that run.
            pub fn interceptor(self, interceptor: impl Intercept + 'static) -> Self {
                Self(self.0.interceptor(interceptor))
            }

            /// Does what [`interceptor`](Self::interceptor) does.
            pub fn push_interceptor(&mut self, interceptor: SharedInterceptor) -> &mut Self {
                self.0.push_interceptor(interceptor);
                self
            }

            /// Replaces the interceptors.
            pub fn set_interceptors(
                &mut self,
                interceptors: impl ::std::iter::IntoIterator<Item = SharedInterceptor>,
            ) -> &mut Self {
                self.0.set_interceptors(interceptors);
                self
            }

            /// Sends requests as they are where nothing says who calls, e.g. to a mock service.
            pub fn allow_no_auth(self) -> Self {
                Self(self.0.allow_no_auth())
            }

            /// Does what [`allow_no_auth`](Self::allow_no_auth) does.
            pub fn set_allow_no_auth(&mut self) -> &mut Self {
                self.0.set_allow_no_auth();
                self
            }

            /// Determines the waits between attempts by a seed, for tests.
            pub fn random_seed(self, seed: u64) -> Self {
                Self(self.0.random_seed(seed))
            }

            /// The longest response body that is accepted, in bytes; 64 MiB where unset. Streams are handed on as they arrive
            /// and have no limit.
            pub fn max_response_bytes(self, limit: usize) -> Self {
                Self(self.0.max_response_bytes(limit))
            }
        }

        impl ::std::convert::From<Config> for Builder {
            fn from(config: Config) -> Self {
                config.to_builder()
            }
        }

        impl ::std::convert::From<Builder> for $crate::config::Builder {
            fn from(builder: Builder) -> Self {
                builder.0
            }
        }

        // What a test kit gives: what stands in for the service, and all that is needed to reach it.
        impl ::std::convert::From<$crate::config::Builder> for Builder {
            fn from(builder: $crate::config::Builder) -> Self {
                Self(builder.endpoint_url_or("https://service.test"))
            }
        }

        $crate::__plain_logins! { $($login),* }
    };
}

/// Declares the settings that the config has for the service's rules (`smithy.rules#clientContextParams`), as
/// [`client_params!`](crate::client_params) does for a crate without a config of its own.
#[macro_export]
#[doc(hidden)]
macro_rules! plain_params {
    ($($(#[$doc:meta])* $name:ident, $set:ident: $kind:ident = $key:literal;)+) => {
        impl Builder {
            $(
                $(#[$doc])*
                pub fn $name(mut self, value: $crate::__param_type!(given $kind)) -> Self {
                    self.$set(::std::option::Option::Some(value.into()));
                    self
                }

                #[doc = concat!("Sets or clears what [`", stringify!($name), "`](Self::", stringify!($name), ") sets.")]
                pub fn $set(&mut self, value: ::std::option::Option<$crate::__param_type!(owned $kind)>) -> &mut Self {
                    self.0.context_mut().set($key, value);
                    self
                }
            )+
        }
    };
}

/// The setters of settings that a builder of its own has in common with the runtime's.
#[macro_export]
#[doc(hidden)]
macro_rules! __plain_setters {
    ($($(#[$doc:meta])+ $name:ident($given:ty), $set:ident: $type:ty;)+) => {
        impl Builder {
            $(
                $(#[$doc])+
                pub fn $name(self, value: $given) -> Self {
                    Self(self.0.$name(value))
                }

                #[doc = concat!("Sets or clears what [`", stringify!($name), "`](Self::", stringify!($name), ") sets.")]
                pub fn $set(&mut self, value: ::std::option::Option<$type>) -> &mut Self {
                    self.0.$set(value);
                    self
                }
            )+
        }
    };
}

/// What a service has whose callers say who they are.
#[macro_export]
#[doc(hidden)]
macro_rules! __plain_logins {
    () => {};
    ($($login:ident),+) => {
        pub use $crate::config::{
            Identity, IdentityCache, IdentityFuture, Login, ProvideToken, ResolveCachedIdentity, ResolveIdentity,
            SharedIdentityCache, SharedIdentityResolver, SharedTokenProvider, Token,
        };

        /// Schemes of authentication: which one a call uses, and ones that a program brings along.
        pub mod auth {
            pub use $crate::config::auth::{
                AuthScheme, AuthSchemeId, AuthSchemeOption, AuthSchemeOptionsFuture, Params, ResolveAuthScheme,
                SharedAuthScheme, Sign,
            };
        }

        impl Builder {
            /// Keeps logins and tokens in this in place of the client's own cache, e.g. to share it among clients.
            pub fn identity_cache(self, cache: impl ResolveCachedIdentity + 'static) -> Self {
                Self(self.0.identity_cache(cache))
            }

            /// Which scheme of authentication comes first where an operation takes several, e.g. `httpBasicAuth`.
            pub fn auth_scheme_preference(
                self,
                preference: impl ::std::convert::Into<$crate::config::AuthSchemePreference>,
            ) -> Self {
                Self(self.0.auth_scheme_preference(preference))
            }

            /// Adds an authentication scheme, for a resolver to choose; see [`auth`].
            pub fn push_auth_scheme(self, scheme: impl auth::AuthScheme + 'static) -> Self {
                Self(self.0.push_auth_scheme(scheme))
            }

            /// Chooses each call's authentication scheme with this; see [`auth`].
            pub fn auth_scheme_resolver(self, resolver: impl auth::ResolveAuthScheme + 'static) -> Self {
                Self(self.0.auth_scheme_resolver(resolver))
            }
        }

        $( $crate::__plain_login! { $login } )+
    };
}

/// The setters of a login.
#[macro_export]
#[doc(hidden)]
macro_rules! __plain_login {
    (api_key) => {
        $crate::__plain_login! {
            "An API key" Token: api_key, set_api_key, api_key_resolver, set_api_key_resolver
        }
    };
    (basic_auth_login) => {
        $crate::__plain_login! {
            "A user's name and password, which are sent as they are" Login: basic_auth_login, set_basic_auth_login,
            basic_auth_login_resolver, set_basic_auth_login_resolver
        }
    };
    (digest_auth_login) => {
        $crate::__plain_login! {
            "A user's name and password, of which a digest is sent" Login: digest_auth_login, set_digest_auth_login,
            digest_auth_login_resolver, set_digest_auth_login_resolver
        }
    };
    (bearer_token) => {
        $crate::__plain_login! {
            "A bearer token" Token: bearer_token, set_bearer_token, bearer_token_resolver, set_bearer_token_resolver
        }

        impl Builder {
            /// Takes bearer tokens from this, at each call.
            pub fn token_provider(self, provider: impl ProvideToken + 'static) -> Self {
                Self(self.0.token_provider(provider))
            }

            /// Sets or clears what [`token_provider`](Self::token_provider) sets.
            pub fn set_token_provider(&mut self, provider: ::std::option::Option<SharedTokenProvider>) -> &mut Self {
                self.0.set_token_provider(provider);
                self
            }
        }
    };
    ($what:literal $type:ident: $name:ident, $set:ident, $resolver:ident, $set_resolver:ident) => {
        impl Builder {
            #[doc = concat!($what, ", for operations that take it.")]
            pub fn $name(self, value: $type) -> Self {
                Self(self.0.$name(value))
            }

            #[doc = concat!("Sets or clears what [`", stringify!($name), "`](Self::", stringify!($name), ") sets.")]
            pub fn $set(&mut self, value: ::std::option::Option<$type>) -> &mut Self {
                self.0.$set(value);
                self
            }

            #[doc = concat!($what, ", from wherever this takes it; it is kept until shortly before it expires.")]
            pub fn $resolver(self, resolver: impl ResolveIdentity + 'static) -> Self {
                Self(self.0.$resolver(resolver))
            }

            #[doc = concat!("Sets or clears what [`", stringify!($resolver), "`](Self::", stringify!($resolver), ") sets.")]
            pub fn $set_resolver(&mut self, resolver: ::std::option::Option<SharedIdentityResolver>) -> &mut Self {
                self.0.$set_resolver(resolver);
                self
            }
        }
    };
}

//! The settings of clients of services that aren't AWS's.
//!
//! Such a crate has types of its own, so that they show nothing of regions, credentials and signatures, whatever else a
//! program is built with: each wraps the runtime's, and has its methods but for those. Which logins a service takes are
//! the macro's words.

mod logins;
mod setters;

/// Declares `Config` and `Builder`: `plain_config!(bearer_token, basic_auth_login)`. The words are the settings by which the
/// service's callers say who they are: `api_key`, `basic_auth_login`, `bearer_token`, `digest_auth_login`.
#[macro_export]
#[doc(hidden)]
macro_rules! plain_config {
    ($($login:ident),* $(,)?) => {
        pub use $crate::config::{
            AppName, AsyncSleep, BehaviorVersion, ConfigBag, FrameworkMetadata, HttpClient, IdempotencyTokenProvider,
            Intercept, IntoShared, RuntimeComponents, SharedAsyncSleep, SharedHttpClient, SharedInterceptor,
            SharedTimeSource, Sleep, StalledStreamProtectionConfig, TimeSource, http, interceptors, retry, timeout,
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

            /// By which rules calls are repeated; what the environment says, else the newest, where unset.
            pub fn retry_behavior(&self) -> ::std::option::Option<retry::RetryBehavior> {
                self.0.retry_behavior()
            }

            /// The deadlines that were set; [`timeout`] lists what holds for the others.
            pub fn timeout_config(&self) -> ::std::option::Option<&timeout::TimeoutConfig> {
                self.0.timeout_config()
            }

            /// How long nothing may be heard of a body; [`timeout`] has what holds where it is unset.
            pub fn stalled_stream_protection(&self) -> ::std::option::Option<&StalledStreamProtectionConfig> {
                self.0.stalled_stream_protection()
            }

            /// The program's name in the user agent.
            pub fn app_name(&self) -> ::std::option::Option<&AppName> {
                self.0.app_name()
            }

            /// Frameworks that the user agent names.
            pub fn framework_metadata(&self) -> ::std::vec::Vec<&FrameworkMetadata> {
                self.0.framework_metadata()
            }

            /// The behaviour that was asked for; this crate has one.
            pub fn behavior_version(&self) -> ::std::option::Option<BehaviorVersion> {
                self.0.behavior_version()
            }

            /// Whether requests are never compressed.
            pub fn disable_request_compression(&self) -> ::std::option::Option<bool> {
                self.0.disable_request_compression()
            }

            /// How long a request's body has to be to be compressed, in bytes.
            pub fn request_min_compression_size_bytes(&self) -> ::std::option::Option<u32> {
                self.0.request_min_compression_size_bytes()
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

            /// Additional judges of whether a failed attempt is repeated.
            pub fn retry_classifiers(&self) -> impl ::std::iter::Iterator<Item = retry::SharedRetryClassifier> + '_ {
                self.0.retry_classifiers()
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

        $crate::__plain_settings! {}

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

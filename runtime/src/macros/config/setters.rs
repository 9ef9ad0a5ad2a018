//! The settings that every client has.

/// The setters of the settings that every client has.
#[macro_export]
#[doc(hidden)]
macro_rules! __plain_settings {
    () => {
        $crate::__plain_setters! {
            /// Where requests go, e.g. `https://api.example.com`. Its path goes before each request's path. A call without it
            /// fails.
            endpoint_url(impl Into<String>), set_endpoint_url: String;
            /// How calls are repeated after a failure. Unset: standard mode, three attempts, see [`retry`].
            retry_config(retry::RetryConfig), set_retry_config: retry::RetryConfig;
            /// By which of the AWS SDKs' rules calls are repeated. Unset: what the environment's `AWS_NEW_RETRIES_2026` says,
            /// else the newest; [`retry`] has both side by side.
            retry_behavior(retry::RetryBehavior), set_retry_behavior: retry::RetryBehavior;
            /// Deadlines. Those that it doesn't mention keep their defaults, see [`timeout`];
            /// [`TimeoutConfig::disabled`](timeout::TimeoutConfig::disabled) turns all off.
            timeout_config(timeout::TimeoutConfig), set_timeout_config: timeout::TimeoutConfig;
            /// How long nothing may be heard of a body that is sent or arrives, until the call, or reading its answer, fails: 20 s
            /// where unset; `StalledStreamProtectionConfig::disabled()` waits for ever. [`timeout`] has what the read timeout
            /// has to do with it.
            stalled_stream_protection(StalledStreamProtectionConfig), set_stalled_stream_protection: StalledStreamProtectionConfig;
            /// The program's name in the user agent. Unset, none is there.
            app_name(AppName), set_app_name: AppName;
            /// Sends all requests as they are. Unset, those of operations that take compressed ones are compressed.
            disable_request_compression(impl Into<Option<bool>>), set_disable_request_compression: bool;
            /// How long a request's body has to be to be compressed, in bytes, at most 10,485,760; 10,240 where unset.
            request_min_compression_size_bytes(impl Into<Option<u32>>), set_request_min_compression_size_bytes: u32;
            /// Sends requests with this client, e.g. one with a proxy or with certificates of its own, or a test's.
            ///
            /// It should follow no redirects: keys in headers are handed to whomever a request is redirected to.
            /// `http::ReqwestClient::builder`, which is there with the feature `reqwest`, begins so; `reqwest::Client` by itself doesn't.
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

            /// Adds a judge of whether a failed attempt is repeated; it overrules this crate's own judgement, also where a
            /// repetition may repeat a side effect.
            pub fn retry_classifier(self, classifier: impl retry::ClassifyRetry + 'static) -> Self {
                Self(self.0.retry_classifier(classifier))
            }

            /// Does what [`retry_classifier`](Self::retry_classifier) does.
            pub fn push_retry_classifier(&mut self, classifier: retry::SharedRetryClassifier) -> &mut Self {
                self.0.push_retry_classifier(classifier);
                self
            }

            /// Replaces the additional judges.
            pub fn set_retry_classifiers(
                &mut self,
                all: impl ::std::iter::IntoIterator<Item = retry::SharedRetryClassifier>,
            ) -> &mut Self {
                self.0.set_retry_classifiers(all);
                self
            }

            /// Names a framework in the user agent; may be called repeatedly.
            pub fn framework_metadata(self, metadata: FrameworkMetadata) -> Self {
                Self(self.0.framework_metadata(metadata))
            }

            /// Does what [`framework_metadata`](Self::framework_metadata) does.
            pub fn push_framework_metadata(&mut self, metadata: FrameworkMetadata) -> &mut Self {
                self.0.push_framework_metadata(metadata);
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

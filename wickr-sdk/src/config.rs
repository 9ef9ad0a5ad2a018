// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! A client's settings.
//!
//! `Config::new(&sdk_config)` takes those that `aws-config` has loaded, and
//! `Builder::from(&sdk_config)` lets a program change some of them. A [`Builder`] by itself starts from
//! nothing; each setter says what holds without it. Three things a client reads from the environment:
//! its proxies, the rules for repetitions ([`retry`]), and where it runs, which services are told.
//!
//! # Where calls go, and who makes them
//!
//! ```no_run
//! # fn example() {
//! use wickr_sdk::config::{Config, Credentials, Region};
//!
//! let credentials = Credentials::new("key ID", "secret key", None, None, "my program");
//! let config = Config::builder()
//!     .region(Region::new("us-east-1"))
//!     .credentials_provider(credentials)
//!     .build();
//! # }
//! ```
//!
//! `use_fips` and `use_dual_stack` ask for other endpoints of the service, `endpoint_url` sends calls
//! anywhere else, and [`endpoint`] lets a program decide.
//!
//! # Deadlines
//!
//! ```no_run
//! # fn example() {
//! use wickr_sdk::config::timeout::TimeoutConfig;
//! use wickr_sdk::config::{Config, StalledStreamProtectionConfig};
//! use std::time::Duration;
//!
//! let deadlines = TimeoutConfig::builder()
//!     .read_timeout(Duration::from_secs(60))
//!     .operation_timeout(Duration::from_secs(300))
//!     .build();
//! let pieces = StalledStreamProtectionConfig::enabled()
//!     .grace_period(Duration::from_secs(60))
//!     .build();
//! let config = Config::builder()
//!     .timeout_config(deadlines)
//!     .stalled_stream_protection(pieces)
//!     .build();
//! # }
//! ```
//!
//! Deadlines that aren't mentioned keep their defaults. [`timeout`] has all of them.
//!
//! # Repetitions
//!
//! ```no_run
//! # fn example() {
//! use wickr_sdk::config::Config;
//! use wickr_sdk::config::retry::RetryConfig;
//!
//! let config = Config::builder()
//!     .retry_config(RetryConfig::adaptive().with_max_attempts(5))
//!     .build();
//! # }
//! ```
//!
//! `RetryConfig::disabled()` makes one attempt. [`retry`] says which failures are worth another, and
//! how long the waits are.
//!
//! # Connections and bodies
//!
//! ```no_run
//! # fn example() {
//! use wickr_sdk::config::Config;
//! use wickr_sdk::config::http::DefaultClient;
//!
//! // Clients with clones of it share connections.
//! let http = DefaultClient::new();
//! let config = Config::builder()
//!     .http_client(http.clone())
//!     .max_response_bytes(8 * 1024 * 1024)
//!     .build();
//! # }
//! ```
//!
//! [`DefaultClient`](http::DefaultClient) says which proxies and certificates it uses. With the feature
//! `reqwest`, `http::ReqwestClient` takes a client of the program's.
//!
//! # Seeing and changing requests
//!
//! ```no_run
//! # fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use wickr_sdk::config::interceptors::BeforeTransmitInterceptorContextMut;
//! use wickr_sdk::config::{AppName, Config, ConfigBag, Intercept, RuntimeComponents};
//! use wickr_sdk::error::BoxError;
//!
//! #[derive(Debug)]
//! struct Ticket(&'static str);
//!
//! impl Intercept for Ticket {
//!     fn name(&self) -> &'static str {
//!         "Ticket"
//!     }
//!
//!     fn modify_before_signing(
//!         &self,
//!         context: &mut BeforeTransmitInterceptorContextMut<'_>,
//!         _: &RuntimeComponents,
//!         _: &mut ConfigBag,
//!     ) -> Result<(), BoxError> {
//!         context.request_mut().headers_mut().insert("x-ticket", self.0);
//!         Ok(())
//!     }
//! }
//!
//! let config = Config::builder()
//!     .interceptor(Ticket("SEC-1047"))
//!     .app_name(AppName::new("access-review")?)
//!     .build();
//! # Ok(())
//! # }
//! ```
//!
//! [`interceptors`] has the hooks and their order. The program's name becomes a part of the user agent.
//!
//! # One call
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! use wickr_sdk::config::Builder;
//! use wickr_sdk::config::retry::RetryConfig;
//!
//! let once = Builder::new().retry_config(RetryConfig::disabled());
//! let output = client
//!     .get_bot()
//!     .network_id("48210573")
//!     .bot_id("3107")
//!     .customize()
//!     .config_override(once)
//!     .send()
//!     .await?;
//! # Ok(())
//! # }
//! ```

pub use sdk_runtime::config::*;

/// Where requests to AWS Wickr Admin API go.
pub mod endpoint {
    pub use sdk_runtime::config::endpoint::*;
    use crate::client::SERVICE;
    sdk_runtime::default_resolver!(SERVICE);
}

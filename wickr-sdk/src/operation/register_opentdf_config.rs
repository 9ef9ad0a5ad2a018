// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Saves the OpenTDF configuration of a network.
//!
//! Wickr then asks the OpenTDF provider for access decisions based on attributes. Set `dry_run` to
//! `true` to test the connection first; if the provider cannot be reached, the dry run fails with
//! `ValidationError`.
//!
//! Enforcement in rooms is a separate switch: `enable_trusted_data_format` in
//! [`UpdateNetworkSettings`](crate::operation::update_network_settings). The answer repeats the client
//! secret, so treat it as a secret.
//!
//! Request: `POST /networks/{networkId}/tdf`. It is retried only when the request can't have taken
//! effect.
//!
//! Callers need the permission `wickr:RegisterOpentdfConfig`.
//!
//! # Errors
//!
//! - [`BadRequestError`](crate::types::error::BadRequestError): The request cannot be processed as sent
//!   (HTTP 400), for example because a parameter is missing or malformed, or the change does not apply.
//! - [`ForbiddenError`](crate::types::error::ForbiddenError): The caller is known but may not do this
//!   (HTTP 403).
//! - [`InternalServerError`](crate::types::error::InternalServerError): The service failed (HTTP 500);
//!   your request is not at fault.
//! - [`RateLimitError`](crate::types::error::RateLimitError): Too many requests in a short time (HTTP
//!   429).
//! - [`ResourceNotFoundError`](crate::types::error::ResourceNotFoundError): Something the request names,
//!   such as a network, security group, user, or bot, does not exist or has been deleted (HTTP 404).
//! - [`UnauthorizedError`](crate::types::error::UnauthorizedError): The caller could not be identified
//!   (HTTP 401): credentials are missing, wrong, or expired.
//! - [`ValidationError`](crate::types::error::ValidationError): One or more fields of the request are
//!   invalid (HTTP 422).
//!
//! # Examples
//!
//! ## Save an OpenTDF provider
//!
//! Stores the connection to Virtru. The secret is a placeholder.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client
//!     .register_opentdf_config()
//!     .network_id("40718265")
//!     .client_id("harbor-opentdf")
//!     .client_secret("EXAMPLE-CLIENT-SECRET")
//!     .domain("https://opentdf.example.com")
//!     .provider("virtru")
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Test before saving
//!
//! A dry run succeeds if the provider answers.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client
//!     .register_opentdf_config()
//!     .network_id("40718265")
//!     .client_id("harbor-opentdf")
//!     .client_secret("EXAMPLE-CLIENT-SECRET")
//!     .domain("https://opentdf.example.com")
//!     .provider("virtru")
//!     .dry_run(true)
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Provider out of reach
//!
//! The dry run finds that the server does not answer.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let result = client
//!     .register_opentdf_config()
//!     .network_id("40718265")
//!     .client_id("harbor-opentdf")
//!     .client_secret("EXAMPLE-CLIENT-SECRET")
//!     .domain("https://opentdf-old.example.com")
//!     .provider("virtru")
//!     .dry_run(true)
//!     .send()
//!     .await;
//! if let Err(error) = &result
//!     && error.as_service_error().is_some_and(|error| error.is_validation_error())
//! {
//!     eprintln!("{error}");
//! }
//! # Ok(())
//! # }
//! ```

use crate::client::SERVICE;
use crate::constraint::NETWORK_ID;
use sdk_runtime::client::Operation;
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(RegisterOpentdfConfig);

impl Operation for RegisterOpentdfConfigInput {
    type Output = RegisterOpentdfConfigOutput;
    type Error = RegisterOpentdfConfigError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "RegisterOpentdfConfig",
        method: "POST",
        uri: "/networks/{networkId}/tdf",
        effect: Effect::Plain,
    };
}

sdk_runtime::operation_error! {
    "RegisterOpentdfConfig", RegisterOpentdfConfigError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`RegisterOpentdfConfig`](crate::operation::register_opentdf_config).
    pub struct RegisterOpentdfConfigInput {
        /// ID of the network that gets OpenTDF.
        ///
        /// Required.
        pub network_id: Option<String>,
        /// OIDC client ID that Wickr presents to the OpenTDF provider.
        ///
        /// Required.
        pub client_id: Option<String>,
        /// OIDC client secret that belongs to `client_id`.
        ///
        /// Required.
        pub client_secret: Option<String>,
        /// Address of the OpenTDF server, such as `https://opentdf.example.com`.
        ///
        /// Required.
        pub domain: Option<String>,
        /// OpenTDF platform. Virtru (`virtru`) is the only one supported at present.
        ///
        /// Required.
        pub provider: Option<String>,
        /// If `true`, only test the connection with this configuration. Optional.
        pub dry_run: Option<bool>,
    }
    input RegisterOpentdfConfigInputBuilder, RegisterOpentdfConfigFluentBuilder =>
        RegisterOpentdfConfigOutput, RegisterOpentdfConfigError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
        client_id, set_client_id, get_client_id: optional text + required = member "clientId";
        client_secret, set_client_secret, get_client_secret:
            optional text + required + sensitive = member "clientSecret";
        domain, set_domain, get_domain: optional text + required = member "domain";
        provider, set_provider, get_provider: optional text + required = member "provider";
        dry_run, set_dry_run, get_dry_run: optional copy(bool) = query "dryRun";
    }
}

sdk_runtime::structure! {
    /// Output of [`RegisterOpentdfConfig`](crate::operation::register_opentdf_config): the configuration as
    /// accepted.
    pub struct RegisterOpentdfConfigOutput {
        /// OIDC client ID that Wickr presents to the OpenTDF provider.
        pub client_id: String,
        /// Address of the OpenTDF server.
        pub domain: String,
        /// OIDC client secret that belongs to `client_id`, in clear text.
        pub client_secret: String,
        /// OpenTDF platform in use, such as `virtru`.
        pub provider: String,
    }
    output try RegisterOpentdfConfigOutputBuilder {
        client_id, set_client_id, get_client_id: always text = member "clientId";
        domain, set_domain, get_domain: always text = member "domain";
        client_secret, set_client_secret, get_client_secret: always text + sensitive = member "clientSecret";
        provider, set_provider, get_provider: always text = member "provider";
    }
}

/// Builders of what `RegisterOpentdfConfig` takes and returns.
pub mod builders {
    pub use super::{
        RegisterOpentdfConfigFluentBuilder, RegisterOpentdfConfigInputBuilder,
        RegisterOpentdfConfigOutputBuilder,
    };
}

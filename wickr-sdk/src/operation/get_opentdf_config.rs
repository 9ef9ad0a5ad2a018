// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Returns the OpenTDF configuration of a network.
//!
//! The answer holds the client secret in clear text, so treat the whole response as a secret. A network
//! without OpenTDF answers with empty strings, not with an error.
//!
//! Request: `GET /networks/{networkId}/tdf`. It changes nothing and is retried after any transient
//! failure.
//!
//! Callers need the permission `wickr:GetOpentdfConfig`.
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
//! ## Show the OpenTDF configuration
//!
//! The secret is a placeholder here; a real answer contains the real one.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client.get_opentdf_config().network_id("40718265").send().await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Network without OpenTDF
//!
//! Every member is there, but empty.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client.get_opentdf_config().network_id("51839027").send().await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```

use crate::client::SERVICE;
use crate::constraint::NETWORK_ID;
use sdk_runtime::client::Operation;
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(GetOpentdfConfig);

impl Operation for GetOpentdfConfigInput {
    type Output = GetOpentdfConfigOutput;
    type Error = GetOpentdfConfigError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "GetOpentdfConfig",
        method: "GET",
        uri: "/networks/{networkId}/tdf",
        effect: Effect::ReadOnly,
    };
}

sdk_runtime::operation_error! {
    "GetOpentdfConfig", GetOpentdfConfigError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`GetOpentdfConfig`](crate::operation::get_opentdf_config).
    pub struct GetOpentdfConfigInput {
        /// ID of the network whose OpenTDF configuration you want.
        ///
        /// Required.
        pub network_id: Option<String>,
    }
    input GetOpentdfConfigInputBuilder, GetOpentdfConfigFluentBuilder =>
        GetOpentdfConfigOutput, GetOpentdfConfigError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
    }
}

sdk_runtime::structure! {
    /// Output of [`GetOpentdfConfig`](crate::operation::get_opentdf_config).
    pub struct GetOpentdfConfigOutput {
        /// OIDC client ID that Wickr presents to the OpenTDF provider. Empty if OpenTDF is not set up.
        pub client_id: String,
        /// Address of the OpenTDF server, such as `https://opentdf.example.com`.
        pub domain: String,
        /// OIDC client secret that belongs to `client_id`, in clear text.
        pub client_secret: String,
        /// OpenTDF platform in use, such as `virtru`.
        pub provider: String,
    }
    output try GetOpentdfConfigOutputBuilder {
        client_id, set_client_id, get_client_id: always text = member "clientId";
        domain, set_domain, get_domain: always text = member "domain";
        client_secret, set_client_secret, get_client_secret: always text + sensitive = member "clientSecret";
        provider, set_provider, get_provider: always text = member "provider";
    }
}

/// Builders of what `GetOpentdfConfig` takes and returns.
pub mod builders {
    pub use super::{
        GetOpentdfConfigFluentBuilder, GetOpentdfConfigInputBuilder,
        GetOpentdfConfigOutputBuilder,
    };
}

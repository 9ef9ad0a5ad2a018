// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Returns the settings that apply to a whole network.
//!
//! Each setting comes as a name, a value in text form, and the type to read that value as. Change
//! settings with [`UpdateNetworkSettings`](crate::operation::update_network_settings), which takes
//! typed members instead. Settings of a single security group are in
//! [`GetSecurityGroup`](crate::operation::get_security_group).
//!
//! Request: `GET /networks/{networkId}/settings`. It changes nothing and is retried after any transient
//! failure.
//!
//! Callers need the permission `wickr:GetNetworkSettings`.
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
//! ## Read all settings
//!
//! Values are text; `type` says how to read each of them.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client.get_network_settings().network_id("40718265").send().await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```

use crate::client::SERVICE;
use crate::constraint::NETWORK_ID;
use crate::types::Setting;
use sdk_runtime::client::Operation;
use sdk_runtime::codec::{List, Nested};
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(GetNetworkSettings);

impl Operation for GetNetworkSettingsInput {
    type Output = GetNetworkSettingsOutput;
    type Error = GetNetworkSettingsError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "GetNetworkSettings",
        method: "GET",
        uri: "/networks/{networkId}/settings",
        effect: Effect::ReadOnly,
    };
}

sdk_runtime::operation_error! {
    "GetNetworkSettings", GetNetworkSettingsError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`GetNetworkSettings`](crate::operation::get_network_settings).
    pub struct GetNetworkSettingsInput {
        /// ID of the network whose settings you want.
        ///
        /// Required.
        pub network_id: Option<String>,
    }
    input GetNetworkSettingsInputBuilder, GetNetworkSettingsFluentBuilder =>
        GetNetworkSettingsOutput, GetNetworkSettingsError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
    }
}

sdk_runtime::structure! {
    /// Output of [`GetNetworkSettings`](crate::operation::get_network_settings).
    pub struct GetNetworkSettingsOutput {
        /// The settings of the network.
        pub settings: Vec<Setting>,
    }
    output try GetNetworkSettingsOutputBuilder {
        settings, set_settings, get_settings: always list(Setting) = member "settings" as List(Nested);
    }
}

/// Builders of what `GetNetworkSettings` takes and returns.
pub mod builders {
    pub use super::{
        GetNetworkSettingsFluentBuilder, GetNetworkSettingsInputBuilder,
        GetNetworkSettingsOutputBuilder,
    };
}

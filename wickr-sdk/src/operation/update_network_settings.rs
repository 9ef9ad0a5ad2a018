// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Changes settings that apply to a whole network.
//!
//! Send only the settings you want to change; the answer lists them with their new values. They hold
//! for every user in every security group, so a change such as read receipts or the login notice
//! reaches everyone.
//!
//! Request: `PATCH /networks/{networkId}/settings`. It is idempotent and is retried after any transient
//! failure.
//!
//! Callers need the permission `wickr:UpdateNetworkSettings`.
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
//! ## Turn on data retention
//!
//! Changes two settings and leaves out the others.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! use wickr_sdk::types::NetworkSettings;
//!
//! let output = client
//!     .update_network_settings()
//!     .network_id("40718265")
//!     .settings(
//!         NetworkSettings::builder()
//!             .enable_client_metrics(false)
//!             .data_retention(true)
//!             .build(),
//!     )
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Login notice for a missing network
//!
//! The settings are well formed, but there is no such network.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! use wickr_sdk::types::{
//!     ConsentPopupConfig, NetworkSettings, ReadReceiptConfig, Status,
//! };
//!
//! let result = client
//!     .update_network_settings()
//!     .network_id("60000001")
//!     .settings(
//!         NetworkSettings::builder()
//!             .read_receipt_config(
//!                 ReadReceiptConfig::builder().status(Status::Enabled).build(),
//!             )
//!             .consent_popup(
//!                 ConsentPopupConfig::builder()
//!                     .enabled(true)
//!                     .header("Before you log in")
//!                     .content("Messages may be **archived** under company policy.")
//!                     .close_button_label("I understand")
//!                     .build()?,
//!             )
//!             .build(),
//!     )
//!     .send()
//!     .await;
//! if let Err(error) = &result
//!     && error
//!         .as_service_error()
//!         .is_some_and(|error| error.is_resource_not_found_error())
//! {
//!     eprintln!("{error}");
//! }
//! # Ok(())
//! # }
//! ```

use crate::client::SERVICE;
use crate::constraint::NETWORK_ID;
use crate::types::{NetworkSettings, Setting};
use sdk_runtime::client::Operation;
use sdk_runtime::codec::{List, Nested};
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(UpdateNetworkSettings);

impl Operation for UpdateNetworkSettingsInput {
    type Output = UpdateNetworkSettingsOutput;
    type Error = UpdateNetworkSettingsError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "UpdateNetworkSettings",
        method: "PATCH",
        uri: "/networks/{networkId}/settings",
        effect: Effect::Idempotent,
    };
}

sdk_runtime::operation_error! {
    "UpdateNetworkSettings", UpdateNetworkSettingsError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`UpdateNetworkSettings`](crate::operation::update_network_settings).
    pub struct UpdateNetworkSettingsInput {
        /// ID of the network whose settings you change.
        ///
        /// Required.
        pub network_id: Option<String>,
        /// The settings to change. Unlike in the answer, values have their own types here and are not text.
        ///
        /// Required.
        pub settings: Option<NetworkSettings>,
    }
    input UpdateNetworkSettingsInputBuilder, UpdateNetworkSettingsFluentBuilder =>
        UpdateNetworkSettingsOutput, UpdateNetworkSettingsError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
        settings, set_settings, get_settings:
            optional value(NetworkSettings) + required = member "settings" as Nested;
    }
}

sdk_runtime::structure! {
    /// Output of [`UpdateNetworkSettings`](crate::operation::update_network_settings).
    pub struct UpdateNetworkSettingsOutput {
        /// The settings that were changed, with their new values.
        pub settings: Vec<Setting>,
    }
    output try UpdateNetworkSettingsOutputBuilder {
        settings, set_settings, get_settings: always list(Setting) = member "settings" as List(Nested);
    }
}

/// Builders of what `UpdateNetworkSettings` takes and returns.
pub mod builders {
    pub use super::{
        UpdateNetworkSettingsFluentBuilder, UpdateNetworkSettingsInputBuilder,
        UpdateNetworkSettingsOutputBuilder,
    };
}

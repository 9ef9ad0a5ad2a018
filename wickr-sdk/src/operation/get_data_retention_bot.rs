// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Returns the state of the data retention bot and of the service it serves.
//!
//! A network without such a bot is not an error: `bot_exists` is then `false`. Messages are retained
//! only where the bot is in place and running and the service is on, so check `is_bot_active` and
//! `is_data_retention_service_enabled` together.
//!
//! Request: `GET /networks/{networkId}/data-retention-bots`. It changes nothing and is retried after
//! any transient failure.
//!
//! Callers need the permission `wickr:GetDataRetentionBot`.
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
//! ## Archive bot at work
//!
//! The bot runs, the service is on, and the key message was acknowledged.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client.get_data_retention_bot().network_id("48210573").send().await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Network without an archive bot
//!
//! This is a normal answer and not an error.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client.get_data_retention_bot().network_id("61940285").send().await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```

use crate::client::SERVICE;
use crate::constraint::NETWORK_ID;
use sdk_runtime::client::Operation;
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(GetDataRetentionBot);

impl Operation for GetDataRetentionBotInput {
    type Output = GetDataRetentionBotOutput;
    type Error = GetDataRetentionBotError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "GetDataRetentionBot",
        method: "GET",
        uri: "/networks/{networkId}/data-retention-bots",
        effect: Effect::ReadOnly,
    };
}

sdk_runtime::operation_error! {
    "GetDataRetentionBot", GetDataRetentionBotError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`GetDataRetentionBot`](crate::operation::get_data_retention_bot).
    pub struct GetDataRetentionBotInput {
        /// The network to look at (8 digits).
        ///
        /// Required.
        pub network_id: Option<String>,
    }
    input GetDataRetentionBotInputBuilder, GetDataRetentionBotFluentBuilder =>
        GetDataRetentionBotOutput, GetDataRetentionBotError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
    }
}

sdk_runtime::structure! {
    /// Output of [`GetDataRetentionBot`](crate::operation::get_data_retention_bot).
    pub struct GetDataRetentionBotOutput {
        /// The name of the data retention bot. It is filled in even before the bot exists.
        pub bot_name: Option<String>,
        /// `true` if the network has a data retention bot.
        pub bot_exists: Option<bool>,
        /// `true` if the bot is up and working.
        pub is_bot_active: Option<bool>,
        /// `true` if the bot has registered with the network.
        pub is_data_retention_bot_registered: Option<bool>,
        /// `true` if the data retention service is on.
        /// [`UpdateDataRetention`](crate::operation::update_data_retention) changes it.
        pub is_data_retention_service_enabled: Option<bool>,
        /// `true` if the public key message has been acknowledged; see `PUBKEY_MSG_ACK` of
        /// [`UpdateDataRetention`](crate::operation::update_data_retention).
        pub is_pubkey_msg_acked: Option<bool>,
    }
    output GetDataRetentionBotOutputBuilder {
        bot_name, set_bot_name, get_bot_name: optional text = member "botName";
        bot_exists, set_bot_exists, get_bot_exists: optional copy(bool) = member "botExists";
        is_bot_active, set_is_bot_active, get_is_bot_active: optional copy(bool) = member "isBotActive";
        is_data_retention_bot_registered, set_is_data_retention_bot_registered, get_is_data_retention_bot_registered:
            optional copy(bool) = member "isDataRetentionBotRegistered";
        is_data_retention_service_enabled, set_is_data_retention_service_enabled, get_is_data_retention_service_enabled:
            optional copy(bool) = member "isDataRetentionServiceEnabled";
        is_pubkey_msg_acked, set_is_pubkey_msg_acked, get_is_pubkey_msg_acked:
            optional copy(bool) = member "isPubkeyMsgAcked";
    }
}

/// Builders of what `GetDataRetentionBot` takes and returns.
pub mod builders {
    pub use super::{
        GetDataRetentionBotFluentBuilder, GetDataRetentionBotInputBuilder,
        GetDataRetentionBotOutputBuilder,
    };
}

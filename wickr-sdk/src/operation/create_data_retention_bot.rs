// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Creates the data retention bot of a network.
//!
//! This bot captures the messages of the network and stores them, for example because regulations
//! demand an archive. Turning the service on is a separate step:
//! [`CreateDataRetentionBotChallenge`](crate::operation::create_data_retention_bot_challenge) returns
//! the password that the bot connects with, and
//! [`UpdateDataRetention`](crate::operation::update_data_retention) enables the service.
//!
//! The operations for this bot identify it by network ID alone. The call can be refused with a
//! `BadRequestError` saying that users already exist;
//! [`GetDataRetentionBot`](crate::operation::get_data_retention_bot) tells you beforehand whether the
//! bot is there.
//!
//! Request: `POST /networks/{networkId}/data-retention-bots`. It is retried only when the request can't
//! have taken effect.
//!
//! Callers need the permission `wickr:CreateDataRetentionBot`.
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
//! ## Provision the archive bot
//!
//! The network ID is the whole input.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client.create_data_retention_bot().network_id("48210573").send().await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Users are already there
//!
//! Nothing is provisioned. Ask for the state of the bot first.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let result = client.create_data_retention_bot().network_id("48210573").send().await;
//! if let Err(error) = &result
//!     && error.as_service_error().is_some_and(|error| error.is_bad_request_error())
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

sdk_runtime::operation_name!(CreateDataRetentionBot);

impl Operation for CreateDataRetentionBotInput {
    type Output = CreateDataRetentionBotOutput;
    type Error = CreateDataRetentionBotError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "CreateDataRetentionBot",
        method: "POST",
        uri: "/networks/{networkId}/data-retention-bots",
        effect: Effect::Plain,
    };
}

sdk_runtime::operation_error! {
    "CreateDataRetentionBot", CreateDataRetentionBotError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`CreateDataRetentionBot`](crate::operation::create_data_retention_bot).
    pub struct CreateDataRetentionBotInput {
        /// The network that gains the data retention bot (8 digits).
        ///
        /// Required.
        pub network_id: Option<String>,
    }
    input CreateDataRetentionBotInputBuilder, CreateDataRetentionBotFluentBuilder =>
        CreateDataRetentionBotOutput, CreateDataRetentionBotError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
    }
}

sdk_runtime::structure! {
    /// Output of [`CreateDataRetentionBot`](crate::operation::create_data_retention_bot).
    pub struct CreateDataRetentionBotOutput {
        /// Confirms in words that the bot has been provisioned.
        pub message: Option<String>,
    }
    output CreateDataRetentionBotOutputBuilder {
        message, set_message, get_message: optional text = member "message";
    }
}

/// Builders of what `CreateDataRetentionBot` takes and returns.
pub mod builders {
    pub use super::{
        CreateDataRetentionBotFluentBuilder, CreateDataRetentionBotInputBuilder,
        CreateDataRetentionBotOutputBuilder,
    };
}

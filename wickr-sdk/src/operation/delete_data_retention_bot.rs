// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Deletes the data retention bot of a network with all its data, for good.
//!
//! The bot and everything that the Wickr database holds for it are erased; this cannot be undone.
//! Without the bot, the network has nothing left that captures messages for the archive, so make sure
//! that nobody is obliged to keep one.
//!
//! To stop capturing for a while, call [`UpdateDataRetention`](crate::operation::update_data_retention)
//! with `DISABLE` instead.
//!
//! Request: `DELETE /networks/{networkId}/data-retention-bots`. It is idempotent and is retried after
//! any transient failure.
//!
//! Callers need the permission `wickr:DeleteDataRetentionBot`.
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
//! ## Give up the archive bot
//!
//! The bot is erased together with everything stored for it.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client.delete_data_retention_bot().network_id("48210573").send().await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Missing permission
//!
//! The caller is authenticated but may not delete this bot.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let result = client.delete_data_retention_bot().network_id("48210573").send().await;
//! if let Err(error) = &result
//!     && error.as_service_error().is_some_and(|error| error.is_forbidden_error())
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

sdk_runtime::operation_name!(DeleteDataRetentionBot);

impl Operation for DeleteDataRetentionBotInput {
    type Output = DeleteDataRetentionBotOutput;
    type Error = DeleteDataRetentionBotError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "DeleteDataRetentionBot",
        method: "DELETE",
        uri: "/networks/{networkId}/data-retention-bots",
        effect: Effect::Idempotent,
    };
}

sdk_runtime::operation_error! {
    "DeleteDataRetentionBot", DeleteDataRetentionBotError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`DeleteDataRetentionBot`](crate::operation::delete_data_retention_bot).
    pub struct DeleteDataRetentionBotInput {
        /// The network whose data retention bot is deleted (8 digits).
        ///
        /// Required.
        pub network_id: Option<String>,
    }
    input DeleteDataRetentionBotInputBuilder, DeleteDataRetentionBotFluentBuilder =>
        DeleteDataRetentionBotOutput, DeleteDataRetentionBotError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
    }
}

sdk_runtime::structure! {
    /// Output of [`DeleteDataRetentionBot`](crate::operation::delete_data_retention_bot).
    pub struct DeleteDataRetentionBotOutput {
        /// Confirms in words that the bot and its data are gone.
        pub message: Option<String>,
    }
    output DeleteDataRetentionBotOutputBuilder {
        message, set_message, get_message: optional text = member "message";
    }
}

/// Builders of what `DeleteDataRetentionBot` takes and returns.
pub mod builders {
    pub use super::{
        DeleteDataRetentionBotFluentBuilder, DeleteDataRetentionBotInputBuilder,
        DeleteDataRetentionBotOutputBuilder,
    };
}

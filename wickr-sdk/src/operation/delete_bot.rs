// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Deletes a bot from a network, for good.
//!
//! The account and the data that belongs to it are removed. There is no way to restore it; to pause a
//! bot, call [`UpdateBot`](crate::operation::update_bot) with `suspend` set to `true`.
//!
//! The data retention bot has an operation of its own,
//! [`DeleteDataRetentionBot`](crate::operation::delete_data_retention_bot).
//!
//! Request: `DELETE /networks/{networkId}/bots/{botId}`. It is idempotent and is retried after any
//! transient failure.
//!
//! Callers need the permission `wickr:DeleteBot`.
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
//! ## Delete a retired bot
//!
//! Bot 3107 and its data are removed.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client.delete_bot().network_id("48210573").bot_id("3107").send().await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Delete a bot twice
//!
//! The first call removed the bot, so the second one finds nothing.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let result = client.delete_bot().network_id("48210573").bot_id("3107").send().await;
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
use crate::constraint::{BOT_ID, NETWORK_ID};
use sdk_runtime::client::Operation;
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(DeleteBot);

impl Operation for DeleteBotInput {
    type Output = DeleteBotOutput;
    type Error = DeleteBotError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "DeleteBot",
        method: "DELETE",
        uri: "/networks/{networkId}/bots/{botId}",
        effect: Effect::Idempotent,
    };
}

sdk_runtime::operation_error! {
    "DeleteBot", DeleteBotError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`DeleteBot`](crate::operation::delete_bot).
    pub struct DeleteBotInput {
        /// The network that loses the bot (8 digits).
        ///
        /// Required.
        pub network_id: Option<String>,
        /// The bot to delete (1 to 10 digits).
        ///
        /// Required.
        pub bot_id: Option<String>,
    }
    input DeleteBotInputBuilder, DeleteBotFluentBuilder => DeleteBotOutput, DeleteBotError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
        bot_id, set_bot_id, get_bot_id: optional text = label "botId" as BOT_ID;
    }
}

sdk_runtime::structure! {
    /// Output of [`DeleteBot`](crate::operation::delete_bot).
    pub struct DeleteBotOutput {
        /// The result in words, such as `success`.
        pub message: Option<String>,
    }
    output DeleteBotOutputBuilder {
        message, set_message, get_message: optional text = member "message";
    }
}

/// Builders of what `DeleteBot` takes and returns.
pub mod builders {
    pub use super::{
        DeleteBotFluentBuilder, DeleteBotInputBuilder, DeleteBotOutputBuilder,
    };
}

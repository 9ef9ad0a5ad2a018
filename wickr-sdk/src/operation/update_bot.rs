// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Changes a bot: its display name, security group, password, or suspension.
//!
//! Send only what should change. A new `challenge` has to be given to the bot software as well, because
//! the bot signs in with it. The username stays for the life of the bot, since this operation has no
//! member for it.
//!
//! Suspending is undone by a second call with `suspend` set to `false`. A bot that does not exist gives
//! `ResourceNotFoundError`.
//!
//! Request: `PATCH /networks/{networkId}/bots/{botId}`. It is idempotent and is retried after any
//! transient failure.
//!
//! Callers need the permission `wickr:UpdateBot`.
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
//! ## Rename a bot and move it
//!
//! Only what changes is sent.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client
//!     .update_bot()
//!     .network_id("48210573")
//!     .bot_id("3107")
//!     .display_name("Night Shift Reminders")
//!     .group_id("Zr4pL9cD")
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Suspend a bot that is gone
//!
//! No bot has this ID any more.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let result = client
//!     .update_bot()
//!     .network_id("48210573")
//!     .bot_id("3050")
//!     .suspend(true)
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
use crate::constraint::{BOT_ID, NETWORK_ID};
use sdk_runtime::client::Operation;
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(UpdateBot);

impl Operation for UpdateBotInput {
    type Output = UpdateBotOutput;
    type Error = UpdateBotError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "UpdateBot",
        method: "PATCH",
        uri: "/networks/{networkId}/bots/{botId}",
        effect: Effect::Idempotent,
    };
}

sdk_runtime::operation_error! {
    "UpdateBot", UpdateBotError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`UpdateBot`](crate::operation::update_bot).
    pub struct UpdateBotInput {
        /// The network that the bot belongs to (8 digits).
        ///
        /// Required.
        pub network_id: Option<String>,
        /// The bot to change (1 to 10 digits).
        ///
        /// Required.
        pub bot_id: Option<String>,
        /// The new name that people in the network see.
        pub display_name: Option<String>,
        /// The ID of the security group that the bot moves to.
        pub group_id: Option<String>,
        /// The new password that the bot signs in with.
        pub challenge: Option<String>,
        /// `true` suspends the bot and `false` lets it work again. If absent, its suspension does not change.
        pub suspend: Option<bool>,
    }
    input UpdateBotInputBuilder, UpdateBotFluentBuilder => UpdateBotOutput, UpdateBotError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
        bot_id, set_bot_id, get_bot_id: optional text = label "botId" as BOT_ID;
        display_name, set_display_name, get_display_name: optional text = member "displayName";
        group_id, set_group_id, get_group_id: optional text = member "groupId";
        challenge, set_challenge, get_challenge: optional text + sensitive = member "challenge";
        suspend, set_suspend, get_suspend: optional copy(bool) = member "suspend";
    }
}

sdk_runtime::structure! {
    /// Output of [`UpdateBot`](crate::operation::update_bot).
    pub struct UpdateBotOutput {
        /// The result in words, such as `success`.
        pub message: Option<String>,
    }
    output UpdateBotOutputBuilder {
        message, set_message, get_message: optional text = member "message";
    }
}

/// Builders of what `UpdateBot` takes and returns.
pub mod builders {
    pub use super::{
        UpdateBotFluentBuilder, UpdateBotInputBuilder, UpdateBotOutputBuilder,
    };
}

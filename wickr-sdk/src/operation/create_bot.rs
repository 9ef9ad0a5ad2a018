// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Creates a bot: an automated account that sends and receives messages in a network.
//!
//! The `username` must be free and end in `bot`; otherwise the call fails with a `ValidationError` that
//! names the member. The security group decides what the bot may do.
//!
//! A new bot is pending until it has been set up and activated. It signs in with the username and
//! `challenge`. No operation returns the password later, so keep it safe;
//! [`UpdateBot`](crate::operation::update_bot) can set another one. There is no idempotency token:
//! after a timeout, check with [`ListBots`](crate::operation::list_bots) whether the bot exists before
//! you try again.
//!
//! Request: `POST /networks/{networkId}/bots`. It is retried only when the request can't have taken
//! effect.
//!
//! Callers need the permission `wickr:CreateBot`.
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
//! ## Create a bot for shift reminders
//!
//! The password is a placeholder and does not come back in the output.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client
//!     .create_bot()
//!     .network_id("48210573")
//!     .username("shift_reminder_bot")
//!     .display_name("Shift Reminders")
//!     .group_id("Kq7mT2xW")
//!     .challenge("EXAMPLE-PASSWORD")
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Bot name in use
//!
//! Another bot has this username. Choose a different one that ends in bot.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let result = client
//!     .create_bot()
//!     .network_id("48210573")
//!     .username("shift_reminder_bot")
//!     .group_id("Kq7mT2xW")
//!     .challenge("EXAMPLE-PASSWORD")
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
use crate::constraint::{BOT_ID, NETWORK_ID};
use sdk_runtime::client::Operation;
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(CreateBot);

impl Operation for CreateBotInput {
    type Output = CreateBotOutput;
    type Error = CreateBotError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "CreateBot",
        method: "POST",
        uri: "/networks/{networkId}/bots",
        effect: Effect::Plain,
    };
}

sdk_runtime::operation_error! {
    "CreateBot", CreateBotError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`CreateBot`](crate::operation::create_bot).
    pub struct CreateBotInput {
        /// The network that gains the bot (8 digits).
        ///
        /// Required.
        pub network_id: Option<String>,
        /// The name that the bot signs in with. It must end in `bot` and must not be taken in this network;
        /// [`UpdateBot`](crate::operation::update_bot) cannot change it.
        ///
        /// Required.
        pub username: Option<String>,
        /// The name that people in the network see.
        pub display_name: Option<String>,
        /// The ID of the security group that the bot joins.
        ///
        /// Required.
        pub group_id: Option<String>,
        /// The password that the bot signs in with.
        ///
        /// Required.
        pub challenge: Option<String>,
    }
    input CreateBotInputBuilder, CreateBotFluentBuilder => CreateBotOutput, CreateBotError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
        username, set_username, get_username: optional text + required = member "username";
        display_name, set_display_name, get_display_name: optional text = member "displayName";
        group_id, set_group_id, get_group_id: optional text + required = member "groupId";
        challenge, set_challenge, get_challenge: optional text + required + sensitive = member "challenge";
    }
}

sdk_runtime::structure! {
    /// Output of [`CreateBot`](crate::operation::create_bot).
    pub struct CreateBotOutput {
        /// The result in words. It may be absent.
        pub message: Option<String>,
        /// The ID of the new bot, for use with [`GetBot`](crate::operation::get_bot),
        /// [`UpdateBot`](crate::operation::update_bot), and [`DeleteBot`](crate::operation::delete_bot).
        pub bot_id: String,
        /// The network that the bot belongs to.
        pub network_id: Option<String>,
        /// The name that the bot signs in with.
        pub username: Option<String>,
        /// The name that people in the network see.
        pub display_name: Option<String>,
        /// The security group that the bot has joined.
        pub group_id: Option<String>,
    }
    output try CreateBotOutputBuilder {
        message, set_message, get_message: optional text = member "message";
        bot_id, set_bot_id, get_bot_id: always text = member "botId" as BOT_ID;
        network_id, set_network_id, get_network_id: optional text = member "networkId" as NETWORK_ID;
        username, set_username, get_username: optional text = member "username";
        display_name, set_display_name, get_display_name: optional text = member "displayName";
        group_id, set_group_id, get_group_id: optional text = member "groupId";
    }
}

/// Builders of what `CreateBot` takes and returns.
pub mod builders {
    pub use super::{
        CreateBotFluentBuilder, CreateBotInputBuilder, CreateBotOutputBuilder,
    };
}

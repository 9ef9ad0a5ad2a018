// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Returns one bot: its names, status, security group, and key.
//!
//! The password is not part of the answer; `has_challenge` only says whether there is one. A bot that
//! does not exist, or no longer does, gives `ResourceNotFoundError`.
//!
//! Request: `GET /networks/{networkId}/bots/{botId}`. It changes nothing and is retried after any
//! transient failure.
//!
//! Callers need the permission `wickr:GetBot`.
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
//! ## Look at an active bot
//!
//! The bot last signed in on 1 March 2026 at 09:30 UTC.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client.get_bot().network_id("48210573").bot_id("3107").send().await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Bot that was deleted
//!
//! The ID is well formed, but no bot has it any more.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let result = client.get_bot().network_id("48210573").bot_id("3050").send().await;
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
use crate::types::BotStatus;
use sdk_runtime::client::Operation;
use sdk_runtime::codec::{OneOf, Plain};
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(GetBot);

impl Operation for GetBotInput {
    type Output = GetBotOutput;
    type Error = GetBotError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "GetBot",
        method: "GET",
        uri: "/networks/{networkId}/bots/{botId}",
        effect: Effect::ReadOnly,
    };
}

sdk_runtime::operation_error! {
    "GetBot", GetBotError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`GetBot`](crate::operation::get_bot).
    pub struct GetBotInput {
        /// The network that the bot belongs to (8 digits).
        ///
        /// Required.
        pub network_id: Option<String>,
        /// The bot to return (1 to 10 digits).
        ///
        /// Required.
        pub bot_id: Option<String>,
    }
    input GetBotInputBuilder, GetBotFluentBuilder => GetBotOutput, GetBotError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
        bot_id, set_bot_id, get_bot_id: optional text = label "botId" as BOT_ID;
    }
}

sdk_runtime::structure! {
    /// Output of [`GetBot`](crate::operation::get_bot).
    pub struct GetBotOutput {
        /// The ID of the bot, 1 to 10 digits.
        pub bot_id: Option<String>,
        /// The name that people in the network see.
        pub display_name: Option<String>,
        /// The name that the bot signs in with. It ends in `bot`.
        pub username: Option<String>,
        /// The username hash of the bot.
        pub uname: Option<String>,
        /// The public part of the key that the bot uses for encryption.
        pub pubkey: Option<String>,
        /// `1` while the bot is pending, `2` once it is active.
        pub status: Option<i32>,
        /// The ID of the security group that the bot is in.
        pub group_id: Option<String>,
        /// `true` if a password has been set for the bot. The password itself is never returned.
        pub has_challenge: Option<bool>,
        /// `true` if the bot is suspended.
        pub suspended: Option<bool>,
        /// When the bot last signed in: Unix time in seconds, written as a string such as `1772357400`.
        pub last_login: Option<String>,
    }
    output GetBotOutputBuilder {
        bot_id, set_bot_id, get_bot_id: optional text = member "botId";
        display_name, set_display_name, get_display_name: optional text = member "displayName";
        username, set_username, get_username: optional text = member "username";
        uname, set_uname, get_uname: optional text = member "uname";
        pubkey, set_pubkey, get_pubkey: optional text = member "pubkey";
        status, set_status, get_status:
            optional copy(i32) = member "status" as OneOf(BotStatus::values(), Plain);
        group_id, set_group_id, get_group_id: optional text = member "groupId";
        has_challenge, set_has_challenge, get_has_challenge: optional copy(bool) = member "hasChallenge";
        suspended, set_suspended, get_suspended: optional copy(bool) = member "suspended";
        last_login, set_last_login, get_last_login: optional text = member "lastLogin";
    }
}

/// Builders of what `GetBot` takes and returns.
pub mod builders {
    pub use super::{GetBotFluentBuilder, GetBotInputBuilder, GetBotOutputBuilder};
}

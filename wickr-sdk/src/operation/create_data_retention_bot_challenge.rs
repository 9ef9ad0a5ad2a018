// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Creates a new password for the data retention bot and returns it.
//!
//! The bot authenticates with this password when it connects to the network. Save it right away, in a
//! secret store: no other operation returns it, and another call creates another password.
//!
//! Configure the bot with the newest password and do not count on an earlier one to keep working.
//!
//! Request: `POST /networks/{networkId}/data-retention-bots/challenge`. It is retried only when the
//! request can't have taken effect.
//!
//! Callers need the permission `wickr:CreateDataRetentionBotChallenge`.
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
//! ## Get a password for the archive bot
//!
//! Store the value at once; the one shown is a placeholder.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client
//!     .create_data_retention_bot_challenge()
//!     .network_id("48210573")
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## No such network
//!
//! There is no network with this ID.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let result = client
//!     .create_data_retention_bot_challenge()
//!     .network_id("90316427")
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
use sdk_runtime::client::Operation;
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(CreateDataRetentionBotChallenge);

impl Operation for CreateDataRetentionBotChallengeInput {
    type Output = CreateDataRetentionBotChallengeOutput;
    type Error = CreateDataRetentionBotChallengeError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "CreateDataRetentionBotChallenge",
        method: "POST",
        uri: "/networks/{networkId}/data-retention-bots/challenge",
        effect: Effect::Plain,
    };
}

sdk_runtime::operation_error! {
    "CreateDataRetentionBotChallenge", CreateDataRetentionBotChallengeError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`CreateDataRetentionBotChallenge`](crate::operation::create_data_retention_bot_challenge).
    pub struct CreateDataRetentionBotChallengeInput {
        /// The network whose data retention bot needs a password (8 digits).
        ///
        /// Required.
        pub network_id: Option<String>,
    }
    input CreateDataRetentionBotChallengeInputBuilder, CreateDataRetentionBotChallengeFluentBuilder =>
        CreateDataRetentionBotChallengeOutput, CreateDataRetentionBotChallengeError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
    }
}

sdk_runtime::structure! {
    /// Output of
    /// [`CreateDataRetentionBotChallenge`](crate::operation::create_data_retention_bot_challenge).
    pub struct CreateDataRetentionBotChallengeOutput {
        /// The new password. This response is the only place where it appears.
        pub challenge: String,
    }
    output try CreateDataRetentionBotChallengeOutputBuilder {
        challenge, set_challenge, get_challenge: always text + sensitive = member "challenge";
    }
}

/// Builders of what `CreateDataRetentionBotChallenge` takes and returns.
pub mod builders {
    pub use super::{
        CreateDataRetentionBotChallengeFluentBuilder,
        CreateDataRetentionBotChallengeInputBuilder,
        CreateDataRetentionBotChallengeOutputBuilder,
    };
}

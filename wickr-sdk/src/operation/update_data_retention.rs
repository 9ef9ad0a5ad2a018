// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Turns data retention for a network on or off, or acknowledges the public key message.
//!
//! One call performs one action. While the service is on, the data retention bot captures the messages
//! of the whole network, which concerns everyone in it. `DISABLE` undoes `ENABLE`; removing the bot
//! itself takes [`DeleteDataRetentionBot`](crate::operation::delete_data_retention_bot).
//!
//! This API has no action that takes an acknowledgement back.
//! [`GetDataRetentionBot`](crate::operation::get_data_retention_bot) shows the state.
//!
//! Request: `PATCH /networks/{networkId}/data-retention-bots`. It is idempotent and is retried after
//! any transient failure.
//!
//! Callers need the permission `wickr:UpdateDataRetention`.
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
//! ## Start to retain messages
//!
//! The service is on from here.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! use wickr_sdk::types::DataRetentionActionType;
//!
//! let output = client
//!     .update_data_retention()
//!     .network_id("48210573")
//!     .action_type(DataRetentionActionType::Enable)
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Acknowledge the key message
//!
//! The service itself stays on or off, as it was.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! use wickr_sdk::types::DataRetentionActionType;
//!
//! let output = client
//!     .update_data_retention()
//!     .network_id("48210573")
//!     .action_type(DataRetentionActionType::PubkeyMsgAck)
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```

use crate::client::SERVICE;
use crate::constraint::NETWORK_ID;
use crate::types::DataRetentionActionType;
use sdk_runtime::client::Operation;
use sdk_runtime::codec::{Enum, Plain};
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(UpdateDataRetention);

impl Operation for UpdateDataRetentionInput {
    type Output = UpdateDataRetentionOutput;
    type Error = UpdateDataRetentionError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "UpdateDataRetention",
        method: "PATCH",
        uri: "/networks/{networkId}/data-retention-bots",
        effect: Effect::Idempotent,
    };
}

sdk_runtime::operation_error! {
    "UpdateDataRetention", UpdateDataRetentionError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`UpdateDataRetention`](crate::operation::update_data_retention).
    pub struct UpdateDataRetentionInput {
        /// The network whose data retention is changed (8 digits).
        ///
        /// Required.
        pub network_id: Option<String>,
        /// The one thing to do: `ENABLE` or `DISABLE` the service, or `PUBKEY_MSG_ACK` for the acknowledgement.
        ///
        /// Required.
        pub action_type: Option<DataRetentionActionType>,
    }
    input UpdateDataRetentionInputBuilder, UpdateDataRetentionFluentBuilder =>
        UpdateDataRetentionOutput, UpdateDataRetentionError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
        action_type, set_action_type, get_action_type:
            optional value(DataRetentionActionType) + required = member "actionType" as Enum(Plain);
    }
}

sdk_runtime::structure! {
    /// Output of [`UpdateDataRetention`](crate::operation::update_data_retention).
    pub struct UpdateDataRetentionOutput {
        /// The result in words.
        pub message: Option<String>,
    }
    output UpdateDataRetentionOutputBuilder {
        message, set_message, get_message: optional text = member "message";
    }
}

/// Builders of what `UpdateDataRetention` takes and returns.
pub mod builders {
    pub use super::{
        UpdateDataRetentionFluentBuilder, UpdateDataRetentionInputBuilder,
        UpdateDataRetentionOutputBuilder,
    };
}

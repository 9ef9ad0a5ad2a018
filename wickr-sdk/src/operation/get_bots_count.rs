// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Returns how many bots a network has, by status.
//!
//! The three numbers always cover the whole network; there is no filter. Use
//! [`ListBots`](crate::operation::list_bots) to see the bots themselves.
//!
//! Request: `GET /networks/{networkId}/bots/count`. It changes nothing and is retried after any
//! transient failure.
//!
//! Callers need the permission `wickr:GetBotsCount`.
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
//! ## Count the bots
//!
//! Four bots work and one waits for its setup.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client.get_bots_count().network_id("48210573").send().await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```

use crate::client::SERVICE;
use crate::constraint::NETWORK_ID;
use sdk_runtime::client::Operation;
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(GetBotsCount);

impl Operation for GetBotsCountInput {
    type Output = GetBotsCountOutput;
    type Error = GetBotsCountError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "GetBotsCount",
        method: "GET",
        uri: "/networks/{networkId}/bots/count",
        effect: Effect::ReadOnly,
    };
}

sdk_runtime::operation_error! {
    "GetBotsCount", GetBotsCountError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`GetBotsCount`](crate::operation::get_bots_count).
    pub struct GetBotsCountInput {
        /// The network to count in (8 digits).
        ///
        /// Required.
        pub network_id: Option<String>,
    }
    input GetBotsCountInputBuilder, GetBotsCountFluentBuilder => GetBotsCountOutput, GetBotsCountError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
    }
}

sdk_runtime::structure! {
    /// Output of [`GetBotsCount`](crate::operation::get_bots_count).
    pub struct GetBotsCountOutput {
        /// Bots that have been created but not activated.
        pub pending: i32,
        /// Bots that are active.
        pub active: i32,
        /// All bots: `pending` plus `active`.
        pub total: i32,
    }
    output try GetBotsCountOutputBuilder {
        pending, set_pending, get_pending: always copy(i32) = member "pending";
        active, set_active, get_active: always copy(i32) = member "active";
        total, set_total, get_total: always copy(i32) = member "total";
    }
}

/// Builders of what `GetBotsCount` takes and returns.
pub mod builders {
    pub use super::{
        GetBotsCountFluentBuilder, GetBotsCountInputBuilder, GetBotsCountOutputBuilder,
    };
}

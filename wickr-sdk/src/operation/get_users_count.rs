// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Returns how many users a network has, by status, and how many more can be added.
//!
//! `remaining` is about the premium free trial: it is the number of users you can add before the
//! network stops being eligible for it. To see the users themselves, call
//! [`ListUsers`](crate::operation::list_users).
//!
//! Request: `GET /networks/{networkId}/users/count`. It changes nothing and is retried after any
//! transient failure.
//!
//! Callers need the permission `wickr:GetUsersCount`.
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
//! ## Count the users
//!
//! Thirty-one people have joined and four have not answered.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client.get_users_count().network_id("48210573").send().await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```

use crate::client::SERVICE;
use crate::constraint::NETWORK_ID;
use sdk_runtime::client::Operation;
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(GetUsersCount);

impl Operation for GetUsersCountInput {
    type Output = GetUsersCountOutput;
    type Error = GetUsersCountError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "GetUsersCount",
        method: "GET",
        uri: "/networks/{networkId}/users/count",
        effect: Effect::ReadOnly,
    };
}

sdk_runtime::operation_error! {
    "GetUsersCount", GetUsersCountError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`GetUsersCount`](crate::operation::get_users_count).
    pub struct GetUsersCountInput {
        /// The network to count in (8 digits).
        ///
        /// Required.
        pub network_id: Option<String>,
    }
    input GetUsersCountInputBuilder, GetUsersCountFluentBuilder => GetUsersCountOutput, GetUsersCountError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
    }
}

sdk_runtime::structure! {
    /// Output of [`GetUsersCount`](crate::operation::get_users_count).
    pub struct GetUsersCountOutput {
        /// Users who have been invited and have not answered yet.
        pub pending: i32,
        /// Users who have joined.
        pub active: i32,
        /// Users who declined their invitation.
        pub rejected: i32,
        /// How many users can still be added before the network is no longer eligible for the premium free
        /// trial.
        pub remaining: i32,
        /// All users, whether pending or active. Read `rejected` separately and do not derive it from this
        /// number, which may include it.
        pub total: i32,
    }
    output try GetUsersCountOutputBuilder {
        pending, set_pending, get_pending: always copy(i32) = member "pending";
        active, set_active, get_active: always copy(i32) = member "active";
        rejected, set_rejected, get_rejected: always copy(i32) = member "rejected";
        remaining, set_remaining, get_remaining: always copy(i32) = member "remaining";
        total, set_total, get_total: always copy(i32) = member "total";
    }
}

/// Builders of what `GetUsersCount` takes and returns.
pub mod builders {
    pub use super::{
        GetUsersCountFluentBuilder, GetUsersCountInputBuilder, GetUsersCountOutputBuilder,
    };
}

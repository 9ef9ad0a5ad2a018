// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Sends a new invitation to up to 50 users who have not joined the network yet.
//!
//! Use it for people who missed their invitation or let it expire. Only users whose status is pending
//! can be invited again; someone who has already joined ends up in `failed`, as does an ID from another
//! network. The invitations to everyone else still go out.
//!
//! Request: `PATCH /networks/{networkId}/users/re-invite`. It carries an idempotency token, so that a
//! retry has no second effect.
//!
//! Callers need the permission `wickr:BatchReinviteUser`.
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
//! ## Invite a pending user again
//!
//! User 20490 has joined in the meantime, so only 20489 gets another invitation.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client
//!     .batch_reinvite_user()
//!     .network_id("48210573")
//!     .user_ids("20489")
//!     .user_ids("20490")
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```

use crate::client::SERVICE;
use crate::constraint::{CLIENT_TOKEN, NETWORK_ID, USER_ID};
use crate::types::{BatchUserErrorResponseItem, BatchUserSuccessResponseItem};
use sdk_runtime::client::Operation;
use sdk_runtime::codec::{List, Nested};
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(BatchReinviteUser);

impl Operation for BatchReinviteUserInput {
    type Output = BatchReinviteUserOutput;
    type Error = BatchReinviteUserError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "BatchReinviteUser",
        method: "PATCH",
        uri: "/networks/{networkId}/users/re-invite",
        effect: Effect::Token,
    };
}

sdk_runtime::operation_error! {
    "BatchReinviteUser", BatchReinviteUserError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`BatchReinviteUser`](crate::operation::batch_reinvite_user).
    pub struct BatchReinviteUserInput {
        /// The network that people are invited to (8 digits).
        ///
        /// Required.
        pub network_id: Option<String>,
        /// The IDs of the pending users to invite again, at most 50.
        /// [`ListUsers`](crate::operation::list_users) with `status` set to `1` finds them.
        ///
        /// Required.
        pub user_ids: Option<Vec<String>>,
        /// Identifies the request, so that a retry is recognized as the same one. 1 to 64 letters, digits, `-`,
        /// `_`, or `:`; SDKs and the AWS CLI fill it in if you do not.
        ///
        /// Filled in with a random UUID if it is not set.
        pub client_token: Option<String>,
    }
    input BatchReinviteUserInputBuilder, BatchReinviteUserFluentBuilder =>
        BatchReinviteUserOutput, BatchReinviteUserError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
        user_ids, set_user_ids, get_user_ids: optional texts + required = member "userIds" as List(USER_ID);
        client_token, set_client_token, get_client_token:
            optional text + token = header "clientToken" in "X-Client-Token" as CLIENT_TOKEN;
    }
}

sdk_runtime::structure! {
    /// Output of [`BatchReinviteUser`](crate::operation::batch_reinvite_user): who was invited again and
    /// who was not.
    pub struct BatchReinviteUserOutput {
        /// Summary for people to read. It may be absent, so take the result for each user from `successful` and
        /// `failed`.
        pub message: Option<String>,
        /// The users who were invited again.
        pub successful: Option<Vec<BatchUserSuccessResponseItem>>,
        /// The users who were not invited again, each with the reason.
        pub failed: Option<Vec<BatchUserErrorResponseItem>>,
    }
    output BatchReinviteUserOutputBuilder {
        message, set_message, get_message: optional text = member "message";
        successful, set_successful, get_successful:
            optional list(BatchUserSuccessResponseItem) = member "successful" as List(Nested);
        failed, set_failed, get_failed:
            optional list(BatchUserErrorResponseItem) = member "failed" as List(Nested);
    }
}

/// Builders of what `BatchReinviteUser` takes and returns.
pub mod builders {
    pub use super::{
        BatchReinviteUserFluentBuilder, BatchReinviteUserInputBuilder,
        BatchReinviteUserOutputBuilder,
    };
}

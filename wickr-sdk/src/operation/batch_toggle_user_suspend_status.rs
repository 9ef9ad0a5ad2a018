// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Suspends up to 50 users of a network, or lifts their suspension.
//!
//! Despite its name, the call does not flip anything: `suspend` states the result you want for all
//! users in the list. People who are suspended cannot get into the network until a second call with
//! `suspend` set to `false` lets them back in. Their accounts are kept.
//!
//! Each user succeeds or fails separately; users that were not found come back in `failed`.
//!
//! Request: `PATCH /networks/{networkId}/users/toggleSuspend`. It carries an idempotency token, so that
//! a retry has no second effect.
//!
//! Callers need the permission `wickr:BatchToggleUserSuspendStatus`.
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
//! ## Suspend two users
//!
//! Neither of them can get in until the suspension is lifted.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client
//!     .batch_toggle_user_suspend_status()
//!     .network_id("48210573")
//!     .suspend(true)
//!     .user_ids("20481")
//!     .user_ids("20482")
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Lift a suspension
//!
//! The user has access again; the unknown ID is reported.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client
//!     .batch_toggle_user_suspend_status()
//!     .network_id("48210573")
//!     .suspend(false)
//!     .user_ids("20481")
//!     .user_ids("777000")
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

sdk_runtime::operation_name!(BatchToggleUserSuspendStatus);

impl Operation for BatchToggleUserSuspendStatusInput {
    type Output = BatchToggleUserSuspendStatusOutput;
    type Error = BatchToggleUserSuspendStatusError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "BatchToggleUserSuspendStatus",
        method: "PATCH",
        uri: "/networks/{networkId}/users/toggleSuspend",
        effect: Effect::Token,
    };
}

sdk_runtime::operation_error! {
    "BatchToggleUserSuspendStatus", BatchToggleUserSuspendStatusError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`BatchToggleUserSuspendStatus`](crate::operation::batch_toggle_user_suspend_status).
    pub struct BatchToggleUserSuspendStatusInput {
        /// The network that the users belong to (8 digits).
        ///
        /// Required.
        pub network_id: Option<String>,
        /// `true` suspends everyone in `user_ids`; `false` gives them access again.
        ///
        /// Required.
        pub suspend: Option<bool>,
        /// The IDs of the users to change, at most 50.
        ///
        /// Required.
        pub user_ids: Option<Vec<String>>,
        /// Identifies the request, so that a retry is recognized as the same one. 1 to 64 letters, digits, `-`,
        /// `_`, or `:`; SDKs and the AWS CLI fill it in if you do not.
        ///
        /// Filled in with a random UUID if it is not set.
        pub client_token: Option<String>,
    }
    input BatchToggleUserSuspendStatusInputBuilder, BatchToggleUserSuspendStatusFluentBuilder =>
        BatchToggleUserSuspendStatusOutput, BatchToggleUserSuspendStatusError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
        suspend, set_suspend, get_suspend: optional copy(bool) + required = query "suspend";
        user_ids, set_user_ids, get_user_ids: optional texts + required = member "userIds" as List(USER_ID);
        client_token, set_client_token, get_client_token:
            optional text + token = header "clientToken" in "X-Client-Token" as CLIENT_TOKEN;
    }
}

sdk_runtime::structure! {
    /// Output of [`BatchToggleUserSuspendStatus`](crate::operation::batch_toggle_user_suspend_status): who
    /// was changed and who was not.
    pub struct BatchToggleUserSuspendStatusOutput {
        /// Summary for people to read, such as `success` or `partial success`. Take the result for each user
        /// from `successful` and `failed` instead.
        pub message: Option<String>,
        /// The users who now have the requested suspension status.
        pub successful: Option<Vec<BatchUserSuccessResponseItem>>,
        /// The users whose status could not be set, each with the reason.
        pub failed: Option<Vec<BatchUserErrorResponseItem>>,
    }
    output BatchToggleUserSuspendStatusOutputBuilder {
        message, set_message, get_message: optional text = member "message";
        successful, set_successful, get_successful:
            optional list(BatchUserSuccessResponseItem) = member "successful" as List(Nested);
        failed, set_failed, get_failed:
            optional list(BatchUserErrorResponseItem) = member "failed" as List(Nested);
    }
}

/// Builders of what `BatchToggleUserSuspendStatus` takes and returns.
pub mod builders {
    pub use super::{
        BatchToggleUserSuspendStatusFluentBuilder,
        BatchToggleUserSuspendStatusInputBuilder,
        BatchToggleUserSuspendStatusOutputBuilder,
    };
}

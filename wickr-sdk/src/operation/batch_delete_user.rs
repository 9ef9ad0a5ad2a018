// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Deletes up to 50 users from a network, for good.
//!
//! The accounts go away together with the data that the network holds for them, and no call brings them
//! back. To keep people out for a while, suspend them with
//! [`BatchToggleUserSuspendStatus`](crate::operation::batch_toggle_user_suspend_status) instead.
//!
//! Each user succeeds or fails separately. IDs that the network does not know come back in `failed`,
//! while the other users are still deleted.
//!
//! Request: `POST /networks/{networkId}/users/batch-delete`. It carries an idempotency token, so that a
//! retry has no second effect.
//!
//! Callers need the permission `wickr:BatchDeleteUser`.
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
//! ## Remove two people who left
//!
//! The accounts and their data are gone afterwards.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client
//!     .batch_delete_user()
//!     .network_id("48210573")
//!     .user_ids("20481")
//!     .user_ids("20482")
//!     .client_token("offboarding-2026-03-31")
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## One ID is not in the network
//!
//! The known user is deleted all the same; the unknown one is reported.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client
//!     .batch_delete_user()
//!     .network_id("48210573")
//!     .user_ids("20483")
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

sdk_runtime::operation_name!(BatchDeleteUser);

impl Operation for BatchDeleteUserInput {
    type Output = BatchDeleteUserOutput;
    type Error = BatchDeleteUserError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "BatchDeleteUser",
        method: "POST",
        uri: "/networks/{networkId}/users/batch-delete",
        effect: Effect::Token,
    };
}

sdk_runtime::operation_error! {
    "BatchDeleteUser", BatchDeleteUserError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`BatchDeleteUser`](crate::operation::batch_delete_user).
    pub struct BatchDeleteUserInput {
        /// The network that loses the users (8 digits).
        ///
        /// Required.
        pub network_id: Option<String>,
        /// The IDs of the users to delete, at most 50. [`ListUsers`](crate::operation::list_users) returns
        /// them.
        ///
        /// Required.
        pub user_ids: Option<Vec<String>>,
        /// Makes a retry safe: a repeated token gets the first answer again, and nothing is deleted twice. 1 to
        /// 64 letters, digits, `-`, `_`, or `:`; SDKs and the AWS CLI fill it in if you do not.
        ///
        /// Filled in with a random UUID if it is not set.
        pub client_token: Option<String>,
    }
    input BatchDeleteUserInputBuilder, BatchDeleteUserFluentBuilder =>
        BatchDeleteUserOutput, BatchDeleteUserError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
        user_ids, set_user_ids, get_user_ids: optional texts + required = member "userIds" as List(USER_ID);
        client_token, set_client_token, get_client_token:
            optional text + token = header "clientToken" in "X-Client-Token" as CLIENT_TOKEN;
    }
}

sdk_runtime::structure! {
    /// Output of [`BatchDeleteUser`](crate::operation::batch_delete_user): who was deleted and who was not.
    pub struct BatchDeleteUserOutput {
        /// Summary for people to read, such as `success` or `partial success`. Take the result for each user
        /// from `successful` and `failed` instead.
        pub message: Option<String>,
        /// The users that no longer exist.
        pub successful: Option<Vec<BatchUserSuccessResponseItem>>,
        /// The users that were not deleted, each with the reason.
        pub failed: Option<Vec<BatchUserErrorResponseItem>>,
    }
    output BatchDeleteUserOutputBuilder {
        message, set_message, get_message: optional text = member "message";
        successful, set_successful, get_successful:
            optional list(BatchUserSuccessResponseItem) = member "successful" as List(Nested);
        failed, set_failed, get_failed:
            optional list(BatchUserErrorResponseItem) = member "failed" as List(Nested);
    }
}

/// Builders of what `BatchDeleteUser` takes and returns.
pub mod builders {
    pub use super::{
        BatchDeleteUserFluentBuilder, BatchDeleteUserInputBuilder,
        BatchDeleteUserOutputBuilder,
    };
}

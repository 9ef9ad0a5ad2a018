// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Returns the usernames behind up to 50 username hashes (unames).
//!
//! Use it when all you have of an account is its hash. Usernames are usually email addresses. The
//! lookup covers one network and changes nothing.
//!
//! Hashes that match nobody come back in `failed`; the rest are still resolved.
//!
//! Request: `POST /networks/{networkId}/users/uname-lookup`. It carries an idempotency token, so that a
//! retry has no second effect.
//!
//! Callers need the permission `wickr:BatchLookupUserUname`.
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
//! ## Resolve two hashes, one of them unknown
//!
//! The first hash yields a username and the second one stays unresolved.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client
//!     .batch_lookup_user_uname()
//!     .network_id("48210573")
//!     .unames("4f9c2b7ad1e86350bb27f4c90a6de183572f0cc4e19ab86d3057be92c41f7a08")
//!     .unames("b83e5d06c7f1429a9d60317be4f2c85a1e74d9036fb2a8c5570e3d91c6480fab")
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```

use crate::client::SERVICE;
use crate::constraint::{CLIENT_TOKEN, NETWORK_ID};
use crate::types::{BatchUnameErrorResponseItem, BatchUnameSuccessResponseItem};
use sdk_runtime::client::Operation;
use sdk_runtime::codec::{List, Nested, Plain};
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(BatchLookupUserUname);

impl Operation for BatchLookupUserUnameInput {
    type Output = BatchLookupUserUnameOutput;
    type Error = BatchLookupUserUnameError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "BatchLookupUserUname",
        method: "POST",
        uri: "/networks/{networkId}/users/uname-lookup",
        effect: Effect::Token,
    };
}

sdk_runtime::operation_error! {
    "BatchLookupUserUname", BatchLookupUserUnameError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`BatchLookupUserUname`](crate::operation::batch_lookup_user_uname).
    pub struct BatchLookupUserUnameInput {
        /// The network to search (8 digits).
        ///
        /// Required.
        pub network_id: Option<String>,
        /// The username hashes to resolve, at most 50. Every uname stands for one username.
        ///
        /// Required.
        pub unames: Option<Vec<String>>,
        /// Identifies the request, so that a retry is recognized as the same one. 1 to 64 letters, digits, `-`,
        /// `_`, or `:`; SDKs and the AWS CLI fill it in if you do not.
        ///
        /// Filled in with a random UUID if it is not set.
        pub client_token: Option<String>,
    }
    input BatchLookupUserUnameInputBuilder, BatchLookupUserUnameFluentBuilder =>
        BatchLookupUserUnameOutput, BatchLookupUserUnameError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
        unames, set_unames, get_unames: optional texts + required = member "unames" as List(Plain);
        client_token, set_client_token, get_client_token:
            optional text + token = header "clientToken" in "X-Client-Token" as CLIENT_TOKEN;
    }
}

sdk_runtime::structure! {
    /// Output of [`BatchLookupUserUname`](crate::operation::batch_lookup_user_uname): the usernames found
    /// and the hashes left unresolved.
    pub struct BatchLookupUserUnameOutput {
        /// Summary for people to read, such as `success` or `partial success`. Take the result for each hash
        /// from `successful` and `failed` instead.
        pub message: Option<String>,
        /// The hashes that were resolved, each with its username.
        pub successful: Option<Vec<BatchUnameSuccessResponseItem>>,
        /// The hashes that could not be resolved, each with the reason.
        pub failed: Option<Vec<BatchUnameErrorResponseItem>>,
    }
    output BatchLookupUserUnameOutputBuilder {
        message, set_message, get_message: optional text = member "message";
        successful, set_successful, get_successful:
            optional list(BatchUnameSuccessResponseItem) = member "successful" as List(Nested);
        failed, set_failed, get_failed:
            optional list(BatchUnameErrorResponseItem) = member "failed" as List(Nested);
    }
}

/// Builders of what `BatchLookupUserUname` takes and returns.
pub mod builders {
    pub use super::{
        BatchLookupUserUnameFluentBuilder, BatchLookupUserUnameInputBuilder,
        BatchLookupUserUnameOutputBuilder,
    };
}

// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Creates up to 50 users in a network.
//!
//! Every user needs a `username` that nobody else in the network has, and exactly one security group:
//! giving a user more than one is an error. Without a custom invite code the service generates one for
//! each user. `invite_code`, `invite_code_ttl`, and `code_validation` work only on networks enrolled in
//! the preview.
//!
//! A call can succeed for some users and not for others, so always read `failed`. Failed entries do not
//! repeat the username; compare `successful` with what you sent to find who is missing, and send only
//! those again.
//!
//! Request: `POST /networks/{networkId}/users`. It carries an idempotency token, so that a retry has no
//! second effect.
//!
//! Callers need the permission `wickr:BatchCreateUser`.
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
//! ## Add two people to the field group
//!
//! Both accounts are created in one security group. The invite codes come from the service.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! use wickr_sdk::types::BatchCreateUserRequestItem;
//!
//! let output = client
//!     .batch_create_user()
//!     .network_id("48210573")
//!     .users(
//!         BatchCreateUserRequestItem::builder()
//!             .first_name("Amara")
//!             .last_name("Okafor")
//!             .security_group_ids("Kq7mT2xW")
//!             .username("amara.okafor@example.com")
//!             .build()?,
//!     )
//!     .users(
//!         BatchCreateUserRequestItem::builder()
//!             .first_name("Luis")
//!             .last_name("Ferreira")
//!             .security_group_ids("Kq7mT2xW")
//!             .username("luis.ferreira@example.com")
//!             .build()?,
//!     )
//!     .client_token("onboarding-2026-03-01-batch-1")
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## One username is already taken
//!
//! The call itself succeeds. Mei gets an account; the other entry fails and carries the placeholder ID
//! 0\.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! use wickr_sdk::types::BatchCreateUserRequestItem;
//!
//! let output = client
//!     .batch_create_user()
//!     .network_id("48210573")
//!     .users(
//!         BatchCreateUserRequestItem::builder()
//!             .first_name("Mei")
//!             .last_name("Tanaka")
//!             .security_group_ids("Kq7mT2xW")
//!             .username("mei.tanaka@example.com")
//!             .build()?,
//!     )
//!     .users(
//!         BatchCreateUserRequestItem::builder()
//!             .first_name("Amara")
//!             .last_name("Okafor")
//!             .security_group_ids("Kq7mT2xW")
//!             .username("amara.okafor@example.com")
//!             .build()?,
//!     )
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```

use crate::client::SERVICE;
use crate::constraint::{CLIENT_TOKEN, NETWORK_ID};
use crate::types::{BatchCreateUserRequestItem, BatchUserErrorResponseItem, User};
use sdk_runtime::client::Operation;
use sdk_runtime::codec::{List, Nested};
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(BatchCreateUser);

impl Operation for BatchCreateUserInput {
    type Output = BatchCreateUserOutput;
    type Error = BatchCreateUserError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "BatchCreateUser",
        method: "POST",
        uri: "/networks/{networkId}/users",
        effect: Effect::Token,
    };
}

sdk_runtime::operation_error! {
    "BatchCreateUser", BatchCreateUserError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`BatchCreateUser`](crate::operation::batch_create_user).
    pub struct BatchCreateUserInput {
        /// The network that gains the users (8 digits).
        ///
        /// Required.
        pub network_id: Option<String>,
        /// The users to create, at most 50.
        ///
        /// Required.
        pub users: Option<Vec<BatchCreateUserRequestItem>>,
        /// Makes a retry safe: a repeated token gets the first answer again and creates no second set of users.
        /// 1 to 64 letters, digits, `-`, `_`, or `:`; SDKs and the AWS CLI fill it in if you do not.
        ///
        /// Filled in with a random UUID if it is not set.
        pub client_token: Option<String>,
    }
    input BatchCreateUserInputBuilder, BatchCreateUserFluentBuilder =>
        BatchCreateUserOutput, BatchCreateUserError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
        users, set_users, get_users:
            optional list(BatchCreateUserRequestItem) + required = member "users" as List(Nested);
        client_token, set_client_token, get_client_token:
            optional text + token = header "clientToken" in "X-Client-Token" as CLIENT_TOKEN;
    }
}

sdk_runtime::structure! {
    /// Output of [`BatchCreateUser`](crate::operation::batch_create_user): who was created and who was not.
    pub struct BatchCreateUserOutput {
        /// Summary for people to read, such as `success` or `partial success`. Take the result for each user
        /// from `successful` and `failed` instead.
        pub message: Option<String>,
        /// The new users, each with its user ID and invite code.
        pub successful: Option<Vec<User>>,
        /// Users that could not be created, each with the reason. The user ID in these entries belongs to
        /// nobody; it can be `0`.
        pub failed: Option<Vec<BatchUserErrorResponseItem>>,
    }
    output BatchCreateUserOutputBuilder {
        message, set_message, get_message: optional text = member "message";
        successful, set_successful, get_successful: optional list(User) = member "successful" as List(Nested);
        failed, set_failed, get_failed:
            optional list(BatchUserErrorResponseItem) = member "failed" as List(Nested);
    }
}

/// Builders of what `BatchCreateUser` takes and returns.
pub mod builders {
    pub use super::{
        BatchCreateUserFluentBuilder, BatchCreateUserInputBuilder,
        BatchCreateUserOutputBuilder,
    };
}

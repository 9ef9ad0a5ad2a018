// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Blocks a guest user from a network, or lifts the block.
//!
//! A blocked guest user has no access to your network until you call this again with `block` set to
//! `false`; other networks are not affected. Blocking someone who is blocked already fails with
//! `BadRequestError`.
//!
//! Request: `PATCH /networks/{networkId}/guest-users/{usernameHash}`. It is retried only when the
//! request can't have taken effect.
//!
//! Callers need the permission `wickr:UpdateGuestUser`.
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
//! ## Block a guest
//!
//! Cuts a guest user off from the network.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client
//!     .update_guest_user()
//!     .network_id("40718265")
//!     .username_hash(
//!         "7b1d4f0c92ae5563b8d7e41f06c3a98d52fe6b7410c9d83ea5f2471b60de9c38",
//!     )
//!     .block(true)
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Lift a block
//!
//! Lets the guest user back in.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client
//!     .update_guest_user()
//!     .network_id("40718265")
//!     .username_hash(
//!         "7b1d4f0c92ae5563b8d7e41f06c3a98d52fe6b7410c9d83ea5f2471b60de9c38",
//!     )
//!     .block(false)
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Block someone twice
//!
//! The second call fails because the block is in place.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let result = client
//!     .update_guest_user()
//!     .network_id("40718265")
//!     .username_hash(
//!         "c4093e7fa1b85d26907e3cbd14f86a52e0d97b3148ac6f05d21be9730f54a86d",
//!     )
//!     .block(true)
//!     .send()
//!     .await;
//! if let Err(error) = &result
//!     && error.as_service_error().is_some_and(|error| error.is_bad_request_error())
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

sdk_runtime::operation_name!(UpdateGuestUser);

impl Operation for UpdateGuestUserInput {
    type Output = UpdateGuestUserOutput;
    type Error = UpdateGuestUserError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "UpdateGuestUser",
        method: "PATCH",
        uri: "/networks/{networkId}/guest-users/{usernameHash}",
        effect: Effect::Plain,
    };
}

sdk_runtime::operation_error! {
    "UpdateGuestUser", UpdateGuestUserError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`UpdateGuestUser`](crate::operation::update_guest_user).
    pub struct UpdateGuestUserInput {
        /// ID of the network to block the guest user from.
        ///
        /// Required.
        pub network_id: Option<String>,
        /// Username hash of the guest user, from [`ListGuestUsers`](crate::operation::list_guest_users) or
        /// [`ListBlockedGuestUsers`](crate::operation::list_blocked_guest_users).
        ///
        /// Required.
        pub username_hash: Option<String>,
        /// `true` to block, `false` to lift the block.
        ///
        /// Required.
        pub block: Option<bool>,
    }
    input UpdateGuestUserInputBuilder, UpdateGuestUserFluentBuilder =>
        UpdateGuestUserOutput, UpdateGuestUserError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
        username_hash, set_username_hash, get_username_hash: optional text = label "usernameHash";
        block, set_block, get_block: optional copy(bool) + required = member "block";
    }
}

sdk_runtime::structure! {
    /// Output of [`UpdateGuestUser`](crate::operation::update_guest_user).
    pub struct UpdateGuestUserOutput {
        /// Outcome of the change, in words. For people; do not parse it.
        pub message: Option<String>,
    }
    output UpdateGuestUserOutputBuilder {
        message, set_message, get_message: optional text = member "message";
    }
}

/// Builders of what `UpdateGuestUser` takes and returns.
pub mod builders {
    pub use super::{
        UpdateGuestUserFluentBuilder, UpdateGuestUserInputBuilder,
        UpdateGuestUserOutputBuilder,
    };
}

// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Deletes a network and everything in it, for good.
//!
//! Users, bots, security groups, and settings go with it, and nothing in this API brings them back.
//! Success means that deletion has started; it does not promise that it has finished.
//!
//! Request: `DELETE /networks/{networkId}`. It carries an idempotency token, so that a retry has no
//! second effect.
//!
//! Callers need the permission `wickr:DeleteNetwork`.
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
//! ## Remove a pilot network
//!
//! Starts to delete a network together with its users, bots, and security groups.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client.delete_network().network_id("51839027").send().await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Network that is already gone
//!
//! A network ID that no longer exists leads to a not-found error.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let result = client.delete_network().network_id("60000001").send().await;
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
use crate::constraint::{CLIENT_TOKEN, NETWORK_ID};
use sdk_runtime::client::Operation;
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(DeleteNetwork);

impl Operation for DeleteNetworkInput {
    type Output = DeleteNetworkOutput;
    type Error = DeleteNetworkError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "DeleteNetwork",
        method: "DELETE",
        uri: "/networks/{networkId}",
        effect: Effect::Token,
    };
}

sdk_runtime::operation_error! {
    "DeleteNetwork", DeleteNetworkError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`DeleteNetwork`](crate::operation::delete_network).
    pub struct DeleteNetworkInput {
        /// ID of the network to delete.
        ///
        /// Required.
        pub network_id: Option<String>,
        /// Idempotency token. A retry with the same value gets the first answer again and deletes nothing more;
        /// SDKs fill it in.
        ///
        /// Filled in with a random UUID if it is not set.
        pub client_token: Option<String>,
    }
    input DeleteNetworkInputBuilder, DeleteNetworkFluentBuilder => DeleteNetworkOutput, DeleteNetworkError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
        client_token, set_client_token, get_client_token:
            optional text + token = header "clientToken" in "X-Client-Token" as CLIENT_TOKEN;
    }
}

sdk_runtime::structure! {
    /// Output of [`DeleteNetwork`](crate::operation::delete_network).
    pub struct DeleteNetworkOutput {
        /// Confirms in words that deletion has started. For people; do not parse it.
        pub message: Option<String>,
    }
    output DeleteNetworkOutputBuilder {
        message, set_message, get_message: optional text = member "message";
    }
}

/// Builders of what `DeleteNetwork` takes and returns.
pub mod builders {
    pub use super::{
        DeleteNetworkFluentBuilder, DeleteNetworkInputBuilder, DeleteNetworkOutputBuilder,
    };
}

// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Changes the name of a network, its encryption key, or both.
//!
//! The name is required even if you only want another key: send the current one. The access level
//! cannot be changed here.
//!
//! Request: `PATCH /networks/{networkId}`. It carries an idempotency token, so that a retry has no
//! second effect.
//!
//! Callers need the permission `wickr:UpdateNetwork`.
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
//! ## Rename a network
//!
//! Changes only the name.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client
//!     .update_network()
//!     .network_id("51839027")
//!     .network_name("Harbor Training")
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Use another key
//!
//! Sends the current name again, because a name is required.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client
//!     .update_network()
//!     .network_id("40718265")
//!     .network_name("Harbor Operations")
//!     .client_token("rotate-key-2026-03-01")
//!     .encryption_key_arn(
//!         "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
//!     )
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## New name of more than 20 characters
//!
//! The network keeps its old name.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let result = client
//!     .update_network()
//!     .network_id("51839027")
//!     .network_name("Harbor Training and Exercises")
//!     .send()
//!     .await;
//! if let Err(error) = &result
//!     && error.as_service_error().is_some_and(|error| error.is_validation_error())
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

sdk_runtime::operation_name!(UpdateNetwork);

impl Operation for UpdateNetworkInput {
    type Output = UpdateNetworkOutput;
    type Error = UpdateNetworkError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "UpdateNetwork",
        method: "PATCH",
        uri: "/networks/{networkId}",
        effect: Effect::Token,
    };
}

sdk_runtime::operation_error! {
    "UpdateNetwork", UpdateNetworkError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`UpdateNetwork`](crate::operation::update_network).
    pub struct UpdateNetworkInput {
        /// ID of the network to change.
        ///
        /// Required.
        pub network_id: Option<String>,
        /// Name to give the network, 1 to 20 characters. Send the current name to keep it.
        ///
        /// Required.
        pub network_name: Option<String>,
        /// Idempotency token. Send the same value when you retry; SDKs fill it in.
        ///
        /// Filled in with a random UUID if it is not set.
        pub client_token: Option<String>,
        /// ARN of the customer managed KMS key that is to protect the network's sensitive data. Optional.
        pub encryption_key_arn: Option<String>,
    }
    input UpdateNetworkInputBuilder, UpdateNetworkFluentBuilder => UpdateNetworkOutput, UpdateNetworkError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
        network_name, set_network_name, get_network_name: optional text + required = member "networkName";
        client_token, set_client_token, get_client_token:
            optional text + token = header "clientToken" in "X-Client-Token" as CLIENT_TOKEN;
        encryption_key_arn, set_encryption_key_arn, get_encryption_key_arn:
            optional text = member "encryptionKeyArn";
    }
}

sdk_runtime::structure! {
    /// Output of [`UpdateNetwork`](crate::operation::update_network).
    pub struct UpdateNetworkOutput {
        /// Confirms the change in words. For people; do not parse it.
        pub message: Option<String>,
    }
    output UpdateNetworkOutputBuilder {
        message, set_message, get_message: optional text = member "message";
    }
}

/// Builders of what `UpdateNetwork` takes and returns.
pub mod builders {
    pub use super::{
        UpdateNetworkFluentBuilder, UpdateNetworkInputBuilder, UpdateNetworkOutputBuilder,
    };
}

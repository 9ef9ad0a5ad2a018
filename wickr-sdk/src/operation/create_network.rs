// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Creates a network in your AWS account.
//!
//! The answer holds the ID of the new network, which nearly every other operation needs. Choose the
//! access level with care: no operation in this API changes it afterwards. The name and the KMS key can
//! be changed with [`UpdateNetwork`](crate::operation::update_network).
//!
//! This operation takes no client token. If a call times out, look for the network with
//! [`ListNetworks`](crate::operation::list_networks) before you try again.
//!
//! Request: `POST /networks`. It is retried only when the request can't have taken effect.
//!
//! Callers need the permission `wickr:CreateNetwork`.
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
//! ## Start a Premium network
//!
//! Creates a Premium network whose sensitive data is protected by a customer managed key.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! use wickr_sdk::types::AccessLevel;
//!
//! let output = client
//!     .create_network()
//!     .network_name("Harbor Operations")
//!     .access_level(AccessLevel::Premium)
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
//! ## Try Premium for free
//!
//! Creates a network that begins with the Premium free trial.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! use wickr_sdk::types::AccessLevel;
//!
//! let output = client
//!     .create_network()
//!     .network_name("Harbor Pilot")
//!     .access_level(AccessLevel::Premium)
//!     .enable_premium_free_trial(true)
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Name of more than 20 characters
//!
//! The service refuses the name and says which field is at fault.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! use wickr_sdk::types::AccessLevel;
//!
//! let result = client
//!     .create_network()
//!     .network_name("Harbor Operations and Logistics")
//!     .access_level(AccessLevel::Standard)
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
use crate::constraint::NETWORK_ID;
use crate::types::AccessLevel;
use sdk_runtime::client::Operation;
use sdk_runtime::codec::{Enum, Plain};
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(CreateNetwork);

impl Operation for CreateNetworkInput {
    type Output = CreateNetworkOutput;
    type Error = CreateNetworkError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "CreateNetwork",
        method: "POST",
        uri: "/networks",
        effect: Effect::Plain,
    };
}

sdk_runtime::operation_error! {
    "CreateNetwork", CreateNetworkError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`CreateNetwork`](crate::operation::create_network).
    pub struct CreateNetworkInput {
        /// Name of the network, 1 to 20 characters.
        ///
        /// Required.
        pub network_name: Option<String>,
        /// Plan of the network: `STANDARD` or `PREMIUM`.
        ///
        /// Required.
        pub access_level: Option<AccessLevel>,
        /// Set to `true` to start the network with Premium features on a time-limited free trial; `false` if
        /// left out. [`GetNetwork`](crate::operation::get_network) reports the end of the trial in
        /// `free_trial_expiration`.
        pub enable_premium_free_trial: Option<bool>,
        /// ARN of the customer managed KMS key that protects the network's sensitive data. Optional.
        pub encryption_key_arn: Option<String>,
    }
    input CreateNetworkInputBuilder, CreateNetworkFluentBuilder => CreateNetworkOutput, CreateNetworkError {
        network_name, set_network_name, get_network_name: optional text + required = member "networkName";
        access_level, set_access_level, get_access_level:
            optional value(AccessLevel) + required = member "accessLevel" as Enum(Plain);
        enable_premium_free_trial, set_enable_premium_free_trial, get_enable_premium_free_trial:
            optional copy(bool) = member "enablePremiumFreeTrial";
        encryption_key_arn, set_encryption_key_arn, get_encryption_key_arn:
            optional text = member "encryptionKeyArn";
    }
}

sdk_runtime::structure! {
    /// Output of [`CreateNetwork`](crate::operation::create_network).
    pub struct CreateNetworkOutput {
        /// ID of the new network, 8 digits.
        pub network_id: Option<String>,
        /// Name of the new network.
        pub network_name: Option<String>,
        /// ARN of the customer managed KMS key that protects the network's sensitive data.
        pub encryption_key_arn: Option<String>,
    }
    output CreateNetworkOutputBuilder {
        network_id, set_network_id, get_network_id: optional text = member "networkId" as NETWORK_ID;
        network_name, set_network_name, get_network_name: optional text = member "networkName";
        encryption_key_arn, set_encryption_key_arn, get_encryption_key_arn:
            optional text = member "encryptionKeyArn";
    }
}

/// Builders of what `CreateNetwork` takes and returns.
pub mod builders {
    pub use super::{
        CreateNetworkFluentBuilder, CreateNetworkInputBuilder, CreateNetworkOutputBuilder,
    };
}

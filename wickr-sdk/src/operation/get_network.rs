// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Returns the name, access level, owner, and state of one network.
//!
//! Use [`GetNetworkSettings`](crate::operation::get_network_settings) for what is configured inside the
//! network, and [`ListNetworks`](crate::operation::list_networks) if you do not know the ID.
//!
//! Request: `GET /networks/{networkId}`. It changes nothing and is retried after any transient failure.
//!
//! Callers need the permission `wickr:GetNetwork`.
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
//! ## Look up a network
//!
//! Returns a Premium network that uses a customer managed key.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client.get_network().network_id("40718265").send().await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Network that does not exist
//!
//! Check the ID and the Region if you did not expect this.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let result = client.get_network().network_id("60000001").send().await;
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
use crate::constraint::NETWORK_ID;
use crate::types::AccessLevel;
use sdk_runtime::client::Operation;
use sdk_runtime::codec::{Enum, Plain};
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(GetNetwork);

impl Operation for GetNetworkInput {
    type Output = GetNetworkOutput;
    type Error = GetNetworkError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "GetNetwork",
        method: "GET",
        uri: "/networks/{networkId}",
        effect: Effect::ReadOnly,
    };
}

sdk_runtime::operation_error! {
    "GetNetwork", GetNetworkError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`GetNetwork`](crate::operation::get_network).
    pub struct GetNetworkInput {
        /// ID of the network to look up.
        ///
        /// Required.
        pub network_id: Option<String>,
    }
    input GetNetworkInputBuilder, GetNetworkFluentBuilder => GetNetworkOutput, GetNetworkError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
    }
}

sdk_runtime::structure! {
    /// Output of [`GetNetwork`](crate::operation::get_network).
    pub struct GetNetworkOutput {
        /// ID of the network, 8 digits.
        pub network_id: String,
        /// Name of the network, 1 to 20 characters.
        pub network_name: String,
        /// Plan of the network: `STANDARD` or `PREMIUM`.
        pub access_level: AccessLevel,
        /// AWS account that owns the network.
        pub aws_account_id: String,
        /// ARN of the network, for use in IAM policies.
        pub network_arn: String,
        /// Numeric status of the network. What the numbers mean is not documented.
        pub standing: Option<i32>,
        /// When the free trial ends. Meaningful only for a network that has a free trial; the text format is
        /// not documented.
        pub free_trial_expiration: Option<String>,
        /// How far the network is in moving its SSO redirect URI: `0` not started, `1` under way, `2` done. The
        /// migration wizard sets it.
        pub migration_state: Option<i32>,
        /// ARN of the customer managed KMS key that protects the network's sensitive data.
        pub encryption_key_arn: Option<String>,
    }
    output try GetNetworkOutputBuilder {
        network_id, set_network_id, get_network_id: always text = member "networkId" as NETWORK_ID;
        network_name, set_network_name, get_network_name: always text = member "networkName";
        access_level, set_access_level, get_access_level:
            always value(AccessLevel) = member "accessLevel" as Enum(Plain);
        aws_account_id, set_aws_account_id, get_aws_account_id: always text = member "awsAccountId";
        network_arn, set_network_arn, get_network_arn: always text = member "networkArn";
        standing, set_standing, get_standing: optional copy(i32) = member "standing";
        free_trial_expiration, set_free_trial_expiration, get_free_trial_expiration:
            optional text = member "freeTrialExpiration";
        migration_state, set_migration_state, get_migration_state:
            optional copy(i32) = member "migrationState";
        encryption_key_arn, set_encryption_key_arn, get_encryption_key_arn:
            optional text = member "encryptionKeyArn";
    }
}

/// Builders of what `GetNetwork` takes and returns.
pub mod builders {
    pub use super::{
        GetNetworkFluentBuilder, GetNetworkInputBuilder, GetNetworkOutputBuilder,
    };
}

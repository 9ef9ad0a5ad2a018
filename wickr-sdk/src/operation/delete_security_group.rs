// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Deletes a security group from a network.
//!
//! The default security group cannot be deleted. What happens to members of the deleted group is not
//! documented, so move users ([`UpdateUser`](crate::operation::update_user)) and bots
//! ([`UpdateBot`](crate::operation::update_bot)) to another group first.
//! [`ListSecurityGroupUsers`](crate::operation::list_security_group_users) shows which users are left.
//!
//! Request: `DELETE /networks/{networkId}/security-groups/{groupId}`. It is idempotent and is retried
//! after any transient failure.
//!
//! Callers need the permission `wickr:DeleteSecurityGroup`.
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
//! ## Remove an empty group
//!
//! Deletes a group after its members have been moved elsewhere.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client
//!     .delete_security_group()
//!     .network_id("40718265")
//!     .group_id("Kx3vTq8L")
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Unknown group
//!
//! The ID does not belong to any group of this network.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let result = client
//!     .delete_security_group()
//!     .network_id("40718265")
//!     .group_id("Zz0000zz")
//!     .send()
//!     .await;
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
use sdk_runtime::client::Operation;
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(DeleteSecurityGroup);

impl Operation for DeleteSecurityGroupInput {
    type Output = DeleteSecurityGroupOutput;
    type Error = DeleteSecurityGroupError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "DeleteSecurityGroup",
        method: "DELETE",
        uri: "/networks/{networkId}/security-groups/{groupId}",
        effect: Effect::Idempotent,
    };
}

sdk_runtime::operation_error! {
    "DeleteSecurityGroup", DeleteSecurityGroupError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`DeleteSecurityGroup`](crate::operation::delete_security_group).
    pub struct DeleteSecurityGroupInput {
        /// ID of the network that the security group is in.
        ///
        /// Required.
        pub network_id: Option<String>,
        /// ID of the security group to delete. Must not be the default group.
        ///
        /// Required.
        pub group_id: Option<String>,
    }
    input DeleteSecurityGroupInputBuilder, DeleteSecurityGroupFluentBuilder =>
        DeleteSecurityGroupOutput, DeleteSecurityGroupError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
        group_id, set_group_id, get_group_id: optional text = label "groupId";
    }
}

sdk_runtime::structure! {
    /// Output of [`DeleteSecurityGroup`](crate::operation::delete_security_group).
    pub struct DeleteSecurityGroupOutput {
        /// Outcome of the deletion, in words. For people; do not parse it.
        pub message: Option<String>,
        /// ID of the network that lost the security group.
        pub network_id: Option<String>,
        /// ID of the deleted security group.
        pub group_id: Option<String>,
    }
    output DeleteSecurityGroupOutputBuilder {
        message, set_message, get_message: optional text = member "message";
        network_id, set_network_id, get_network_id: optional text = member "networkId" as NETWORK_ID;
        group_id, set_group_id, get_group_id: optional text = member "groupId";
    }
}

/// Builders of what `DeleteSecurityGroup` takes and returns.
pub mod builders {
    pub use super::{
        DeleteSecurityGroupFluentBuilder, DeleteSecurityGroupInputBuilder,
        DeleteSecurityGroupOutputBuilder,
    };
}

// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Returns one security group with its settings and member counts.
//!
//! For the members themselves, use
//! [`ListSecurityGroupUsers`](crate::operation::list_security_group_users) (users) or
//! [`ListBots`](crate::operation::list_bots) with a `group_id` (bots).
//!
//! Request: `GET /networks/{networkId}/security-groups/{groupId}`. It changes nothing and is retried
//! after any transient failure.
//!
//! Callers need the permission `wickr:GetSecurityGroup`.
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
//! ## Look up the default group
//!
//! Returns the group that cannot be deleted, with its settings.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client
//!     .get_security_group()
//!     .network_id("40718265")
//!     .group_id("Ab7mWn2P")
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Group of another network
//!
//! A group is only found in the network it belongs to.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let result = client
//!     .get_security_group()
//!     .network_id("51839027")
//!     .group_id("Kx3vTq8L")
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
use crate::types::SecurityGroup;
use sdk_runtime::client::Operation;
use sdk_runtime::codec::Nested;
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(GetSecurityGroup);

impl Operation for GetSecurityGroupInput {
    type Output = GetSecurityGroupOutput;
    type Error = GetSecurityGroupError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "GetSecurityGroup",
        method: "GET",
        uri: "/networks/{networkId}/security-groups/{groupId}",
        effect: Effect::ReadOnly,
    };
}

sdk_runtime::operation_error! {
    "GetSecurityGroup", GetSecurityGroupError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`GetSecurityGroup`](crate::operation::get_security_group).
    pub struct GetSecurityGroupInput {
        /// ID of the network that the security group is in.
        ///
        /// Required.
        pub network_id: Option<String>,
        /// ID of the security group to look up.
        ///
        /// Required.
        pub group_id: Option<String>,
    }
    input GetSecurityGroupInputBuilder, GetSecurityGroupFluentBuilder =>
        GetSecurityGroupOutput, GetSecurityGroupError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
        group_id, set_group_id, get_group_id: optional text = label "groupId";
    }
}

sdk_runtime::structure! {
    /// Output of [`GetSecurityGroup`](crate::operation::get_security_group).
    pub struct GetSecurityGroupOutput {
        /// The security group.
        ///
        /// Required.
        pub security_group: Option<SecurityGroup>,
    }
    output GetSecurityGroupOutputBuilder {
        security_group, set_security_group, get_security_group:
            optional value(SecurityGroup) + required = member "securityGroup" as Nested;
    }
}

/// Builders of what `GetSecurityGroup` takes and returns.
pub mod builders {
    pub use super::{
        GetSecurityGroupFluentBuilder, GetSecurityGroupInputBuilder,
        GetSecurityGroupOutputBuilder,
    };
}

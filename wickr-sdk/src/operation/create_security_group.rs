// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Creates a security group in a network.
//!
//! Only the federation settings and the lockout threshold can be given here. Use
//! [`UpdateSecurityGroup`](crate::operation::update_security_group) for the rest: calling, passwords,
//! files, retention times, and so on.
//!
//! The group starts without members. Move users into it with
//! [`UpdateUser`](crate::operation::update_user) and bots with
//! [`UpdateBot`](crate::operation::update_bot).
//!
//! Request: `POST /networks/{networkId}/security-groups`. It carries an idempotency token, so that a
//! retry has no second effect.
//!
//! Callers need the permission `wickr:CreateSecurityGroup`.
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
//! ## Group that may talk to one other network
//!
//! Creates a group whose local federation is limited to a single permitted network. The client token
//! makes a retry safe.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! use wickr_sdk::types::SecurityGroupSettingsRequest;
//!
//! let output = client
//!     .create_security_group()
//!     .network_id("40718265")
//!     .name("dispatch")
//!     .security_group_settings(
//!         SecurityGroupSettingsRequest::builder()
//!             .lockout_threshold(8)
//!             .permitted_networks("51839027")
//!             .federation_mode(2)
//!             .build(),
//!     )
//!     .client_token("dispatch-group-2026-03-01")
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Group without a name
//!
//! An empty name does not count as a name.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! use wickr_sdk::types::SecurityGroupSettingsRequest;
//!
//! let result = client
//!     .create_security_group()
//!     .network_id("40718265")
//!     .name("")
//!     .security_group_settings(
//!         SecurityGroupSettingsRequest::builder().lockout_threshold(8).build(),
//!     )
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
use crate::types::{SecurityGroup, SecurityGroupSettingsRequest};
use sdk_runtime::client::Operation;
use sdk_runtime::codec::Nested;
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(CreateSecurityGroup);

impl Operation for CreateSecurityGroupInput {
    type Output = CreateSecurityGroupOutput;
    type Error = CreateSecurityGroupError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "CreateSecurityGroup",
        method: "POST",
        uri: "/networks/{networkId}/security-groups",
        effect: Effect::Token,
    };
}

sdk_runtime::operation_error! {
    "CreateSecurityGroup", CreateSecurityGroupError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`CreateSecurityGroup`](crate::operation::create_security_group).
    pub struct CreateSecurityGroupInput {
        /// ID of the network that gets the security group.
        ///
        /// Required.
        pub network_id: Option<String>,
        /// Name of the security group. An empty name is refused with `ValidationError`.
        ///
        /// Required.
        pub name: Option<String>,
        /// Initial federation settings and lockout threshold. Required, but each of its members is optional.
        ///
        /// Required.
        pub security_group_settings: Option<SecurityGroupSettingsRequest>,
        /// Idempotency token. Send the same value when you retry, so that only one security group is created;
        /// SDKs fill it in.
        ///
        /// Filled in with a random UUID if it is not set.
        pub client_token: Option<String>,
    }
    input CreateSecurityGroupInputBuilder, CreateSecurityGroupFluentBuilder =>
        CreateSecurityGroupOutput, CreateSecurityGroupError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
        name, set_name, get_name: optional text + required = member "name";
        security_group_settings, set_security_group_settings, get_security_group_settings:
            optional value(SecurityGroupSettingsRequest) + required = member "securityGroupSettings"
                as Nested;
        client_token, set_client_token, get_client_token:
            optional text + token = header "clientToken" in "X-Client-Token" as CLIENT_TOKEN;
    }
}

sdk_runtime::structure! {
    /// Output of [`CreateSecurityGroup`](crate::operation::create_security_group).
    pub struct CreateSecurityGroupOutput {
        /// The security group as created, including the ID that the service gave it.
        ///
        /// Required.
        pub security_group: Option<SecurityGroup>,
    }
    output CreateSecurityGroupOutputBuilder {
        security_group, set_security_group, get_security_group:
            optional value(SecurityGroup) + required = member "securityGroup" as Nested;
    }
}

/// Builders of what `CreateSecurityGroup` takes and returns.
pub mod builders {
    pub use super::{
        CreateSecurityGroupFluentBuilder, CreateSecurityGroupInputBuilder,
        CreateSecurityGroupOutputBuilder,
    };
}

// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Changes the name or the settings of a security group.
//!
//! New settings apply to every member of the group. Some cost people their data: messages past
//! `max_ttl` are deleted everywhere, and too many failed logins under `force_device_lockout` reset a
//! device.
//!
//! Whether a nested structure such as `calling` is merged or replaced is not documented. Send nested
//! structures and lists complete, and check the group in the answer.
//!
//! Request: `PATCH /networks/{networkId}/security-groups/{groupId}`. It is idempotent and is retried
//! after any transient failure.
//!
//! Callers need the permission `wickr:UpdateSecurityGroup`.
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
//! ## Tighten a group
//!
//! Sets rules for calls and passwords, limits federation to named networks, and makes the shredder more
//! thorough. Messages live for at most 30 days.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! use wickr_sdk::types::{
//!     CallingSettings, PasswordRequirements, PermittedWickrEnterpriseNetwork,
//!     SecurityGroupSettings, ShredderSettings, WickrAwsNetworks,
//! };
//!
//! let output = client
//!     .update_security_group()
//!     .network_id("40718265")
//!     .group_id("Kx3vTq8L")
//!     .name("dispatch")
//!     .security_group_settings(
//!         SecurityGroupSettings::builder()
//!             .calling(
//!                 CallingSettings::builder()
//!                     .can_start11_call(true)
//!                     .can_video_call(false)
//!                     .force_tcp_call(true)
//!                     .build(),
//!             )
//!             .enable_file_download(true)
//!             .enable_restricted_global_federation(true)
//!             .force_device_lockout(6)
//!             .global_federation(true)
//!             .max_auto_download_size(512000)
//!             .max_bor(86400)
//!             .max_ttl(2592000)
//!             .password_requirements(
//!                 PasswordRequirements::builder()
//!                     .lowercase(1)
//!                     .min_length(14)
//!                     .numbers(2)
//!                     .symbols(1)
//!                     .uppercase(1)
//!                     .build(),
//!             )
//!             .shredder(
//!                 ShredderSettings::builder()
//!                     .can_process_manually(true)
//!                     .intensity(60)
//!                     .build(),
//!             )
//!             .federation_mode(2)
//!             .lockout_threshold(10)
//!             .permitted_networks("51839027")
//!             .permitted_wickr_aws_networks(
//!                 WickrAwsNetworks::builder()
//!                     .region("eu-west-2")
//!                     .network_id("72940316")
//!                     .build()?,
//!             )
//!             .permitted_wickr_enterprise_networks(
//!                 PermittedWickrEnterpriseNetwork::builder()
//!                     .domain("wickr.example.com")
//!                     .network_id("83051427")
//!                     .build()?,
//!             )
//!             .max_non_sso_session_minutes(720)
//!             .build(),
//!     )
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Shredder intensity out of steps
//!
//! Only 0, 20, 60, and 100 are valid.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! use wickr_sdk::types::{SecurityGroupSettings, ShredderSettings};
//!
//! let result = client
//!     .update_security_group()
//!     .network_id("40718265")
//!     .group_id("Kx3vTq8L")
//!     .security_group_settings(
//!         SecurityGroupSettings::builder()
//!             .shredder(ShredderSettings::builder().intensity(50).build())
//!             .build(),
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
use crate::constraint::NETWORK_ID;
use crate::types::{SecurityGroup, SecurityGroupSettings};
use sdk_runtime::client::Operation;
use sdk_runtime::codec::Nested;
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(UpdateSecurityGroup);

impl Operation for UpdateSecurityGroupInput {
    type Output = UpdateSecurityGroupOutput;
    type Error = UpdateSecurityGroupError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "UpdateSecurityGroup",
        method: "PATCH",
        uri: "/networks/{networkId}/security-groups/{groupId}",
        effect: Effect::Idempotent,
    };
}

sdk_runtime::operation_error! {
    "UpdateSecurityGroup", UpdateSecurityGroupError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`UpdateSecurityGroup`](crate::operation::update_security_group).
    pub struct UpdateSecurityGroupInput {
        /// ID of the network that the security group is in.
        ///
        /// Required.
        pub network_id: Option<String>,
        /// ID of the security group to change.
        ///
        /// Required.
        pub group_id: Option<String>,
        /// Name to give the group. Leave it out to keep the current one.
        pub name: Option<String>,
        /// Settings to change; leave out to change only the name. AWS has published two conflicting lists of
        /// `federation_mode` values, so confirm the effect of a new mode before you rely on it.
        pub security_group_settings: Option<SecurityGroupSettings>,
    }
    input UpdateSecurityGroupInputBuilder, UpdateSecurityGroupFluentBuilder =>
        UpdateSecurityGroupOutput, UpdateSecurityGroupError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
        group_id, set_group_id, get_group_id: optional text = label "groupId";
        name, set_name, get_name: optional text = member "name";
        security_group_settings, set_security_group_settings, get_security_group_settings:
            optional value(SecurityGroupSettings) = member "securityGroupSettings" as Nested;
    }
}

sdk_runtime::structure! {
    /// Output of [`UpdateSecurityGroup`](crate::operation::update_security_group).
    pub struct UpdateSecurityGroupOutput {
        /// The security group after the change.
        ///
        /// Required.
        pub security_group: Option<SecurityGroup>,
    }
    output UpdateSecurityGroupOutputBuilder {
        security_group, set_security_group, get_security_group:
            optional value(SecurityGroup) + required = member "securityGroup" as Nested;
    }
}

/// Builders of what `UpdateSecurityGroup` takes and returns.
pub mod builders {
    pub use super::{
        UpdateSecurityGroupFluentBuilder, UpdateSecurityGroupInputBuilder,
        UpdateSecurityGroupOutputBuilder,
    };
}

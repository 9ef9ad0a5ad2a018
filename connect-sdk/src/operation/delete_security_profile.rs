// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Deletes a security profile from an Amazon Connect instance.
//!
//! A profile that is in use gives `ResourceInUseException`. Take it away from users with
//! [`UpdateUserSecurityProfiles`](crate::operation::update_user_security_profiles) and from AI agents
//! with [`DisassociateSecurityProfiles`](crate::operation::disassociate_security_profiles) first.
//!
//! No operation in this SDK restores a deleted profile. To be able to rebuild it, read its settings,
//! permissions, applications, and flow modules beforehand.
//!
//! Request: `DELETE /security-profiles/{InstanceId}/{SecurityProfileId}`. It is retried only when the
//! request can't have taken effect.
//!
//! # Errors
//!
//! - [`AccessDeniedException`](crate::types::error::AccessDeniedException): The caller lacks the
//!   permission for this call (HTTP 403).
//! - [`InternalServiceException`](crate::types::error::InternalServiceException): The service failed
//!   while it worked on the request (HTTP 500).
//! - [`InvalidParameterException`](crate::types::error::InvalidParameterException): A parameter has a
//!   value that is not accepted (HTTP 400).
//! - [`InvalidRequestException`](crate::types::error::InvalidRequestException): The request as a whole is
//!   not accepted (HTTP 400).
//! - [`ResourceInUseException`](crate::types::error::ResourceInUseException): Something still uses the
//!   resource (HTTP 409).
//! - [`ResourceNotFoundException`](crate::types::error::ResourceNotFoundException): The instance, the
//!   security profile, or something else that the request names does not exist (HTTP 404).
//! - [`ThrottlingException`](crate::types::error::ThrottlingException): Requests arrive faster than the
//!   service allows (HTTP 429).
//!
//! # Examples
//!
//! ## Delete a profile
//!
//! Nobody uses the profile any more.
//!
//! ```no_run
//! # async fn example(client: &connect_sdk::Client) -> Result<(), connect_sdk::Error> {
//! let output = client
//!     .delete_security_profile()
//!     .instance_id("1f2e3d4c-5b6a-4798-8a9b-0c1d2e3f4a5b")
//!     .security_profile_id("7d8e9f0a-1b2c-4d3e-9f4a-5b6c7d8e9f0a")
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Delete a profile that is in use
//!
//! A user still has the profile. Assign other profiles to the user first.
//!
//! ```no_run
//! # async fn example(client: &connect_sdk::Client) -> Result<(), connect_sdk::Error> {
//! let result = client
//!     .delete_security_profile()
//!     .instance_id("1f2e3d4c-5b6a-4798-8a9b-0c1d2e3f4a5b")
//!     .security_profile_id("3c4d5e6f-7a8b-4c9d-8e0f-1a2b3c4d5e6f")
//!     .send()
//!     .await;
//! if let Err(error) = &result
//!     && error
//!         .as_service_error()
//!         .is_some_and(|error| error.is_resource_in_use_exception())
//! {
//!     eprintln!("{error}");
//! }
//! # Ok(())
//! # }
//! ```

use crate::client::SERVICE;
use crate::constraint::INSTANCE_ID;
use sdk_runtime::client::Operation;
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(DeleteSecurityProfile);

impl Operation for DeleteSecurityProfileInput {
    type Output = DeleteSecurityProfileOutput;
    type Error = DeleteSecurityProfileError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "DeleteSecurityProfile",
        method: "DELETE",
        uri: "/security-profiles/{InstanceId}/{SecurityProfileId}",
        effect: Effect::Plain,
    };
}

sdk_runtime::operation_error! {
    "DeleteSecurityProfile", DeleteSecurityProfileError:
    AccessDeniedException is_access_denied_exception, InternalServiceException is_internal_service_exception,
    InvalidParameterException is_invalid_parameter_exception,
    InvalidRequestException is_invalid_request_exception,
    ResourceInUseException is_resource_in_use_exception,
    ResourceNotFoundException is_resource_not_found_exception, ThrottlingException is_throttling_exception
}

sdk_runtime::structure! {
    /// Input of [`DeleteSecurityProfile`](crate::operation::delete_security_profile).
    pub struct DeleteSecurityProfileInput {
        /// ID of the Amazon Connect instance; it is the last part of the instance's ARN.
        ///
        /// Required.
        pub instance_id: Option<String>,
        /// ID of the security profile.
        ///
        /// Required.
        pub security_profile_id: Option<String>,
    }
    input DeleteSecurityProfileInputBuilder, DeleteSecurityProfileFluentBuilder =>
        DeleteSecurityProfileOutput, DeleteSecurityProfileError {
        instance_id, set_instance_id, get_instance_id: optional text = label "InstanceId" as INSTANCE_ID;
        security_profile_id, set_security_profile_id, get_security_profile_id:
            optional text = label "SecurityProfileId";
    }
}

sdk_runtime::structure! {
    /// What [`DeleteSecurityProfile`](self) returns.
    pub struct DeleteSecurityProfileOutput {}
    output DeleteSecurityProfileOutputBuilder {}
}

/// Builders of what `DeleteSecurityProfile` takes and returns.
pub mod builders {
    pub use super::{
        DeleteSecurityProfileFluentBuilder, DeleteSecurityProfileInputBuilder,
        DeleteSecurityProfileOutputBuilder,
    };
}

// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Assigns security profiles to a user of an Amazon Connect instance.
//!
//! Send 1 to 10 profile IDs. Whether profiles that you leave out stay assigned is not documented, so
//! list every profile that the user should have. The profiles of AI agents are managed with
//! [`AssociateSecurityProfiles`](crate::operation::associate_security_profiles).
//!
//! Success has no content, and this SDK cannot read the profiles of a user back.
//!
//! Request: `POST /users/{InstanceId}/{UserId}/security-profiles`. It is retried only when the request
//! can't have taken effect.
//!
//! # Errors
//!
//! - [`InternalServiceException`](crate::types::error::InternalServiceException): The service failed
//!   while it worked on the request (HTTP 500).
//! - [`InvalidParameterException`](crate::types::error::InvalidParameterException): A parameter has a
//!   value that is not accepted (HTTP 400).
//! - [`InvalidRequestException`](crate::types::error::InvalidRequestException): The request as a whole is
//!   not accepted (HTTP 400).
//! - [`ResourceNotFoundException`](crate::types::error::ResourceNotFoundException): The instance, the
//!   security profile, or something else that the request names does not exist (HTTP 404).
//! - [`ThrottlingException`](crate::types::error::ThrottlingException): Requests arrive faster than the
//!   service allows (HTTP 429).
//!
//! # Examples
//!
//! ## Make a billing agent a supervisor
//!
//! The user is given both profiles, so both are in the list.
//!
//! ```no_run
//! # async fn example(client: &connect_sdk::Client) -> Result<(), connect_sdk::Error> {
//! let output = client
//!     .update_user_security_profiles()
//!     .security_profile_ids("7d8e9f0a-1b2c-4d3e-9f4a-5b6c7d8e9f0a")
//!     .security_profile_ids("3c4d5e6f-7a8b-4c9d-8e0f-1a2b3c4d5e6f")
//!     .user_id("5e6f7a8b-9c0d-4e1f-8a2b-3c4d5e6f7a8b")
//!     .instance_id("1f2e3d4c-5b6a-4798-8a9b-0c1d2e3f4a5b")
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## User who does not exist
//!
//! The instance does not know the user ID.
//!
//! ```no_run
//! # async fn example(client: &connect_sdk::Client) -> Result<(), connect_sdk::Error> {
//! let result = client
//!     .update_user_security_profiles()
//!     .security_profile_ids("7d8e9f0a-1b2c-4d3e-9f4a-5b6c7d8e9f0a")
//!     .user_id("00000000-1111-4222-8333-444444444444")
//!     .instance_id("1f2e3d4c-5b6a-4798-8a9b-0c1d2e3f4a5b")
//!     .send()
//!     .await;
//! if let Err(error) = &result
//!     && error
//!         .as_service_error()
//!         .is_some_and(|error| error.is_resource_not_found_exception())
//! {
//!     eprintln!("{error}");
//! }
//! # Ok(())
//! # }
//! ```

use crate::client::SERVICE;
use crate::constraint::{INSTANCE_ID, SECURITY_PROFILE_IDS};
use sdk_runtime::client::Operation;
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(UpdateUserSecurityProfiles);

impl Operation for UpdateUserSecurityProfilesInput {
    type Output = UpdateUserSecurityProfilesOutput;
    type Error = UpdateUserSecurityProfilesError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "UpdateUserSecurityProfiles",
        method: "POST",
        uri: "/users/{InstanceId}/{UserId}/security-profiles",
        effect: Effect::Plain,
    };
}

sdk_runtime::operation_error! {
    "UpdateUserSecurityProfiles", UpdateUserSecurityProfilesError:
    InternalServiceException is_internal_service_exception,
    InvalidParameterException is_invalid_parameter_exception,
    InvalidRequestException is_invalid_request_exception,
    ResourceNotFoundException is_resource_not_found_exception, ThrottlingException is_throttling_exception
}

sdk_runtime::structure! {
    /// Input of [`UpdateUserSecurityProfiles`](crate::operation::update_user_security_profiles).
    pub struct UpdateUserSecurityProfilesInput {
        /// IDs of 1 to 10 profiles. List every one that the user should have.
        ///
        /// Required.
        pub security_profile_ids: Option<Vec<String>>,
        /// ID of the user account.
        ///
        /// Required.
        pub user_id: Option<String>,
        /// ID of the Amazon Connect instance; it is the last part of the instance's ARN.
        ///
        /// Required.
        pub instance_id: Option<String>,
    }
    input UpdateUserSecurityProfilesInputBuilder, UpdateUserSecurityProfilesFluentBuilder =>
        UpdateUserSecurityProfilesOutput, UpdateUserSecurityProfilesError {
        security_profile_ids, set_security_profile_ids, get_security_profile_ids:
            optional texts + required = member "SecurityProfileIds" as SECURITY_PROFILE_IDS;
        user_id, set_user_id, get_user_id: optional text = label "UserId";
        instance_id, set_instance_id, get_instance_id: optional text = label "InstanceId" as INSTANCE_ID;
    }
}

sdk_runtime::structure! {
    /// What [`UpdateUserSecurityProfiles`](self) returns.
    pub struct UpdateUserSecurityProfilesOutput {}
    output UpdateUserSecurityProfilesOutputBuilder {}
}

/// Builders of what `UpdateUserSecurityProfiles` takes and returns.
pub mod builders {
    pub use super::{
        UpdateUserSecurityProfilesFluentBuilder, UpdateUserSecurityProfilesInputBuilder,
        UpdateUserSecurityProfilesOutputBuilder,
    };
}

// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Detaches security profiles from an AI agent of an Amazon Connect instance.
//!
//! One call takes 1 to 10 profiles. The entity must be an AI agent of Amazon Q in Connect, with
//! `EntityType` set to `AI_AGENT`; the profiles of people are changed with
//! [`UpdateUserSecurityProfiles`](crate::operation::update_user_security_profiles).
//!
//! The profiles themselves remain in the instance. Success has no content; check with
//! [`ListEntitySecurityProfiles`](crate::operation::list_entity_security_profiles) what the agent still
//! has.
//!
//! Request: `POST /disassociate-security-profiles/{InstanceId}`. It is retried only when the request
//! can't have taken effect.
//!
//! # Errors
//!
//! - [`AccessDeniedException`](crate::types::error::AccessDeniedException): The caller lacks the
//!   permission for this call (HTTP 403).
//! - [`ConditionalOperationFailedException`](crate::types::error::ConditionalOperationFailedException): A
//!   condition that the call depends on does not hold (HTTP 409).
//! - [`InternalServiceException`](crate::types::error::InternalServiceException): The service failed
//!   while it worked on the request (HTTP 500).
//! - [`InvalidParameterException`](crate::types::error::InvalidParameterException): A parameter has a
//!   value that is not accepted (HTTP 400).
//! - [`InvalidRequestException`](crate::types::error::InvalidRequestException): The request as a whole is
//!   not accepted (HTTP 400).
//! - [`ResourceConflictException`](crate::types::error::ResourceConflictException): The request collides
//!   with a resource that exists already, such as one of the same name (HTTP 409).
//! - [`ResourceNotFoundException`](crate::types::error::ResourceNotFoundException): The instance, the
//!   security profile, or something else that the request names does not exist (HTTP 404).
//!
//! # Examples
//!
//! ## Take a profile away from an AI agent
//!
//! The agent loses the profile; the profile itself is kept.
//!
//! ```no_run
//! # async fn example(client: &connect_sdk::Client) -> Result<(), connect_sdk::Error> {
//! use connect_sdk::types::{EntityType, SecurityProfileItem};
//!
//! let output = client
//!     .disassociate_security_profiles()
//!     .instance_id("1f2e3d4c-5b6a-4798-8a9b-0c1d2e3f4a5b")
//!     .security_profiles(
//!         SecurityProfileItem::builder()
//!             .id("a1b2c3d4-e5f6-4a7b-8c9d-0e1f2a3b4c5d")
//!             .build(),
//!     )
//!     .entity_type(EntityType::AiAgent)
//!     .entity_arn(
//!         "arn:aws:wisdom:us-east-1:111122223333:ai-agent/2a3b4c5d-6e7f-4a8b-9c0d-1e2f3a4b5c6d/8b9c0d1e-2f3a-4b4c-8d5e-6f7a8b9c0d1e",
//!     )
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```

use crate::client::SERVICE;
use crate::constraint::{ENTITY_ARN, INSTANCE_ID, SECURITY_PROFILES};
use crate::types::{EntityType, SecurityProfileItem};
use sdk_runtime::client::Operation;
use sdk_runtime::codec::{Enum, Plain};
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(DisassociateSecurityProfiles);

impl Operation for DisassociateSecurityProfilesInput {
    type Output = DisassociateSecurityProfilesOutput;
    type Error = DisassociateSecurityProfilesError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "DisassociateSecurityProfiles",
        method: "POST",
        uri: "/disassociate-security-profiles/{InstanceId}",
        effect: Effect::Plain,
    };
}

sdk_runtime::operation_error! {
    "DisassociateSecurityProfiles", DisassociateSecurityProfilesError:
    AccessDeniedException is_access_denied_exception,
    ConditionalOperationFailedException is_conditional_operation_failed_exception,
    InternalServiceException is_internal_service_exception,
    InvalidParameterException is_invalid_parameter_exception,
    InvalidRequestException is_invalid_request_exception,
    ResourceConflictException is_resource_conflict_exception,
    ResourceNotFoundException is_resource_not_found_exception
}

sdk_runtime::structure! {
    /// Input of [`DisassociateSecurityProfiles`](crate::operation::disassociate_security_profiles).
    pub struct DisassociateSecurityProfilesInput {
        /// ID of the Amazon Connect instance; it is the last part of the instance's ARN.
        ///
        /// Required.
        pub instance_id: Option<String>,
        /// 1 to 10 profiles to detach.
        ///
        /// Required.
        pub security_profiles: Option<Vec<SecurityProfileItem>>,
        /// Kind of entity. Send `AI_AGENT`, the only one supported.
        ///
        /// Required.
        pub entity_type: Option<EntityType>,
        /// ARN of the AI agent (Amazon Q in Connect).
        ///
        /// Required.
        pub entity_arn: Option<String>,
    }
    input DisassociateSecurityProfilesInputBuilder, DisassociateSecurityProfilesFluentBuilder =>
        DisassociateSecurityProfilesOutput, DisassociateSecurityProfilesError {
        instance_id, set_instance_id, get_instance_id: optional text = label "InstanceId" as INSTANCE_ID;
        security_profiles, set_security_profiles, get_security_profiles:
            optional list(SecurityProfileItem) + required = member "SecurityProfiles" as SECURITY_PROFILES;
        entity_type, set_entity_type, get_entity_type:
            optional value(EntityType) + required = member "EntityType" as Enum(Plain);
        entity_arn, set_entity_arn, get_entity_arn:
            optional text + required = member "EntityArn" as ENTITY_ARN;
    }
}

sdk_runtime::structure! {
    /// What [`DisassociateSecurityProfiles`](self) returns.
    pub struct DisassociateSecurityProfilesOutput {}
    output DisassociateSecurityProfilesOutputBuilder {}
}

/// Builders of what `DisassociateSecurityProfiles` takes and returns.
pub mod builders {
    pub use super::{
        DisassociateSecurityProfilesFluentBuilder,
        DisassociateSecurityProfilesInputBuilder,
        DisassociateSecurityProfilesOutputBuilder,
    };
}

// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Attaches security profiles to an AI agent of an Amazon Connect instance.
//!
//! One call takes 1 to 10 profiles. The entity must be an AI agent of Amazon Q in Connect: although
//! `EntityType` also knows `USER`, only `AI_AGENT` works here. Use
//! [`UpdateUserSecurityProfiles`](crate::operation::update_user_security_profiles) to assign profiles
//! to people.
//!
//! Success has no content;
//! [`ListEntitySecurityProfiles`](crate::operation::list_entity_security_profiles) shows what the agent
//! has now. [`DisassociateSecurityProfiles`](crate::operation::disassociate_security_profiles) takes
//! profiles away again.
//!
//! Request: `POST /associate-security-profiles/{InstanceId}`. It is retried only when the request can't
//! have taken effect.
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
//! ## Let an AI agent use the order tools
//!
//! The profile that lists the tools is attached to one AI agent.
//!
//! ```no_run
//! # async fn example(client: &connect_sdk::Client) -> Result<(), connect_sdk::Error> {
//! use connect_sdk::types::{EntityType, SecurityProfileItem};
//!
//! let output = client
//!     .associate_security_profiles()
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
//!
//! ## Attach a profile that is gone
//!
//! No profile of the instance has this ID.
//!
//! ```no_run
//! # async fn example(client: &connect_sdk::Client) -> Result<(), connect_sdk::Error> {
//! use connect_sdk::types::{EntityType, SecurityProfileItem};
//!
//! let result = client
//!     .associate_security_profiles()
//!     .instance_id("1f2e3d4c-5b6a-4798-8a9b-0c1d2e3f4a5b")
//!     .security_profiles(
//!         SecurityProfileItem::builder()
//!             .id("00000000-1111-4222-8333-444444444444")
//!             .build(),
//!     )
//!     .entity_type(EntityType::AiAgent)
//!     .entity_arn(
//!         "arn:aws:wisdom:us-east-1:111122223333:ai-agent/2a3b4c5d-6e7f-4a8b-9c0d-1e2f3a4b5c6d/8b9c0d1e-2f3a-4b4c-8d5e-6f7a8b9c0d1e",
//!     )
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
use crate::constraint::{ENTITY_ARN, INSTANCE_ID, SECURITY_PROFILES};
use crate::types::{EntityType, SecurityProfileItem};
use sdk_runtime::client::Operation;
use sdk_runtime::codec::{Enum, Plain};
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(AssociateSecurityProfiles);

impl Operation for AssociateSecurityProfilesInput {
    type Output = AssociateSecurityProfilesOutput;
    type Error = AssociateSecurityProfilesError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "AssociateSecurityProfiles",
        method: "POST",
        uri: "/associate-security-profiles/{InstanceId}",
        effect: Effect::Plain,
    };
}

sdk_runtime::operation_error! {
    "AssociateSecurityProfiles", AssociateSecurityProfilesError:
    AccessDeniedException is_access_denied_exception,
    ConditionalOperationFailedException is_conditional_operation_failed_exception,
    InternalServiceException is_internal_service_exception,
    InvalidParameterException is_invalid_parameter_exception,
    InvalidRequestException is_invalid_request_exception,
    ResourceConflictException is_resource_conflict_exception,
    ResourceNotFoundException is_resource_not_found_exception
}

sdk_runtime::structure! {
    /// Input of [`AssociateSecurityProfiles`](crate::operation::associate_security_profiles).
    pub struct AssociateSecurityProfilesInput {
        /// ID of the Amazon Connect instance; it is the last part of the instance's ARN.
        ///
        /// Required.
        pub instance_id: Option<String>,
        /// 1 to 10 profiles to attach.
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
    input AssociateSecurityProfilesInputBuilder, AssociateSecurityProfilesFluentBuilder =>
        AssociateSecurityProfilesOutput, AssociateSecurityProfilesError {
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
    /// What [`AssociateSecurityProfiles`](self) returns.
    pub struct AssociateSecurityProfilesOutput {}
    output AssociateSecurityProfilesOutputBuilder {}
}

/// Builders of what `AssociateSecurityProfiles` takes and returns.
pub mod builders {
    pub use super::{
        AssociateSecurityProfilesFluentBuilder, AssociateSecurityProfilesInputBuilder,
        AssociateSecurityProfilesOutputBuilder,
    };
}

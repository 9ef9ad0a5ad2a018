// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Returns the security profiles attached to an AI agent, one page at a time.
//!
//! The entity must be an AI agent of Amazon Q in Connect, so `EntityType` is always `AI_AGENT`.
//! Continue with `NextToken` until it is absent.
//!
//! Each entry holds only an ID;
//! [`DescribeSecurityProfile`](crate::operation::describe_security_profile) tells you more about it.
//!
//! Request: `POST /entity-security-profiles-summary/{InstanceId}`. It is retried only when the request
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
//! ## List the profiles of an AI agent
//!
//! Two profiles are attached, and they fit on one page.
//!
//! ```no_run
//! # async fn example(client: &connect_sdk::Client) -> Result<(), connect_sdk::Error> {
//! use connect_sdk::types::EntityType;
//!
//! let output = client
//!     .list_entity_security_profiles()
//!     .instance_id("1f2e3d4c-5b6a-4798-8a9b-0c1d2e3f4a5b")
//!     .entity_type(EntityType::AiAgent)
//!     .entity_arn(
//!         "arn:aws:wisdom:us-east-1:111122223333:ai-agent/2a3b4c5d-6e7f-4a8b-9c0d-1e2f3a4b5c6d/8b9c0d1e-2f3a-4b4c-8d5e-6f7a8b9c0d1e",
//!     )
//!     .max_results(50)
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```

use crate::client::SERVICE;
use crate::constraint::{
    ENTITY_ARN, INSTANCE_ID, MAX_RESULT100, NEXT_TOKEN2500, SECURITY_PROFILES100,
};
use crate::types::{EntityType, SecurityProfileItem};
use sdk_runtime::client::Operation;
use sdk_runtime::codec::{Enum, Plain};
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(ListEntitySecurityProfiles);

impl Operation for ListEntitySecurityProfilesInput {
    type Output = ListEntitySecurityProfilesOutput;
    type Error = ListEntitySecurityProfilesError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "ListEntitySecurityProfiles",
        method: "POST",
        uri: "/entity-security-profiles-summary/{InstanceId}",
        effect: Effect::Plain,
    };
}

sdk_runtime::operation_error! {
    "ListEntitySecurityProfiles", ListEntitySecurityProfilesError:
    InternalServiceException is_internal_service_exception,
    InvalidParameterException is_invalid_parameter_exception,
    InvalidRequestException is_invalid_request_exception,
    ResourceNotFoundException is_resource_not_found_exception, ThrottlingException is_throttling_exception
}

sdk_runtime::structure! {
    /// Input of [`ListEntitySecurityProfiles`](crate::operation::list_entity_security_profiles).
    pub struct ListEntitySecurityProfilesInput {
        /// ID of the Amazon Connect instance; it is the last part of the instance's ARN.
        ///
        /// Required.
        pub instance_id: Option<String>,
        /// Kind of entity. Send `AI_AGENT`, the only one supported.
        ///
        /// Required.
        pub entity_type: Option<EntityType>,
        /// ARN of the AI agent (Amazon Q in Connect).
        ///
        /// Required.
        pub entity_arn: Option<String>,
        /// Token from the previous page (`NextToken`). Leave it out to get the first page.
        pub next_token: Option<String>,
        /// Largest page to return, 1 to 100; 100 by default.
        pub max_results: Option<i32>,
    }
    input ListEntitySecurityProfilesInputBuilder, ListEntitySecurityProfilesFluentBuilder =>
        ListEntitySecurityProfilesOutput, ListEntitySecurityProfilesError {
        instance_id, set_instance_id, get_instance_id: optional text = label "InstanceId" as INSTANCE_ID;
        entity_type, set_entity_type, get_entity_type:
            optional value(EntityType) + required = member "EntityType" as Enum(Plain);
        entity_arn, set_entity_arn, get_entity_arn:
            optional text + required = member "EntityArn" as ENTITY_ARN;
        next_token, set_next_token, get_next_token: optional text = member "NextToken" as NEXT_TOKEN2500;
        max_results, set_max_results, get_max_results:
            optional copy(i32) = member "MaxResults" as MAX_RESULT100;
    }
}

sdk_runtime::structure! {
    /// Output of [`ListEntitySecurityProfiles`](crate::operation::list_entity_security_profiles): one page
    /// of profile IDs.
    pub struct ListEntitySecurityProfilesOutput {
        /// Profiles attached to the AI agent, by ID.
        pub security_profiles: Option<Vec<SecurityProfileItem>>,
        /// Token for the next page; absent on the last one.
        pub next_token: Option<String>,
    }
    output ListEntitySecurityProfilesOutputBuilder {
        security_profiles, set_security_profiles, get_security_profiles:
            optional list(SecurityProfileItem) = member "SecurityProfiles" as SECURITY_PROFILES100;
        next_token, set_next_token, get_next_token: optional text = member "NextToken" as NEXT_TOKEN2500;
    }
}

sdk_runtime::paginated! {
    ListEntitySecurityProfilesInput, ListEntitySecurityProfilesFluentBuilder, ListEntitySecurityProfilesPaginator, ListEntitySecurityProfilesPaginatorItems {
        token next_token: String = |output| output.next_token.as_ref();
        page_size max_results: i32;
        items SecurityProfileItem = |output| output.security_profiles;
    }
}

/// The paginator of `ListEntitySecurityProfiles`.
pub mod paginator {
    pub use super::{
        ListEntitySecurityProfilesPaginator, ListEntitySecurityProfilesPaginatorItems,
    };
}

/// Builders of what `ListEntitySecurityProfiles` takes and returns.
pub mod builders {
    pub use super::{
        ListEntitySecurityProfilesFluentBuilder, ListEntitySecurityProfilesInputBuilder,
        ListEntitySecurityProfilesOutputBuilder,
    };
}

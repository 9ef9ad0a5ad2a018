// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Returns one security profile: its name, tags, and access restrictions.
//!
//! What the profile permits is not part of the answer. Fetch that with
//! [`ListSecurityProfilePermissions`](crate::operation::list_security_profile_permissions),
//! [`ListSecurityProfileApplications`](crate::operation::list_security_profile_applications), and
//! [`ListSecurityProfileFlowModules`](crate::operation::list_security_profile_flow_modules).
//!
//! If you know only the name, find the ID with
//! [`SearchSecurityProfiles`](crate::operation::search_security_profiles).
//!
//! Request: `GET /security-profiles/{InstanceId}/{SecurityProfileId}`. It is retried only when the
//! request can't have taken effect.
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
//! ## Look at a profile and its restrictions
//!
//! Holders reach only billing users and queues, users in one hierarchy group, and two markets in data
//! tables.
//!
//! ```no_run
//! # async fn example(client: &connect_sdk::Client) -> Result<(), connect_sdk::Error> {
//! let output = client
//!     .describe_security_profile()
//!     .security_profile_id("3c4d5e6f-7a8b-4c9d-8e0f-1a2b3c4d5e6f")
//!     .instance_id("1f2e3d4c-5b6a-4798-8a9b-0c1d2e3f4a5b")
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Profile that does not exist
//!
//! The ID is well formed, but the instance does not know it.
//!
//! ```no_run
//! # async fn example(client: &connect_sdk::Client) -> Result<(), connect_sdk::Error> {
//! let result = client
//!     .describe_security_profile()
//!     .security_profile_id("00000000-1111-4222-8333-444444444444")
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
use crate::constraint::INSTANCE_ID;
use crate::types::SecurityProfile;
use sdk_runtime::client::Operation;
use sdk_runtime::codec::Nested;
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(DescribeSecurityProfile);

impl Operation for DescribeSecurityProfileInput {
    type Output = DescribeSecurityProfileOutput;
    type Error = DescribeSecurityProfileError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "DescribeSecurityProfile",
        method: "GET",
        uri: "/security-profiles/{InstanceId}/{SecurityProfileId}",
        effect: Effect::Plain,
    };
}

sdk_runtime::operation_error! {
    "DescribeSecurityProfile", DescribeSecurityProfileError:
    InternalServiceException is_internal_service_exception,
    InvalidParameterException is_invalid_parameter_exception,
    InvalidRequestException is_invalid_request_exception,
    ResourceNotFoundException is_resource_not_found_exception, ThrottlingException is_throttling_exception
}

sdk_runtime::structure! {
    /// Input of [`DescribeSecurityProfile`](crate::operation::describe_security_profile).
    pub struct DescribeSecurityProfileInput {
        /// ID of the security profile.
        ///
        /// Required.
        pub security_profile_id: Option<String>,
        /// ID of the Amazon Connect instance; it is the last part of the instance's ARN.
        ///
        /// Required.
        pub instance_id: Option<String>,
    }
    input DescribeSecurityProfileInputBuilder, DescribeSecurityProfileFluentBuilder =>
        DescribeSecurityProfileOutput, DescribeSecurityProfileError {
        security_profile_id, set_security_profile_id, get_security_profile_id:
            optional text = label "SecurityProfileId";
        instance_id, set_instance_id, get_instance_id: optional text = label "InstanceId" as INSTANCE_ID;
    }
}

sdk_runtime::structure! {
    /// Output of [`DescribeSecurityProfile`](crate::operation::describe_security_profile).
    pub struct DescribeSecurityProfileOutput {
        /// The profile that was asked for.
        pub security_profile: Option<SecurityProfile>,
    }
    output DescribeSecurityProfileOutputBuilder {
        security_profile, set_security_profile, get_security_profile:
            optional value(SecurityProfile) = member "SecurityProfile" as Nested;
    }
}

/// Builders of what `DescribeSecurityProfile` takes and returns.
pub mod builders {
    pub use super::{
        DescribeSecurityProfileFluentBuilder, DescribeSecurityProfileInputBuilder,
        DescribeSecurityProfileOutputBuilder,
    };
}

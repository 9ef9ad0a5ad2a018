// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Returns the flow modules that a security profile lets AI agents call, one page at a time.
//!
//! AI agents can invoke these modules as tools. Continue with `NextToken` until it is absent. Change
//! them with [`UpdateSecurityProfile`](crate::operation::update_security_profile).
//!
//! Request: `GET /security-profiles-flow-modules/{InstanceId}/{SecurityProfileId}`. It is retried only
//! when the request can't have taken effect.
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
//! ## List the flow modules of a profile
//!
//! AI agents with this profile may call two modules.
//!
//! ```no_run
//! # async fn example(client: &connect_sdk::Client) -> Result<(), connect_sdk::Error> {
//! let output = client
//!     .list_security_profile_flow_modules()
//!     .security_profile_id("a1b2c3d4-e5f6-4a7b-8c9d-0e1f2a3b4c5d")
//!     .instance_id("1f2e3d4c-5b6a-4798-8a9b-0c1d2e3f4a5b")
//!     .max_results(100)
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```

use crate::client::SERVICE;
use crate::constraint::{ALLOWED_FLOW_MODULES, INSTANCE_ID, MAX_RESULT1000, REGION_NAME};
use crate::primitives::DateTime;
use crate::types::FlowModule;
use sdk_runtime::client::Operation;
use sdk_runtime::codec::EpochSeconds;
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(ListSecurityProfileFlowModules);

impl Operation for ListSecurityProfileFlowModulesInput {
    type Output = ListSecurityProfileFlowModulesOutput;
    type Error = ListSecurityProfileFlowModulesError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "ListSecurityProfileFlowModules",
        method: "GET",
        uri: "/security-profiles-flow-modules/{InstanceId}/{SecurityProfileId}",
        effect: Effect::Plain,
    };
}

sdk_runtime::operation_error! {
    "ListSecurityProfileFlowModules", ListSecurityProfileFlowModulesError:
    InternalServiceException is_internal_service_exception,
    InvalidParameterException is_invalid_parameter_exception,
    InvalidRequestException is_invalid_request_exception,
    ResourceNotFoundException is_resource_not_found_exception, ThrottlingException is_throttling_exception
}

sdk_runtime::structure! {
    /// Input of [`ListSecurityProfileFlowModules`](crate::operation::list_security_profile_flow_modules).
    pub struct ListSecurityProfileFlowModulesInput {
        /// ID of the security profile.
        ///
        /// Required.
        pub security_profile_id: Option<String>,
        /// ID of the Amazon Connect instance; it is the last part of the instance's ARN.
        ///
        /// Required.
        pub instance_id: Option<String>,
        /// Token from the previous page (`NextToken`). Leave it out to get the first page.
        pub next_token: Option<String>,
        /// Largest page to return, 1 to 1000; 100 by default.
        pub max_results: Option<i32>,
    }
    input ListSecurityProfileFlowModulesInputBuilder, ListSecurityProfileFlowModulesFluentBuilder =>
        ListSecurityProfileFlowModulesOutput, ListSecurityProfileFlowModulesError {
        security_profile_id, set_security_profile_id, get_security_profile_id:
            optional text = label "SecurityProfileId";
        instance_id, set_instance_id, get_instance_id: optional text = label "InstanceId" as INSTANCE_ID;
        next_token, set_next_token, get_next_token: optional text = query "NextToken" in "nextToken";
        max_results, set_max_results, get_max_results:
            optional copy(i32) = query "MaxResults" in "maxResults" as MAX_RESULT1000;
    }
}

sdk_runtime::structure! {
    /// Output of [`ListSecurityProfileFlowModules`](crate::operation::list_security_profile_flow_modules):
    /// one page of flow modules.
    pub struct ListSecurityProfileFlowModulesOutput {
        /// Flow modules that AI agents may call as tools.
        pub allowed_flow_modules: Option<Vec<FlowModule>>,
        /// Token for the next page; absent on the last one.
        pub next_token: Option<String>,
        /// When the flow module was last changed. There is one value for the whole page.
        pub last_modified_time: Option<DateTime>,
        /// AWS Region in which the flow module was last changed. There is one value for the whole page.
        pub last_modified_region: Option<String>,
    }
    output ListSecurityProfileFlowModulesOutputBuilder {
        allowed_flow_modules, set_allowed_flow_modules, get_allowed_flow_modules:
            optional list(FlowModule) = member "AllowedFlowModules" as ALLOWED_FLOW_MODULES;
        next_token, set_next_token, get_next_token: optional text = member "NextToken";
        last_modified_time, set_last_modified_time, get_last_modified_time:
            optional value(DateTime) = member "LastModifiedTime" as EpochSeconds;
        last_modified_region, set_last_modified_region, get_last_modified_region:
            optional text = member "LastModifiedRegion" as REGION_NAME;
    }
}

sdk_runtime::paginated! {
    ListSecurityProfileFlowModulesInput, ListSecurityProfileFlowModulesFluentBuilder, ListSecurityProfileFlowModulesPaginator, ListSecurityProfileFlowModulesPaginatorItems {
        token next_token: String = |output| output.next_token.as_ref();
        page_size max_results: i32;
        items FlowModule = |output| output.allowed_flow_modules;
    }
}

/// The paginator of `ListSecurityProfileFlowModules`.
pub mod paginator {
    pub use super::{
        ListSecurityProfileFlowModulesPaginator,
        ListSecurityProfileFlowModulesPaginatorItems,
    };
}

/// Builders of what `ListSecurityProfileFlowModules` takes and returns.
pub mod builders {
    pub use super::{
        ListSecurityProfileFlowModulesFluentBuilder,
        ListSecurityProfileFlowModulesInputBuilder,
        ListSecurityProfileFlowModulesOutputBuilder,
    };
}

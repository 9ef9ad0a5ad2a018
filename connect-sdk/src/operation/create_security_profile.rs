// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Creates a security profile in an Amazon Connect instance.
//!
//! Instance and name are all you need; permissions and restrictions can follow with
//! [`UpdateSecurityProfile`](crate::operation::update_security_profile). Choose the name and the tags
//! now, because that operation cannot change them. The
//! [permission list](https://docs.aws.amazon.com/connect/latest/adminguide/security-profile-list.html)
//! gives the API names of permissions next to the labels on the admin website. A new profile has no
//! effect until it is assigned with
//! [`UpdateUserSecurityProfiles`](crate::operation::update_user_security_profiles) or
//! [`AssociateSecurityProfiles`](crate::operation::associate_security_profiles).
//!
//! A name that is taken gives `DuplicateResourceException`. There is no client token: after a timeout,
//! check with [`SearchSecurityProfiles`](crate::operation::search_security_profiles) whether the
//! profile exists before you try again.
//!
//! Request: `PUT /security-profiles/{InstanceId}`. It is retried only when the request can't have taken
//! effect.
//!
//! # Errors
//!
//! - [`DuplicateResourceException`](crate::types::error::DuplicateResourceException): The name is taken
//!   by another resource (HTTP 409).
//! - [`InternalServiceException`](crate::types::error::InternalServiceException): The service failed
//!   while it worked on the request (HTTP 500).
//! - [`InvalidParameterException`](crate::types::error::InvalidParameterException): A parameter has a
//!   value that is not accepted (HTTP 400).
//! - [`InvalidRequestException`](crate::types::error::InvalidRequestException): The request as a whole is
//!   not accepted (HTTP 400).
//! - [`LimitExceededException`](crate::types::error::LimitExceededException): The request would go beyond
//!   a quota on resources (HTTP 429).
//! - [`ResourceNotFoundException`](crate::types::error::ResourceNotFoundException): The instance, the
//!   security profile, or something else that the request names does not exist (HTTP 404).
//! - [`ThrottlingException`](crate::types::error::ThrottlingException): Requests arrive faster than the
//!   service allows (HTTP 429).
//!
//! # Examples
//!
//! ## Create a profile for supervisors
//!
//! The profile carries a tag of its own, and limits its holders to users and queues tagged for the
//! billing team.
//!
//! ```no_run
//! # async fn example(client: &connect_sdk::Client) -> Result<(), connect_sdk::Error> {
//! let output = client
//!     .create_security_profile()
//!     .security_profile_name("Billing-Supervisors")
//!     .description("Supervisors of the billing team")
//!     .permissions("BasicAgentAccess")
//!     .permissions("Users.View")
//!     .permissions("Queues.View")
//!     .instance_id("1f2e3d4c-5b6a-4798-8a9b-0c1d2e3f4a5b")
//!     .tags("Team", "Billing")
//!     .allowed_access_control_tags("Team", "Billing")
//!     .tag_restricted_resources("User")
//!     .tag_restricted_resources("Queue")
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Create a profile for an AI agent
//!
//! It grants no permissions, only tools: one on an MCP server and one flow module.
//!
//! ```no_run
//! # async fn example(client: &connect_sdk::Client) -> Result<(), connect_sdk::Error> {
//! use connect_sdk::types::{Application, ApplicationType, FlowModule, FlowModuleType};
//!
//! let output = client
//!     .create_security_profile()
//!     .security_profile_name("Order-Assistant")
//!     .instance_id("1f2e3d4c-5b6a-4798-8a9b-0c1d2e3f4a5b")
//!     .tags("Team", "Orders")
//!     .applications(
//!         Application::builder()
//!             .namespace("example-orders-mcp")
//!             .application_permissions("get_order_status")
//!             .r#type(ApplicationType::Mcp)
//!             .build(),
//!     )
//!     .allowed_flow_modules(
//!         FlowModule::builder()
//!             .r#type(FlowModuleType::Mcp)
//!             .flow_module_id("c9d0e1f2-a3b4-4c5d-9e6f-7a8b9c0d1e2f")
//!             .build(),
//!     )
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Name already taken
//!
//! Another profile of the instance has this name.
//!
//! ```no_run
//! # async fn example(client: &connect_sdk::Client) -> Result<(), connect_sdk::Error> {
//! let result = client
//!     .create_security_profile()
//!     .security_profile_name("Billing-Supervisors")
//!     .instance_id("1f2e3d4c-5b6a-4798-8a9b-0c1d2e3f4a5b")
//!     .send()
//!     .await;
//! if let Err(error) = &result
//!     && error
//!         .as_service_error()
//!         .is_some_and(|error| error.is_duplicate_resource_exception())
//! {
//!     eprintln!("{error}");
//! }
//! # Ok(())
//! # }
//! ```

use crate::client::SERVICE;
use crate::constraint::{
    ALLOWED_ACCESS_CONTROL_TAGS, ALLOWED_FLOW_MODULES, APPLICATIONS,
    CREATE_SECURITY_PROFILE_NAME, HIERARCHY_RESTRICTED_RESOURCE_NAME, INSTANCE_ID,
    PERMISSIONS_LIST, SECURITY_PROFILE_DESCRIPTION, TAG_MAP, TAG_RESTRICTED_RESOURCE_LIST,
};
use crate::types::{Application, FlowModule, GranularAccessControlConfiguration};
use sdk_runtime::client::Operation;
use sdk_runtime::codec::{List, Nested};
use sdk_runtime::declare::{Effect, Metadata};
use std::collections::HashMap;

sdk_runtime::operation_name!(CreateSecurityProfile);

impl Operation for CreateSecurityProfileInput {
    type Output = CreateSecurityProfileOutput;
    type Error = CreateSecurityProfileError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "CreateSecurityProfile",
        method: "PUT",
        uri: "/security-profiles/{InstanceId}",
        effect: Effect::Plain,
    };
}

sdk_runtime::operation_error! {
    "CreateSecurityProfile", CreateSecurityProfileError:
    DuplicateResourceException is_duplicate_resource_exception,
    InternalServiceException is_internal_service_exception,
    InvalidParameterException is_invalid_parameter_exception,
    InvalidRequestException is_invalid_request_exception, LimitExceededException is_limit_exceeded_exception,
    ResourceNotFoundException is_resource_not_found_exception, ThrottlingException is_throttling_exception
}

sdk_runtime::structure! {
    /// Input of [`CreateSecurityProfile`](crate::operation::create_security_profile).
    pub struct CreateSecurityProfileInput {
        /// Name of the profile, which no other profile of the instance may have. No operation in this SDK
        /// renames a profile.
        ///
        /// Required.
        pub security_profile_name: Option<String>,
        /// Description of the profile, up to 250 characters.
        pub description: Option<String>,
        /// Up to 500 permissions by API name, from the
        /// [permission list](https://docs.aws.amazon.com/connect/latest/adminguide/security-profile-list.html).
        pub permissions: Option<Vec<String>>,
        /// ID of the Amazon Connect instance; it is the last part of the instance's ARN.
        ///
        /// Required.
        pub instance_id: Option<String>,
        /// 1 to 50 tags to put on the profile itself, as keys and values.
        pub tags: Option<HashMap<String, String>>,
        /// Up to four tags, as keys and values, by which the profile limits access. They concern the resource
        /// kinds in `tag_restricted_resources`.
        pub allowed_access_control_tags: Option<HashMap<String, String>>,
        /// Up to 10 kinds of resources to limit by tags, such as `User` or `Queue`. The administrator guide
        /// lists [what can be tagged](https://docs.aws.amazon.com/connect/latest/adminguide/tagging.html).
        pub tag_restricted_resources: Option<Vec<String>>,
        /// Up to 10 third-party applications and MCP servers to give access to.
        pub applications: Option<Vec<Application>>,
        /// Kinds of resources to limit by hierarchy; only `User` is accepted.
        pub hierarchy_restricted_resources: Option<Vec<String>>,
        /// ID of the hierarchy group by which the profile limits access. It concerns the resource kinds in
        /// `hierarchy_restricted_resources`.
        pub allowed_access_control_hierarchy_group_id: Option<String>,
        /// Up to 10 flow modules that AI agents may call as tools.
        pub allowed_flow_modules: Option<Vec<FlowModule>>,
        /// Fine-grained access that the profile gives, for example to data tables.
        pub granular_access_control_configuration: Option<
            GranularAccessControlConfiguration,
        >,
    }
    input CreateSecurityProfileInputBuilder, CreateSecurityProfileFluentBuilder =>
        CreateSecurityProfileOutput, CreateSecurityProfileError {
        security_profile_name, set_security_profile_name, get_security_profile_name:
            optional text + required = member "SecurityProfileName" as CREATE_SECURITY_PROFILE_NAME;
        description, set_description, get_description:
            optional text = member "Description" as SECURITY_PROFILE_DESCRIPTION;
        permissions, set_permissions, get_permissions:
            optional texts = member "Permissions" as PERMISSIONS_LIST;
        instance_id, set_instance_id, get_instance_id: optional text = label "InstanceId" as INSTANCE_ID;
        tags, set_tags, get_tags: optional map(String, String) = member "Tags" as TAG_MAP;
        allowed_access_control_tags, set_allowed_access_control_tags, get_allowed_access_control_tags:
            optional map(String, String) = member "AllowedAccessControlTags" as ALLOWED_ACCESS_CONTROL_TAGS;
        tag_restricted_resources, set_tag_restricted_resources, get_tag_restricted_resources:
            optional texts = member "TagRestrictedResources" as TAG_RESTRICTED_RESOURCE_LIST;
        applications, set_applications, get_applications:
            optional list(Application) = member "Applications" as APPLICATIONS;
        hierarchy_restricted_resources, set_hierarchy_restricted_resources, get_hierarchy_restricted_resources:
            optional texts = member "HierarchyRestrictedResources"
                as List(HIERARCHY_RESTRICTED_RESOURCE_NAME);
        allowed_access_control_hierarchy_group_id, set_allowed_access_control_hierarchy_group_id, get_allowed_access_control_hierarchy_group_id:
            optional text = member "AllowedAccessControlHierarchyGroupId";
        allowed_flow_modules, set_allowed_flow_modules, get_allowed_flow_modules:
            optional list(FlowModule) = member "AllowedFlowModules" as ALLOWED_FLOW_MODULES;
        granular_access_control_configuration, set_granular_access_control_configuration, get_granular_access_control_configuration:
            optional value(GranularAccessControlConfiguration) = member "GranularAccessControlConfiguration"
                as Nested;
    }
}

sdk_runtime::structure! {
    /// Output of [`CreateSecurityProfile`](crate::operation::create_security_profile): how to refer to the
    /// new profile.
    pub struct CreateSecurityProfileOutput {
        /// ID of the new profile.
        pub security_profile_id: Option<String>,
        /// ARN of the new profile.
        pub security_profile_arn: Option<String>,
    }
    output CreateSecurityProfileOutputBuilder {
        security_profile_id, set_security_profile_id, get_security_profile_id:
            optional text = member "SecurityProfileId";
        security_profile_arn, set_security_profile_arn, get_security_profile_arn:
            optional text = member "SecurityProfileArn";
    }
}

/// Builders of what `CreateSecurityProfile` takes and returns.
pub mod builders {
    pub use super::{
        CreateSecurityProfileFluentBuilder, CreateSecurityProfileInputBuilder,
        CreateSecurityProfileOutputBuilder,
    };
}

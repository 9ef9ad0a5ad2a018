// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Changes a security profile: its description, permissions, and access restrictions.
//!
//! Name and tags have no member here and stay as they are. Whether a list or map that you send replaces
//! the old one or adds to it is not documented, so send it complete. The
//! [permission list](https://docs.aws.amazon.com/connect/latest/adminguide/security-profile-list.html)
//! gives the API names of permissions.
//!
//! The profile may be assigned to many users and AI agents, who are all affected. Success has no
//! content; [`DescribeSecurityProfile`](crate::operation::describe_security_profile) and the list
//! operations show the result.
//!
//! Request: `POST /security-profiles/{InstanceId}/{SecurityProfileId}`. It is retried only when the
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
//! ## Change everything that can be changed
//!
//! Lists and maps are sent complete, including the entries that stay the same.
//!
//! ```no_run
//! # async fn example(client: &connect_sdk::Client) -> Result<(), connect_sdk::Error> {
//! use connect_sdk::types::{
//!     AccessType, Application, ApplicationType, DataTableAccessControlConfiguration,
//!     FlowModule, FlowModuleType, GranularAccessControlConfiguration,
//!     PrimaryAttributeAccessControlConfigurationItem, PrimaryAttributeValue,
//! };
//!
//! let output = client
//!     .update_security_profile()
//!     .description("Supervisors of the billing team, day shift")
//!     .permissions("BasicAgentAccess")
//!     .permissions("OutboundCallAccess")
//!     .permissions("Users.View")
//!     .permissions("Queues.View")
//!     .security_profile_id("3c4d5e6f-7a8b-4c9d-8e0f-1a2b3c4d5e6f")
//!     .instance_id("1f2e3d4c-5b6a-4798-8a9b-0c1d2e3f4a5b")
//!     .allowed_access_control_tags("Team", "Billing")
//!     .allowed_access_control_tags("Market", "DE")
//!     .tag_restricted_resources("User")
//!     .tag_restricted_resources("Queue")
//!     .tag_restricted_resources("RoutingProfile")
//!     .applications(
//!         Application::builder()
//!             .namespace("com.example.crm")
//!             .application_permissions("ACCESS")
//!             .r#type(ApplicationType::ThirdPartyApplication)
//!             .build(),
//!     )
//!     .applications(
//!         Application::builder()
//!             .namespace("example-orders-mcp")
//!             .application_permissions("get_order_status")
//!             .application_permissions("cancel_order")
//!             .r#type(ApplicationType::Mcp)
//!             .build(),
//!     )
//!     .hierarchy_restricted_resources("User")
//!     .allowed_access_control_hierarchy_group_id(
//!         "b7c8d9e0-f1a2-4b3c-8d4e-5f6a7b8c9d0e",
//!     )
//!     .allowed_flow_modules(
//!         FlowModule::builder()
//!             .r#type(FlowModuleType::Mcp)
//!             .flow_module_id("c9d0e1f2-a3b4-4c5d-9e6f-7a8b9c0d1e2f")
//!             .build(),
//!     )
//!     .granular_access_control_configuration(
//!         GranularAccessControlConfiguration::builder()
//!             .data_table_access_control_configuration(
//!                 DataTableAccessControlConfiguration::builder()
//!                     .primary_attribute_access_control_configuration(
//!                         PrimaryAttributeAccessControlConfigurationItem::builder()
//!                             .primary_attribute_values(
//!                                 PrimaryAttributeValue::builder()
//!                                     .access_type(AccessType::Allow)
//!                                     .attribute_name("Market")
//!                                     .values("DE")
//!                                     .values("FR")
//!                                     .build(),
//!                             )
//!                             .build(),
//!                     )
//!                     .build(),
//!             )
//!             .build(),
//!     )
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Let AI agents call one more flow module
//!
//! Only the flow modules are sent, the old one together with the new one.
//!
//! ```no_run
//! # async fn example(client: &connect_sdk::Client) -> Result<(), connect_sdk::Error> {
//! use connect_sdk::types::{FlowModule, FlowModuleType};
//!
//! let output = client
//!     .update_security_profile()
//!     .security_profile_id("a1b2c3d4-e5f6-4a7b-8c9d-0e1f2a3b4c5d")
//!     .instance_id("1f2e3d4c-5b6a-4798-8a9b-0c1d2e3f4a5b")
//!     .allowed_flow_modules(
//!         FlowModule::builder()
//!             .r#type(FlowModuleType::Mcp)
//!             .flow_module_id("c9d0e1f2-a3b4-4c5d-9e6f-7a8b9c0d1e2f")
//!             .build(),
//!     )
//!     .allowed_flow_modules(
//!         FlowModule::builder()
//!             .r#type(FlowModuleType::Mcp)
//!             .flow_module_id("d1e2f3a4-b5c6-4d7e-8f9a-0b1c2d3e4f5a")
//!             .build(),
//!     )
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Change a profile that is gone
//!
//! No profile of the instance has this ID.
//!
//! ```no_run
//! # async fn example(client: &connect_sdk::Client) -> Result<(), connect_sdk::Error> {
//! let result = client
//!     .update_security_profile()
//!     .description("Night shift")
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
use crate::constraint::{
    ALLOWED_ACCESS_CONTROL_TAGS, ALLOWED_FLOW_MODULES, APPLICATIONS,
    HIERARCHY_RESTRICTED_RESOURCE_NAME, INSTANCE_ID, PERMISSIONS_LIST,
    SECURITY_PROFILE_DESCRIPTION, TAG_RESTRICTED_RESOURCE_LIST,
};
use crate::types::{Application, FlowModule, GranularAccessControlConfiguration};
use sdk_runtime::client::Operation;
use sdk_runtime::codec::{List, Nested};
use sdk_runtime::declare::{Effect, Metadata};
use std::collections::HashMap;

sdk_runtime::operation_name!(UpdateSecurityProfile);

impl Operation for UpdateSecurityProfileInput {
    type Output = UpdateSecurityProfileOutput;
    type Error = UpdateSecurityProfileError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "UpdateSecurityProfile",
        method: "POST",
        uri: "/security-profiles/{InstanceId}/{SecurityProfileId}",
        effect: Effect::Plain,
    };
}

sdk_runtime::operation_error! {
    "UpdateSecurityProfile", UpdateSecurityProfileError:
    InternalServiceException is_internal_service_exception,
    InvalidParameterException is_invalid_parameter_exception,
    InvalidRequestException is_invalid_request_exception,
    ResourceNotFoundException is_resource_not_found_exception, ThrottlingException is_throttling_exception
}

sdk_runtime::structure! {
    /// Input of [`UpdateSecurityProfile`](crate::operation::update_security_profile).
    pub struct UpdateSecurityProfileInput {
        /// New description, up to 250 characters.
        pub description: Option<String>,
        /// Up to 500 permissions by API name, from the
        /// [permission list](https://docs.aws.amazon.com/connect/latest/adminguide/security-profile-list.html).
        /// Send the complete list.
        pub permissions: Option<Vec<String>>,
        /// ID of the security profile.
        ///
        /// Required.
        pub security_profile_id: Option<String>,
        /// ID of the Amazon Connect instance; it is the last part of the instance's ARN.
        ///
        /// Required.
        pub instance_id: Option<String>,
        /// Up to four tags, as keys and values, by which the profile limits access. They concern the resource
        /// kinds in `tag_restricted_resources`. Send the complete map.
        pub allowed_access_control_tags: Option<HashMap<String, String>>,
        /// Up to 10 kinds of resources to limit by tags, such as `User` or `Queue`. Send the complete list.
        pub tag_restricted_resources: Option<Vec<String>>,
        /// Up to 10 third-party applications and MCP servers to give access to. Send the complete list.
        pub applications: Option<Vec<Application>>,
        /// Kinds of resources to limit by hierarchy; only `User` is accepted. Send the complete list.
        pub hierarchy_restricted_resources: Option<Vec<String>>,
        /// ID of the hierarchy group by which the profile limits access. It concerns the resource kinds in
        /// `hierarchy_restricted_resources`.
        pub allowed_access_control_hierarchy_group_id: Option<String>,
        /// Up to 10 flow modules that AI agents may call as tools. Send the complete list.
        pub allowed_flow_modules: Option<Vec<FlowModule>>,
        /// Fine-grained access that the profile gives, for example to data tables.
        pub granular_access_control_configuration: Option<
            GranularAccessControlConfiguration,
        >,
    }
    input UpdateSecurityProfileInputBuilder, UpdateSecurityProfileFluentBuilder =>
        UpdateSecurityProfileOutput, UpdateSecurityProfileError {
        description, set_description, get_description:
            optional text = member "Description" as SECURITY_PROFILE_DESCRIPTION;
        permissions, set_permissions, get_permissions:
            optional texts = member "Permissions" as PERMISSIONS_LIST;
        security_profile_id, set_security_profile_id, get_security_profile_id:
            optional text = label "SecurityProfileId";
        instance_id, set_instance_id, get_instance_id: optional text = label "InstanceId" as INSTANCE_ID;
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
    /// What [`UpdateSecurityProfile`](self) returns.
    pub struct UpdateSecurityProfileOutput {}
    output UpdateSecurityProfileOutputBuilder {}
}

/// Builders of what `UpdateSecurityProfile` takes and returns.
pub mod builders {
    pub use super::{
        UpdateSecurityProfileFluentBuilder, UpdateSecurityProfileInputBuilder,
        UpdateSecurityProfileOutputBuilder,
    };
}

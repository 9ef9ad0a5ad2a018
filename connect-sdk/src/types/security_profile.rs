// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `SecurityProfile`: a security profile as returned by [`DescribeSecurityProfile`](crate::operation::describe_security_profile).

use crate::constraint::{
    ALLOWED_ACCESS_CONTROL_TAGS, HIERARCHY_RESTRICTED_RESOURCE_NAME, INSTANCE_ID,
    REGION_NAME, SECURITY_PROFILE_DESCRIPTION, TAG_MAP, TAG_RESTRICTED_RESOURCE_LIST,
};
use crate::primitives::DateTime;
use crate::types::GranularAccessControlConfiguration;
use sdk_runtime::codec::{EpochSeconds, List, Nested};
use std::collections::HashMap;

sdk_runtime::structure! {
    /// A security profile as returned by
    /// [`DescribeSecurityProfile`](crate::operation::describe_security_profile). Its permissions,
    /// applications, and flow modules have list operations of their own.
    pub struct SecurityProfile {
        /// ID of the security profile.
        pub id: Option<String>,
        /// Organization resource ID of the profile, which has the format of an instance ID.
        pub organization_resource_id: Option<String>,
        /// ARN of the security profile.
        pub arn: Option<String>,
        /// Name of the security profile.
        pub security_profile_name: Option<String>,
        /// Description of the security profile.
        pub description: Option<String>,
        /// Tags on the profile itself, as keys and values.
        pub tags: Option<HashMap<String, String>>,
        /// Up to four tags by which the profile limits access. They concern the resource kinds in
        /// `tag_restricted_resources`.
        pub allowed_access_control_tags: Option<HashMap<String, String>>,
        /// Kinds of resources whose access the profile limits by tags.
        pub tag_restricted_resources: Option<Vec<String>>,
        /// When the profile was last changed.
        pub last_modified_time: Option<DateTime>,
        /// AWS Region in which the profile was last changed.
        pub last_modified_region: Option<String>,
        /// Kinds of resources whose access the profile limits by hierarchy; `User` is the only possible value.
        pub hierarchy_restricted_resources: Option<Vec<String>>,
        /// ID of the hierarchy group by which the profile limits access.
        pub allowed_access_control_hierarchy_group_id: Option<String>,
        /// Fine-grained access that the profile gives, for example to data tables.
        pub granular_access_control_configuration: Option<
            GranularAccessControlConfiguration,
        >,
    }
    shared SecurityProfileBuilder {
        id, set_id, get_id: optional text = member "Id";
        organization_resource_id, set_organization_resource_id, get_organization_resource_id:
            optional text = member "OrganizationResourceId" as INSTANCE_ID;
        arn, set_arn, get_arn: optional text = member "Arn";
        security_profile_name, set_security_profile_name, get_security_profile_name:
            optional text = member "SecurityProfileName";
        description, set_description, get_description:
            optional text = member "Description" as SECURITY_PROFILE_DESCRIPTION;
        tags, set_tags, get_tags: optional map(String, String) = member "Tags" as TAG_MAP;
        allowed_access_control_tags, set_allowed_access_control_tags, get_allowed_access_control_tags:
            optional map(String, String) = member "AllowedAccessControlTags" as ALLOWED_ACCESS_CONTROL_TAGS;
        tag_restricted_resources, set_tag_restricted_resources, get_tag_restricted_resources:
            optional texts = member "TagRestrictedResources" as TAG_RESTRICTED_RESOURCE_LIST;
        last_modified_time, set_last_modified_time, get_last_modified_time:
            optional value(DateTime) = member "LastModifiedTime" as EpochSeconds;
        last_modified_region, set_last_modified_region, get_last_modified_region:
            optional text = member "LastModifiedRegion" as REGION_NAME;
        hierarchy_restricted_resources, set_hierarchy_restricted_resources, get_hierarchy_restricted_resources:
            optional texts = member "HierarchyRestrictedResources"
                as List(HIERARCHY_RESTRICTED_RESOURCE_NAME);
        allowed_access_control_hierarchy_group_id, set_allowed_access_control_hierarchy_group_id, get_allowed_access_control_hierarchy_group_id:
            optional text = member "AllowedAccessControlHierarchyGroupId";
        granular_access_control_configuration, set_granular_access_control_configuration, get_granular_access_control_configuration:
            optional value(GranularAccessControlConfiguration) = member "GranularAccessControlConfiguration"
                as Nested;
    }
}

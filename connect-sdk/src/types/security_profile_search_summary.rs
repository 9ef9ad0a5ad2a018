// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `SecurityProfileSearchSummary`: a security profile as found by [`SearchSecurityProfiles`](crate::operation::search_security_profiles).

use crate::constraint::{INSTANCE_ID, SECURITY_PROFILE_DESCRIPTION, TAG_MAP};
use std::collections::HashMap;

sdk_runtime::structure! {
    /// A security profile as found by
    /// [`SearchSecurityProfiles`](crate::operation::search_security_profiles).
    pub struct SecurityProfileSearchSummary {
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
    }
    shared SecurityProfileSearchSummaryBuilder {
        id, set_id, get_id: optional text = member "Id";
        organization_resource_id, set_organization_resource_id, get_organization_resource_id:
            optional text = member "OrganizationResourceId" as INSTANCE_ID;
        arn, set_arn, get_arn: optional text = member "Arn";
        security_profile_name, set_security_profile_name, get_security_profile_name:
            optional text = member "SecurityProfileName";
        description, set_description, get_description:
            optional text = member "Description" as SECURITY_PROFILE_DESCRIPTION;
        tags, set_tags, get_tags: optional map(String, String) = member "Tags" as TAG_MAP;
    }
}

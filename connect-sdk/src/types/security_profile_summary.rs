// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `SecurityProfileSummary`: a security profile as listed by [`ListSecurityProfiles`](crate::operation::list_security_profiles).

use crate::constraint::REGION_NAME;
use crate::primitives::DateTime;
use sdk_runtime::codec::EpochSeconds;

sdk_runtime::structure! {
    /// A security profile as listed by [`ListSecurityProfiles`](crate::operation::list_security_profiles).
    pub struct SecurityProfileSummary {
        /// ID of the security profile.
        pub id: Option<String>,
        /// ARN of the security profile.
        pub arn: Option<String>,
        /// Name of the security profile.
        pub name: Option<String>,
        /// When the profile was last changed.
        pub last_modified_time: Option<DateTime>,
        /// AWS Region in which the profile was last changed.
        pub last_modified_region: Option<String>,
    }
    shared SecurityProfileSummaryBuilder {
        id, set_id, get_id: optional text = member "Id";
        arn, set_arn, get_arn: optional text = member "Arn";
        name, set_name, get_name: optional text = member "Name";
        last_modified_time, set_last_modified_time, get_last_modified_time:
            optional value(DateTime) = member "LastModifiedTime" as EpochSeconds;
        last_modified_region, set_last_modified_region, get_last_modified_region:
            optional text = member "LastModifiedRegion" as REGION_NAME;
    }
}

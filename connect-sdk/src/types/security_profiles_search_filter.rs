// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `SecurityProfilesSearchFilter`: narrows down the results of a search for security profiles.

use crate::types::ControlPlaneTagFilter;
use sdk_runtime::codec::Nested;

sdk_runtime::structure! {
    /// Narrows down the results of a search for security profiles.
    pub struct SecurityProfilesSearchFilter {
        /// Condition on the tags of the profiles.
        pub tag_filter: Option<ControlPlaneTagFilter>,
    }
    request SecurityProfilesSearchFilterBuilder {
        tag_filter, set_tag_filter, get_tag_filter:
            optional value(ControlPlaneTagFilter) = member "TagFilter" as Nested;
    }
}

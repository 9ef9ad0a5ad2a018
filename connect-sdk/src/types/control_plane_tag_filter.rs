// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `ControlPlaneTagFilter`: a condition on tags in a search.

use crate::types::TagCondition;
use sdk_runtime::codec::{List, Nested};

sdk_runtime::structure! {
    /// A condition on tags in a search. For alternatives that each combine several tags, use
    /// `or_conditions`.
    pub struct ControlPlaneTagFilter {
        /// A list of groups of tag conditions. A profile matches if it meets every condition of at least one
        /// group.
        pub or_conditions: Option<Vec<Vec<TagCondition>>>,
        /// Tag conditions that must all be met.
        pub and_conditions: Option<Vec<TagCondition>>,
        /// A single tag condition.
        pub tag_condition: Option<TagCondition>,
    }
    request ControlPlaneTagFilterBuilder {
        or_conditions, set_or_conditions, get_or_conditions:
            optional list(Vec<TagCondition>) = member "OrConditions" as List(List(Nested));
        and_conditions, set_and_conditions, get_and_conditions:
            optional list(TagCondition) = member "AndConditions" as List(Nested);
        tag_condition, set_tag_condition, get_tag_condition:
            optional value(TagCondition) = member "TagCondition" as Nested;
    }
}

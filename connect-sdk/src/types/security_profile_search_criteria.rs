// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `SecurityProfileSearchCriteria`: what to search security profiles for: one condition, or conditions joined by AND or OR.

use crate::types::StringCondition;
use sdk_runtime::codec::{List, Nested};

sdk_runtime::structure! {
    /// What to search security profiles for: one condition, or conditions joined by AND or OR. The only
    /// field to search is `name`, and a `CONTAINS` search on it needs a value of 2 to 25 characters.
    pub struct SecurityProfileSearchCriteria {
        /// Criteria of which at least one must be met.
        pub or_conditions: Option<Vec<SecurityProfileSearchCriteria>>,
        /// Criteria that must all be met.
        pub and_conditions: Option<Vec<SecurityProfileSearchCriteria>>,
        /// A single condition on a text field.
        pub string_condition: Option<StringCondition>,
    }
    request SecurityProfileSearchCriteriaBuilder {
        or_conditions, set_or_conditions, get_or_conditions:
            optional list(SecurityProfileSearchCriteria) = member "OrConditions" as List(Nested);
        and_conditions, set_and_conditions, get_and_conditions:
            optional list(SecurityProfileSearchCriteria) = member "AndConditions" as List(Nested);
        string_condition, set_string_condition, get_string_condition:
            optional value(StringCondition) = member "StringCondition" as Nested;
    }
}

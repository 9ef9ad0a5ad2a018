// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `StringCondition`: a condition on one text field.

use crate::types::StringComparisonType;
use sdk_runtime::codec::{Enum, Plain};

sdk_runtime::structure! {
    /// A condition on one text field.
    pub struct StringCondition {
        /// Field to look at. In [`SearchSecurityProfiles`](crate::operation::search_security_profiles) this can
        /// only be `name`.
        pub field_name: Option<String>,
        /// Text to compare the field with.
        pub value: Option<String>,
        /// How field and value are compared.
        pub comparison_type: Option<StringComparisonType>,
    }
    request StringConditionBuilder {
        field_name, set_field_name, get_field_name: optional text = member "FieldName";
        value, set_value, get_value: optional text = member "Value";
        comparison_type, set_comparison_type, get_comparison_type:
            optional value(StringComparisonType) = member "ComparisonType" as Enum(Plain);
    }
}

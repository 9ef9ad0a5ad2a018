// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `PrimaryAttributeValue`: a rule about one primary attribute: its name, some of its values, and what to do with them.

use crate::constraint::{PRIMARY_ATTRIBUTE_CONTEXT_KEY_NAME, PRIMARY_VALUE_LIST};
use crate::types::AccessType;
use sdk_runtime::codec::{Enum, Plain};

sdk_runtime::structure! {
    /// A rule about one primary attribute: its name, some of its values, and what to do with them.
    pub struct PrimaryAttributeValue {
        /// Effect of the rule; `ALLOW` is the only one.
        pub access_type: Option<AccessType>,
        /// Name of the primary attribute.
        pub attribute_name: Option<String>,
        /// Up to two values of the attribute to which the rule applies.
        pub values: Option<Vec<String>>,
    }
    shared PrimaryAttributeValueBuilder {
        access_type, set_access_type, get_access_type:
            optional value(AccessType) = member "AccessType" as Enum(Plain);
        attribute_name, set_attribute_name, get_attribute_name:
            optional text = member "AttributeName" as PRIMARY_ATTRIBUTE_CONTEXT_KEY_NAME;
        values, set_values, get_values: optional texts = member "Values" as PRIMARY_VALUE_LIST;
    }
}

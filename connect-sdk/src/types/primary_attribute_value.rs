// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `PrimaryAttributeValue`: a rule about one primary attribute: its name, some of its values, and what to do with them.

use crate::types::AccessType;
use sdk_runtime::codec::{Enum, Length, List, Pattern, Plain};

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
            optional text = member "AttributeName"
                as Pattern(r"^(?!aws:|connect:)[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]+$", Length(1, 127, Plain));
        values, set_values, get_values:
            optional texts = member "Values"
                as Length(0, 2, List(Pattern(r"^[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]+$", Plain)));
    }
}

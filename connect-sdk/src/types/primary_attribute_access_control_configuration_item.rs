// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `PrimaryAttributeAccessControlConfigurationItem`: access to data tables by their primary attributes, which are the attributes that identify a record.

use crate::constraint::PRIMARY_ATTRIBUTE_VALUES_SET;
use crate::types::PrimaryAttributeValue;

sdk_runtime::structure! {
    /// Access to data tables by their primary attributes, which are the attributes that identify a record.
    pub struct PrimaryAttributeAccessControlConfigurationItem {
        /// Up to five rules, each about one primary attribute.
        pub primary_attribute_values: Option<Vec<PrimaryAttributeValue>>,
    }
    shared PrimaryAttributeAccessControlConfigurationItemBuilder {
        primary_attribute_values, set_primary_attribute_values, get_primary_attribute_values:
            optional list(PrimaryAttributeValue) = member "PrimaryAttributeValues"
                as PRIMARY_ATTRIBUTE_VALUES_SET;
    }
}

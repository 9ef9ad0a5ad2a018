// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `DataTableAccessControlConfiguration`: access to data tables.

use crate::types::PrimaryAttributeAccessControlConfigurationItem;
use sdk_runtime::codec::Nested;

sdk_runtime::structure! {
    /// Access to data tables.
    pub struct DataTableAccessControlConfiguration {
        /// Access by the values of primary attributes.
        pub primary_attribute_access_control_configuration: Option<
            PrimaryAttributeAccessControlConfigurationItem,
        >,
    }
    shared DataTableAccessControlConfigurationBuilder {
        primary_attribute_access_control_configuration, set_primary_attribute_access_control_configuration, get_primary_attribute_access_control_configuration:
            optional value(PrimaryAttributeAccessControlConfigurationItem) = member "PrimaryAttributeAccessControlConfiguration"
                as Nested;
    }
}

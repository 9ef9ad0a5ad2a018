// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `GranularAccessControlConfiguration`: fine-grained access that a security profile gives beyond its permissions.

use crate::types::DataTableAccessControlConfiguration;
use sdk_runtime::codec::Nested;

sdk_runtime::structure! {
    /// Fine-grained access that a security profile gives beyond its permissions. It covers data tables.
    pub struct GranularAccessControlConfiguration {
        /// Access to data tables.
        pub data_table_access_control_configuration: Option<
            DataTableAccessControlConfiguration,
        >,
    }
    shared GranularAccessControlConfigurationBuilder {
        data_table_access_control_configuration, set_data_table_access_control_configuration, get_data_table_access_control_configuration:
            optional value(DataTableAccessControlConfiguration) = member "DataTableAccessControlConfiguration"
                as Nested;
    }
}

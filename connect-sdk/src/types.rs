// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! The structures and enums that operations take and return.

pub mod error;

mod access_type;
mod application;
mod application_type;
mod attached_file_invalid_request_exception_reason;
mod control_plane_tag_filter;
mod data_table_access_control_configuration;
mod entity_type;
mod flow_module;
mod flow_module_type;
mod granular_access_control_configuration;
mod invalid_request_exception_reason;
mod primary_attribute_access_control_configuration_item;
mod primary_attribute_value;
mod resource_type;
mod security_profile;
mod security_profile_item;
mod security_profile_search_criteria;
mod security_profile_search_summary;
mod security_profile_summary;
mod security_profiles_search_filter;
mod string_comparison_type;
mod string_condition;
mod tag_condition;

pub use access_type::AccessType;
pub use application::Application;
pub use application_type::ApplicationType;
pub use attached_file_invalid_request_exception_reason::AttachedFileInvalidRequestExceptionReason;
pub use control_plane_tag_filter::ControlPlaneTagFilter;
pub use data_table_access_control_configuration::DataTableAccessControlConfiguration;
pub use entity_type::EntityType;
pub use flow_module::FlowModule;
pub use flow_module_type::FlowModuleType;
pub use granular_access_control_configuration::GranularAccessControlConfiguration;
pub use invalid_request_exception_reason::InvalidRequestExceptionReason;
pub use primary_attribute_access_control_configuration_item::PrimaryAttributeAccessControlConfigurationItem;
pub use primary_attribute_value::PrimaryAttributeValue;
pub use resource_type::ResourceType;
pub use security_profile::SecurityProfile;
pub use security_profile_item::SecurityProfileItem;
pub use security_profile_search_criteria::SecurityProfileSearchCriteria;
pub use security_profile_search_summary::SecurityProfileSearchSummary;
pub use security_profile_summary::SecurityProfileSummary;
pub use security_profiles_search_filter::SecurityProfilesSearchFilter;
pub use string_comparison_type::StringComparisonType;
pub use string_condition::StringCondition;
pub use tag_condition::TagCondition;

/// Builders of the types.
pub mod builders {
    pub use super::application::ApplicationBuilder;
    pub use super::control_plane_tag_filter::ControlPlaneTagFilterBuilder;
    pub use super::data_table_access_control_configuration::DataTableAccessControlConfigurationBuilder;
    pub use super::flow_module::FlowModuleBuilder;
    pub use super::granular_access_control_configuration::GranularAccessControlConfigurationBuilder;
    pub use super::primary_attribute_access_control_configuration_item::PrimaryAttributeAccessControlConfigurationItemBuilder;
    pub use super::primary_attribute_value::PrimaryAttributeValueBuilder;
    pub use super::security_profile::SecurityProfileBuilder;
    pub use super::security_profile_item::SecurityProfileItemBuilder;
    pub use super::security_profile_search_criteria::SecurityProfileSearchCriteriaBuilder;
    pub use super::security_profile_search_summary::SecurityProfileSearchSummaryBuilder;
    pub use super::security_profile_summary::SecurityProfileSummaryBuilder;
    pub use super::security_profiles_search_filter::SecurityProfilesSearchFilterBuilder;
    pub use super::string_condition::StringConditionBuilder;
    pub use super::tag_condition::TagConditionBuilder;
}

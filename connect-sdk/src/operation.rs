// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! All operations, each in its own module.

pub use sdk_runtime::RequestId;
pub use sdk_runtime::client::Operation;
pub use sdk_runtime::paginate::PaginationStream;

pub mod associate_security_profiles;
pub mod create_security_profile;
pub mod delete_security_profile;
pub mod describe_security_profile;
pub mod disassociate_security_profiles;
pub mod list_entity_security_profiles;
pub mod list_security_profile_applications;
pub mod list_security_profile_flow_modules;
pub mod list_security_profile_permissions;
pub mod list_security_profiles;
pub mod search_security_profiles;
pub mod update_security_profile;
pub mod update_user_security_profiles;

/// Calls `$callback! { $($extra)* Name method InputType [paginated]; … }` with a row for each operation: for tables
/// over all of them, such as a dispatch by name.
#[macro_export]
macro_rules! for_each_operation {
    ($($callback:ident)::+ $(, $($extra:tt)*)?) => {
        $($callback)::+! {
            $($($extra)*)?
            AssociateSecurityProfiles associate_security_profiles AssociateSecurityProfilesInput;
            CreateSecurityProfile create_security_profile CreateSecurityProfileInput;
            DeleteSecurityProfile delete_security_profile DeleteSecurityProfileInput;
            DescribeSecurityProfile describe_security_profile DescribeSecurityProfileInput;
            DisassociateSecurityProfiles disassociate_security_profiles DisassociateSecurityProfilesInput;
            ListEntitySecurityProfiles list_entity_security_profiles ListEntitySecurityProfilesInput paginated;
            ListSecurityProfileApplications list_security_profile_applications ListSecurityProfileApplicationsInput paginated;
            ListSecurityProfileFlowModules list_security_profile_flow_modules ListSecurityProfileFlowModulesInput paginated;
            ListSecurityProfilePermissions list_security_profile_permissions ListSecurityProfilePermissionsInput paginated;
            ListSecurityProfiles list_security_profiles ListSecurityProfilesInput paginated;
            SearchSecurityProfiles search_security_profiles SearchSecurityProfilesInput paginated;
            UpdateSecurityProfile update_security_profile UpdateSecurityProfileInput;
            UpdateUserSecurityProfiles update_user_security_profiles UpdateUserSecurityProfilesInput;
        }
    };
}

// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! All operations, each in its own module.

pub use sdk_runtime::RequestId;

/// `AssociateSecurityProfiles`: Attaches security profiles to an AI agent of an Amazon Connect instance.
pub mod associate_security_profiles;

/// `CreateSecurityProfile`: Creates a security profile in an Amazon Connect instance.
pub mod create_security_profile;

/// `DeleteSecurityProfile`: Deletes a security profile from an Amazon Connect instance.
pub mod delete_security_profile;

/// `DescribeSecurityProfile`: Returns one security profile: its name, tags, and access restrictions.
pub mod describe_security_profile;

/// `DisassociateSecurityProfiles`: Detaches security profiles from an AI agent of an Amazon Connect instance.
pub mod disassociate_security_profiles;

/// `ListEntitySecurityProfiles`: Returns the security profiles attached to an AI agent, one page at a time.
pub mod list_entity_security_profiles;

/// `ListSecurityProfileApplications`: Returns the applications that a security profile gives access to, one page at a time.
pub mod list_security_profile_applications;

/// `ListSecurityProfileFlowModules`: Returns the flow modules that a security profile lets AI agents call, one page at a time.
pub mod list_security_profile_flow_modules;

/// `ListSecurityProfilePermissions`: Returns the permissions that a security profile grants, one page at a time.
pub mod list_security_profile_permissions;

/// `ListSecurityProfiles`: Returns the security profiles of an Amazon Connect instance, one page at a time.
pub mod list_security_profiles;

/// `SearchSecurityProfiles`: Searches the security profiles of an instance by name and tags, one page at a time.
pub mod search_security_profiles;

/// `UpdateSecurityProfile`: Changes a security profile: its description, permissions, and access restrictions.
pub mod update_security_profile;

/// `UpdateUserSecurityProfiles`: Assigns security profiles to a user of an Amazon Connect instance.
pub mod update_user_security_profiles;

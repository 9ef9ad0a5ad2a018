// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `SecurityGroup`: a set of users and bots in a network, and the settings they share.

use crate::types::SecurityGroupSettings;
use sdk_runtime::codec::Nested;

sdk_runtime::structure! {
    /// A set of users and bots in a network, and the settings they share.
    pub struct SecurityGroup {
        /// Number of active users in the group. Bots are not included.
        pub active_members: i32,
        /// Number of bots in the group.
        pub bot_members: i32,
        /// GUID of the Active Directory group behind this one. Meaningful only for a group synchronized over
        /// LDAP.
        pub active_directory_guid: Option<String>,
        /// ID of the security group.
        pub id: String,
        /// Whether this is the default security group. Each network has exactly one, and it cannot be deleted.
        pub is_default: bool,
        /// Name of the security group.
        pub name: String,
        /// When the group last changed, in whole seconds since 1 January 1970 UTC.
        pub modified: i32,
        /// What members of the group may do.
        ///
        /// Required.
        pub security_group_settings: Option<SecurityGroupSettings>,
    }
    shared try SecurityGroupBuilder {
        active_members, set_active_members, get_active_members: always copy(i32) = member "activeMembers";
        bot_members, set_bot_members, get_bot_members: always copy(i32) = member "botMembers";
        active_directory_guid, set_active_directory_guid, get_active_directory_guid:
            optional text = member "activeDirectoryGuid";
        id, set_id, get_id: always text = member "id";
        is_default, set_is_default, get_is_default: always copy(bool) = member "isDefault";
        name, set_name, get_name: always text = member "name";
        modified, set_modified, get_modified: always copy(i32) = member "modified";
        security_group_settings, set_security_group_settings, get_security_group_settings:
            optional value(SecurityGroupSettings) + required = member "securityGroupSettings" as Nested;
    }
}

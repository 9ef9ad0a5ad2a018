// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! All operations, each in its own module.

pub use sdk_runtime::RequestId;

/// `BatchCreateUser`: Creates up to 50 users in a network.
pub mod batch_create_user;

/// `BatchDeleteUser`: Deletes up to 50 users from a network, for good.
pub mod batch_delete_user;

/// `BatchLookupUserUname`: Returns the usernames behind up to 50 username hashes (unames).
pub mod batch_lookup_user_uname;

/// `BatchReinviteUser`: Sends a new invitation to up to 50 users who have not joined the network yet.
pub mod batch_reinvite_user;

/// `BatchResetDevicesForUser`: Resets up to 50 devices of one user, which signs the user out on each of them.
pub mod batch_reset_devices_for_user;

/// `BatchToggleUserSuspendStatus`: Suspends up to 50 users of a network, or lifts their suspension.
pub mod batch_toggle_user_suspend_status;

/// `CreateBot`: Creates a bot: an automated account that sends and receives messages in a network.
pub mod create_bot;

/// `CreateDataRetentionBot`: Creates the data retention bot of a network.
pub mod create_data_retention_bot;

/// `CreateDataRetentionBotChallenge`: Creates a new password for the data retention bot and returns it.
pub mod create_data_retention_bot_challenge;

/// `CreateNetwork`: Creates a network in your AWS account.
pub mod create_network;

/// `CreateSecurityGroup`: Creates a security group in a network.
pub mod create_security_group;

/// `DeleteBot`: Deletes a bot from a network, for good.
pub mod delete_bot;

/// `DeleteDataRetentionBot`: Deletes the data retention bot of a network with all its data, for good.
pub mod delete_data_retention_bot;

/// `DeleteNetwork`: Deletes a network and everything in it, for good.
pub mod delete_network;

/// `DeleteSecurityGroup`: Deletes a security group from a network.
pub mod delete_security_group;

/// `GetBot`: Returns one bot: its names, status, security group, and key.
pub mod get_bot;

/// `GetBotsCount`: Returns how many bots a network has, by status.
pub mod get_bots_count;

/// `GetDataRetentionBot`: Returns the state of the data retention bot and of the service it serves.
pub mod get_data_retention_bot;

/// `GetGuestUserHistoryCount`: Returns how many guest users a network had in each billing period.
pub mod get_guest_user_history_count;

/// `GetNetwork`: Returns the name, access level, owner, and state of one network.
pub mod get_network;

/// `GetNetworkSettings`: Returns the settings that apply to a whole network.
pub mod get_network_settings;

/// `GetOidcInfo`: Returns the single sign-on (OIDC) configuration of a network.
pub mod get_oidc_info;

/// `GetOpentdfConfig`: Returns the OpenTDF configuration of a network.
pub mod get_opentdf_config;

/// `GetSecurityGroup`: Returns one security group with its settings and member counts.
pub mod get_security_group;

/// `GetUser`: Returns one user: name, status, security group, and latest activity.
pub mod get_user;

/// `GetUsersCount`: Returns how many users a network has, by status, and how many more can be added.
pub mod get_users_count;

/// `ListBlockedGuestUsers`: Returns the guest users who are blocked from a network, one page at a time.
pub mod list_blocked_guest_users;

/// `ListBots`: Returns the bots of a network, one page at a time.
pub mod list_bots;

/// `ListDevicesForUser`: Returns the devices on which a user has signed in to Wickr, one page at a time.
pub mod list_devices_for_user;

/// `ListGuestUsers`: Returns the guest users who have communicated with a network, one page at a time.
pub mod list_guest_users;

/// `ListNetworks`: Returns the networks of your AWS account, one page at a time.
pub mod list_networks;

/// `ListSecurityGroupUsers`: Returns the users in a security group, one page at a time.
pub mod list_security_group_users;

/// `ListSecurityGroups`: Returns the security groups of a network, one page at a time.
pub mod list_security_groups;

/// `ListUsers`: Returns the users of a network, one page at a time.
pub mod list_users;

/// `RegisterOidcConfig`: Saves the single sign-on (OIDC) configuration of a network.
pub mod register_oidc_config;

/// `RegisterOidcConfigTest`: Checks that an OIDC identity provider can be reached and reports what it supports.
pub mod register_oidc_config_test;

/// `RegisterOpentdfConfig`: Saves the OpenTDF configuration of a network.
pub mod register_opentdf_config;

/// `UpdateBot`: Changes a bot: its display name, security group, password, or suspension.
pub mod update_bot;

/// `UpdateDataRetention`: Turns data retention for a network on or off, or acknowledges the public key message.
pub mod update_data_retention;

/// `UpdateGuestUser`: Blocks a guest user from a network, or lifts the block.
pub mod update_guest_user;

/// `UpdateNetwork`: Changes the name of a network, its encryption key, or both.
pub mod update_network;

/// `UpdateNetworkSettings`: Changes settings that apply to a whole network.
pub mod update_network_settings;

/// `UpdateSecurityGroup`: Changes the name or the settings of a security group.
pub mod update_security_group;

/// `UpdateUser`: Changes a user: name, username, security group, or invite code.
pub mod update_user;

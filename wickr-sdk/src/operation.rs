// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! All operations, each in its own module.

pub use sdk_runtime::RequestId;
pub use sdk_runtime::client::Operation;
pub use sdk_runtime::paginate::PaginationStream;

pub mod batch_create_user;
pub mod batch_delete_user;
pub mod batch_lookup_user_uname;
pub mod batch_reinvite_user;
pub mod batch_reset_devices_for_user;
pub mod batch_toggle_user_suspend_status;
pub mod create_bot;
pub mod create_data_retention_bot;
pub mod create_data_retention_bot_challenge;
pub mod create_network;
pub mod create_security_group;
pub mod delete_bot;
pub mod delete_data_retention_bot;
pub mod delete_network;
pub mod delete_security_group;
pub mod get_bot;
pub mod get_bots_count;
pub mod get_data_retention_bot;
pub mod get_guest_user_history_count;
pub mod get_network;
pub mod get_network_settings;
pub mod get_oidc_info;
pub mod get_opentdf_config;
pub mod get_security_group;
pub mod get_user;
pub mod get_users_count;
pub mod list_blocked_guest_users;
pub mod list_bots;
pub mod list_devices_for_user;
pub mod list_guest_users;
pub mod list_networks;
pub mod list_security_group_users;
pub mod list_security_groups;
pub mod list_users;
pub mod register_oidc_config;
pub mod register_oidc_config_test;
pub mod register_opentdf_config;
pub mod update_bot;
pub mod update_data_retention;
pub mod update_guest_user;
pub mod update_network;
pub mod update_network_settings;
pub mod update_security_group;
pub mod update_user;

/// Calls `$callback! { $($extra)* Name method InputType [paginated]; … }` with a row for each operation: for tables
/// over all of them, such as a dispatch by name.
#[macro_export]
macro_rules! for_each_operation {
    ($($callback:ident)::+ $(, $($extra:tt)*)?) => {
        $($callback)::+! {
            $($($extra)*)?
            BatchCreateUser batch_create_user BatchCreateUserInput;
            BatchDeleteUser batch_delete_user BatchDeleteUserInput;
            BatchLookupUserUname batch_lookup_user_uname BatchLookupUserUnameInput;
            BatchReinviteUser batch_reinvite_user BatchReinviteUserInput;
            BatchResetDevicesForUser batch_reset_devices_for_user BatchResetDevicesForUserInput;
            BatchToggleUserSuspendStatus batch_toggle_user_suspend_status BatchToggleUserSuspendStatusInput;
            CreateBot create_bot CreateBotInput;
            CreateDataRetentionBot create_data_retention_bot CreateDataRetentionBotInput;
            CreateDataRetentionBotChallenge create_data_retention_bot_challenge CreateDataRetentionBotChallengeInput;
            CreateNetwork create_network CreateNetworkInput;
            CreateSecurityGroup create_security_group CreateSecurityGroupInput;
            DeleteBot delete_bot DeleteBotInput;
            DeleteDataRetentionBot delete_data_retention_bot DeleteDataRetentionBotInput;
            DeleteNetwork delete_network DeleteNetworkInput;
            DeleteSecurityGroup delete_security_group DeleteSecurityGroupInput;
            GetBot get_bot GetBotInput;
            GetBotsCount get_bots_count GetBotsCountInput;
            GetDataRetentionBot get_data_retention_bot GetDataRetentionBotInput;
            GetGuestUserHistoryCount get_guest_user_history_count GetGuestUserHistoryCountInput;
            GetNetwork get_network GetNetworkInput;
            GetNetworkSettings get_network_settings GetNetworkSettingsInput;
            GetOidcInfo get_oidc_info GetOidcInfoInput;
            GetOpentdfConfig get_opentdf_config GetOpentdfConfigInput;
            GetSecurityGroup get_security_group GetSecurityGroupInput;
            GetUser get_user GetUserInput;
            GetUsersCount get_users_count GetUsersCountInput;
            ListBlockedGuestUsers list_blocked_guest_users ListBlockedGuestUsersInput paginated;
            ListBots list_bots ListBotsInput paginated;
            ListDevicesForUser list_devices_for_user ListDevicesForUserInput paginated;
            ListGuestUsers list_guest_users ListGuestUsersInput paginated;
            ListNetworks list_networks ListNetworksInput paginated;
            ListSecurityGroupUsers list_security_group_users ListSecurityGroupUsersInput paginated;
            ListSecurityGroups list_security_groups ListSecurityGroupsInput paginated;
            ListUsers list_users ListUsersInput paginated;
            RegisterOidcConfig register_oidc_config RegisterOidcConfigInput;
            RegisterOidcConfigTest register_oidc_config_test RegisterOidcConfigTestInput;
            RegisterOpentdfConfig register_opentdf_config RegisterOpentdfConfigInput;
            UpdateBot update_bot UpdateBotInput;
            UpdateDataRetention update_data_retention UpdateDataRetentionInput;
            UpdateGuestUser update_guest_user UpdateGuestUserInput;
            UpdateNetwork update_network UpdateNetworkInput;
            UpdateNetworkSettings update_network_settings UpdateNetworkSettingsInput;
            UpdateSecurityGroup update_security_group UpdateSecurityGroupInput;
            UpdateUser update_user UpdateUserInput;
        }
    };
}

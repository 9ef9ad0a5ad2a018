// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! The client of AWS Wickr Admin API.

use crate::config::Config;
use crate::error::SdkError;
use crate::operation::batch_create_user::BatchCreateUserFluentBuilder;
use crate::operation::batch_delete_user::BatchDeleteUserFluentBuilder;
use crate::operation::batch_lookup_user_uname::BatchLookupUserUnameFluentBuilder;
use crate::operation::batch_reinvite_user::BatchReinviteUserFluentBuilder;
use crate::operation::batch_reset_devices_for_user::BatchResetDevicesForUserFluentBuilder;
use crate::operation::batch_toggle_user_suspend_status::BatchToggleUserSuspendStatusFluentBuilder;
use crate::operation::create_bot::CreateBotFluentBuilder;
use crate::operation::create_data_retention_bot::CreateDataRetentionBotFluentBuilder;
use crate::operation::create_data_retention_bot_challenge::CreateDataRetentionBotChallengeFluentBuilder;
use crate::operation::create_network::CreateNetworkFluentBuilder;
use crate::operation::create_security_group::CreateSecurityGroupFluentBuilder;
use crate::operation::delete_bot::DeleteBotFluentBuilder;
use crate::operation::delete_data_retention_bot::DeleteDataRetentionBotFluentBuilder;
use crate::operation::delete_network::DeleteNetworkFluentBuilder;
use crate::operation::delete_security_group::DeleteSecurityGroupFluentBuilder;
use crate::operation::get_bot::GetBotFluentBuilder;
use crate::operation::get_bots_count::GetBotsCountFluentBuilder;
use crate::operation::get_data_retention_bot::GetDataRetentionBotFluentBuilder;
use crate::operation::get_guest_user_history_count::GetGuestUserHistoryCountFluentBuilder;
use crate::operation::get_network::GetNetworkFluentBuilder;
use crate::operation::get_network_settings::GetNetworkSettingsFluentBuilder;
use crate::operation::get_oidc_info::GetOidcInfoFluentBuilder;
use crate::operation::get_opentdf_config::GetOpentdfConfigFluentBuilder;
use crate::operation::get_security_group::GetSecurityGroupFluentBuilder;
use crate::operation::get_user::GetUserFluentBuilder;
use crate::operation::get_users_count::GetUsersCountFluentBuilder;
use crate::operation::list_blocked_guest_users::ListBlockedGuestUsersFluentBuilder;
use crate::operation::list_bots::ListBotsFluentBuilder;
use crate::operation::list_devices_for_user::ListDevicesForUserFluentBuilder;
use crate::operation::list_guest_users::ListGuestUsersFluentBuilder;
use crate::operation::list_networks::ListNetworksFluentBuilder;
use crate::operation::list_security_group_users::ListSecurityGroupUsersFluentBuilder;
use crate::operation::list_security_groups::ListSecurityGroupsFluentBuilder;
use crate::operation::list_users::ListUsersFluentBuilder;
use crate::operation::register_oidc_config::RegisterOidcConfigFluentBuilder;
use crate::operation::register_oidc_config_test::RegisterOidcConfigTestFluentBuilder;
use crate::operation::register_opentdf_config::RegisterOpentdfConfigFluentBuilder;
use crate::operation::update_bot::UpdateBotFluentBuilder;
use crate::operation::update_data_retention::UpdateDataRetentionFluentBuilder;
use crate::operation::update_guest_user::UpdateGuestUserFluentBuilder;
use crate::operation::update_network::UpdateNetworkFluentBuilder;
use crate::operation::update_network_settings::UpdateNetworkSettingsFluentBuilder;
use crate::operation::update_security_group::UpdateSecurityGroupFluentBuilder;
use crate::operation::update_user::UpdateUserFluentBuilder;
use aws_types::SdkConfig;
use sdk_runtime::client::{Handle, Operation};
use sdk_runtime::declare::Service;

/// Changing a call before it is sent: its request, its settings.
pub mod customize {
    pub use sdk_runtime::client::CustomizableOperation;
}

/// What all operations have in common.
pub(crate) static SERVICE: Service = Service {
    sdk_id: "Wickr",
    api_version: "2024-02-01",
    package_version: crate::meta::PKG_VERSION,
    signing_name: "wickr",
    endpoint: |built_ins| crate::endpoint::resolve(&built_ins.into()),
    endpoint_by_account: false,
    content_type: "application/json",
    headers: &[],
    retryable_errors: &[],
};

/// Calls AWS Wickr Admin API. Cheap to clone; clones share connections, credentials and the retry quota.
#[derive(Clone, Debug)]
pub struct Client {
    handle: Handle,
}

impl Client {
    /// Makes a client from the settings that `aws-config` loads. Does no I/O and doesn't panic: what is missing
    /// is reported by the first call.
    pub fn new(sdk_config: &SdkConfig) -> Self {
        Self::from_conf(sdk_config.into())
    }

    /// Makes a client from settings of its own.
    pub fn from_conf(conf: Config) -> Self {
        Self {
            handle: Handle::new(&SERVICE, conf),
        }
    }

    /// The client's settings.
    pub fn config(&self) -> &Config {
        self.handle.config()
    }

    /// Sends an input that was built, or read from a file, rather than set member by member.
    ///
    /// # Errors
    /// As for the operation's own method.
    pub async fn send<I: Operation>(
        &self,
        mut input: I,
    ) -> Result<I::Output, SdkError<I::Error>> {
        self.handle.send(&mut input).await
    }

    /// Creates up to 50 users in a network.
    ///
    /// `POST /networks/{networkId}/users`; see [`BatchCreateUser`](crate::operation::batch_create_user) for its errors and examples.
    pub fn batch_create_user(&self) -> BatchCreateUserFluentBuilder {
        BatchCreateUserFluentBuilder::new(self.handle.clone())
    }

    /// Deletes up to 50 users from a network, for good.
    ///
    /// `POST /networks/{networkId}/users/batch-delete`; see [`BatchDeleteUser`](crate::operation::batch_delete_user) for its errors and examples.
    pub fn batch_delete_user(&self) -> BatchDeleteUserFluentBuilder {
        BatchDeleteUserFluentBuilder::new(self.handle.clone())
    }

    /// Returns the usernames behind up to 50 username hashes (unames).
    ///
    /// `POST /networks/{networkId}/users/uname-lookup`; see [`BatchLookupUserUname`](crate::operation::batch_lookup_user_uname) for its errors and examples.
    pub fn batch_lookup_user_uname(&self) -> BatchLookupUserUnameFluentBuilder {
        BatchLookupUserUnameFluentBuilder::new(self.handle.clone())
    }

    /// Sends a new invitation to up to 50 users who have not joined the network yet.
    ///
    /// `PATCH /networks/{networkId}/users/re-invite`; see [`BatchReinviteUser`](crate::operation::batch_reinvite_user) for its errors and examples.
    pub fn batch_reinvite_user(&self) -> BatchReinviteUserFluentBuilder {
        BatchReinviteUserFluentBuilder::new(self.handle.clone())
    }

    /// Resets up to 50 devices of one user, which signs the user out on each of them.
    ///
    /// `PATCH /networks/{networkId}/users/{userId}/devices`; see [`BatchResetDevicesForUser`](crate::operation::batch_reset_devices_for_user) for its errors and examples.
    pub fn batch_reset_devices_for_user(&self) -> BatchResetDevicesForUserFluentBuilder {
        BatchResetDevicesForUserFluentBuilder::new(self.handle.clone())
    }

    /// Suspends up to 50 users of a network, or lifts their suspension.
    ///
    /// `PATCH /networks/{networkId}/users/toggleSuspend`; see [`BatchToggleUserSuspendStatus`](crate::operation::batch_toggle_user_suspend_status) for its errors and examples.
    pub fn batch_toggle_user_suspend_status(
        &self,
    ) -> BatchToggleUserSuspendStatusFluentBuilder {
        BatchToggleUserSuspendStatusFluentBuilder::new(self.handle.clone())
    }

    /// Creates a bot: an automated account that sends and receives messages in a network.
    ///
    /// `POST /networks/{networkId}/bots`; see [`CreateBot`](crate::operation::create_bot) for its errors and examples.
    pub fn create_bot(&self) -> CreateBotFluentBuilder {
        CreateBotFluentBuilder::new(self.handle.clone())
    }

    /// Creates the data retention bot of a network.
    ///
    /// `POST /networks/{networkId}/data-retention-bots`; see [`CreateDataRetentionBot`](crate::operation::create_data_retention_bot) for its errors and examples.
    pub fn create_data_retention_bot(&self) -> CreateDataRetentionBotFluentBuilder {
        CreateDataRetentionBotFluentBuilder::new(self.handle.clone())
    }

    /// Creates a new password for the data retention bot and returns it.
    ///
    /// `POST /networks/{networkId}/data-retention-bots/challenge`; see [`CreateDataRetentionBotChallenge`](crate::operation::create_data_retention_bot_challenge) for its errors and examples.
    pub fn create_data_retention_bot_challenge(
        &self,
    ) -> CreateDataRetentionBotChallengeFluentBuilder {
        CreateDataRetentionBotChallengeFluentBuilder::new(self.handle.clone())
    }

    /// Creates a network in your AWS account.
    ///
    /// `POST /networks`; see [`CreateNetwork`](crate::operation::create_network) for its errors and examples.
    pub fn create_network(&self) -> CreateNetworkFluentBuilder {
        CreateNetworkFluentBuilder::new(self.handle.clone())
    }

    /// Creates a security group in a network.
    ///
    /// `POST /networks/{networkId}/security-groups`; see [`CreateSecurityGroup`](crate::operation::create_security_group) for its errors and examples.
    pub fn create_security_group(&self) -> CreateSecurityGroupFluentBuilder {
        CreateSecurityGroupFluentBuilder::new(self.handle.clone())
    }

    /// Deletes a bot from a network, for good.
    ///
    /// `DELETE /networks/{networkId}/bots/{botId}`; see [`DeleteBot`](crate::operation::delete_bot) for its errors and examples.
    pub fn delete_bot(&self) -> DeleteBotFluentBuilder {
        DeleteBotFluentBuilder::new(self.handle.clone())
    }

    /// Deletes the data retention bot of a network with all its data, for good.
    ///
    /// `DELETE /networks/{networkId}/data-retention-bots`; see [`DeleteDataRetentionBot`](crate::operation::delete_data_retention_bot) for its errors and examples.
    pub fn delete_data_retention_bot(&self) -> DeleteDataRetentionBotFluentBuilder {
        DeleteDataRetentionBotFluentBuilder::new(self.handle.clone())
    }

    /// Deletes a network and everything in it, for good.
    ///
    /// `DELETE /networks/{networkId}`; see [`DeleteNetwork`](crate::operation::delete_network) for its errors and examples.
    pub fn delete_network(&self) -> DeleteNetworkFluentBuilder {
        DeleteNetworkFluentBuilder::new(self.handle.clone())
    }

    /// Deletes a security group from a network.
    ///
    /// `DELETE /networks/{networkId}/security-groups/{groupId}`; see [`DeleteSecurityGroup`](crate::operation::delete_security_group) for its errors and examples.
    pub fn delete_security_group(&self) -> DeleteSecurityGroupFluentBuilder {
        DeleteSecurityGroupFluentBuilder::new(self.handle.clone())
    }

    /// Returns one bot: its names, status, security group, and key.
    ///
    /// `GET /networks/{networkId}/bots/{botId}`; see [`GetBot`](crate::operation::get_bot) for its errors and examples.
    pub fn get_bot(&self) -> GetBotFluentBuilder {
        GetBotFluentBuilder::new(self.handle.clone())
    }

    /// Returns how many bots a network has, by status.
    ///
    /// `GET /networks/{networkId}/bots/count`; see [`GetBotsCount`](crate::operation::get_bots_count) for its errors and examples.
    pub fn get_bots_count(&self) -> GetBotsCountFluentBuilder {
        GetBotsCountFluentBuilder::new(self.handle.clone())
    }

    /// Returns the state of the data retention bot and of the service it serves.
    ///
    /// `GET /networks/{networkId}/data-retention-bots`; see [`GetDataRetentionBot`](crate::operation::get_data_retention_bot) for its errors and examples.
    pub fn get_data_retention_bot(&self) -> GetDataRetentionBotFluentBuilder {
        GetDataRetentionBotFluentBuilder::new(self.handle.clone())
    }

    /// Returns how many guest users a network had in each billing period.
    ///
    /// `GET /networks/{networkId}/guest-users/count`; see [`GetGuestUserHistoryCount`](crate::operation::get_guest_user_history_count) for its errors and examples.
    pub fn get_guest_user_history_count(&self) -> GetGuestUserHistoryCountFluentBuilder {
        GetGuestUserHistoryCountFluentBuilder::new(self.handle.clone())
    }

    /// Returns the name, access level, owner, and state of one network.
    ///
    /// `GET /networks/{networkId}`; see [`GetNetwork`](crate::operation::get_network) for its errors and examples.
    pub fn get_network(&self) -> GetNetworkFluentBuilder {
        GetNetworkFluentBuilder::new(self.handle.clone())
    }

    /// Returns the settings that apply to a whole network.
    ///
    /// `GET /networks/{networkId}/settings`; see [`GetNetworkSettings`](crate::operation::get_network_settings) for its errors and examples.
    pub fn get_network_settings(&self) -> GetNetworkSettingsFluentBuilder {
        GetNetworkSettingsFluentBuilder::new(self.handle.clone())
    }

    /// Returns the single sign-on (OIDC) configuration of a network.
    ///
    /// `GET /networks/{networkId}/oidc`; see [`GetOidcInfo`](crate::operation::get_oidc_info) for its errors and examples.
    pub fn get_oidc_info(&self) -> GetOidcInfoFluentBuilder {
        GetOidcInfoFluentBuilder::new(self.handle.clone())
    }

    /// Returns the OpenTDF configuration of a network.
    ///
    /// `GET /networks/{networkId}/tdf`; see [`GetOpentdfConfig`](crate::operation::get_opentdf_config) for its errors and examples.
    pub fn get_opentdf_config(&self) -> GetOpentdfConfigFluentBuilder {
        GetOpentdfConfigFluentBuilder::new(self.handle.clone())
    }

    /// Returns one security group with its settings and member counts.
    ///
    /// `GET /networks/{networkId}/security-groups/{groupId}`; see [`GetSecurityGroup`](crate::operation::get_security_group) for its errors and examples.
    pub fn get_security_group(&self) -> GetSecurityGroupFluentBuilder {
        GetSecurityGroupFluentBuilder::new(self.handle.clone())
    }

    /// Returns one user: name, status, security group, and latest activity.
    ///
    /// `GET /networks/{networkId}/users/{userId}`; see [`GetUser`](crate::operation::get_user) for its errors and examples.
    pub fn get_user(&self) -> GetUserFluentBuilder {
        GetUserFluentBuilder::new(self.handle.clone())
    }

    /// Returns how many users a network has, by status, and how many more can be added.
    ///
    /// `GET /networks/{networkId}/users/count`; see [`GetUsersCount`](crate::operation::get_users_count) for its errors and examples.
    pub fn get_users_count(&self) -> GetUsersCountFluentBuilder {
        GetUsersCountFluentBuilder::new(self.handle.clone())
    }

    /// Returns the guest users who are blocked from a network, one page at a time.
    ///
    /// `GET /networks/{networkId}/guest-users/blocklist`; see [`ListBlockedGuestUsers`](crate::operation::list_blocked_guest_users) for its errors and examples.
    pub fn list_blocked_guest_users(&self) -> ListBlockedGuestUsersFluentBuilder {
        ListBlockedGuestUsersFluentBuilder::new(self.handle.clone())
    }

    /// Returns the bots of a network, one page at a time.
    ///
    /// `GET /networks/{networkId}/bots`; see [`ListBots`](crate::operation::list_bots) for its errors and examples.
    pub fn list_bots(&self) -> ListBotsFluentBuilder {
        ListBotsFluentBuilder::new(self.handle.clone())
    }

    /// Returns the devices on which a user has signed in to Wickr, one page at a time.
    ///
    /// `GET /networks/{networkId}/users/{userId}/devices`; see [`ListDevicesForUser`](crate::operation::list_devices_for_user) for its errors and examples.
    pub fn list_devices_for_user(&self) -> ListDevicesForUserFluentBuilder {
        ListDevicesForUserFluentBuilder::new(self.handle.clone())
    }

    /// Returns the guest users who have communicated with a network, one page at a time.
    ///
    /// `GET /networks/{networkId}/guest-users`; see [`ListGuestUsers`](crate::operation::list_guest_users) for its errors and examples.
    pub fn list_guest_users(&self) -> ListGuestUsersFluentBuilder {
        ListGuestUsersFluentBuilder::new(self.handle.clone())
    }

    /// Returns the networks of your AWS account, one page at a time.
    ///
    /// `GET /networks`; see [`ListNetworks`](crate::operation::list_networks) for its errors and examples.
    pub fn list_networks(&self) -> ListNetworksFluentBuilder {
        ListNetworksFluentBuilder::new(self.handle.clone())
    }

    /// Returns the users in a security group, one page at a time.
    ///
    /// `GET /networks/{networkId}/security-groups/{groupId}/users`; see [`ListSecurityGroupUsers`](crate::operation::list_security_group_users) for its errors and examples.
    pub fn list_security_group_users(&self) -> ListSecurityGroupUsersFluentBuilder {
        ListSecurityGroupUsersFluentBuilder::new(self.handle.clone())
    }

    /// Returns the security groups of a network, one page at a time.
    ///
    /// `GET /networks/{networkId}/security-groups`; see [`ListSecurityGroups`](crate::operation::list_security_groups) for its errors and examples.
    pub fn list_security_groups(&self) -> ListSecurityGroupsFluentBuilder {
        ListSecurityGroupsFluentBuilder::new(self.handle.clone())
    }

    /// Returns the users of a network, one page at a time.
    ///
    /// `GET /networks/{networkId}/users`; see [`ListUsers`](crate::operation::list_users) for its errors and examples.
    pub fn list_users(&self) -> ListUsersFluentBuilder {
        ListUsersFluentBuilder::new(self.handle.clone())
    }

    /// Saves the single sign-on (OIDC) configuration of a network.
    ///
    /// `POST /networks/{networkId}/oidc/save`; see [`RegisterOidcConfig`](crate::operation::register_oidc_config) for its errors and examples.
    pub fn register_oidc_config(&self) -> RegisterOidcConfigFluentBuilder {
        RegisterOidcConfigFluentBuilder::new(self.handle.clone())
    }

    /// Checks that an OIDC identity provider can be reached and reports what it supports.
    ///
    /// `POST /networks/{networkId}/oidc/test`; see [`RegisterOidcConfigTest`](crate::operation::register_oidc_config_test) for its errors and examples.
    pub fn register_oidc_config_test(&self) -> RegisterOidcConfigTestFluentBuilder {
        RegisterOidcConfigTestFluentBuilder::new(self.handle.clone())
    }

    /// Saves the OpenTDF configuration of a network.
    ///
    /// `POST /networks/{networkId}/tdf`; see [`RegisterOpentdfConfig`](crate::operation::register_opentdf_config) for its errors and examples.
    pub fn register_opentdf_config(&self) -> RegisterOpentdfConfigFluentBuilder {
        RegisterOpentdfConfigFluentBuilder::new(self.handle.clone())
    }

    /// Changes a bot: its display name, security group, password, or suspension.
    ///
    /// `PATCH /networks/{networkId}/bots/{botId}`; see [`UpdateBot`](crate::operation::update_bot) for its errors and examples.
    pub fn update_bot(&self) -> UpdateBotFluentBuilder {
        UpdateBotFluentBuilder::new(self.handle.clone())
    }

    /// Turns data retention for a network on or off, or acknowledges the public key message.
    ///
    /// `PATCH /networks/{networkId}/data-retention-bots`; see [`UpdateDataRetention`](crate::operation::update_data_retention) for its errors and examples.
    pub fn update_data_retention(&self) -> UpdateDataRetentionFluentBuilder {
        UpdateDataRetentionFluentBuilder::new(self.handle.clone())
    }

    /// Blocks a guest user from a network, or lifts the block.
    ///
    /// `PATCH /networks/{networkId}/guest-users/{usernameHash}`; see [`UpdateGuestUser`](crate::operation::update_guest_user) for its errors and examples.
    pub fn update_guest_user(&self) -> UpdateGuestUserFluentBuilder {
        UpdateGuestUserFluentBuilder::new(self.handle.clone())
    }

    /// Changes the name of a network, its encryption key, or both.
    ///
    /// `PATCH /networks/{networkId}`; see [`UpdateNetwork`](crate::operation::update_network) for its errors and examples.
    pub fn update_network(&self) -> UpdateNetworkFluentBuilder {
        UpdateNetworkFluentBuilder::new(self.handle.clone())
    }

    /// Changes settings that apply to a whole network.
    ///
    /// `PATCH /networks/{networkId}/settings`; see [`UpdateNetworkSettings`](crate::operation::update_network_settings) for its errors and examples.
    pub fn update_network_settings(&self) -> UpdateNetworkSettingsFluentBuilder {
        UpdateNetworkSettingsFluentBuilder::new(self.handle.clone())
    }

    /// Changes the name or the settings of a security group.
    ///
    /// `PATCH /networks/{networkId}/security-groups/{groupId}`; see [`UpdateSecurityGroup`](crate::operation::update_security_group) for its errors and examples.
    pub fn update_security_group(&self) -> UpdateSecurityGroupFluentBuilder {
        UpdateSecurityGroupFluentBuilder::new(self.handle.clone())
    }

    /// Changes a user: name, username, security group, or invite code.
    ///
    /// `PATCH /networks/{networkId}/users`; see [`UpdateUser`](crate::operation::update_user) for its errors and examples.
    pub fn update_user(&self) -> UpdateUserFluentBuilder {
        UpdateUserFluentBuilder::new(self.handle.clone())
    }
}

impl AsRef<Handle> for Client {
    fn as_ref(&self) -> &Handle {
        &self.handle
    }
}

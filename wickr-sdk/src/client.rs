// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! The client of AWS Wickr Admin API.

use crate::config::Config;
use aws_types::SdkConfig;
use sdk_runtime::client::Handle;
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
}

sdk_runtime::client!(Client);

sdk_runtime::operations! {
    Client, #[cfg(feature = "blocking")] crate::blocking::Client {
        /// Creates up to 50 users in a network.
        ///
        /// `POST /networks/{networkId}/users`; see [`BatchCreateUser`](crate::operation::batch_create_user) for
        /// details and examples.
        ///
        /// Parameters:
        /// - `network_id`, required: The network that gains the users (8 digits).
        /// - `users`, required: The users to create, at most 50.
        /// - `client_token`: Makes a retry safe: a repeated token gets the first answer again and creates no
        ///   second set of users.
        ///
        /// Returns:
        /// - `message`: Summary for people to read, such as `success` or `partial success`.
        /// - `successful`: The new users, each with its user ID and invite code.
        /// - `failed`: Users that could not be created, each with the reason.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        batch_create_user: crate::operation::batch_create_user::BatchCreateUserFluentBuilder;
        /// Deletes up to 50 users from a network, for good.
        ///
        /// `POST /networks/{networkId}/users/batch-delete`; see
        /// [`BatchDeleteUser`](crate::operation::batch_delete_user) for details and examples.
        ///
        /// Parameters:
        /// - `network_id`, required: The network that loses the users (8 digits).
        /// - `user_ids`, required: The IDs of the users to delete, at most 50.
        /// - `client_token`: Makes a retry safe: a repeated token gets the first answer again, and nothing is
        ///   deleted twice.
        ///
        /// Returns:
        /// - `message`: Summary for people to read, such as `success` or `partial success`.
        /// - `successful`: The users that no longer exist.
        /// - `failed`: The users that were not deleted, each with the reason.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        batch_delete_user: crate::operation::batch_delete_user::BatchDeleteUserFluentBuilder;
        /// Returns the usernames behind up to 50 username hashes (unames).
        ///
        /// `POST /networks/{networkId}/users/uname-lookup`; see
        /// [`BatchLookupUserUname`](crate::operation::batch_lookup_user_uname) for details and examples.
        ///
        /// Parameters:
        /// - `network_id`, required: The network to search (8 digits).
        /// - `unames`, required: The username hashes to resolve, at most 50.
        /// - `client_token`: Identifies the request, so that a retry is recognized as the same one.
        ///
        /// Returns:
        /// - `message`: Summary for people to read, such as `success` or `partial success`.
        /// - `successful`: The hashes that were resolved, each with its username.
        /// - `failed`: The hashes that could not be resolved, each with the reason.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        batch_lookup_user_uname: crate::operation::batch_lookup_user_uname::BatchLookupUserUnameFluentBuilder;
        /// Sends a new invitation to up to 50 users who have not joined the network yet.
        ///
        /// `PATCH /networks/{networkId}/users/re-invite`; see
        /// [`BatchReinviteUser`](crate::operation::batch_reinvite_user) for details and examples.
        ///
        /// Parameters:
        /// - `network_id`, required: The network that people are invited to (8 digits).
        /// - `user_ids`, required: The IDs of the pending users to invite again, at most 50.
        /// - `client_token`: Identifies the request, so that a retry is recognized as the same one.
        ///
        /// Returns:
        /// - `message`: Summary for people to read.
        /// - `successful`: The users who were invited again.
        /// - `failed`: The users who were not invited again, each with the reason.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        batch_reinvite_user: crate::operation::batch_reinvite_user::BatchReinviteUserFluentBuilder;
        /// Resets up to 50 devices of one user, which signs the user out on each of them.
        ///
        /// `PATCH /networks/{networkId}/users/{userId}/devices`; see
        /// [`BatchResetDevicesForUser`](crate::operation::batch_reset_devices_for_user) for details and
        /// examples.
        ///
        /// Parameters:
        /// - `network_id`, required: The network that the user belongs to (8 digits).
        /// - `user_id`, required: The user who owns the devices (1 to 10 digits).
        /// - `app_ids`, required: The app IDs of the devices to reset, at most 50.
        /// - `client_token`: Identifies the request, so that a retry is recognized as the same one.
        ///
        /// Returns:
        /// - `message`: Summary for people to read, such as `success` or `partial success`.
        /// - `successful`: The devices that were reset.
        /// - `failed`: The devices that were not reset, each with the reason.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        batch_reset_devices_for_user: crate::operation::batch_reset_devices_for_user::BatchResetDevicesForUserFluentBuilder;
        /// Suspends up to 50 users of a network, or lifts their suspension.
        ///
        /// `PATCH /networks/{networkId}/users/toggleSuspend`; see
        /// [`BatchToggleUserSuspendStatus`](crate::operation::batch_toggle_user_suspend_status) for details and
        /// examples.
        ///
        /// Parameters:
        /// - `network_id`, required: The network that the users belong to (8 digits).
        /// - `suspend`, required: `true` suspends everyone in `user_ids`; `false` gives them access again.
        /// - `user_ids`, required: The IDs of the users to change, at most 50.
        /// - `client_token`: Identifies the request, so that a retry is recognized as the same one.
        ///
        /// Returns:
        /// - `message`: Summary for people to read, such as `success` or `partial success`.
        /// - `successful`: The users who now have the requested suspension status.
        /// - `failed`: The users whose status could not be set, each with the reason.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        batch_toggle_user_suspend_status: crate::operation::batch_toggle_user_suspend_status::BatchToggleUserSuspendStatusFluentBuilder;
        /// Creates a bot: an automated account that sends and receives messages in a network.
        ///
        /// `POST /networks/{networkId}/bots`; see [`CreateBot`](crate::operation::create_bot) for details and
        /// examples.
        ///
        /// Parameters:
        /// - `network_id`, required: The network that gains the bot (8 digits).
        /// - `username`, required: The name that the bot signs in with.
        /// - `display_name`: The name that people in the network see.
        /// - `group_id`, required: The ID of the security group that the bot joins.
        /// - `challenge`, required: The password that the bot signs in with.
        ///
        /// Returns:
        /// - `message`: The result in words.
        /// - `bot_id`: The ID of the new bot, for use with [`GetBot`](crate::operation::get_bot),
        ///   [`UpdateBot`](crate::operation::update_bot), and [`DeleteBot`](crate::operation::delete_bot).
        /// - `network_id`: The network that the bot belongs to.
        /// - `username`: The name that the bot signs in with.
        /// - `display_name`: The name that people in the network see.
        /// - `group_id`: The security group that the bot has joined.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        create_bot: crate::operation::create_bot::CreateBotFluentBuilder;
        /// Creates the data retention bot of a network.
        ///
        /// `POST /networks/{networkId}/data-retention-bots`; see
        /// [`CreateDataRetentionBot`](crate::operation::create_data_retention_bot) for details and examples.
        ///
        /// Parameters:
        /// - `network_id`, required: The network that gains the data retention bot (8 digits).
        ///
        /// Returns:
        /// - `message`: Confirms in words that the bot has been provisioned.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        create_data_retention_bot: crate::operation::create_data_retention_bot::CreateDataRetentionBotFluentBuilder;
        /// Creates a new password for the data retention bot and returns it.
        ///
        /// `POST /networks/{networkId}/data-retention-bots/challenge`; see
        /// [`CreateDataRetentionBotChallenge`](crate::operation::create_data_retention_bot_challenge) for
        /// details and examples.
        ///
        /// Parameters:
        /// - `network_id`, required: The network whose data retention bot needs a password (8 digits).
        ///
        /// Returns:
        /// - `challenge`: The new password.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        create_data_retention_bot_challenge: crate::operation::create_data_retention_bot_challenge::CreateDataRetentionBotChallengeFluentBuilder;
        /// Creates a network in your AWS account.
        ///
        /// `POST /networks`; see [`CreateNetwork`](crate::operation::create_network) for details and examples.
        ///
        /// Parameters:
        /// - `network_name`, required: Name of the network, 1 to 20 characters.
        /// - `access_level`, required: Plan of the network: `STANDARD` or `PREMIUM`.
        /// - `enable_premium_free_trial`: Set to `true` to start the network with Premium features on a
        ///   time-limited free trial; `false` if left out.
        /// - `encryption_key_arn`: ARN of the customer managed KMS key that protects the network's sensitive
        ///   data.
        ///
        /// Returns:
        /// - `network_id`: ID of the new network, 8 digits.
        /// - `network_name`: Name of the new network.
        /// - `encryption_key_arn`: ARN of the customer managed KMS key that protects the network's sensitive
        ///   data.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        create_network: crate::operation::create_network::CreateNetworkFluentBuilder;
        /// Creates a security group in a network.
        ///
        /// `POST /networks/{networkId}/security-groups`; see
        /// [`CreateSecurityGroup`](crate::operation::create_security_group) for details and examples.
        ///
        /// Parameters:
        /// - `network_id`, required: ID of the network that gets the security group.
        /// - `name`, required: Name of the security group.
        /// - `security_group_settings`, required: Initial federation settings and lockout threshold.
        /// - `client_token`: Idempotency token.
        ///
        /// Returns:
        /// - `security_group`: The security group as created, including the ID that the service gave it.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        create_security_group: crate::operation::create_security_group::CreateSecurityGroupFluentBuilder;
        /// Deletes a bot from a network, for good.
        ///
        /// `DELETE /networks/{networkId}/bots/{botId}`; see [`DeleteBot`](crate::operation::delete_bot) for
        /// details and examples.
        ///
        /// Parameters:
        /// - `network_id`, required: The network that loses the bot (8 digits).
        /// - `bot_id`, required: The bot to delete (1 to 10 digits).
        ///
        /// Returns:
        /// - `message`: The result in words, such as `success`.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        delete_bot: crate::operation::delete_bot::DeleteBotFluentBuilder;
        /// Deletes the data retention bot of a network with all its data, for good.
        ///
        /// `DELETE /networks/{networkId}/data-retention-bots`; see
        /// [`DeleteDataRetentionBot`](crate::operation::delete_data_retention_bot) for details and examples.
        ///
        /// Parameters:
        /// - `network_id`, required: The network whose data retention bot is deleted (8 digits).
        ///
        /// Returns:
        /// - `message`: Confirms in words that the bot and its data are gone.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        delete_data_retention_bot: crate::operation::delete_data_retention_bot::DeleteDataRetentionBotFluentBuilder;
        /// Deletes a network and everything in it, for good.
        ///
        /// `DELETE /networks/{networkId}`; see [`DeleteNetwork`](crate::operation::delete_network) for details
        /// and examples.
        ///
        /// Parameters:
        /// - `network_id`, required: ID of the network to delete.
        /// - `client_token`: Idempotency token.
        ///
        /// Returns:
        /// - `message`: Confirms in words that deletion has started.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        delete_network: crate::operation::delete_network::DeleteNetworkFluentBuilder;
        /// Deletes a security group from a network.
        ///
        /// `DELETE /networks/{networkId}/security-groups/{groupId}`; see
        /// [`DeleteSecurityGroup`](crate::operation::delete_security_group) for details and examples.
        ///
        /// Parameters:
        /// - `network_id`, required: ID of the network that the security group is in.
        /// - `group_id`, required: ID of the security group to delete.
        ///
        /// Returns:
        /// - `message`: Outcome of the deletion, in words.
        /// - `network_id`: ID of the network that lost the security group.
        /// - `group_id`: ID of the deleted security group.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        delete_security_group: crate::operation::delete_security_group::DeleteSecurityGroupFluentBuilder;
        /// Returns one bot: its names, status, security group, and key.
        ///
        /// `GET /networks/{networkId}/bots/{botId}`; see [`GetBot`](crate::operation::get_bot) for details and
        /// examples.
        ///
        /// Parameters:
        /// - `network_id`, required: The network that the bot belongs to (8 digits).
        /// - `bot_id`, required: The bot to return (1 to 10 digits).
        ///
        /// Returns:
        /// - `bot_id`: The ID of the bot, 1 to 10 digits.
        /// - `display_name`: The name that people in the network see.
        /// - `username`: The name that the bot signs in with.
        /// - `uname`: The username hash of the bot.
        /// - `pubkey`: The public part of the key that the bot uses for encryption.
        /// - `status`: `1` while the bot is pending, `2` once it is active.
        /// - `group_id`: The ID of the security group that the bot is in.
        /// - `has_challenge`: `true` if a password has been set for the bot.
        /// - `suspended`: `true` if the bot is suspended.
        /// - `last_login`: When the bot last signed in: Unix time in seconds, written as a string such as
        ///   `1772357400`.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        get_bot: crate::operation::get_bot::GetBotFluentBuilder;
        /// Returns how many bots a network has, by status.
        ///
        /// `GET /networks/{networkId}/bots/count`; see [`GetBotsCount`](crate::operation::get_bots_count) for
        /// details and examples.
        ///
        /// Parameters:
        /// - `network_id`, required: The network to count in (8 digits).
        ///
        /// Returns:
        /// - `pending`: Bots that have been created but not activated.
        /// - `active`: Bots that are active.
        /// - `total`: All bots: `pending` plus `active`.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        get_bots_count: crate::operation::get_bots_count::GetBotsCountFluentBuilder;
        /// Returns the state of the data retention bot and of the service it serves.
        ///
        /// `GET /networks/{networkId}/data-retention-bots`; see
        /// [`GetDataRetentionBot`](crate::operation::get_data_retention_bot) for details and examples.
        ///
        /// Parameters:
        /// - `network_id`, required: The network to look at (8 digits).
        ///
        /// Returns:
        /// - `bot_name`: The name of the data retention bot.
        /// - `bot_exists`: `true` if the network has a data retention bot.
        /// - `is_bot_active`: `true` if the bot is up and working.
        /// - `is_data_retention_bot_registered`: `true` if the bot has registered with the network.
        /// - `is_data_retention_service_enabled`: `true` if the data retention service is on.
        /// - `is_pubkey_msg_acked`: `true` if the public key message has been acknowledged; see `PUBKEY_MSG_ACK`
        ///   of [`UpdateDataRetention`](crate::operation::update_data_retention).
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        get_data_retention_bot: crate::operation::get_data_retention_bot::GetDataRetentionBotFluentBuilder;
        /// Returns how many guest users a network had in each billing period.
        ///
        /// `GET /networks/{networkId}/guest-users/count`; see
        /// [`GetGuestUserHistoryCount`](crate::operation::get_guest_user_history_count) for details and
        /// examples.
        ///
        /// Parameters:
        /// - `network_id`, required: ID of the network whose guest users are counted.
        ///
        /// Returns:
        /// - `history`: One entry per billing period.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        get_guest_user_history_count: crate::operation::get_guest_user_history_count::GetGuestUserHistoryCountFluentBuilder;
        /// Returns the name, access level, owner, and state of one network.
        ///
        /// `GET /networks/{networkId}`; see [`GetNetwork`](crate::operation::get_network) for details and
        /// examples.
        ///
        /// Parameters:
        /// - `network_id`, required: ID of the network to look up.
        ///
        /// Returns:
        /// - `network_id`: ID of the network, 8 digits.
        /// - `network_name`: Name of the network, 1 to 20 characters.
        /// - `access_level`: Plan of the network: `STANDARD` or `PREMIUM`.
        /// - `aws_account_id`: AWS account that owns the network.
        /// - `network_arn`: ARN of the network, for use in IAM policies.
        /// - `standing`: Numeric status of the network.
        /// - `free_trial_expiration`: When the free trial ends.
        /// - `migration_state`: How far the network is in moving its SSO redirect URI: `0` not started, `1` under
        ///   way, `2` done.
        /// - `encryption_key_arn`: ARN of the customer managed KMS key that protects the network's sensitive
        ///   data.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        get_network: crate::operation::get_network::GetNetworkFluentBuilder;
        /// Returns the settings that apply to a whole network.
        ///
        /// `GET /networks/{networkId}/settings`; see
        /// [`GetNetworkSettings`](crate::operation::get_network_settings) for details and examples.
        ///
        /// Parameters:
        /// - `network_id`, required: ID of the network whose settings you want.
        ///
        /// Returns:
        /// - `settings`: The settings of the network.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        get_network_settings: crate::operation::get_network_settings::GetNetworkSettingsFluentBuilder;
        /// Returns the single sign-on (OIDC) configuration of a network.
        ///
        /// `GET /networks/{networkId}/oidc`; see [`GetOidcInfo`](crate::operation::get_oidc_info) for details
        /// and examples.
        ///
        /// Parameters:
        /// - `network_id`, required: ID of the network whose single sign-on configuration you want.
        /// - `client_id`: OAuth client ID.
        /// - `code`: Authorization code that the identity provider issued.
        /// - `grant_type`: OAuth grant type, such as `authorization_code`.
        /// - `redirect_uri`: Redirect URI used in the OAuth flow.
        /// - `url`: URL of the identity provider.
        /// - `client_secret`: OAuth client secret.
        /// - `code_verifier`: PKCE code verifier of the OAuth flow.
        /// - `certificate`: CA certificate to trust for the connection to the identity provider.
        ///
        /// Returns:
        /// - `openid_connect_info`: Single sign-on configuration of the network.
        /// - `token_info`: Tokens from the identity provider.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        get_oidc_info: crate::operation::get_oidc_info::GetOidcInfoFluentBuilder;
        /// Returns the OpenTDF configuration of a network.
        ///
        /// `GET /networks/{networkId}/tdf`; see [`GetOpentdfConfig`](crate::operation::get_opentdf_config) for
        /// details and examples.
        ///
        /// Parameters:
        /// - `network_id`, required: ID of the network whose OpenTDF configuration you want.
        ///
        /// Returns:
        /// - `client_id`: OIDC client ID that Wickr presents to the OpenTDF provider.
        /// - `domain`: Address of the OpenTDF server, such as `https://opentdf.example.com`.
        /// - `client_secret`: OIDC client secret that belongs to `client_id`, in clear text.
        /// - `provider`: OpenTDF platform in use, such as `virtru`.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        get_opentdf_config: crate::operation::get_opentdf_config::GetOpentdfConfigFluentBuilder;
        /// Returns one security group with its settings and member counts.
        ///
        /// `GET /networks/{networkId}/security-groups/{groupId}`; see
        /// [`GetSecurityGroup`](crate::operation::get_security_group) for details and examples.
        ///
        /// Parameters:
        /// - `network_id`, required: ID of the network that the security group is in.
        /// - `group_id`, required: ID of the security group to look up.
        ///
        /// Returns:
        /// - `security_group`: The security group.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        get_security_group: crate::operation::get_security_group::GetSecurityGroupFluentBuilder;
        /// Returns one user: name, status, security group, and latest activity.
        ///
        /// `GET /networks/{networkId}/users/{userId}`; see [`GetUser`](crate::operation::get_user) for details
        /// and examples.
        ///
        /// Parameters:
        /// - `network_id`, required: The network that the user belongs to (8 digits).
        /// - `user_id`, required: The user to return (1 to 10 digits).
        /// - `start_time`: Ignore activity before this moment.
        /// - `end_time`: Ignore activity after this moment.
        ///
        /// Returns:
        /// - `user_id`: The ID of the user.
        /// - `first_name`: Given name.
        /// - `last_name`: Family name.
        /// - `username`: What the user signs in with, usually an email address.
        /// - `is_admin`: `true` if the user may administer the network.
        /// - `suspended`: `true` if the user is suspended.
        /// - `status`: `1` while the invitation is open (pending), `2` once the user has joined (active).
        /// - `last_activity`: When the user was last active in this network, as Unix time in seconds.
        /// - `last_login`: When the user last signed in to this network, as Unix time in seconds.
        /// - `security_group_ids`: The security group that the user is in, as a list of IDs.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        get_user: crate::operation::get_user::GetUserFluentBuilder;
        /// Returns how many users a network has, by status, and how many more can be added.
        ///
        /// `GET /networks/{networkId}/users/count`; see [`GetUsersCount`](crate::operation::get_users_count)
        /// for details and examples.
        ///
        /// Parameters:
        /// - `network_id`, required: The network to count in (8 digits).
        ///
        /// Returns:
        /// - `pending`: Users who have been invited and have not answered yet.
        /// - `active`: Users who have joined.
        /// - `rejected`: Users who declined their invitation.
        /// - `remaining`: How many users can still be added before the network is no longer eligible for the
        ///   premium free trial.
        /// - `total`: All users, whether pending or active.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        get_users_count: crate::operation::get_users_count::GetUsersCountFluentBuilder;
        /// Returns the guest users who are blocked from a network, one page at a time.
        ///
        /// `GET /networks/{networkId}/guest-users/blocklist`; see
        /// [`ListBlockedGuestUsers`](crate::operation::list_blocked_guest_users) for details and examples.
        ///
        /// Parameters:
        /// - `network_id`, required: ID of the network whose blocked guest users you want.
        /// - `max_results`: How many blocked guest users to return per page at most, from 1 to 100; 10 if left
        ///   out.
        /// - `sort_direction`: Sort direction, `ASC` or `DESC`; `DESC` if left out.
        /// - `sort_fields`: What to sort by: `"username"`, `"admin"`, or `"modified"`.
        /// - `username`: Return only blocked guest users whose username matches this text.
        /// - `admin`: Return only guest users blocked by the administrator with this username.
        /// - `next_token`: `next_token` from the previous page; leave it out to get the first page.
        ///
        /// Returns:
        /// - `next_token`: Pass this as `next_token` to get the following page.
        /// - `blocklist`: The blocked guest users on this page; empty if nobody matches.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        list_blocked_guest_users: crate::operation::list_blocked_guest_users::ListBlockedGuestUsersFluentBuilder;
        /// Returns the bots of a network, one page at a time.
        ///
        /// `GET /networks/{networkId}/bots`; see [`ListBots`](crate::operation::list_bots) for details and
        /// examples.
        ///
        /// Parameters:
        /// - `network_id`, required: The network whose bots are listed (8 digits).
        /// - `next_token`: Where to continue: the `next_token` of the page before, unchanged.
        /// - `max_results`: How many bots a page holds at most: 1 to 100, 10 if absent.
        /// - `sort_fields`: What to sort by: `"username"`, `"firstName"`, `"displayName"`, `"status"`, or
        ///   `"groupId"`.
        /// - `sort_direction`: `ASC` or `DESC`; without it, results are in descending order.
        /// - `display_name`: Only bots whose display name matches this text.
        /// - `username`: Only bots whose username matches this text.
        /// - `status`: Only bots in this status: `1` for pending ones, `2` for active ones.
        /// - `group_id`: Only bots in the security group with this ID.
        ///
        /// Returns:
        /// - `bots`: The bots on this page.
        /// - `next_token`: Pass this in the next call to continue.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        list_bots: crate::operation::list_bots::ListBotsFluentBuilder;
        /// Returns the devices on which a user has signed in to Wickr, one page at a time.
        ///
        /// `GET /networks/{networkId}/users/{userId}/devices`; see
        /// [`ListDevicesForUser`](crate::operation::list_devices_for_user) for details and examples.
        ///
        /// Parameters:
        /// - `network_id`, required: The network that the user belongs to (8 digits).
        /// - `user_id`, required: The user whose devices are listed (1 to 10 digits).
        /// - `next_token`: Where to continue: the `next_token` of the page before, unchanged.
        /// - `max_results`: How many devices a page holds at most: 1 to 100, 10 if absent.
        /// - `sort_fields`: What to sort by: `"lastlogin"` (all lower case), `"type"`, `"suspend"`, or
        ///   `"created"`.
        /// - `sort_direction`: `ASC` or `DESC`; without it, results are in descending order.
        ///
        /// Returns:
        /// - `next_token`: Pass this in the next call to continue.
        /// - `devices`: The devices on this page.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        list_devices_for_user: crate::operation::list_devices_for_user::ListDevicesForUserFluentBuilder;
        /// Returns the guest users who have communicated with a network, one page at a time.
        ///
        /// `GET /networks/{networkId}/guest-users`; see [`ListGuestUsers`](crate::operation::list_guest_users)
        /// for details and examples.
        ///
        /// Parameters:
        /// - `network_id`, required: ID of the network whose guest users you want.
        /// - `max_results`: How many guest users to return per page at most, from 1 to 100; 10 if left out.
        /// - `sort_direction`: Sort direction, `ASC` or `DESC`; `DESC` if left out.
        /// - `sort_fields`: What to sort by: `"username"` or `"billingPeriod"`.
        /// - `username`: Return only guest users whose username matches this text.
        /// - `billing_period`: Return only guest users of this billing period, written `YYYY-MM`, such as
        ///   `2026-03`.
        /// - `next_token`: `next_token` from the previous page; leave it out to get the first page.
        ///
        /// Returns:
        /// - `next_token`: Pass this as `next_token` to get the following page.
        /// - `guestlist`: The guest users on this page; empty if nobody matches.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        list_guest_users: crate::operation::list_guest_users::ListGuestUsersFluentBuilder;
        /// Returns the networks of your AWS account, one page at a time.
        ///
        /// `GET /networks`; see [`ListNetworks`](crate::operation::list_networks) for details and examples.
        ///
        /// Parameters:
        /// - `max_results`: How many networks to return per page at most, from 1 to 100; 10 if left out.
        /// - `sort_fields`: What to sort by: `"networkId"` or `"networkName"`; `"networkId"` if left out.
        /// - `sort_direction`: Sort direction, `ASC` or `DESC`; `DESC` if left out.
        /// - `next_token`: `next_token` from the previous page; leave it out to get the first page.
        ///
        /// Returns:
        /// - `networks`: The networks on this page.
        /// - `next_token`: Pass this as `next_token` to get the following page.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`, `UnauthorizedError`,
        /// `ValidationError`.
        list_networks: crate::operation::list_networks::ListNetworksFluentBuilder;
        /// Returns the users in a security group, one page at a time.
        ///
        /// `GET /networks/{networkId}/security-groups/{groupId}/users`; see
        /// [`ListSecurityGroupUsers`](crate::operation::list_security_group_users) for details and examples.
        ///
        /// Parameters:
        /// - `network_id`, required: ID of the network that the security group is in.
        /// - `group_id`, required: ID of the security group whose users you want.
        /// - `next_token`: `next_token` from the previous page; leave it out to get the first page.
        /// - `max_results`: How many users to return per page at most, from 1 to 100; 10 if left out.
        /// - `sort_fields`: What to sort by: `"username"`, `"firstName"`, or `"lastName"`.
        /// - `sort_direction`: Sort direction, `ASC` or `DESC`; `DESC` if left out.
        ///
        /// Returns:
        /// - `users`: The users on this page.
        /// - `next_token`: Pass this as `next_token` to get the following page.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        list_security_group_users: crate::operation::list_security_group_users::ListSecurityGroupUsersFluentBuilder;
        /// Returns the security groups of a network, one page at a time.
        ///
        /// `GET /networks/{networkId}/security-groups`; see
        /// [`ListSecurityGroups`](crate::operation::list_security_groups) for details and examples.
        ///
        /// Parameters:
        /// - `network_id`, required: ID of the network whose security groups you want.
        /// - `next_token`: `next_token` from the previous page; leave it out to get the first page.
        /// - `max_results`: How many security groups to return per page at most, from 1 to 100; 10 if left out.
        /// - `sort_fields`: What to sort by: `"id"` or `"name"`.
        /// - `sort_direction`: Sort direction, `ASC` or `DESC`; `DESC` if left out.
        ///
        /// Returns:
        /// - `security_groups`: The security groups on this page.
        /// - `next_token`: Pass this as `next_token` to get the following page.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        list_security_groups: crate::operation::list_security_groups::ListSecurityGroupsFluentBuilder;
        /// Returns the users of a network, one page at a time.
        ///
        /// `GET /networks/{networkId}/users`; see [`ListUsers`](crate::operation::list_users) for details and
        /// examples.
        ///
        /// Parameters:
        /// - `network_id`, required: The network whose users are listed (8 digits).
        /// - `next_token`: Where to continue: the `next_token` of the page before, unchanged.
        /// - `max_results`: How many users a page holds at most: 1 to 100, 10 if absent.
        /// - `sort_fields`: What to sort by: `"username"`, `"firstName"`, `"lastName"`, `"status"`, or
        ///   `"groupId"`.
        /// - `sort_direction`: `ASC` or `DESC`; without it, results are in descending order.
        /// - `first_name`: Only users whose given name matches this text.
        /// - `last_name`: Only users whose family name matches this text.
        /// - `username`: Only users whose username matches this text.
        /// - `status`: Only users in this status: `1` for pending ones, `2` for active ones.
        /// - `group_id`: Only users in the security group with this ID.
        ///
        /// Returns:
        /// - `next_token`: Pass this in the next call to continue.
        /// - `users`: The users on this page.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        list_users: crate::operation::list_users::ListUsersFluentBuilder;
        /// Saves the single sign-on (OIDC) configuration of a network.
        ///
        /// `POST /networks/{networkId}/oidc/save`; see
        /// [`RegisterOidcConfig`](crate::operation::register_oidc_config) for details and examples.
        ///
        /// Parameters:
        /// - `network_id`, required: ID of the network that gets single sign-on.
        /// - `company_id`, required: The company ID that users will type to sign in with SSO.
        /// - `custom_username`: Token claim that supplies the username.
        /// - `extra_auth_params`: Extra parameters for the authorization request.
        /// - `issuer`, required: Issuer URL of the identity provider, such as `https://sso.example.com`.
        /// - `scopes`, required: OAuth scopes to ask for, separated by spaces, such as `openid profile email`.
        /// - `secret`: Client secret that the identity provider issued for Wickr.
        /// - `sso_token_buffer_minutes`: How many minutes before an SSO token expires Wickr refreshes it.
        /// - `user_id`: Client ID that the identity provider issued for Wickr; despite the name, it is not a
        ///   Wickr user ID.
        ///
        /// Returns:
        /// - `application_name`: Name of the registered OIDC application.
        /// - `client_id`: OAuth client ID of the application.
        /// - `company_id`: The company ID that users type to sign in with SSO.
        /// - `scopes`: OAuth scopes that Wickr will ask for, separated by spaces.
        /// - `issuer`: Issuer URL of the identity provider.
        /// - `client_secret`: OAuth client secret of the application.
        /// - `secret`: The client secret that was given as `secret` in the request.
        /// - `redirect_url`: URL to register at the identity provider as the redirect target.
        /// - `user_id`: The `user_id` that was saved.
        /// - `custom_username`: Token claim that supplies the username, if one was given.
        /// - `ca_certificate`: CA certificate that Wickr trusts when it connects to the identity provider.
        /// - `application_id`: Number of the registered OIDC application, from 1 to 10.
        /// - `sso_token_buffer_minutes`: How many minutes before an SSO token expires Wickr refreshes it.
        /// - `extra_auth_params`: Extra parameters sent with the authorization request.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        register_oidc_config: crate::operation::register_oidc_config::RegisterOidcConfigFluentBuilder;
        /// Checks that an OIDC identity provider can be reached and reports what it supports.
        ///
        /// `POST /networks/{networkId}/oidc/test`; see
        /// [`RegisterOidcConfigTest`](crate::operation::register_oidc_config_test) for details and examples.
        ///
        /// Parameters:
        /// - `network_id`, required: ID of the network for which you test.
        /// - `extra_auth_params`: Extra parameters to use in the test.
        /// - `issuer`, required: Issuer URL of the identity provider to test, such as `https://sso.example.com`.
        /// - `scopes`, required: OAuth scopes to test, separated by spaces, such as `openid profile email`.
        /// - `certificate`: CA certificate to trust for the connection to the identity provider.
        ///
        /// Returns:
        /// - `token_endpoint`: URL where tokens are issued.
        /// - `userinfo_endpoint`: URL that describes the signed-in user.
        /// - `response_types_supported`: OAuth response types that the provider supports, such as `code`.
        /// - `scopes_supported`: OAuth scopes that the provider supports.
        /// - `issuer`: Issuer URL as the provider itself states it.
        /// - `authorization_endpoint`: URL where users sign in.
        /// - `end_session_endpoint`: URL that logs a user out at the provider.
        /// - `logout_endpoint`: URL that ends user sessions.
        /// - `grant_types_supported`: OAuth grant types that the provider supports, such as `authorization_code`.
        /// - `revocation_endpoint`: URL where tokens are revoked.
        /// - `token_endpoint_auth_methods_supported`: How a client may authenticate at the token endpoint, such
        ///   as `client_secret_basic`.
        /// - `microsoft_multi_refresh_token`: Whether the provider handles Microsoft multi-refresh tokens.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        register_oidc_config_test: crate::operation::register_oidc_config_test::RegisterOidcConfigTestFluentBuilder;
        /// Saves the OpenTDF configuration of a network.
        ///
        /// `POST /networks/{networkId}/tdf`; see
        /// [`RegisterOpentdfConfig`](crate::operation::register_opentdf_config) for details and examples.
        ///
        /// Parameters:
        /// - `network_id`, required: ID of the network that gets OpenTDF.
        /// - `client_id`, required: OIDC client ID that Wickr presents to the OpenTDF provider.
        /// - `client_secret`, required: OIDC client secret that belongs to `client_id`.
        /// - `domain`, required: Address of the OpenTDF server, such as `https://opentdf.example.com`.
        /// - `provider`, required: OpenTDF platform.
        /// - `dry_run`: If `true`, only test the connection with this configuration.
        ///
        /// Returns:
        /// - `client_id`: OIDC client ID that Wickr presents to the OpenTDF provider.
        /// - `domain`: Address of the OpenTDF server.
        /// - `client_secret`: OIDC client secret that belongs to `client_id`, in clear text.
        /// - `provider`: OpenTDF platform in use, such as `virtru`.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        register_opentdf_config: crate::operation::register_opentdf_config::RegisterOpentdfConfigFluentBuilder;
        /// Changes a bot: its display name, security group, password, or suspension.
        ///
        /// `PATCH /networks/{networkId}/bots/{botId}`; see [`UpdateBot`](crate::operation::update_bot) for
        /// details and examples.
        ///
        /// Parameters:
        /// - `network_id`, required: The network that the bot belongs to (8 digits).
        /// - `bot_id`, required: The bot to change (1 to 10 digits).
        /// - `display_name`: The new name that people in the network see.
        /// - `group_id`: The ID of the security group that the bot moves to.
        /// - `challenge`: The new password that the bot signs in with.
        /// - `suspend`: `true` suspends the bot and `false` lets it work again.
        ///
        /// Returns:
        /// - `message`: The result in words, such as `success`.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        update_bot: crate::operation::update_bot::UpdateBotFluentBuilder;
        /// Turns data retention for a network on or off, or acknowledges the public key message.
        ///
        /// `PATCH /networks/{networkId}/data-retention-bots`; see
        /// [`UpdateDataRetention`](crate::operation::update_data_retention) for details and examples.
        ///
        /// Parameters:
        /// - `network_id`, required: The network whose data retention is changed (8 digits).
        /// - `action_type`, required: The one thing to do: `ENABLE` or `DISABLE` the service, or `PUBKEY_MSG_ACK`
        ///   for the acknowledgement.
        ///
        /// Returns:
        /// - `message`: The result in words.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        update_data_retention: crate::operation::update_data_retention::UpdateDataRetentionFluentBuilder;
        /// Blocks a guest user from a network, or lifts the block.
        ///
        /// `PATCH /networks/{networkId}/guest-users/{usernameHash}`; see
        /// [`UpdateGuestUser`](crate::operation::update_guest_user) for details and examples.
        ///
        /// Parameters:
        /// - `network_id`, required: ID of the network to block the guest user from.
        /// - `username_hash`, required: Username hash of the guest user, from
        ///   [`ListGuestUsers`](crate::operation::list_guest_users) or
        ///   [`ListBlockedGuestUsers`](crate::operation::list_blocked_guest_users).
        /// - `block`, required: `true` to block, `false` to lift the block.
        ///
        /// Returns:
        /// - `message`: Outcome of the change, in words.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        update_guest_user: crate::operation::update_guest_user::UpdateGuestUserFluentBuilder;
        /// Changes the name of a network, its encryption key, or both.
        ///
        /// `PATCH /networks/{networkId}`; see [`UpdateNetwork`](crate::operation::update_network) for details
        /// and examples.
        ///
        /// Parameters:
        /// - `network_id`, required: ID of the network to change.
        /// - `network_name`, required: Name to give the network, 1 to 20 characters.
        /// - `client_token`: Idempotency token.
        /// - `encryption_key_arn`: ARN of the customer managed KMS key that is to protect the network's sensitive
        ///   data.
        ///
        /// Returns:
        /// - `message`: Confirms the change in words.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        update_network: crate::operation::update_network::UpdateNetworkFluentBuilder;
        /// Changes settings that apply to a whole network.
        ///
        /// `PATCH /networks/{networkId}/settings`; see
        /// [`UpdateNetworkSettings`](crate::operation::update_network_settings) for details and examples.
        ///
        /// Parameters:
        /// - `network_id`, required: ID of the network whose settings you change.
        /// - `settings`, required: The settings to change.
        ///
        /// Returns:
        /// - `settings`: The settings that were changed, with their new values.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        update_network_settings: crate::operation::update_network_settings::UpdateNetworkSettingsFluentBuilder;
        /// Changes the name or the settings of a security group.
        ///
        /// `PATCH /networks/{networkId}/security-groups/{groupId}`; see
        /// [`UpdateSecurityGroup`](crate::operation::update_security_group) for details and examples.
        ///
        /// Parameters:
        /// - `network_id`, required: ID of the network that the security group is in.
        /// - `group_id`, required: ID of the security group to change.
        /// - `name`: Name to give the group.
        /// - `security_group_settings`: Settings to change; leave out to change only the name.
        ///
        /// Returns:
        /// - `security_group`: The security group after the change.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        update_security_group: crate::operation::update_security_group::UpdateSecurityGroupFluentBuilder;
        /// Changes a user: name, username, security group, or invite code.
        ///
        /// `PATCH /networks/{networkId}/users`; see [`UpdateUser`](crate::operation::update_user) for details
        /// and examples.
        ///
        /// Parameters:
        /// - `network_id`, required: The network that the user belongs to (8 digits).
        /// - `user_id`, required: The user to change (1 to 10 digits).
        /// - `user_details`: The new values.
        ///
        /// Returns:
        /// - `user_id`: The ID of the user.
        /// - `network_id`: The network that the user belongs to.
        /// - `security_group_ids`: The security group that the user is in now, as a list of IDs.
        /// - `first_name`: Given name.
        /// - `last_name`: Family name.
        /// - `middle_name`: Reserved for a middle name; not in use.
        /// - `suspended`: `true` if the user is suspended.
        /// - `modified`: When the user was last changed, as Unix time in seconds.
        /// - `status`: `1` while the invitation is open (pending), `2` once the user has joined (active).
        /// - `invite_code`: The user's invite code.
        /// - `invite_expiration`: When the invite code stops being valid, as Unix time in seconds.
        /// - `code_validation`: `true` if a custom invite code can be used to verify this user.
        ///
        /// # Errors
        /// `BadRequestError`, `ForbiddenError`, `InternalServerError`, `RateLimitError`,
        /// `ResourceNotFoundError`, `UnauthorizedError`, `ValidationError`.
        update_user: crate::operation::update_user::UpdateUserFluentBuilder;
    }
}

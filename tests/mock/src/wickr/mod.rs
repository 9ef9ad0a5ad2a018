//! AWS Wickr: what its operations do.
//!
//! Where AWS's documentation leaves something open, the modules decide and say so.

use crate::state::Handler;
mod bots;
mod data_retention;
mod devices;
mod guests;
mod networks;
mod rules;
mod security_groups;
mod seed;
mod settings;
mod users;

pub(crate) use seed::check as check_seed;

/// What an operation does, if it does something that is Wickr's own.
pub(crate) fn handler(operation: &str) -> Option<Handler> {
    let found: Handler = match operation {
        "CreateNetwork" => networks::create,
        "ListNetworks" => networks::list,
        "GetNetwork" => networks::get,
        "UpdateNetwork" => networks::update,
        "DeleteNetwork" => networks::delete,
        "CreateSecurityGroup" => security_groups::create,
        "ListSecurityGroups" => security_groups::list,
        "GetSecurityGroup" => security_groups::get,
        "UpdateSecurityGroup" => security_groups::update,
        "DeleteSecurityGroup" => security_groups::delete,
        "ListSecurityGroupUsers" => users::of_group,
        "BatchCreateUser" => users::create,
        "ListUsers" => users::list,
        "GetUser" => users::get,
        "UpdateUser" => users::update,
        "BatchDeleteUser" => users::delete,
        "BatchReinviteUser" => users::reinvite,
        "BatchToggleUserSuspendStatus" => users::suspend,
        "BatchLookupUserUname" => users::look_up,
        "GetUsersCount" => users::count,
        "ListDevicesForUser" => devices::list,
        "BatchResetDevicesForUser" => devices::reset,
        "CreateBot" => bots::create,
        "ListBots" => bots::list,
        "GetBot" => bots::get,
        "UpdateBot" => bots::update,
        "DeleteBot" => bots::delete,
        "GetBotsCount" => bots::count,
        "CreateDataRetentionBot" => data_retention::create,
        "CreateDataRetentionBotChallenge" => data_retention::challenge,
        "GetDataRetentionBot" => data_retention::get,
        "UpdateDataRetention" => data_retention::update,
        "DeleteDataRetentionBot" => data_retention::delete,
        "ListGuestUsers" => guests::list,
        "ListBlockedGuestUsers" => guests::blocked,
        "UpdateGuestUser" => guests::update,
        "GetGuestUserHistoryCount" => guests::count,
        "GetNetworkSettings" => settings::get,
        "UpdateNetworkSettings" => settings::update,
        "RegisterOidcConfig" => settings::register_oidc,
        "RegisterOidcConfigTest" => settings::test_oidc,
        "GetOidcInfo" => settings::oidc,
        "RegisterOpentdfConfig" => settings::register_tdf,
        "GetOpentdfConfig" => settings::tdf,
        _ => return None,
    };
    Some(found)
}

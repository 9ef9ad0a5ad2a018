//! A program that can call each operation: the one that its argument names.

mod connect;

use sdk::error::DisplayErrorContext;

/// Calls the operation of this name, of those that are listed.
macro_rules! call {
    ($client:ident, $name:ident: $($operation:ident,)*) => {
        match $name.as_str() {
            $(stringify!($operation) => match $client.$operation().send().await {
                Ok(output) => println!("{output:?}"),
                Err(error) => eprintln!("{}", DisplayErrorContext(&error)),
            },)*
            _ => eprintln!("no operation is called {}", $name),
        }
    };
}

#[tokio::main]
async fn main() {
    let client = connect::client();
    let name = std::env::args().nth(1).unwrap_or_default();
    call! {
        client, name:
        batch_create_user,
        batch_delete_user,
        batch_lookup_user_uname,
        batch_reinvite_user,
        batch_reset_devices_for_user,
        batch_toggle_user_suspend_status,
        create_bot,
        create_data_retention_bot,
        create_data_retention_bot_challenge,
        create_network,
        create_security_group,
        delete_bot,
        delete_data_retention_bot,
        delete_network,
        delete_security_group,
        get_bot,
        get_bots_count,
        get_data_retention_bot,
        get_guest_user_history_count,
        get_network,
        get_network_settings,
        get_oidc_info,
        get_opentdf_config,
        get_security_group,
        get_user,
        get_users_count,
        list_blocked_guest_users,
        list_bots,
        list_devices_for_user,
        list_guest_users,
        list_networks,
        list_security_group_users,
        list_security_groups,
        list_users,
        register_oidc_config,
        register_oidc_config_test,
        register_opentdf_config,
        update_bot,
        update_data_retention,
        update_guest_user,
        update_network,
        update_network_settings,
        update_security_group,
        update_user,
    }
}

//! Every operation against the mock service, which checks what is sent by the model and sends what the model allows.

use sdk_mock::MockService;
use std::collections::BTreeSet;
use wickr_sdk::config::{Config, Credentials, Region};
use wickr_sdk::types::{
    AccessLevel, BatchCreateUserRequestItem, DataRetentionActionType, NetworkSettings, SecurityGroupSettings,
    SecurityGroupSettingsRequest, SortDirection, UpdateUserDetails,
};
use wickr_sdk::{Client, Error};

fn client(service: &MockService) -> Client {
    let credentials = Credentials::new(service.access_key_id(), service.secret_access_key(), None, None, "test");
    let config = Config::builder().endpoint_url(service.url()).region(Region::new("us-east-1"));
    Client::from_conf(config.credentials_provider(credentials).build())
}

#[tokio::test]
async fn every_operation_is_answered() -> Result<(), Error> {
    let service = MockService::start().await.expect("a free port");
    let client = client(&service);
    let created = client.create_network().network_name("Harbor").access_level(AccessLevel::Standard).send().await?;
    let network = created.network_id().expect("an ID");
    let group = networks_and_groups(&client, network).await?;
    data_retention(&client, network).await?;
    users(&client, network, &group).await?;
    bots(&client, network, &group).await?;
    guests(&client, network).await?;
    configuration(&client, network).await?;
    client.delete_security_group().network_id(network).group_id(&group).send().await?;
    client.delete_network().network_id(network).send().await?;
    let gone = client.get_network().network_id(network).send().await.expect_err("it is gone");
    assert!(gone.as_service_error().is_some_and(|error| error.is_resource_not_found_error()), "{gone}");

    let requests = service.requests();
    let called: BTreeSet<_> = requests.iter().filter_map(|request| request.operation.as_deref()).collect();
    assert_eq!(called.len(), service.operation_count(), "{called:?}");
    let refused: Vec<_> =
        requests.iter().filter(|request| request.status != 200).map(|request| request.line()).collect();
    assert_eq!(refused, [format!("GET /networks/{network}")]);
    Ok(())
}

async fn networks_and_groups(client: &Client, network: &str) -> Result<String, Error> {
    client.update_network().network_id(network).network_name("Port").send().await?;
    assert_eq!(client.get_network().network_id(network).send().await?.network_name(), "Port");
    assert_eq!(client.list_networks().send().await?.networks().len(), 1);
    let settings = SecurityGroupSettingsRequest::builder().lockout_threshold(8).build();
    let created = client.create_security_group().network_id(network).name("dispatch").security_group_settings(settings);
    let created = created.send().await?;
    let group = created.security_group().expect("a group").id().to_owned();
    let settings = SecurityGroupSettings::builder().federation_mode(1).build();
    let update = client.update_security_group().network_id(network).group_id(&group).security_group_settings(settings);
    update.send().await?;
    client.get_security_group().network_id(network).group_id(&group).send().await?;
    assert_eq!(client.list_security_groups().network_id(network).send().await?.security_groups().len(), 2);
    Ok(group)
}

async fn data_retention(client: &Client, network: &str) -> Result<(), Error> {
    client.create_data_retention_bot().network_id(network).send().await?;
    client.create_data_retention_bot_challenge().network_id(network).send().await?;
    client.update_data_retention().network_id(network).action_type(DataRetentionActionType::Enable).send().await?;
    let bot = client.get_data_retention_bot().network_id(network).send().await?;
    assert_eq!(bot.is_data_retention_service_enabled(), Some(true));
    client.delete_data_retention_bot().network_id(network).send().await?;
    Ok(())
}

async fn users(client: &Client, network: &str, group: &str) -> Result<(), Error> {
    let mut create = client.batch_create_user().network_id(network);
    for name in ["mei", "amara", "luis"] {
        let user = BatchCreateUserRequestItem::builder().username(format!("{name}@example.com"));
        create = create.users(user.security_group_ids(group).build().expect("complete"));
    }
    let created = create.send().await?;
    let ids: Vec<&str> = created.successful().iter().filter_map(|user| user.user_id()).collect();
    let [first, second, third] = ids[..] else { panic!("{created:?}") };
    let details = UpdateUserDetails::builder().first_name("Mei").build();
    client.update_user().network_id(network).user_id(first).user_details(details).send().await?;
    assert_eq!(client.get_user().network_id(network).user_id(first).send().await?.first_name(), Some("Mei"));
    let suspend = client.batch_toggle_user_suspend_status().network_id(network).suspend(true);
    suspend.user_ids(first).user_ids("777000").send().await?;
    let listed = client.list_users().network_id(network).sort_fields("username").sort_direction(SortDirection::Asc);
    let listed: Vec<_> = listed.into_paginator().page_size(1).items().send().try_collect().await?;
    let suspended: Vec<_> = listed.iter().filter_map(|user| user.suspended()).collect();
    assert_eq!(suspended, [false, false, true]);
    let uname = listed[0].uname().expect("a hash");
    let found = client.batch_lookup_user_uname().network_id(network).unames(uname).send().await?;
    assert_eq!(found.successful()[0].username(), "amara@example.com");
    client.batch_reinvite_user().network_id(network).user_ids(first).send().await?;
    client.list_security_group_users().network_id(network).group_id(group).send().await?;
    client.list_devices_for_user().network_id(network).user_id(first).send().await?;
    client.batch_reset_devices_for_user().network_id(network).user_id(first).app_ids("0").send().await?;
    client.batch_delete_user().network_id(network).user_ids(second).user_ids(third).send().await?;
    assert_eq!(client.get_users_count().network_id(network).send().await?.total(), 1);
    Ok(())
}

async fn bots(client: &Client, network: &str, group: &str) -> Result<(), Error> {
    let create = client.create_bot().network_id(network).username("shift_bot").group_id(group).challenge("EXAMPLE");
    let created = create.send().await?;
    let bot = created.bot_id();
    client.update_bot().network_id(network).bot_id(bot).suspend(true).send().await?;
    assert_eq!(client.get_bot().network_id(network).bot_id(bot).send().await?.suspended(), Some(true));
    assert_eq!(client.list_bots().network_id(network).send().await?.bots().len(), 1);
    assert_eq!(client.get_bots_count().network_id(network).send().await?.total(), 1);
    client.delete_bot().network_id(network).bot_id(bot).send().await?;
    Ok(())
}

async fn guests(client: &Client, network: &str) -> Result<(), Error> {
    let guests = client.list_guest_users().network_id(network).send().await?;
    let guest = guests.guestlist()[0].username_hash();
    client.update_guest_user().network_id(network).username_hash(guest).block(true).send().await?;
    let blocked = client.list_blocked_guest_users().network_id(network).send().await?;
    assert_eq!(blocked.blocklist()[0].username_hash(), guest);
    client.get_guest_user_history_count().network_id(network).send().await?;
    Ok(())
}

async fn configuration(client: &Client, network: &str) -> Result<(), Error> {
    let settings = NetworkSettings::builder().data_retention(true).build();
    client.update_network_settings().network_id(network).settings(settings).send().await?;
    client.get_network_settings().network_id(network).send().await?;
    let (issuer, scopes) = ("https://sso.example.com", "openid email");
    client.register_oidc_config_test().network_id(network).issuer(issuer).scopes(scopes).send().await?;
    let register = client.register_oidc_config().network_id(network).company_id("us-east-1-harbor");
    register.issuer(issuer).scopes(scopes).send().await?;
    let oidc = client.get_oidc_info().network_id(network).send().await?;
    assert_eq!(oidc.openid_connect_info().map(|info| info.issuer()), Some(issuer));
    let register = client.register_opentdf_config().network_id(network).client_id("a").client_secret("EXAMPLE");
    register.domain("https://tdf").provider("virtru").send().await?;
    assert_eq!(client.get_opentdf_config().network_id(network).send().await?.provider(), "virtru");
    Ok(())
}

//! The story: what an administrator does, call by call. This is the file to copy from.
//!
//! The lines on the screen that show requests and responses come from the interceptor in `trace`; here is what the
//! calls themselves need.

use super::screen::Screen;
use super::settings;
use wickr_sdk::Client;
use wickr_sdk::error::{BoxError, SdkError};
use wickr_sdk::operation::create_network::CreateNetworkError;
use wickr_sdk::operation::update_security_group::UpdateSecurityGroupError;
use wickr_sdk::types::{AccessLevel, SecurityGroupSettingsRequest, SortDirection};

/// What the steps return.
///
/// `?` turns the error of any call into a [`wickr_sdk::Error`], if a program would rather return that; here steps fail
/// for reasons of their own, too. Either way its text is the whole story in one line: operation, cause, HTTP status,
/// request ID.
pub(crate) type Result<T> = std::result::Result<T, BoxError>;

/// An account may have many networks, and a tour is short.
const MOST_PAGES: usize = 5;

/// What the tour has made so far, and has to remove.
#[derive(Debug, Default)]
struct Made {
    /// IDs of networks.
    networks: Vec<String>,
    /// IDs of a network and of a security group in it.
    group: Option<(String, String)>,
}

/// Tells the story, and cleans up whether it comes to its end or not.
pub(crate) async fn tell(client: &Client, screen: &Screen, tag: &str) -> Result<()> {
    let names = ["Harbor Pilots", "Harbor Tugs", "Harbor Watch"].map(|name| format!("{name} {tag}"));
    let mut made = Made::default();
    let told = tokio::select! {
        told = steps(client, screen, &names, &mut made) => told,
        () = interrupted() => Err("interrupted".into()),
    };
    if let Err(error) = &told {
        screen.error(error.as_ref());
    }
    screen.step(7, "Clean up");
    let doubtful = told.as_ref().is_err_and(may_have_had_effect);
    let cleaned = tokio::select! {
        cleaned = clean_up(client, screen, made, doubtful.then_some(&names)) => cleaned,
        () = interrupted() => Err(format!("interrupted: networks whose names end in {tag:?} may be left").into()),
    };
    match (told, cleaned) {
        (Ok(()), Ok(())) => {
            screen.step(0, "Done. What the tour made is deleted.");
            Ok(())
        }
        (Err(told), Err(left)) => Err(format!("{told}; {left}").into()),
        (told, cleaned) => told.and(cleaned),
    }
}

async fn steps(client: &Client, screen: &Screen, names: &[String], made: &mut Made) -> Result<()> {
    screen.step(1, "Create networks");
    for name in names {
        made.networks.push(create_network(client, screen, name).await?);
    }
    let [network, partner, ..] = made.networks.as_slice() else {
        return Err("the story needs two networks".into());
    };

    screen.step(2, "List networks, two to a page");
    list_networks(client, screen).await?;

    screen.step(3, "Create a security group");
    let group = create_security_group(client, screen, network).await?;
    made.group = Some((network.clone(), group.clone()));

    screen.step(4, "Change its settings");
    update_security_group(client, screen, network, &group, partner).await?;

    screen.step(5, "Read it back");
    get_security_group(client, screen, network, &group).await?;

    screen.step(6, "Meet three errors");
    not_found(client, screen, network).await?;
    not_valid(client, screen, network, &group).await?;
    not_sent(client, screen).await
}

async fn create_network(client: &Client, screen: &Screen, name: &str) -> Result<String> {
    let output = client.create_network().network_name(name).access_level(AccessLevel::Standard).send().await?;
    let id = output.network_id().ok_or("the answer to CreateNetwork has no network ID")?;
    screen.row("network", &format!("{id}  {name}"));
    Ok(id.to_owned())
}

async fn list_networks(client: &Client, screen: &Screen) -> Result<()> {
    let mut pages = client
        .list_networks()
        .sort_fields("networkName")
        .sort_direction(SortDirection::Asc)
        .into_paginator()
        .page_size(2)
        .send();
    // Each page is asked for when the one before has been used. `.items()` before `.send()` gives networks, not pages.
    let mut number = 0;
    while let Some(page) = pages.try_next().await? {
        number += 1;
        let mut label = format!("page {number}");
        for network in page.networks() {
            screen.row(&label, &format!("{}  {}", network.network_id(), network.network_name()));
            label.clear();
        }
        if number == MOST_PAGES && page.next_token().is_some() {
            screen.row("", "… and more");
            break;
        }
    }
    Ok(())
}

async fn create_security_group(client: &Client, screen: &Screen, network: &str) -> Result<String> {
    let output = client
        .create_security_group()
        .network_id(network)
        .name("dispatch")
        .security_group_settings(SecurityGroupSettingsRequest::builder().lockout_threshold(8).build())
        .send()
        .await?;
    let group = output.security_group().ok_or("the answer to CreateSecurityGroup has no group")?;
    screen.row("security group", &format!("{}  {}", group.id(), group.name()));
    if let Some(settings) = group.security_group_settings() {
        screen.rows(settings::in_words(settings));
    }
    Ok(group.id().to_owned())
}

/// The call that this SDK was begun for.
async fn update_security_group(
    client: &Client,
    screen: &Screen,
    network: &str,
    group: &str,
    partner: &str,
) -> Result<()> {
    let wanted = settings::for_dispatchers(partner);
    let output = client
        .update_security_group()
        .network_id(network)
        .group_id(group)
        .security_group_settings(wanted.clone())
        .send()
        .await?;
    let got = output.security_group().and_then(|group| group.security_group_settings());
    let outcome = match got {
        Some(got) if *got == wanted => "the group has exactly the settings that were sent",
        Some(_) => "the service reports other settings than were sent, see the next step",
        None => "the service reports no settings",
    };
    screen.row("changed", outcome);
    Ok(())
}

async fn get_security_group(client: &Client, screen: &Screen, network: &str, group: &str) -> Result<()> {
    let output = client.get_security_group().network_id(network).group_id(group).send().await?;
    let group = output.security_group().ok_or("the answer to GetSecurityGroup has no group")?;
    screen.row("security group", &format!("{}  {}", group.id(), group.name()));
    if let Some(settings) = group.security_group_settings() {
        screen.rows(settings::in_words(settings));
    }
    Ok(())
}

/// The service answers with an error that one expects, and can go on from.
async fn not_found(client: &Client, screen: &Screen, network: &str) -> Result<()> {
    let result = client.get_security_group().network_id(network).group_id("Zz0000zz").send().await;
    match result {
        Ok(_) => Err("a group was found that nobody has made".into()),
        Err(error) if error.as_service_error().is_some_and(|error| error.is_resource_not_found_error()) => {
            screen.error(&error);
            screen.row("handled by", "is_resource_not_found_error(): no such group, so there is nothing to read");
            Ok(())
        }
        Err(error) => Err(error.into()),
    }
}

/// The service answers with an error that has members of its own.
async fn not_valid(client: &Client, screen: &Screen, network: &str, group: &str) -> Result<()> {
    let result = client
        .update_security_group()
        .network_id(network)
        .group_id(group)
        .security_group_settings(settings::with_wrong_intensity())
        .send()
        .await;
    let Err(error) = result else {
        return Err("the service took a shredder intensity of 50".into());
    };
    match error.as_service_error() {
        Some(UpdateSecurityGroupError::ValidationError(invalid)) => {
            screen.error(&error);
            screen.row(
                "handled by",
                "UpdateSecurityGroupError::ValidationError(invalid), whose reasons() name each field",
            );
            for detail in invalid.reasons() {
                let field = detail.field().unwrap_or("a field");
                screen.row("reason", &format!("{field}: {}", detail.reason().unwrap_or("no reason given")));
            }
            Ok(())
        }
        _ => Err(error.into()),
    }
}

/// The SDK finds all mistakes of an input that cannot become a request, and sends nothing.
async fn not_sent(client: &Client, screen: &Screen) -> Result<()> {
    let result = client.get_security_group().group_id("..").send().await;
    match result {
        Ok(_) => Err("a group was found without its network".into()),
        Err(error @ SdkError::ConstructionFailure(_)) => {
            screen.row("GetSecurityGroup", "nothing is sent");
            screen.error(&error);
            screen.row("handled by", "SdkError::ConstructionFailure(_): the program is at fault, not the service");
            Ok(())
        }
        Err(error) => Err(error.into()),
    }
}

/// Whether a network may be there that isn't known to have been made: no answer came, or one that doesn't say, or the
/// story ended for another reason than this call's.
fn may_have_had_effect(error: &BoxError) -> bool {
    match error.downcast_ref::<SdkError<CreateNetworkError>>() {
        Some(SdkError::ConstructionFailure(_)) => false,
        Some(SdkError::ServiceError(answer)) => answer.raw().status().as_u16() >= 500,
        _ => true,
    }
}

/// Removes everything, as far as possible: what cannot be removed doesn't keep the rest. Looks first for networks with
/// certain names, if there are any whose making is in doubt.
async fn clean_up(client: &Client, screen: &Screen, mut made: Made, doubtful: Option<&[String; 3]>) -> Result<()> {
    let mut left = Vec::new();
    if let Some(names) = doubtful
        && let Err(error) = find_others(client, names, &mut made).await
    {
        screen.error(&error);
        left.push(format!("perhaps a network named {}", names.join(" or ")));
    }
    if let Some((network, group)) = made.group
        && let Err(error) = client.delete_security_group().network_id(network).group_id(&group).send().await
    {
        screen.error(&error);
        left.push(format!("security group {group}"));
    }
    for network in made.networks {
        if let Err(error) = client.delete_network().network_id(&network).send().await {
            screen.error(&error);
            left.push(format!("network {network}"));
        }
    }
    if left.is_empty() { Ok(()) } else { Err(format!("not removed: {}", left.join(", ")).into()) }
}

/// Adds networks that were made although no answer said so.
async fn find_others(client: &Client, names: &[String], made: &mut Made) -> Result<()> {
    let mut networks = client.list_networks().into_paginator().page_size(100).items().send();
    while let Some(network) = networks.try_next().await? {
        let id = network.network_id().to_owned();
        if names.iter().any(|name| name == network.network_name()) && !made.networks.contains(&id) {
            made.networks.push(id);
        }
    }
    Ok(())
}

/// Ctrl-C.
async fn interrupted() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending().await
    }
}

//! Amazon Route 53: zones, records in XML that nests deep, health checks.

use crate::{Outcome, client};
use route53_sdk::Client;
use route53_sdk::client::Waiters;
use route53_sdk::operation::change_resource_record_sets::ChangeResourceRecordSetsError;
use route53_sdk::types::{
    Change, ChangeAction, ChangeBatch, HealthCheckConfig, HealthCheckType, HostedZoneConfig, ResourceRecord,
    ResourceRecordSet, ResourceRecordSetRegion, RrType, Tag, TagResourceType,
};
use std::error::Error;
use std::time::Duration;

pub(crate) async fn scene(url: &str) -> Outcome {
    let client = client!(route53_sdk, url);
    let mut zones = Vec::new();
    for number in 1..=5 {
        let config = HostedZoneConfig::builder().comment("tides & <winds>").private_zone(false).build();
        let made = client.create_hosted_zone().name(format!("harbor{number}.example")).hosted_zone_config(config);
        let made = made.caller_reference(format!("reference {number}")).send().await?;
        assert!(made.location().contains("/2013-04-01/hostedzone/"), "{made:?}");
        let servers = made.delegation_set().ok_or("name servers")?.name_servers();
        assert!(!servers.is_empty(), "{made:?}");
        let zone = made.hosted_zone().ok_or("a zone")?;
        assert_eq!(zone.config().and_then(|config| config.comment()), Some("tides & <winds>"));
        zones.push(zone.id().to_owned());
    }
    let mut pages = client.list_hosted_zones().into_paginator().page_size(2).send();
    let (mut sizes, mut listed) = (Vec::new(), Vec::new());
    while let Some(page) = pages.try_next().await? {
        sizes.push(page.hosted_zones().len());
        listed.extend(page.hosted_zones().iter().map(|zone| zone.id().to_owned()));
    }
    assert_eq!(sizes, [2, 2, 1]);
    assert!(zones.iter().all(|zone| listed.contains(zone)), "{listed:?}");

    let zone = zones[0].as_str();
    records(&client, zone).await?;
    health_checks(&client).await?;
    let tag = Tag::builder().key("team").value("a & b").build();
    let short = zone.trim_start_matches("/hostedzone/");
    let change = client.change_tags_for_resource().resource_type(TagResourceType::Hostedzone).resource_id(short);
    change.add_tags(tag.clone()).send().await?;
    let tags =
        client.list_tags_for_resource().resource_type(TagResourceType::Hostedzone).resource_id(short).send().await?;
    assert_eq!(tags.resource_tag_set().map(|set| set.tags()), Some([tag].as_slice()));
    client.update_hosted_zone_comment().id(zone).comment("ebb").send().await?;
    let read = client.get_hosted_zone().id(zone).send().await?;
    let read = read.hosted_zone().ok_or("a zone")?;
    assert_eq!((read.name(), read.config().and_then(|config| config.comment())), ("harbor1.example.", Some("ebb")));

    for zone in &zones {
        client.delete_hosted_zone().id(zone).send().await?;
    }
    let gone = client.get_hosted_zone().id(zone).send().await.expect_err("it is gone").into_service_error();
    assert!(gone.is_no_such_hosted_zone(), "{gone:?}");
    Ok(())
}

fn address(
    name: &str,
    region: ResourceRecordSetRegion,
    addresses: &[&str],
) -> Result<ResourceRecordSet, Box<dyn Error>> {
    let set = ResourceRecordSet::builder().name(name).r#type(RrType::A).ttl(300).region(region.clone());
    let mut set = set.set_identifier(region.as_str());
    for address in addresses {
        set = set.resource_records(ResourceRecord::builder().value(*address).build()?);
    }
    Ok(set.build()?)
}

async fn records(client: &Client, zone: &str) -> Outcome {
    let west = address("www.harbor1.example.", ResourceRecordSetRegion::EuWest1, &["192.0.2.1", "192.0.2.2"])?;
    let north = address("www.harbor1.example.", ResourceRecordSetRegion::EuNorth1, &["192.0.2.3"])?;
    let change =
        |action, set: &ResourceRecordSet| Change::builder().action(action).resource_record_set(set.clone()).build();
    let apply = |changes: Vec<Change>| -> Result<_, Box<dyn Error>> {
        let batch = ChangeBatch::builder().comment("\"quoted\"").set_changes(Some(changes)).build()?;
        Ok(client.change_resource_record_sets().hosted_zone_id(zone).change_batch(batch))
    };
    let both = vec![change(ChangeAction::Create, &west)?, change(ChangeAction::Create, &north)?];
    let made = apply(both.clone())?.send().await?;
    let id = made.change_info().ok_or("a change")?.id();
    client.wait_until_resource_record_sets_changed().id(id).wait(Duration::from_secs(10)).await?;

    let again = apply(both)?.send().await.expect_err("they are there").into_service_error();
    let ChangeResourceRecordSetsError::InvalidChangeBatch(why) = &again else { panic!("{again:?}") };
    assert!(why.message().is_some() || !why.messages().is_empty(), "{why:?}");

    let listed = client.list_resource_record_sets().hosted_zone_id(zone).start_record_name("www.harbor1.example.");
    let listed = listed.start_record_type(RrType::A).send().await?;
    let mut found = listed.resource_record_sets().to_vec();
    found.sort_by(|a, b| b.set_identifier.cmp(&a.set_identifier));
    assert_eq!(found, [west.clone(), north]);
    let all = listed.resource_record_sets().iter().map(|set| change(ChangeAction::Delete, set));
    apply(all.collect::<Result<_, _>>()?)?.send().await?;
    Ok(())
}

async fn health_checks(client: &Client) -> Outcome {
    let config =
        HealthCheckConfig::builder().r#type(HealthCheckType::Https).fully_qualified_domain_name("harbor1.example");
    let config = config.port(8443).resource_path("/?a=1&b=2").failure_threshold(2).enable_sni(true).build()?;
    let made = client.create_health_check().caller_reference("check").health_check_config(config).send().await?;
    let id = made.health_check().ok_or("a check")?.id();
    let read = client.list_health_checks().into_paginator().items().send().collect::<Result<Vec<_>, _>>().await?;
    let [check] = read.as_slice() else { panic!("one check, but {read:?}") };
    assert_eq!(check.id(), id);
    let config = check.health_check_config().ok_or("a config")?;
    assert_eq!((config.port(), config.resource_path()), (Some(8443), Some("/?a=1&b=2")));
    assert_eq!((config.enable_sni(), config.r#type()), (Some(true), &HealthCheckType::Https));
    client.delete_health_check().health_check_id(id).send().await?;
    Ok(())
}

//! Amazon EC2: a network, a security group and instances in it. None of its errors is in its model.

use crate::{Outcome, client};
use ec2_sdk::Client;
use ec2_sdk::client::Waiters;
use ec2_sdk::error::ProvideErrorMetadata;
use ec2_sdk::types::{
    AttributeBooleanValue, Filter, InstanceStateName, InstanceType, IpPermission, IpRange, ResourceType, Tag,
    TagSpecification, UserIdGroupPair,
};
use std::time::Duration;

const SOON: Duration = Duration::from_secs(60);

fn tag(key: &str, value: &str) -> Tag {
    Tag::builder().key(key).value(value).build()
}

pub(crate) async fn scene(url: &str) -> Outcome {
    let client = client!(ec2_sdk, url);
    let tags = |kind| TagSpecification::builder().resource_type(kind).tags(tag("Name", "harbor & <quay>")).build();
    let made = client.create_vpc().cidr_block("10.7.0.0/16").tag_specifications(tags(ResourceType::Vpc)).send().await?;
    let vpc = made.vpc().and_then(|vpc| vpc.vpc_id()).ok_or("a VPC")?;
    client.wait_until_vpc_available().vpc_ids(vpc).wait(SOON).await?;
    let on = AttributeBooleanValue::builder().value(true).build();
    client.modify_vpc_attribute().vpc_id(vpc).enable_dns_hostnames(on).send().await?;
    client.create_tags().resources(vpc).tags(tag("team", "crew")).tags(tag("empty", "")).send().await?;
    let filter = Filter::builder().name("tag:team").values("crew").values("nobody").build();
    let found = client.describe_vpcs().filters(filter).send().await?;
    let [found] = found.vpcs() else { panic!("one VPC, but {found:?}") };
    assert_eq!((found.vpc_id(), found.cidr_block(), found.is_default()), (Some(vpc), Some("10.7.0.0/16"), Some(false)));
    let mut tags = found.tags().to_vec();
    tags.sort_by(|a, b| a.key.cmp(&b.key));
    assert_eq!(tags, [tag("Name", "harbor & <quay>"), tag("empty", ""), tag("team", "crew")]);

    let subnet = client.create_subnet().vpc_id(vpc).cidr_block("10.7.1.0/24").send().await?;
    let subnet = subnet.subnet().ok_or("a subnet")?;
    assert_eq!(subnet.available_ip_address_count(), Some(251));
    let subnet = subnet.subnet_id().ok_or("its ID")?;
    let group = security_group(&client, vpc).await?;
    instances(&client, subnet, &group).await?;

    client.delete_security_group().group_id(&group).send().await?;
    client.delete_subnet().subnet_id(subnet).send().await?;
    client.delete_vpc().vpc_id(vpc).send().await?;
    let gone = client.describe_vpcs().vpc_ids(vpc).send().await.expect_err("it is gone").into_service_error();
    assert_eq!(gone.code(), Some("InvalidVpcID.NotFound"));
    assert!(gone.message().is_some_and(|message| message.contains(vpc)), "{gone}");
    Ok(())
}

async fn security_group(client: &Client, vpc: &str) -> Result<String, Box<dyn std::error::Error>> {
    let create = || client.create_security_group().group_name("quay").description("tides & winds").vpc_id(vpc);
    let made = create().send().await?;
    let group = made.group_id().ok_or("a group")?;
    let again = create().send().await.expect_err("there is one").into_service_error();
    assert_eq!(again.code(), Some("InvalidGroup.Duplicate"));
    let range = |cidr: &str| IpRange::builder().cidr_ip(cidr).description("from <there>").build();
    let web = IpPermission::builder().ip_protocol("tcp").from_port(443).to_port(444);
    let web = web.ip_ranges(range("192.0.2.0/24")).ip_ranges(range("198.51.100.0/24")).build();
    let own = UserIdGroupPair::builder().group_id(group).build();
    let own = IpPermission::builder().ip_protocol("udp").from_port(53).to_port(53).user_id_group_pairs(own).build();
    let allow = client.authorize_security_group_ingress().group_id(group).ip_permissions(web).ip_permissions(own);
    let allowed = allow.send().await?;
    assert_eq!(allowed.r#return(), Some(true));
    // moto says only what became of the last permission.
    let [rule] = allowed.security_group_rules() else { panic!("one rule, but {allowed:?}") };
    assert_eq!(rule.referenced_group_info().and_then(|info| info.group_id()), Some(group));

    let read = client.describe_security_groups().group_ids(group).send().await?;
    let [read] = read.security_groups() else { panic!("one group, but {read:?}") };
    assert_eq!((read.group_name(), read.description()), (Some("quay"), Some("tides & winds")));
    let web = read.ip_permissions().iter().find(|rule| rule.ip_protocol() == Some("tcp")).ok_or("what tcp may")?;
    assert_eq!((web.from_port(), web.to_port()), (Some(443), Some(444)));
    assert_eq!(web.ip_ranges(), [range("192.0.2.0/24"), range("198.51.100.0/24")]);
    Ok(group.to_owned())
}

async fn instances(client: &Client, subnet: &str, group: &str) -> Outcome {
    let mut made = Vec::new();
    for number in 1..=3 {
        let run = client.run_instances().image_id("ami-12c6146b").instance_type(InstanceType::T3Micro);
        let run = run.min_count(1).max_count(1).subnet_id(subnet).security_group_ids(group);
        let run = run.user_data("I2Nsb3VkLWNvbmZpZw==").client_token(format!("token-{number}")).send().await?;
        let [instance] = run.instances() else { panic!("one instance, but {run:?}") };
        made.push(instance.instance_id().ok_or("an ID")?.to_owned());
    }
    client.wait_until_instance_running().set_instance_ids(Some(made.clone())).wait(SOON).await?;
    let filter = Filter::builder().name("instance-state-name").values("running").build();
    let mut pages = client.describe_instances().filters(filter).into_paginator().page_size(2).send();
    let (mut sizes, mut found) = (Vec::new(), Vec::new());
    while let Some(page) = pages.try_next().await? {
        sizes.push(page.reservations().len());
        found.extend(page.reservations().iter().flat_map(|reservation| reservation.instances().to_vec()));
    }
    assert_eq!(sizes, [2, 1]);
    let mut ids: Vec<_> = found.iter().filter_map(|instance| instance.instance_id().map(str::to_owned)).collect();
    ids.sort();
    made.sort();
    assert_eq!(ids, made);
    let instance = &found[0];
    assert_eq!((instance.instance_type(), instance.subnet_id()), (Some(&InstanceType::T3Micro), Some(subnet)));
    assert_eq!(instance.security_groups()[0].group_id(), Some(group));
    assert!(instance.launch_time().is_some_and(|time| time.secs() > 1_700_000_000), "{instance:?}");
    assert_eq!(instance.state().and_then(|state| state.code()), Some(16));

    let ended = client.terminate_instances().set_instance_ids(Some(made.clone())).send().await?;
    assert_eq!(ended.terminating_instances().len(), 3);
    let was = ended.terminating_instances()[0].previous_state().and_then(|state| state.name());
    assert_eq!(was, Some(&InstanceStateName::Running));
    client.wait_until_instance_terminated().set_instance_ids(Some(made)).wait(SOON).await?;
    // A waiter says when what it waits for can't come any more.
    let never = client.wait_until_instance_running().instance_ids(&ids[0]).wait(SOON).await;
    let never = never.expect_err("it has ended");
    assert!(never.to_string().contains("instance_running"), "{never}");
    Ok(())
}

//! AWS IAM: users, their keys, tags and policies.

use crate::{Outcome, client};
use iam_sdk::client::Waiters;
use iam_sdk::operation::create_user::CreateUserError;
use iam_sdk::types::{StatusType, Tag};
use std::time::Duration;

pub(crate) async fn scene(url: &str) -> Outcome {
    let client = client!(iam_sdk, url);
    let tag = |key: &str, value: &str| Tag::builder().key(key).value(value).build();
    let made = client
        .create_user()
        .user_name("grace")
        .path("/crew/")
        .tags(tag("team", "harbor")?)
        .tags(tag("a=b&c", "d+e f%")?)
        .send()
        .await?;
    assert_eq!(made.user().map(|user| user.arn()), Some("arn:aws:iam::123456789012:user/crew/grace"));
    client.wait_until_user_exists().user_name("grace").wait(Duration::from_secs(10)).await?;
    let again = client.create_user().user_name("grace").send().await.expect_err("there is one").into_service_error();
    assert!(matches!(&again, CreateUserError::EntityAlreadyExistsException(why) if why.message().is_some()), "{again}");

    let tags = client.list_user_tags().user_name("grace").into_paginator().items().send();
    let mut tags: Vec<Tag> = tags.collect::<Result<_, _>>().await?;
    tags.sort_by(|a, b| a.key.cmp(&b.key));
    assert_eq!(tags, [tag("a=b&c", "d+e f%")?, tag("team", "harbor")?]);
    client.untag_user().user_name("grace").tag_keys("team").send().await?;
    client.tag_user().user_name("grace").tags(tag("a=b&c", "")?).send().await?;
    let left = client.list_user_tags().user_name("grace").send().await?;
    assert_eq!(left.tags(), [tag("a=b&c", "")?]);

    let key = client.create_access_key().user_name("grace").send().await?;
    let key = key.access_key().ok_or("a key")?;
    assert_eq!((key.user_name(), key.status()), ("grace", &StatusType::Active));
    client.delete_access_key().user_name("grace").access_key_id(key.access_key_id()).send().await?;
    let gone = client.delete_access_key().user_name("grace").access_key_id(key.access_key_id()).send().await;
    assert!(gone.expect_err("it is gone").into_service_error().is_no_such_entity_exception());

    let policies = policies(&client).await?;
    client.update_user().user_name("grace").new_user_name("hopper").new_path("/").send().await?;
    let renamed = client.get_user().user_name("hopper").send().await?;
    let user = renamed.user().ok_or("a user")?;
    assert_eq!((user.user_name(), user.path(), user.user_id().len()), ("hopper", "/", 20));
    let old = client.get_user().user_name("grace").send().await.expect_err("there is none").into_service_error();
    assert!(old.is_no_such_entity_exception(), "{old}");
    let all: Vec<_> = client.list_users().into_paginator().items().send().collect::<Result<_, _>>().await?;
    assert_eq!(all.iter().map(|user| user.user_name()).collect::<Vec<_>>(), ["hopper"]);

    for policy in policies {
        client.detach_user_policy().user_name("hopper").policy_arn(&policy).send().await?;
        client.delete_policy().policy_arn(&policy).send().await?;
    }
    client.delete_user().user_name("hopper").send().await?;
    assert!(client.list_users().send().await?.users().is_empty());
    Ok(())
}

/// Attaches policies, reads them page by page, and says which there are.
async fn policies(client: &iam_sdk::Client) -> Result<Vec<String>, Box<dyn std::error::Error>> {
    let mut made = Vec::new();
    for number in 1..=5 {
        let document =
            r#"{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:*", "Resource": "*"}]}"#;
        let policy = client.create_policy().policy_name(format!("policy-{number}")).policy_document(document);
        let policy = policy.description("allows \"a & b\"").send().await?;
        let policy = policy.policy().ok_or("a policy")?;
        assert_eq!(policy.attachment_count(), Some(0));
        let arn = policy.arn().ok_or("its ARN")?.to_owned();
        client.attach_user_policy().user_name("grace").policy_arn(&arn).send().await?;
        made.push(arn);
    }
    let mut pages = client.list_attached_user_policies().user_name("grace").into_paginator().page_size(2).send();
    let (mut sizes, mut attached) = (Vec::new(), Vec::new());
    while let Some(page) = pages.try_next().await? {
        let policies = page.attached_policies();
        sizes.push(policies.len());
        attached.extend(policies.iter().filter_map(|policy| policy.policy_arn().map(str::to_owned)));
    }
    assert_eq!(sizes, [2, 2, 1]);
    attached.sort();
    assert_eq!(attached, made);
    Ok(made)
}

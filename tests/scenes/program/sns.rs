//! Amazon SNS: topics, who is subscribed, and what is published.

use crate::{Outcome, client};
use sns_sdk::operation::get_topic_attributes::GetTopicAttributesError;
use sns_sdk::primitives::Blob;
use sns_sdk::types::{MessageAttributeValue, PublishBatchRequestEntry, Tag};

pub(crate) async fn scene(url: &str) -> Outcome {
    let client = client!(sns_sdk, url);
    // One more than a page holds.
    let mut made = Vec::new();
    for number in 0..=100 {
        let topic = client.create_topic().name(format!("topic-{number:03}")).send().await?;
        made.push(topic.topic_arn().ok_or("an ARN")?.to_owned());
    }
    let mut pages = client.list_topics().into_paginator().send();
    let (mut sizes, mut listed) = (Vec::new(), Vec::new());
    while let Some(page) = pages.try_next().await? {
        sizes.push(page.topics().len());
        listed.extend(page.topics().iter().filter_map(|topic| topic.topic_arn().map(str::to_owned)));
    }
    listed.sort();
    assert_eq!((sizes.as_slice(), &listed), ([100, 1].as_slice(), &made));

    let topic = made[0].as_str();
    let set = client.set_topic_attributes().topic_arn(topic).attribute_name("DisplayName");
    set.attribute_value("Tides & <winds> + \u{1f30a}").send().await?;
    let read = client.get_topic_attributes().topic_arn(topic).send().await?;
    let attributes = read.attributes().ok_or("attributes")?;
    assert_eq!(attributes["DisplayName"], "Tides & <winds> + \u{1f30a}");
    assert_eq!(attributes["TopicArn"], topic);
    let tag = |key: &str, value: &str| Tag::builder().key(key).value(value).build();
    client.tag_resource().resource_arn(topic).tags(tag("a", "1")?).tags(tag("b", "2 3")?).send().await?;
    let tags = client.list_tags_for_resource().resource_arn(topic).send().await?;
    assert_eq!(tags.tags(), [tag("a", "1")?, tag("b", "2 3")?]);

    let subscribe = client.subscribe().topic_arn(topic).protocol("sqs");
    let subscribe =
        subscribe.endpoint("arn:aws:sqs:us-east-1:123456789012:nobody").attributes("RawMessageDelivery", "true");
    let subscription = subscribe.return_subscription_arn(true).send().await?;
    let subscription = subscription.subscription_arn().ok_or("a subscription")?;
    let by_topic = client.list_subscriptions_by_topic().topic_arn(topic).into_paginator().items().send();
    let by_topic: Vec<_> = by_topic.collect::<Result<_, _>>().await?;
    let [found] = by_topic.as_slice() else { panic!("one subscription, but {by_topic:?}") };
    assert_eq!((found.subscription_arn(), found.protocol()), (Some(subscription), Some("sqs")));
    client.unsubscribe().subscription_arn(subscription).send().await?;

    publish(&client, topic).await?;
    for topic in &made {
        client.delete_topic().topic_arn(topic).send().await?;
    }
    let gone =
        client.get_topic_attributes().topic_arn(topic).send().await.expect_err("it is gone").into_service_error();
    assert!(matches!(&gone, GetTopicAttributesError::NotFoundException(why) if why.message().is_some()), "{gone:?}");
    Ok(())
}

async fn publish(client: &sns_sdk::Client, topic: &str) -> Outcome {
    let text = MessageAttributeValue::builder().data_type("String").string_value("storm").build()?;
    let bytes = MessageAttributeValue::builder().data_type("Binary").binary_value(Blob::new([0, 255])).build()?;
    let message = client.publish().topic_arn(topic).message("wind = 12 & rising").subject("Harbor");
    let sent = message.message_attributes("kind", text).message_attributes("raw", bytes).send().await?;
    assert!(sent.message_id().is_some(), "{sent:?}");
    let entry = |id: &str| PublishBatchRequestEntry::builder().id(id).message(format!("message {id}")).build();
    let batch = client.publish_batch().topic_arn(topic).publish_batch_request_entries(entry("x")?);
    let batch = batch.publish_batch_request_entries(entry("y")?).send().await?;
    let ids: Vec<_> = batch.successful().iter().filter_map(|entry| entry.id()).collect();
    assert_eq!((ids, batch.failed().len()), (vec!["x", "y"], 0));
    let twice = client.publish_batch().topic_arn(topic).publish_batch_request_entries(entry("x")?);
    let twice = twice.publish_batch_request_entries(entry("x")?).send().await.expect_err("one ID twice");
    assert!(twice.into_service_error().is_batch_entry_ids_not_distinct_exception());
    Ok(())
}

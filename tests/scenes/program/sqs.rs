//! Amazon SQS: queues, and messages one by one and in batches. Its errors have two codes each.

use crate::{Outcome, client};
use sqs_sdk::Client;
use sqs_sdk::error::ProvideErrorMetadata;
use sqs_sdk::operation::get_queue_url::GetQueueUrlError;
use sqs_sdk::primitives::Blob;
use sqs_sdk::types::{
    DeleteMessageBatchRequestEntry, MessageAttributeValue, MessageSystemAttributeName, QueueAttributeName,
    SendMessageBatchRequestEntry,
};

pub(crate) async fn scene(url: &str) -> Outcome {
    let client = client!(sqs_sdk, url);
    let none = client.get_queue_url().queue_name("harbor").send().await.expect_err("there is none");
    let none = none.into_service_error();
    assert!(matches!(&none, GetQueueUrlError::QueueDoesNotExist(_)), "{none}");
    assert_eq!(none.code(), Some("AWS.SimpleQueueService.NonExistentQueue"));

    let mut urls = Vec::new();
    for number in 1..=5 {
        let made = client.create_queue().queue_name(format!("harbor-{number}"));
        let made = made.attributes(QueueAttributeName::VisibilityTimeout, "45").tags("team", "crew").send().await?;
        urls.push(made.queue_url().ok_or("a URL")?.to_owned());
    }
    let mut pages = client.list_queues().queue_name_prefix("harbor").into_paginator().page_size(2).send();
    let (mut sizes, mut listed) = (Vec::new(), Vec::new());
    while let Some(page) = pages.try_next().await? {
        sizes.push(page.queue_urls().len());
        listed.extend_from_slice(page.queue_urls());
    }
    listed.sort();
    assert_eq!((sizes.as_slice(), &listed), ([2, 2, 1].as_slice(), &urls));

    let queue = urls[0].as_str();
    client.set_queue_attributes().queue_url(queue).attributes(QueueAttributeName::DelaySeconds, "0").send().await?;
    let read = client.get_queue_attributes().queue_url(queue).attribute_names(QueueAttributeName::All).send().await?;
    let attributes = read.attributes().ok_or("attributes")?;
    assert_eq!(attributes[&QueueAttributeName::VisibilityTimeout], "45");
    client.tag_queue().queue_url(queue).tags("ship", "Ænne").send().await?;
    let tags = client.list_queue_tags().queue_url(queue).send().await?;
    assert_eq!(tags.tags().map(|tags| (tags["team"].as_str(), tags["ship"].as_str())), Some(("crew", "Ænne")));

    messages(&client, queue).await?;
    batches(&client, queue).await?;
    client.purge_queue().queue_url(queue).send().await?;
    for url in &urls {
        client.delete_queue().queue_url(url).send().await?;
    }
    assert!(client.list_queues().queue_name_prefix("harbor").send().await?.queue_urls().is_empty());
    let gone = client.send_message().queue_url(queue).message_body("late").send().await;
    assert!(gone.expect_err("it is gone").into_service_error().is_queue_does_not_exist());
    Ok(())
}

async fn messages(client: &Client, queue: &str) -> Outcome {
    let text = MessageAttributeValue::builder().data_type("String").string_value("high \u{1f30a}").build()?;
    let bytes = MessageAttributeValue::builder().data_type("Binary").binary_value(Blob::new([0, 255, 7])).build()?;
    let sent = client.send_message().queue_url(queue).message_body("tide & <time>");
    let sent = sent.message_attributes("level", text.clone()).message_attributes("raw", bytes.clone()).send().await?;
    let got = client
        .receive_message()
        .queue_url(queue)
        .message_attribute_names("All")
        .message_system_attribute_names(MessageSystemAttributeName::All)
        .send()
        .await?;
    let [message] = got.messages() else { panic!("one message, but {got:?}") };
    assert_eq!(message.body(), Some("tide & <time>"));
    assert_eq!((message.message_id(), message.md5_of_body()), (sent.message_id(), sent.md5_of_message_body()));
    let attributes = message.message_attributes().ok_or("attributes")?;
    assert_eq!((&attributes["level"], &attributes["raw"]), (&text, &bytes));
    let system = message.attributes().ok_or("system attributes")?;
    assert_eq!(system[&MessageSystemAttributeName::ApproximateReceiveCount], "1");

    let handle = message.receipt_handle().ok_or("a handle")?;
    client.change_message_visibility().queue_url(queue).receipt_handle(handle).visibility_timeout(60).send().await?;
    client.delete_message().queue_url(queue).receipt_handle(handle).send().await?;
    let change = client.change_message_visibility().queue_url(queue).receipt_handle("no handle").visibility_timeout(1);
    let refused = change.send().await.expect_err("no handle").into_service_error();
    assert!(refused.is_receipt_handle_is_invalid(), "{refused:?}");
    Ok(())
}

async fn batches(client: &Client, queue: &str) -> Outcome {
    let entry = |id: &str, delay| {
        SendMessageBatchRequestEntry::builder()
            .id(id)
            .message_body(format!("body of {id}"))
            .delay_seconds(delay)
            .build()
    };
    let sent =
        client.send_message_batch().queue_url(queue).entries(entry("a", 0)?).entries(entry("b", 0)?).send().await?;
    let mut done: Vec<&str> = sent.successful().iter().map(|entry| entry.id()).collect();
    done.sort_unstable();
    assert_eq!((done, sent.failed().len()), (vec!["a", "b"], 0));
    let twice =
        client.send_message_batch().queue_url(queue).entries(entry("a", 0)?).entries(entry("a", 0)?).send().await;
    let twice = twice.expect_err("one ID twice").into_service_error();
    assert!(twice.is_batch_entry_ids_not_distinct(), "{twice:?}");

    let got = client.receive_message().queue_url(queue).max_number_of_messages(10).send().await?;
    assert_eq!(got.messages().len(), 2);
    let mut delete = client.delete_message_batch().queue_url(queue);
    for (id, message) in ["a", "b"].into_iter().zip(got.messages()) {
        let entry =
            DeleteMessageBatchRequestEntry::builder().id(id).receipt_handle(message.receipt_handle().ok_or(id)?);
        delete = delete.entries(entry.build()?);
    }
    assert_eq!(delete.send().await?.successful().len(), 2);
    Ok(())
}

//! Amazon DynamoDB: a table, and items of every kind of value in it.

use crate::{Outcome, client};
use dynamodb_sdk::Client;
use dynamodb_sdk::client::Waiters;
use dynamodb_sdk::operation::put_item::PutItemError;
use dynamodb_sdk::operation::transact_write_items::TransactWriteItemsError;
use dynamodb_sdk::primitives::Blob;
use dynamodb_sdk::types::{
    AttributeDefinition, AttributeValue, BillingMode, KeySchemaElement, KeyType, Put, PutRequest, ReturnValue,
    ScalarAttributeType, TableStatus, TransactWriteItem, WriteRequest,
};
use std::collections::HashMap;
use std::error::Error;
use std::time::Duration;

const TABLE: &str = "ships";

type Item = HashMap<String, AttributeValue>;

pub(crate) async fn scene(url: &str) -> Outcome {
    let client = client!(dynamodb_sdk, url);
    create(&client, TABLE).await?;
    let wait = client.wait_until_table_exists().table_name(TABLE);
    let ready = wait.wait(Duration::from_secs(10)).await?.into_result()?;
    let table = ready.table().ok_or("a table")?;
    assert_eq!((table.table_status(), table.item_count()), (Some(&TableStatus::Active), Some(0)));
    let made = table.creation_date_time().ok_or("when it was made")?;
    assert!(made.secs() > 1_700_000_000, "{made:?}");

    items(&client).await?;
    pages(&client).await?;
    transaction(&client).await?;

    for name in ["boats", "crews"] {
        create(&client, name).await?;
    }
    let names = client.list_tables().into_paginator().page_size(2).items().send();
    let mut names: Vec<String> = names.collect::<Result<_, _>>().await?;
    names.sort();
    assert_eq!(names, ["boats", "crews", TABLE]);
    for name in names {
        client.delete_table().table_name(name).send().await?;
    }
    client.wait_until_table_not_exists().table_name(TABLE).wait(Duration::from_secs(10)).await?;
    let gone = client.describe_table().table_name(TABLE).send().await.expect_err("it is gone").into_service_error();
    assert!(gone.is_resource_not_found_exception(), "{gone}");
    Ok(())
}

async fn create(client: &Client, name: &str) -> Outcome {
    let attribute = |name: &str, kind| AttributeDefinition::builder().attribute_name(name).attribute_type(kind).build();
    let key = |name: &str, kind| KeySchemaElement::builder().attribute_name(name).key_type(kind).build();
    client
        .create_table()
        .table_name(name)
        .attribute_definitions(attribute("port", ScalarAttributeType::S)?)
        .attribute_definitions(attribute("number", ScalarAttributeType::N)?)
        .key_schema(key("port", KeyType::Hash)?)
        .key_schema(key("number", KeyType::Range)?)
        .billing_mode(BillingMode::PayPerRequest)
        .send()
        .await?;
    Ok(())
}

fn key(number: u32) -> Item {
    let port = AttributeValue::S("Kiel".to_owned());
    HashMap::from([("port".to_owned(), port), ("number".to_owned(), AttributeValue::N(number.to_string()))])
}

/// An item with a value of every kind.
fn every_kind() -> Item {
    let nested = AttributeValue::L(vec![AttributeValue::Null(true), AttributeValue::M(HashMap::new())]);
    let mut item = key(1);
    item.extend([
        ("text".to_owned(), AttributeValue::S("<\u{e4}\u{1f6a2}&>".to_owned())),
        ("tonnage".to_owned(), AttributeValue::N("12345678901234567890.5".to_owned())),
        ("bytes".to_owned(), AttributeValue::B(Blob::new([0, 1, 255]))),
        ("flags".to_owned(), AttributeValue::Ss(vec!["DE".to_owned(), "DK".to_owned()])),
        ("masts".to_owned(), AttributeValue::Ns(vec!["1".to_owned(), "3".to_owned()])),
        ("keys".to_owned(), AttributeValue::Bs(vec![Blob::new([1]), Blob::new([2])])),
        ("deep".to_owned(), AttributeValue::M(HashMap::from([("list".to_owned(), nested)]))),
        ("afloat".to_owned(), AttributeValue::Bool(true)),
    ]);
    item
}

async fn items(client: &Client) -> Outcome {
    let put = || client.put_item().table_name(TABLE).set_item(Some(every_kind()));
    put().send().await?;
    let got = client.get_item().table_name(TABLE).set_key(Some(key(1))).consistent_read(true).send().await?;
    let mut item = got.item().ok_or("an item")?.clone();
    // Sets have no order.
    if let Some(AttributeValue::Ss(flags)) = item.get_mut("flags") {
        flags.sort();
    }
    if let Some(AttributeValue::Ns(masts)) = item.get_mut("masts") {
        masts.sort();
    }
    if let Some(AttributeValue::Bs(keys)) = item.get_mut("keys") {
        keys.sort_by(|a, b| a.as_ref().cmp(b.as_ref()));
    }
    assert_eq!(item, every_kind());

    let refused = put().condition_expression("attribute_not_exists(port)").send().await.expect_err("there is one");
    let refused = refused.into_service_error();
    assert!(matches!(&refused, PutItemError::ConditionalCheckFailedException(_)), "{refused}");

    let updated = client
        .update_item()
        .table_name(TABLE)
        .set_key(Some(key(1)))
        .update_expression("SET #t = :t REMOVE deep")
        .expression_attribute_names("#t", "text")
        .expression_attribute_values(":t", AttributeValue::S("sunk".to_owned()))
        .return_values(ReturnValue::UpdatedNew)
        .send()
        .await?;
    assert_eq!(updated.attributes().and_then(|item| item["text"].as_s().ok()), Some(&"sunk".to_owned()));
    let delete = client.delete_item().table_name(TABLE).set_key(Some(key(1))).return_values(ReturnValue::AllOld);
    let deleted = delete.send().await?;
    assert!(deleted.attributes().is_some_and(|item| !item.contains_key("deep")), "{deleted:?}");
    let none = client.get_item().table_name(TABLE).set_key(Some(key(1))).send().await?;
    assert_eq!(none.item(), None);
    Ok(())
}

async fn pages(client: &Client) -> Outcome {
    let put = |number| -> Result<WriteRequest, Box<dyn Error>> {
        let put = PutRequest::builder().set_item(Some(key(number))).build()?;
        Ok(WriteRequest::builder().put_request(put).build())
    };
    let requests = (1..=7).map(put).collect::<Result<Vec<_>, _>>()?;
    let written = client.batch_write_item().request_items(TABLE, requests).send().await?;
    assert!(written.unprocessed_items().is_none_or(|left| left.is_empty()), "{written:?}");
    let query = client.query().table_name(TABLE).key_condition_expression("port = :p AND #n > :n");
    let query = query.expression_attribute_names("#n", "number");
    let query = query.expression_attribute_values(":p", AttributeValue::S("Kiel".to_owned()));
    let query = query.expression_attribute_values(":n", AttributeValue::N("2".to_owned())).scan_index_forward(false);
    let mut pages = query.into_paginator().page_size(2).send();
    let mut found = Vec::new();
    while let Some(page) = pages.try_next().await? {
        found.push(page.items().iter().filter_map(|item| item["number"].as_n().ok().cloned()).collect::<Vec<_>>());
    }
    assert_eq!(found.iter().map(Vec::len).collect::<Vec<_>>(), [2, 2, 1]);
    assert_eq!(found.concat(), ["7", "6", "5", "4", "3"]);
    let scan = client.scan().table_name(TABLE).into_paginator().page_size(3).items().send();
    assert_eq!(scan.collect::<Result<Vec<_>, _>>().await?.len(), 7);
    Ok(())
}

async fn transaction(client: &Client) -> Outcome {
    let put = |number, condition: &str| -> Result<TransactWriteItem, Box<dyn Error>> {
        let put =
            Put::builder().table_name(TABLE).set_item(Some(key(number))).condition_expression(condition).build()?;
        Ok(TransactWriteItem::builder().put(put).build())
    };
    let write = client.transact_write_items().transact_items(put(8, "attribute_not_exists(port)")?);
    let refused = write.transact_items(put(7, "attribute_not_exists(port)")?).send().await.expect_err("there is a 7");
    let refused = refused.into_service_error();
    let TransactWriteItemsError::TransactionCanceledException(why) = &refused else { panic!("{refused:?}") };
    let codes: Vec<_> = why.cancellation_reasons().iter().map(|reason| reason.code()).collect();
    assert_eq!(codes, [Some("None"), Some("ConditionalCheckFailed")]);
    Ok(())
}

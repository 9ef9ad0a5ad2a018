//! Amazon Kinesis: a stream, its shards, and records.

use crate::{Outcome, client};
use kinesis_sdk::client::Waiters;
use kinesis_sdk::primitives::Blob;
use kinesis_sdk::types::{PutRecordsRequestEntry, ShardIteratorType, StreamStatus};
use std::time::Duration;

const STREAM: &str = "tides";

pub(crate) async fn scene(url: &str) -> Outcome {
    let client = client!(kinesis_sdk, url);
    for name in [STREAM, "currents", "winds"] {
        client.create_stream().stream_name(name).shard_count(2).send().await?;
    }
    let wait = client.wait_until_stream_exists().stream_name(STREAM);
    let ready = wait.wait(Duration::from_secs(30)).await?.into_result()?;
    let stream = ready.stream_description().ok_or("a stream")?;
    assert_eq!((stream.stream_status(), stream.shards().len()), (&StreamStatus::Active, 2));
    let again = client.create_stream().stream_name(STREAM).shard_count(1).send().await;
    assert!(again.expect_err("there is one").into_service_error().is_resource_in_use_exception());

    // By names, since moto knows no tokens here.
    let first = client.list_streams().limit(2).send().await?;
    assert_eq!((first.stream_names().len(), first.has_more_streams()), (2, true));
    let last = first.stream_names().last().ok_or("a name")?;
    let second = client.list_streams().exclusive_start_stream_name(last).into_paginator().page_size(2).send();
    let second = second.collect::<Result<Vec<_>, _>>().await?;
    let rest = second.iter().flat_map(|page| page.stream_names());
    let mut names: Vec<String> = first.stream_names().iter().chain(rest).cloned().collect();
    names.sort();
    assert_eq!(names, ["currents", STREAM, "winds"]);

    records(&client).await?;
    client.increase_stream_retention_period().stream_name(STREAM).retention_period_hours(48).send().await?;
    client.add_tags_to_stream().stream_name(STREAM).tags("sea", "Baltic").send().await?;
    let tags = client.list_tags_for_stream().stream_name(STREAM).send().await?;
    assert_eq!(tags.tags().iter().map(|tag| (tag.key(), tag.value())).collect::<Vec<_>>(), [("sea", Some("Baltic"))]);
    let read = client.describe_stream_summary().stream_name(STREAM).send().await?;
    let read = read.stream_description_summary().ok_or("a summary")?;
    assert_eq!((read.retention_period_hours(), read.open_shard_count()), (48, 2));

    for name in names {
        client.delete_stream().stream_name(name).send().await?;
    }
    client.wait_until_stream_not_exists().stream_name(STREAM).wait(Duration::from_secs(30)).await?;
    let gone = client.list_shards().stream_name(STREAM).send().await.expect_err("it is gone").into_service_error();
    assert!(gone.is_resource_not_found_exception(), "{gone}");
    Ok(())
}

async fn records(client: &kinesis_sdk::Client) -> Outcome {
    let put = client.put_record().stream_name(STREAM).partition_key("north").data(Blob::new([0, 255, 10]));
    let first = put.send().await?;
    let entry = |data: &str| PutRecordsRequestEntry::builder().partition_key("north").data(Blob::new(data)).build();
    let put = client.put_records().stream_name(STREAM).records(entry("ebb")?).records(entry("flood")?).send().await?;
    assert_eq!((put.failed_record_count(), put.records().len()), (Some(0), 2));
    let shards = client.list_shards().stream_name(STREAM).send().await?;
    assert_eq!(shards.shards().len(), 2);

    let iterator = client.get_shard_iterator().stream_name(STREAM).shard_id(first.shard_id());
    let iterator = iterator.shard_iterator_type(ShardIteratorType::TrimHorizon).send().await?;
    let got = client.get_records().set_shard_iterator(iterator.shard_iterator).limit(10).send().await?;
    let data: Vec<&[u8]> = got.records().iter().map(|record| record.data().as_ref()).collect();
    assert_eq!(data, [[0, 255, 10].as_slice(), b"ebb", b"flood"]);
    let arrived = got.records()[0].approximate_arrival_timestamp().ok_or("when it arrived")?;
    assert!(arrived.secs() > 1_700_000_000, "{arrived:?}");
    Ok(())
}

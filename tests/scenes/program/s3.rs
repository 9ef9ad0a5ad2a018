//! Amazon S3: buckets in paths, keys as they are, streams and checksums, uploads in parts.

use crate::{Outcome, client};
use s3_sdk::Client;
use s3_sdk::client::Waiters;
use s3_sdk::operation::get_object::GetObjectError;
use s3_sdk::presigning::PresigningConfig;
use s3_sdk::primitives::ByteStream;
use s3_sdk::types::{
    BucketLocationConstraint, ChecksumAlgorithm, ChecksumMode, CompletedMultipartUpload, CompletedPart,
    CreateBucketConfiguration, Delete, ObjectIdentifier, Tag, Tagging,
};
use std::time::Duration;

const BUCKET: &str = "harbor";

/// Keys as they come: some would lead elsewhere, were they paths.
const KEYS: [&str; 6] = ["a b+c&d=e%20/ä🌊", "deep//er", "plain.txt", "tide/ebb", "tide/flood", "..x/.y"];

pub(crate) async fn scene(url: &str) -> Outcome {
    let client = client!(s3_sdk, url, force_path_style);
    let missing = client.head_bucket().bucket(BUCKET).send().await.expect_err("there is none").into_service_error();
    assert!(missing.is_not_found(), "{missing:?}");
    let place = CreateBucketConfiguration::builder().location_constraint(BucketLocationConstraint::EuWest1).build();
    client.create_bucket().bucket(BUCKET).create_bucket_configuration(place).send().await?;
    client.wait_until_bucket_exists().bucket(BUCKET).wait(Duration::from_secs(10)).await?;
    let location = client.get_bucket_location().bucket(BUCKET).send().await?;
    assert_eq!(location.location_constraint(), Some(&BucketLocationConstraint::EuWest1));
    let buckets = client.list_buckets().send().await?;
    assert_eq!(buckets.buckets().iter().map(|bucket| bucket.name()).collect::<Vec<_>>(), [Some(BUCKET)]);

    let tagging = |value: &str| {
        let tag = Tag::builder().key("team").value(value).build()?;
        Tagging::builder().tag_set(tag).build()
    };
    client.put_bucket_tagging().bucket(BUCKET).tagging(tagging("a & b")?).send().await?;
    let tags = client.get_bucket_tagging().bucket(BUCKET).send().await?;
    assert_eq!(tags.tag_set(), tagging("a & b")?.tag_set());

    page(&client).await?;
    objects(&client).await?;
    list(&client).await?;
    parts(&client).await?;
    delete(&client).await?;
    Ok(())
}

/// What the page shows. It has a file in the folder where the program runs, and a bucket of its own.
async fn page(client: &Client) -> Outcome {
    let folder = std::env::temp_dir().join(format!("scene-of-s3-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    std::env::set_current_dir(&folder)?;
    std::fs::write("tape-7.tar", b"a tape")?;
    client.create_bucket().bucket("tapes").send().await?;
    let mut read = Vec::new();
    let outcome = async {
        crate::s3_page::up_and_down(client, &mut read).await?;
        crate::s3_page::list(client).await?;
        crate::s3_page::link(client).await
    };
    let outcome = outcome.await;
    std::env::set_current_dir(std::env::temp_dir())?;
    std::fs::remove_dir_all(folder)?;
    outcome?;
    assert_eq!(read, b"a tape");
    client.delete_object().bucket("tapes").key("1974/tape-7.tar").send().await?;
    client.delete_bucket().bucket("tapes").send().await?;
    Ok(())
}

/// All that a stream holds.
async fn read(stream: ByteStream) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    Ok(stream.collect().await?.into_bytes().to_vec())
}

async fn objects(client: &Client) -> Outcome {
    for key in KEYS {
        let body = format!("what is in {key}").into_bytes();
        let put = client.put_object().bucket(BUCKET).key(key).body(ByteStream::from(body.clone()));
        let put = put.content_type("text/plain").metadata("made-by", "a scene").tagging("kind=test&of=scene");
        let put = put.checksum_algorithm(ChecksumAlgorithm::Sha256).send().await?;
        assert!(put.e_tag().is_some_and(|tag| tag.starts_with('"')), "{put:?}");
        let got = client.get_object().bucket(BUCKET).key(key).checksum_mode(ChecksumMode::Enabled).send().await?;
        assert_eq!((got.content_type(), got.e_tag()), (Some("text/plain"), put.e_tag()), "{key}");
        assert_eq!(got.metadata().and_then(|all| all.get("made-by")).map(String::as_str), Some("a scene"));
        assert_eq!(read(got.body).await?, body, "{key}");
    }
    let some = client.get_object().bucket(BUCKET).key("plain.txt").range("bytes=5-6").send().await?;
    assert_eq!((some.content_range(), some.content_length()), (Some("bytes 5-6/20"), Some(2)));
    assert_eq!(read(some.body).await?, b"is");
    let head = client.head_object().bucket(BUCKET).key("plain.txt").send().await?;
    assert_eq!(head.content_length(), Some(20));
    assert!(head.last_modified().is_some_and(|time| time.secs() > 1_700_000_000), "{head:?}");
    let tags = client.get_object_tagging().bucket(BUCKET).key("plain.txt").send().await?;
    let tags: Vec<_> = tags.tag_set().iter().map(|tag| (tag.key(), tag.value())).collect();
    assert_eq!(tags, [("kind", "test"), ("of", "scene")]);

    let none = client.get_object().bucket(BUCKET).key("none").send().await.expect_err("there is none");
    let none = none.into_service_error();
    assert!(matches!(&none, GetObjectError::NoSuchKey(why) if why.message().is_some()), "{none:?}");
    let head = client.head_object().bucket(BUCKET).key("none").send().await.expect_err("there is none");
    assert!(head.into_service_error().is_not_found());
    let unchanged = client.get_object().bucket(BUCKET).key("plain.txt").set_if_none_match(some.e_tag).send().await;
    let unchanged = unchanged.expect_err("it hasn't changed");
    assert_eq!(unchanged.raw_response().map(|response| response.status().as_u16()), Some(304), "{unchanged:?}");

    client.copy_object().bucket(BUCKET).key("copy").copy_source(format!("{BUCKET}/plain.txt")).send().await?;
    let copy = client.get_object().bucket(BUCKET).key("copy").send().await?;
    assert_eq!(read(copy.body).await?, b"what is in plain.txt");
    let link = client.get_object().bucket(BUCKET).key("copy");
    let link = link.presigned(PresigningConfig::expires_in(Duration::from_secs(60))?).await?;
    assert!(link.uri().contains("/harbor/copy?") && link.uri().contains("X-Amz-Signature="), "{}", link.uri());
    Ok(())
}

async fn list(client: &Client) -> Outcome {
    let mut pages = client.list_objects_v2().bucket(BUCKET).into_paginator().page_size(3).send();
    let (mut sizes, mut keys) = (Vec::new(), Vec::new());
    while let Some(page) = pages.try_next().await? {
        sizes.push(page.contents().len());
        keys.extend(page.contents().iter().filter_map(|object| object.key().map(str::to_owned)));
    }
    let mut expected: Vec<_> = KEYS.into_iter().chain(["copy"]).collect();
    expected.sort_unstable();
    assert_eq!(
        (sizes.as_slice(), keys),
        ([3, 3, 1].as_slice(), expected.iter().map(|key| (*key).to_owned()).collect())
    );
    let folders = client.list_objects_v2().bucket(BUCKET).delimiter("/").prefix("t").send().await?;
    assert_eq!(folders.common_prefixes().iter().map(|found| found.prefix()).collect::<Vec<_>>(), [Some("tide/")]);
    assert!(folders.contents().is_empty(), "{folders:?}");
    Ok(())
}

async fn parts(client: &Client) -> Outcome {
    let begin = || client.create_multipart_upload().bucket(BUCKET).key("large");
    let given_up = begin().send().await?;
    let abort = client.abort_multipart_upload().bucket(BUCKET).key("large").set_upload_id(given_up.upload_id.clone());
    abort.send().await?;
    let gone = client.list_parts().bucket(BUCKET).key("large").set_upload_id(given_up.upload_id).send().await;
    assert!(gone.is_err(), "{gone:?}");

    let upload = begin().send().await?.upload_id.ok_or("an upload")?;
    let (first, second) = (vec![b'a'; 5 * 1024 * 1024], b"the rest".to_vec());
    let mut done = CompletedMultipartUpload::builder();
    for (number, bytes) in [(1, first.clone()), (2, second.clone())] {
        let part = client.upload_part().bucket(BUCKET).key("large").upload_id(&upload).part_number(number);
        let part = part.body(ByteStream::from(bytes)).send().await?;
        done = done.parts(CompletedPart::builder().part_number(number).set_e_tag(part.e_tag).build());
    }
    let listed = client.list_parts().bucket(BUCKET).key("large").upload_id(&upload).into_paginator().items().send();
    let listed: Vec<_> = listed.collect::<Result<_, _>>().await?;
    assert_eq!(listed.iter().map(|part| part.size()).collect::<Vec<_>>(), [Some(5 * 1024 * 1024), Some(8)]);
    let complete = client.complete_multipart_upload().bucket(BUCKET).key("large").upload_id(&upload);
    let complete = complete.multipart_upload(done.build()).send().await?;
    assert!(complete.e_tag().is_some_and(|tag| tag.ends_with("-2\"")), "{complete:?}");
    let got = client.get_object().bucket(BUCKET).key("large").send().await?;
    assert!(read(got.body).await? == [first, second].concat(), "the object is its parts");
    Ok(())
}

async fn delete(client: &Client) -> Outcome {
    let full = client.delete_bucket().bucket(BUCKET).send().await.expect_err("there are objects").into_service_error();
    assert!(full.to_string().contains("BucketNotEmpty"), "{full}");
    client.delete_object().bucket(BUCKET).key("large").send().await?;
    let mut all = Delete::builder();
    for key in KEYS.into_iter().chain(["copy"]) {
        all = all.objects(ObjectIdentifier::builder().key(key).build()?);
    }
    let deleted = client.delete_objects().bucket(BUCKET).delete(all.build()?).send().await?;
    assert_eq!((deleted.deleted().len(), deleted.errors().len()), (7, 0));
    assert_eq!(client.list_objects_v2().bucket(BUCKET).send().await?.key_count(), Some(0));
    client.delete_bucket().bucket(BUCKET).send().await?;
    client.wait_until_bucket_not_exists().bucket(BUCKET).wait(Duration::from_secs(10)).await?;
    Ok(())
}

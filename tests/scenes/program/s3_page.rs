//! What docs/s3.md quotes.

use crate::Outcome;
use s3_sdk::Client;
use s3_sdk::primitives::ByteStream;
use std::io::Write;

/// Puts an object of a file, and gets it.
pub(crate) async fn up_and_down(client: &Client, mut file: impl Write) -> Outcome {
    client
        .put_object()
        .bucket("tapes")
        .key("1974/tape-7.tar")
        .body(ByteStream::from_path("tape-7.tar").await?)
        .send()
        .await?;

    let tape = client.get_object().bucket("tapes").key("1974/tape-7.tar").send().await?;
    let mut pieces = tape.body;
    while let Some(piece) = pieces.next().await {
        file.write_all(&piece?)?;
    }
    Ok(())
}

pub(crate) async fn list(client: &Client) -> Outcome {
    let mut objects = client.list_objects_v2().bucket("tapes").prefix("1974/").into_paginator().send();
    while let Some(page) = objects.try_next().await? {
        for object in page.contents() {
            println!("{} {:?}", object.key().unwrap_or_default(), object.size());
        }
    }
    Ok(())
}

pub(crate) async fn link(client: &Client) -> Outcome {
    use s3_sdk::presigning::PresigningConfig;
    use std::time::Duration;

    let hour = PresigningConfig::expires_in(Duration::from_secs(3600))?;
    let link = client.get_object().bucket("tapes").key("1974/tape-7.tar").presigned(hour).await?;
    println!("{}", link.uri());
    Ok(())
}

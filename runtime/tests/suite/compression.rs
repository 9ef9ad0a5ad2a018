//! Requests compressed with gzip.

use crate::support::server::{Reply, Seen, Server};
use crate::support::{Error, SERVICE, config};
use sdk_runtime::client::Operation;
use sdk_runtime::codec::Plain;
use sdk_runtime::config::Builder;
use sdk_runtime::declare::{Effect, Metadata, Transfer};
use sdk_runtime::{Config, Handle};
use std::io::Read;

sdk_runtime::structure! {
    /// What is sent.
    pub struct PutInput {
        /// A header.
        pub encoding: Option<String>,
        /// The body.
        pub text: Option<String>,
    }
    input PutInputBuilder, PutFluentBuilder => PutOutput, Error {
        encoding, set_encoding, get_encoding: optional text = header "encoding" in "Content-Encoding" as Plain;
        text, set_text, get_text: optional text = member "text" as Plain;
    }
}

sdk_runtime::structure! {
    /// Nothing.
    pub struct PutOutput {
    }
    output PutOutputBuilder {}
}

impl Operation for PutInput {
    type Output = PutOutput;
    type Error = Error;
    const TRANSFER: Transfer = Transfer { gzip: Some(sdk_runtime::compression::gzip), ..Transfer::PLAIN };
    const METADATA: &'static Metadata =
        &Metadata { service: &SERVICE, name: "Put", method: "PUT", uri: "/", effect: Effect::Idempotent };
}

/// What a request with so many letters looks like on the wire: its encoding, and its body once decoded.
async fn sent(letters: usize, encoding: Option<&str>, changes: Builder) -> (Option<String>, String) {
    let server = Server::start(vec![Reply::Http(200, "", "{}")]).await;
    let handle = Handle::new(&SERVICE, config(&server.url).build()).with_override(changes);
    let input = PutInput::builder().text("a".repeat(letters)).set_encoding(encoding.map(str::to_owned));
    handle.send(&mut input.build().expect("inputs can always be built")).await.expect("200");
    let seen = server.seen().remove(0);
    let encodings = seen.headers.iter().filter(|(name, _)| name == "content-encoding");
    let encodings: Vec<_> = encodings.map(|(_, value)| value.as_str()).collect();
    let text = if encodings.last() == Some(&"gzip") { decoded(&seen) } else { seen.body.clone() };
    ((!encodings.is_empty()).then(|| encodings.join(", ")), text)
}

fn decoded(seen: &Seen) -> String {
    let mut text = String::new();
    flate2::read::GzDecoder::new(&seen.bytes[..]).read_to_string(&mut text).expect("is gzip");
    text
}

fn body(letters: usize) -> String {
    format!("{{\"text\":\"{}\"}}", "a".repeat(letters))
}

#[tokio::test]
async fn a_long_body_is_compressed_and_a_short_one_is_not() {
    let least = 10_240 - body(0).len();
    assert_eq!(sent(least, None, Config::builder()).await, (Some("gzip".to_owned()), body(least)));
    assert_eq!(sent(least - 1, None, Config::builder()).await, (None, body(least - 1)));
}

#[tokio::test]
async fn that_a_body_is_compressed_is_said() {
    let server = Server::start(vec![Reply::Http(200, "", "{}"); 2]).await;
    let handle = Handle::new(&SERVICE, config(&server.url).build());
    for letters in [20_000, 1] {
        let input = PutInput::builder().text("a".repeat(letters)).build();
        handle.send(&mut input.expect("inputs can always be built")).await.expect("200");
    }
    let seen = server.seen();
    assert_eq!((seen[0].features(), seen[1].features()), ("E,L,N", "E,N"));
}

#[tokio::test]
async fn the_config_says_from_where_on_and_whether_at_all() {
    let low = Config::builder().request_min_compression_size_bytes(5);
    assert_eq!(sent(3, None, low.clone()).await.0.as_deref(), Some("gzip"));
    assert_eq!(sent(3, None, low.disable_request_compression(true)).await, (None, body(3)));
}

/// 10 MiB, which no setting goes beyond.
#[tokio::test]
async fn a_body_that_is_long_enough_is_compressed_however_much_the_config_asks_for() {
    let high = Config::builder().request_min_compression_size_bytes(u32::MAX);
    let most = 10_485_760 - body(0).len();
    assert_eq!(sent(most, None, high.clone()).await.0.as_deref(), Some("gzip"));
    assert_eq!(sent(most - 1, None, high).await.0, None);
}

#[tokio::test]
async fn an_encoding_of_the_inputs_own_comes_first() {
    assert_eq!(sent(20_000, Some("custom"), Config::builder()).await, (Some("custom, gzip".to_owned()), body(20_000)));
}

//! A program that uses reqwest by itself, without TLS, and has the SDK among its dependencies: features of reqwest hold
//! for the whole program, so the SDK must turn on none by which reqwest's own clients panic.

use sdk_faults::{Act, Request, Server};
use sdk_runtime::config::{Config, Credentials, Region};
use sdk_runtime::transport::ReqwestClient;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

#[tokio::test]
async fn clients_that_the_program_builds_work() {
    let server = Server::start(|_, _| Act::json(200, r#"{"networkName":"Field"}"#)).await.expect("a free port");
    let url = format!("http://{}", server.address);
    let built = reqwest::Client::builder().no_proxy().build().expect("the settings are right");
    for client in [built.clone(), reqwest::Client::new(), reqwest::Client::default()] {
        drop(client);
    }
    let answer = built.get(&url).send().await.expect("200").text().await.expect("text");
    assert_eq!(answer, r#"{"networkName":"Field"}"#);
    // Without TLS of the program's, https is an error.
    built.get("https://wickr.example").send().await.expect_err("there is no TLS");

    let config = Config::builder()
        .endpoint_url(url)
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::new("AKID", "secret", None, None, "test"))
        .http_client(ReqwestClient::from(built));
    let network = wickr_sdk::Client::from_conf(config.build()).get_network().network_id("40718265").send().await;
    assert_eq!(network.expect("200").network_name(), "Field");
}

#[tokio::test]
async fn the_sdks_own_client_has_tls_all_the_same() {
    let server = Server::start(|_, _| Act::NotTls).await.expect("a free port");
    let config = Config::builder()
        .endpoint_url(format!("https://{}", server.address))
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::new("AKID", "secret", None, None, "test"));
    let call = wickr_sdk::Client::from_conf(config.build()).get_network().network_id("40718265").send().await;
    let error = call.expect_err("the server speaks no TLS").to_string();
    assert!(error.contains("could not connect") && error.contains("corrupt message"), "{error}");
}

/// An object that was compressed by whoever stored it: its length and its checksum are those of these bytes.
const STORED: &[u8] = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\x4b\x2c\x56\xc8\x2c\x51\x28\x4f\x2c\x56\x28\x28\x2d\x01\x00\x02\x11\x64\xd5\x0d\x00\x00\x00";

#[tokio::test]
async fn what_is_stored_compressed_comes_as_it_is_stored() {
    // Whether any request so far asked for a compressed answer.
    let asked = Arc::new(AtomicBool::new(false));
    let asks = asked.clone();
    let server = Server::start(move |_, request: &Request| {
        asks.fetch_or(request.header("accept-encoding").is_some(), Ordering::Relaxed);
        Act::Answer(200, "content-encoding: gzip\r\n".to_owned(), STORED.to_vec())
    });
    let server = server.await.expect("a free port");
    let url = format!("http://{}", server.address);
    let decompresses = reqwest::Client::builder().no_proxy().build().expect("the settings are right");
    let text = decompresses.get(&url).send().await.expect("200").text().await.expect("text");
    assert_eq!(text, "as it was put", "the feature is on, and a client of the program's own has it");
    assert!(asked.swap(false, Ordering::Relaxed));
    let client = ReqwestClient::builder().expect("the settings are right").no_proxy().build().expect("so are these");
    let answer = client.get(&url).send().await.expect("200");
    assert_eq!(answer.headers()["content-encoding"], "gzip");
    assert_eq!(answer.bytes().await.expect("a body"), STORED);
    assert!(!asked.load(Ordering::Relaxed), "nor does it ask for what it would have to decompress");
}

//! A program that uses reqwest by itself, without TLS, and has the SDK among its dependencies: features of reqwest hold
//! for the whole program, so the SDK must turn on none by which reqwest's own clients panic.

use sdk_faults::{Act, Server};
use sdk_runtime::config::{Config, Credentials, Region};
use sdk_runtime::transport::ReqwestClient;

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

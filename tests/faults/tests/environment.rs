//! Proxies, as the environment names them.

use sdk_faults::{Act, Server};
use std::process::Command;

/// What a program prints that calls `endpoint` with these variables set.
async fn called(endpoint: &str, variables: &[(&str, &str)]) -> String {
    let mut call = Command::new(env!("CARGO_BIN_EXE_call"));
    call.arg(endpoint);
    for name in ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"] {
        call.env_remove(name).env_remove(name.to_lowercase());
    }
    call.envs(variables.iter().copied());
    let output = tokio::task::spawn_blocking(move || call.output()).await.expect("it doesn't panic");
    String::from_utf8(output.expect("the program runs").stdout).expect("it prints text").trim().to_owned()
}

async fn proxy(act: fn() -> Act) -> (Server, String) {
    let server = Server::start(move |_, _| act()).await.expect("loopback has a free port");
    let url = format!("http://{}", server.address);
    (server, url)
}

fn network() -> Act {
    Act::json(200, r#"{"networkName":"Field"}"#)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn requests_go_through_the_environments_proxy() {
    let (server, url) = proxy(network).await;
    assert_eq!(called("http://wickr.example", &[("HTTP_PROXY", &url)]).await, "ok: Field");
    assert_eq!(server.lines(), ["GET http://wickr.example/networks/40718265"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tls_goes_through_a_tunnel() {
    let (server, url) = proxy(|| Act::json(502, "")).await;
    let said = called("https://wickr.example", &[("HTTPS_PROXY", &url)]).await;
    assert_eq!(server.lines(), ["CONNECT wickr.example:443"]);
    assert!(said.starts_with("GetNetwork: could not connect to https://wickr.example"), "{said}");
    assert!(said.contains("tunnel"), "{said}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_proxy_stands_in_for_this_machine() {
    let (proxy, url) = proxy(|| Act::json(502, "")).await;
    let service = Server::start(|_, _| network()).await.expect("loopback has a free port");
    let said = called(&format!("http://{}", service.address), &[("HTTP_PROXY", &url), ("ALL_PROXY", &url)]).await;
    assert_eq!((said.as_str(), proxy.requests()), ("ok: Field", 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn exceptions_are_honoured() {
    let (proxy, url) = proxy(|| Act::json(200, r#"{"networkName":"through the proxy"}"#)).await;
    let service = Server::start(|_, _| network()).await.expect("loopback has a free port");
    // Leads to this machine, and isn't one of its addresses.
    let endpoint = format!("http://{}", service.address.replace("127.0.0.1", "0.0.0.0"));
    assert_eq!(called(&endpoint, &[("HTTP_PROXY", &url)]).await, "ok: through the proxy");
    let said = called(&endpoint, &[("HTTP_PROXY", &url), ("NO_PROXY", "example.com,0.0.0.0")]).await;
    assert_eq!((said.as_str(), proxy.requests()), ("ok: Field", 1));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_proxy_is_told_who_asks_and_the_service_is_not() {
    let told = |_: usize, request: &sdk_faults::Request| {
        match request.header("proxy-authorization") {
            // user:secret
            Some("Basic dXNlcjpzZWNyZXQ=") => network(),
            _ => Act::json(407, ""),
        }
    };
    let server = Server::start(told).await.expect("loopback has a free port");
    let proxy = format!("http://user:secret@{}", server.address);
    assert_eq!(called("http://wickr.example", &[("HTTP_PROXY", &proxy)]).await, "ok: Field");
    assert!(server.lines()[0].starts_with("GET http://wickr.example/networks/"), "{:?}", server.lines());
}

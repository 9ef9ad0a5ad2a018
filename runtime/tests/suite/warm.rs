//! Clients that are made ready before their first call.

use crate::support::keeping::{End, Event, Keeping, OK};
use crate::support::server::read;
use crate::support::trusted::acceptor;
use crate::support::{Error, SERVICE, config, get};
use aws_credential_types::provider::{error::CredentialsError, future};
use sdk_runtime::config::http::{DefaultClient, ReqwestClient};
use sdk_runtime::config::retry::RetryConfig;
use sdk_runtime::config::{Builder, Credentials, ProvideCredentials};
use sdk_runtime::{Config, Handle, SdkError};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpListener;

/// Counts how often credentials are loaded, and has none the first so many times.
#[derive(Clone, Debug, Default)]
struct Loads {
    count: Arc<AtomicUsize>,
    fail: usize,
}

impl ProvideCredentials for Loads {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::ready(match self.count.fetch_add(1, Ordering::SeqCst) {
            count if count < self.fail => Err(CredentialsError::not_loaded("not yet")),
            _ => Ok(Credentials::new("id", "secret", None, None, "test")),
        })
    }
}

fn handle(url: &str, loads: &Loads) -> Handle {
    let config = config(url).credentials_provider(loads.clone()).retry_config(RetryConfig::disabled());
    Handle::new(&SERVICE, config.build())
}

async fn warm_up(handle: &Handle) -> Result<(), String> {
    let outcome: Result<(), SdkError<Error>> = handle.warm_up().await;
    outcome.map_err(|error| error.to_string())
}

async fn call(handle: &Handle) {
    handle.send(&mut get("1")).await.unwrap_or_else(|error| panic!("{error}"));
}

#[tokio::test]
async fn the_first_call_has_its_credentials_and_its_connection() {
    let (server, loads) = (Keeping::always(OK), Loads::default());
    let handle = handle(&server.url, &loads);
    for _ in 0..2 {
        warm_up(&handle).await.expect("it listens");
        server.wait_for(1);
        assert_eq!(loads.count.load(Ordering::SeqCst), 1, "again there is nothing to do");
    }
    assert_eq!(server.seen().len(), 0, "nothing is sent");
    call(&handle).await;
    call(&handle).await;
    assert_eq!((loads.count.load(Ordering::SeqCst), server.connections()), (1, 1));
}

#[tokio::test]
async fn tls_is_spoken_before_the_first_call() {
    for protocols in [&["http/1.1"][..], &["h2", "http/1.1"]] {
        let Some(acceptor) = acceptor("warm::tls_is_spoken_before_the_first_call", protocols) else { return };
        let handshakes = Arc::<AtomicUsize>::default();
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("loopback has a free port");
        let url = format!("https://localhost:{}", listener.local_addr().expect("it is bound").port());
        let counts = handshakes.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let Ok(mut stream) = acceptor.accept(stream).await else { continue };
                counts.fetch_add(1, Ordering::SeqCst);
                tokio::spawn(async move {
                    if stream.get_ref().1.alpn_protocol() == Some(b"h2") {
                        return super::http2::server::answer_all(stream).await;
                    }
                    while read(&mut stream).await.is_some() {
                        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}").await.expect("it reads");
                    }
                });
            }
        });
        let handle = handle(&url, &Loads::default());
        warm_up(&handle).await.expect("it listens");
        // What an HTTP/2 server says first arrives before anybody asks.
        tokio::time::sleep(Duration::from_millis(50)).await;
        assert_eq!(handshakes.load(Ordering::SeqCst), 1, "{protocols:?}");
        call(&handle).await;
        call(&handle).await;
        tokio::time::sleep(Duration::from_millis(50)).await;
        assert_eq!(handshakes.load(Ordering::SeqCst), 1, "{protocols:?}");
    }
}

#[tokio::test]
async fn a_connection_that_died_meanwhile_does_not_fail_the_first_call() {
    for how in [End::Close, End::Reset] {
        let (server, loads) = (Keeping::always(OK), Loads::default());
        let handle = handle(&server.url, &loads);
        warm_up(&handle).await.expect("it listens");
        server.wait_for(1);
        server.end(how);
        call(&handle).await;
        server.wait_for(2);
    }
}

#[tokio::test]
async fn a_connection_that_nobody_uses_is_closed() {
    let (server, loads) = (Keeping::always(OK), Loads::default());
    let handle = handle(&server.url, &loads);
    warm_up(&handle).await.expect("it listens");
    tokio::time::sleep(Duration::from_millis(10)).await;
    tokio::time::pause();
    tokio::time::advance(Duration::from_secs(21)).await;
    tokio::time::resume();
    tokio::time::sleep(Duration::from_millis(10)).await;
    assert_eq!(server.event(), Event::Left);
    call(&handle).await;
    assert_eq!(server.connections(), 2);
}

#[tokio::test]
async fn what_fails_is_said_and_a_later_call_works() {
    let (server, loads) = (Keeping::always(OK), Loads { fail: 1, ..Loads::default() });
    let without = handle(&server.url, &loads);
    let error = warm_up(&without).await.expect_err("there are no credentials yet");
    assert!(error.starts_with("warm_up: ") && error.contains("credentials"), "{error}");
    call(&without).await;

    let listener = TcpListener::bind("127.0.0.1:0").await.expect("loopback has a free port");
    let nobody = format!("http://{}", listener.local_addr().expect("it is bound"));
    drop(listener);
    let error = warm_up(&handle(&nobody, &loads)).await.expect_err("nobody listens there");
    assert!(error.starts_with(&format!("warm_up: could not connect to {nobody}: ")), "{error}");

    let nowhere = Handle::new(&SERVICE, Config::builder().credentials_provider(loads).build());
    let error = warm_up(&nowhere).await.expect_err("there is no region");
    assert!(error.starts_with("warm_up: no endpoint (no region is set"), "{error}");
}

/// A transport of the program's own can't be asked to connect, and gets no request instead.
#[tokio::test]
async fn other_transports_are_left_alone_and_one_around_ours_is_not() {
    let (server, loads) = (Keeping::always(OK), Loads::default());
    let asked = Arc::<AtomicUsize>::default();
    let counts = asked.clone();
    let foreign = sdk_doubles::transport(move |_| {
        counts.fetch_add(1, Ordering::SeqCst);
        Ok(sdk_doubles::response(200, "{}"))
    });
    let with = |builder: Builder| handle(&server.url, &loads).with_override(builder);
    warm_up(&with(Builder::new().http_client(foreign))).await.expect("there is nothing to fail");
    let given = ReqwestClient::builder().expect("the settings are right").build().expect("so are these");
    warm_up(&with(Builder::new().http_client(ReqwestClient::from(given)))).await.expect("neither here");
    assert_eq!((asked.load(Ordering::SeqCst), server.connections()), (0, 0));
    // As `aws-config` lends it to several clients.
    let shared = sdk_runtime::config::SharedHttpClient::new(DefaultClient::new());
    warm_up(&with(Builder::new().http_client(shared))).await.expect("it listens");
    server.wait_for(1);
}

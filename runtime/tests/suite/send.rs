//! The send path against a server on loopback: what is sent, what is repeated, what is said when it fails.

use crate::support::server::{Reply, Server};
use crate::support::time::Noted;
use crate::support::{CreateThing, Error, GetThing, SERVICE, config, get};
use aws_types::request_id::RequestId;
use sdk_runtime::config::retry::RetryConfig;
use sdk_runtime::config::timeout::TimeoutConfig;
use sdk_runtime::config::{Builder, Region};
use sdk_runtime::error::ProvideErrorMetadata;
use sdk_runtime::transport::{DefaultClient, HttpClient, ReqwestClient, SharedHttpClient, http_client_fn};
use sdk_runtime::{Config, Handle, SdkError};
use std::error::Error as _;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

const ID: &str = "x-amzn-requestid: abc-123\r\n";

#[tokio::test]
async fn a_request_is_signed_and_says_who_calls() {
    let server = Server::start(vec![Reply::Http(200, ID, r#"{"name":"one"}"#)]).await;
    let handle = Handle::new(&SERVICE, config(&server.url).build());
    let output = handle.send(&mut get("1")).await.expect("the server answers 200");
    assert_eq!(output.0["name"], "one");
    let seen = &server.seen()[0];
    assert_eq!(seen.line, "GET /things/1 HTTP/1.1");
    assert!(seen.header("authorization").is_some_and(|it| it.contains("/us-east-1/tiny/aws4_request")), "{seen:?}");
    assert!(seen.header("user-agent").is_some_and(|it| it.contains("api/tiny-things#0.1.0")), "{seen:?}");
    assert_eq!(seen.header("amz-sdk-request"), Some("attempt=1; max=3"));
    assert_eq!(seen.header("amz-sdk-invocation-id").map(str::len), Some(36));
    assert_eq!(seen.header("content-length"), None, "a GET has no body to measure");
}

#[tokio::test]
async fn a_post_without_body_says_so() {
    let server = Server::start(vec![Reply::Http(200, "", ""), Reply::Http(200, "", "")]).await;
    let handle = Handle::new(&SERVICE, config(&server.url).build());
    handle.send(&mut CreateThing { body: "" }).await.expect("200");
    handle.send(&mut CreateThing { body: "{}" }).await.expect("200");
    let seen = server.seen();
    assert_eq!((seen[0].header("content-length"), seen[0].header("content-type")), (Some("0"), None));
    assert_eq!((seen[1].header("content-length"), seen[1].body.as_str()), (Some("2"), "{}"));
}

#[tokio::test]
async fn the_endpoints_path_goes_first() {
    let server = Server::start(vec![Reply::Http(200, "", "{}")]).await;
    let handle = Handle::new(&SERVICE, config(&format!("{}/base?q=1", server.url)).build());
    handle.send(&mut get("1")).await.expect("200");
    assert_eq!(server.seen()[0].line, "GET /base/things/1?q=1 HTTP/1.1");
}

#[tokio::test]
async fn a_service_error_is_one_line() {
    let script = vec![Reply::Http(
        404,
        "x-amzn-requestid: abc-123\r\nx-amzn-errortype: tiny#NotFoundError:http://x\r\n",
        r#"{"message":"no such thing"}"#,
    )];
    let server = Server::start(script).await;
    let handle = Handle::new(&SERVICE, config(&server.url).build());
    let error = handle.send(&mut get("1")).await.expect_err("the server answers 404");
    assert_eq!(error.to_string(), "GetThing: NotFoundError: no such thing (HTTP 404, request id abc-123)");
    assert_eq!((error.code(), error.message()), (Some("NotFoundError"), Some("no such thing")));
    assert_eq!((error.request_id(), error.operation()), (Some("abc-123"), Some("GetThing")));
    assert_eq!(error.raw_response().map(|response| response.status().as_u16()), Some(404));
    assert!(matches!(error.into_service_error(), Error::NotFound(_)));
}

#[tokio::test]
async fn a_proxys_page_keeps_status_and_request_id() {
    let server = Server::start(vec![Reply::Http(403, ID, "<html>\r\n<b>Forbidden</b></html>")]).await;
    let handle = Handle::new(&SERVICE, config(&server.url).build());
    let error = handle.send(&mut get("1")).await.expect_err("the server answers 403");
    let expected = "GetThing: Forbidden: <html>  <b>Forbidden</b></html> (HTTP 403, request id abc-123)";
    assert_eq!(error.to_string(), expected);
}

#[tokio::test]
async fn a_body_that_is_not_json_is_said_so() {
    let server = Server::start(vec![Reply::Http(200, ID, "<html>")]).await;
    let handle = Handle::new(&SERVICE, config(&server.url).build());
    let error = handle.send(&mut get("1")).await.expect_err("the body is HTML");
    let expected =
        "GetThing: HTTP 200 with a body that is not JSON: expected value at line 1 column 1 (request id abc-123)";
    assert_eq!(error.to_string(), expected);
    assert!(matches!(error, SdkError::ResponseError(_)));
}

#[tokio::test]
async fn an_incomplete_input_is_not_sent() {
    let handle = Handle::new(&SERVICE, Config::builder().build());
    let error = handle.send(&mut GetThing::default()).await.expect_err("id is missing");
    assert_eq!(error.to_string(), "GetThing: input is incomplete: id is required");
    assert!(matches!(error, SdkError::ConstructionFailure(_)));
}

#[tokio::test]
async fn whatever_the_config_lacks_is_said_by_the_first_call() {
    let handle = Handle::new(&SERVICE, Config::builder().build());
    let error = handle.send(&mut get("1")).await.expect_err("there is no region");
    let expected = "GetThing: no endpoint (no region is set: set `region`, or AWS_REGION where `aws-config` loads the settings): \
                    Invalid Configuration: Missing Region";
    assert_eq!(error.to_string(), expected);
    let handle = Handle::new(&SERVICE, Config::builder().endpoint_url("http://127.0.0.1:1").build());
    let error = handle.send(&mut get("1")).await.expect_err("there are no credentials");
    let expected = "GetThing: no credentials: set `credentials_provider`, or make the client from \
                    `aws_config::load_defaults(BehaviorVersion::latest()).await`";
    assert_eq!(error.to_string(), expected);
}

#[tokio::test]
async fn a_refused_connection_names_endpoint_and_cause() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("loopback has a free port");
    let url = format!("http://{}", listener.local_addr().expect("it is bound"));
    drop(listener);
    let sleep = Noted::new();
    let handle = Handle::new(&SERVICE, config(&url).sleep_impl(sleep.clone()).build());
    let error = handle.send(&mut CreateThing { body: "" }).await.expect_err("nobody listens");
    let expected = format!("CreateThing: could not connect to {url}: Connection refused (os error 111)");
    assert_eq!(error.to_string(), expected);
    assert_eq!(sleep.waits().len(), 2, "what was never sent is repeated, even by a plain operation");
    let SdkError::DispatchFailure(failure) = &error else { panic!("{error:?}") };
    assert!(failure.is_io());
    let chain: Vec<_> = std::iter::successors(error.source(), |&error| error.source()).collect();
    let root = chain.last().and_then(|error| error.downcast_ref::<std::io::Error>()).expect("ends at the socket");
    assert_eq!(root.kind(), std::io::ErrorKind::ConnectionRefused);
}

#[tokio::test]
async fn each_deadline_says_which_it_was() {
    const SHORT: Duration = Duration::from_millis(20);
    let cases = [
        (TimeoutConfig::builder().read_timeout(SHORT), "no answer from {url} within 20ms (read timeout)"),
        (TimeoutConfig::builder().operation_attempt_timeout(SHORT), "no answer within 20ms (attempt timeout)"),
        (TimeoutConfig::builder().operation_timeout(SHORT), "no answer within 20ms (operation timeout)"),
    ];
    for (timeouts, expected) in cases {
        let server = Server::start(vec![Reply::Silence]).await;
        let config = config(&server.url).timeout_config(timeouts.build()).retry_config(RetryConfig::disabled());
        let handle = Handle::new(&SERVICE, config.build());
        let error = handle.send(&mut get("1")).await.expect_err("the server never answers");
        assert_eq!(error.to_string(), format!("GetThing: {}", expected.replace("{url}", &server.url)));
    }
}

#[tokio::test]
async fn deadlines_wait_by_the_injected_sleep() {
    let server = Server::start(vec![Reply::Silence]).await;
    let sleep = Noted::until(Duration::from_secs(600));
    let timeouts = TimeoutConfig::builder().disable_read_timeout().build();
    let handle = Handle::new(&SERVICE, config(&server.url).sleep_impl(sleep).timeout_config(timeouts).build());
    let error = handle.send(&mut get("1")).await.expect_err("two minutes pass at once");
    assert_eq!(error.to_string(), "GetThing: no answer within 120s (operation timeout)");
}

#[tokio::test]
async fn an_answer_is_waited_for_half_a_minute() {
    let server = Server::start(vec![Reply::Silence]).await;
    let sleep = Noted::until(Duration::from_secs(100));
    let config = config(&server.url).sleep_impl(sleep).retry_config(RetryConfig::disabled()).build();
    let handle = Handle::new(&SERVICE, config);
    let mut input = get("1");
    let call = tokio::time::timeout(Duration::from_secs(20), handle.send(&mut input));
    let error = call.await.expect("no deadline is longer").expect_err("half a minute passes at once");
    let expected = format!("GetThing: no answer from {} within 30s (read timeout)", server.url);
    assert_eq!(error.to_string(), expected);
}

#[tokio::test]
async fn a_transport_is_told_the_deadlines() {
    let told = Arc::<Mutex<Vec<_>>>::default();
    let keeps = told.clone();
    let client = http_client_fn(move |settings, components| {
        let deadlines = (settings.connect_timeout(), settings.read_timeout());
        keeps.lock().expect("no test panics with it").push(deadlines);
        DefaultClient::new().http_connector(settings, components)
    });
    let server = Server::start(vec![Reply::Http(200, "", "{}")]).await;
    let config = config(&server.url).http_client(client).build();
    Handle::new(&SERVICE, config).send(&mut get("1")).await.expect("200");
    let expected = (Some(Duration::from_millis(3100)), Some(Duration::from_secs(30)));
    assert_eq!(*told.lock().expect("no test panics with it"), [expected]);
}

#[tokio::test]
async fn a_failure_that_passes_is_repeated() {
    let script = vec![Reply::Http(500, ID, ""), Reply::Close, Reply::Http(200, ID, "{}")];
    let server = Server::start(script).await;
    let sleep = Noted::new();
    let handle = Handle::new(&SERVICE, config(&server.url).sleep_impl(sleep.clone()).build());
    handle.send(&mut get("1")).await.expect("the third attempt succeeds");
    let seen = server.seen();
    let counts: Vec<_> = seen.iter().filter_map(|request| request.header("amz-sdk-request")).collect();
    assert_eq!(counts, ["attempt=1; max=3", "attempt=2; max=3", "attempt=3; max=3"]);
    let ids: Vec<_> = seen.iter().filter_map(|request| request.header("amz-sdk-invocation-id")).collect();
    assert!(ids.windows(2).all(|pair| pair[0] == pair[1]), "attempts of one call share an id");
    let waits = sleep.waits();
    assert!(waits.len() == 2 && waits[0] <= Duration::from_secs(1) && waits[1] <= Duration::from_secs(2), "{waits:?}");
}

#[tokio::test]
async fn the_service_says_how_long_to_wait() {
    let server = Server::start(vec![Reply::Http(429, "retry-after: 7\r\n", ""), Reply::Http(200, "", "{}")]).await;
    let sleep = Noted::new();
    let handle = Handle::new(&SERVICE, config(&server.url).sleep_impl(sleep.clone()).build());
    handle.send(&mut get("1")).await.expect("the second attempt succeeds");
    assert_eq!(sleep.waits(), [Duration::from_secs(7)]);
}

#[tokio::test]
async fn a_side_effect_is_not_repeated_unless_it_was_throttled() {
    let cases = [(Reply::Http(500, "", ""), 1), (Reply::Close, 1), (Reply::Http(429, "", ""), 3)];
    for (reply, attempts) in cases {
        let server = Server::start(vec![reply.clone(); 3]).await;
        let handle = Handle::new(&SERVICE, config(&server.url).sleep_impl(Noted::new()).build());
        handle.send(&mut CreateThing { body: "{}" }).await.expect_err("no attempt succeeds");
        assert_eq!(server.seen().len(), attempts, "{reply:?}");
    }
}

#[tokio::test]
async fn a_broken_connection_is_told_from_a_refused_one() {
    let server = Server::start(vec![Reply::Close]).await;
    let handle = Handle::new(&SERVICE, config(&server.url).build());
    let error = handle.send(&mut CreateThing { body: "{}" }).await.expect_err("the connection closes");
    let expected = format!("CreateThing: the connection to {} broke before an answer came: ", server.url);
    assert!(error.to_string().starts_with(&expected), "{error}");
}

#[tokio::test]
async fn an_answer_that_is_too_long_is_refused() {
    let server = Server::start(vec![Reply::Http(200, "", r#"{"name":"a long one"}"#)]).await;
    let handle = Handle::new(&SERVICE, config(&server.url).max_response_bytes(10).build());
    let error = handle.send(&mut get("1")).await.expect_err("21 bytes are more than 10");
    let expected = format!(
        "GetThing: the answer of {} is longer than 10 bytes: ask for less, or raise `max_response_bytes`",
        server.url
    );
    assert_eq!(error.to_string(), expected);
}

#[tokio::test]
async fn redirects_are_not_followed() {
    let begun = ReqwestClient::builder().expect("it has no errors at present").build().expect("the settings are right");
    let begun = SharedHttpClient::new(ReqwestClient::from(begun));
    for client in [SharedHttpClient::new(DefaultClient::new()), begun] {
        let server = Server::start(vec![Reply::Http(307, "location: /elsewhere\r\n", "")]).await;
        let handle = Handle::new(&SERVICE, config(&server.url).http_client(client).build());
        let error = handle.send(&mut get("1")).await.expect_err("a redirect is no success");
        assert_eq!(error.to_string(), "GetThing: Temporary Redirect (HTTP 307)");
        assert_eq!(server.seen().len(), 1);
    }
}

/// Answers any number of requests on any number of connections; says how many connections there were.
async fn keeps_alive() -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("loopback has a free port");
    let url = format!("http://{}", listener.local_addr().expect("it is bound"));
    let connections = Arc::<AtomicUsize>::default();
    let counts = connections.clone();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            counts.fetch_add(1, Ordering::SeqCst);
            tokio::spawn(async move {
                let mut bytes = Vec::new();
                while stream.read_buf(&mut bytes).await.is_ok_and(|read| read > 0) {
                    if bytes.ends_with(b"\r\n\r\n") {
                        bytes.clear();
                        let answer = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}";
                        if stream.write_all(answer).await.is_err() {
                            return;
                        }
                    }
                }
            });
        }
    });
    (url, connections)
}

#[tokio::test]
async fn calls_clones_and_overrides_share_connections() {
    let (url, connections) = keeps_alive().await;
    let handle = Handle::new(&SERVICE, config(&url).build());
    handle.send(&mut get("1")).await.expect("200");
    handle.send(&mut get("2")).await.expect("200");
    handle.clone().send(&mut get("3")).await.expect("200");
    handle.with_override(Builder::new().region(Region::new("eu-west-1"))).send(&mut get("4")).await.expect("200");
    assert_eq!(connections.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_wrong_clock_is_corrected_by_the_services() {
    let refusal = Reply::Http(
        403,
        "date: Thu, 01 Feb 2024 12:00:00 GMT\r\nx-amzn-errortype: InvalidSignatureException\r\n",
        r#"{"message":"Signature expired"}"#,
    );
    let server = Server::start(vec![refusal, Reply::Http(200, "", "{}")]).await;
    let handle = Handle::new(&SERVICE, config(&server.url).build());
    handle.send(&mut get("1")).await.expect("the second signature has the service's time");
    let signed = server.seen()[1].header("x-amz-date").map(str::to_owned);
    assert!(signed.is_some_and(|date| date.starts_with("20240201T12000")), "{:?}", server.seen()[1]);
}

#[tokio::test]
async fn without_credentials_requests_may_go_unsigned() {
    let server = Server::start(vec![Reply::Http(200, "", "{}")]).await;
    let handle = Handle::new(&SERVICE, Config::builder().endpoint_url(&server.url).allow_no_auth().build());
    handle.send(&mut get("1")).await.expect("200");
    assert_eq!(server.seen()[0].header("authorization"), None);
}

#[tokio::test]
async fn calls_can_be_spawned() {
    let server = Server::start(vec![Reply::Http(200, "", "{}")]).await;
    let handle = Handle::new(&SERVICE, config(&server.url).build());
    let call = tokio::spawn(async move { handle.send(&mut get("1")).await.is_ok() });
    assert!(call.await.expect("it doesn't panic"));
}

#[cfg(not(any(feature = "ring", feature = "aws-lc-rs")))]
#[tokio::test]
async fn without_tls_an_https_endpoint_says_what_is_missing() {
    let handle = Handle::new(&SERVICE, config("https://tiny.example.com").build());
    let error = handle.send(&mut get("1")).await.expect_err("there is no TLS");
    let expected = "GetThing: no TLS: enable the feature `ring` or `aws-lc-rs`, or set `http_client`";
    assert_eq!(error.to_string(), expected);
}

#[tokio::test]
async fn debug_output_of_an_error_holds_no_body() {
    let server = Server::start(vec![Reply::Http(200, "", "not JSON but secret")]).await;
    let handle = Handle::new(&SERVICE, config(&server.url).build());
    let error = handle.send(&mut get("1")).await.expect_err("the body is not JSON");
    assert!(!format!("{error:?}").contains("secret"), "{error:?}");
    assert!(error.raw_response().is_some(), "but the response is at hand");
}

#[tokio::test]
async fn adaptive_mode_slows_down_once_it_is_throttled() {
    let throttled = Reply::Http(429, "x-amzn-errortype: ThrottlingException\r\n", "{}");
    for (mode, slows_down) in [(RetryConfig::adaptive(), true), (RetryConfig::standard(), false)] {
        let mut script = vec![throttled.clone()];
        script.extend(vec![Reply::Http(200, "", "{}"); 9]);
        let server = Server::start(script).await;
        let sleep = Noted::new();
        let config =
            config(&server.url).sleep_impl(sleep.clone()).retry_config(mode.with_initial_backoff(Duration::ZERO));
        let handle = Handle::new(&SERVICE, config.build());
        for _ in 0..9 {
            handle.send(&mut get("1")).await.expect("200 at the second attempt");
        }
        let waited: Duration = sleep.waits().into_iter().sum();
        assert_eq!(waited > Duration::from_secs(4), slows_down, "{waited:?} at half a request per second at first");
    }
}

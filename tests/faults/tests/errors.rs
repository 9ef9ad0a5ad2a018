//! What a call says when it fails, phase by phase: one line, and the chain of causes beneath it.

use sdk_faults::{Act, Server};
use sdk_runtime::config::retry::RetryConfig;
use sdk_runtime::config::timeout::{TimeoutConfig, TimeoutConfigBuilder};
use sdk_runtime::config::{Builder, Config, Credentials, ProvideCredentials, Region};
use sdk_runtime::error::{DisplayErrorContext, SdkError};
use std::error::Error;
use std::time::Duration;
use wickr_sdk::operation::get_network::GetNetworkError;

fn config(address: &str) -> Builder {
    Config::builder()
        .endpoint_url(format!("http://{address}"))
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::new("AKID", "secret", None, None, "test"))
        .retry_config(RetryConfig::disabled())
}

async fn answered(act: fn() -> Act) -> (Server, Builder) {
    let server = Server::start(move |_, _| act()).await.expect("loopback has a free port");
    let config = config(&server.address);
    (server, config)
}

fn deadlines(set: impl FnOnce(TimeoutConfigBuilder) -> TimeoutConfigBuilder) -> TimeoutConfig {
    set(TimeoutConfig::builder()).build()
}

type Failed = SdkError<GetNetworkError>;

async fn failed(config: Builder) -> Failed {
    let client = wickr_sdk::Client::from_conf(config.build());
    client.get_network().network_id("40718265").send().await.expect_err("the test is about a failure")
}

/// The error's text and those of its causes, addresses replaced.
fn texts(error: &Failed) -> Vec<String> {
    let chain = std::iter::successors(Some(error as &(dyn Error + 'static)), |&error| error.source());
    let texts: Vec<String> = chain.map(|error| without_ports(&error.to_string())).collect();
    let whole = format!("{}", DisplayErrorContext(error));
    assert!(!texts[0].contains('\n') && !whole.is_empty());
    texts
}

fn without_ports(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("127.0.0.1:") {
        kept.push_str(before);
        kept.push_str("HERE");
        rest = after.trim_start_matches(|c: char| c.is_ascii_digit());
    }
    kept + rest
}

fn says(error: &Failed, expected: &[&str]) {
    assert_eq!(texts(error), expected);
}

#[tokio::test]
async fn input() {
    let client = wickr_sdk::Client::from_conf(config("127.0.0.1:9").build());
    let error = client.get_network().send().await.expect_err("the network's ID is missing");
    assert!(matches!(error, SdkError::ConstructionFailure(_)));
    let text = "input is incomplete: network_id is required";
    says(&error, &[&format!("GetNetwork: {text}"), text]);
    let error = client.get_network().network_id("..").send().await.expect_err("the label would change the path");
    let found = texts(&error);
    assert!(found[0].starts_with("GetNetwork: input is invalid: network_id "), "{found:?}");
    assert!(found[0].contains(r#"is "..", which would change the request's path"#), "{found:?}");
}

#[tokio::test]
async fn region() {
    let error =
        failed(Config::builder().credentials_provider(Credentials::new("AKID", "secret", None, None, "t"))).await;
    assert!(matches!(error, SdkError::ConstructionFailure(_)));
    says(
        &error,
        &[
            "GetNetwork: no endpoint (no region is set: set `region`, or AWS_REGION where `aws-config` loads the settings): Invalid \
             Configuration: Missing Region",
            "no endpoint (no region is set: set `region`, or AWS_REGION where `aws-config` loads the settings)",
            "Invalid Configuration: Missing Region",
        ],
    );
}

#[derive(Debug)]
struct NoKeys;

impl ProvideCredentials for NoKeys {
    fn provide_credentials<'a>(&'a self) -> aws_credential_types::provider::future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        let error = aws_credential_types::provider::error::CredentialsError::not_loaded("no profile `ops`");
        aws_credential_types::provider::future::ProvideCredentials::ready(Err(error))
    }
}

#[tokio::test]
async fn credentials() {
    let bare = Config::builder().region(Region::new("us-east-1"));
    let text = "no credentials: set `credentials_provider`, or make the client from `aws_config::load_defaults(BehaviorVersion::latest()).await`";
    says(&failed(bare.clone()).await, &[&format!("GetNetwork: {text}"), text]);
    let error = failed(bare.credentials_provider(NoKeys)).await;
    let found = texts(&error);
    assert!(found[0].starts_with("GetNetwork: could not load credentials: "), "{found:?}");
    assert!(found.last().is_some_and(|root| root == "no profile `ops`"), "{found:?}");
}

#[tokio::test]
async fn connection() {
    let error = failed(config("127.0.0.1:9")).await;
    assert!(matches!(error, SdkError::DispatchFailure(_)));
    let found = texts(&error);
    let root = found.last().expect("there is a cause");
    assert_eq!(found[0], format!("GetNetwork: could not connect to http://HERE: {root}"));
    assert!(root.contains("refused"), "{root}");
    let (_server, config) = answered(|| Act::ResetAfter).await;
    let found = texts(&failed(config).await);
    let root = found.last().expect("there is a cause");
    assert_eq!(found[0], format!("GetNetwork: the connection to http://HERE broke before an answer came: {root}"));
    assert!(root.contains("reset"), "{root}");
    let (_server, config) = answered(|| Act::Write(b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{".to_vec())).await;
    let found = texts(&failed(config).await);
    assert!(found[0].starts_with("GetNetwork: the connection to http://HERE broke within the answer: "), "{found:?}");
}

#[tokio::test]
async fn deadline() {
    let short = Duration::from_millis(40);
    for (deadlines, expected) in [
        (deadlines(|it| it.read_timeout(short)), "no answer from http://HERE within 40ms (read timeout)"),
        (deadlines(|it| it.operation_attempt_timeout(short)), "no answer within 40ms (attempt timeout)"),
        (deadlines(|it| it.operation_timeout(short)), "no answer within 40ms (operation timeout)"),
    ] {
        let (_server, config) = answered(|| Act::Silence).await;
        let found = texts(&failed(config.timeout_config(deadlines)).await);
        assert_eq!(found[0], format!("GetNetwork: {expected}"));
    }
    let (_server, config) = answered(|| Act::Write(b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n".to_vec())).await;
    assert!(failed(config.timeout_config(TimeoutConfig::disabled())).await.to_string().contains("within the answer"));
}

#[tokio::test]
async fn connection_in_time() {
    // A listener whose queue is full leaves whoever comes next without an answer.
    let socket = tokio::net::TcpSocket::new_v4().expect("sockets can be made");
    socket.bind("127.0.0.1:0".parse().expect("an address")).expect("loopback has a free port");
    let listener = socket.listen(1).expect("it can listen");
    let address = listener.local_addr().expect("it is bound");
    let mut waiting = Vec::new();
    for _ in 0..64 {
        let connect = tokio::net::TcpStream::connect(address);
        match tokio::time::timeout(Duration::from_millis(100), connect).await {
            Ok(connected) => waiting.push(connected),
            Err(_) => break,
        }
    }
    let short = deadlines(|it| it.connect_timeout(Duration::from_millis(50)));
    let config = config(&address.to_string()).timeout_config(short);
    let client = wickr_sdk::Client::from_conf(config.build());
    let outcome = client.create_bot().network_id("40718265").username("b").group_id("g").challenge("c").send();
    if waiting.len() == 64 {
        println!("this system's queues of connections are never full: the connect timeout isn't provoked");
        return;
    }
    let text = without_ports(&outcome.await.expect_err("nobody accepts").to_string());
    assert_eq!(text, "CreateBot: no connection to http://HERE within 50ms (connect timeout)");
}

#[tokio::test]
async fn answer() {
    let (_server, config) = answered(|| Act::json(200, "{\"networkId\": 7}")).await;
    let error = failed(config).await;
    assert!(matches!(error, SdkError::ResponseError(_)));
    let found = texts(&error);
    assert!(found[0].starts_with("GetNetwork: HTTP 200 with a body that does not fit the operation: "), "{found:?}");
    assert!(found[1].contains("invalid type: integer"), "{found:?}");
    let (_server, config) = answered(|| {
        let headers = "x-amzn-requestid: 4-2\r\nx-amzn-errortype: ResourceNotFoundError\r\n";
        Act::Answer(404, headers.to_owned(), br#"{"message":"no such\nnetwork"}"#.to_vec())
    })
    .await;
    let error = failed(config).await;
    assert!(error.as_service_error().is_some_and(GetNetworkError::is_resource_not_found_error));
    let text = "GetNetwork: ResourceNotFoundError: no such network (HTTP 404, request id 4-2)";
    assert_eq!(texts(&error)[0], text);
}

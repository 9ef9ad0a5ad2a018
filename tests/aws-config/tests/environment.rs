//! Region, endpoint and credentials come from the environment, by `aws-config` and over the SDK's own HTTP client.

use sdk_mock::MockService;
use std::process::{Command, Output};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

/// What the program says with these variables, and nothing else of AWS's.
async fn run(variables: Vec<(&'static str, String)>) -> Output {
    run_program(env!("CARGO_BIN_EXE_sdk-aws-config"), variables).await
}

async fn run_program(program: &str, variables: Vec<(&'static str, String)>) -> Output {
    let mut program = Command::new(program);
    let inherited = std::env::vars_os().map(|(name, _)| name);
    for name in inherited.filter(|name| name.to_string_lossy().to_ascii_uppercase().starts_with("AWS_")) {
        program.env_remove(name);
    }
    // No profile, no metadata service: only what the test says.
    let nowhere = std::env::temp_dir().join("no-such-profile");
    program.env("AWS_CONFIG_FILE", &nowhere).env("AWS_SHARED_CREDENTIALS_FILE", &nowhere);
    program.env("AWS_EC2_METADATA_DISABLED", "true").envs(variables);
    tokio::task::spawn_blocking(move || program.output()).await.expect("it doesn't panic").expect("the program runs")
}

async fn service() -> MockService {
    MockService::start().await.expect("loopback has a free port")
}

fn settings(service: &MockService) -> Vec<(&'static str, String)> {
    vec![("AWS_REGION", "us-east-1".to_owned()), ("AWS_ENDPOINT_URL_WICKR", service.url().to_owned())]
}

fn keys(service: &MockService) -> Vec<(&'static str, String)> {
    vec![
        ("AWS_ACCESS_KEY_ID", service.access_key_id().to_owned()),
        ("AWS_SECRET_ACCESS_KEY", service.secret_access_key().to_owned()),
    ]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn keys_of_the_environment_sign() {
    let service = service().await;
    let output = run([settings(&service), keys(&service)].concat()).await;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(service.requests()[0].operation.as_deref(), Some("ListNetworks"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn settings_are_loaded_without_async() {
    let service = service().await;
    let variables = [settings(&service), keys(&service)].concat();
    let output = run_program(env!("CARGO_BIN_EXE_blocking"), variables).await;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(service.requests()[0].operation.as_deref(), Some("ListNetworks"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_containers_keys_are_fetched_over_the_sdks_own_http_client() {
    let service = service().await;
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("loopback has a free port");
    let url = format!("http://{}/keys", listener.local_addr().expect("it is bound"));
    let keys = format!(
        r#"{{"AccessKeyId": "{}", "SecretAccessKey": "{}", "Token": "token", "Expiration": "2099-01-01T00:00:00Z"}}"#,
        service.access_key_id(),
        service.secret_access_key()
    );
    let container = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.expect("the program connects");
        let mut request = [0; 4096];
        let read = stream.read(&mut request).await.expect("it asks");
        let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{keys}", keys.len());
        stream.write_all(head.as_bytes()).await.expect("it listens");
        String::from_utf8_lossy(&request[..read]).into_owned()
    });
    let from_container = vec![("AWS_CONTAINER_CREDENTIALS_FULL_URI", url)];
    let output = run([settings(&service), from_container].concat()).await;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(container.await.expect("it was asked").starts_with("GET /keys HTTP/1.1\r\n"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_keys_nothing_is_sent_and_the_error_says_so() {
    let service = service().await;
    let output = run(settings(&service)).await;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && said.starts_with("ListNetworks: could not load credentials"), "{said}");
    assert_eq!(said.lines().count(), 1, "the provider chain says why in many lines, an error in one: {said}");
    assert!(service.requests().is_empty());
}

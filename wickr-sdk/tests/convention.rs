//! A program as its author wrote it for the AWS SDK for Rust: only the crate's name is changed.

use std::sync::{Arc, Mutex};
use wickr_sdk as aws_sdk_wickr;

use aws_sdk_wickr::config::http::{HttpRequest, HttpResponse};
use aws_sdk_wickr::config::{BehaviorVersion, Credentials, Region};
use aws_sdk_wickr::error::{DisplayErrorContext, ProvideErrorMetadata, SdkError};
use aws_sdk_wickr::operation::RequestId;
use aws_sdk_wickr::operation::get_network::{GetNetworkError, GetNetworkOutput};
use aws_sdk_wickr::types::{AccessLevel, BatchCreateUserRequestItem};
use aws_sdk_wickr::{Client, Config, Error};
use sdk_runtime::transport::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};

/// Answers every request with the same response, and keeps what was sent.
#[derive(Clone, Debug)]
struct Service {
    status: u16,
    body: &'static str,
    seen: Arc<Mutex<Vec<(String, String)>>>,
}

impl HttpConnector for Service {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let body = String::from_utf8_lossy(request.body().bytes().unwrap_or_default()).into_owned();
        let line = format!("{} {}", request.method(), request.uri());
        self.seen.lock().expect("no test panics while it holds the lock").push((line, body));
        let mut response = HttpResponse::new(self.status.try_into().expect("a valid status"), self.body.into());
        response.headers_mut().insert("x-amzn-requestid", "req-1");
        HttpConnectorFuture::ready(Ok(response))
    }
}

impl HttpClient for Service {
    fn http_connector(
        &self,
        _: &HttpConnectorSettings,
        _: &aws_sdk_wickr::config::RuntimeComponents,
    ) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

fn service(status: u16, body: &'static str) -> (Service, Client) {
    let service = Service { status, body, seen: Arc::default() };
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::new("AKID", "secret", None, None, "test"))
        .http_client(service.clone())
        .build();
    (service, Client::from_conf(config))
}

fn seen(service: &Service) -> Vec<(String, String)> {
    service.seen.lock().expect("no test panics while it holds the lock").clone()
}

#[tokio::test]
async fn a_call_is_built_sent_and_read() -> Result<(), Error> {
    let body = r#"{"networkId": "12345678", "networkName": "ops", "accessLevel": "PREMIUM", "awsAccountId": "1", "networkArn": "a"}"#;
    let (service, client) = service(200, body);
    let output: GetNetworkOutput = client.get_network().network_id("12345678").send().await?;
    assert_eq!(output.network_id(), "12345678");
    assert_eq!(output.access_level(), &AccessLevel::Premium);
    assert_eq!(output.request_id(), Some("req-1"));
    let url = "https://admin.wickr.us-east-1.amazonaws.com/networks/12345678";
    assert_eq!(seen(&service), [(format!("GET {url}"), String::new())]);
    Ok(())
}

#[tokio::test]
async fn an_error_is_matched_as_the_sdks_users_match_it() {
    let body = r#"{"__type": "ResourceNotFoundError", "message": "no such network"}"#;
    let (_, client) = service(404, body);
    let error = client.get_network().network_id("12345678").send().await.expect_err("the service refuses");
    assert_eq!(error.code(), Some("ResourceNotFoundError"));
    assert_eq!(error.raw_response().map(|response| response.status().as_u16()), Some(404));
    assert!(DisplayErrorContext(&error).to_string().contains("no such network"));
    assert_eq!(error.to_string(), "GetNetwork: ResourceNotFoundError: no such network (HTTP 404, request id req-1)",);
    match &error {
        SdkError::ServiceError(context) => assert!(context.err().is_resource_not_found_error()),
        other => panic!("not the service's answer: {other}"),
    }
    match error.into_service_error() {
        GetNetworkError::ResourceNotFoundError(error) => assert_eq!(error.message(), Some("no such network")),
        other => panic!("not the error that the service gave: {other}"),
    }
}

#[tokio::test]
async fn lists_take_one_item_a_call_and_requests_can_be_changed() -> Result<(), Error> {
    let (service, client) = service(200, "{}");
    let user = |name: &str| BatchCreateUserRequestItem::builder().username(name).security_group_ids("g").build();
    client
        .batch_create_user()
        .network_id("12345678")
        .users(user("a@example.com")?)
        .users(user("b@example.com")?)
        .client_token("token")
        .customize()
        .mutate_request(|request| {
            request.headers_mut().insert("x-example", "1");
        })
        .config_override(Config::builder().region(Region::new("eu-west-2")))
        .send()
        .await?;
    let sent = seen(&service);
    assert_eq!(sent[0].0, "POST https://admin.wickr.eu-west-2.amazonaws.com/networks/12345678/users");
    assert!(sent[0].1.contains("a@example.com") && sent[0].1.contains("b@example.com"), "{}", sent[0].1);
    Ok(())
}

#[tokio::test]
async fn pages_are_followed_item_by_item() -> Result<(), Error> {
    let body = r#"{"networks": [{"networkId": "12345678", "networkName": "ops"}]}"#;
    let (_, client) = service(200, body);
    let networks: Vec<_> =
        client.list_networks().into_paginator().page_size(5).items().send().collect::<Result<_, _>>().await?;
    assert_eq!(networks.len(), 1);
    assert_eq!(networks[0].network_name(), "ops");
    Ok(())
}

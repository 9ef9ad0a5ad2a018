//! What single calls and single clients do differently.

use crate::support::judge::Always;
use crate::support::scheme::Stamp;
use crate::support::server::{Reply, Server};
use crate::support::time::Noted;
use crate::support::{Call, CreateThing, SERVICE, config, get};
use aws_smithy_runtime_api::client::http::{HttpConnector, HttpConnectorFuture, SharedHttpConnector, http_client_fn};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use sdk_runtime::Handle;
use sdk_runtime::config::auth::{AuthSchemeId, AuthSchemeOptionsFuture, Params, ResolveAuthScheme};
use sdk_runtime::config::interceptors::{
    BeforeDeserializationInterceptorContextRef, BeforeTransmitInterceptorContextRef,
};
use sdk_runtime::config::retry::{RetryAction, RetryConfig};
use sdk_runtime::config::{Builder, ConfigBag, Credentials, Intercept, Region};
use sdk_runtime::error::BoxError;
use sdk_runtime::transport::ReqwestClient;
use std::sync::{Arc, Mutex};

fn ok(times: usize) -> Vec<Reply> {
    vec![Reply::Http(200, "", "{}"); times]
}

#[tokio::test]
async fn a_mutated_request_is_signed_as_it_is_sent() {
    let server = Server::start(ok(1)).await;
    let call = Call { handle: Handle::new(&SERVICE, config(&server.url).build()), input: get("1") };
    let mutate = |request: &mut HttpRequest| {
        request.headers_mut().insert("x-mine", "1");
    };
    call.customize().mutate_request(mutate).send().await.expect("200");
    let seen = &server.seen()[0];
    assert_eq!(seen.header("x-mine"), Some("1"));
    assert!(seen.header("authorization").is_some_and(|it| it.contains("x-mine")), "{seen:?}");
}

#[tokio::test]
async fn an_error_of_a_change_ends_the_call() {
    let call = Call { handle: Handle::new(&SERVICE, config("http://127.0.0.1:1").build()), input: get("1") };
    let refuse = |_| Err::<HttpRequest, _>(std::io::Error::other("not today"));
    let error = call.customize().map_request(refuse).send().await.expect_err("the change refuses");
    assert_eq!(error.to_string(), "GetThing: interceptor `map_request` failed: not today");
}

#[tokio::test]
async fn an_override_holds_for_its_call_and_only_what_it_sets() {
    let server = Server::start(ok(3)).await;
    let handle = Handle::new(&SERVICE, config(&server.url).build());
    let call =
        |changes: Builder| Call { handle: handle.clone(), input: get("1") }.customize().config_override(changes).send();
    call(Builder::new().region(Region::new("eu-central-1"))).await.expect("200");
    call(Builder::new().credentials_provider(Credentials::new("OTHER", "secret", None, None, "test")))
        .await
        .expect("200");
    handle.send(&mut get("1")).await.expect("200");
    let scopes: Vec<_> =
        server.seen().iter().map(|seen| seen.header("authorization").unwrap_or("").to_owned()).collect();
    assert!(scopes[0].contains("AKIDEXAMPLE/") && scopes[0].contains("/eu-central-1/tiny/"), "{scopes:?}");
    assert!(scopes[1].contains("OTHER/") && scopes[1].contains("/us-east-1/tiny/"), "{scopes:?}");
    assert!(scopes[2].contains("AKIDEXAMPLE/") && scopes[2].contains("/us-east-1/tiny/"), "{scopes:?}");
}

#[tokio::test]
async fn an_override_of_retries_holds() {
    let server = Server::start(vec![Reply::Http(500, "", ""); 3]).await;
    let handle = Handle::new(&SERVICE, config(&server.url).sleep_impl(Noted::new()).build());
    let changes = Builder::new().retry_config(RetryConfig::disabled());
    let call = Call { handle, input: get("1") };
    call.customize().config_override(changes).send().await.expect_err("the server answers 500");
    assert_eq!(server.seen().len(), 1);
}

/// Notes the hooks that it sees.
#[derive(Clone, Debug, Default)]
struct Witness(Arc<Mutex<Vec<String>>>);

impl Witness {
    fn note(&self, text: String) -> Result<(), BoxError> {
        self.0.lock().expect("no test panics with it").push(text);
        Ok(())
    }
}

impl Intercept for Witness {
    fn name(&self) -> &'static str {
        "Witness"
    }

    fn read_before_transmit(
        &self,
        context: &BeforeTransmitInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        self.note(format!("signed: {}", context.request().headers().contains_key("authorization")))
    }

    fn read_before_deserialization(
        &self,
        context: &BeforeDeserializationInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        self.note(format!("status: {}", context.response().status().as_u16()))
    }
}

#[tokio::test]
async fn interceptors_see_each_attempt() {
    let server = Server::start(vec![Reply::Http(503, "", ""), Reply::Http(200, "", "{}")]).await;
    let witness = Witness::default();
    let handle =
        Handle::new(&SERVICE, config(&server.url).sleep_impl(Noted::new()).interceptor(witness.clone()).build());
    handle.send(&mut get("1")).await.expect("the second attempt succeeds");
    let seen = witness.0.lock().expect("no test panics with it").clone();
    assert_eq!(seen, ["signed: true", "status: 503", "signed: true", "status: 200"]);
}

#[tokio::test]
async fn a_programs_classifier_decides_on_repetition() {
    for (action, attempts) in [(RetryAction::server_error(), 3), (RetryAction::RetryForbidden, 1)] {
        let server = Server::start(vec![Reply::Http(429, "", ""); 3]).await;
        let config = config(&server.url).sleep_impl(Noted::new()).retry_classifier(Always(action));
        let handle = Handle::new(&SERVICE, config.build());
        handle.send(&mut CreateThing { body: "" }).await.expect_err("no attempt succeeds");
        assert_eq!(server.seen().len(), attempts);
    }
}

#[tokio::test]
async fn an_override_brings_its_judge_along() {
    let server = Server::start(vec![Reply::Http(429, "", ""); 3]).await;
    let handle = Handle::new(&SERVICE, config(&server.url).sleep_impl(Noted::new()).build());
    let changes = Builder::new().retry_classifier(Always(RetryAction::RetryForbidden));
    handle.with_override(changes).send(&mut get("1")).await.expect_err("429");
    assert_eq!(server.seen().len(), 1);
}

/// Answers without a network.
#[derive(Debug)]
struct Canned;

impl HttpConnector for Canned {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let body = format!("{{\"asked\":{:?}}}", request.uri());
        HttpConnectorFuture::ready(Ok(HttpResponse::new(200.try_into().expect("a status"), SdkBody::from(body))))
    }
}

#[tokio::test]
async fn a_programs_own_http_client_is_used() {
    let client = http_client_fn(|settings, _| {
        assert_eq!(settings.connect_timeout(), Some(sdk_runtime::timeout::CONNECT));
        SharedHttpConnector::new(Canned)
    });
    let config = config("https://tiny.example.com").http_client(client).build();
    let output = Handle::new(&SERVICE, config).send(&mut get("7")).await.expect("the client answers");
    assert_eq!(output.0["asked"], "https://tiny.example.com/things/7");
}

#[tokio::test]
async fn a_programs_own_reqwest_client_is_used() {
    let server = Server::start(ok(1)).await;
    let mut headers = http::HeaderMap::new();
    headers.insert("x-mine", http::HeaderValue::from_static("1"));
    let builder = ReqwestClient::builder().expect("the platform has certificates");
    let client = ReqwestClient::from(builder.default_headers(headers).build().expect("no setting that could fail"));
    Handle::new(&SERVICE, config(&server.url).http_client(client).build()).send(&mut get("1")).await.expect("200");
    assert_eq!(server.seen()[0].header("x-mine"), Some("1"));
}

/// Leaves all but `GetThing` unsigned.
#[derive(Debug)]
struct OnlyGetThing;

impl ResolveAuthScheme for OnlyGetThing {
    fn resolve_auth_scheme<'a>(
        &'a self,
        params: &'a Params,
        _: &'a ConfigBag,
        _: &'a RuntimeComponents,
    ) -> AuthSchemeOptionsFuture<'a> {
        let id = if params.operation_name() == "GetThing" { Stamp::ID } else { AuthSchemeId::new("noAuth") };
        AuthSchemeOptionsFuture::ready(Ok(vec![id.into()]))
    }
}

#[tokio::test]
async fn a_programs_own_scheme_signs_where_its_resolver_says_so() {
    let server = Server::start(ok(2)).await;
    let config = config(&server.url).push_auth_scheme(Stamp("me")).auth_scheme_resolver(OnlyGetThing).build();
    let handle = Handle::new(&SERVICE, config);
    handle.send(&mut get("1")).await.expect("200");
    handle.send(&mut CreateThing { body: "" }).await.expect("200");
    let seen = server.seen();
    assert_eq!((seen[0].header("x-stamp"), seen[0].header("authorization")), (Some("me"), None));
    assert_eq!((seen[1].header("x-stamp"), seen[1].header("authorization")), (None, None));
}

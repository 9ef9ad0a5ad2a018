//! Endpoints that have to be asked for.

use crate::support::{Answer, Error, SERVICE, by_hand, get};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use sdk_doubles::{Clock, response, transport};
use sdk_runtime::client::{Discover, Discovered, Operation};
use sdk_runtime::config::endpoint::{Endpoint, EndpointFuture, Params, ResolveEndpoint};
use sdk_runtime::config::{Builder, Config, Credentials, Region};
use sdk_runtime::declare::{Effect, Metadata};
use sdk_runtime::error::BoxError;
use sdk_runtime::{Handle, SdkError};
use std::sync::{Arc, Mutex};

/// An operation whose endpoint has to be asked for. `GetThing` with the ID `endpoints` tells of it.
#[derive(Debug)]
struct Query;

by_hand!(Query);

impl Operation for Query {
    type Output = Answer;
    type Error = Error;
    const METADATA: &'static Metadata =
        &Metadata { service: &SERVICE, name: "Query", method: "GET", uri: "/things/query", effect: Effect::ReadOnly };
    const DISCOVER: Option<Discover> = Some(|handle| {
        Box::pin(async move {
            let Answer(said) = handle.send(&mut get("endpoints")).await?;
            let address = said["address"].as_str();
            Ok(address.map(|address| Discovered::new(address, said["minutes"].as_i64().unwrap_or_default())))
        })
    });

    fn parse_response(response: &mut HttpResponse) -> Result<Answer, BoxError> {
        Answer::parse(response)
    }
}

/// When a test begins.
const START: i64 = 1_700_000_000;

/// Answers questions for endpoints, and all else, and notes what was asked.
#[derive(Clone, Debug)]
struct Network {
    says: &'static str,
    status: u16,
    asked: Arc<Mutex<Vec<String>>>,
    clock: Clock,
}

fn network(says: &'static str) -> Network {
    Network { says, status: 200, asked: Arc::default(), clock: Clock::at(START) }
}

impl Network {
    fn config(&self) -> Builder {
        let network = self.clone();
        Config::builder()
            .region(Region::new("us-east-1"))
            .credentials_provider(Credentials::new("AKID", "secret", None, None, "test"))
            .time_source(self.clock.clone())
            .http_client(transport(move |request| Ok(network.answer(&request))))
    }

    fn answer(&self, request: &HttpRequest) -> HttpResponse {
        let uri = request.uri().trim_start_matches("https://").to_owned();
        let (status, body) = if uri.ends_with("endpoints") { (200, self.says) } else { (self.status, "{}") };
        self.asked.lock().expect("no test panics with it").push(uri);
        let mut response = response(status, body);
        if status == 400 {
            response.headers_mut().insert("x-amzn-errortype", "InvalidEndpointException");
        }
        response
    }

    fn handle(&self) -> Handle {
        Handle::new(&SERVICE, self.config().build())
    }

    fn asked(&self) -> Vec<String> {
        std::mem::take(&mut *self.asked.lock().expect("no test panics with it"))
    }
}

const CELL: &str = r#"{"address": "cell-7.example.com", "minutes": 2}"#;
const QUERIED: &str = "cell-7.example.com/things/query";

#[tokio::test]
async fn an_endpoint_is_asked_for_once_and_again_when_its_time_is_over() {
    let network = network(CELL);
    let handle = network.handle();
    for _ in 0..2 {
        handle.send(&mut Query).await.expect("200");
    }
    let asked = network.asked();
    assert_eq!((asked.len(), asked[1].as_str(), asked[2].as_str()), (3, QUERIED, QUERIED), "{asked:?}");
    assert!(asked[0].ends_with("/things/endpoints") && !asked[0].starts_with("cell-7"), "{asked:?}");
    network.clock.set(START + 120);
    handle.clone().send(&mut Query).await.expect("200");
    assert_eq!(network.asked().len(), 2, "it held for two minutes");
}

#[tokio::test]
async fn an_endpoint_is_kept_for_a_day_at_most_and_no_period_makes_it_panic() {
    for (says, kept) in [
        (r#"{"address": "cell-7.example.com", "minutes": 9223372036854775807}"#, true),
        (r#"{"address": "cell-7.example.com", "minutes": 0}"#, false),
        (r#"{"address": "cell-7.example.com", "minutes": -9223372036854775808}"#, false),
    ] {
        let network = network(says);
        let handle = network.handle();
        handle.send(&mut Query).await.expect("200");
        network.clock.set(START + 24 * 60 * 60 - 1);
        handle.send(&mut Query).await.expect("200");
        assert_eq!(network.asked().len(), if kept { 3 } else { 4 }, "{says}");
        network.clock.set(START + 24 * 60 * 60);
        handle.send(&mut Query).await.expect("200");
        assert_eq!(network.asked().len(), 2, "{says}: a day is over");
    }
}

#[tokio::test]
async fn those_who_need_it_at_the_same_time_ask_once() {
    let network = network(CELL);
    let handle = network.handle();
    let (mut a, mut b, mut c) = (Query, Query, Query);
    let (a, b, c) = tokio::join!(handle.send(&mut a), handle.send(&mut b), handle.send(&mut c));
    assert!(a.is_ok() && b.is_ok() && c.is_ok());
    assert_eq!(network.asked().len(), 4);
}

#[tokio::test]
async fn a_program_that_has_decided_is_not_asked_over() {
    let network = network(CELL);
    let own = network.config().endpoint_url("https://mine.example.com").build();
    Handle::new(&SERVICE, own).send(&mut Query).await.expect("200");
    assert_eq!(network.asked(), ["mine.example.com/things/query"]);
    let own = network.config().endpoint_resolver(Mine).build();
    Handle::new(&SERVICE, own).send(&mut Query).await.expect("200");
    assert_eq!(network.asked(), ["mine.example.com/things/query"]);
}

/// The program's own endpoint.
#[derive(Debug)]
struct Mine;

impl ResolveEndpoint for Mine {
    fn resolve_endpoint<'a>(&'a self, _: &'a Params) -> EndpointFuture<'a> {
        EndpointFuture::ready(Ok(Endpoint::builder().url("https://mine.example.com").build()))
    }
}

#[tokio::test]
async fn an_override_keeps_what_was_asked_for_unless_it_is_of_another_caller_or_region() {
    let network = network(CELL);
    let handle = network.handle();
    handle.send(&mut Query).await.expect("200");
    let other = || Credentials::new("OTHER", "secret", None, None, "test");
    for (changes, requests) in [
        (Builder::new().max_response_bytes(1 << 20), 1),
        (Builder::new().region(Region::new("eu-west-1")), 2),
        (Builder::new().credentials_provider(other()), 2),
    ] {
        network.asked();
        handle.with_override(changes).send(&mut Query).await.expect("200");
        assert_eq!(network.asked().len(), requests);
    }
}

#[tokio::test]
async fn an_endpoint_that_is_not_known_any_more_is_asked_for_anew() {
    let refused = Network { status: 404, ..network(CELL) };
    let handle = refused.handle();
    for _ in 0..2 {
        handle.send(&mut Query).await.expect_err("404");
    }
    assert_eq!(refused.asked().len(), 3, "another error says nothing of the endpoint");
    let network = Network { status: 400, ..network(CELL) };
    let handle = network.handle();
    for _ in 0..2 {
        let error = handle.send(&mut Query).await.expect_err("400");
        assert!(matches!(error, SdkError::ServiceError(_)), "{error}");
    }
    assert_eq!(network.asked().len(), 4);
}

#[tokio::test]
async fn what_is_no_host_is_not_called() {
    for (says, expected) in [
        ("{}", "the endpoint could not be discovered: there is none"),
        (r#"{"address": "evil.example/x"}"#, "is \"evil.example/x\", which is no host's name"),
        (r#"{"address": "user@evil.example"}"#, "which is no host's name"),
        ("no JSON", "the endpoint could not be discovered: GetThing: "),
    ] {
        let network = network(says);
        let error = network.handle().send(&mut Query).await.expect_err("there is no endpoint");
        assert!(error.to_string().contains(expected), "{error}");
        assert_eq!(network.asked().len(), 1);
    }
}

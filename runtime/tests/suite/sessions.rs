//! Sessions with Amazon S3's directory buckets. Signatures are compared with those of botocore's `S3ExpressAuth` and
//! `S3ExpressQueryAuth`, for the same requests at 2023-11-14T22:13:20Z.

use crate::support::agent::features;
use crate::support::shelf::{Client, config};
use sdk_doubles::{Clock, response, transport};
use sdk_runtime::client::presigning::PresigningConfig;
use sdk_runtime::config::endpoint::{Endpoint, EndpointFuture, Params, ResolveEndpoint};
use sdk_runtime::config::{Builder, SharedTimeSource};
use sdk_runtime::error::DisplayErrorContext;
use sdk_runtime::primitives::Document;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

const NOW: i64 = 1_700_000_000;
const BUCKET: &str = "dir--x-s3";

/// What was sent: method and URL, then the headers that say who calls.
#[derive(Clone, Debug)]
struct Sent {
    line: String,
    authorization: String,
    session_token: Option<String>,
    security_token: Option<String>,
    features: String,
}

/// A bucket that opens sessions, and whose calls answer with these statuses and bodies, then with successes.
fn bucket(answers: Vec<(u16, &'static str)>) -> (Clock, Builder, Arc<Mutex<Vec<Sent>>>) {
    let clock = Clock::at(NOW);
    let sent = Arc::new(Mutex::new(Vec::new()));
    let answers = Mutex::new(answers.into_iter());
    let http = {
        let sent = sent.clone();
        transport(move |request| {
            let header = |name: &str| request.headers().get(name).map(str::to_owned);
            let line = format!("{} {}", request.method(), request.uri());
            let opens = line.ends_with("?session");
            let authorization = header("authorization").expect("it is signed");
            let (session_token, security_token) = (header("x-amz-s3session-token"), header("x-amz-security-token"));
            let mut sent = sent.lock().expect("no test panics with it");
            let features = features(&header("user-agent").expect("it says who calls")).to_owned();
            sent.push(Sent { line, authorization, session_token, security_token, features });
            let scripted = answers.lock().expect("no test panics with it").next();
            let (status, body) = scripted.unwrap_or((200, if opens { SESSION } else { "<Thing/>" }));
            Ok(response(status, body))
        })
    };
    let config = config("http://bucket.example.com").http_client(http);
    (clock.clone(), config.time_source(SharedTimeSource::new(clock)), sent)
}

const SESSION: &str = "<CreateSessionResult><Credentials><SessionToken>tok/en+=</SessionToken>\
    <SecretAccessKey>session-secret</SecretAccessKey><AccessKeyId>SESSIONID</AccessKeyId>\
    <Expiration>2023-11-14T22:18:20Z</Expiration></Credentials></CreateSessionResult>";

fn lines(sent: &Arc<Mutex<Vec<Sent>>>) -> Vec<String> {
    sent.lock().expect("no test panics with it").iter().map(|sent| sent.line.clone()).collect()
}

const OPEN: &str = "GET http://bucket.example.com/dir--x-s3?session";
const TAKE: &str = "GET http://bucket.example.com/dir--x-s3/a";

#[tokio::test]
async fn a_session_is_opened_once_and_signs_the_calls() {
    let (_, config, sent) = bucket(Vec::new());
    let client = Client::from_conf(config.build());
    for _ in 0..2 {
        client.take("a").bucket(BUCKET).send().await.expect("it is answered");
    }
    assert_eq!(lines(&sent), [OPEN, TAKE, TAKE]);
    let sent = sent.lock().expect("no test panics with it").clone();
    assert!(sent[0].authorization.contains("Credential=AKIDEXAMPLE/20231114/us-east-1/s3express/"), "{:?}", sent[0]);
    assert_eq!(sent[0].session_token, None);
    assert_eq!(
        (sent[0].features.as_str(), sent[1].features.as_str()),
        ("E,N", "E,J,N"),
        "answers have no checksum here"
    );
    assert_eq!((sent[1].session_token.as_deref(), sent[1].security_token.as_deref()), (Some("tok/en+="), None));
    let expected = "AWS4-HMAC-SHA256 Credential=SESSIONID/20231114/us-east-1/s3express/aws4_request, \
                    SignedHeaders=host;x-amz-content-sha256;x-amz-date;x-amz-s3session-token, \
                    Signature=ed1b400453770fbf430f6b748883c536c889ffaed451ef7e0cc609869439ba65";
    assert_eq!(sent[1].authorization, expected);
}

#[tokio::test]
async fn a_session_is_opened_anew_before_it_ends() {
    let (clock, config, sent) = bucket(Vec::new());
    let client = Client::from_conf(config.build());
    for after in [0, 200, 269, 271] {
        clock.set(NOW + after);
        client.take("a").bucket(BUCKET).send().await.expect("it is answered");
    }
    assert_eq!(lines(&sent), [OPEN, TAKE, TAKE, TAKE, OPEN, TAKE]);
}

#[tokio::test]
async fn a_session_that_the_service_calls_expired_is_opened_anew_once() {
    let expired = (400, "<Error><Code>ExpiredToken</Code></Error>");
    let (_, config, sent) = bucket(vec![(200, SESSION), expired]);
    let client = Client::from_conf(config.sleep_impl(crate::support::time::Noted::new()).build());
    client.take("a").bucket(BUCKET).send().await.expect("the second session will do");
    assert_eq!(lines(&sent), [OPEN, TAKE, OPEN, TAKE]);
}

#[tokio::test]
async fn that_no_session_can_be_opened_is_said_with_what_to_do() {
    for (answer, said) in [
        (
            (403, "<Error><Code>AccessDenied</Code><Message>Not you.</Message></Error>"),
            "AccessDenied: Not you. (HTTP 403)",
        ),
        ((200, "<CreateSessionResult/>"), "the answer has no credentials"),
        ((200, "<CreateSessionResult><Credentials/></CreateSessionResult>"), "have no AccessKeyId"),
    ] {
        let (_, config, sent) = bucket(vec![answer]);
        let error = Client::from_conf(config.build()).take("a").bucket(BUCKET).send().await.expect_err("there is none");
        let error = DisplayErrorContext(&error).to_string();
        assert!(error.contains(said), "{error}");
        assert!(error.contains(BUCKET) && error.contains("`disable_s3_express_session_auth`"), "{error}");
        assert_eq!(lines(&sent), [OPEN], "the call itself isn't sent");
    }
}

/// A resolver that asks for sessions always, for the call that opens one, too.
#[derive(Debug)]
struct Always;

impl ResolveEndpoint for Always {
    fn resolve_endpoint<'a>(&'a self, _: &'a Params) -> EndpointFuture<'a> {
        let scheme = HashMap::from([("name".to_owned(), Document::from("sigv4-s3express"))]);
        let url = "http://bucket.example.com/dir--x-s3";
        let endpoint = Endpoint::builder().url(url).property("authSchemes", vec![Document::Object(scheme)]);
        EndpointFuture::ready(Ok(endpoint.build()))
    }
}

#[tokio::test]
async fn the_call_that_opens_a_session_needs_none() {
    let (_, config, sent) = bucket(Vec::new());
    let client = Client::from_conf(config.endpoint_resolver(Always).build());
    let call = client.take("a").bucket(BUCKET).send();
    let call = tokio::time::timeout(Duration::from_secs(20), call).await;
    call.expect("it waits for nothing that waits for it").expect("it is answered");
    assert_eq!(lines(&sent), [OPEN, TAKE]);
}

#[tokio::test]
async fn whoever_wants_none_has_no_session() {
    let (_, mut config, sent) = bucket(Vec::new());
    config.context_mut().set("DisableS3ExpressSessionAuth", Some(true));
    Client::from_conf(config.build()).take("a").bucket(BUCKET).send().await.expect("it is answered");
    assert_eq!(lines(&sent), [TAKE]);
}

#[tokio::test]
async fn a_link_has_the_sessions_token() {
    let (_, config, sent) = bucket(Vec::new());
    let quarter = PresigningConfig::expires_in(Duration::from_secs(900)).expect("within bounds");
    let request =
        Client::from_conf(config.build()).take("a").bucket(BUCKET).presigned(quarter).await.expect("it is signed");
    let url = request.uri();
    for part in [
        "X-Amz-S3session-Token=tok%2Fen%2B%3D",
        "X-Amz-Signature=4168c26636e9446e653d52f84702b95b5a544370813210fff36ea67cf9782d05",
    ] {
        assert!(url.contains(part), "{url}");
    }
    assert_eq!(lines(&sent), [OPEN]);
}

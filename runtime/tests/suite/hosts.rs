//! Nothing but the endpoint decides which host a request goes to, and what is wrong names the setting that it is from.

use crate::support::{Answer, Error, by_hand};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use sdk_doubles::{before_signing, response, transport};
use sdk_runtime::client::Operation;
use sdk_runtime::config::endpoint::{Endpoint as SmithyEndpoint, EndpointFuture, Params, ResolveEndpoint};
use sdk_runtime::config::{Builder, Config, Credentials, Region, Token};
use sdk_runtime::declare::{Auth, Effect, HostPrefix, Metadata, Scheme, Service};
use sdk_runtime::endpoint::{BuiltIns, Endpoint, EndpointMember, EndpointParams, ResolveError};
use sdk_runtime::error::BoxError;
use sdk_runtime::{Handle, SdkError};
use std::sync::{Arc, Mutex};

static SERVICE: Service = Service {
    sdk_id: "Tiny Things",
    api_version: "2024-02-01",
    package_version: "0.1.0",
    signing_name: "tiny",
    endpoint: resolve,
    endpoint_by_account: true,
    content_type: "application/json",
    headers: &[],
    retryable_errors: &[],
};

fn resolve(built_ins: &BuiltIns) -> Result<Endpoint, ResolveError> {
    if let Some(url) = &built_ins.endpoint {
        return Ok(Endpoint::new(url));
    }
    let region = built_ins.region.as_deref().ok_or_else(|| ResolveError::new("Missing Region"))?;
    let stage = built_ins.context.string("Stage").map(|stage| format!("{stage}.")).unwrap_or_default();
    let account = built_ins.account_id.as_ref().map(|account| format!("{account}.")).unwrap_or_default();
    Ok(Endpoint::new(format!("https://{stage}{account}tiny.{region}.example.com")))
}

/// Says all that an input can say about the host.
#[derive(Clone, Debug, Default)]
struct Get {
    stage: Option<&'static str>,
    prefix: Option<&'static str>,
    endpoint: Option<&'static str>,
}

by_hand!(Get);

impl Operation for Get {
    type Output = Answer;
    type Error = Error;
    const METADATA: &'static Metadata =
        &Metadata { service: &SERVICE, name: "Get", method: "GET", uri: "/things", effect: Effect::ReadOnly };
    const AUTH: Auth = Auth { schemes: &[Scheme::SigV4, Scheme::Bearer], optional: false };

    fn endpoint_params(&self) -> EndpointParams {
        EndpointParams::new().set("Stage", self.stage)
    }

    fn host_prefix(&self) -> Option<HostPrefix> {
        self.prefix.map(|value| HostPrefix::new("{prefix}.").label("prefix", "prefix", Some(value)))
    }

    fn endpoint(&self) -> Option<EndpointMember> {
        EndpointMember::new("predict_endpoint", self.endpoint)
    }

    fn parse_response(response: &mut HttpResponse) -> Result<Answer, BoxError> {
        Answer::parse(response)
    }
}

const SECRET: &str = "very-secret";

fn keys(account: Option<&str>) -> Credentials {
    let mut keys = Credentials::builder().access_key_id("AKIDEXAMPLE").secret_access_key(SECRET).provider_name("test");
    keys.set_account_id(account.map(Into::into));
    keys.build()
}

fn base() -> Builder {
    Config::builder().region(Region::new("eu-west-1")).credentials_provider(keys(None))
}

/// Where a call goes, or what it says instead of going anywhere.
async fn called(config: Builder, mut input: Get) -> Result<String, String> {
    let noted = Arc::<Mutex<Vec<String>>>::default();
    let notes = noted.clone();
    let transport = transport(move |request| {
        notes.lock().expect("no test panics with it").push(request.uri().to_owned());
        Ok(response(200, "{}"))
    });
    let config = config.http_client(transport).build();
    assert!(!format!("{config:?}").contains(SECRET), "{config:?}");
    let outcome = Handle::new(&SERVICE, config).send(&mut input).await;
    let seen = noted.lock().expect("no test panics with it").clone();
    match outcome {
        Ok(_) => Ok(seen[0].clone()),
        Err(error) => {
            assert!(seen.is_empty(), "it was sent to {seen:?}");
            assert!(matches!(error, SdkError::ConstructionFailure(_)), "{error:?}");
            let text = error.to_string();
            assert!(!text.contains(char::is_control) && text.len() < 500, "{text:?}");
            assert!(!format!("{error:?} {text}").contains(SECRET), "{error:?}");
            Err(text)
        }
    }
}

#[track_caller]
fn names(outcome: Result<String, String>, setting: &str, case: &str) {
    let error = outcome.expect_err(case);
    assert!(error.contains(setting), "{case:?}: {error}");
}

/// What is no label of a host's name.
const NO_LABELS: [&str; 22] = [
    "evil.example/",
    "evil.example?",
    "evil.example#",
    "evil.example:8443/",
    "?",
    "#",
    ":8443/",
    "/",
    " ",
    "",
    "\n",
    "us-east-1\n",
    "us-east-1 ",
    "a.b",
    "@",
    "user:very-secret@evil.example",
    "%",
    "%2f",
    "\\",
    "ü",
    "-a",
    "a-",
];

#[tokio::test]
async fn a_call_goes_where_its_input_says() {
    for (input, url) in [
        (Get::default(), "https://tiny.eu-west-1.example.com/things"),
        (Get { stage: Some("beta"), ..Get::default() }, "https://beta.tiny.eu-west-1.example.com/things"),
        (Get { prefix: Some("data"), ..Get::default() }, "https://data.tiny.eu-west-1.example.com/things"),
        (Get { endpoint: Some("https://predict.example.com"), ..Get::default() }, "https://predict.example.com/things"),
    ] {
        assert_eq!(called(base(), input.clone()).await.as_deref(), Ok(url), "{input:?}");
    }
}

#[tokio::test]
async fn a_region_is_a_label_before_anything_else() {
    for region in NO_LABELS.iter().filter(|region| !region.contains(SECRET)) {
        let config = base().region(Region::new(*region));
        names(called(config.clone(), Get::default()).await, "`config.region`", region);
        // It is signed for, too, wherever the request goes.
        names(called(config.clone().endpoint_url("http://h"), Get::default()).await, "`config.region`", region);
        names(called(config.endpoint_resolver(To("http://h")), Get::default()).await, "`config.region`", region);
    }
    let long: &'static str = "a".repeat(64).leak();
    names(called(base().region(Region::new(long)), Get::default()).await, "`config.region`", long);
    for region in ["us-east-1", "aws-global", "us-gov-west-1", "us-iso-east-1"] {
        let url = called(base().region(Region::new(region)), Get::default()).await;
        assert_eq!(url, Ok(format!("https://tiny.{region}.example.com/things")));
    }
}

#[tokio::test]
async fn what_else_stands_in_a_host_is_a_label_too() {
    for value in NO_LABELS.iter().filter(|value| !value.contains(SECRET)) {
        let prefixed = Get { prefix: Some(value), ..Get::default() };
        names(called(base(), prefixed).await, "prefix", value);
        let account = base().credentials_provider(keys(Some(value)));
        names(called(account, Get::default()).await, "account ID", value);
    }
    for value in ["evil.example/", "evil.example/x", "evil.example?", "evil.example:8443/", "/", "?"] {
        let staged = Get { stage: Some(value), ..Get::default() };
        let error = called(base(), staged).await.expect_err(value);
        assert!(error.contains("Stage") || error.contains("rules"), "{error}");
    }
    for value in ["evil.example#", "@", "user@evil.example", "", " ", "\n", "\\", "%", "%2f", "a..b"] {
        let staged = Get { stage: Some(value), ..Get::default() };
        if let Ok(url) = called(base(), staged).await {
            panic!("{value:?} leads to {url}");
        }
    }
    let staged = Get { stage: Some("beta"), ..Get::default() };
    assert_eq!(called(base(), staged).await.as_deref(), Ok("https://beta.tiny.eu-west-1.example.com/things"));
}

/// Endpoints that would change where a request goes, or can't be sent to.
const NO_ENDPOINTS: [&str; 24] = [
    "http://127.0.0.1/x#f",
    "http://h/#x",
    "http://h/base#",
    "http://h#",
    "http://h/base/..",
    "http://h/a/../b",
    "http://h/a/./b",
    "http://h/a/%2e%2e/b",
    "http://h/a/%2E",
    "http://h\\evil",
    "http://h/a\\b",
    "http:\\\\h",
    "http://user@h",
    "http://user:very-secret@h",
    "http://user:very-secret%40h",
    "ftp://h",
    "file:///x",
    "h",
    "",
    "http://h ",
    " http://h",
    "http://h\n",
    "http:///h",
    "http://h:very-secret@:80",
];

/// Always gives one endpoint.
#[derive(Debug)]
struct To(&'static str);

impl ResolveEndpoint for To {
    fn resolve_endpoint<'a>(&'a self, _: &'a Params) -> EndpointFuture<'a> {
        EndpointFuture::ready(Ok(SmithyEndpoint::builder().url(self.0).build()))
    }
}

#[tokio::test]
async fn an_endpoint_leaves_the_operations_path_alone() {
    for url in NO_ENDPOINTS {
        names(called(base().endpoint_url(url), Get::default()).await, "`endpoint_url`", url);
        if !url.is_empty() {
            // The type of a resolver's endpoints takes no empty one.
            names(called(base().endpoint_resolver(To(url)), Get::default()).await, "`endpoint_resolver`", url);
        }
        let member = Get { endpoint: Some(url), ..Get::default() };
        names(called(base().endpoint_url("http://h"), member).await, "predict_endpoint", url);
    }
}

#[tokio::test]
async fn an_override_for_one_call_is_held_to_the_same() {
    let handle = Handle::new(&SERVICE, base().endpoint_url("http://h").build());
    let changed = handle.with_override(Builder::new().endpoint_url("http://h/x#f"));
    let error = changed.send(&mut Get::default()).await.expect_err("it has a fragment").to_string();
    assert!(error.contains("`endpoint_url`") && error.contains("fragment"), "{error}");
}

/// Gives an endpoint that signs for something else.
#[derive(Debug)]
struct Signs(&'static str, &'static str);

impl ResolveEndpoint for Signs {
    fn resolve_endpoint<'a>(&'a self, _: &'a Params) -> EndpointFuture<'a> {
        let scheme = aws_smithy_types::endpoint::EndpointAuthScheme::with_capacity("sigv4", 1).put(self.0, self.1);
        EndpointFuture::ready(Ok(SmithyEndpoint::builder().url("http://h").auth_scheme(scheme).build()))
    }
}

#[tokio::test]
async fn what_is_signed_for_is_a_label() {
    for value in ["us-east-1/s3/aws4_request, ", "", "\n", "a/b"] {
        for (property, name) in [("signingRegion", "signing region"), ("signingName", "signing name")] {
            names(called(base().endpoint_resolver(Signs(property, value)), Get::default()).await, name, value);
        }
    }
}

#[tokio::test]
async fn user_information_is_shown_nowhere() {
    for url in [
        "http://user:very-secret@h/x",
        "http://user:very-secret@h:99999",
        "user:very-secret@h",
        "http://h/?very-secret",
    ] {
        let built_ins = {
            let mut built_ins = BuiltIns::default();
            built_ins.endpoint = Some(url.to_owned());
            built_ins
        };
        let params = Params::builder().endpoint(url).build().expect("there is always one");
        let member = EndpointMember::new("field", Some(url));
        let config = base().endpoint_url(url);
        let sdk = aws_types::SdkConfig::builder().endpoint_url(url).build();
        for shown in [
            format!("{config:?}"),
            format!("{:?}", config.clone().build()),
            format!("{:?}", Builder::from(&sdk)),
            format!("{:?}", Handle::new(&SERVICE, config.build())),
            format!("{params:?} {:?} {member:?} {:?}", built_ins, Endpoint::new(url)),
        ] {
            assert!(shown.contains("h") && !shown.contains(SECRET), "{shown}");
        }
    }
}

#[tokio::test]
async fn credentials_that_no_header_can_hold_are_named_and_not_shown() {
    let with = |id: &str, secret: &str, token: Option<&str>| {
        base().endpoint_url("http://h").credentials_provider(Credentials::new(
            id,
            secret,
            token.map(Into::into),
            None,
            "t",
        ))
    };
    for wrong in ["very-secret\n", "very-secret\r\nx: y", "very-secret ", "very\tsecretvery-secret", "very-secretü", ""]
    {
        names(called(with(wrong, "s", None), Get::default()).await, "access key ID", wrong);
        names(called(with("a", "s", Some(wrong)), Get::default()).await, "session token", wrong);
        let bearer = Config::builder().region(Region::new("eu-west-1")).endpoint_url("https://h");
        let bearer = bearer.bearer_token(Token::new(wrong, None));
        names(called(bearer, Get::default()).await, "bearer token", wrong);
    }
    for wrong in ["very-secret\n", " very-secret", "very\nvery-secret"] {
        names(called(with("a", wrong, None), Get::default()).await, "secret access key", wrong);
    }
}

/// Settings whose interceptor leaves the request with another URL.
fn rewritten(url: &'static str) -> Builder {
    base().interceptor(before_signing(move |request| Ok(request.set_uri(url)?)))
}

#[tokio::test]
async fn a_url_that_an_interceptor_left_is_brought_into_form_or_refused() {
    for (url, expected) in [
        ("http://127.1:80/a?q=a|b", "http://127.0.0.1/a?q=a%7Cb"),
        ("http://h", "http://h/"),
        ("http://h/a?x=a+b", "http://h/a?x=a%20b"),
    ] {
        let outcome = called(rewritten(url), Get::default()).await;
        assert_eq!(outcome.as_deref(), Ok(expected));
    }
    for url in ["/relative", "http://h/a/../b", "http://user:very-secret@h/", "ftp://h/"] {
        names(called(rewritten(url), Get::default()).await, "interceptor", url);
    }
}

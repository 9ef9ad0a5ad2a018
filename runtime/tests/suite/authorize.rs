//! How a request says who calls.

use crate::support;
use crate::support::server::{Reply, Server};
use crate::support::{SERVICE, get};
use aws_smithy_runtime_api::client::auth::AuthSchemeId;
use sdk_doubles::{Clock, response, transport};
use sdk_runtime::client::Operation;
use sdk_runtime::config::endpoint::{Endpoint, EndpointFuture, Params, ResolveEndpoint};
use sdk_runtime::config::{Builder, Config, Credentials, Region, SdkConfig, Token};
use sdk_runtime::declare::{Auth, Scheme};
use sdk_runtime::transport::SharedHttpClient;
use sdk_runtime::{Handle, SdkError};
use std::sync::{Arc, Mutex};

support::asking! {
    Either: Auth { schemes: &[Scheme::SigV4, Scheme::Bearer], optional: false };
    Bear: Auth::BEARER;
    Browse: Auth::OPTIONAL;
    SignIn: Auth::NONE;
}

fn bare() -> Builder {
    Config::builder().region(Region::new("us-east-1"))
}

fn keys() -> Builder {
    bare().credentials_provider(Credentials::new("AKID", "secret", None, None, "test"))
}

fn token() -> Token {
    Token::new("t0ken", None)
}

/// The header `Authorization` that the config leads to: its first word, and the rest for a bearer token.
async fn sent<O: Operation>(mut input: O, config: Builder) -> Result<Option<String>, SdkError<O::Error>> {
    let server = Server::start(vec![Reply::Http(200, "", "{}")]).await;
    Handle::new(&SERVICE, config.endpoint_url(&server.url).build()).send(&mut input).await?;
    let header = server.seen()[0].header("authorization").map(str::to_owned);
    Ok(header.map(|header| match header.split_once(' ') {
        Some(("AWS4-HMAC-SHA256", _)) => "signed".to_owned(),
        _ => header,
    }))
}

const BEARER: &str = "Bearer t0ken";

#[tokio::test]
async fn the_first_scheme_with_an_identity_is_used() {
    for (config, expected) in [
        (keys(), "signed"),
        (bare().bearer_token(token()), BEARER),
        (keys().bearer_token(token()), "signed"),
        (keys().bearer_token(token()).auth_scheme_preference([AuthSchemeId::new("httpBearerAuth")]), BEARER),
    ] {
        assert_eq!(sent(Either, config).await.expect("200").as_deref(), Some(expected));
    }
    assert_eq!(sent(Bear, keys().bearer_token(token())).await.expect("200").as_deref(), Some(BEARER));
}

#[tokio::test]
async fn optional_authentication_is_used_where_it_can_be() {
    assert_eq!(sent(Browse, keys()).await.expect("200").as_deref(), Some("signed"));
    assert_eq!(sent(Browse, bare()).await.expect("200"), None);
    assert_eq!(sent(SignIn, keys()).await.expect("200"), None);
}

#[tokio::test]
async fn what_is_missing_is_said() {
    let error = sent(Bear, keys()).await.expect_err("no token");
    assert_eq!(
        error.to_string(),
        "GetThing: no bearer token: set `bearer_token` or `token_provider`, or make the client from \
         `aws_config::load_defaults(BehaviorVersion::latest()).await`"
    );
    let error = sent(Either, bare()).await.expect_err("neither");
    assert!(error.to_string().contains("no credentials: set `credentials_provider`"), "{error}");
    assert_eq!(sent(Bear, bare().allow_no_auth()).await.expect("200"), None);
}

#[tokio::test]
async fn a_token_goes_over_tls_only_and_is_not_shown() {
    let config = bare().bearer_token(token()).endpoint_url("http://service.example.com").build();
    let error = Handle::new(&SERVICE, config.clone()).send(&mut Bear).await.expect_err("refused");
    assert!(error.to_string().contains("a bearer token is sent over https only"), "{error}");
    assert!(!format!("{config:?} {error:?}").contains("t0ken"));
}

/// What `aws-config` makes of an environment variable of this value.
#[derive(Debug)]
struct Environment(&'static str);

impl aws_types::service_config::LoadServiceConfig for Environment {
    fn load_config(&self, key: aws_types::service_config::ServiceConfigKey<'_>) -> Option<String> {
        let is_token = (key.service_id(), key.env()) == (SERVICE.signing_name, "AWS_BEARER_TOKEN");
        is_token.then(|| self.0.to_owned())
    }
}

#[tokio::test]
async fn a_token_of_the_environment_is_preferred_and_one_of_the_program_more_so() {
    let environment = |token| {
        SdkConfig::builder()
            .region(Region::new("us-east-1"))
            .credentials_provider(sdk_runtime::config::SharedCredentialsProvider::new(Credentials::new(
                "AKID", "secret", None, None, "test",
            )))
            .service_config(Environment(token))
            .build()
    };
    let empty = sent(Either, Builder::from(&environment(""))).await.expect("200");
    assert_eq!(empty.as_deref(), Some("signed"), "an empty variable is no token");
    let sdk = environment("t0ken");
    assert_eq!(sent(Either, Builder::from(&sdk)).await.expect("200").as_deref(), Some(BEARER));
    let own = Builder::from(&sdk).bearer_token(Token::new("mine", None));
    assert_eq!(sent(Bear, own).await.expect("200").as_deref(), Some("Bearer mine"));
    let server = Server::start(vec![Reply::Http(200, "", "{}")]).await;
    let handle = Handle::new(&SERVICE, Builder::from(&sdk).endpoint_url(&server.url).build());
    let changes = Builder::new().bearer_token(Token::new("this call's", None));
    let error = handle.with_override(changes).send(&mut Bear).await.expect_err("no header holds a blank in a token");
    assert!(error.to_string().contains("`token_provider`"), "{error}");
    let changes = Builder::new().bearer_token(Token::new("changed", None));
    handle.with_override(changes).send(&mut Bear).await.expect("200");
    assert_eq!(server.seen()[0].header("authorization"), Some("Bearer changed"));
    assert_eq!(server.seen()[0].features(), "E,N");
}

#[tokio::test]
async fn that_a_token_is_the_environment_s_is_said() {
    let sdk = SdkConfig::builder().region(Region::new("us-east-1")).service_config(Environment("t0ken")).build();
    let server = Server::start(vec![Reply::Http(200, "", "{}")]).await;
    let handle = Handle::new(&SERVICE, Builder::from(&sdk).endpoint_url(&server.url).build());
    handle.send(&mut Bear).await.expect("200");
    assert_eq!(server.seen()[0].features(), "E,N,3");
}

/// How the transport gets a request's headers, and the transport.
fn keeps() -> (Arc<Mutex<Option<http::HeaderMap>>>, SharedHttpClient) {
    let kept = Arc::<Mutex<Option<http::HeaderMap>>>::default();
    let keeps = kept.clone();
    let transport = transport(move |request| {
        let request = request.try_into_http1x().expect("the request is right");
        *keeps.lock().expect("no test panics with it") = Some(request.headers().clone());
        Ok(response(200, ""))
    });
    (kept, transport)
}

#[tokio::test]
async fn a_transport_gets_what_proves_who_calls_marked_as_sensitive() {
    let temporary = Credentials::new("AKID", "secret", Some("t0ken".to_owned()), None, "test");
    for (config, names) in [
        (bare().credentials_provider(temporary), &["authorization", "x-amz-security-token"][..]),
        (bare().bearer_token(token()), &["authorization"]),
    ] {
        let (kept, transport) = keeps();
        let config = config.endpoint_url("https://h").http_client(transport);
        Handle::new(&SERVICE, config.build()).send(&mut Either).await.expect("200");
        let headers = kept.lock().expect("no test panics with it").take().expect("it was sent");
        for name in names {
            assert!(headers[*name].is_sensitive(), "{name}");
        }
        assert!(!headers["user-agent"].is_sensitive());
        assert!(!format!("{headers:?}").contains("t0ken"), "{headers:?}");
    }
}

/// Gives an endpoint whose paths are signed as they are sent, as Amazon S3's are, or not.
#[derive(Debug)]
struct Encodes {
    once: bool,
}

impl ResolveEndpoint for Encodes {
    fn resolve_endpoint<'a>(&'a self, _: &'a Params) -> EndpointFuture<'a> {
        let scheme = aws_smithy_types::endpoint::EndpointAuthScheme::with_capacity("sigv4", 1);
        let scheme = scheme.put("disableDoubleEncoding", self.once);
        EndpointFuture::ready(Ok(Endpoint::builder().url("https://h").auth_scheme(scheme).build()))
    }
}

#[tokio::test]
async fn an_endpoint_says_how_often_paths_are_encoded_in_signatures() {
    let signed = async |once, id| {
        let (kept, transport) = keeps();
        let config = keys().endpoint_resolver(Encodes { once }).time_source(Clock::at(1_706_749_323));
        let config = config.http_client(transport).build();
        // Its answer has no JSON.
        let _ = Handle::new(&SERVICE, config).send(&mut get(id)).await;
        kept.lock().expect("no test panics with it").take().expect("it was sent")["authorization"].clone()
    };
    assert_eq!(signed(true, "a").await, signed(false, "a").await);
    assert_ne!(signed(true, "a%20b").await, signed(false, "a%20b").await);
}

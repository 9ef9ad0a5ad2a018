//! Services that aren't AWS's: where they are called, and how their requests say who calls.

use crate::support;
use crate::support::SERVICE;
use crate::support::server::{Reply, Server};
use aws_smithy_runtime_api::client::auth::AuthSchemeId;
use config::{Builder, Config, Login, Token};
use sdk_doubles::{response, transport};
use sdk_runtime::client::Operation;
use sdk_runtime::config::{ConfigBag, Identity, IdentityFuture, ResolveIdentity, RuntimeComponents};
use sdk_runtime::declare::{ApiKey, Auth, Scheme};
use sdk_runtime::{Handle, SdkError};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

/// The settings of a crate whose service takes each of the schemes.
mod config {
    sdk_runtime::plain_config!(api_key, basic_auth_login, bearer_token);
}

/// One that takes these schemes, and no other.
const fn by(schemes: &'static [Scheme]) -> Auth {
    Auth { schemes, optional: false }
}

support::asking! {
    Open: Auth { schemes: &[], optional: true };
    Basic: by(&[Scheme::Basic]);
    Bear: by(&[Scheme::Bearer]);
    InHeader: by(&[Scheme::ApiKey(ApiKey::Header("X-Key"))]);
    Behind: by(&[Scheme::ApiKey(ApiKey::Behind("authorization", "ApiKey"))]);
    InQuery: by(&[Scheme::ApiKey(ApiKey::Query("api key"))]);
    Several: by(&[Scheme::ApiKey(ApiKey::Header("X-Key")), Scheme::Basic, Scheme::Bearer]);
    Optional: Auth { schemes: &[Scheme::Basic], optional: true };
}

/// The request that a call sends, as it arrives; the server answers with `script`.
async fn seen_of<O: Operation + Default>(
    config: Builder,
    script: Vec<Reply>,
) -> Result<Vec<support::server::Seen>, SdkError<O::Error>> {
    let server = Server::start(script).await;
    let config = config.endpoint_url(&server.url).build();
    Handle::plain(&SERVICE, config).send(&mut O::default()).await?;
    Ok(server.seen())
}

async fn seen<O: Operation + Default>(config: Builder) -> Result<support::server::Seen, SdkError<O::Error>> {
    Ok(seen_of::<O>(config, vec![Reply::Http(200, "", "{}")]).await?.remove(0))
}

/// The header `Authorization` that a call sends.
async fn authorization<O: Operation + Default>(config: Builder) -> Option<String> {
    seen::<O>(config).await.expect("200").header("authorization").map(str::to_owned)
}

/// Why a call sends nothing.
async fn refusal<O: Operation + Default>(config: Builder) -> String {
    seen::<O>(config).await.expect_err("nothing is sent").to_string()
}

fn none() -> Builder {
    Config::builder()
}

fn login(user: &str, password: &str) -> Builder {
    none().basic_auth_login(Login::new(user, password, None))
}

fn key(key: &str) -> Builder {
    none().api_key(Token::new(key, None))
}

#[tokio::test]
async fn a_request_says_nothing_of_aws() {
    let seen = seen::<Open>(none()).await.expect("200");
    let of_aws: Vec<_> = seen.headers.iter().filter(|(name, _)| name.contains("amz")).collect();
    assert!(of_aws.is_empty(), "{of_aws:?}");
    let agent = seen.header("user-agent").expect("there is one");
    assert!(agent.starts_with("sdk-runtime/") && agent.contains(" api/tiny-things#0.1.0 os/"), "{agent}");
    assert_eq!(seen.header("authorization"), None);
}

#[tokio::test]
async fn the_endpoint_is_the_clients_setting() {
    let error = Handle::plain(&SERVICE, none().build()).send(&mut Open).await.expect_err("no endpoint");
    let error = error.to_string();
    assert!(error.contains("no endpoint") && !error.contains("AWS_REGION") && !error.contains("`region`"), "{error}");
    let error = Handle::plain(&SERVICE, none().endpoint_url("ftp://x").build()).send(&mut Open).await;
    let error = error.expect_err("no such scheme").to_string();
    assert!(error.contains("`endpoint_url`") && !error.contains("AWS_"), "{error}");
}

#[tokio::test]
async fn a_password_is_sent_as_rfc_7617_has_it() {
    // The RFC's own examples (sections 2 and 2.1).
    let sent = authorization::<Basic>(login("Aladdin", "open sesame")).await;
    assert_eq!(sent.as_deref(), Some("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="));
    let sent = authorization::<Basic>(login("test", "123\u{a3}")).await;
    assert_eq!(sent.as_deref(), Some("Basic dGVzdDoxMjPCow=="));
}

#[tokio::test]
async fn a_login_that_cant_be_one_is_refused_and_not_shown() {
    for (user, password, part) in [("a:b", "hush", "user"), ("a\n", "hush", "user"), ("a", "hush\r\n", "password")] {
        let error = refusal::<Basic>(login(user, password)).await;
        assert!(error.contains(part) && error.contains("`basic_auth_login`") && !error.contains("hush"), "{error}");
    }
}

#[tokio::test]
async fn an_api_key_stands_where_the_model_says() {
    let in_header = seen::<InHeader>(key("k1")).await.expect("200");
    assert_eq!((in_header.header("x-key"), in_header.header("authorization")), (Some("k1"), None));
    assert_eq!(authorization::<Behind>(key("k1")).await.as_deref(), Some("ApiKey k1"));
    let in_query = seen::<InQuery>(key("k 1&b=c/\u{fc}")).await.expect("200");
    assert_eq!(in_query.line, "GET /things/1?api%20key=k%201%26b%3Dc%2F%C3%BC HTTP/1.1");
}

#[tokio::test]
async fn a_key_that_cant_be_sent_is_refused_and_not_shown() {
    for bad in ["", "hush\n", "hu sh", "hush\u{fc}"] {
        let error = refusal::<InHeader>(key(bad)).await;
        assert!(error.contains("`api_key`") && !error.contains("hu"), "{error}");
    }
    for bad in ["", "hush\n"] {
        let error = refusal::<InQuery>(key(bad)).await;
        assert!(error.contains("`api_key`") && !error.contains("hush"), "{error}");
    }
}

#[tokio::test]
async fn a_key_in_the_query_stands_there_once_however_often_it_is_sent() {
    let script = vec![Reply::Http(503, "", "{}"), Reply::Http(200, "", "{}")];
    let config = key("k").sleep_impl(support::time::Noted::new());
    let lines: Vec<_> =
        seen_of::<InQuery>(config, script).await.expect("200").into_iter().map(|seen| seen.line).collect();
    assert_eq!(lines, ["GET /things/1?api%20key=k HTTP/1.1"; 2]);
}

#[tokio::test]
async fn the_first_scheme_with_an_identity_is_used() {
    let bearer = || none().bearer_token(Token::new("t", None));
    let basic = "Basic YTpi";
    assert_eq!(authorization::<Several>(bearer()).await.as_deref(), Some("Bearer t"));
    assert_eq!(
        authorization::<Several>(bearer().basic_auth_login(Login::new("a", "b", None))).await.as_deref(),
        Some(basic)
    );
    let all = || bearer().basic_auth_login(Login::new("a", "b", None)).api_key("k".into());
    assert_eq!(seen::<Several>(all()).await.expect("200").header("x-key"), Some("k"));
    let preferred = all().auth_scheme_preference([AuthSchemeId::new("httpBasicAuth")]);
    assert_eq!(authorization::<Several>(preferred).await.as_deref(), Some(basic));
    assert_eq!(authorization::<Optional>(none()).await, None);
    assert_eq!(authorization::<Optional>(login("a", "b")).await.as_deref(), Some(basic));
}

#[tokio::test]
async fn what_is_missing_is_said_with_the_settings_that_would_do() {
    let error = refusal::<Several>(none()).await;
    let setters = "set one of `api_key`, `basic_auth_login`, `bearer_token` in the client's config";
    assert_eq!(error, format!("GetThing: nothing says who calls: {setters}"));
    let error = refusal::<Bear>(none()).await;
    assert_eq!(error, "GetThing: nothing says who calls: set `bearer_token` in the client's config");
    assert_eq!(authorization::<Several>(none().allow_no_auth()).await, None);
}

#[tokio::test]
async fn secrets_go_over_tls_only_and_are_not_shown() {
    let config = none()
        .basic_auth_login(Login::new("a", "hush", None))
        .api_key("hush".into())
        .bearer_token("hush".into())
        .endpoint_url("http://service.example.com")
        .build();
    assert!(!format!("{config:?}").contains("hush"), "{config:?}");
    for (error, secret) in [
        (Handle::plain(&SERVICE, config.clone()).send(&mut Basic).await, "a password"),
        (Handle::plain(&SERVICE, config.clone()).send(&mut InQuery).await, "an API key"),
        (Handle::plain(&SERVICE, config.clone()).send(&mut Bear).await, "a bearer token"),
    ] {
        let error = error.expect_err("refused");
        let text = format!("{error} {error:?}");
        assert!(text.contains(&format!("{secret} is sent over https only")) && !text.contains("hush"), "{text}");
        assert!(text.contains("`allow_logins_over_http`"), "{text}");
    }
}

#[tokio::test]
async fn secrets_go_over_http_where_the_program_says_so() {
    let sent = Arc::new(AtomicU32::new(0));
    let count = sent.clone();
    let answers = transport(move |request| {
        count.fetch_add(u32::from(request.headers().get("authorization") == Some("Bearer hush")), Ordering::Relaxed);
        Ok(response(200, "{}"))
    });
    let config = none().bearer_token("hush".into()).endpoint_url("http://service.example.com").http_client(answers);
    let config = config.allow_logins_over_http().build();
    Handle::plain(&SERVICE, config.clone()).send(&mut Bear).await.expect("200");
    // One call can be more careful than its client.
    let mut careful = config.to_builder();
    careful.set_allow_logins_over_http(Some(false));
    let error = Handle::plain(&SERVICE, careful.build()).send(&mut Bear).await.expect_err("refused");
    assert!(error.to_string().contains("over https only"), "{error}");
    assert_eq!(sent.load(Ordering::Relaxed), 1);
}

/// Counts how often it is asked.
#[derive(Clone, Debug, Default)]
struct Counting(Arc<AtomicU32>);

impl ResolveIdentity for Counting {
    fn resolve_identity<'a>(&'a self, _: &'a RuntimeComponents, _: &'a ConfigBag) -> IdentityFuture<'a> {
        let count = self.0.fetch_add(1, Ordering::SeqCst) + 1;
        IdentityFuture::ready(Ok(Identity::new(Token::new(format!("t{count}"), None), None)))
    }
}

#[tokio::test]
async fn what_a_resolver_gives_is_kept() {
    let server = Server::start(vec![Reply::Http(200, "", "{}"); 3]).await;
    let resolver = Counting::default();
    let config = none().bearer_token_resolver(resolver.clone()).endpoint_url(&server.url).build();
    let handle = Handle::plain(&SERVICE, config);
    handle.send(&mut Bear).await.expect("200");
    handle.send(&mut Bear).await.expect("200");
    let other = handle.with_override(none().bearer_token("mine".into()).into());
    other.send(&mut Bear).await.expect("200");
    let sent: Vec<_> = server.seen().iter().map(|seen| seen.header("authorization").map(str::to_owned)).collect();
    assert_eq!(sent, ["Bearer t1", "Bearer t1", "Bearer mine"].map(|sent| Some(sent.to_owned())));
    assert_eq!(resolver.0.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_resolver_of_something_else_is_named() {
    let error = refusal::<Basic>(none().basic_auth_login_resolver(Token::new("hush", None))).await;
    assert!(error.contains("could not load what `basic_auth_login` stands for") && !error.contains("hush"), "{error}");
}

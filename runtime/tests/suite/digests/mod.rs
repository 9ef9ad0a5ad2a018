//! Digests of passwords: what is answered, how answers are numbered, and what other calls change about it.

use crate::support;
use crate::support::SERVICE;
use crate::support::server::{Reply, Seen, Server};
use aws_smithy_runtime_api::client::interceptors::context::{
    BeforeDeserializationInterceptorContextRef, BeforeTransmitInterceptorContextMut,
    BeforeTransmitInterceptorContextRef, FinalizerInterceptorContextRef,
};
use config::{Builder, Config, Login};
use sdk_runtime::Handle;
use sdk_runtime::config::{ConfigBag, Intercept, RuntimeComponents};
use sdk_runtime::declare::{Auth, Scheme};
use sdk_runtime::error::BoxError;
use std::sync::{Arc, Mutex};

mod meanwhile;

/// The settings of a crate whose service takes digests.
mod config {
    sdk_runtime::plain_config!(digest_auth_login);
}

support::asking! {
    Digest: Auth { schemes: &[Scheme::Digest], optional: false };
}

/// A parameter of the digest that a request has.
fn param(seen: &Seen, name: &str) -> Option<String> {
    let params = seen.header("authorization")?.strip_prefix("Digest ").expect("a digest").split(", ");
    let mut found = params.filter_map(|param| param.split_once('=')).filter(|(known, _)| *known == name);
    found.next().map(|(_, value)| value.trim_matches('"').to_owned())
}

/// Which nonce, the how-manieth request with it and whose response each of the requests has; nothing for one without.
fn digests(seen: &[Seen]) -> Vec<String> {
    let digest = |seen: &Seen| {
        let Some(sent) = seen.header("authorization") else { return String::new() };
        let param = |name: &str| param(seen, name).unwrap_or_default();
        assert_eq!((param("username"), param("uri")), ("me".to_owned(), "/things/1".to_owned()), "{sent}");
        assert_eq!(param("response").len(), 64, "{sent}");
        assert!(!sent.contains("hush"), "{sent}");
        format!("{} {}", param("nonce"), param("nc"))
    };
    seen.iter().map(digest).collect()
}

fn challenge(nonce: char) -> Reply {
    let header: &'static str = match nonce {
        'a' => {
            "www-authenticate: Basic realm=\"r\", Digest realm=\"r\", nonce=\"a\", qop=\"auth\", algorithm=SHA-256\r\n"
        }
        'b' => "www-authenticate: Digest realm=\"r\", nonce=\"b\", qop=\"auth\", algorithm=SHA-256, stale=true\r\n",
        _ => "www-authenticate: Digest realm=\"other\", nonce=\"c\", qop=\"auth\", algorithm=SHA-256\r\n",
    };
    Reply::Http(401, header, "{}")
}

fn ok() -> Reply {
    Reply::Http(200, "", "{}")
}

fn digesting() -> Builder {
    Config::builder()
        .digest_auth_login(Login::new("me", "hush", None))
        .retry_config(config::retry::RetryConfig::disabled())
}

#[tokio::test]
async fn a_challenge_is_answered_and_kept_until_the_service_has_another() {
    let server = Server::start(vec![challenge('a'), ok(), ok(), challenge('b'), ok(), ok()]).await;
    let handle = Handle::plain(&SERVICE, digesting().endpoint_url(&server.url).build());
    for _ in 0..4 {
        handle.send(&mut Digest).await.expect("200");
    }
    let sent = digests(&server.seen());
    assert_eq!(sent, ["", "a 00000001", "a 00000002", "a 00000003", "b 00000001", "b 00000002"]);
}

#[tokio::test]
async fn a_wrong_password_is_tried_once() {
    let server = Server::start(vec![challenge('a'), challenge('a'), ok(), ok()]).await;
    let handle = Handle::plain(&SERVICE, digesting().endpoint_url(&server.url).build());
    let error = handle.send(&mut Digest).await.expect_err("401");
    assert!(error.to_string().contains("HTTP 401") && !format!("{error:?}").contains("hush"), "{error:?}");
    handle.send(&mut Digest).await.expect("200");
    assert_eq!(digests(&server.seen()), ["", "a 00000001", ""]);
}

#[tokio::test]
async fn a_refusal_without_a_challenge_that_is_known_is_final_and_says_why() {
    for (header, why) in [
        ("", "the service asks for no digest"),
        ("www-authenticate: Digest realm=\"r\", nonce=\"n\", algorithm=SHA-1\r\n", "the algorithm `SHA-1`"),
    ] {
        let seen = Server::start(vec![Reply::Http(401, header, "{}"), ok()]).await;
        let handle = Handle::plain(&SERVICE, digesting().endpoint_url(&seen.url).build());
        let error = handle.send(&mut Digest).await.expect_err("401");
        assert!(error.to_string().contains(why) && error.to_string().contains("HTTP 401"), "{error}");
        assert!(error.as_service_error().is_some());
        assert_eq!(digests(&seen.seen()), [""]);
    }
    // Of a login that was refused nothing is to be said, and the next call begins anew.
    let server = Server::start(vec![challenge('a'), ok(), Reply::Http(401, "", "{}"), ok()]).await;
    let handle = Handle::plain(&SERVICE, digesting().endpoint_url(&server.url).build());
    handle.send(&mut Digest).await.expect("200");
    let error = handle.send(&mut Digest).await.expect_err("401").to_string();
    assert!(!error.contains("digest"), "{error}");
    handle.send(&mut Digest).await.expect("200");
    assert_eq!(digests(&server.seen()), ["", "a 00000001", "a 00000002", ""]);
}

/// Puts a body in the request's place that can be sent once only.
#[derive(Debug)]
struct Once;

impl Intercept for Once {
    fn name(&self) -> &'static str {
        "Once"
    }

    fn modify_before_retry_loop(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let body = http_body_util::Full::new(bytes::Bytes::from_static(b"{}"));
        *context.request_mut().body_mut() = aws_smithy_types::body::SdkBody::from_body_1_x(body);
        Ok(())
    }
}

#[tokio::test]
async fn a_body_that_can_be_sent_once_is_answered_for_by_the_next_call() {
    let server = Server::start(vec![challenge('a'), ok()]).await;
    let handle = Handle::plain(&SERVICE, digesting().interceptor(Once).endpoint_url(&server.url).build());
    let error = handle.send(&mut Digest).await.expect_err("401").to_string();
    assert!(error.contains("the body can be sent once only") && error.contains("call again"), "{error}");
    handle.send(&mut Digest).await.expect("200");
    assert_eq!(digests(&server.seen()), ["", "a 00000002"]);
}

#[tokio::test]
async fn each_answer_has_a_nonce_of_its_own() {
    let server = Server::start(vec![challenge('a'), ok(), ok()]).await;
    let handle = Handle::plain(&SERVICE, digesting().endpoint_url(&server.url).build());
    handle.send(&mut Digest).await.expect("200");
    handle.send(&mut Digest).await.expect("200");
    let own = |index: usize| param(&server.seen()[index], "cnonce").expect("it is there");
    assert!(own(1).len() == 32 && own(1) != own(2), "{} {}", own(1), own(2));
}

#[tokio::test]
async fn a_sessions_digest_keeps_its_first_nonce() {
    let header = "www-authenticate: Digest realm=\"r\", nonce=\"a\", qop=\"auth\", algorithm=SHA-256-sess\r\n";
    let server = Server::start(vec![Reply::Http(401, header, "{}"), ok(), ok()]).await;
    let handle = Handle::plain(&SERVICE, digesting().endpoint_url(&server.url).build());
    handle.send(&mut Digest).await.expect("200");
    handle.send(&mut Digest).await.expect("200");
    let sent = server.seen();
    assert_eq!(digests(&sent), ["", "a 00000001", "a 00000002"]);
    assert_eq!(param(&sent[1], "cnonce"), param(&sent[2], "cnonce"));
    assert_ne!(param(&sent[1], "response"), param(&sent[2], "response"));
}

#[tokio::test]
async fn a_login_that_was_refused_is_not_sent_again() {
    // The service doesn't call the nonce stale, so that it is the login that is wrong.
    let fresh = "www-authenticate: Digest realm=\"r\", nonce=\"d\", qop=\"auth\", algorithm=SHA-256, stale=false\r\n";
    let server = Server::start(vec![challenge('a'), ok(), Reply::Http(401, fresh, "{}"), ok()]).await;
    let handle = Handle::plain(&SERVICE, digesting().endpoint_url(&server.url).build());
    handle.send(&mut Digest).await.expect("200");
    let wrong = Builder::new().digest_auth_login(Login::new("me", "wrong", None));
    handle.with_override(wrong.into()).send(&mut Digest).await.expect_err("401");
    handle.send(&mut Digest).await.expect("200");
    assert_eq!(digests(&server.seen()), ["", "a 00000001", "a 00000002", ""]);
}

#[tokio::test]
async fn a_nonce_that_comes_back_is_counted_on() {
    // As two servers behind one name have it, each with a nonce of its own.
    let again = "www-authenticate: Digest realm=\"r\", nonce=\"a\", qop=\"auth\", algorithm=SHA-256, stale=true\r\n";
    let server =
        Server::start(vec![challenge('a'), ok(), challenge('b'), ok(), Reply::Http(401, again, "{}"), ok()]).await;
    let handle = Handle::plain(&SERVICE, digesting().endpoint_url(&server.url).build());
    for _ in 0..3 {
        handle.send(&mut Digest).await.expect("200");
    }
    let sent = digests(&server.seen());
    assert_eq!(sent, ["", "a 00000001", "a 00000002", "b 00000001", "b 00000002", "a 00000003"]);
}

#[tokio::test]
async fn a_digest_goes_over_tls_only_unless_the_program_says_otherwise() {
    let asked = Arc::new(Mutex::new(Vec::new()));
    let keeps = asked.clone();
    let answers = sdk_doubles::transport(move |request| {
        keeps.lock().expect("no test panics with it").push(request.headers().contains_key("authorization"));
        let mut answer = sdk_doubles::response(401, "{}");
        answer.headers_mut().insert("www-authenticate", "Digest realm=\"r\", nonce=\"a\"");
        Ok(answer)
    });
    let config = digesting().endpoint_url("http://service.example.com").http_client(answers);
    let error =
        Handle::plain(&SERVICE, config.clone().build()).send(&mut Digest).await.expect_err("refused").to_string();
    assert!(error.contains("a digest of a password is sent over https only"), "{error}");
    assert!(error.contains("`allow_logins_over_http`"), "{error}");
    let asked = || std::mem::take(&mut *asked.lock().expect("no test panics with it"));
    assert!(asked().is_empty());
    let allows = Handle::plain(&SERVICE, config.allow_logins_over_http().build());
    allows.send(&mut Digest).await.expect_err("401");
    assert_eq!(asked(), [false, true]);
}

/// Notes some of the hooks that run, each by a letter.
#[derive(Clone, Debug, Default)]
struct Notes(Arc<Mutex<String>>);

macro_rules! notes {
    ($($hook:ident: $context:ident = $letter:literal;)+) => {
        impl Intercept for Notes {
            fn name(&self) -> &'static str {
                "Notes"
            }

            $(
                fn $hook(&self, _: &$context<'_>, _: &RuntimeComponents, _: &mut ConfigBag) -> Result<(), BoxError> {
                    self.0.lock().expect("no test panics with it").push($letter);
                    Ok(())
                }
            )+
        }
    };
}

notes! {
    read_before_attempt: BeforeTransmitInterceptorContextRef = '(';
    read_before_signing: BeforeTransmitInterceptorContextRef = 's';
    read_before_transmit: BeforeTransmitInterceptorContextRef = 't';
    read_after_transmit: BeforeDeserializationInterceptorContextRef = 'r';
    read_after_attempt: FinalizerInterceptorContextRef = ')';
}

#[tokio::test]
async fn an_attempt_is_one_to_interceptors_however_often_it_is_sent() {
    let unavailable = Reply::Http(503, "", "{}");
    let server = Server::start(vec![challenge('a'), unavailable, ok()]).await;
    let notes = Notes::default();
    let config = Config::builder().digest_auth_login(Login::new("me", "hush", None)).interceptor(notes.clone());
    let config = config.sleep_impl(support::time::Noted::new()).endpoint_url(&server.url);
    Handle::plain(&SERVICE, config.build()).send(&mut Digest).await.expect("200");
    assert_eq!(*notes.0.lock().expect("it is not locked"), "(strstr)(str)");
    assert_eq!(digests(&server.seen()), ["", "a 00000001", "a 00000002"]);
}

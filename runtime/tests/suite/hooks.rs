//! Interceptors: every hook runs, in the documented order, and what it changes or refuses counts.

use crate::support::server::{Reply, Server};
use crate::support::time::Noted;
use crate::support::{SERVICE, config, get};
use aws_smithy_runtime_api::client::auth::{AuthScheme, AuthSchemeEndpointConfig, AuthSchemeId};
use aws_smithy_runtime_api::client::interceptors::context::{
    BeforeDeserializationInterceptorContextMut, BeforeDeserializationInterceptorContextRef,
    BeforeSerializationInterceptorContextRef, BeforeTransmitInterceptorContextMut, BeforeTransmitInterceptorContextRef,
    FinalizerInterceptorContextRef, Input, InterceptorContext,
};
use aws_smithy_runtime_api::client::interceptors::disable_interceptor;
use aws_smithy_runtime_api::client::retries::RetryStrategy;
use sdk_runtime::Handle;
use sdk_runtime::config::http::HttpRequest;
use sdk_runtime::config::{ConfigBag, Credentials, Intercept, ResolveCachedIdentity, RuntimeComponents};
use sdk_runtime::error::{BoxError, SdkError};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};

/// Notes the hooks that run, says so in a header or a body where it can, and refuses at one.
#[derive(Clone, Debug, Default)]
struct Notes {
    hooks: Arc<Mutex<Vec<&'static str>>>,
    refuses: Option<&'static str>,
}

impl Notes {
    fn note(&self, hook: &'static str) -> Result<(), BoxError> {
        self.hooks.lock().expect("no test panics with it").push(hook);
        if self.refuses == Some(hook) { Err("not so".into()) } else { Ok(()) }
    }

    fn hooks(&self) -> Vec<&'static str> {
        std::mem::take(&mut *self.hooks.lock().expect("no test panics with it"))
    }
}

macro_rules! reads {
    ($($hook:ident: $context:ident;)+) => { $(
        fn $hook(&self, _: &$context<'_>, _: &RuntimeComponents, _: &mut ConfigBag) -> Result<(), BoxError> {
            self.note(stringify!($hook))
        }
    )+ };
}

macro_rules! changes {
    ($($hook:ident)+) => { $(
        fn $hook(
            &self,
            context: &mut BeforeTransmitInterceptorContextMut<'_>,
            _: &RuntimeComponents,
            _: &mut ConfigBag,
        ) -> Result<(), BoxError> {
            context.request_mut().headers_mut().append(concat!("x-", stringify!($hook)), "yes");
            self.note(stringify!($hook))
        }
    )+ };
}

impl Intercept for Notes {
    fn name(&self) -> &'static str {
        "Notes"
    }

    fn read_before_execution(
        &self,
        _: &BeforeSerializationInterceptorContextRef<'_>,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        self.note("read_before_execution")
    }

    fn modify_before_deserialization(
        &self,
        context: &mut BeforeDeserializationInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        *context.response_mut().body_mut() = r#"{"by":"the hook"}"#.into();
        self.note("modify_before_deserialization")
    }

    reads! {
        read_after_serialization: BeforeTransmitInterceptorContextRef;
        read_before_attempt: BeforeTransmitInterceptorContextRef;
        read_before_signing: BeforeTransmitInterceptorContextRef;
        read_after_signing: BeforeTransmitInterceptorContextRef;
        read_before_transmit: BeforeTransmitInterceptorContextRef;
        read_after_transmit: BeforeDeserializationInterceptorContextRef;
        read_before_deserialization: BeforeDeserializationInterceptorContextRef;
        read_after_attempt: FinalizerInterceptorContextRef;
        read_after_execution: FinalizerInterceptorContextRef;
    }

    changes! { modify_before_retry_loop modify_before_signing modify_before_transmit }
}

const BEFORE: [&str; 3] = ["read_before_execution", "read_after_serialization", "modify_before_retry_loop"];
const ATTEMPT: [&str; 10] = [
    "read_before_attempt",
    "modify_before_signing",
    "read_before_signing",
    "read_after_signing",
    "modify_before_transmit",
    "read_before_transmit",
    "read_after_transmit",
    "modify_before_deserialization",
    "read_before_deserialization",
    "read_after_attempt",
];

#[tokio::test]
async fn every_hook_runs_in_its_order_and_what_it_changes_is_sent() {
    let server = Server::start(vec![Reply::Http(503, "", ""), Reply::Http(200, "", "{}")]).await;
    let notes = Notes::default();
    let settings = config(&server.url).sleep_impl(Noted::new()).interceptor(notes.clone());
    let answer =
        Handle::new(&SERVICE, settings.build()).send(&mut get("1")).await.expect("the second attempt succeeds");
    assert_eq!(notes.hooks(), [&BEFORE[..], &ATTEMPT, &ATTEMPT, &["read_after_execution"]].concat());
    assert_eq!(answer.0["by"], "the hook");
    for seen in server.seen() {
        let signed = seen.header("authorization").expect("it is signed");
        for (name, is_signed) in [
            ("x-modify_before_retry_loop", true),
            ("x-modify_before_signing", true),
            ("x-modify_before_transmit", false),
        ] {
            assert_eq!(seen.headers.iter().filter(|(known, _)| known == name).count(), 1, "each attempt begins anew");
            assert_eq!(signed.contains(name), is_signed, "{name} in {signed}");
        }
    }
}

#[tokio::test]
async fn an_error_of_any_hook_ends_the_call() {
    let all = [&BEFORE[..], &ATTEMPT, &["read_after_execution"]].concat();
    for (index, hook) in all.iter().enumerate() {
        let server = Server::start(vec![Reply::Http(200, "", "{}")]).await;
        let notes = Notes { refuses: Some(*hook), ..Notes::default() };
        let settings = config(&server.url).interceptor(notes.clone());
        let error = Handle::new(&SERVICE, settings.build()).send(&mut get("1")).await.expect_err("it refuses");
        assert!(error.to_string().contains("interceptor `Notes` failed: not so"), "{hook}: {error}");
        assert_eq!(notes.hooks()[..=index], all[..=index]);
        let was_sent = index >= 9;
        assert_eq!(server.seen().len(), usize::from(was_sent), "{hook}");
        let of_answer = (9..12).contains(&index);
        assert_eq!(matches!(error, SdkError::ResponseError(_)), of_answer, "{hook}: {error:?}");
    }
}

#[derive(Debug)]
struct Disables;

impl Intercept for Disables {
    fn name(&self) -> &'static str {
        "Disables"
    }

    fn read_before_execution(
        &self,
        _: &BeforeSerializationInterceptorContextRef<'_>,
        bag: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        bag.interceptor_state().store_put(disable_interceptor::<Notes>("the test says so"));
        Ok(())
    }
}

#[tokio::test]
async fn an_interceptor_that_another_disables_does_not_run() {
    let server = Server::start(vec![Reply::Http(200, "", "{}")]).await;
    let notes = Notes::default();
    let settings = config(&server.url).interceptor(Disables).interceptor(notes.clone());
    Handle::new(&SERVICE, settings.build()).send(&mut get("1")).await.expect("200");
    assert!(notes.hooks().is_empty());
}

/// Asks the components that hooks are handed, as the AWS SDK for Rust's own interceptors may.
#[derive(Clone, Debug, Default)]
struct Asks(Arc<Mutex<Vec<String>>>);

impl Intercept for Asks {
    fn name(&self) -> &'static str {
        "Asks"
    }

    fn read_before_attempt(
        &self,
        _: &BeforeTransmitInterceptorContextRef<'_>,
        components: &RuntimeComponents,
        bag: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let scheme = components.auth_scheme(AuthSchemeId::new("sigv4")).ok_or("no scheme")?;
        let resolver = scheme.identity_resolver(components).ok_or("no resolver")?;
        let cache = components.identity_cache();
        let mut asked = std::pin::pin!(cache.resolve_cached_identity(resolver, components, bag));
        let Poll::Ready(identity) = asked.as_mut().poll(&mut Context::from_waker(Waker::noop())) else {
            return Err("credentials that are at hand are given at once".into());
        };
        let identity = identity?;
        // The send path signs by itself; who asks for a signature here is told so rather than left without one.
        let mut unsigned = HttpRequest::new("".into());
        let settings = AuthSchemeEndpointConfig::empty();
        let signed = scheme.signer().sign_http_request(&mut unsigned, &identity, settings, components, bag);
        let refused = signed.err().ok_or("it was signed")?.to_string();
        let key = identity.data::<Credentials>().map(Credentials::access_key_id).unwrap_or_default().to_owned();
        let retries = components.retry_strategy();
        let first = retries.should_attempt_initial_request(components, bag)?;
        let context = InterceptorContext::new(Input::erase(()));
        let next = retries.should_attempt_retry(&context, components, bag)?;
        let mut said = self.0.lock().expect("no test panics with it");
        said.extend([key, format!("{first:?}"), format!("{next:?}"), refused]);
        Ok(())
    }
}

#[tokio::test]
async fn hooks_are_handed_components_that_answer() {
    let server = Server::start(vec![Reply::Http(200, "", "{}")]).await;
    let asks = Asks::default();
    let handle = Handle::new(&SERVICE, config(&server.url).interceptor(asks.clone()).build());
    handle.send(&mut get("1")).await.expect("200");
    assert_eq!(
        *asks.0.lock().expect("it is not locked"),
        ["AKIDEXAMPLE", "Yes", "No", "this component is decided within the send path and cannot be asked"]
    );
}

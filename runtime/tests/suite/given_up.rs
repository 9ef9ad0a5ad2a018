//! Calls that are given up half-way: what they held is there for others.

use crate::support::server::{Reply, Server};
use crate::support::{SERVICE, config, get};
use aws_credential_types::provider::future;
use sdk_runtime::Handle;
use sdk_runtime::config::retry::RetryConfig;
use sdk_runtime::config::{
    AsyncSleep, Credentials, IdentityCache, ProvideCredentials, SharedCredentialsProvider, Sleep,
};
use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

/// Ends waits at once, or never.
#[derive(Clone, Debug, Default)]
struct Waits {
    for_ever: Arc<AtomicBool>,
    begun: Arc<AtomicUsize>,
}

impl AsyncSleep for Waits {
    fn sleep(&self, duration: Duration) -> Sleep {
        // Deadlines are longer.
        if duration >= Duration::from_secs(20) {
            return Sleep::new(std::future::pending());
        }
        self.begun.fetch_add(1, Ordering::SeqCst);
        match self.for_ever.load(Ordering::SeqCst) {
            true => Sleep::new(std::future::pending()),
            false => Sleep::new(async {}),
        }
    }
}

/// Runs a call until it waits, then drops it.
async fn give_up<T>(call: impl Future<Output = T>) {
    let given_up = tokio::time::timeout(Duration::from_millis(5), call).await;
    assert!(given_up.is_err(), "it waits");
}

#[tokio::test]
async fn calls_given_up_while_they_wait_for_their_turn_hold_up_no_others() {
    let throttled = Reply::Http(429, "", "{}");
    let server = Server::start(vec![throttled, Reply::Http(200, "", "{}"), Reply::Http(200, "", "{}")]).await;
    let waits = Waits::default();
    let retries = RetryConfig::adaptive().with_max_attempts(2);
    let handle = Handle::new(&SERVICE, config(&server.url).sleep_impl(waits.clone()).retry_config(retries).build());
    handle.send(&mut get("1")).await.expect("the second attempt is answered");
    waits.for_ever.store(true, Ordering::SeqCst);
    let begun = waits.begun.load(Ordering::SeqCst);
    for _ in 0..200 {
        let mut input = get("1");
        let mut call = pin!(handle.send(&mut input));
        let mut context = Context::from_waker(Waker::noop());
        assert!(matches!(call.as_mut().poll(&mut context), Poll::Pending));
    }
    let waited = waits.begun.load(Ordering::SeqCst) - begun;
    assert!(waited >= 199, "{waited} of 200 calls waited for their turn");
    waits.for_ever.store(false, Ordering::SeqCst);
    let begun = waits.begun.load(Ordering::SeqCst);
    handle.send(&mut get("1")).await.expect("200");
    assert!(waits.begun.load(Ordering::SeqCst) - begun <= 1, "its turn comes next");
}

#[tokio::test]
async fn calls_given_up_before_their_repetition_leave_the_quota_as_it_was() {
    let mut script = vec![Reply::Http(500, "", "{}"); 121];
    script.push(Reply::Http(200, "", "{}"));
    let server = Server::start(script).await;
    let waits = Waits::default();
    let handle = Handle::new(&SERVICE, config(&server.url).sleep_impl(waits.clone()).build());
    waits.for_ever.store(true, Ordering::SeqCst);
    // 500 tokens are enough for 100 repetitions of 5.
    for number in 0..120 {
        let mut input = get("1");
        let mut call = Box::pin(handle.send(&mut input));
        while waits.begun.load(Ordering::SeqCst) <= number {
            let polled = tokio::time::timeout(Duration::from_millis(2), call.as_mut()).await;
            assert!(polled.is_err(), "it waits for its second attempt");
        }
    }
    waits.for_ever.store(false, Ordering::SeqCst);
    handle.send(&mut get("1")).await.expect("there are tokens for a second attempt");
    assert_eq!(server.seen().len(), 122);
}

/// Gives credentials from the second load on; the first takes for ever.
#[derive(Clone, Debug, Default)]
struct Hanging(Arc<AtomicUsize>);

impl ProvideCredentials for Hanging {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        let load = self.0.fetch_add(1, Ordering::SeqCst);
        future::ProvideCredentials::new(async move {
            if load == 0 {
                std::future::pending::<()>().await;
            }
            Ok(Credentials::new("id", "secret", None, None, "test"))
        })
    }
}

#[tokio::test]
async fn who_waits_for_a_load_that_is_given_up_loads_anew() {
    for cached in [None, Some(IdentityCache::lazy().build())] {
        let server = Server::start(vec![Reply::Http(200, "", "{}"); 2]).await;
        let provider = Hanging::default();
        let mut config = config(&server.url);
        config.set_credentials_provider(Some(SharedCredentialsProvider::new(provider.clone())));
        if let Some(cache) = cached {
            config.set_identity_cache(cache);
        }
        let handle = Handle::new(&SERVICE, config.build());
        let (leading, waiting) = (handle.clone(), handle);
        let (mut first, mut second) = (get("1"), get("2"));
        let (_, answered) = tokio::join!(give_up(leading.send(&mut first)), waiting.send(&mut second));
        answered.expect("200");
        assert_eq!(provider.0.load(Ordering::SeqCst), 2);
    }
}

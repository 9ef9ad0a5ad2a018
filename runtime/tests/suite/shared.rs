//! What the calls of a client share, its clones and overrides included: the quota of repetitions, the service's clock,
//! credentials, connections.

use crate::support::network::{Network, Says};
use crate::support::{CreateThing, SERVICE, get};
use Says::{Broken, Http, Late, Passing};
use aws_credential_types::provider::future;
use sdk_doubles::Clock;
use sdk_runtime::Handle;
use sdk_runtime::config::retry::{
    RetryBehavior::{V2_0, V2_1},
    RetryConfig,
};
use sdk_runtime::config::{Builder, Credentials, IdentityCache, ProvideCredentials, Region, SharedCredentialsProvider};
use sdk_runtime::error::ProvideErrorMetadata;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};

const OK: Says = Http(200, "", "");
const DOWN: Says = Http(500, "", "");
const THROTTLED: Says = Http(429, "", "");

#[tokio::test]
async fn a_client_whose_service_is_down_soon_stops_repeating_and_begins_again_as_calls_succeed() {
    // 500 tokens; a repetition takes 14, after throttling 5. By the former rules it takes 5, after a broken connection or a
    // deadline 10.
    let newest = [(DOWN, 35), (THROTTLED, 100), (Broken, 35), (Late, 35), (Passing, 35)].map(|says| (V2_1, says));
    let former = [(DOWN, 100), (THROTTLED, 100), (Broken, 50), (Late, 50), (Passing, 50)].map(|says| (V2_0, says));
    for (behavior, (down, repetitions)) in newest.into_iter().chain(former) {
        let network = Network::new(&[down]);
        let handle = Handle::new(&SERVICE, network.config().retry_behavior(behavior).build());
        let mut repeated = 0;
        for _ in 0..60 {
            repeated += network.attempts(&handle).await - 1;
        }
        assert_eq!(repeated, repetitions, "{down:?} {behavior:?}");
        assert_eq!(network.attempts(&handle.with_override(Builder::new().region(Region::new("eu-west-1")))).await, 1);
        network.says(&[OK]);
        for _ in 0..10 {
            assert_eq!(network.attempts(&handle).await, 1);
        }
        network.says(&[down]);
        assert!(
            network.attempts(&handle).await > 1,
            "ten successes are enough for a repetition: {down:?} {behavior:?}"
        );
        assert_eq!(network.attempts(&handle).await, 1, "{down:?} {behavior:?}");
        network.says(&[OK]);
        for _ in 0..10 {
            network.attempts(&handle).await;
        }
        network.says(&[down, OK]);
        assert_eq!(network.attempts(&handle).await, 2);
        network.says(&[down]);
        assert!(network.attempts(&handle).await > 1, "a repetition that succeeds costs nothing: {down:?} {behavior:?}");
    }
}

#[tokio::test]
async fn successes_fill_the_quota_no_further_than_it_was() {
    let network = Network::new(&[OK]);
    let handle = network.handle();
    for _ in 0..50 {
        network.attempts(&handle).await;
    }
    network.says(&[DOWN]);
    let mut repeated = 0;
    for _ in 0..60 {
        repeated += network.attempts(&handle).await - 1;
    }
    assert_eq!(repeated, 35);
}

const LATER: Says = Http(403, "RequestTimeTooSkewed", "Wed, 21 Oct 2026 07:28:00 GMT");

#[tokio::test]
async fn the_services_clock_is_learnt_once_for_all_calls() {
    let clock = Clock::at(1_700_000_000);
    let network = Network::new(&[LATER, OK]);
    let handle = Handle::new(&SERVICE, network.config().time_source(clock).build());
    handle.send(&mut CreateThing { body: "" }).await.expect("what was refused had no effect and is repeated");
    handle.clone().send(&mut get("1")).await.expect("200");
    handle.with_override(Builder::new().region(Region::new("eu-west-1"))).send(&mut get("1")).await.expect("200");
    let dates: Vec<_> = network.asked().iter().map(|headers| headers["x-amz-date"].clone()).collect();
    assert_eq!(dates, ["20231114T221320Z", "20261021T072800Z", "20261021T072800Z", "20261021T072800Z"]);
}

#[tokio::test]
async fn a_clock_that_is_to_be_left_alone_is() {
    let network = Network::new(&[LATER, OK]);
    let settings = network.config().time_source(Clock::at(1_700_000_000));
    let handle = Handle::new(&SERVICE, settings.disable_clock_skew_correction(true).build());
    let error = handle.send(&mut get("1")).await.expect_err("the service refuses it");
    assert_eq!(error.code(), Some("RequestTimeTooSkewed"));
    assert_eq!(network.asked().len(), 1);
}

/// Gives other credentials at each load.
#[derive(Clone, Debug, Default)]
struct Loads(Arc<AtomicUsize>, Option<Duration>);

impl ProvideCredentials for Loads {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        let number = self.0.fetch_add(1, Ordering::SeqCst) + 1;
        let expiry = self.1.map(|span| SystemTime::UNIX_EPOCH + span);
        future::ProvideCredentials::ready(Ok(Credentials::new(format!("ID{number}"), "secret", None, expiry, "test")))
    }
}

/// The access key of each request.
fn keys(network: &Network) -> Vec<String> {
    let key = |headers: &http::HeaderMap| {
        let text = headers["authorization"].to_str().expect("it is text").to_owned();
        let (_, rest) = text.split_once("Credential=").expect("it is signed");
        rest.split('/').next().unwrap_or_default().to_owned()
    };
    network.asked().iter().map(key).collect()
}

fn loading(network: &Network, expires: bool) -> Builder {
    let mut settings = network.config();
    let loads = Loads(Arc::default(), expires.then_some(Duration::from_secs(1 << 40)));
    settings.set_credentials_provider(Some(SharedCredentialsProvider::new(loads)));
    settings
}

const EXPIRED: Says = Http(403, "ExpiredTokenException", "");

#[tokio::test]
async fn credentials_are_loaded_once_for_all_calls_and_anew_where_they_or_the_clock_change() {
    let network = Network::new(&[OK]);
    let handle = Handle::new(&SERVICE, loading(&network, true).build());
    handle.send(&mut get("1")).await.expect("200");
    for (changes, key) in [
        (Builder::new(), "ID1"),
        (Builder::new().region(Region::new("eu-west-1")), "ID1"),
        (Builder::new().time_source(Clock::at(1_700_000_000)), "ID2"),
        (Builder::new().credentials_provider(Credentials::new("OTHER", "secret", None, None, "test")), "OTHER"),
    ] {
        network.asked();
        handle.with_override(changes).send(&mut get("1")).await.expect("200");
        assert_eq!(keys(&network), [key]);
    }
}

#[tokio::test]
async fn credentials_that_a_service_calls_expired_are_loaded_anew_once_a_call() {
    let network = Network::new(&[EXPIRED, OK]);
    let handle = Handle::new(&SERVICE, loading(&network, true).build());
    handle.send(&mut CreateThing { body: "" }).await.expect("what was refused had no effect");
    assert_eq!(keys(&network), ["ID1", "ID2"]);
    network.says(&[EXPIRED]);
    handle.send(&mut get("1")).await.expect_err("it is refused again");
    assert_eq!(keys(&network), ["ID2", "ID3"]);
    // What doesn't expire would be the same again, and what a program's cache holds isn't this client's.
    let fixed = loading(&network, false);
    for settings in [fixed, loading(&network, true).identity_cache(IdentityCache::lazy().build())] {
        let handle = Handle::new(&SERVICE, settings.build());
        handle.send(&mut get("1")).await.expect_err("it is refused");
        assert_eq!(keys(&network), ["ID1"]);
    }
}

#[tokio::test]
async fn what_a_call_may_do_at_most_is_told_to_the_service() {
    let network = Network::new(&[DOWN]);
    let retries = RetryConfig::standard().with_max_attempts(4);
    let handle = Handle::new(&SERVICE, network.config().retry_config(retries).build());
    handle.send(&mut get("1")).await.expect_err("it is down");
    let asked = network.asked();
    let counts: Vec<_> = asked.iter().map(|headers| headers["amz-sdk-request"].to_str().expect("text")).collect();
    assert_eq!(counts, ["attempt=1; max=4", "attempt=2; max=4", "attempt=3; max=4", "attempt=4; max=4"]);
    let ids: Vec<_> = asked.iter().map(|headers| &headers["amz-sdk-invocation-id"]).collect();
    assert!(ids.windows(2).all(|pair| pair[0] == pair[1]), "{ids:?}");
}

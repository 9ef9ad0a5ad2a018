//! What decides on repetitions: the program's own judges, the seed of the waits, the rate that adaptive mode learns.

use crate::support::judge::Always;
use crate::support::network::{Network, Says};
use crate::support::server::{Reply, Server};
use crate::support::time::Noted;
use crate::support::{SERVICE, config, get};
use aws_smithy_runtime_api::client::interceptors::context::InterceptorContext;
use aws_smithy_runtime_api::client::retries::classifiers::{ClassifyRetry, RetryAction};
use sdk_doubles::Clock;
use sdk_runtime::Handle;
use sdk_runtime::config::Builder;
use sdk_runtime::config::retry::RetryConfig;
use sdk_runtime::config::timeout::TimeoutConfig;
use sdk_runtime::error::ErrorMetadata;
use std::time::Duration;

const OK: Says = Says::Http(200, "", "");
const DOWN: Says = Says::Http(500, "", "");
const THROTTLED: Says = Says::Http(429, "", "");

#[tokio::test]
async fn of_several_judges_the_last_that_says_something_counts() {
    use RetryAction::{NoActionIndicated as Nothing, RetryForbidden as Never};
    let again = RetryAction::server_error;
    for (says, attempts) in [
        (vec![again(), Never], 1),
        (vec![Never, again()], 3),
        (vec![Never, Nothing], 1),
        (vec![Nothing, Never, Nothing, again(), Nothing], 3),
        (vec![Nothing, Nothing], 1),
    ] {
        let network = Network::new(&[Says::Http(404, "", "")]);
        let settings = says.iter().fold(network.config(), |config, says| config.retry_classifier(Always(says.clone())));
        assert_eq!(network.attempts(&Handle::new(&SERVICE, settings.build())).await, attempts, "{says:?}");
    }
}

/// Forbids what is a deadline's.
#[derive(Debug)]
struct NotForTime;

impl ClassifyRetry for NotForTime {
    fn classify_retry(&self, context: &InterceptorContext) -> RetryAction {
        match context.output_or_error() {
            Some(Err(error)) if error.is_timeout_error() => RetryAction::RetryForbidden,
            _ => RetryAction::NoActionIndicated,
        }
    }

    fn name(&self) -> &'static str {
        "NotForTime"
    }
}

#[tokio::test]
async fn a_judge_is_told_that_a_deadline_passed() {
    let server = Server::start(vec![Reply::Silence; 3]).await;
    let deadlines = TimeoutConfig::builder().operation_attempt_timeout(Duration::from_millis(50)).build();
    let settings = config(&server.url).timeout_config(deadlines).retry_classifier(NotForTime);
    let error = Handle::new(&SERVICE, settings.build()).send(&mut get("1")).await.expect_err("nobody answers");
    assert!(error.to_string().contains("attempt timeout"), "{error}");
    assert_eq!(server.seen().len(), 1);
}

/// Repeats one of the service's errors, by its code.
#[derive(Debug)]
struct ByCode(&'static str);

impl ClassifyRetry for ByCode {
    fn classify_retry(&self, context: &InterceptorContext) -> RetryAction {
        let error = context.output_or_error().and_then(|outcome| outcome.err());
        let meta = error.and_then(|error| error.as_operation_error()?.downcast_ref::<ErrorMetadata>());
        match meta.and_then(ErrorMetadata::code) {
            Some(code) if code == self.0 => RetryAction::server_error(),
            _ => RetryAction::NoActionIndicated,
        }
    }

    fn name(&self) -> &'static str {
        "ByCode"
    }
}

#[tokio::test]
async fn a_judge_is_told_what_the_service_answered() {
    for (code, attempts) in [("BusyError", 3), ("OtherError", 1)] {
        let network = Network::new(&[Says::Http(409, "BusyError", "")]);
        let settings = network.config().retry_classifier(ByCode(code));
        assert_eq!(network.attempts(&Handle::new(&SERVICE, settings.build())).await, attempts, "{code}");
    }
}

#[tokio::test]
async fn a_seed_determines_the_waits_and_the_invocations_id() {
    let waits = async |seed: u64| {
        let network = Network::new(&[DOWN]);
        let noted = Noted::new();
        let retries = RetryConfig::standard().with_max_attempts(6);
        let settings = network.config().random_seed(seed).sleep_impl(noted.clone()).retry_config(retries);
        Handle::new(&SERVICE, settings.build()).send(&mut get("1")).await.expect_err("it is down");
        noted.waits()
    };
    assert_eq!(waits(1).await.len(), 5);
    assert_eq!(waits(1).await, waits(1).await);
    assert_ne!(waits(1).await, waits(2).await);
    let ids = async |seed: u64| {
        let network = Network::new(&[OK]);
        let handle = Handle::new(&SERVICE, network.config().random_seed(seed).build());
        handle.send(&mut get("1")).await.expect("200");
        network.asked()[0]["amz-sdk-invocation-id"].clone()
    };
    assert_eq!(ids(1).await, ids(1).await);
    assert_ne!(ids(1).await, ids(2).await);
    let (network, noted) = (Network::new(&[DOWN]), Noted::new());
    let retries = RetryConfig::standard().with_max_attempts(6);
    let settings = network.config().random_seed(7).sleep_impl(noted.clone()).retry_config(retries);
    let changed = Handle::new(&SERVICE, settings.build()).with_override(Builder::new().random_seed(1));
    changed.send(&mut get("1")).await.expect_err("it is down");
    assert_eq!(noted.waits(), waits(1).await, "one call's, too");
}

/// Makes calls at this pace, in milliseconds, and sums up what they wait.
async fn at_a_pace(handle: &Handle, (clock, noted): (&Clock, &Noted), calls: u32, pace: u64) -> Duration {
    noted.waits.lock().expect("no test panics with it").clear();
    for _ in 0..calls {
        let _ = handle.send(&mut get("1")).await;
        clock.go_on(Duration::from_millis(pace));
    }
    noted.waits().iter().sum()
}

fn adaptive(network: &Network) -> (Handle, Clock, Noted) {
    let (clock, noted) = (Clock::at(1_700_000_000), Noted::new());
    let settings = network.config().time_source(clock.clone()).sleep_impl(noted.clone());
    let settings = settings.retry_config(RetryConfig::adaptive().with_max_attempts(1));
    (Handle::new(&SERVICE, settings.build()), clock, noted)
}

#[tokio::test]
async fn adaptive_mode_slows_down_for_throttling_alone_and_recovers() {
    let network = Network::new(&[DOWN]);
    let (handle, clock, noted) = adaptive(&network);
    assert_eq!(at_a_pace(&handle, (&clock, &noted), 100, 20).await, Duration::ZERO, "a fault is no throttling");
    network.says(&[THROTTLED]);
    at_a_pace(&handle, (&clock, &noted), 10, 20).await;
    network.says(&[OK]);
    let slow = at_a_pace(&handle, (&clock, &noted), 100, 20).await;
    assert!(slow > Duration::from_secs(1), "{slow:?}");
    at_a_pace(&handle, (&clock, &noted), 400, 100).await;
    let recovered = at_a_pace(&handle, (&clock, &noted), 100, 100).await;
    assert_eq!(recovered, Duration::ZERO, "ten a second are no trouble after a while");
    let after = handle.with_override(Builder::new().max_response_bytes(1 << 20));
    network.says(&[THROTTLED]);
    at_a_pace(&handle, (&clock, &noted), 10, 20).await;
    network.says(&[OK]);
    let shared = at_a_pace(&after, (&clock, &noted), 100, 20).await;
    assert!(shared > Duration::from_secs(1), "what one call learns holds for an override, too: {shared:?}");
}

#[tokio::test]
async fn a_clock_that_stands_still_holds_up_no_call_for_ever() {
    let network = Network::new(&[THROTTLED]);
    let (handle, clock, noted) = adaptive(&network);
    // All within one moment: turns are given out some seconds ahead, and waits count as time that has passed.
    at_a_pace(&handle, (&clock, &noted), 50, 0).await;
    assert_eq!(network.asked().len(), 50);
}

//! How calls are repeated by the newest rules and by the former ones, and by what operations say of themselves.

use crate::support::environment::said;
use crate::support::network::{Network, Says};
use crate::support::time::Noted;
use crate::support::{Error, SERVICE};
use aws_smithy_runtime_api::client::http::{HttpConnectorSettings, SharedHttpConnector};
use sdk_runtime::Handle;
use sdk_runtime::client::Operation;
use sdk_runtime::config::retry::RetryBehavior::{self, V2_0, V2_1};
use sdk_runtime::config::retry::RetryConfig;
use sdk_runtime::config::{Builder, Config, HttpClient, RuntimeComponents, SdkConfig};
use sdk_runtime::declare::{Effect, Metadata, Retries};
use std::sync::{Arc, Mutex};
use std::time::Duration;

const OK: Says = Says::Http(200, "", "");
const DOWN: Says = Says::Http(500, "", "");
const THROTTLED: Says = Says::Http(429, "", "");

/// An operation that says this of its repetitions.
macro_rules! operation {
    ($name:ident, $builder:ident, $fluent:ident, $retries:expr) => {
        sdk_runtime::structure! {
            /// What is sent: nothing.
            pub struct $name {
            }
            input $builder, $fluent => Nothing, Error {}
        }

        impl Operation for $name {
            type Output = Nothing;
            type Error = Error;
            const RETRIES: Retries = $retries;
            const METADATA: &'static Metadata =
                &Metadata { service: &SERVICE, name: "Ask", method: "GET", uri: "/", effect: Effect::ReadOnly };
        }
    };
}

operation!(Ask, AskBuilder, AskFluent, Retries::STANDARD);
operation!(Hurry, HurryBuilder, HurryFluent, Retries::new(4, 25));
operation!(Poll, PollBuilder, PollFluent, Retries::STANDARD.held(70_000));

sdk_runtime::structure! {
    /// What is returned: nothing.
    pub struct Nothing {
    }
    output NothingBuilder {}
}

/// The longest of the waits before each attempt, over many calls that fail so.
async fn waits<O: Operation<Output = Nothing>>(
    ask: fn() -> O,
    failure: Says,
    settings: impl Fn(Builder) -> Builder,
) -> Vec<Duration> {
    let mut longest = Vec::new();
    for seed in 0..100 {
        let (network, noted) = (Network::new(&[failure]), Noted::new());
        let config = settings(network.config().random_seed(seed).sleep_impl(noted.clone()));
        Handle::new(&SERVICE, config.build()).send(&mut ask()).await.expect_err("it fails");
        longest.resize(noted.waits().len().max(longest.len()), Duration::ZERO);
        longest.iter_mut().zip(noted.waits()).for_each(|(longest, wait)| *longest = wait.max(*longest));
    }
    longest
}

/// Asserts that waits come near these bounds, in milliseconds, and no further.
fn assert_below(waits: &[Duration], bounds: &[u64]) {
    let bounds: Vec<_> = bounds.iter().map(|bound| Duration::from_millis(*bound)).collect();
    let is_near = |(wait, bound): (&Duration, &Duration)| wait <= bound && *wait > *bound * 9 / 10;
    assert!(waits.len() == bounds.len() && waits.iter().zip(&bounds).all(is_near), "{waits:?} of {bounds:?}");
}

#[tokio::test]
async fn waits_are_short_but_after_throttling() {
    assert_below(&waits(|| Ask {}, DOWN, |config| config).await, &[50, 100]);
    assert_below(&waits(|| Ask {}, THROTTLED, |config| config).await, &[1000, 2000]);
    assert_below(&waits(|| Ask {}, DOWN, |config| config.retry_behavior(V2_0)).await, &[1000, 2000]);
    let one_call = async |behavior: RetryBehavior| {
        let (network, noted) = (Network::new(&[DOWN]), Noted::new());
        let handle = Handle::new(&SERVICE, network.config().random_seed(1).sleep_impl(noted.clone()).build());
        handle.with_override(Builder::new().retry_behavior(behavior)).send(&mut Ask {}).await.expect_err("it is down");
        noted.waits()[0]
    };
    assert_eq!(
        one_call(V2_0).await.as_micros() / 20,
        one_call(V2_1).await.as_micros(),
        "a part of twenty times as much"
    );
}

#[tokio::test]
async fn an_operation_s_own_figures_hold_unless_the_config_says_otherwise() {
    assert_below(&waits(|| Hurry {}, DOWN, |config| config).await, &[25, 50, 100]);
    assert_below(&waits(|| Hurry {}, THROTTLED, |config| config).await, &[1000, 2000, 4000]);
    let set =
        |attempts| move |config: Builder| config.retry_config(RetryConfig::standard().with_max_attempts(attempts));
    assert_below(&waits(|| Hurry {}, DOWN, set(2)).await, &[25]);
    assert_below(&waits(|| Hurry {}, DOWN, set(1)).await, &[]);
    let slow = |config: Builder| {
        config.retry_config(RetryConfig::standard().with_initial_backoff(Duration::from_secs(3)).with_max_attempts(4))
    };
    assert_below(&waits(|| Hurry {}, DOWN, slow).await, &[3000, 6000, 12_000]);
    assert_below(&waits(|| Hurry {}, DOWN, |config| config.retry_behavior(V2_0)).await, &[1000, 2000]);
}

#[tokio::test]
async fn settings_of_aws_config_that_say_nothing_leave_an_operation_its_own() {
    let attempts = async |retries: Option<RetryConfig>| {
        let network = Network::new(&[DOWN]);
        let mut sdk = SdkConfig::builder();
        sdk.set_retry_config(retries);
        let config = Builder::from(&sdk.build());
        let handle = Handle::new(&SERVICE, network.config().build()).with_override(config);
        handle.send(&mut Hurry {}).await.expect_err("it is down");
        let asked = network.asked();
        let told = asked[0]["amz-sdk-request"].to_str().expect("it is text").to_owned();
        assert_eq!(told, format!("attempt=1; max={}", asked.len()));
        asked.len()
    };
    assert_eq!(attempts(None).await, 4);
    assert_eq!(attempts(Some(RetryConfig::standard())).await, 4, "every program has this one");
    assert_eq!(attempts(Some(RetryConfig::adaptive())).await, 3);
    assert_eq!(attempts(Some(RetryConfig::standard().with_max_attempts(5))).await, 5);
    assert_eq!(attempts(Some(RetryConfig::disabled())).await, 1);
}

#[tokio::test]
async fn the_service_is_waited_for_within_five_seconds_of_what_the_wait_would_be() {
    let wait = async |asked: &'static str, behavior: RetryBehavior| {
        let noted = Noted::until(Duration::from_secs(21));
        let transport = sdk_doubles::transport(move |_| {
            let mut response = sdk_doubles::response(503, "{}");
            response.headers_mut().insert("x-amz-retry-after", asked);
            Ok(response)
        });
        let config = Network::new(&[OK]).config().http_client(transport).sleep_impl(noted.clone());
        let handle = Handle::new(&SERVICE, config.retry_behavior(behavior).build());
        handle.send(&mut Ask {}).await.expect_err("it is down");
        noted.waits()[0].as_millis()
    };
    assert_eq!(wait("3210", V2_1).await, 3210);
    assert!((5000..=5050).contains(&wait("999999999999999999999999", V2_1).await));
    assert_eq!(wait("999999999999999999999999", V2_0).await, 20_000);
}

#[tokio::test]
async fn without_tokens_a_long_poll_waits_before_its_error() {
    let (network, noted) = (Network::new(&[DOWN]), Noted::new());
    let handle = Handle::new(&SERVICE, network.config().sleep_impl(noted.clone()).build());
    repetitions(&network, &handle).await;
    noted.waits.lock().expect("no test panics with it").clear();
    network.asked();
    handle.send(&mut Ask {}).await.expect_err("it is down");
    assert_eq!((noted.waits().len(), network.asked().len()), (0, 1), "others fail at once");
    handle.send(&mut Poll {}).await.expect_err("it is down");
    assert_eq!((noted.waits().len(), network.asked().len()), (1, 1), "a caller that asks anew at once does no harm");
    network.says(&[Says::Http(404, "", "")]);
    handle.send(&mut Poll {}).await.expect_err("it isn't there");
    assert_eq!(noted.waits().len(), 1, "there is nothing to wait for");
    let disabled = handle.with_override(Builder::new().retry_config(RetryConfig::disabled()));
    network.says(&[DOWN]);
    disabled.send(&mut Poll {}).await.expect_err("it is down");
    assert_eq!(noted.waits().len(), 1, "whoever wants no repetition waits for none");
}

/// Keeps the read timeouts that it is asked for.
#[derive(Clone, Debug, Default)]
struct Timed(Arc<Mutex<Vec<Option<Duration>>>>);

impl HttpClient for Timed {
    fn http_connector(&self, settings: &HttpConnectorSettings, parts: &RuntimeComponents) -> SharedHttpConnector {
        self.0.lock().expect("no test panics with it").push(settings.read_timeout());
        sdk_doubles::transport(|_| Ok(sdk_doubles::response(200, "{}"))).http_connector(settings, parts)
    }
}

#[tokio::test]
async fn a_long_poll_is_waited_for_as_long_as_the_service_may_hold_it() {
    let timed = Timed::default();
    let handle = Handle::new(&SERVICE, Network::new(&[OK]).config().http_client(timed.clone()).build());
    handle.send(&mut Ask {}).await.expect("200");
    handle.send(&mut Poll {}).await.expect("200");
    let read = timed.0.lock().expect("no test panics with it").clone();
    assert_eq!(read, [30, 70].map(|seconds| Some(Duration::from_secs(seconds))));
}

/// How many repetitions a client makes until it has no tokens left.
async fn repetitions(network: &Network, handle: &Handle) -> usize {
    let mut repeated = 0;
    for _ in 0..60 {
        repeated += network.attempts(handle).await - 1;
    }
    repeated
}

/// Says how many they are, for the test below, which runs it with other environments.
#[tokio::test]
async fn repetitions_of_a_client_in_this_environment() {
    let network = Network::new(&[Says::Broken]);
    let config = network.config();
    println!("repetitions={}", repetitions(&network, &Handle::new(&SERVICE, config.clone().build())).await);
    println!("told={}", repetitions(&network, &Handle::new(&SERVICE, config.retry_behavior(V2_1).build())).await);
}

#[test]
fn the_environment_keeps_the_former_rules_unless_the_config_says_which() {
    const VARIABLE: &str = "AWS_NEW_RETRIES_2026";
    for (variables, repetitions) in [(&[][..], 35), (&[(VARIABLE, "false")][..], 50), (&[(VARIABLE, "true")][..], 35)] {
        let said = said("retries::repetitions_of_a_client_in_this_environment", variables);
        assert!(said.contains(&format!("repetitions={repetitions}\n")), "{variables:?}: {said}");
        assert!(said.contains("told=35\n"), "{variables:?}: {said}");
    }
}

#[test]
fn both_kinds_of_configs_have_the_setting() {
    mod plain {
        sdk_runtime::plain_config!();
    }
    let config = Config::builder().retry_behavior(V2_0).build();
    assert_eq!(config.retry_behavior(), Some(V2_0));
    assert!(format!("{config:?}").contains("V2_0"), "{config:?}");
    let config = plain::Config::builder().retry_behavior(V2_0).build();
    assert_eq!(config.retry_behavior(), Some(V2_0));
    let mut cleared = config.to_builder();
    cleared.set_retry_behavior(None);
    assert_eq!(cleared.build().retry_behavior(), None);
}

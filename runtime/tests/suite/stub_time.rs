//! How time passes for a client that rules answer.

use crate::support::library::{Client, GetBookOutput};
use aws_credential_types::provider::future;
use sdk_runtime::config::http::HttpResponse;
use sdk_runtime::config::retry::RetryConfig;
use sdk_runtime::config::timeout::TimeoutConfig;
use sdk_runtime::config::{Credentials, ProvideCredentials};
use sdk_runtime::mock;
use sdk_runtime::primitives::SdkBody;
use sdk_runtime::test_util::Stub;
use std::time::Duration;

fn titled(title: &str) -> GetBookOutput {
    GetBookOutput::builder().title(title).build().expect("all that is required is set")
}

async fn title(client: &Client, id: &str) -> Result<String, String> {
    let answer = client.get_book().id(id).send().await;
    answer.map(|output| output.title).map_err(|error| error.to_string())
}

/// A client with deadlines, which asks up to five times.
fn hasty(stub: &Stub, timeouts: TimeoutConfig) -> Client {
    let retries = RetryConfig::standard().with_max_attempts(5);
    Client::from_conf(stub.config().retry_config(retries).timeout_config(timeouts).build())
}

fn patient_for(seconds: u64) -> TimeoutConfig {
    TimeoutConfig::builder().operation_timeout(Duration::from_secs(seconds)).build()
}

#[tokio::test]
async fn a_deadline_that_isnt_reached_ends_nothing() {
    let busy = || mock!(Client::get_book).sequence().http_status(503, None).times(4).output(|| titled("one")).build();
    let attempts = TimeoutConfig::builder().operation_attempt_timeout(Duration::from_secs(5)).build();
    for timeouts in [patient_for(600), attempts] {
        let stub = Stub::new([busy()]);
        assert_eq!(title(&hasty(&stub, timeouts), "1").await.as_deref(), Ok("one"));
        assert!(stub.waited() < Duration::from_secs(60), "{:?}", stub.waited());
    }
}

#[tokio::test]
async fn a_deadline_ends_the_wait_that_reaches_it() {
    let later = || {
        let mut response = HttpResponse::new(503.try_into().expect("a status"), SdkBody::empty());
        response.headers_mut().insert("retry-after", "18");
        response
    };
    let stub = Stub::new([mock!(Client::get_book).then_http_response(later)]);
    let error = title(&hasty(&stub, patient_for(15)), "1").await.expect_err("18 s are more than 15");
    assert!(error.ends_with("no answer within 15s (operation timeout)"), "{error}");
    assert_eq!((stub.waited(), stub.requests().len()), (Duration::from_secs(15), 1));
}

#[tokio::test]
async fn silence_lasts_as_long_as_the_client_waits() {
    let silent = || Stub::new([mock!(Client::get_book).then_timeout()]);
    let read = TimeoutConfig::builder().read_timeout(Duration::from_millis(700));
    let stub = silent();
    let error = title(&hasty(&stub, read.clone().build()), "1").await.expect_err("nothing comes");
    assert!(error.contains("within 700ms (read timeout)"), "{error}");
    assert!(stub.waited() >= Duration::from_millis(5 * 700), "{:?}", stub.waited());
    let stub = silent();
    let both = read.operation_timeout(Duration::from_millis(500)).build();
    let error = title(&hasty(&stub, both), "1").await.expect_err("nothing comes");
    assert!(error.ends_with("no answer within 500ms (operation timeout)"), "{error}");
    assert_eq!(stub.waited(), Duration::from_millis(500));
}

#[tokio::test]
async fn what_takes_real_time_takes_none_of_the_clocks() {
    #[derive(Debug)]
    struct Slow;
    impl ProvideCredentials for Slow {
        fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
        where
            Self: 'a,
        {
            future::ProvideCredentials::new(async {
                tokio::time::sleep(Duration::from_millis(5)).await;
                Ok(Credentials::new("AKIDEXAMPLE", "secret", None, None, "slow"))
            })
        }
    }
    let stub = Stub::new([mock!(Client::get_book).then_output(|| titled("one"))]);
    let config = stub.config().credentials_provider(Slow).timeout_config(patient_for(60)).build();
    assert_eq!(title(&Client::from_conf(config), "1").await.as_deref(), Ok("one"));
    assert_eq!(stub.waited(), Duration::ZERO);
}

//! Waiting: what ends it, and how it is paced.

use crate::support::server::{Reply, Server};
use crate::support::{GetThing, SERVICE, config, get};
use sdk_runtime::config::{AsyncSleep, SharedTimeSource, Sleep, TimeSource};
use sdk_runtime::error::ProvideErrorMetadata;
use sdk_runtime::waiter::{Acceptor, ErrorOf, FinalPollOf, Matcher, Waiter, WaiterError, wait};
use sdk_runtime::{Handle, SdkError};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

type OnThing = Matcher<GetThing>;

/// Until a thing is ready; a thing that is broken never will be, one that isn't there may come.
struct ThingReady;

impl Waiter for ThingReady {
    type Input = GetThing;
    const NAME: &'static str = "thing_ready";
    const DELAYS: (Duration, Duration) = (Duration::from_secs(2), Duration::from_secs(10));
    const ACCEPTORS: &'static [Acceptor<GetThing>] = &[
        Acceptor::success(OnThing::output("state is \"READY\"", |answer| answer.0["state"] == "READY")),
        Acceptor::failure(OnThing::output("state is \"BROKEN\"", |answer| answer.0["state"] == "BROKEN")),
        Acceptor::retry(OnThing::output("state is \"MAKING\"", |answer| answer.0["state"] == "MAKING")),
        Acceptor::success(OnThing::input_output("id is what was asked for", |input, answer| {
            answer.0["id"].as_str() == input.id.as_deref() && input.id.is_some()
        })),
        Acceptor::retry(OnThing::error("NotFoundError")),
        Acceptor::failure(OnThing::error("GoneError")),
    ];
}

/// Until a thing isn't there any more, whatever the error is called.
struct ThingGone;

impl Waiter for ThingGone {
    type Input = GetThing;
    const NAME: &'static str = "thing_gone";
    const DELAYS: (Duration, Duration) = (Duration::from_secs(1), Duration::from_secs(1));
    const ACCEPTORS: &'static [Acceptor<GetThing>] =
        &[Acceptor::retry(OnThing::success(true)), Acceptor::success(OnThing::success(false))];
}

/// A clock that goes on by as much as is slept, and notes it.
#[derive(Clone, Debug)]
struct Clock {
    waits: Arc<Mutex<Vec<Duration>>>,
    stands_still: bool,
}

impl Clock {
    fn waits(&self) -> Vec<Duration> {
        self.waits.lock().expect("no test panics with it").clone()
    }
}

impl AsyncSleep for Clock {
    fn sleep(&self, duration: Duration) -> Sleep {
        // Deadlines of calls, which are longer than any delay here, never pass.
        if duration > Duration::from_secs(10) {
            return Sleep::new(std::future::pending());
        }
        self.waits.lock().expect("no test panics with it").push(duration);
        Sleep::new(async {})
    }
}

impl TimeSource for Clock {
    fn now(&self) -> SystemTime {
        let passed = if self.stands_still { Duration::ZERO } else { self.waits().iter().sum() };
        SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000) + passed
    }
}

type Outcome<W> = Result<FinalPollOf<W>, ErrorOf<W>>;

async fn waited<W: Waiter<Input = GetThing>>(
    script: Vec<Reply>,
    max_wait: u64,
    stands_still: bool,
) -> (Outcome<W>, Server, Clock) {
    let server = Server::start(script).await;
    let clock = Clock { waits: Arc::default(), stands_still };
    let config = config(&server.url)
        .retry_config(sdk_runtime::config::retry::RetryConfig::disabled())
        .sleep_impl(clock.clone())
        .time_source(SharedTimeSource::new(clock.clone()))
        .build();
    let handle = Handle::new(&SERVICE, config);
    let outcome = wait::<W>(&handle, get("7"), Duration::from_secs(max_wait)).await;
    (outcome, server, clock)
}

const MAKING: Reply = Reply::Http(200, "", r#"{"state":"MAKING"}"#);
const READY: Reply = Reply::Http(200, "", r#"{"state":"READY"}"#);
const ODD: Reply = Reply::Http(200, "", r#"{"state":"ODD"}"#);
const BROKEN: Reply = Reply::Http(200, "", r#"{"state":"BROKEN"}"#);
const NOT_FOUND: Reply = Reply::Http(404, "", r#"{"code":"NotFoundError","message":"no such thing"}"#);
const GONE: Reply = Reply::Http(410, "", r#"{"code":"GoneError","message":"not any more"}"#);
const FORBIDDEN: Reply = Reply::Http(403, "", r#"{"code":"ForbiddenError","message":"not yours"}"#);

#[tokio::test]
async fn it_polls_until_an_answer_means_success() {
    let (outcome, server, clock) = waited::<ThingReady>(vec![NOT_FOUND, MAKING, ODD, READY], 300, false).await;
    let poll = outcome.expect("the fourth answer is ready");
    assert_eq!(poll.into_result().expect("it was an output").0["state"], "READY");
    assert_eq!(server.seen().iter().map(|seen| seen.features()).collect::<Vec<_>>(), ["B,E,N"; 4]);
    // At least the shortest delay, at most one that doubles with each poll, up to the longest.
    let waits = clock.waits();
    assert_eq!(waits.len(), 3, "{waits:?}");
    for (wait, longest) in waits.iter().zip([2, 4, 8]) {
        assert!((Duration::from_secs(2)..=Duration::from_secs(longest)).contains(wait), "{waits:?}");
    }
}

#[tokio::test]
async fn the_first_poll_is_sent_at_once() {
    let (outcome, _, clock) = waited::<ThingReady>(vec![READY], 0, false).await;
    assert!(outcome.is_ok());
    assert!(clock.waits().is_empty());
}

#[tokio::test]
async fn input_and_output_decide_together() {
    let reply = Reply::Http(200, "", r#"{"id":"7"}"#);
    let (outcome, ..) = waited::<ThingReady>(vec![reply], 300, false).await;
    assert!(outcome.is_ok());
}

#[tokio::test]
async fn an_error_can_mean_success() {
    let (outcome, server, _) = waited::<ThingGone>(vec![ODD, FORBIDDEN], 300, false).await;
    let poll = outcome.expect("any error of the service will do");
    assert_eq!(poll.as_result().err().and_then(ProvideErrorMetadata::code), Some("ForbiddenError"));
    assert_eq!(server.seen().len(), 2);
}

#[tokio::test]
async fn an_answer_that_means_failure_ends_it() {
    let (outcome, _, _) = waited::<ThingReady>(vec![MAKING, BROKEN], 300, false).await;
    let error = outcome.expect_err("a broken thing is never ready");
    assert_eq!(
        error.to_string(),
        "wait_until_thing_ready: out of reach after 2 polls of GetThing; the last one found that state is \"BROKEN\""
    );
    let WaiterError::FailureState(failure) = error else { panic!("{error}") };
    assert_eq!(failure.into_final_poll().into_result().expect("it was an output").0["state"], "BROKEN");
}

#[tokio::test]
async fn its_error_becomes_what_official_crates_waiters_fail_with() {
    use aws_smithy_runtime_api::client::waiters::error::WaiterError as Official;
    let (outcome, _, clock) = waited::<ThingReady>(vec![MAKING, MAKING], 3, false).await;
    let Official::ExceededMaxWait(wait) = outcome.expect_err("not ready").into() else { panic!("the time is over") };
    assert_eq!((wait.max_wait(), wait.poll_count()), (Duration::from_secs(3), 2));
    assert_eq!(wait.elapsed(), clock.waits().iter().sum::<Duration>());
    let (outcome, ..) = waited::<ThingReady>(vec![GONE], 300, false).await;
    let Official::FailureState(state) = outcome.expect_err("gone").into() else { panic!("out of reach") };
    assert_eq!(state.final_poll().as_result().err().and_then(ProvideErrorMetadata::code), Some("GoneError"));
    let (outcome, ..) = waited::<ThingReady>(vec![FORBIDDEN], 300, false).await;
    let Official::OperationFailed(failed) = outcome.expect_err("not ours").into() else { panic!("a poll failed") };
    assert_eq!(failed.error().code(), Some("ForbiddenError"));
}

#[tokio::test]
async fn an_error_that_means_failure_ends_it() {
    let (outcome, _, _) = waited::<ThingReady>(vec![GONE], 300, false).await;
    let error = outcome.expect_err("what is gone is never ready");
    assert_eq!(
        error.to_string(),
        "wait_until_thing_ready: out of reach after 1 poll of GetThing; the last one was answered GetThing: GoneError: \
         not any more (HTTP 410)"
    );
    assert_eq!(error.code(), Some("GoneError"));
    assert!(matches!(error, WaiterError::FailureState(failure) if failure.final_poll().as_result().is_err()));
}

#[tokio::test]
async fn an_error_that_no_acceptor_knows_ends_it() {
    let (outcome, server, _) = waited::<ThingReady>(vec![MAKING, FORBIDDEN, READY], 300, false).await;
    let error = outcome.expect_err("the second poll is refused");
    assert_eq!(
        error.to_string(),
        "wait_until_thing_ready: poll 2 failed: GetThing: ForbiddenError: not yours (HTTP 403)"
    );
    let WaiterError::OperationFailed(failure) = error else { panic!("{error}") };
    assert!(matches!(failure.into_error(), SdkError::ServiceError(_)));
    assert_eq!(server.seen().len(), 2);
}

#[tokio::test]
async fn a_call_that_is_not_answered_says_nothing_about_the_resource() {
    let (outcome, ..) = waited::<ThingGone>(vec![Reply::Close], 300, false).await;
    assert!(matches!(outcome, Err(WaiterError::OperationFailed(_))), "{outcome:?}");
}

#[tokio::test]
async fn it_gives_up_when_the_time_is_over() {
    let (outcome, server, clock) = waited::<ThingReady>(vec![NOT_FOUND; 20], 30, false).await;
    let error = outcome.expect_err("it is never there");
    let WaiterError::ExceededMaxWait(exceeded) = &error else { panic!("{error}") };
    let polls = exceeded.poll_count();
    assert_eq!(polls as usize, server.seen().len());
    assert_eq!(exceeded.max_wait(), Duration::from_secs(30));
    // The last poll comes as late as it can: no time for another one is left after it, and no more than that.
    assert_eq!(exceeded.elapsed(), Duration::from_secs(28));
    assert_eq!(clock.waits().iter().sum::<Duration>(), Duration::from_secs(28));
    assert_eq!(
        error.to_string(),
        format!(
            "wait_until_thing_ready: not reached within 30s, after {polls} polls of GetThing; the last one was answered \
             GetThing: NotFoundError: no such thing (HTTP 404)"
        )
    );
}

#[tokio::test]
async fn what_the_last_poll_found_is_said() {
    for (reply, found) in [(MAKING, "found that state is \"MAKING\""), (ODD, "succeeded, which decides nothing")] {
        let (outcome, ..) = waited::<ThingReady>(vec![reply], 1, false).await;
        let error = outcome.expect_err("it is not ready");
        assert_eq!(
            error.to_string(),
            format!("wait_until_thing_ready: not reached within 1s, after 1 poll of GetThing; the last one {found}")
        );
    }
}

#[tokio::test]
async fn a_clock_that_stands_still_does_not_make_it_endless() {
    let (outcome, ..) = waited::<ThingReady>(vec![MAKING; 20], 30, true).await;
    assert!(matches!(outcome, Err(WaiterError::ExceededMaxWait(_))), "{outcome:?}");
}

#[tokio::test]
async fn an_incomplete_input_is_not_sent() {
    let handle = Handle::new(&SERVICE, config("http://127.0.0.1:1").build());
    let outcome = wait::<ThingReady>(&handle, GetThing::default(), Duration::from_secs(30)).await;
    let error = outcome.expect_err("the id is missing");
    assert_eq!(error.to_string(), "wait_until_thing_ready: GetThing: input is incomplete: id is required");
    assert!(matches!(error, WaiterError::ConstructionFailure(_)));
}

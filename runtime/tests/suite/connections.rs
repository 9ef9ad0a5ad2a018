//! Connections of the default client: kept for later calls, left when they are no good, and never a reason to do something
//! twice.

use crate::streaming::UploadInput;
use crate::support::keeping::{Act, End, Event, Keeping, OK};
use crate::support::time::Noted;
use crate::support::{CreateThing, SERVICE, config, get};
use sdk_runtime::Handle;
use sdk_runtime::config::Builder;
use sdk_runtime::config::retry::RetryConfig;
use sdk_runtime::config::timeout::TimeoutConfig;
use std::time::Duration;
use tokio::task::JoinSet;

/// A client that makes one attempt.
fn once(server: &Keeping) -> Handle {
    Handle::new(&SERVICE, config(&server.url).retry_config(RetryConfig::disabled()).build())
}

/// The number of the request that a call was answered.
async fn number(handle: &Handle) -> u64 {
    let answer = handle.send(&mut get("1")).await.unwrap_or_else(|error| panic!("{error}"));
    answer.0["number"].as_u64().expect("answers have it")
}

async fn create(handle: &Handle) -> Result<(), String> {
    handle.send(&mut CreateThing { body: "{}" }).await.map(drop).map_err(|error| error.to_string())
}

/// Lets the client see to its connections.
async fn a_while() {
    tokio::time::sleep(Duration::from_millis(50)).await;
}

/// Makes so many calls at once.
async fn at_once(handle: &Handle, calls: usize) {
    let mut tasks = JoinSet::new();
    for _ in 0..calls {
        let handle = handle.clone();
        tasks.spawn(async move { number(&handle).await });
    }
    while let Some(done) = tasks.join_next().await {
        done.expect("it is answered");
    }
}

#[tokio::test]
async fn calls_one_after_another_use_one_connection() {
    let server = Keeping::always(OK);
    let handle = once(&server);
    for call in 0..5 {
        assert_eq!(number(&handle).await, 3 * call);
        create(&handle).await.expect("200");
        // Clients that are made of this one have its connections.
        number(&handle.with_override(Builder::new().max_response_bytes(100))).await;
    }
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
async fn calls_at_once_use_the_connections_that_there_are() {
    let server = Keeping::always(Act::Together(8));
    let handle = once(&server);
    for _ in 0..3 {
        at_once(&handle, 8).await;
        assert_eq!(server.connections(), 8);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn there_are_never_more_connections_than_twice_the_calls_at_once() {
    let server = Keeping::always(OK);
    let handle = once(&server);
    let mut tasks = JoinSet::new();
    for _ in 0..8 {
        let handle = handle.clone();
        tasks.spawn(async move {
            for _ in 0..100 {
                number(&handle).await;
            }
        });
    }
    while let Some(done) = tasks.join_next().await {
        done.expect("it is answered");
    }
    // While a connection is made for a call, it may get one that has just become idle; both are kept.
    assert!(server.connections() <= 16, "{}", server.connections());
}

#[tokio::test]
async fn what_is_not_read_to_its_end_is_no_later_call_s_answer() {
    const LONG: usize = 3 << 20;
    // Status and length of the first answer, and how many connections two calls take at most.
    for (status, length, most) in [(400, 100, 1), (503, 100, 1), (400, LONG, 2), (200, 5000, 2), (200, LONG, 2)] {
        let server = Keeping::start(move |number| if number == 0 { Act::Answer(status, length) } else { OK });
        let handle = once(&server).with_override(Builder::new().max_response_bytes(1000));
        create(&handle).await.expect_err("an error, or too long");
        assert_eq!(number(&handle).await, 1, "{status} {length}");
        assert!(server.connections() <= most, "{status} {length}");
    }
}

#[tokio::test]
async fn a_stream_that_is_dropped_takes_its_connection_along_and_one_that_is_read_does_not() {
    const LONG: usize = 8 << 20;
    let server = Keeping::start(|number| if number < 2 { Act::Answer(200, LONG) } else { OK });
    let handle = once(&server);
    let upload = || UploadInput::builder().name("tide").build().expect("inputs can always be built");
    let answer = handle.send(&mut upload()).await.expect("200");
    assert_eq!(answer.content.collect().await.expect("all of it comes").into_bytes().len(), LONG);
    let answer = handle.send(&mut upload()).await.expect("200");
    assert_eq!(server.connections(), 1);
    drop(answer);
    a_while().await;
    assert_eq!((server.event(), number(&handle).await), (Event::Left, 2));
    assert_eq!(server.connections(), 2);
}

#[tokio::test]
async fn a_call_that_is_given_up_takes_its_connection_along() {
    let server = Keeping::start(|number| if number == 1 { Act::Silence } else { OK });
    let handle = once(&server);
    number(&handle).await;
    let mut input = get("1");
    let given_up = tokio::time::timeout(Duration::from_millis(50), handle.send(&mut input)).await;
    assert!(given_up.is_err(), "nobody answers");
    assert_eq!((number(&handle).await, server.connections()), (2, 2));
}

/// The server closes between calls, and the client has had no time to notice.
#[tokio::test]
async fn a_connection_that_the_server_closed_in_between_costs_no_attempt() {
    for how in [End::Close, End::Reset] {
        let server = Keeping::always(OK);
        let handle = once(&server);
        for call in 0..4 {
            match call % 2 {
                0 => assert_eq!(number(&handle).await, call),
                _ => create(&handle).await.expect("it is sent on a new connection"),
            }
            server.end(how);
            // It has time for nothing, and so hears of nothing.
            std::thread::sleep(Duration::from_millis(20));
        }
        let seen: Vec<_> = server.seen().iter().map(|(connection, seen)| (*connection, seen.line.clone())).collect();
        let line = |call| if call % 2 == 0 { "GET /things/1 HTTP/1.1" } else { "POST /things HTTP/1.1" };
        assert_eq!(seen, (0..4).map(|call| (call + 1, line(call).to_owned())).collect::<Vec<_>>(), "{how:?}");
    }
}

/// The server has the request when the connection ends: it may have done what it says.
#[tokio::test]
async fn a_connection_that_ends_under_a_request_is_no_reason_to_do_it_twice() {
    let server = Keeping::start(|number| if number % 2 == 1 { Act::Close } else { OK });
    let handle = Handle::new(&SERVICE, config(&server.url).sleep_impl(Noted::new()).build());
    create(&handle).await.expect("200");
    let error = create(&handle).await.expect_err("no answer");
    assert!(error.contains(" broke before an answer came"), "{error}");
    assert_eq!(server.seen().len(), 2, "it is not sent again");
    create(&handle).await.expect("the next call has a new connection");
    assert_eq!(number(&handle).await, 4, "what only reads is sent again");
    assert_eq!(server.seen().len(), 5);
}

#[tokio::test]
async fn a_connection_that_the_server_says_it_closes_is_not_used_again() {
    let server = Keeping::always(Act::SayClose);
    let handle = once(&server);
    for call in 0..3 {
        assert_eq!(number(&handle).await, call);
        a_while().await;
        assert_eq!(server.event(), Event::Left, "it is closed at once");
    }
    assert_eq!(server.connections(), 3);
}

/// No deadline runs while the clock is ahead: the system's sockets know nothing of it.
fn without_deadlines(server: &Keeping) -> Handle {
    once(server).with_override(Builder::new().timeout_config(TimeoutConfig::disabled()))
}

#[tokio::test]
async fn an_idle_connection_is_used_for_twenty_seconds() {
    let server = Keeping::always(OK);
    let handle = without_deadlines(&server);
    number(&handle).await;
    for (seconds, connections) in [(19, 1), (19, 1), (21, 2)] {
        tokio::time::pause();
        tokio::time::advance(Duration::from_secs(seconds)).await;
        tokio::time::resume();
        number(&handle).await;
        assert_eq!(server.connections(), connections, "after {seconds} s");
    }
}

#[tokio::test]
async fn an_idle_connection_is_closed_within_forty_seconds_though_nobody_calls() {
    let server = Keeping::always(OK);
    let handle = without_deadlines(&server);
    at_once(&handle, 4).await;
    let connections = server.connections();
    tokio::time::pause();
    for _ in 0..40 {
        tokio::time::advance(Duration::from_secs(1)).await;
    }
    tokio::time::resume();
    a_while().await;
    for _ in 0..connections {
        assert_eq!(server.event(), Event::Left);
    }
}

//! What HTTP/2 says of requests that it doesn't answer: some it has surely not looked at (RFC 9113, 8.7), others perhaps.

use super::server::{Connection, ENHANCE_YOUR_CALM, Frame, INTERNAL_ERROR, NO_ERROR, REFUSED_STREAM, Server, Stream};
use super::{create, create_empty, handle, once, read};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// The last of all streams: what a server says that will take no more, but doesn't know yet what is under way.
const ALL: u32 = i32::MAX as u32;

/// What serves connections with a count, and the count.
fn counting<F>(
    serve: impl Fn(Connection<Stream>, Arc<AtomicUsize>) -> F + Clone,
) -> (impl Fn(Connection<Stream>) -> F + Clone, Arc<AtomicUsize>) {
    let count = Arc::<AtomicUsize>::default();
    let counts = count.clone();
    (move |connection| serve(connection, counts.clone()), count)
}

/// Answers all requests of the second connection and of later ones.
async fn rest(mut connection: Connection<Stream>, done: &AtomicUsize) {
    while let Some(stream) = connection.request().await {
        done.fetch_add(1, Ordering::SeqCst);
        connection.send(Frame::answer(stream)).await;
    }
}

#[tokio::test]
async fn a_refused_stream_is_sent_again_and_any_other_that_is_reset_only_if_that_does_no_harm() {
    let test = "http2::refusals::\
                a_refused_stream_is_sent_again_and_any_other_that_is_reset_only_if_that_does_no_harm";
    // The first request is refused, the second broken off, the fourth broken off once there was an answer.
    let (serve, requests) = counting(move |mut connection, counts| async move {
        while let Some(stream) = connection.request().await {
            match counts.fetch_add(1, Ordering::SeqCst) {
                0 => connection.send([Frame::reset(stream, REFUSED_STREAM)]).await,
                2 | 3 => connection.send([Frame::reset(stream, INTERNAL_ERROR)]).await,
                5 => {
                    let [head, _] = Frame::answer(stream);
                    connection.send([head, Frame::reset(stream, REFUSED_STREAM)]).await;
                }
                _ => connection.send(Frame::answer(stream)).await,
            }
        }
    });
    let Some(server) = Server::start(test, &[], serve).await else { return };
    let handle = handle(&server.url);
    create(&handle).await.expect("the second attempt is taken");
    let error = create(&handle).await.expect_err("it may have taken effect");
    assert!(error.contains(" broke before an answer came: "), "{error}");
    assert_eq!(requests.load(Ordering::SeqCst), 3);
    read(&handle).await.expect("reading is repeated");
    assert_eq!(requests.load(Ordering::SeqCst), 5);
    create(&handle).await.expect_err("there was an answer, so that it was looked at");
    assert_eq!((requests.load(Ordering::SeqCst), server.connections()), (6, 1));
}

#[tokio::test]
async fn a_refused_call_that_is_not_repeated_says_so() {
    let test = "http2::refusals::a_refused_call_that_is_not_repeated_says_so";
    let serve = |mut connection: Connection<Stream>| async move {
        while let Some(stream) = connection.request().await {
            connection.send([Frame::reset(stream, REFUSED_STREAM)]).await;
        }
    };
    let Some(server) = Server::start(test, &[], serve).await else { return };
    let error = create(&once(&server.url)).await.expect_err("it is refused");
    assert!(error.starts_with(&format!("CreateThing: {} refused the request unseen: ", server.url)), "{error}");
}

#[tokio::test]
async fn a_connection_that_says_goodbye_while_idle_costs_no_attempt() {
    let test = "http2::refusals::a_connection_that_says_goodbye_while_idle_costs_no_attempt";
    let serve = |mut connection: Connection<Stream>| async move {
        let stream = connection.request().await.expect("there is one");
        connection.send(Frame::answer(stream)).await;
        connection
            .send([Frame::go_away(if connection.number.is_multiple_of(2) { ALL } else { stream }, NO_ERROR)])
            .await;
        // It is open for a while, for what may be under way.
        while connection.next().await.is_some() {}
    };
    let Some(server) = Server::start(test, &[], serve).await else { return };
    let handle = once(&server.url);
    for call in 0..6 {
        create(&handle).await.unwrap_or_else(|error| panic!("{call}: {error}"));
    }
    assert_eq!(server.connections(), 6);
}

#[tokio::test]
async fn what_came_after_the_last_stream_is_sent_again() {
    let test = "http2::refusals::what_came_after_the_last_stream_is_sent_again";
    for code in [NO_ERROR, ENHANCE_YOUR_CALM] {
        let (serve, done) = counting(move |mut connection, counts| async move {
            if connection.number > 1 {
                return rest(connection, &counts).await;
            }
            let stream = connection.request().await.expect("there is one");
            connection.send(Frame::answer(stream)).await;
            let (first, second) = (connection.request().await, connection.request().await);
            let (first, second) = (first.expect("there is one"), second.expect("there is one"));
            assert!(first < second);
            connection.send([Frame::go_away(first, code)]).await;
            tokio::time::sleep(Duration::from_millis(20)).await;
            counts.fetch_add(1, Ordering::SeqCst);
            connection.send(Frame::answer(first)).await;
        });
        let Some(server) = Server::start(test, &[], serve).await else { return };
        let handle = handle(&server.url);
        read(&handle).await.expect("200");
        let (one, other) = tokio::join!(create(&handle), create(&handle));
        one.and(other).unwrap_or_else(|error| panic!("{code}: {error}"));
        assert_eq!((done.load(Ordering::SeqCst), server.connections()), (2, 2), "{code}");
    }
}

#[tokio::test]
async fn what_came_before_it_and_is_not_answered_is_in_doubt() {
    let test = "http2::refusals::what_came_before_it_and_is_not_answered_is_in_doubt";
    let (serve, requests) = counting(move |mut connection, counts| async move {
        let stream = connection.request().await.expect("there is one");
        if counts.fetch_add(1, Ordering::SeqCst) < 2 {
            connection.send([Frame::go_away(stream, NO_ERROR)]).await;
        } else {
            connection.send(Frame::answer(stream)).await;
            while connection.next().await.is_some() {}
        }
    });
    let Some(server) = Server::start(test, &[], serve).await else { return };
    let handle = handle(&server.url);
    create(&handle).await.expect_err("it may have taken effect");
    assert_eq!(requests.load(Ordering::SeqCst), 1);
    read(&handle).await.expect("reading is repeated");
    assert_eq!(requests.load(Ordering::SeqCst), 3);
}

/// A request that waits for its turn when the server says goodbye is made once at most: here or on another connection.
#[tokio::test]
async fn what_waits_for_its_turn_is_never_done_twice() {
    let test = "http2::refusals::what_waits_for_its_turn_is_never_done_twice";
    let (serve, done) = counting(move |mut connection, counts| async move {
        if connection.number > 1 {
            return rest(connection, &counts).await;
        }
        // The client knows that there may be one stream.
        let stream = connection.request().await.expect("there is one");
        connection.send(Frame::answer(stream)).await;
        let stream = connection.request().await.expect("there is another");
        // The others come to where they wait.
        tokio::time::sleep(Duration::from_millis(50)).await;
        connection.send([Frame::go_away(ALL, NO_ERROR)]).await;
        tokio::time::sleep(Duration::from_millis(50)).await;
        counts.fetch_add(2, Ordering::SeqCst);
        connection.send(Frame::answer(stream)).await;
        rest(connection, &counts).await;
    });
    const MAX_CONCURRENT_STREAMS: u16 = 3;
    let Some(server) = Server::start(test, &[(MAX_CONCURRENT_STREAMS, 1)], serve).await else { return };
    let handle = handle(&server.url);
    create(&handle).await.expect("200");
    let calls = tokio::join!(create(&handle), create_empty(&handle), create(&handle));
    let (outcomes, done) = ([&calls.0, &calls.1, &calls.2], done.load(Ordering::SeqCst));
    let succeeded = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
    // The library forgets the first of those that wait, so that it may or may not have been sent: that one is in doubt.
    assert!(succeeded >= 2 && outcomes[0].is_ok(), "{outcomes:?}");
    assert!((1 + succeeded..=4).contains(&done), "{done} for {outcomes:?}");
}

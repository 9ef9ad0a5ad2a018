//! Connections that are there no more, though nobody said so.

use super::server::{Connection, Frame, PING, Server, Stream};
use super::{once, read};
use std::time::Duration;

#[tokio::test]
async fn a_connection_that_has_gone_silent_is_left() {
    let test = "http2::alive::a_connection_that_has_gone_silent_is_left";
    let serve = |mut connection: Connection<Stream>| async move {
        if connection.number > 1 {
            return connection.answer().await;
        }
        let stream = connection.request().await.expect("there is one");
        connection.send(Frame::answer(stream)).await;
        // As if a router between had forgotten it: what is sent gets nowhere, pings neither.
        while connection.next().await.is_some() {}
    };
    let Some(server) = Server::start(test, &[], serve).await else { return };
    let handle = once(&server.url);
    read(&handle).await.expect("200");
    // Nothing else is waited for, so that the clock goes on to the next ping at once.
    tokio::time::pause();
    let error = read(&handle).await.expect_err("nobody answers");
    tokio::time::resume();
    assert!(error.ends_with(" broke before an answer came: operation timed out"), "{error}");
    read(&handle).await.expect("on another connection");
    assert_eq!(server.connections(), 2);
}

#[tokio::test]
async fn a_slow_answer_is_waited_for_while_the_connection_is_alive() {
    let test = "http2::alive::a_slow_answer_is_waited_for_while_the_connection_is_alive";
    let serve = |mut connection: Connection<Stream>| async move {
        let mut pings = 0;
        let mut waiting = None;
        while let Some(frame) = connection.next().await {
            if frame.kind == PING {
                pings += 1;
                connection.pong(&frame).await;
            }
            if frame.ends() {
                waiting = Some(frame.stream);
            }
            if let Some(stream) = waiting.filter(|_| pings == 3) {
                connection.send(Frame::answer(stream)).await;
            }
        }
    };
    let Some(server) = Server::start(test, &[], serve).await else { return };
    let begun = tokio::time::Instant::now();
    let handle = once(&server.url);
    let call = tokio::spawn(async move { read(&handle).await });
    // The connection is made before the clock goes.
    tokio::time::sleep(Duration::from_millis(200)).await;
    tokio::time::pause();
    call.await.expect("it doesn't panic").expect("it is answered in the end");
    assert!(begun.elapsed() > Duration::from_secs(40), "{:?}", begun.elapsed());
    assert_eq!(server.connections(), 1);
}

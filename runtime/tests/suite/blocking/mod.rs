//! Calls that return when they are answered.

mod server;

use crate::support::{Error, SERVICE, config};
use sdk_runtime::blocking::{self, BlockingError, Reader, block_on};
use sdk_runtime::client::{Operation, StreamIn};
use sdk_runtime::codec::{List, Plain, Streamed};
use sdk_runtime::config::Builder;
use sdk_runtime::config::retry::RetryConfig;
use sdk_runtime::config::timeout::TimeoutConfig;
use sdk_runtime::declare::{Effect, Metadata};
use sdk_runtime::primitives::ByteStream;
use sdk_runtime::{Handle, SdkError};
use server::{Server, whole};
use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;
use std::sync::Barrier;
use std::thread;
use std::time::Duration;
use tokio::task::coop::has_budget_remaining;
use waiters::BoatReadyFluentBuilder;

sdk_runtime::structure! {
    /// What is asked.
    pub struct ListBoatsInput {
        /// Where.
        pub harbor: Option<String>,
        /// Which page.
        pub token: Option<String>,
        /// How many.
        pub size: Option<i32>,
    }
    input ListBoatsInputBuilder, ListBoatsFluentBuilder => ListBoatsOutput, Error, ListBoatsWaiting {
        harbor, set_harbor, get_harbor: optional text = label "harbor";
        token, set_token, get_token: optional text = query "token";
        size, set_size, get_size: optional copy(i32) = query "size";
    }
}

sdk_runtime::structure! {
    /// What is there.
    pub struct ListBoatsOutput {
        /// Boats.
        pub boats: Option<Vec<String>>,
        /// The next page.
        pub next: Option<String>,
    }
    output ListBoatsOutputBuilder {
        boats, set_boats, get_boats: optional texts = member "boats" as List(Plain);
        next, set_next, get_next: optional text = member "next";
    }
}

impl Operation for ListBoatsInput {
    type Output = ListBoatsOutput;
    type Error = Error;
    const METADATA: &'static Metadata =
        &Metadata { service: &SERVICE, name: "ListBoats", method: "GET", uri: "/{harbor}", effect: Effect::ReadOnly };
}

sdk_runtime::paginated! {
    ListBoatsInput, ListBoatsFluentBuilder, ListBoatsPaginator, ListBoatsPaginatorItems {
        token token: String = |output| output.next.as_ref();
        page_size size: i32;
        items String = |output| output.boats;
    }
}

sdk_runtime::presigned!(ListBoatsFluentBuilder, Error);

sdk_runtime::structure! {
    /// What is asked.
    pub struct ReadLogInput {
        /// Whose.
        pub boat: Option<String>,
    }
    input ReadLogInputBuilder, ReadLogFluentBuilder => ReadLogOutput, Error {
        boat, set_boat, get_boat: optional text = label "boat";
    }
}

sdk_runtime::structure! {
    /// What is there.
    pub struct ReadLogOutput {
        /// The log.
        pub log: ByteStream,
    }
    streaming output ReadLogOutputBuilder {
        log, set_log, get_log: always stream or(ByteStream::default()) = stream "log" as Streamed("text/plain");
    }
}

impl Operation for ReadLogInput {
    type Output = ReadLogOutput;
    type Error = Error;
    const METADATA: &'static Metadata =
        &Metadata { service: &SERVICE, name: "ReadLog", method: "GET", uri: "/log/{boat}", effect: Effect::ReadOnly };
    const RESPONSE_STREAM: StreamIn<ReadLogOutput> = Some(|output| &mut output.log);
}

mod waiters {
    use super::{ListBoatsInput, ListBoatsWaiting};

    sdk_runtime::waiter! {
        /// The waiter `boat_ready`.
        BoatReady, "boat_ready": ListBoatsInput, 1 to 1 seconds {
            success if output("there is a boat", |output| !output.boats().is_empty());
        }
        ListBoatsWaiting<BoatReady> as BoatReadyFluentBuilder, BoatReadyFinalPoll, WaitUntilBoatReadyError
    }
}

struct Async {
    handle: Handle,
}

#[derive(Clone)]
struct Client {
    handle: blocking::Handle,
}

sdk_runtime::operations! {
    Async, #[cfg(test)] Client {
        /// Lists.
        list_boats: ListBoatsFluentBuilder;
        /// Reads.
        read_log: ReadLogFluentBuilder;
    }
}

sdk_runtime::waiters! {
    Async, #[cfg(test)] Client {
        /// Until there is a boat.
        wait_until_boat_ready: BoatReadyFluentBuilder;
    }
}

fn client_of(config: Builder) -> Client {
    let client = Async { handle: Handle::new(&SERVICE, config.retry_config(RetryConfig::disabled()).build()) };
    Client { handle: blocking::Handle::new(client.handle) }
}

fn client(server: &Server) -> Client {
    client_of(config(&server.url))
}

fn says<T: std::fmt::Debug, E: std::fmt::Display>(result: Result<T, E>) -> String {
    result.expect_err("it is refused").to_string()
}

const IN_ASYNC: &str = "a blocking call inside async code would hold up the thread that runs it: use the async client \
                        there, or make the call in `tokio::task::spawn_blocking`";

#[test]
fn a_call_returns_its_answer_and_others_have_its_connection() {
    let server = Server::saying(r#"{"boats":["Ann","Bee"]}"#);
    let client = client(&server);
    for _ in 0..20 {
        let output = client.list_boats().harbor("south").send().expect("it is answered");
        assert_eq!(output.boats(), ["Ann", "Bee"]);
    }
    // The runtime's thread gives a connection back when it gets to it, which may be after the next call has begun.
    assert_eq!(server.asked().len(), 20);
    assert!(server.connections() < 20, "{} connections", server.connections());
}

#[test]
fn an_incomplete_input_is_an_error_as_in_the_async_client() {
    let server = Server::saying("{}");
    assert_eq!(says(client(&server).list_boats().send()), "ListBoats: input is incomplete: harbor is required");
    assert_eq!(server.connections(), 0);
}

#[test]
fn several_threads_call_at_once() {
    let all = Barrier::new(3);
    // Nobody is answered before all three have asked.
    let server = Server::start(move |_| {
        all.wait();
        whole("{}")
    });
    let client = client(&server);
    let calls: Vec<_> = (0..3)
        .map(|_| {
            let client = client.clone();
            thread::spawn(move || client.list_boats().harbor("south").send().map(drop))
        })
        .collect();
    for call in calls {
        call.join().expect("no thread panics").expect("it is answered");
    }
}

#[test]
fn deadlines_pass_while_the_thread_waits() {
    let server = Server::start(|_| None);
    let timeouts = TimeoutConfig::builder().read_timeout(Duration::from_millis(20)).build();
    let result = client_of(config(&server.url).timeout_config(timeouts)).list_boats().harbor("south").send();
    assert!(matches!(result, Err(SdkError::TimeoutError(_) | SdkError::DispatchFailure(_))), "{result:?}");
}

#[test]
fn inside_async_code_a_call_is_refused_and_nothing_is_sent() {
    let server = Server::saying("{}");
    let (client, url) = (client(&server), server.url.clone());
    let refused = move || {
        let text = says(client.list_boats().harbor("south").send());
        assert_eq!(text, format!("ListBoats: {IN_ASYNC}"), "{url}");
        assert_eq!(says(client.list_boats().harbor("south").customize().send()), text);
        let mut pages = client.list_boats().harbor("south").into_paginator().send();
        assert_eq!(says(pages.next().expect("an error is one")), text);
        assert!(pages.next().is_none(), "an error is the last");
        let wait = Waiters::wait_until_boat_ready(&client).harbor("south").wait(Duration::from_secs(60));
        assert_eq!(says(wait), format!("the wait could not be set up: {IN_ASYNC}"));
        let mut reader = Reader::from(ByteStream::from_static(b"log"));
        assert_eq!(says(reader.read_to_end(&mut Vec::new())), IN_ASYNC);
        assert!(matches!(block_on(async {}), Err(BlockingError::InAsync)));
        assert!(has_budget_remaining(), "the task can go on");
    };
    let one = tokio::runtime::Builder::new_current_thread().build().expect("it starts");
    one.block_on(async { refused() });
    let local = tokio::task::LocalSet::new();
    let again = refused.clone();
    local.block_on(&one, async { tokio::task::spawn_local(async move { again() }).await }).expect("it doesn't panic");
    let many = tokio::runtime::Builder::new_multi_thread().worker_threads(1).build().expect("it starts");
    many.block_on(async { refused() });
    many.block_on(many.spawn(async move { refused() })).expect("it doesn't panic");
    assert_eq!(server.connections(), 0);
}

#[test]
fn where_async_code_lets_one_block_a_call_is_sent() {
    let server = Server::saying("{}");
    let client = client(&server);
    let call = move || client.list_boats().harbor("south").send().map(drop).expect("it is answered");
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).build().expect("it starts");
    let (blocking, in_place) = (call.clone(), call.clone());
    runtime.block_on(async { tokio::task::spawn_blocking(blocking).await }).expect("it doesn't panic");
    runtime.block_on(runtime.spawn(async move { tokio::task::block_in_place(in_place) })).expect("it doesn't panic");
    let _current = runtime.enter();
    call();
    assert_eq!(server.asked().len(), 3);
}

#[test]
fn any_future_can_be_waited_for() {
    // Neither `Send` nor `'static`.
    let count = Rc::new(3);
    let borrowed = &count;
    let slept = block_on(async move {
        tokio::time::sleep(Duration::from_millis(1)).await;
        **borrowed
    });
    assert_eq!(slept.expect("it may wait"), 3);
    // What a future spawns goes on after it.
    let (spawned,) = block_on(async { (tokio::spawn(async { 4 }),) }).expect("it may wait");
    assert_eq!(block_on(spawned).expect("it may wait").expect("it doesn't panic"), 4);
    // A future that is waited for may wait itself, as credentials from another service's blocking client do.
    assert!(matches!(block_on(async { block_on(async { 5 }) }), Ok(Ok(5))));
    // A panic is the caller's, and the next can go on.
    assert!(catch_unwind(AssertUnwindSafe(|| block_on(async { panic!("by the test") }))).is_err());
    assert_eq!(block_on(async { 6 }).expect("it may wait"), 6);
}

#[test]
fn pages_and_their_items_are_iterators() {
    let pages = |head: &str| match head.contains("token=b") {
        true => whole(r#"{"boats":["Cat"]}"#),
        false => whole(r#"{"boats":["Ann","Bee"],"next":"b"}"#),
    };
    let server = Server::start(pages);
    let client = client(&server);
    let mut boats = Vec::new();
    for boat in client.list_boats().harbor("south").into_paginator().page_size(2).items().send() {
        boats.push(boat.expect("no page fails"));
    }
    assert_eq!(boats, ["Ann", "Bee", "Cat"]);
    assert_eq!(server.asked(), ["/south?size=2", "/south?token=b&size=2"]);
    let pages = client.list_boats().harbor("south").into_paginator().stop_on_duplicate_token(false).send();
    let sizes: Result<Vec<_>, _> = pages.map(|page| page.map(|page| page.boats().len())).collect();
    assert_eq!(sizes.expect("no page fails"), [2, 1]);
    // Nothing is asked for before its turn.
    drop(client.list_boats().harbor("south").into_paginator().send());
    assert_eq!(server.asked().len(), 4);
}

#[test]
fn an_error_is_the_last_of_an_iterator() {
    let server = Server::saying("no JSON");
    let mut pages = client(&server).list_boats().harbor("south").into_paginator().items().send();
    assert!(pages.next().is_some_and(|item| item.is_err()));
    assert!(pages.next().is_none());
    assert_eq!(server.asked().len(), 1);
}

#[test]
fn a_waiter_waits() {
    let server = Server::saying(r#"{"boats":["Ann"]}"#);
    let poll = client(&server).wait_until_boat_ready().harbor("south").wait(Duration::from_secs(60));
    let output = poll.expect("there is a boat").into_result().expect("it is an output");
    assert_eq!(output.boats(), ["Ann"]);
}

#[test]
fn a_stream_is_read_as_a_file_is() {
    let log = "day after day\n".repeat(10_000);
    let sent = log.clone();
    let server = Server::start(move |head| match head.contains("/log/broken") {
        true => Some((sent.clone(), sent.len() + 1)),
        false => whole(&sent),
    });
    let client = client(&server);
    let read = |boat: &str| {
        let mut text = String::new();
        let output = client.read_log().boat(boat).send().expect("it is answered");
        Reader::from(output.log).read_to_string(&mut text).map(|_| text)
    };
    assert_eq!(read("ann").expect("it is whole"), log);
    // One that ends too soon is an error, and not a shorter log.
    let error = read("broken").expect_err("a byte is missing");
    assert!(error.get_ref().is_some_and(|source| source.is::<sdk_runtime::primitives::ByteStreamError>()), "{error:?}");
    // What wants a `BufRead` has it.
    let output = client.read_log().boat("ann").send().expect("it is answered");
    let lines = std::io::BufRead::lines(Reader::from(output.log)).count();
    assert_eq!(lines, 10_000);
}

#[test]
fn a_single_call_is_changed() {
    let (server, other) = (Server::saying("{}"), Server::saying("{}"));
    let call = client(&server).list_boats().harbor("south").customize();
    let call = call.mutate_request(|request| {
        request.headers_mut().insert("x-who", "me");
    });
    call.config_override(Builder::new().endpoint_url(&other.url)).send().expect("it is answered");
    assert!(server.seen().is_empty());
    assert!(other.seen()[0].contains("\nx-who: me"), "{:?}", other.seen());
}

#[test]
fn a_call_is_signed_for_others() {
    use sdk_runtime::client::presigning::PresigningConfig;
    let server = Server::saying("{}");
    let hour = || PresigningConfig::expires_in(Duration::from_secs(3600)).expect("within bounds");
    let signed = client(&server).list_boats().harbor("south").presigned(hour()).expect("it is complete");
    assert!(signed.uri().starts_with(&format!("{}/south?", server.url)), "{}", signed.uri());
    assert!(client(&server).list_boats().harbor("south").customize().presigned(hour()).is_ok());
    assert!(server.seen().is_empty());
}

#[test]
fn the_builder_is_that_of_the_async_client() {
    let server = Server::saying("{}");
    let call = client(&server).list_boats().harbor("south").size(2);
    assert_eq!(*call.as_input(), ListBoatsInput::builder().harbor("south").size(2));
    assert_ne!(*call.as_input(), ListBoatsInput::builder().harbor("south"));
    assert_eq!(call.as_input().clone().build().expect("nothing is missing").harbor(), Some("south"));
    assert_eq!(call.get_harbor().as_deref(), Some("south"));
    assert_eq!(format!("{call:?}"), r#"ListBoatsInputBuilder { harbor: Some("south"), token: None, size: Some(2) }"#);
}

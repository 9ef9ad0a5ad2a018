//! Waiting by what the `waiter!` declarations make: the client's trait, the builder, the names in its module.

use crate::support;
use crate::support::server::{Reply, Server};
use crate::support::{SERVICE, config};
use sdk_runtime::client::Operation;
use sdk_runtime::config::retry::RetryConfig;
use sdk_runtime::declare::{Effect, Metadata};
use sdk_runtime::error::ProvideErrorMetadata;
use sdk_runtime::mock;
use sdk_runtime::test_util::Stub;
use sdk_runtime::{Handle, RequestId};
use std::time::Duration;
use waiters::{BoxReadyFinalPoll, BoxReadyFluentBuilder, WaitUntilBoxReadyError};

sdk_runtime::structure! {
    /// What it takes.
    pub struct GetBoxInput {
        /// The box.
        pub name: Option<String>,
        /// Which of its things.
        pub tags: Option<Vec<String>>,
    }
    input GetBoxInputBuilder, GetBoxFluentBuilder => GetBoxOutput, Error, GetBoxWaiting {
        name, set_name, get_name: optional text = label "name";
        tags, set_tags, get_tags: optional texts = query "tags" in "tag" as sdk_runtime::codec::List(sdk_runtime::codec::Plain);
    }
}

sdk_runtime::structure! {
    /// What it returns.
    pub struct GetBoxOutput {
        /// How it stands with the box.
        pub state: Option<String>,
    }
    output GetBoxOutputBuilder {
        state, set_state, get_state: optional text = member "state";
    }
}

sdk_runtime::service_error! {
    /// No error has a name.
    pub enum Error of (crate) {}
}

impl Operation for GetBoxInput {
    type Output = GetBoxOutput;
    type Error = Error;
    const METADATA: &'static Metadata =
        &Metadata { service: &SERVICE, name: "GetBox", method: "GET", uri: "/boxes/{name}", effect: Effect::ReadOnly };
}

mod waiters {
    use super::{GetBoxInput, GetBoxWaiting};

    sdk_runtime::waiter! {
        /// The waiter `box_ready`.
        BoxReady, "box_ready": GetBoxInput, 1 to 1 seconds {
            success if output("state is \"READY\"", |output| output.state() == Some("READY"));
            failure if input_output("state is input.name", |input, output| output.state() == input.name());
            retry if error("NoBox");
        }
        GetBoxWaiting<BoxReady> as BoxReadyFluentBuilder, BoxReadyFinalPoll, WaitUntilBoxReadyError
    }
}

struct Client {
    handle: Handle,
}

/// The same, blocking.
#[allow(dead_code, reason = "how it waits, `blocking` tells")]
struct Waiting {
    handle: sdk_runtime::blocking::Handle,
}

sdk_runtime::waiters! {
    Client, #[cfg(test)] Waiting {
        /// Until the box is ready.
        wait_until_box_ready: BoxReadyFluentBuilder;
    }
}

async fn client(script: Vec<Reply>) -> (Server, Client) {
    let server = Server::start(script).await;
    let sleep = support::time::Noted::new();
    let config = config(&server.url).retry_config(RetryConfig::disabled()).sleep_impl(sleep).build();
    (server, Client { handle: Handle::new(&SERVICE, config) })
}

const READY: Reply = Reply::Http(200, "x-amzn-requestid: r-1\r\n", r#"{"state":"READY"}"#);
const NO_BOX: Reply = Reply::Http(400, "", r#"{"__type":"a#NoBox"}"#);
const NO_BOX_IN_QUERY: Reply =
    Reply::Http(400, "x-amzn-query-error: Box.NonExistent;Sender\r\n", r#"{"__type":"a#NoBox"}"#);

#[tokio::test]
async fn the_builder_sets_what_is_polled_with() {
    let (server, client) = client(vec![NO_BOX, READY]).await;
    let builder = client.wait_until_box_ready().name("b").tags("x").tags("y");
    assert_eq!((builder.get_name().as_deref(), builder.as_input().get_name().as_deref()), (Some("b"), Some("b")));
    let poll: Result<BoxReadyFinalPoll, WaitUntilBoxReadyError> = builder.wait(Duration::from_secs(10)).await;
    let output = poll.expect("the second answer is ready").into_result().expect("it is an output");
    assert_eq!((output.state(), output.request_id()), (Some("READY"), Some("r-1")));
    let lines: Vec<_> = server.seen().into_iter().map(|seen| seen.line).collect();
    assert!(lines.iter().all(|line| line.starts_with("GET /boxes/b?tag=x&tag=y ")), "{lines:?}");
    assert_eq!(lines.len(), 2);
}

#[tokio::test]
async fn an_error_is_known_by_its_shape_whatever_its_code() {
    let (server, client) = client(vec![NO_BOX_IN_QUERY, READY]).await;
    let poll = client.wait_until_box_ready().name("b").wait(Duration::from_secs(10)).await;
    assert!(poll.is_ok(), "{poll:?}");
    assert_eq!(server.seen().len(), 2);
}

/// What programs do with the error of a wait: `?`.
async fn wait(client: &Client, name: &str) -> Result<(), Error> {
    client.wait_until_box_ready().name(name).wait(Duration::from_secs(1)).await?;
    Ok(())
}

#[tokio::test]
async fn the_error_becomes_the_crates() {
    let (_server, client) = client(vec![Reply::Http(400, "", r#"{"__type":"Denied"}"#), READY]).await;
    let error = wait(&client, "b").await.expect_err("it is denied");
    assert_eq!((error.code(), error.to_string().as_str()), (Some("Denied"), "GetBox: Denied (HTTP 400)"));
    assert!(wait(&client, "b").await.is_ok());
}

#[tokio::test]
async fn a_wait_in_vain_keeps_its_text() {
    let (_server, client) = client(vec![Reply::Http(200, "", r#"{"state":"b"}"#)]).await;
    let error = wait(&client, "b").await.expect_err("the state is the name");
    assert_eq!(
        error.to_string(),
        "wait_until_box_ready: out of reach after 1 poll of GetBox; the last one found that state is input.name"
    );
}

#[test]
fn a_wait_can_go_to_another_thread() {
    fn assert_send(_: &impl Send) {}
    let client = Client { handle: Handle::new(&SERVICE, config("http://127.0.0.1:1").build()) };
    assert_send(&client.wait_until_box_ready().wait(Duration::from_secs(1)));
}

#[tokio::test]
async fn rules_answer_polls_and_time_passes_only_by_waiting() {
    let state = |state: &'static str| move || GetBoxOutput::builder().state(state).build();
    let get = |client: &Client| GetBoxFluentBuilder::new(client.handle.clone());
    let ready = mock!(get).sequence().output(state("PACKED")).times(2).output(state("READY")).build();
    let never = mock!(get).then_output(state("PACKED"));
    for (rule, polls) in [(ready, 3), (never, 10)] {
        let stub = Stub::new([rule.clone()]);
        let client = Client { handle: Handle::new(&SERVICE, stub.config().build()) };
        let waited = client.wait_until_box_ready().name("b").wait(Duration::from_secs(10)).await;
        assert_eq!((waited.is_ok(), rule.num_calls()), (polls == 3, polls), "{waited:?}");
    }
}

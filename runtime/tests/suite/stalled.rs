//! Bodies that stand still, either way: protected against, and not.

use crate::slow_uploads::{bodies, until};
use crate::streaming::UploadInput;
use crate::support::server::{Reply, Server};
use crate::support::time::Noted;
use crate::support::{CreateThing, SERVICE, config, get};
use aws_smithy_types::body::SdkBody;
use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use sdk_runtime::Handle;
use sdk_runtime::config::retry::RetryConfig;
use sdk_runtime::config::timeout::TimeoutConfig;
use sdk_runtime::config::{Builder, StalledStreamProtectionConfig as Protection};
use sdk_runtime::primitives::ByteStream;
use std::convert::Infallible;
use std::error::Error;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::time::{Interval, interval};

/// A client whose deadlines below 25 s are over at once, and longer ones never.
fn handle(url: &str) -> Handle {
    let noted = Noted::until(Duration::from_secs(25));
    Handle::new(&SERVICE, config(url).sleep_impl(noted).retry_config(RetryConfig::disabled()).build())
}

fn upload(content: ByteStream) -> UploadInput {
    UploadInput::builder().name("tide").content(content).build().expect("inputs can always be built")
}

/// The error and its causes.
fn said(error: &dyn Error) -> String {
    std::iter::successors(Some(error), |&error| error.source()).map(|error| format!("{error}\n")).collect()
}

/// What reading an answer that stands still says; nothing, if it goes on waiting.
async fn read(handle: &Handle) -> Option<String> {
    let answer = handle.send(&mut upload(ByteStream::default())).await.expect("there is a head");
    let all = tokio::time::timeout(Duration::from_millis(100), answer.content.collect()).await.ok()?;
    Some(said(&all.expect_err("it never ends")))
}

/// What a call whose answer is read before it is given says.
async fn call(handle: &Handle) -> Option<String> {
    let mut input = get("1");
    let answer = tokio::time::timeout(Duration::from_millis(100), handle.send(&mut input)).await.ok()?;
    Some(said(&answer.expect_err("it never ends")))
}

const STALL: Reply = Reply::Stall("{\"begun\":");

#[tokio::test]
async fn an_answer_of_which_nothing_arrives_for_the_grace_period_fails() {
    let server = Server::start(vec![STALL; 4]).await;
    let handle = handle(&server.url);
    let shorter = Protection::enabled().grace_period(Duration::from_secs(7)).build();
    for (handle, seconds) in
        [(handle.clone(), 20), (handle.with_override(Builder::new().stalled_stream_protection(shorter)), 7)]
    {
        let expected = format!(
            "the answer of {} stalled: no data within {seconds}s (grace period of `stalled_stream_protection`): raise it, or \
             disable the protection\n",
            server.url
        );
        for said in [read(&handle).await, call(&handle).await] {
            assert!(said.as_ref().is_some_and(|said| said.contains(&expected)), "{said:?}");
        }
    }
}

#[tokio::test]
async fn without_protection_an_answer_is_waited_for() {
    let server = Server::start(vec![STALL; 4]).await;
    let handle = handle(&server.url);
    let with = |protection: Protection| handle.with_override(Builder::new().stalled_stream_protection(protection));
    let one_way = Protection::enabled().download_enabled(false).build();
    for without in [with(Protection::disabled()), with(one_way)] {
        assert_eq!((read(&without).await, call(&without).await), (None, None));
    }
}

/// A client that makes one attempt, with this protection.
fn protected(url: &str, protection: Protection) -> Handle {
    let config = config(url).retry_config(RetryConfig::disabled()).stalled_stream_protection(protection);
    Handle::new(&SERVICE, config.build())
}

const GRACE: Duration = Duration::from_millis(300);

#[tokio::test]
async fn an_upload_of_which_nothing_is_taken_for_the_grace_period_fails() {
    for body in bodies() {
        let (url, _) = until(256 << 10, 1 << 20).await;
        let handle = protected(&url, Protection::enabled().grace_period(GRACE).build());
        let said = said(&handle.send(&mut upload(body)).await.expect_err("nobody reads"));
        let expected = format!(
            "the upload to {url} stalled: no data within 300ms (grace period of `stalled_stream_protection`): raise it, or \
             disable the protection\n"
        );
        assert!(said.contains(&expected), "{said}");
    }
}

#[tokio::test]
async fn without_protection_an_upload_goes_on() {
    for body in bodies() {
        let (url, stuck) = until(256 << 10, 1 << 20).await;
        let handle = protected(&url, Protection::enabled().upload_enabled(false).grace_period(GRACE).build());
        let call = tokio::spawn(async move { handle.send(&mut upload(body)).await.map(drop) });
        stuck.await.expect("it takes some");
        tokio::time::sleep(4 * GRACE).await;
        assert!(!call.is_finished(), "{:?}", call.await);
    }
}

/// Gives its pieces slowly.
struct Slow {
    pieces: usize,
    every: Interval,
}

impl Body for Slow {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        if self.pieces == 0 {
            return Poll::Ready(None);
        }
        ready!(self.every.poll_tick(cx));
        self.pieces -= 1;
        Poll::Ready(Some(Ok(Frame::data(Bytes::from_static(b"a")))))
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.pieces as u64)
    }
}

/// The program itself has nothing to send: nobody stalls.
#[tokio::test]
async fn a_program_may_take_its_time_between_the_pieces_of_its_own_stream() {
    let server = Server::start(vec![Reply::Http(200, "", "")]).await;
    let patient = protected(&server.url, Protection::enabled().grace_period(Duration::from_millis(40)).build());
    let body = SdkBody::from_body_1_x(Slow { pieces: 3, every: interval(Duration::from_millis(400)) });
    patient.send(&mut upload(ByteStream::new(body))).await.unwrap_or_else(|error| panic!("{}", said(&error)));
    assert_eq!(server.seen()[0].body, "aaa");
}

/// Once all of a body is taken, the answer is waited for.
#[tokio::test]
async fn after_an_upload_the_read_timeout_holds() {
    let server = Server::start(vec![Reply::Silence; 2]).await;
    let timeouts = TimeoutConfig::builder().read_timeout(Duration::from_millis(300)).build();
    let config = config(&server.url).retry_config(RetryConfig::disabled()).timeout_config(timeouts);
    let handle = Handle::new(&SERVICE, config.stalled_stream_protection(Protection::disabled()).build());
    let long = ByteStream::new(SdkBody::from(vec![b'a'; 1 << 20]));
    let expected = format!("no answer from {} within 300ms (read timeout)\n", server.url);
    let error = handle.send(&mut upload(long)).await.expect_err("nobody answers");
    assert!(said(&error).contains(&expected), "{}", said(&error));
    let error = handle.send(&mut CreateThing { body: "{}" }).await.expect_err("nobody answers");
    assert!(said(&error).contains(&expected), "{}", said(&error));
}

//! Streams in which nothing happens, and those that take long.

use super::frames::event;
use super::server::{answer, channel, head, pieces, serve};
use super::talk::{Client, Said, word, words};
use crate::support::config;
use sdk_runtime::SdkError;
use sdk_runtime::config::timeout::TimeoutConfig;
use sdk_runtime::config::{AsyncSleep, Sleep};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// Notes how long is slept, and sleeps for ever.
#[derive(Clone, Debug, Default)]
struct Noted(Arc<Mutex<Vec<u64>>>);

impl AsyncSleep for Noted {
    fn sleep(&self, duration: Duration) -> Sleep {
        self.0.lock().expect("no test panics with it").push(duration.as_secs());
        Sleep::new(std::future::pending())
    }
}

#[tokio::test]
async fn no_deadline_cuts_a_stream_that_is_answered_at_its_end() {
    let noted = Noted::default();
    let url = serve(|request| async {
        super::server::read(request).await;
        answer(b"{}".to_vec())
    });
    let timeouts = TimeoutConfig::builder().operation_attempt_timeout(Duration::from_secs(60)).build();
    let client = Client::new(config(&url.await).sleep_impl(noted.clone()).timeout_config(timeouts));
    let (sender, said) = channel();
    let call = tokio::spawn(client.dictate().said(said).send());
    sender.send(Ok(word("a"))).expect("it is sent");
    tokio::time::sleep(Duration::from_millis(20)).await;
    drop(sender);
    call.await.expect("no panic").expect("it answers");
    let slept = noted.0.lock().expect("no test panics with it").clone();
    assert!(slept.iter().all(|seconds| *seconds == 300) && !slept.is_empty(), "only silence: {slept:?}");
}

#[tokio::test]
async fn a_stream_that_stalls_is_an_error_after_the_read_timeout() {
    let url = serve(|_| async {
        let (sender, body) = pieces();
        sender.send(event("pause", "").into()).expect("it is there");
        // What is held here keeps the answer open.
        tokio::spawn(async move {
            std::future::pending::<()>().await;
            drop(sender);
        });
        head().body(body).expect("a head")
    });
    let timeouts = TimeoutConfig::builder().read_timeout(Duration::from_millis(50)).build();
    let client = Client::new(config(&url.await).timeout_config(timeouts));
    let mut output = client.talk().room("hall").said(words(&[])).send().await.expect("it answers");
    assert!(matches!(output.heard.recv().await, Ok(Some(Said::Pause))));
    let error = output.heard.recv().await.expect_err("nothing more comes");
    let SdkError::DispatchFailure(failure) = &error else { panic!("{error:?}") };
    assert!(failure.is_timeout(), "{error}");
    assert!(error.to_string().starts_with("Talk: ") && error.to_string().contains("(read timeout)"), "{error}");
    assert!(matches!(output.heard.recv().await, Ok(None)));
}

//! Streams of events in tests: what rules play, and what was sent.

use super::server::channel;
use super::talk::{
    CallOutput, Client, DictateInput, DictateOutput, Error, LostError, Said, TalkInput, TalkOutput, word, words,
};
use sdk_runtime::config::timeout::TimeoutConfig;
use sdk_runtime::error::{ErrorMetadata, ProvideErrorMetadata};
use sdk_runtime::event_stream::EventReceiver;
use sdk_runtime::mock;
use sdk_runtime::test_util::{Recorder, Stub};
use sdk_runtime::transport::DefaultClient;

fn heard(room: &str, events: Vec<Result<Said, Error>>) -> TalkOutput {
    TalkOutput::builder().room(room).heard(EventReceiver::of(events)).build().expect("it has all")
}

#[tokio::test]
async fn a_rule_plays_events_and_what_ends_them() {
    let rule = mock!(Client::talk).then_output(|| {
        let lost = LostError::builder().message("click").place("Rome").build();
        heard("hall", vec![Ok(word("a")), Ok(Said::Pause), Err(Error::LostError(lost)), Ok(word("never"))])
    });
    let stub = Stub::new([rule]);
    let mut output = Client::new(stub.config()).talk().room("x").said(words(&["b", "c"])).send().await.expect("200");
    assert_eq!(output.room(), "hall");
    assert!(matches!(output.heard.recv().await, Ok(Some(said)) if said == word("a")));
    assert!(matches!(output.heard.recv().await, Ok(Some(Said::Pause))));
    let error = output.heard.recv().await.expect_err("it is lost");
    assert_eq!(error.to_string(), "Talk: LostError: click; place: \"Rome\"");
    assert!(matches!(output.heard.recv().await, Ok(None)));
    assert_eq!(stub.events_sent::<TalkInput, Said>(), [[word("b"), word("c")]]);
    assert_eq!(stub.calls::<TalkInput>()[0].room(), Some("x"));
}

#[tokio::test]
async fn an_error_that_the_model_lacks_is_played_too() {
    let rule = mock!(Client::talk).then_output(|| {
        heard("hall", vec![Err(Error::generic(ErrorMetadata::builder().code("Odd").message("m").build()))])
    });
    let client = Client::new(Stub::new([rule]).config());
    let mut output = client.talk().room("x").said(words(&[])).send().await.expect("200");
    let error = output.heard.recv().await.expect_err("it is odd");
    assert_eq!((error.code(), error.message()), (Some("Odd"), Some("m")));
}

#[tokio::test]
async fn what_is_sent_is_there_as_soon_as_it_is_heard() {
    let rule = mock!(Client::talk).then_output(|| heard("hall", vec![Ok(word("a")), Ok(word("b"))]));
    let stub = Stub::new([rule]);
    let (sender, said) = channel();
    let mut output = Client::new(stub.config()).talk().room("x").said(said).send().await.expect("200");
    assert_eq!(stub.events_sent::<TalkInput, Said>(), [[]]);
    sender.send(Ok(word("first"))).expect("it is sent");
    output.heard.recv().await.expect("a");
    assert_eq!(stub.events_sent::<TalkInput, Said>(), [[word("first")]]);
}

#[tokio::test]
async fn an_answer_at_the_end_has_heard_all() {
    let rule = mock!(Client::dictate).then_output(|| DictateOutput::builder().words(7).build());
    let stub = Stub::new([rule]);
    let output = Client::new(stub.config()).dictate().said(words(&["a", "b"])).send().await.expect("200");
    assert_eq!(output.words(), Some(7));
    assert_eq!(stub.events_sent::<DictateInput, Said>(), [[word("a"), word("b")]]);
}

#[tokio::test]
async fn other_members_are_played_where_they_have_a_message_of_their_own() {
    let rule = mock!(Client::call).then_output(|| {
        CallOutput::builder().room("cellar").heard(EventReceiver::of([Ok(word("a"))])).build().expect("it has all")
    });
    let client = Client::new(Stub::new([rule]).config());
    let mut output = client.call().room("x").said(words(&[])).send().await.expect("200");
    assert_eq!(output.room(), "cellar");
    assert!(matches!(output.heard.recv().await, Ok(Some(said)) if said == word("a")));
    assert!(matches!(output.heard.recv().await, Ok(None)));
}

#[tokio::test]
async fn a_recording_says_that_it_cant_hold_what_is_sent() {
    let recorder = Recorder::new(DefaultClient::new());
    let settings = crate::support::config("http://127.0.0.1:1").http_client(recorder);
    let client = Client::new(settings.timeout_config(TimeoutConfig::disabled()));
    let error = client.talk().room("x").said(words(&[])).send().await.expect_err("it can't");
    assert!(error.to_string().contains("a recording can't hold a stream of events that a program sends"), "{error}");
}

//! Smithy RPC v2: all members are in messages, and their payloads in CBOR or JSON.

use super::frames::{Frame, Value, frame, frames};
use super::server::{Answer, Asked, pieces, read, serve};
use super::talk::{
    Client, Error, LostError, PackOutput, Packed, Reported, Said, Sound, SpeakOutput, Tone, Word, word, words,
};
use sdk_runtime::error::ProvideErrorMetadata;
use sdk_runtime::event_stream::{EventReceiver, EventStreamSender};
use sdk_runtime::mock;
use sdk_runtime::primitives::{Blob, DateTime};
use sdk_runtime::test_util::Stub;
use sdk_runtime::{RequestId, SdkError};
use std::sync::{Arc, Mutex};

const CBOR: &str = "rpc-v2-cbor";
const JSON: &str = "rpc-v2-json";

/// An answer of a protocol.
fn answer(status: u16, protocol: Option<&str>, media_type: &str, bytes: Vec<u8>) -> Answer {
    let (sender, body) = pieces();
    sender.send(bytes.into()).expect("it is there");
    let head = http::Response::builder().status(status).header("content-type", media_type);
    let head = protocol.into_iter().fold(head, |head, protocol| head.header("smithy-protocol", protocol));
    head.header("x-amzn-requestid", "7c1f").body(body).expect("a head")
}

/// Answers each request so, and keeps what it was asked.
async fn scripted(status: u16, protocol: Option<&'static str>, bytes: Vec<u8>) -> (Client, Arc<Mutex<Vec<Asked>>>) {
    let asked = Arc::new(Mutex::new(Vec::new()));
    let kept = asked.clone();
    let url = serve(move |request| {
        let (bytes, kept) = (bytes.clone(), kept.clone());
        async move {
            let request = read(request).await;
            kept.lock().expect("no test panics with it").push(request);
            let media_type = if status == 200 { "application/vnd.amazon.eventstream" } else { "application/cbor" };
            answer(status, protocol, media_type, bytes)
        }
    });
    (Client::at(&url.await), asked)
}

/// The messages of the one request, without those around them that sign them; and its headers.
fn sent(asked: &Mutex<Vec<Asked>>) -> (Vec<Frame>, http::HeaderMap) {
    let asked = asked.lock().expect("no test panics with it").remove(0);
    let (outer, rest) = frames(&asked.body);
    assert!(rest.is_empty());
    let inner = outer.iter().flat_map(|frame| frames(&frame.payload).0).collect();
    (inner, asked.headers)
}

/// A map of texts, in CBOR.
fn map(entries: &[(&str, &str)]) -> Vec<u8> {
    let mut bytes = vec![0xa0 + entries.len() as u8];
    for text in entries.iter().flat_map(|(name, value)| [name, value]) {
        assert!(text.len() < 24);
        bytes.push(0x60 + text.len() as u8);
        bytes.extend(text.as_bytes());
    }
    bytes
}

/// The same without a length before it, as the runtime writes it.
fn open_map(entries: &[(&str, &str)]) -> Vec<u8> {
    let entries = map(entries);
    [&[0xbf], &entries[1..], &[0xff]].concat()
}

fn message(kind: &str, of: &str, name: &str, payload: &[u8]) -> Vec<u8> {
    frame(&[(":message-type", kind.into()), (of, name.into())], payload)
}

fn event(name: &str, payload: &[u8]) -> Vec<u8> {
    message("event", ":event-type", name, payload)
}

fn packed(text: &str) -> Packed {
    Packed::Word(Word::builder().text(text).build())
}

#[tokio::test]
async fn a_request_says_what_it_is_and_sends_its_members_first() {
    let (client, asked) = scripted(200, Some(CBOR), event("initial-response", &map(&[("room", "cellar")]))).await;
    let sound = Sound::builder().tone(Tone::Low).at(DateTime::from_secs(2)).wave(Blob::new(*b"\0\xff")).build();
    let reported = Reported::builder().by("her").word(Word::builder().text("so").build()).build();
    let lost = Error::LostError(LostError::builder().place("Rome").build());
    let events =
        [Ok(packed("a")), Ok(Packed::Sound(sound)), Ok(Packed::Reported(reported)), Ok(Packed::Pause), Err(lost)];
    client.pack().room("hall").said(EventStreamSender::of(events)).send().await.expect("it answers");
    let (found, headers) = sent(&asked);
    let told = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    assert_eq!(told("smithy-protocol"), Some(CBOR));
    assert_eq!(told("accept"), Some("application/vnd.amazon.eventstream"));
    assert_eq!(told("content-type"), Some("application/vnd.amazon.eventstream"));
    assert_eq!((told("content-length"), told("x-amz-target")), (None, None));
    let cbor = || (":content-type".to_owned(), Value::from("application/cbor"));
    let told = |kind: &str, of: &str, name: &str| {
        vec![(":message-type".to_owned(), Value::from(kind)), (of.to_owned(), Value::from(name))]
    };
    let event = |name: &str| told("event", ":event-type", name);
    let sound = [
        (":content-type".to_owned(), "application/octet-stream".into()),
        ("tone".to_owned(), "low".into()),
        ("at".to_owned(), Value::Time(2_000)),
    ];
    let reported = [cbor(), ("by".to_owned(), "her".into())];
    let expected = [
        ([event("initial-request"), vec![cbor()]].concat(), open_map(&[("room", "hall")])),
        ([event("word"), vec![cbor()]].concat(), open_map(&[("text", "a")])),
        ([event("sound"), sound.to_vec()].concat(), b"\0\xff".to_vec()),
        ([event("reported"), reported.to_vec()].concat(), found[3].payload.clone()),
        (event("pause"), Vec::new()),
        ([told("exception", ":exception-type", "lost"), vec![cbor()]].concat(), open_map(&[("place", "Rome")])),
    ];
    let expected = expected.map(|(headers, payload)| Frame { headers, payload });
    assert_eq!(found, expected);
    // Whatever its lengths look like: not JSON, but a map with these texts.
    let quoted = &found[3].payload;
    assert!(matches!(quoted[0], 0xa1 | 0xbf) && quoted[1..].starts_with(b"\x64text\x62so"), "{quoted:x?}");
}

#[tokio::test]
async fn events_are_read_as_cbor() {
    let reported = frame(
        &[(":message-type", "event".into()), (":event-type", "reported".into()), ("by", "her".into())],
        &map(&[("text", "so")]),
    );
    let sound = frame(
        &[(":message-type", "event".into()), (":event-type", "sound".into()), ("at", Value::Time(1_500))],
        b"\0\xff",
    );
    let initial = event("initial-response", &map(&[("room", "cellar"), ("new", "?")]));
    let all =
        [initial, event("word", &map(&[("text", "a")])), sound, reported, event("pause", b""), event("new", b"?")];
    let (client, _) = scripted(200, Some(CBOR), all.concat()).await;
    let mut output = client.pack().room("hall").said(EventStreamSender::of([])).send().await.expect("it answers");
    assert_eq!(output.room(), "cellar");
    let mut heard = Vec::new();
    while let Some(event) = output.heard.recv().await.expect("all is well") {
        heard.push(event);
    }
    assert_eq!(heard[0], packed("a"));
    let sound = heard[1].as_sound().expect("a sound");
    assert_eq!((sound.at(), sound.wave()), (Some(&DateTime::from_millis(1_500)), Some(&Blob::new(*b"\0\xff"))));
    let reported = heard[2].as_reported().expect("a quote");
    assert_eq!((reported.by(), reported.word().and_then(|word| word.text())), (Some("her"), Some("so")));
    assert!(heard[3].is_pause() && heard[4].is_unknown() && heard.len() == 5, "{heard:?}");
}

#[tokio::test]
async fn an_error_within_the_stream_is_in_cbor() {
    let lost = map(&[("message", "click"), ("place", "Rome"), ("new", "?")]);
    let lost = message("exception", ":exception-type", "lost", &lost);
    let other = message("exception", ":exception-type", "NewError", &map(&[("Message", "m")]));
    let initial = event("initial-response", &map(&[("room", "cellar")]));
    let (client, _) = scripted(200, Some(CBOR), [initial.clone(), lost].concat()).await;
    let call = || client.pack().room("hall").said(EventStreamSender::of([])).send();
    let error = call().await.expect("it answers").heard.recv().await.expect_err("it is lost");
    assert_eq!(error.to_string(), "Talk: LostError: click; place: \"Rome\"");
    assert_eq!(error.meta().request_id(), Some("7c1f"));
    let Error::LostError(lost) = error.into_service_error() else { panic!("another error") };
    assert_eq!((lost.message(), lost.place()), (Some("click"), Some("Rome")));
    let (client, _) = scripted(200, Some(CBOR), [initial, other].concat()).await;
    let call = client.pack().room("hall").said(EventStreamSender::of([])).send();
    let error = call.await.expect("it answers").heard.recv().await.expect_err("it is new");
    assert_eq!((error.code(), error.message()), (Some("NewError"), Some("m")));
}

#[tokio::test]
async fn an_error_before_the_stream_is_an_answer_as_ever() {
    let said = map(&[("__type", "a.b#LostError"), ("message", "no"), ("place", "Rome")]);
    let (client, _) = scripted(400, Some(CBOR), said).await;
    let call = client.pack().room("hall").said(EventStreamSender::of([])).send();
    let error = call.await.expect_err("400");
    assert_eq!(error.to_string(), "Talk: LostError: no; place: \"Rome\" (HTTP 400, request id 7c1f)");
}

#[tokio::test]
async fn what_comes_from_elsewhere_is_said_to() {
    for (protocol, bytes) in [(None, b"<html>".to_vec()), (Some(JSON), event("initial-response", b"{\"room\":\"x\"}"))]
    {
        let (client, _) = scripted(200, protocol, bytes).await;
        let call = client.pack().room("hall").said(EventStreamSender::of([])).send();
        let error = call.await.expect_err("no such answer");
        assert!(matches!(error, SdkError::ResponseError(_)), "{error:?}");
        assert!(error.to_string().contains("where the service's own answers have `rpc-v2-cbor`"), "{error}");
    }
}

#[tokio::test]
async fn payloads_that_are_broken_are_said_to_be() {
    let initial = event("initial-response", &map(&[("room", "cellar")]));
    for payload in [&b"\x80"[..], b"{}", b"\xa1\x64text\x01", b"\xa1\x64text"] {
        let (client, _) = scripted(200, Some(CBOR), [initial.clone(), event("word", payload)].concat()).await;
        let call = client.pack().room("hall").said(EventStreamSender::of([])).send();
        let error = call.await.expect("it answers").heard.recv().await.expect_err("no word");
        assert!(error.to_string().contains("the event \"word\" is not what the model says"), "{error}");
    }
}

#[tokio::test]
async fn json_is_spoken_the_same_way() {
    let lost = message("exception", ":exception-type", "lost", br#"{"message":"click","place":"Rome"}"#);
    let all = [event("initial-response", br#"{"room":"cellar"}"#), event("word", br#"{"text":"b"}"#), lost];
    let (client, asked) = scripted(200, Some(JSON), all.concat()).await;
    let mut output = client.speak().room("hall").said(words(&["a"])).send().await.expect("it answers");
    assert_eq!(output.room(), "cellar");
    assert!(matches!(output.heard.recv().await, Ok(Some(said)) if said == word("b")));
    let error = output.heard.recv().await.expect_err("it is lost");
    assert_eq!(error.to_string(), "Talk: LostError: click; place: \"Rome\"");
    let (found, headers) = sent(&asked);
    assert_eq!(headers.get("smithy-protocol").map(|value| value.as_bytes()), Some(JSON.as_bytes()));
    assert_eq!(headers.get("accept").map(|value| value.as_bytes()), Some(&b"application/vnd.amazon.eventstream"[..]));
    let told: Vec<_> = found.iter().map(|frame| (frame.text(":event-type"), frame.text(":content-type"))).collect();
    assert_eq!(told, [("initial-request", "application/json"), ("word", "application/json")]);
    assert_eq!((&found[0].payload[..], &found[1].payload[..]), (&br#"{"room":"hall"}"#[..], &br#"{"text":"a"}"#[..]));
}

#[tokio::test]
async fn rules_play_events_in_either() {
    let lost = || Error::LostError(LostError::builder().message("click").place("Rome").build());
    let pack = mock!(Client::pack).then_output(move || {
        let heard = EventReceiver::of([Ok(packed("a")), Err(lost())]);
        PackOutput::builder().room("cellar").heard(heard).build().expect("it has all")
    });
    let speak = mock!(Client::speak).then_output(|| {
        SpeakOutput::builder().room("attic").heard(EventReceiver::of([Ok(Said::Pause)])).build().expect("it has all")
    });
    let stub = Stub::new([pack, speak]);
    let client = Client::new(stub.config());
    let mut output = client.pack().room("x").said(EventStreamSender::of([Ok(packed("b"))])).send().await.expect("200");
    assert_eq!(output.room(), "cellar");
    assert!(matches!(output.heard.recv().await, Ok(Some(said)) if said == packed("a")));
    let error = output.heard.recv().await.expect_err("it is lost");
    assert_eq!(error.to_string(), "Talk: LostError: click; place: \"Rome\"");
    assert_eq!(stub.events_sent::<super::talk::PackInput, Packed>(), [[packed("b")]]);
    let mut output = client.speak().room("x").said(words(&[])).send().await.expect("200");
    assert_eq!(output.room(), "attic");
    assert!(matches!(output.heard.recv().await, Ok(Some(Said::Pause))));
}

#[tokio::test]
async fn what_is_played_without_a_call_reads_its_errors_too() {
    let lost = Error::LostError(LostError::builder().message("click").place("Rome").build());
    let mut receiver: EventReceiver<Packed, Error> = EventReceiver::of([Err(lost)]);
    let error = receiver.recv().await.expect_err("it is lost");
    let Error::LostError(lost) = error.into_service_error() else { panic!("another error") };
    assert_eq!((lost.message(), lost.place()), (Some("click"), Some("Rome")));
}

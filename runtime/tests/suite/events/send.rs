//! What a program sends.

use super::frames::{Frame, Value, event, frame, frames, hex, signature};
use super::server::{Asked, answer, channel, read, scripted, serve};
use super::talk::{Client, Error, LostError, Said, Sound, Tone, Word, Written, word, words};
use crate::support::config;
use sdk_doubles::Clock;
use sdk_runtime::event_stream::EventStreamSender;
use sdk_runtime::primitives::{Blob, DateTime};
use std::sync::{Arc, Mutex};

const OPEN_END: &[u8] = b"";

fn sent(asked: &Mutex<Vec<Asked>>) -> (Vec<Frame>, Asked) {
    let mut asked = asked.lock().expect("no test panics with it");
    assert_eq!(asked.len(), 1);
    let asked = asked.remove(0);
    let (frames, rest) = frames(&asked.body);
    assert_eq!(rest, OPEN_END);
    (frames, asked)
}

#[tokio::test]
async fn messages_of_a_request_that_is_not_signed_are_as_they_are() {
    let (url, asked) = scripted(Vec::new()).await;
    let sound = Sound::builder().tone(Tone::Low).at(DateTime::from_secs(2)).wave(Blob::new("w")).build();
    let said = EventStreamSender::of([Ok(word("a")), Ok(Said::Sound(sound)), Ok(Said::Pause)]);
    Client::at(&url).open().room("hall").said(said).send().await.expect("it answers");
    let (frames, asked) = sent(&asked);
    let told = |name: &str| asked.headers.get(name).and_then(|value| value.to_str().ok());
    assert_eq!(told("content-type"), Some("application/vnd.amazon.eventstream"));
    assert_eq!(told("accept"), Some("application/vnd.amazon.eventstream"));
    assert_eq!((told("room"), told("authorization"), told("x-amz-content-sha256")), (Some("hall"), None, None));
    let expected = [
        (
            vec![
                (":message-type", "event".into()),
                (":event-type", "word".into()),
                (":content-type", "application/json".into()),
            ],
            &br#"{"text":"a"}"#[..],
        ),
        (
            vec![
                (":message-type", "event".into()),
                (":event-type", "sound".into()),
                (":content-type", "application/octet-stream".into()),
                ("tone", "low".into()),
                ("at", Value::Time(2_000)),
            ],
            b"w",
        ),
        (vec![(":message-type", "event".into()), (":event-type", "pause".into())], b""),
    ];
    let expected: Vec<u8> = expected.iter().flat_map(|(headers, payload)| frame(headers, payload)).collect();
    assert_eq!(frames.len(), 3);
    assert_eq!(asked.body, expected);
}

#[tokio::test]
async fn each_message_is_signed_with_the_signature_before_it() {
    let (url, asked) = scripted(Vec::new()).await;
    let client = Client::new(config(&url).time_source(Clock::at(1_700_000_000)));
    client.talk().room("hall").said(words(&["a", "b"])).send().await.expect("it answers");
    let (frames, asked) = sent(&asked);
    let told =
        |name: &str| asked.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    assert_eq!(told("x-amz-content-sha256"), "STREAMING-AWS4-HMAC-SHA256-EVENTS");
    let authorization = told("authorization");
    assert!(authorization.contains("x-amz-content-sha256"), "{authorization}");
    let (_, mut last) = authorization.rsplit_once("Signature=").map(|(a, b)| (a, b.to_owned())).expect("it is signed");
    let payload = |text: &str| {
        let media_type = (":content-type", "application/json".into());
        let headers = [(":message-type", "event".into()), (":event-type", "word".into()), media_type];
        frame(&headers, format!("{{\"text\":\"{text}\"}}").as_bytes())
    };
    let millis = 1_700_000_000_000;
    for (found, payload) in frames.iter().zip([payload("a"), payload("b"), Vec::new()]) {
        let expected = signature("very-secret", ("20231114", "20231114T221320Z"), millis, &last, &payload);
        assert_eq!(found.payload, payload);
        assert_eq!(found.header(":date"), Some(&Value::Time(millis)));
        assert_eq!(found.header(":chunk-signature"), Some(&Value::Bytes(expected.clone())));
        last = hex(&expected);
    }
    assert_eq!(frames.len(), 3, "one around nothing is the end");
}

#[tokio::test]
async fn other_members_go_before_the_stream_where_there_is_no_place_for_them() {
    let initial = event("initial-response", r#"{"room":"cellar"}"#);
    let (url, asked) = scripted([initial, event("pause", "")].concat()).await;
    let call = Client::at(&url).call().room("hall").said(words(&["a"]));
    let mut output = call.send().await.expect("it answers");
    assert_eq!(output.room(), "cellar");
    assert!(matches!(output.heard.recv().await, Ok(Some(Said::Pause))));
    assert!(matches!(output.heard.recv().await, Ok(None)));
    let (outer, asked) = sent(&asked);
    assert_eq!(
        asked.headers.get("content-type").map(|value| value.as_bytes()),
        Some(&b"application/vnd.amazon.eventstream"[..])
    );
    assert_eq!(asked.headers.get("x-amz-target").map(|value| value.as_bytes()), Some(&b"Talk.Call"[..]));
    let (inner, _) = frames(&outer[0].payload);
    assert_eq!((inner[0].text(":event-type"), inner[0].text(":content-type")), ("initial-request", "application/json"));
    assert_eq!(inner[0].payload, br#"{"room":"hall"}"#);
    let (inner, _) = frames(&outer[1].payload);
    assert_eq!(inner[0].text(":event-type"), "word");
}

#[tokio::test]
async fn an_error_that_comes_before_the_other_members_is_the_streams() {
    let lost = frame(&[(":message-type", "exception".into()), (":exception-type", "lost".into())], b"{}");
    let (url, _) = scripted(lost).await;
    let mut output = Client::at(&url).call().room("hall").said(words(&[])).send().await.expect("it answers");
    let error = output.heard.recv().await.expect_err("it is lost");
    assert_eq!(error.to_string(), "Talk: LostError");
}

#[tokio::test]
async fn without_the_other_members_there_is_no_answer() {
    for first in [event("pause", ""), event("initial-response", "{}"), Vec::new()] {
        let (url, _) = scripted(first).await;
        let error = Client::at(&url).call().room("hall").said(words(&[])).send().await.expect_err("no room is told");
        assert!(error.to_string().contains("the answer lacks what CallOutput requires: room"), "{error}");
    }
}

#[tokio::test]
async fn a_stream_that_is_missing_is_named_with_all_else_that_is() {
    let client = Client::at("http://127.0.0.1:1");
    let error = client.talk().send().await.expect_err("it is incomplete");
    assert_eq!(error.to_string(), "Talk: input is incomplete: room, said are required");
}

#[tokio::test]
async fn an_error_of_the_models_is_sent_as_such() {
    let (url, asked) = scripted(Vec::new()).await;
    let lost = Error::LostError(LostError::builder().place("Rome").build());
    let said = EventStreamSender::once(Err(lost));
    Client::at(&url).open().room("hall").said(said).send().await.expect("it answers");
    let (frames, _) = sent(&asked);
    assert_eq!((frames[0].text(":message-type"), frames[0].text(":exception-type")), ("exception", "lost"));
    assert_eq!(frames[0].payload, br#"{"place":"Rome"}"#);
}

#[tokio::test]
async fn any_other_error_ends_the_call_and_says_why() {
    let (url, _) = scripted(Vec::new()).await;
    for (said, why) in [
        (Err(Error::unhandled("the microphone is off")), "the microphone is off"),
        (Ok(Said::Unknown), "an event of Said that the model does not know can't be sent"),
        (
            Ok(Said::Sound(Sound::builder().wave(Blob::new(vec![0; (16 << 20) + 1])).build())),
            "has a payload of 16777217 bytes",
        ),
    ] {
        let said = EventStreamSender::once(said);
        let error = Client::at(&url).open().room("hall").said(said).send().await.expect_err("it can't be sent");
        let text = sdk_runtime::error::DisplayErrorContext(&error).to_string();
        assert!(text.contains(why), "{text}");
    }
}

#[tokio::test]
async fn a_stream_is_sent_once() {
    let count = Arc::new(Mutex::new(0));
    let counted = count.clone();
    let url = serve(move |request| {
        *counted.lock().expect("no test panics with it") += 1;
        async move {
            read(request).await;
            let mut answer = answer(Vec::new());
            *answer.status_mut() = http::StatusCode::SERVICE_UNAVAILABLE;
            answer
        }
    });
    let client = Client::at(&url.await);
    let error = client.talk().room("hall").said(words(&["a"])).send().await.expect_err("503");
    assert_eq!(error.raw_response().map(|response| response.status().as_u16()), Some(503));
    assert_eq!(*count.lock().expect("no test panics with it"), 1, "though it changes nothing");
}

#[tokio::test]
async fn an_answer_can_come_at_the_end() {
    let url = serve(|request| async {
        let words = frames(&read(request).await.body).0.len() - 1;
        answer(format!("{{\"words\":{words}}}").into_bytes())
    });
    let client = Client::at(&url.await);
    let (sender, said) = channel();
    let call = tokio::spawn(client.dictate().said(said).send());
    for text in ["a", "b", "c"] {
        sender.send(Ok(word(text))).expect("it is sent");
        tokio::task::yield_now().await;
    }
    drop(sender);
    let output = call.await.expect("no panic").expect("it answers");
    assert_eq!(output.words(), Some(3));
}

#[tokio::test]
async fn events_are_xml_where_the_service_speaks_it() {
    let (url, asked) = scripted(Vec::new()).await;
    let written = Written::Word(Word::builder().text("a & b").build());
    let call = Client::at(&url).write().room("hall").said(EventStreamSender::once(Ok(written)));
    call.send().await.expect("it answers");
    let (outer, _) = sent(&asked);
    let (inner, _) = frames(&outer[0].payload);
    assert_eq!(inner[0].text(":content-type"), "application/xml");
    assert_eq!(String::from_utf8_lossy(&inner[0].payload), "<Word><text>a &amp; b</text></Word>");
}

#[test]
fn nothing_of_a_stream_is_shown_or_kept() {
    use super::talk::TalkInput;
    let input = TalkInput::builder().room("hall").said(words(&["secret"])).build().expect("inputs can always be built");
    assert_eq!(format!("{input:?}"), r#"TalkInput { room: Some("hall"), said: EventStreamSender { .. } }"#);
    assert_eq!(serde_json::to_string(&input).expect("is JSON"), r#"{"room":"hall"}"#);
    let read: TalkInput = serde_json::from_str(r#"{"room":"hall"}"#).expect("fits");
    assert_eq!((read.room(), read.said().is_given()), (Some("hall"), false));
    let listed: TalkInput = serde_json::from_str(r#"{"said":[{"word":{"text":"a"}},{"pause":{}}]}"#).expect("fits");
    assert!(listed.said().is_given(), "a list of events is a stream of them");
    let odd = serde_json::from_str::<TalkInput>(r#"{"said":[{"word":{"text":1}}]}"#).expect_err("no word");
    assert!(odd.to_string().contains("invalid type"), "{odd}");
}

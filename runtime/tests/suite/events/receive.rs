//! What a program receives.

use super::frames::{Value, event, frame, prelude};
use super::server::scripted;
use super::talk::{Client, Error, Said, Sound, TalkOutput, Tone, Written, word, words};
use sdk_runtime::RequestId;
use sdk_runtime::SdkError;
use sdk_runtime::error::ProvideErrorMetadata;
use sdk_runtime::event_stream::RawMessage;
use sdk_runtime::primitives::{Blob, DateTime};
use std::future::poll_fn;
use std::pin::Pin;

async fn talk(answer: Vec<u8>) -> TalkOutput {
    let (url, _) = scripted(answer).await;
    Client::at(&url).talk().room("hall").said(words(&[])).send().await.expect("it answers")
}

/// The error that ends a stream, behind which there is nothing.
async fn ends(answer: Vec<u8>) -> SdkError<Error, RawMessage> {
    let mut output = talk(answer).await;
    loop {
        match output.heard.recv().await {
            Ok(Some(_)) => {}
            Ok(None) => panic!("it ends well"),
            Err(error) => {
                assert!(matches!(output.heard.recv().await, Ok(None)), "nothing follows an error");
                return error;
            }
        }
    }
}

#[tokio::test]
async fn events_come_one_by_one_until_the_end() {
    let sound = frame(
        &[
            (":message-type", "event".into()),
            (":event-type", "sound".into()),
            ("tone", "low".into()),
            ("at", Value::Time(1_500)),
            ("volume", Value::Int(-3)),
        ],
        b"\0\xff",
    );
    let quote = frame(
        &[(":message-type", "event".into()), (":event-type", "quote".into()), ("by", "her".into())],
        br#"{"text":"so"}"#,
    );
    let all =
        [event("word", r#"{"text":"a"}"#), sound, quote, event("line", "b"), event("pause", ""), event("new", "?")];
    let mut output = talk(all.concat()).await;
    assert_eq!((output.room(), output.request_id()), ("hall", Some("7c1f")));
    let mut heard = Vec::new();
    while let Some(event) = output.heard.recv().await.expect("all is well") {
        heard.push(event);
    }
    let at = DateTime::from_millis(1_500);
    let sound = Sound::builder().tone(Tone::Low).at(at).volume(-3).wave(Blob::new(*b"\0\xff")).build();
    assert_eq!(heard[0], word("a"));
    assert_eq!(heard[1], Said::Sound(sound));
    let Said::Quote(quote) = &heard[2] else { panic!("{heard:?}") };
    assert_eq!((quote.by(), quote.word().and_then(|word| word.text())), (Some("her"), Some("so")));
    assert_eq!(heard[3].as_line().map(|line| line.text()), Ok(Some("b")));
    assert!(heard[4].is_pause() && heard[5].is_unknown() && heard.len() == 6, "{heard:?}");
}

#[tokio::test]
async fn a_receiver_is_a_stream() {
    let mut output = talk([event("word", r#"{"text":"a"}"#), event("word", "{}")].concat()).await;
    let mut next =
        async || poll_fn(|context| futures_core::Stream::poll_next(Pin::new(&mut output.heard), context)).await;
    assert_eq!(next().await.and_then(Result::ok), Some(word("a")));
    assert!(next().await.is_some() && next().await.is_none());
}

#[tokio::test]
async fn an_error_of_the_models_ends_the_stream() {
    let body = br#"{"message":"click","place":"Rome"}"#;
    let lost = frame(&[(":message-type", "exception".into()), (":exception-type", "lost".into())], body);
    let error = ends([event("pause", ""), lost, event("pause", "")].concat()).await;
    assert_eq!(error.to_string(), "Talk: LostError: click; place: \"Rome\"");
    assert_eq!(error.meta().request_id(), Some("7c1f"));
    let Error::LostError(lost) = error.into_service_error() else { panic!("another error") };
    assert_eq!((lost.message(), lost.place()), (Some("click"), Some("Rome")));
}

#[tokio::test]
async fn an_error_that_no_model_has_ends_it_too() {
    let other =
        frame(&[(":message-type", "exception".into()), (":exception-type", "NewError".into())], b"{\"Message\":\"m\"}");
    let error = ends(other).await;
    assert_eq!((error.code(), error.message()), (Some("NewError"), Some("m")));
    let told = [(":message-type", "error"), (":error-code", "Internal"), (":error-message", "it broke")];
    let error = ends(frame(&told.map(|(name, value)| (name, value.into())), b"")).await;
    assert_eq!(error.to_string(), "Talk: Internal: it broke");
    assert!(matches!(error, SdkError::ServiceError(_)));
}

#[tokio::test]
async fn what_is_no_message_says_why_and_where() {
    let good = event("pause", "");
    let at = good.len();
    let broken = |change: fn(&mut Vec<u8>)| {
        let mut bytes = event("word", "{}");
        change(&mut bytes);
        [good.clone(), bytes].concat()
    };
    let headers = |headers: &[(&str, Value)]| frame(headers, b"");
    let kind = |kind: Value| headers(&[(":message-type", kind)]);
    let head = format!("the message at byte {at} of the stream");
    let cases = [
        (broken(|bytes| bytes[3] ^= 1), format!("{head} is broken: its prelude's checksum is wrong")),
        (broken(|bytes| bytes[20] ^= 1), format!("{head} is broken: message checksum")),
        (broken(|bytes| *bytes.last_mut().expect("some") ^= 1), format!("{head} is broken: message checksum")),
        (
            [good.clone(), prelude(16 + (16 << 20) + 1, 0)].concat(),
            format!("{head} has a payload of 16777217 bytes, more than 16777216"),
        ),
        (
            [good.clone(), prelude(1 << 20, 131_073)].concat(),
            format!("{head} has headers of 131073 bytes, more than 131072"),
        ),
        (
            [good.clone(), prelude(20, 10)].concat(),
            format!("{head} has no possible length: 20 bytes in all, 10 of them headers"),
        ),
        ([good.clone(), prelude(20, 0)].concat(), "the stream ended within".to_owned()),
        (kind("gossip".into()), "the unknown :message-type \"gossip\"".to_owned()),
        (kind(Value::Int(1)), "a header :message-type that is not a string".to_owned()),
        (headers(&[]), "has no header :message-type".to_owned()),
        (kind("event".into()), "has no header :event-type".to_owned()),
        (kind("exception".into()), "has no header :exception-type".to_owned()),
        (event("word", "[]"), "the event \"word\" is not what the model says".to_owned()),
        (
            headers(&[(":message-type", "event".into()), (":event-type", "sound".into()), ("tone", Value::Int(1))]),
            "the event's header tone is not a string".to_owned(),
        ),
    ];
    for (bytes, expected) in cases {
        let error = ends(bytes).await;
        assert!(matches!(error, SdkError::ResponseError(_)), "{error:?}");
        let text = error.to_string().to_lowercase();
        assert!(text.contains(&expected.to_lowercase()), "{text}\nlacks: {expected}");
        assert!(text.starts_with("talk: "), "{text}");
    }
}

#[tokio::test]
async fn an_end_within_a_message_is_an_error() {
    let bytes = event("word", r#"{"text":"a"}"#);
    for length in [1, 11, 12, 13, bytes.len() - 1] {
        let error = ends(bytes[..length].to_vec()).await.to_string();
        assert!(
            error.contains(&format!("the stream ended within the message at its byte 0, of which {length}")),
            "{error}"
        );
    }
}

#[tokio::test]
async fn an_answer_without_what_it_must_have_is_refused() {
    let url = super::server::serve(|_| async {
        let (_, body) = super::server::pieces();
        http::Response::builder().body(body).expect("a head")
    });
    let error = Client::at(&url.await).talk().room("hall").said(words(&[])).send().await.expect_err("no room");
    assert!(error.to_string().contains("the answer lacks what TalkOutput requires: room"), "{error}");
}

#[tokio::test]
async fn an_error_instead_of_an_answer_is_read_as_ever() {
    let url = super::server::serve(|_| async {
        let (sender, body) = super::server::pieces();
        sender.send(r#"{"message":"no"}"#.into()).expect("it is there");
        http::Response::builder().status(500).header("x-amzn-errortype", "LostError").body(body).expect("a head")
    });
    let error = Client::at(&url.await).talk().room("hall").said(words(&[])).send().await.expect_err("500");
    assert_eq!(error.to_string(), "Talk: LostError: no (HTTP 500)");
}

#[tokio::test]
async fn payloads_are_xml_where_the_service_speaks_it() {
    let headers = |kind: &str, of: &str, name: &str| {
        frame(
            &[(":message-type", kind.into()), (of, name.into())],
            b"<?xml version=\"1.0\"?><Any><text>a</text><message>m</message></Any>",
        )
    };
    let answer = [
        headers("event", ":event-type", "word"),
        headers("event", ":event-type", "cited"),
        headers("exception", ":exception-type", "lost"),
    ];
    let (url, _) = scripted(answer.concat()).await;
    let said = sdk_runtime::event_stream::EventStreamSender::of([]);
    let mut output = Client::at(&url).write().room("hall").said(said).send().await.expect("it answers");
    let first = output.heard.recv().await.expect("a word").expect("a word");
    assert_eq!(first.as_word().map(|word| word.text()), Ok(Some("a")));
    let Ok(Some(Written::Cited(second))) = output.heard.recv().await else { panic!("no quote") };
    assert_eq!(second.word().and_then(|word| word.text()), Some("a"));
    let error = output.heard.recv().await.expect_err("it is lost");
    assert_eq!((error.code(), error.message()), (Some("LostError"), Some("m")));
}

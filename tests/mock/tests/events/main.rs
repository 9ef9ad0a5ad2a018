//! Streams of events: what is heard, what is played, what is refused.

mod signatures;
#[path = "../small/mod.rs"]
mod small;
mod stream;
#[path = "../support/mod.rs"]
mod support;

use aws_smithy_types::event_stream::{Header, HeaderValue, Message};
use bytes::Bytes;
use sdk_mock::{Heard, MockService};
use serde_json::json;
use std::time::Duration;
use stream::*;
use tokio::io::AsyncReadExt;

#[tokio::test]
async fn a_stream_has_to_be_said_to_be_one_in_any_protocol() {
    let rest = "POST /dictate";
    let called = "POST /";
    let routed = "POST /service/Service/operation/Dictate";
    for (protocol, line, headers) in [
        ("aws.protocols#restJson1", rest, ""),
        ("aws.protocols#awsJson1_1", called, "x-amz-target: Service.Dictate\r\n"),
        ("smithy.protocols#rpcv2Json", routed, "smithy-protocol: rpc-v2-json\r\n"),
    ] {
        let model = model(json!({})).replace("aws.protocols#restJson1", protocol);
        let service = MockService::builder().model(model).start().await.expect("a model");
        for media in ["application/json", "text/plain", "application/vnd.amazon.eventstream; a=b", ""] {
            let mut stream = connect(&service, line, &format!("{headers}content-type: {media}\r\n")).await;
            send(&mut stream, &word("a")).await;
            assert_eq!(finish(stream).await.status(), "400", "{protocol} {media}");
            let told = format!("The body's content-type is {media:?}, and not application/vnd.amazon.eventstream");
            assert_eq!(why(&service), Some(told), "{protocol}");
        }
        let mut stream = connect(&service, line, &format!("{headers}{MEDIA}")).await;
        send(&mut stream, &word("a")).await;
        finish(stream).await;
        assert!(why(&service).is_none_or(|why| !why.contains("content-type is")), "{protocol} {:?}", why(&service));
    }
}

#[tokio::test]
async fn what_is_said_is_heard_however_it_is_cut() {
    let service = echo(json!({})).start().await.expect("a model");
    let sound = Message::new_from_parts(
        vec![
            Header::new(":message-type", HeaderValue::String("event".into())),
            Header::new(":event-type", HeaderValue::String("sound".into())),
            Header::new("volume", HeaderValue::Int32(-3)),
        ],
        Bytes::from_static(b"w"),
    );
    let all = [word("a"), bytes(&sound), word("b")].concat();
    let bits: Vec<_> = all.chunks(7).map(<[u8]>::to_vec).collect();
    for pieces in [vec![all.clone()], bits] {
        let reply = post(&service, TALK, &pieces).await;
        assert_eq!(reply.status(), "200", "{}", reply.head);
        assert!(reply.head.contains("content-type: application/vnd.amazon.eventstream"), "{}", reply.head);
        assert!(reply.head.contains("x-topic: ") && !reply.head.contains("content-length"), "{}", reply.head);
        assert_eq!(reply.said(), [r#"word {"text":"a"}"#, "sound w", r#"word {"text":"b"}"#]);
        let request = service.requests().pop().expect("one");
        let sound = json!({"sound": {"volume": -3, "wave": "dw=="}});
        assert_eq!(request.events, [json!({"word": {"text": "a"}}), sound, json!({"word": {"text": "b"}})]);
        assert_eq!((request.body_size, &request.body[..], request.status), (all.len(), &all[..], 200));
        assert_eq!((request.operation.as_deref(), request.answer_size), (Some("Talk"), reply.body.len()));
    }
}

#[tokio::test]
async fn an_error_of_the_unions_ends_what_follows() {
    let builder = MockService::builder().model(model(json!({}))).on_events("Talk", |input| {
        let room = input["room"].clone();
        move |_| vec![json!({"lost": {"message": room}}), json!({"word": {"text": "never"}})]
    });
    let service = builder.start().await.expect("a model");
    let reply = post(&service, TALK, &[word("a")]).await;
    assert_eq!(reply.said(), [r#"lost {"message":"hall"}"#]);
    // One of the client's is heard as an event.
    let service = echo(json!({})).start().await.expect("a model");
    let lost = message(
        &[(":message-type", "exception"), (":exception-type", "lost"), (":content-type", "application/json")],
        "{}",
    );
    let reply = post(&service, TALK, &[bytes(&lost), word("never heard")]).await;
    assert_eq!(reply.said(), ["lost {}"]);
}

#[tokio::test]
async fn what_is_wrong_in_a_stream_ends_it_and_says_why() {
    let service = echo(json!({})).start().await.expect("a model");
    let kind = |kind: &str| bytes(&message(&[(":message-type", kind)], ""));
    let typed = |media: &str| {
        bytes(&message(
            &[(":message-type", "event"), (":event-type", "word"), (":content-type", media)],
            r#"{"text":"a"}"#,
        ))
    };
    let volume = |value: HeaderValue| {
        let mut message = event("sound", "");
        message = message.add_header(Header::new("volume", value));
        bytes(&message)
    };
    let mut broken = word("b");
    broken[3] ^= 1;
    let malformed = "SerializationException: ";
    for (piece, expected) in [
        (broken, format!("{malformed}The message at byte 102 of the stream has a prelude whose checksum is wrong")),
        (word("long word"), "ValidationException: Invalid request: word.text: Use 0 to 5 characters".to_owned()),
        (bytes(&event("word", "{}")), "ValidationException: Invalid request: word.text: Is required".to_owned()),
        (bytes(&event("word", "[]")), format!("{malformed}The body is not an object")),
        (bytes(&event("song", "{}")), format!("{malformed}The stream has no event song")),
        (
            bytes(&message(&[(":message-type", "exception"), (":exception-type", "word")], "{}")),
            format!("{malformed}word is no error of the stream"),
        ),
        (kind("gossip"), format!("{malformed}The stream has a message of the :message-type \"gossip\"")),
        (kind("event"), format!("{malformed}A message of the stream has no :event-type that is a string")),
        (bytes(&message(&[], "")), format!("{malformed}A message of the stream has no :message-type that is a string")),
        (
            typed("application/cbor"),
            format!("{malformed}The :content-type of a message is application/cbor, and not application/json"),
        ),
        (volume(HeaderValue::Int64(1)), format!("{malformed}The header volume is a number of another size")),
        (volume(HeaderValue::String("1".into())), format!("{malformed}The header volume is of another type")),
    ] {
        let reply = post(&service, TALK, &[word("a"), piece, word("never")]).await;
        let said = reply.said();
        assert_eq!(said[0], r#"word {"text":"a"}"#);
        assert!(said.len() == 2 && said[1].starts_with(&expected), "{said:?}\n{expected}");
        assert!(why(&service).is_some_and(|why| said[1].ends_with(&why)));
    }
    let reply = post(&service, TALK, &[word("b")[..20].to_vec()]).await;
    assert_eq!(reply.said(), [format!("{malformed}The message at byte 0 of the stream ends after 20 bytes")]);
}

#[tokio::test]
async fn before_the_stream_an_error_is_an_answer() {
    let service = echo(json!({})).deny("Listen").start().await.expect("a model");
    let reply = post(&service, "POST /rooms/long-room", &[word("a")]).await;
    assert_eq!((reply.status(), why(&service).as_deref()), ("400", Some("room: Use 0 to 5 characters")));
    let reply = post(&service, "POST /listen", &[]).await;
    assert_eq!(reply.status(), "403");
    assert_eq!(service.request_count(), 2, "each is recorded once");
}

#[tokio::test]
async fn an_answer_that_is_no_stream_comes_at_the_end() {
    let builder = MockService::builder().model(model(json!({}))).on_events("Dictate", |_| {
        let mut words = 0;
        move |heard| {
            words += i32::from(matches!(heard, Heard::Event(_)));
            vec![json!({ "words": words })]
        }
    });
    let service = builder.start().await.expect("a model");
    let reply = post(&service, "POST /dictate", &[word("a"), word("b")]).await;
    assert_eq!((reply.status(), String::from_utf8_lossy(&reply.body)), ("200", r#"{"words":2}"#.into()));
    let reply = post(&service, "POST /dictate", &[word("a"), word("long word")]).await;
    assert_eq!((reply.status(), why(&service).as_deref()), ("400", Some("word.text: Use 0 to 5 characters")));
    assert_eq!(service.request_count(), 2, "each is recorded once");
    assert_eq!(service.requests()[1].events, [json!({"word": {"text": "a"}})]);
}

#[tokio::test]
async fn without_a_handler_samples_are_played() {
    let service = MockService::builder().model(model(json!({}))).start().await.expect("a model");
    let names = |reply: &Reply| {
        reply.said().iter().map(|said| said.split(' ').next().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    let reply = post(&service, "POST /listen", &[]).await;
    assert_eq!(names(&reply), ["word", "sound"], "one of each event, and no error");
    for (count, expected) in [(0, &["word", "sound"][..]), (1, &["word", "sound"]), (3, &["word", "sound", "word"])] {
        let reply = post(&service, TALK, &vec![word("a"); count]).await;
        assert_eq!(names(&reply), expected);
    }
}

#[tokio::test]
async fn what_a_handler_may_not_play_is_its_mistake() {
    for (played, expected) in [
        (json!({"word": {"text": "long word"}}), "word.text: Use 0 to 5 characters"),
        (json!({"song": {}}), "the stream has no song"),
        (json!({"word": {"text": "a"}, "sound": {}}), "is no object of one member"),
        (json!([]), "is no object of one member"),
        (json!({"sound": {"volume": "x"}}), "sound.volume is not an integer"),
    ] {
        let builder = MockService::builder().model(model(json!({}))).on_events("Listen", move |_| {
            let played = played.clone();
            move |heard| if heard == Heard::End { vec![played.clone()] } else { Vec::new() }
        });
        let service = builder.start().await.expect("a model");
        let reply = post(&service, "POST /listen", &[]).await;
        let said = reply.said();
        assert!(said.len() == 1 && said[0].starts_with("InternalFailure: The mock service made a mistake"), "{said:?}");
        assert!(said[0].contains(expected), "{said:?}");
    }
    let error = echo(json!({})).on_events("Sing", |_| |_| Vec::new()).start().await.expect_err("no such operation");
    assert!(error.to_string().contains("there is no operation `Sing` with a stream of events"), "{error}");
}

#[tokio::test]
async fn a_client_that_goes_is_recorded() {
    let service = echo(json!({})).start().await.expect("a model");
    let mut stream = connect(&service, TALK, "").await;
    send(&mut stream, &word("a")).await;
    let mut some = [0; 16];
    stream.read_exact(&mut some).await.expect("it answers at once");
    assert_eq!(service.request_count(), 0, "not before it is over");
    drop(stream);
    for _ in 0..200 {
        if service.request_count() == 1 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    let request = service.requests().pop().expect("it is recorded");
    assert_eq!((request.status, request.why.as_deref()), (200, Some("the client's stream broke off")));
    assert_eq!(request.events, [json!({"word": {"text": "a"}})]);
}

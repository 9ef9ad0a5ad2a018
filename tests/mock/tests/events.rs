//! Streams of events: what is heard, what is signed, what is refused. Messages are made, signed and read by AWS's own crates.

mod small;
mod support;

use aws_credential_types::Credentials;
use aws_sigv4::event_stream::{sign_empty_message, sign_message};
use aws_sigv4::http_request::{PayloadChecksumKind, SignableBody, SignableRequest, SigningSettings, sign};
use aws_sigv4::sign::v4::SigningParams;
use aws_smithy_eventstream::frame::{read_message_from, write_message_to};
use aws_smithy_types::event_stream::{Header, HeaderValue, Message};
use bytes::Bytes;
use sdk_mock::{Builder, Heard, MockService};
use serde_json::{Value, json};
use std::time::{Duration, SystemTime};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

fn model(traits: Value) -> String {
    let operation = small::operation;
    let shapes = json!({
        "Talk": operation("POST /rooms/{room}", "TalkInput", "TalkOutput"),
        "Dictate": operation("POST /dictate", "DictateInput", "DictateOutput"),
        "Listen": operation("POST /listen", "Unit", "TalkOutput"),
        "TalkInput": {"type": "structure", "members": {
            "room": {"target": "Room", "traits": {"required": {}, "httpLabel": {}}},
            "said": {"target": "Said", "traits": {"httpPayload": {}}}}},
        "TalkOutput": {"type": "structure", "members": {
            "topic": {"target": "String", "traits": {"httpHeader": "x-topic"}},
            "heard": {"target": "Said", "traits": {"httpPayload": {}}}}},
        "DictateInput": {"type": "structure", "members": {"said": {"target": "Said", "traits": {"httpPayload": {}}}}},
        "DictateOutput": {"type": "structure", "members": {"words": {"target": "Integer"}}},
        "Room": {"type": "string", "traits": {"length": {"max": 5}}},
        "Said": {"type": "union", "members": {
            "word": {"target": "Word"}, "sound": {"target": "Sound"}, "lost": {"target": "Lost"}}, "traits": {"streaming": {}}},
        "Word": {"type": "structure", "members": {"text": {"target": "Room", "traits": {"required": {}}}}},
        "Sound": {"type": "structure", "members": {
            "volume": {"target": "Integer", "traits": {"eventHeader": {}}},
            "wave": {"target": "Blob", "traits": {"eventPayload": {}}}}},
        "Lost": {"type": "structure", "members": {"message": {"target": "String"}}, "traits": {"error": "client"}}
    });
    small::model(traits, shapes)
}

/// The service, which says again what it hears.
fn echo(traits: Value) -> Builder {
    MockService::builder().model(model(traits)).on_events("Talk", |_| {
        |heard| match heard {
            Heard::Event(event) => vec![event.clone()],
            _ => Vec::new(),
        }
    })
}

fn message(headers: &[(&str, &str)], payload: &str) -> Message {
    let header =
        |(name, value): &(&str, &str)| Header::new((*name).to_owned(), HeaderValue::String((*value).to_owned().into()));
    Message::new_from_parts(headers.iter().map(header).collect(), Bytes::from(payload.to_owned()))
}

fn event(name: &str, payload: &str) -> Message {
    message(&[(":message-type", "event"), (":event-type", name), (":content-type", "application/json")], payload)
}

fn bytes(message: &Message) -> Vec<u8> {
    let mut bytes = Vec::new();
    write_message_to(message, &mut bytes).expect("it is memory");
    bytes
}

fn word(text: &str) -> Vec<u8> {
    bytes(&event("word", &json!({ "text": text }).to_string()))
}

/// An answer: its head, and its body without the lengths of chunks.
struct Reply {
    head: String,
    body: Vec<u8>,
}

impl Reply {
    fn status(&self) -> &str {
        self.head.split(' ').nth(1).expect("a status")
    }

    /// What each message says: `word {"text":"a"}`, or `Code: message` of an error that no model has.
    fn said(&self) -> Vec<String> {
        let mut rest = Bytes::from(self.body.clone());
        let mut said = Vec::new();
        while !rest.is_empty() {
            let message = read_message_from(&mut rest).expect("a message");
            let text = |name: &str| {
                let header = message.headers().iter().find(|header| header.name().as_str() == name)?;
                Some(header.value().as_string().expect("a string").as_str().to_owned())
            };
            let payload = String::from_utf8_lossy(message.payload());
            said.push(match text(":error-code") {
                Some(code) => format!("{code}: {}", text(":error-message").expect("it says why")),
                None => {
                    let name = text(":event-type").or(text(":exception-type")).expect("a name");
                    format!("{name} {payload}")
                }
            });
        }
        said
    }
}

fn unchunked(mut body: &[u8]) -> Vec<u8> {
    let mut whole = Vec::new();
    while let Some(end) = body.windows(2).position(|two| two == b"\r\n") {
        let length = std::str::from_utf8(&body[..end]).expect("digits");
        let length = usize::from_str_radix(length, 16).expect("digits");
        let Some(piece) = body.get(end + 2..end + 2 + length) else { break };
        whole.extend(piece);
        body = body.get(end + 4 + length..).unwrap_or_default();
    }
    whole
}

async fn connect(service: &MockService, line: &str, headers: &str) -> TcpStream {
    let address = service.url().strip_prefix("http://").expect("plain HTTP");
    let mut stream = TcpStream::connect(address).await.expect("the service listens");
    let media = if headers.contains("content-type: ") { "" } else { MEDIA };
    let head = format!(
        "{line} HTTP/1.1\r\nHost: mock\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n{media}{headers}\r\n"
    );
    stream.write_all(head.as_bytes()).await.expect("it is read");
    stream
}

async fn send(stream: &mut TcpStream, piece: &[u8]) {
    // The service may have closed it.
    let _ = stream.write_all(&[format!("{:x}\r\n", piece.len()).as_bytes(), piece, b"\r\n"].concat()).await;
}

async fn finish(mut stream: TcpStream) -> Reply {
    let _ = stream.write_all(b"0\r\n\r\n").await;
    let mut reply = Vec::new();
    let _ = stream.read_to_end(&mut reply).await;
    let end = reply.windows(4).position(|four| four == b"\r\n\r\n").expect("a head");
    let head = String::from_utf8(reply[..end].to_vec()).expect("text");
    let body = match head.contains("transfer-encoding: chunked") {
        true => unchunked(&reply[end + 4..]),
        false => reply[end + 4..].to_vec(),
    };
    Reply { head, body }
}

async fn post(service: &MockService, line: &str, pieces: &[Vec<u8>]) -> Reply {
    let mut stream = connect(service, line, "").await;
    for piece in pieces {
        send(&mut stream, piece).await;
    }
    finish(stream).await
}

fn why(service: &MockService) -> Option<String> {
    service.requests().pop().and_then(|request| request.why)
}

const TALK: &str = "POST /rooms/hall";
const MEDIA: &str = "content-type: application/vnd.amazon.eventstream\r\n";

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
        (kind("event"), format!("{malformed}A message of the stream has no :event-type, or not a string")),
        (bytes(&message(&[], "")), format!("{malformed}A message of the stream has no :message-type, or not a string")),
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

/// Signs requests and messages.
struct Signer {
    keys: Credentials,
    time: SystemTime,
    last: String,
}

impl Signer {
    fn of(service: &MockService, time: SystemTime) -> Self {
        let keys = Credentials::new(service.access_key_id(), service.secret_access_key(), None, None, "test");
        Self { keys, time, last: String::new() }
    }

    /// The headers of a request whose body has this in place of its hash.
    fn headers(&mut self, line: &str, body: SignableBody<'_>) -> String {
        let (method, path) = line.split_once(' ').expect("a method and a path");
        let identity = self.keys.clone().into();
        let mut settings = SigningSettings::default();
        settings.payload_checksum_kind = PayloadChecksumKind::XAmzSha256;
        let params = SigningParams::builder().identity(&identity).region("us-east-1").name("talk").time(self.time);
        let params = params.settings(settings).build().expect("complete").into();
        let uri = format!("http://mock{path}");
        let signable = SignableRequest::new(method, uri, [("host", "mock")].into_iter(), body).expect("a request");
        let (signed, signature) = sign(signable, &params).expect("signed").into_parts();
        self.last = signature;
        signed.headers().map(|(name, value)| format!("{name}: {value}\r\n")).collect()
    }

    /// The message around one, or around nothing.
    fn around(&mut self, message: Option<&Message>) -> Vec<u8> {
        let identity = self.keys.clone().into();
        let params = SigningParams::builder().identity(&identity).region("us-east-1").name("talk").time(self.time);
        let params = params.settings(()).build().expect("complete");
        let signed = match message {
            Some(message) => sign_message(message, &self.last, &params),
            None => sign_empty_message(&self.last, &params),
        };
        let (signed, signature) = signed.expect("signed").into_parts();
        self.last = signature;
        bytes(&signed)
    }
}

const EVENTS: &str = "STREAMING-AWS4-HMAC-SHA256-EVENTS";

#[tokio::test]
async fn each_message_has_a_signature_that_follows_from_the_one_before() {
    let service = echo(json!({"aws.auth#sigv4": {"name": "talk"}})).start().await.expect("a model");
    let say = |text: &str| event("word", &json!({ "text": text }).to_string());
    let (a, b) = (say("a"), say("b"));
    let heard_a = r#"word {"text":"a"}"#.to_owned();
    let invalid = |why: &str| format!("InvalidSignatureException: {why}");
    let now = SystemTime::now();
    let follows =
        "InvalidSignatureException: The signature of a message is not the one that follows from the one before it";
    type Change = fn(&mut Vec<Vec<u8>>);
    let cases: [(Change, Vec<String>); 7] = [
        (|_| {}, vec![heard_a.clone(), r#"word {"text":"b"}"#.to_owned()]),
        // Left out, in another order, again, changed, behind the end, without an end.
        (|all| drop(all.remove(0)), vec![follows.to_owned()]),
        (|all| all.swap(0, 1), vec![follows.to_owned()]),
        (|all| all.insert(1, all[0].clone()), vec![heard_a.clone(), follows.to_owned()]),
        (
            |all| all.push(word("c")),
            vec![
                heard_a.clone(),
                r#"word {"text":"b"}"#.to_owned(),
                invalid("A message follows the one that is the end"),
            ],
        ),
        (
            |all| drop(all.pop()),
            vec![
                heard_a.clone(),
                r#"word {"text":"b"}"#.to_owned(),
                invalid("The stream ended without the signed message around nothing that is its end"),
            ],
        ),
        (
            |all| all[0] = word("a"),
            vec!["IncompleteSignatureException: A message of the stream has no :date, or not a timestamp".to_owned()],
        ),
    ];
    for (change, expected) in cases {
        let mut signer = Signer::of(&service, now);
        let headers = signer.headers(TALK, SignableBody::Precomputed(EVENTS.to_owned()));
        let mut all = vec![signer.around(Some(&a)), signer.around(Some(&b)), signer.around(None)];
        change(&mut all);
        let mut stream = connect(&service, TALK, &headers).await;
        for piece in all {
            send(&mut stream, &piece).await;
        }
        let reply = finish(stream).await;
        let said: Vec<_> = reply.said().iter().map(|said| said.lines().next().unwrap_or_default().to_owned()).collect();
        assert_eq!(said, expected, "{}", reply.head);
    }
}

#[tokio::test]
async fn a_request_has_to_say_that_its_messages_are_signed() {
    let service = echo(json!({"aws.auth#sigv4": {"name": "talk"}})).start().await.expect("a model");
    let mut signer = Signer::of(&service, SystemTime::now());
    let unsigned = signer.headers(TALK, SignableBody::UnsignedPayload);
    for (headers, status, expected) in [
        (String::new(), "403", "Missing authentication token"),
        (unsigned, "403", "x-amz-content-sha256 of a stream of events has to be STREAMING-AWS4-HMAC-SHA256-EVENTS"),
    ] {
        let mut stream = connect(&service, TALK, &headers).await;
        send(&mut stream, &word("a")).await;
        let reply = finish(stream).await;
        assert_eq!(reply.status(), status);
        assert!(why(&service).is_some_and(|why| why.contains(expected)), "{:?}", why(&service));
    }
}

#[tokio::test]
async fn messages_have_to_be_signed_now() {
    let service = echo(json!({"aws.auth#sigv4": {"name": "talk"}})).start().await.expect("a model");
    let mut signer = Signer::of(&service, SystemTime::now());
    let headers = signer.headers(TALK, SignableBody::Precomputed(EVENTS.to_owned()));
    signer.time -= Duration::from_secs(400);
    let old = signer.around(Some(&event("word", r#"{"text":"a"}"#)));
    let mut stream = connect(&service, TALK, &headers).await;
    send(&mut stream, &old).await;
    let said = finish(stream).await.said();
    assert!(said.len() == 1 && said[0].contains("Signature expired"), "{said:?}");
}

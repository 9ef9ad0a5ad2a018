//! A service with streams of events, and a client of it by hand. Messages are made and read by AWS's own crates.

use crate::small;
use aws_smithy_eventstream::frame::{read_message_from, write_message_to};
use aws_smithy_types::event_stream::{Header, HeaderValue, Message};
use bytes::Bytes;
use sdk_mock::{Builder, Heard, MockService};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

pub(crate) fn model(traits: Value) -> String {
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
pub(crate) fn echo(traits: Value) -> Builder {
    MockService::builder().model(model(traits)).on_events("Talk", |_| {
        |heard| match heard {
            Heard::Event(event) => vec![event.clone()],
            _ => Vec::new(),
        }
    })
}

pub(crate) fn message(headers: &[(&str, &str)], payload: &str) -> Message {
    let header =
        |(name, value): &(&str, &str)| Header::new((*name).to_owned(), HeaderValue::String((*value).to_owned().into()));
    Message::new_from_parts(headers.iter().map(header).collect(), Bytes::from(payload.to_owned()))
}

pub(crate) fn event(name: &str, payload: &str) -> Message {
    message(&[(":message-type", "event"), (":event-type", name), (":content-type", "application/json")], payload)
}

pub(crate) fn bytes(message: &Message) -> Vec<u8> {
    let mut bytes = Vec::new();
    write_message_to(message, &mut bytes).expect("it is memory");
    bytes
}

pub(crate) fn word(text: &str) -> Vec<u8> {
    bytes(&event("word", &json!({ "text": text }).to_string()))
}

/// An answer: its head, and its body without the lengths of chunks.
pub(crate) struct Reply {
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    pub(crate) fn status(&self) -> &str {
        self.head.split(' ').nth(1).expect("a status")
    }

    /// What each message says: `word {"text":"a"}`, or `Code: message` of an error that no model has.
    pub(crate) fn said(&self) -> Vec<String> {
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

pub(crate) fn unchunked(mut body: &[u8]) -> Vec<u8> {
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

pub(crate) async fn connect(service: &MockService, line: &str, headers: &str) -> TcpStream {
    let address = service.url().strip_prefix("http://").expect("plain HTTP");
    let mut stream = TcpStream::connect(address).await.expect("the service listens");
    let media = if headers.contains("content-type: ") { "" } else { MEDIA };
    let head = format!(
        "{line} HTTP/1.1\r\nHost: mock\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n{media}{headers}\r\n"
    );
    stream.write_all(head.as_bytes()).await.expect("it is read");
    stream
}

pub(crate) async fn send(stream: &mut TcpStream, piece: &[u8]) {
    // The service may have closed it.
    let _ = stream.write_all(&[format!("{:x}\r\n", piece.len()).as_bytes(), piece, b"\r\n"].concat()).await;
}

pub(crate) async fn finish(mut stream: TcpStream) -> Reply {
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

pub(crate) async fn post(service: &MockService, line: &str, pieces: &[Vec<u8>]) -> Reply {
    let mut stream = connect(service, line, "").await;
    for piece in pieces {
        send(&mut stream, piece).await;
    }
    finish(stream).await
}

pub(crate) fn why(service: &MockService) -> Option<String> {
    service.requests().pop().and_then(|request| request.why)
}

pub(crate) const TALK: &str = "POST /rooms/hall";
pub(crate) const MEDIA: &str = "content-type: application/vnd.amazon.eventstream\r\n";

//! Messages by hand, so that the runtime's own reading and writing is measured by something else.

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

/// A header's value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Text(String),
    Int(i32),
    Bytes(Vec<u8>),
    /// Milliseconds since 1970 began.
    Time(i64),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// A message.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    pub headers: Vec<(String, Value)>,
    pub payload: Vec<u8>,
}

impl Frame {
    pub fn header(&self, name: &str) -> Option<&Value> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    pub fn text(&self, name: &str) -> &str {
        match self.header(name) {
            Some(Value::Text(text)) => text,
            other => panic!("{name} is {other:?}"),
        }
    }
}

/// A message's bytes.
pub fn frame(headers: &[(&str, Value)], payload: &[u8]) -> Vec<u8> {
    sealed(&block(headers), payload)
}

/// An event's bytes.
pub fn event(name: &str, payload: &str) -> Vec<u8> {
    frame(&[(":message-type", "event".into()), (":event-type", name.into())], payload.as_bytes())
}

fn block(headers: &[(&str, Value)]) -> Vec<u8> {
    let mut block = Vec::new();
    for (name, value) in headers {
        block.push(name.len() as u8);
        block.extend(name.as_bytes());
        let mut sized = |kind: u8, bytes: &[u8]| {
            block.push(kind);
            block.extend((bytes.len() as u16).to_be_bytes());
            block.extend(bytes);
        };
        match value {
            Value::Text(text) => sized(7, text.as_bytes()),
            Value::Bytes(bytes) => sized(6, bytes),
            Value::Int(number) => {
                block.push(4);
                block.extend(number.to_be_bytes());
            }
            Value::Time(millis) => {
                block.push(8);
                block.extend(millis.to_be_bytes());
            }
        }
    }
    block
}

fn sealed(block: &[u8], payload: &[u8]) -> Vec<u8> {
    let total = 16 + block.len() + payload.len();
    let mut bytes = prelude(total as u32, block.len() as u32);
    bytes.extend(block);
    bytes.extend(payload);
    let checksum = crc32fast::hash(&bytes);
    bytes.extend(checksum.to_be_bytes());
    bytes
}

/// The first twelve bytes of a message.
pub fn prelude(total: u32, headers: u32) -> Vec<u8> {
    let mut bytes = [total.to_be_bytes(), headers.to_be_bytes()].concat();
    let checksum = crc32fast::hash(&bytes);
    bytes.extend(checksum.to_be_bytes());
    bytes
}

/// The messages in some bytes, and what is left of them.
pub fn frames(mut bytes: &[u8]) -> (Vec<Frame>, &[u8]) {
    let mut found = Vec::new();
    while bytes.len() >= 16 {
        let total = u32::from_be_bytes(bytes[..4].try_into().expect("four")) as usize;
        if bytes.len() < total {
            break;
        }
        found.push(read(&bytes[..total]));
        bytes = &bytes[total..];
    }
    (found, bytes)
}

fn read(bytes: &[u8]) -> Frame {
    let (whole, checksum) = bytes.split_at(bytes.len() - 4);
    assert_eq!(crc32fast::hash(whole).to_be_bytes(), checksum);
    assert_eq!(crc32fast::hash(&whole[..8]).to_be_bytes(), whole[8..12]);
    let length = u32::from_be_bytes(whole[4..8].try_into().expect("four")) as usize;
    let (mut block, payload) = whole[12..].split_at(length);
    let mut headers = Vec::new();
    while let Some((length, rest)) = block.split_first() {
        let (name, rest) = rest.split_at(usize::from(*length));
        let (kind, rest) = rest.split_first().expect("a type");
        let sized = |rest: &[u8]| usize::from(u16::from_be_bytes([rest[0], rest[1]]));
        let (value, taken) = match kind {
            4 => (Value::Int(i32::from_be_bytes(rest[..4].try_into().expect("four"))), 4),
            6 => (Value::Bytes(rest[2..2 + sized(rest)].to_vec()), 2 + sized(rest)),
            7 => {
                let text = String::from_utf8(rest[2..2 + sized(rest)].to_vec()).expect("UTF-8");
                (Value::Text(text), 2 + sized(rest))
            }
            8 => (Value::Time(i64::from_be_bytes(rest[..8].try_into().expect("eight"))), 8),
            other => panic!("a header of type {other}"),
        };
        headers.push((String::from_utf8(name.to_vec()).expect("UTF-8"), value));
        block = &rest[taken..];
    }
    Frame { headers, payload: payload.to_vec() }
}

fn hmac(key: &[u8], text: &[u8]) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("any key will do");
    mac.update(text);
    mac.finalize().into_bytes().to_vec()
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The signature of a message that goes around `payload`, after one with the signature `last`, at a time that is a multiple
/// of a second.
pub fn signature(secret: &str, (date, time): (&str, &str), millis: i64, last: &str, payload: &[u8]) -> Vec<u8> {
    let scope = format!("{date}/us-east-1/talk/aws4_request");
    let headers = block(&[(":date", Value::Time(millis))]);
    let text = format!(
        "AWS4-HMAC-SHA256-PAYLOAD\n{time}\n{scope}\n{last}\n{}\n{}",
        hex(&Sha256::digest(&headers)),
        hex(&Sha256::digest(payload)),
    );
    let parts = [date, "us-east-1", "talk", "aws4_request"];
    let key = parts.iter().fold(format!("AWS4{secret}").into_bytes(), |key, part| hmac(&key, part.as_bytes()));
    hmac(&key, text.as_bytes())
}

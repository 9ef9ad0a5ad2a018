//! A message as a whole.

use super::header::{self, Header, block};
use super::{CHECKSUM, PRELUDE, checksum};

/// A message of a stream.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Message {
    pub(crate) headers: Vec<(String, Header)>,
    pub(crate) payload: Vec<u8>,
}

impl Message {
    /// A message that says of itself what these texts say.
    pub(crate) fn saying(told: &[(&str, &str)]) -> Self {
        let headers = told.iter().map(|(name, text)| ((*name).to_owned(), Header::Text((*text).to_owned())));
        Self { headers: headers.collect(), payload: Vec::new() }
    }

    /// A header's value.
    pub(crate) fn header(&self, name: &str) -> Option<&Header> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, header)| header)
    }

    /// A header's text, if it is one.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        match self.header(name)? {
            Header::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Reads the bytes of one message, whose prelude has been checked.
    pub(super) fn parse(bytes: &[u8]) -> Result<Self, String> {
        let (whole, stated) = bytes.split_last_chunk::<CHECKSUM>().ok_or("is too short")?;
        if checksum(whole) != u32::from_be_bytes(*stated) {
            return Err("has a wrong checksum".to_owned());
        }
        let (prelude, rest) = whole.split_first_chunk::<PRELUDE>().ok_or("is too short")?;
        let [_, headers, _] = super::frames::words(prelude);
        let (headers, payload) = rest.split_at_checked(headers as usize).ok_or("has too few bytes of headers")?;
        Ok(Self { headers: header::parse(headers)?, payload: payload.to_vec() })
    }

    /// The message's bytes.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let headers = block(&self.headers);
        let length = |bytes: usize| u32::try_from(bytes).unwrap_or(u32::MAX).to_be_bytes();
        let total = PRELUDE + headers.len() + self.payload.len() + CHECKSUM;
        let mut bytes = [length(total), length(headers.len())].concat();
        bytes.extend_from_slice(&checksum(&bytes).to_be_bytes());
        bytes.extend_from_slice(&headers);
        bytes.extend_from_slice(&self.payload);
        bytes.extend_from_slice(&checksum(&bytes).to_be_bytes());
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::super::Frames;
    use super::*;

    /// A message of the specification's kind, worked out by another implementation (botocore's tests have the same).
    const KNOWN: &[u8] = b"\x00\x00\x00\x3d\x00\x00\x00\x20\x07\xfd\x83\x96\x0ccontent-type\x07\x00\x10application/json{'foo':'bar'}\x8d\x9c\x08\xb1";

    #[test]
    fn messages_are_the_bytes_that_they_are_known_by() {
        let message = Message {
            headers: vec![("content-type".to_owned(), Header::Text("application/json".to_owned()))],
            payload: b"{'foo':'bar'}".to_vec(),
        };
        assert_eq!(message.to_bytes(), KNOWN);
        let mut frames = Frames::default();
        for byte in KNOWN {
            assert_eq!(frames.next(), Ok(None));
            frames.push(&[*byte]);
        }
        assert_eq!((frames.next(), frames.next(), frames.end()), (Ok(Some(message)), Ok(None), Ok(())));
    }

    #[test]
    fn headers_of_every_type_come_back() {
        let headers = [
            Header::Boolean(true),
            Header::Boolean(false),
            Header::Byte(-1),
            Header::Short(-2),
            Header::Integer(-3),
            Header::Long(-4),
            Header::Bytes(vec![0, 255]),
            Header::Text("é".to_owned()),
            Header::Time(1_500),
            Header::Uuid([7; 16]),
        ];
        let headers = headers.into_iter().enumerate().map(|(index, header)| (format!("h{index}"), header));
        let message = Message { headers: headers.collect(), payload: Vec::new() };
        let mut frames = Frames::default();
        frames.push(&[message.to_bytes(), message.to_bytes()].concat());
        assert_eq!((frames.next(), frames.next()), (Ok(Some(message.clone())), Ok(Some(message))));
    }

    #[test]
    fn what_is_no_message_is_said_to_be_none() {
        let sealed = |headers: &[u8]| {
            let mut bytes = [(16 + headers.len() as u32).to_be_bytes(), (headers.len() as u32).to_be_bytes()].concat();
            bytes.extend(checksum(&bytes).to_be_bytes());
            bytes.extend(headers);
            let end = checksum(&bytes);
            bytes.extend(end.to_be_bytes());
            bytes
        };
        let prelude = |total: u32, headers: u32| {
            let mut bytes = [total.to_be_bytes(), headers.to_be_bytes()].concat();
            bytes.extend(checksum(&bytes).to_be_bytes());
            bytes
        };
        let broken = |at: usize| {
            let mut bytes = KNOWN.to_vec();
            bytes[at] ^= 1;
            bytes
        };
        for (bytes, expected) in [
            (broken(3), "has a prelude whose checksum is wrong"),
            (broken(20), "has a wrong checksum"),
            (broken(60), "has a wrong checksum"),
            (prelude(15, 0), "can't be 15 bytes long"),
            (prelude(20, 10), "can't be 20 bytes long, and 10 of them headers"),
            (prelude(u32::MAX, 0), "has more than 1048576 bytes of payload"),
            (prelude(u32::MAX, u32::MAX), "has more than 131072 bytes of headers"),
            (sealed(b"\x01a\x0a"), "has a header that ends too early, or is of no type"),
            (sealed(b"\x01a\x07\x00\x05x"), "has a header that ends too early"),
            (sealed(b"\x00\x00"), "has a header that ends too early"),
            (sealed(b"\x01\xff\x00"), "has a header whose name is not UTF-8"),
            (sealed(b"\x01a\x07\x00\x01\xff"), "has a header whose text is not UTF-8"),
            (sealed(b"\x01a\x00\x01a\x00"), "has the header a twice"),
        ] {
            let mut frames = Frames::default();
            frames.push(KNOWN);
            frames.push(&bytes);
            assert!(matches!(frames.next(), Ok(Some(_))));
            let why = frames.next().expect_err(expected);
            assert!(why.starts_with("The message at byte 61 of the stream ") && why.contains(expected), "{why}");
        }
        let mut frames = Frames::default();
        frames.push(&KNOWN[..20]);
        assert_eq!(frames.end(), Err("The message at byte 0 of the stream ends after 20 bytes".to_owned()));
    }
}

//! Where one message ends and the next begins.

use super::message::Message;
use super::{CHECKSUM, LARGEST_HEADERS, LARGEST_PAYLOAD, PRELUDE, checksum};
use std::fmt;

/// Collects bytes until they are messages. What a prelude says is checked as soon as it is there, so that no more is ever kept
/// than one message may have.
#[derive(Default)]
pub(crate) struct Frames {
    bytes: Vec<u8>,
    /// Where in the stream they begin.
    at: u64,
}

impl Frames {
    pub(crate) fn push(&mut self, piece: &[u8]) {
        self.bytes.extend_from_slice(piece);
    }

    /// The next message, if all of it is there; or what is wrong with it, and where.
    pub(crate) fn next(&mut self) -> Result<Option<Message>, String> {
        let Some(length) = self.length().map_err(|why| self.broken(&why))? else { return Ok(None) };
        if self.bytes.len() < length {
            return Ok(None);
        }
        let rest = self.bytes.split_off(length);
        let message = Message::parse(&self.bytes).map_err(|why| self.broken(&why))?;
        (self.bytes, self.at) = (rest, self.at + length as u64);
        Ok(Some(message))
    }

    /// The stream is over: whether that is between two messages.
    pub(crate) fn end(&self) -> Result<(), String> {
        match self.bytes.len() {
            0 => Ok(()),
            some => Err(self.broken(&format!("ends after {some} bytes"))),
        }
    }

    fn broken(&self, why: &str) -> String {
        format!("The message at byte {} of the stream {why}", self.at)
    }

    /// How long the message is that begins here, once that is known.
    fn length(&self) -> Result<Option<usize>, String> {
        let Some(prelude) = self.bytes.first_chunk::<PRELUDE>() else { return Ok(None) };
        let [total, headers, stated] = words(prelude);
        if checksum(prelude.get(..8).unwrap_or_default()) != stated {
            return Err("has a prelude whose checksum is wrong".to_owned());
        }
        let (total, headers) = (total as usize, headers as usize);
        let payload = total.checked_sub(PRELUDE + CHECKSUM).and_then(|rest| rest.checked_sub(headers));
        match payload {
            _ if headers > LARGEST_HEADERS => Err(format!("has more than {LARGEST_HEADERS} bytes of headers")),
            Some(payload) if payload > LARGEST_PAYLOAD => {
                Err(format!("has more than {LARGEST_PAYLOAD} bytes of payload"))
            }
            Some(_) => Ok(Some(total)),
            None => Err(format!("can't be {total} bytes long, and {headers} of them headers")),
        }
    }
}

/// The three numbers of a prelude.
pub(super) fn words(prelude: &[u8; PRELUDE]) -> [u32; 3] {
    let [a, b, c, d, e, f, g, h, i, j, k, l] = *prelude;
    [[a, b, c, d], [e, f, g, h], [i, j, k, l]].map(u32::from_be_bytes)
}

impl fmt::Debug for Frames {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Frames").field("at", &self.at).field("bytes", &self.bytes.len()).finish()
    }
}

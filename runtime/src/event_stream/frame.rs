//! Messages from bytes and back.
//!
//! A message is a prelude (its length, the length of its headers, a checksum of both), headers, payload and a checksum of all.
//! What the prelude says is checked as soon as it is there, so that a broken or hostile length never makes anyone wait for, or
//! keep, more than a message may have.

use aws_smithy_eventstream::frame::{read_message_from, write_message_to};
use aws_smithy_types::event_stream::Message;
use bytes::{Buf, Bytes, BytesMut};
use std::fmt::{self, Display, Formatter};

/// The longest payload of a message: 16 MiB.
pub const MAX_PAYLOAD_BYTES: usize = 16 << 20;

/// The longest headers of a message: 128 KiB.
pub const MAX_HEADERS_BYTES: usize = 128 << 10;

const PRELUDE: usize = 12;
/// The prelude and the checksum at the end.
const AROUND: usize = PRELUDE + 4;

/// What is wrong with a frame, and where it stands in the stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameError {
    at: u64,
    kind: Kind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    TooLong { what: &'static str, length: usize, most: usize },
    Lengths { total: usize, headers: usize },
    Prelude,
    Message(String),
    CutOff { has: usize, wants: usize },
    Unwritable(String),
}

impl Display for FrameError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let at = self.at;
        match &self.kind {
            Kind::TooLong { what, length, most } => {
                write!(f, "the message at byte {at} of the stream has {what} of {length} bytes, more than {most}")
            }
            Kind::Lengths { total, headers } => write!(
                f,
                "the message at byte {at} of the stream has no possible length: {total} bytes in all, {headers} of them headers"
            ),
            Kind::Prelude => {
                write!(f, "the message at byte {at} of the stream is broken: its prelude's checksum is wrong")
            }
            Kind::Message(problem) => write!(f, "the message at byte {at} of the stream is broken: {problem}"),
            Kind::CutOff { has, wants: 0 } => {
                write!(f, "the stream ended within the message at its byte {at}, of which {has} bytes arrived")
            }
            Kind::CutOff { has, wants } => {
                write!(
                    f,
                    "the stream ended within the message at its byte {at}, of which {has} of {wants} bytes arrived"
                )
            }
            Kind::Unwritable(problem) => write!(f, "the event can't be sent: {problem}"),
        }
    }
}

impl std::error::Error for FrameError {}

/// Collects a stream's bytes until they are messages.
#[derive(Debug, Default)]
pub(super) struct Frames {
    bytes: BytesMut,
    /// Where in the stream `bytes` begin.
    at: u64,
    /// The length of the message that they begin with, once it is known.
    wants: usize,
}

impl Frames {
    pub(super) fn push(&mut self, piece: &[u8]) {
        self.bytes.extend_from_slice(piece);
    }

    /// The next message, if all of it is there.
    pub(super) fn next(&mut self) -> Result<Option<Message>, FrameError> {
        if self.wants == 0 {
            let Some(prelude) = self.bytes.first_chunk::<PRELUDE>() else { return Ok(None) };
            self.wants = length(prelude).map_err(|kind| FrameError { at: self.at, kind })?;
        }
        if self.bytes.len() < self.wants {
            return Ok(None);
        }
        let mut frame = self.bytes.split_to(self.wants).freeze();
        let message = read_message_from(&mut frame)
            .map_err(|error| FrameError { at: self.at, kind: Kind::Message(error.to_string()) })?;
        self.at += self.wants as u64;
        self.wants = 0;
        Ok(Some(message))
    }

    /// The stream is over: whether that is between two messages.
    pub(super) fn end(&self) -> Result<(), FrameError> {
        match self.bytes.len() {
            0 => Ok(()),
            has => Err(FrameError { at: self.at, kind: Kind::CutOff { has, wants: self.wants } }),
        }
    }

    /// How many bytes there is room for.
    #[cfg(test)]
    pub(super) fn capacity(&self) -> usize {
        self.bytes.capacity()
    }

    /// What is there of a message.
    pub(super) fn rest(&mut self) -> Bytes {
        self.bytes.split().freeze()
    }
}

/// The length of a message by its prelude.
fn length(mut prelude: &[u8]) -> Result<usize, Kind> {
    let checksum = crc32fast::hash(prelude.get(..8).unwrap_or_default());
    let (total, headers, stated) = (prelude.get_u32(), prelude.get_u32(), prelude.get_u32());
    if checksum != stated {
        return Err(Kind::Prelude);
    }
    let as_length = |value: u32| usize::try_from(value).unwrap_or(usize::MAX);
    let (total, headers) = (as_length(total), as_length(headers));
    bounded("headers", headers, MAX_HEADERS_BYTES)?;
    let payload = total.checked_sub(AROUND).and_then(|rest| rest.checked_sub(headers));
    bounded("a payload", payload.ok_or(Kind::Lengths { total, headers })?, MAX_PAYLOAD_BYTES)?;
    Ok(total)
}

fn bounded(what: &'static str, length: usize, most: usize) -> Result<(), Kind> {
    if length > most { Err(Kind::TooLong { what, length, most }) } else { Ok(()) }
}

/// A message as bytes. `at` is how many bytes of the stream are before it.
pub(super) fn encode(message: &Message, at: u64) -> Result<Bytes, FrameError> {
    let within = |kind| FrameError { at, kind };
    bounded("a payload", message.payload().len(), MAX_PAYLOAD_BYTES).map_err(within)?;
    let mut bytes = Vec::with_capacity(message.payload().len() + 256);
    write_message_to(message, &mut bytes).map_err(|error| within(Kind::Unwritable(error.to_string())))?;
    let headers = bytes.len().saturating_sub(AROUND + message.payload().len());
    bounded("headers", headers, MAX_HEADERS_BYTES).map_err(within)?;
    Ok(bytes.into())
}

//! Messages of streams of events, and their bytes ([Amazon Event
//! Stream](https://smithy.io/2.0/aws/amazon-eventstream.html)).
//!
//! In: bytes as they come. Out: the messages that they are, within bounds; and back. A message is a prelude (its length, that of
//! its headers, a checksum of both), headers, a payload, and a checksum of all that.
//!
//! | file | knows |
//! |---|---|
//! | `header` | names and values of headers |
//! | `message` | a message as a whole |
//! | `frames` | where one message ends and the next begins |

mod frames;
mod header;
mod message;

pub(crate) use frames::Frames;
pub(crate) use header::{Header, block};
pub(crate) use message::Message;

/// The longest payload of a message that is read, in bytes.
const LARGEST_PAYLOAD: usize = 1024 * 1024;
/// The longest headers of a message that are read, in bytes.
const LARGEST_HEADERS: usize = 128 * 1024;
/// How long a prelude is, with its checksum.
const PRELUDE: usize = 12;
/// How long the checksum at the end is.
const CHECKSUM: usize = 4;

/// The checksum of some bytes.
fn checksum(bytes: &[u8]) -> u32 {
    let mut crc = flate2::Crc::new();
    crc.update(bytes);
    crc.sum()
}

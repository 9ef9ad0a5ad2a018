//! Streams of events, in both directions: messages on the wire, and what they mean.
//!
//! In: a body that arrives piece by piece. Out: the events that a program asks for, one by one ([`EventReceiver`]). The other
//! way: events of a program ([`EventStreamSender`]) as a body, each message signed where requests are.
//!
//! Frames are read and written by code that is compiled once. What is generic over a stream's union only reads an event of a
//! message and makes a message of an event ([`Events`]). The format is
//! [`application/vnd.amazon.eventstream`](https://smithy.io/2.0/aws/amazon-eventstream.html).
//!
//! | file | holds |
//! |---|---|
//! | `frame` | messages from bytes and back, within bounds; whatever is wrong with a frame |
//! | `message` | what kind of message one is: an event, an exception, an error |
//! | `incoming` | the messages of an answer's body |
//! | `outgoing` | messages as a request's body |
//! | `events` | what generated code says of a stream: its events and exceptions |
//! | `receiver`, `sender` | the two ends, as programs have them |
//! | `listed` | a stream that serde reads |

mod events;
mod frame;
mod incoming;
mod listed;
mod message;
mod outgoing;
mod receiver;
mod sender;
#[cfg(test)]
mod tests;

pub use aws_smithy_types::event_stream::{Header, HeaderValue, Message, RawMessage};
pub use aws_smithy_types::str_bytes::StrBytes;
pub use events::Events;
pub use frame::{FrameError, MAX_HEADERS_BYTES, MAX_PAYLOAD_BYTES};
pub use incoming::{Incoming, Origin};
pub(crate) use message::CONTENT_TYPE;
pub use message::initial;
pub use outgoing::{Messages, Outgoing};
pub(crate) use outgoing::{Seal, SignMessages};
pub use receiver::EventReceiver;
#[cfg(feature = "test-util")]
pub(crate) use receiver::sent;
pub use sender::EventStreamSender;

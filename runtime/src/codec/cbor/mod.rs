//! CBOR (RFC 8949), as Smithy's RPC v2 has it: members to bytes and back.
//!
//! A serde format like JSON's, so that every codec writes and reads it without another method. It says that it isn't for human
//! readers, by which blobs are bytes in it and floats are floats, NaN included; timestamps are newtypes of a name that it
//! knows (`tag`). `minicbor` has the syntax; what stands around that here is serde's data model, and the bounds
//! against hostile answers.
//!
//! | file | holds |
//! |---|---|
//! | `write` | values as bytes |
//! | `read` | bytes as values, whatever their lengths and widths; depth |
//! | `access` | items and entries, one by one |
//! | `half`, `big` | floats of 16 bits; numbers of any size |
//! | `members` | a structure's members; an answer's |
//! | `payload` | one member as an event's payload |
//! | `problem` | what is wrong, and at which byte |

mod access;
mod big;
mod half;
mod members;
#[cfg(feature = "event-stream")]
mod payload;
mod problem;
mod read;
#[cfg(test)]
mod tests;
mod write;

pub use members::read_answer;
pub(crate) use members::{Body, parse, read_one};
#[cfg(feature = "event-stream")]
pub use payload::Cbor;
pub use problem::CborError;
pub(crate) use problem::Kind;

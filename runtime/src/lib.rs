//! What is the same for every operation of every service: the runtime under each generated SDK crate.
//!
//! A program has it by an SDK crate, such as `wickr-sdk`, whose pages show what there is of it under that crate's names. Public
//! items are for generated code: they may change with a minor version, and the generator of the same version knows how.
//!
//! What its features add says its `README.md`; the generator names those that a model needs in the manifest of its crate.
//!
//! # Rooms
//!
//! Generated code declares a service, its operations and its shapes; everything that happens is here. The rooms stand on
//! floors, the highest first: a room uses only rooms below its own.
//!
//! | rooms | what they are for |
//! |---|---|
//! | `macros` | the declarations that generated code is made of, and what they expand to |
//! | `blocking`, `test_util` | calls that return when they are answered; stands in for the service in a program's tests: rules, recordings |
//! | `paginate`, `waiter` | what is built on several calls: pages, waiting for a state |
//! | `client` | the one send path, its files in the order of a call |
//! | `config` | settings of a client and of a single call |
//! | `event_stream`, `identity`, `retry` | streams of events, both ways; credentials and tokens, cached; whether and when a failed attempt is repeated |
//! | `declare` | what generated code says of a service and its operations |
//! | `endpoint` | where a request goes: what rules read, what they choose, the functions that they call |
//! | `http`, `sign`, `transport` | a request's parts from an input's members; Signature Version 4; the network |
//! | `error` | what can go wrong with a call, and how it is said |
//! | `codec` | members to their form on the wire and back; constraints |
//! | `checksum`, `compression`, `idempotency`, `primitives`, `text`, `timeout`, `uri` | what needs none of the others |
//!
//! The repository's tests hold this table to what the sources use.

#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "blocking")]
pub mod blocking;
mod checksum;
pub mod client;
pub mod codec;
#[cfg(feature = "compression")]
pub mod compression;
pub mod config;
pub mod declare;
pub mod endpoint;
pub mod error;
#[cfg(feature = "event-stream")]
pub mod event_stream;
pub mod http;
pub mod idempotency;
pub mod identity;
mod macros;
pub mod paginate;
pub mod primitives;
pub mod retry;
mod sign;
#[cfg(feature = "test-util")]
pub mod test_util;
mod text;
pub mod timeout;
pub mod transport;
mod uri;
pub mod waiter;

pub use client::Handle;
pub use config::Config;
#[cfg(feature = "s3")]
pub use error::RequestIdExt;
pub use error::SdkError;

pub use aws_types::request_id::RequestId;
#[doc(hidden)]
pub use serde;

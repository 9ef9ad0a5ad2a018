//! What is the same for every operation of every service: the runtime under each generated SDK crate.

pub mod body;
mod checksum;
pub mod client;
#[cfg(feature = "compression")]
pub mod compression;
pub mod config;
pub mod endpoint;
pub mod error;
pub mod http;
pub mod idempotency;
pub mod identity;
mod macros;
pub mod operation;
pub mod paginate;
pub mod primitives;
pub mod retry;
mod sign;
#[cfg(feature = "test-util")]
pub mod test_util;
pub mod timeout;
pub mod transport;
mod user_agent;
pub mod waiter;

pub use client::Handle;
pub use config::Config;
pub use error::SdkError;

pub use aws_types::request_id::RequestId;
#[doc(hidden)]
pub use serde;

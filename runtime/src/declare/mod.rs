//! What generated code says about a service and its operations: data, without behaviour.
//!
//! | file | says |
//! |---|---|
//! | `service` | what is the same for every operation of a service |
//! | `operation` | what is fixed about one operation, and what a repeated call may do |
//! | `auth` | how its requests say who calls |
//! | `retries` | how its calls are repeated |
//! | `transfer` | how its bodies travel |
//! | `http_checksum` | which checksums they send and ask for |
//! | `by_status` | what answers mean by their status |
//! | `host_prefix` | what goes before the endpoint's host |

mod auth;
#[cfg(feature = "simple-rest-json")]
mod by_status;
mod host_prefix;
mod http_checksum;
mod operation;
mod retries;
mod service;
mod transfer;

#[cfg(feature = "http-auth")]
pub use auth::ApiKey;
pub use auth::{Auth, Scheme};
#[cfg(feature = "simple-rest-json")]
pub use by_status::ByStatus;
pub use host_prefix::HostPrefix;
pub use http_checksum::HttpChecksum;
pub use operation::{Effect, Metadata};
pub use retries::Retries;
pub use service::{Retryable, Service};
pub use transfer::{Checksum, Compress, Transfer};

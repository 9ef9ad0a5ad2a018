//! Sending requests: the only room that touches the network.
//!
//! In: a signed request. Out: the response's head, its body still arriving. The boundary is
//! [`HttpClient`] of `aws_smithy_runtime_api`, a small object-safe trait, so that clients and test doubles made for
//! the AWS SDK for Rust fit. The default is [`DefaultClient`].

mod beating;
mod connect;
mod default_client;
mod failed;
mod handed;
mod marked;
mod own;
mod receive;
#[cfg(feature = "reqwest")]
mod reqwest_client;
mod spare;
mod stream;
mod tls;

pub use crate::error::{Phase, TransportError};
pub use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient, SharedHttpConnector,
    http_client_fn,
};
pub(crate) use beating::{Beating, PIECE};
pub use default_client::DefaultClient;
pub(crate) use default_client::own_sender;
pub(crate) use marked::marked;
pub(crate) use own::is_loopback;
pub(crate) use receive::{buffer, remedy, streamed};
#[cfg(feature = "reqwest")]
pub use reqwest_client::ReqwestClient;

use std::time::Duration;

/// Whether some crate of the program has switched the feature `http2` on, which counts for all of them.
#[doc(hidden)]
pub const OFFERS_HTTP2: bool = cfg!(feature = "http2");

/// Idle connections are used for this long, less than the 60 seconds and more that servers keep them for, so that a request
/// isn't written to a connection that its server is just closing.
const POOL_IDLE: Duration = Duration::from_secs(20);

/// Clients are kept per connect timeout and scheme; more than this are not expected, and start the collection anew.
const MOST_CLIENTS: usize = 8;

/// The longest response body that is accepted where the config doesn't say otherwise: 64 MiB.
pub const MAX_RESPONSE_BYTES: usize = 64 << 20;

/// How much memory the values may take that are read from a body of at most `limit` bytes: four times that, and not less
/// than 64 MiB, which structures of few letters may need.
pub(crate) fn memory_for(limit: usize) -> usize {
    limit.saturating_mul(4).max(64 << 20)
}

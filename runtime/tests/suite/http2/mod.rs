//! HTTP/2, as services offer it: over TLS, chosen by ALPN, many calls on one connection.

mod alive;
mod flow;
mod heads;
mod library;
mod refusals;
pub mod server;
mod streams;

use crate::support::time::Noted;
use crate::support::{CreateThing, SERVICE, config, get};
use sdk_runtime::Handle;
use sdk_runtime::config::retry::RetryConfig;
use sdk_runtime::config::timeout::TimeoutConfig;

/// A client that tries three times, without waiting in between.
fn handle(url: &str) -> Handle {
    Handle::new(&SERVICE, config(url).sleep_impl(Noted::new()).build())
}

/// One that tries once, and waits for ever.
fn once(url: &str) -> Handle {
    let config = config(url).retry_config(RetryConfig::disabled()).timeout_config(TimeoutConfig::disabled());
    Handle::new(&SERVICE, config.build())
}

async fn read(handle: &Handle) -> Result<(), String> {
    handle.send(&mut get("1")).await.map(drop).map_err(|error| error.to_string())
}

/// Every arrival takes effect.
async fn create(handle: &Handle) -> Result<(), String> {
    handle.send(&mut CreateThing { body: "{}" }).await.map(drop).map_err(|error| error.to_string())
}

/// The same, without a body: the request ends with its head.
async fn create_empty(handle: &Handle) -> Result<(), String> {
    handle.send(&mut CreateThing { body: "" }).await.map(drop).map_err(|error| error.to_string())
}

// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Testing programs without the service: rules and recordings that answer for it.

use crate::config::{Builder, HttpClient};

pub use ::sdk_runtime::test_util::*;
pub use ::sdk_runtime::{mock, mock_client};

/// Members whose values recordings don't have, by their names in messages: those that are sensitive, and
/// idempotency tokens, which differ from run to run. Those in a path stand in it.
pub const LEFT_OUT: &[&str] = &["Idempotency-Key", "token"];

/// Makes a client that rules answer: `[rule, …]`, or a [`Stub`] of which something is asked later.
pub fn client(rules: impl Into<Stub>) -> crate::Client {
    crate::Client::from_conf(Builder::from(rules.into().config()).build())
}

/// Makes a client that recorded exchanges answer.
pub fn replaying(exchanges: &Replay) -> crate::Client {
    crate::Client::from_conf(Builder::from(exchanges.config()).build())
}

/// Sends with `client` and keeps what was asked and answered, without the values of [`LEFT_OUT`]; for the
/// `http_client` of a config.
pub fn recorder(client: impl HttpClient + 'static) -> Recorder {
    Recorder::new(client).leave_out(LEFT_OUT)
}

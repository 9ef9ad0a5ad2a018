// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Testing programs without the service: rules and recordings that answer for it.
//!
//! # Recordings
//!
//! ```no_run
//! # fn example(config: observatory_sdk::Config) -> Result<(), Box<dyn std::error::Error>> {
//! use observatory_sdk::config::http::DefaultClient;
//! use observatory_sdk::test_util::{Replay, recorder, replaying};
//! use observatory_sdk::{Client, Config};
//!
//! // Once, with the service:
//! let recorder = recorder(DefaultClient::new());
//! let client = Client::from_conf(config.to_builder().http_client(recorder.clone()).build());
//! // … what is tested, and then:
//! recorder.save("tests/recorded.json")?;
//!
//! // In each test:
//! let client = replaying(&Replay::from_file("tests/recorded.json")?);
//! # Ok(())
//! # }
//! ```
//!
//! The file has no signatures, no credentials, and nothing of what [`LEFT_OUT`] names.

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

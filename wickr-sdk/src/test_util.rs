// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Testing programs without the service: rules and recordings that answer for it.
//!
//! # Rules
//!
//! ```no_run
//! # async fn example() -> Result<(), wickr_sdk::Error> {
//! use wickr_sdk::Client;
//! use wickr_sdk::operation::get_bot::{GetBotInput, GetBotOutput};
//! use wickr_sdk::test_util::{Stub, client, mock};
//!
//! let rule = mock!(Client::get_bot).then_output(|| GetBotOutput::builder().build());
//! let stub = Stub::new([rule]);
//! let client = client(&stub);
//!
//! // In place of what is tested:
//! let output = client.get_bot().network_id("48210573").bot_id("3107").send().await?;
//!
//! assert_eq!(stub.calls::<GetBotInput>().len(), 1);
//! stub.verify();
//! # Ok(())
//! # }
//! ```
//!
//! A rule may as well answer with an error (`then_error`), with any HTTP answer or with none, and `sequence()` gives it
//! several answers. All but the transport is real: inputs are checked, requests signed, failures repeated, answers
//! parsed. Waits take no time. A call that no rule is for fails, and says which rules there are.
//!
//! # Recordings
//!
//! ```no_run
//! # fn example(config: wickr_sdk::Config) -> Result<(), Box<dyn std::error::Error>> {
//! use wickr_sdk::config::http::DefaultClient;
//! use wickr_sdk::test_util::{Replay, recorder, replaying};
//! use wickr_sdk::{Client, Config};
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

use crate::config::HttpClient;

pub use ::sdk_runtime::test_util::*;
pub use ::sdk_runtime::{mock, mock_client};

/// Members whose values recordings don't have, by their names in messages: those that are sensitive, and
/// idempotency tokens, which differ from run to run. Those in a path stand in it.
pub const LEFT_OUT: &[&str] = &[
    "X-Client-Token",
    "challenge",
    "clientSecret",
    "clientToken",
    "firstName",
    "lastName",
    "secret",
];

/// Makes a client that rules answer: `[rule, …]`, or a [`Stub`] of which something is asked later.
pub fn client(rules: impl Into<Stub>) -> crate::Client {
    crate::Client::from_conf(rules.into().config().build())
}

/// Makes a client that recorded exchanges answer.
pub fn replaying(exchanges: &Replay) -> crate::Client {
    crate::Client::from_conf(exchanges.config().build())
}

/// Sends with `client` and keeps what was asked and answered, without the values of [`LEFT_OUT`]; for the
/// `http_client` of a config.
pub fn recorder(client: impl HttpClient + 'static) -> Recorder {
    Recorder::new(client).leave_out(LEFT_OUT)
}

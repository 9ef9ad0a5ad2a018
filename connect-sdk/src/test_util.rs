// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Testing programs without the service: rules and recordings that answer for it.
//!
//! # Rules
//!
//! ```no_run
//! # async fn example() -> Result<(), connect_sdk::Error> {
//! use connect_sdk::Client;
//! use connect_sdk::operation::associate_security_profiles::{AssociateSecurityProfilesInput, AssociateSecurityProfilesOutput};
//! use connect_sdk::test_util::{Stub, client, mock};
//! use connect_sdk::types::{EntityType, SecurityProfileItem};
//!
//! let rule = mock!(Client::associate_security_profiles).then_output(|| AssociateSecurityProfilesOutput::builder().build());
//! let stub = Stub::new([rule]);
//! let client = client(&stub);
//!
//! // In place of what is tested:
//! let output = client
//!     .associate_security_profiles()
//!     .instance_id("1f2e3d4c-5b6a-4798-8a9b-0c1d2e3f4a5b")
//!     .security_profiles(
//!         SecurityProfileItem::builder()
//!             .id("a1b2c3d4-e5f6-4a7b-8c9d-0e1f2a3b4c5d")
//!             .build(),
//!     )
//!     .entity_type(EntityType::AiAgent)
//!     .entity_arn(
//!         "arn:aws:wisdom:us-east-1:111122223333:ai-agent/2a3b4c5d-6e7f-4a8b-9c0d-1e2f3a4b5c6d/8b9c0d1e-2f3a-4b4c-8d5e-6f7a8b9c0d1e",
//!     )
//!     .send()
//!     .await?;
//!
//! assert_eq!(stub.calls::<AssociateSecurityProfilesInput>().len(), 1);
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
//! # fn example(config: connect_sdk::Config) -> Result<(), Box<dyn std::error::Error>> {
//! use connect_sdk::config::http::DefaultClient;
//! use connect_sdk::test_util::{Replay, recorder, replaying};
//! use connect_sdk::{Client, Config};
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
pub const LEFT_OUT: &[&str] = &[];

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

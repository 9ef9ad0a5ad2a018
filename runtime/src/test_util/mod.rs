//! Testing a program without the service: calls that are answered by rules, and recorded exchanges that are played back.
//!
//! In: what the service is to answer, by operation and input. Out: a client's settings with which everything is real but
//! the transport: inputs are built and serialized, requests are signed (with made-up credentials), hooks run, failures are
//! repeated, answers are parsed. No socket is opened, no credentials or region are needed, and waits take no time: a clock
//! of the stub's moves forward instead, and deadlines that a program sets pass by it.
//!
//! A [`Stub`] holds [`Rule`]s, which [`mock!`](crate::mock) makes for an operation of a client. Outputs and errors are
//! written as the service would write them and go through the real parser, so that a test sees what the program will
//! see: a member that isn't on the wire is not in the output, a required one that is missing has its zero value, a
//! failure has code, message and HTTP status, and is repeated if the service's would be. Only streams are handed on as
//! they are.
//!
//! The names are those of `aws-smithy-mocks`, so that tests written with it build when the crate's name is changed.
//!
//! [`Recorder`] and [`Replay`] are for answers that are too many to write by hand: one writes real exchanges to a file
//! without their secrets, the other answers from it.

mod answer;
mod call;
mod clock;
mod compare;
mod encode;
#[cfg(feature = "event-stream")]
mod events;
mod record;
mod redact;
mod replay;
mod rule;
mod sequence;
mod stub;

#[doc(hidden)]
pub use answer::ErrorAnswer;
pub use answer::{AnswerError, MockResponse};
pub use call::FluentBuilder;
pub use record::Recorder;
pub use replay::{Replay, ReplayError};
pub use rule::{Rule, RuleBuilder, RuleMode, when};
pub use sequence::{FinishedSequence, SequenceBuilder};
pub use stub::{Stub, VerifyOnDrop};

#[cfg(feature = "http-auth")]
use crate::config::Login;
use crate::config::timeout::TimeoutConfig;
use crate::config::{Builder, Config, Credentials, Region, SharedAsyncSleep, Token};
use clock::Clock;

/// Settings for a client that never reaches a service: a region, made-up credentials, no deadlines, and this time.
fn offline(clock: &Clock) -> Builder {
    let mut config = Config::builder()
        .sleep_impl(clock.clone())
        .time_source(clock.clone())
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::new("AKIDOFATEST", "secret-of-a-test", None, None, "test_util"))
        .token_provider(Token::new("token-of-a-test", None))
        .timeout_config(TimeoutConfig::disabled());
    #[cfg(feature = "http-auth")]
    {
        config.set_basic_auth_login(Some(Login::new("user-of-a-test", "password-of-a-test", None)));
        #[cfg(feature = "digest-auth")]
        config.set_digest_auth_login(Some(Login::new("user-of-a-test", "password-of-a-test", None)));
        config.set_api_key(Some(Token::new("key-of-a-test", None)));
    }
    config.settings.deadlines = Some(SharedAsyncSleep::new(clock.deadlines()));
    config
}

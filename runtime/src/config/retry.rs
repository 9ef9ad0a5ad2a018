//! How calls are repeated after a failure.
//!
//! Unset, calls are made up to three times in all, with a random wait between. [`crate::retry`] says which failures are worth
//! another attempt; a call that may have taken effect is not repeated. Adaptive mode (`RetryConfig::adaptive()`) does the same
//! and, once the service has throttled, sends no faster than it answers; clones of a client share that rate.
//!
//! The AWS SDKs have had new rules since November 2026, which hold here as well. [`RetryBehavior::V2_0`] keeps the former
//! ones, for one client or call by `retry_behavior`, for all of a program's clients by the environment's
//! `AWS_NEW_RETRIES_2026=false`, which is read when a client is made.
//!
//! | | newest | former |
//! |---|---|---|
//! | the waits are below, after throttling | 1, 2, 4 … 20 s | 1, 2, 4 … 20 s |
//! | the waits are below, after any other failure | 50, 100, 200 ms … 20 s | 1, 2, 4 … 20 s |
//! | the service asks for a wait (`x-amz-retry-after`) | no shorter than it would be, and no more than 5 s longer | no shorter than it would be, at most 20 s |
//! | a proxy or the service asks for a wait (`retry-after`) | no shorter than it would be, at most 20 s | the same |
//! | a repetition takes from the client's 500 tokens | 5 after throttling, else 14 | 10 after a broken connection or a timeout, else 5 |
//! | DynamoDB and DynamoDB Streams | four attempts, waits below 25, 50, 100 ms … | as others |
//! | no tokens are left, and the operation is a long poll (`smithy.api#longPoll`; SQS `ReceiveMessage`, Step Functions `GetActivityTask`, SWF's polls) | the error comes after the wait | the error comes at once |
//!
//! By both, a repetition that succeeds gives back what it took, and a call that succeeds at once gives one token.
//!
//! A config's `initial_backoff`, unless it is one second, replaces 50 ms, 25 ms and 1 s alike; `max_backoff` replaces 20 s. A
//! `retry_config` that is set replaces DynamoDB's four attempts with its own number; one from `aws-config` that says nothing
//! special doesn't.

pub use crate::retry::RetryBehavior;
pub use aws_smithy_runtime_api::client::retries::ShouldAttempt;
pub use aws_smithy_runtime_api::client::retries::classifiers::{
    ClassifyRetry, RetryAction, RetryClassifierPriority, RetryReason, SharedRetryClassifier,
};
pub use aws_smithy_types::retry::{ErrorKind, ReconnectMode, RetryConfig, RetryConfigBuilder, RetryMode};

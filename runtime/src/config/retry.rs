//! How calls are repeated after a failure.
//!
//! Unset, calls are made up to three times in all, with a random wait of at most 1, 2, 4 … seconds between, never more
//! than 20. [`crate::retry`] says which failures are worth another attempt; a call that may have taken effect is not
//! repeated. Adaptive mode (`RetryConfig::adaptive()`) does the same and, once the service has throttled, sends no faster
//! than it answers; clones of a client share that rate.

pub use aws_smithy_runtime_api::client::retries::ShouldAttempt;
pub use aws_smithy_runtime_api::client::retries::classifiers::{
    ClassifyRetry, RetryAction, RetryClassifierPriority, RetryReason, SharedRetryClassifier,
};
pub use aws_smithy_types::retry::{ErrorKind, ReconnectMode, RetryConfig, RetryConfigBuilder, RetryMode};

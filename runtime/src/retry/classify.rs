//! What a failure says about trying again.

use crate::declare::{Effect, Metadata};
use crate::error::ConnectorError;
use aws_smithy_runtime_api::client::retries::classifiers::{RetryAction, RetryReason};
use aws_smithy_types::retry::ErrorKind;
use std::time::Duration;

/// Codes by which AWS services throttle, and their statuses.
const THROTTLING: [&str; 14] = [
    "BandwidthLimitExceeded",
    "EC2ThrottledException",
    "LimitExceededException",
    "PriorRequestNotComplete",
    "ProvisionedThroughputExceededException",
    "RequestLimitExceeded",
    "RequestThrottled",
    "RequestThrottledException",
    "SlowDown",
    "ThrottledException",
    "Throttling",
    "ThrottlingException",
    "TooManyRequestsException",
    "TransactionInProgressException",
];

/// Codes of failures that pass.
const TRANSIENT: [&str; 3] = ["InternalError", "RequestTimeout", "RequestTimeoutException"];

/// Statuses of failures that pass.
const TRANSIENT_STATUS: [u16; 4] = [500, 502, 503, 504];

/// How an attempt failed.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Failed<'a> {
    /// The transport gave no answer.
    Transport(&'a ConnectorError),
    /// The attempt's own deadline passed.
    Attempt,
    /// The service answered with an error.
    Answer { status: u16, code: &'a str },
}

/// Whether to try again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Judgement {
    /// Not again.
    Final,
    /// Again, for this kind of failure, after the given wait if there is one.
    Repeat(ErrorKind, Option<Duration>),
}

/// Judges a failure. `overruled` is what the program's own classifiers say; it has the last word.
pub(crate) fn judge(metadata: &Metadata, failed: Failed<'_>, overruled: RetryAction) -> Judgement {
    match overruled {
        RetryAction::RetryForbidden => return Judgement::Final,
        RetryAction::RetryIndicated(RetryReason::RetryableError { kind, retry_after }) => {
            return Judgement::Repeat(kind, retry_after);
        }
        _ => {}
    }
    let Some(kind) = kind(metadata, failed) else {
        return Judgement::Final;
    };
    if metadata.effect == Effect::Plain && !is_without_effect(kind, failed) {
        return Judgement::Final;
    }
    Judgement::Repeat(kind, None)
}

fn kind(metadata: &Metadata, failed: Failed<'_>) -> Option<ErrorKind> {
    let (status, code) = match failed {
        Failed::Attempt => return Some(ErrorKind::TransientError),
        Failed::Transport(error) => {
            let worth_it = error.is_io() || error.is_timeout() || error.as_other() == Some(ErrorKind::TransientError);
            return worth_it.then_some(ErrorKind::TransientError);
        }
        Failed::Answer { status, code } => (status, code),
    };
    let marked = metadata.service.retryable_errors.iter().find(|retryable| retryable.code == code);
    match marked {
        Some(retryable) if retryable.throttling => Some(ErrorKind::ThrottlingError),
        _ if status == 429 || THROTTLING.contains(&code) => Some(ErrorKind::ThrottlingError),
        Some(_) => Some(ErrorKind::ServerError),
        None if TRANSIENT.contains(&code) => Some(ErrorKind::TransientError),
        None => TRANSIENT_STATUS.contains(&status).then_some(ErrorKind::ServerError),
    }
}

/// Whether the failed attempt surely changed nothing.
fn is_without_effect(kind: ErrorKind, failed: Failed<'_>) -> bool {
    match failed {
        Failed::Transport(error) => crate::error::is_unsent(error),
        Failed::Attempt => false,
        Failed::Answer { .. } => kind == ErrorKind::ThrottlingError,
    }
}

#[cfg(test)]
#[path = "classify_tests.rs"]
mod tests;

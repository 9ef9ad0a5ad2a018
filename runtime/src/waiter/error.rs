//! Why a wait ended without the state that was waited for.

use super::FinalPoll;
use crate::error::{BoxError, ErrorMetadata, ProvideErrorMetadata, SdkError, ServiceError};
use crate::text::{WHOLE, line};
use aws_smithy_runtime_api::client::waiters::error as official;
use aws_smithy_types::error::metadata::EMPTY_ERROR_METADATA;
use std::error::Error;
use std::fmt::{self, Debug, Display, Formatter};
use std::time::Duration;

/// Why a wait ended without the state that was waited for.
///
/// Its text is one line that says what was waited for, after how many polls it ended, and what the last poll found:
///
/// ```text
/// wait_until_table_exists: not reached within 300s, after 12 polls of DescribeTable; the last one was answered …
/// wait_until_export_completed: out of reach after 3 polls of DescribeExport; the last one found that …
/// ```
///
/// Variants and methods are those of `aws_smithy_runtime_api`'s type of the same name.
#[derive(Debug)]
#[non_exhaustive]
pub enum WaiterError<O, E> {
    /// The request was not built: input or configuration are at fault.
    ConstructionFailure(ConstructionFailure),
    /// The time was over before the state was reached.
    ExceededMaxWait(ExceededMaxWait),
    /// The service's answer means that the state won't be reached.
    FailureState(FailureState<O, E>),
    /// A poll failed with an error that is not part of the wait.
    OperationFailed(OperationFailed<E>),
}

/// What every variant knows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Facts {
    pub(super) waiter: &'static str,
    pub(super) operation: &'static str,
    pub(super) polls: u32,
}

/// The request was not built; nothing was sent.
#[derive(Debug)]
pub struct ConstructionFailure {
    waiter: Option<&'static str>,
    source: BoxError,
}

impl ConstructionFailure {
    /// What is wrong.
    pub fn source(&self) -> &(dyn Error + Send + Sync + 'static) {
        self.source.as_ref()
    }
}

/// The time was over.
#[derive(Debug)]
pub struct ExceededMaxWait {
    facts: Option<Facts>,
    polls: u32,
    max_wait: Duration,
    elapsed: Duration,
    last: String,
}

impl ExceededMaxWait {
    /// Makes one by hand, which doesn't know what was waited for.
    pub fn new(max_wait: Duration, elapsed: Duration, poll_count: u32) -> Self {
        Self { facts: None, polls: poll_count, max_wait, elapsed, last: String::new() }
    }

    /// How long the wait was to take at most.
    pub fn max_wait(&self) -> Duration {
        self.max_wait
    }

    /// How long it took. Less than the longest wait where there was no time for another poll.
    pub fn elapsed(&self) -> Duration {
        self.elapsed
    }

    /// How many polls were sent.
    pub fn poll_count(&self) -> u32 {
        self.polls
    }
}

/// The state won't be reached.
#[derive(Debug)]
pub struct FailureState<O, E> {
    facts: Option<(Facts, Option<&'static str>)>,
    // Boxed, so that results stay small.
    final_poll: Box<FinalPoll<O, E>>,
}

impl<O, E> FailureState<O, E> {
    /// Makes one by hand, which doesn't know what was waited for.
    pub fn new(final_poll: FinalPoll<O, E>) -> Self {
        Self { facts: None, final_poll: Box::new(final_poll) }
    }

    /// The answer that means it.
    pub fn final_poll(&self) -> &FinalPoll<O, E> {
        &self.final_poll
    }

    /// The answer that means it.
    pub fn into_final_poll(self) -> FinalPoll<O, E> {
        *self.final_poll
    }
}

/// A poll failed.
#[derive(Debug)]
pub struct OperationFailed<E> {
    facts: Option<Facts>,
    source: SdkError<E>,
}

impl<E> OperationFailed<E> {
    /// Makes one by hand, which doesn't know what was waited for.
    pub fn new(source: SdkError<E>) -> Self {
        Self { facts: None, source }
    }

    /// The poll's error.
    pub fn error(&self) -> &SdkError<E> {
        &self.source
    }

    /// The poll's error.
    pub fn into_error(self) -> SdkError<E> {
        self.source
    }
}

impl<O, E> WaiterError<O, E> {
    /// The request was not built.
    pub fn construction_failure(source: impl Into<BoxError>) -> Self {
        Self::ConstructionFailure(ConstructionFailure { waiter: None, source: source.into() })
    }

    pub(super) fn exceeded_with(facts: Facts, max_wait: Duration, elapsed: Duration, last: String) -> Self {
        let polls = facts.polls;
        Self::ExceededMaxWait(ExceededMaxWait { facts: Some(facts), polls, max_wait, elapsed, last })
    }
}

impl<O, E: ServiceError> WaiterError<O, E> {
    pub(super) fn failure_with(facts: Facts, says: Option<&'static str>, answer: Result<O, SdkError<E>>) -> Self {
        // An acceptor fits outputs and the service's own errors only.
        let final_poll = Box::new(FinalPoll::new(answer.map_err(SdkError::into_service_error)));
        Self::FailureState(FailureState { facts: Some((facts, says)), final_poll })
    }

    /// A poll's error that no acceptor knows.
    pub(super) fn operation_with(facts: Facts, error: SdkError<E>) -> Self {
        match error {
            SdkError::ConstructionFailure(_) => {
                Self::ConstructionFailure(ConstructionFailure { waiter: Some(facts.waiter), source: error.into() })
            }
            source => Self::OperationFailed(OperationFailed { facts: Some(facts), source }),
        }
    }
}

/// As what the official crates' waiters fail with, for functions that take errors of any service.
impl<O, E> From<WaiterError<O, E>> for official::WaiterError<O, E> {
    fn from(error: WaiterError<O, E>) -> Self {
        match error {
            WaiterError::ConstructionFailure(failure) => Self::construction_failure(failure.source),
            WaiterError::ExceededMaxWait(wait) => {
                Self::ExceededMaxWait(official::ExceededMaxWait::new(wait.max_wait, wait.elapsed, wait.polls))
            }
            WaiterError::FailureState(failure) => {
                Self::FailureState(official::FailureState::new(failure.into_final_poll()))
            }
            WaiterError::OperationFailed(failure) => {
                Self::OperationFailed(official::OperationFailed::new(failure.source.into()))
            }
        }
    }
}

impl<O, E: Display> Display for WaiterError<O, E> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::ConstructionFailure(ConstructionFailure { waiter: Some(waiter), source }) => {
                write!(f, "wait_until_{waiter}: {}", line(&source.to_string(), WHOLE))
            }
            Self::ConstructionFailure(failure) => {
                write!(f, "the wait could not be set up: {}", line(&failure.source.to_string(), WHOLE))
            }
            Self::ExceededMaxWait(wait) => {
                write_name(f, wait.facts)?;
                write!(f, "not reached within {:?}, after ", wait.max_wait)?;
                write_polls(f, wait.polls, wait.facts)?;
                if wait.last.is_empty() { Ok(()) } else { write!(f, "; the last one {}", line(&wait.last, WHOLE)) }
            }
            Self::FailureState(failure) => {
                let facts = failure.facts.map(|(facts, _)| facts);
                write_name(f, facts)?;
                f.write_str("out of reach")?;
                if let Some(facts) = facts {
                    f.write_str(" after ")?;
                    write_polls(f, facts.polls, Some(facts))?;
                }
                let says = failure.facts.and_then(|(_, says)| says);
                match (says, failure.final_poll.as_result()) {
                    (Some(says), _) => write!(f, "; the last one found that {says}"),
                    (None, Ok(_)) => f.write_str("; the last one succeeded"),
                    (None, Err(error)) => write!(f, "; the last one was answered {}", line(&error.to_string(), WHOLE)),
                }
            }
            Self::OperationFailed(failure) => {
                write_name(f, failure.facts)?;
                match failure.facts {
                    Some(facts) => write!(f, "poll {} failed: {}", facts.polls, failure.source),
                    None => write!(f, "a poll failed: {}", failure.source),
                }
            }
        }
    }
}

fn write_name(f: &mut Formatter<'_>, facts: Option<Facts>) -> fmt::Result {
    match facts {
        Some(facts) => write!(f, "wait_until_{}: ", facts.waiter),
        None => Ok(()),
    }
}

fn write_polls(f: &mut Formatter<'_>, polls: u32, facts: Option<Facts>) -> fmt::Result {
    write!(f, "{polls} {}", if polls == 1 { "poll" } else { "polls" })?;
    match facts {
        Some(facts) => write!(f, " of {}", facts.operation),
        None => Ok(()),
    }
}

impl<O: Debug, E: Error + 'static> Error for WaiterError<O, E> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::ConstructionFailure(failure) => Some(failure.source.as_ref()),
            Self::ExceededMaxWait(_) => None,
            Self::FailureState(failure) => failure.final_poll.as_result().err().map(|error| error as _),
            Self::OperationFailed(failure) => Some(&failure.source),
        }
    }
}

impl<O, E: ProvideErrorMetadata> ProvideErrorMetadata for WaiterError<O, E> {
    fn meta(&self) -> &ErrorMetadata {
        match self {
            Self::ConstructionFailure(_) | Self::ExceededMaxWait(_) => &EMPTY_ERROR_METADATA,
            Self::FailureState(failure) => match failure.final_poll.as_result() {
                Ok(_) => &EMPTY_ERROR_METADATA,
                Err(error) => error.meta(),
            },
            Self::OperationFailed(failure) => failure.source.meta(),
        }
    }
}

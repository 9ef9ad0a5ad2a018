//! The client of blocking calls, and how their errors say that nothing was begun.

use super::{BlockingError, block_on};
use crate::client::{self, SendResult};
use crate::error::SdkError;
use crate::error::context::Facts;
use crate::waiter::{ErrorOf, FinalPollOf, Waiter, WaiterError, Waiting};
use std::future::Future;
use std::time::Duration;

/// What a generated blocking client is made of: a client whose calls are waited for. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Handle {
    inner: client::Handle,
}

impl Handle {
    /// Calls as the client does.
    pub fn new(inner: client::Handle) -> Self {
        Self { inner }
    }

    /// The client whose calls are awaited.
    pub fn into_async(self) -> client::Handle {
        self.inner
    }
}

/// Waits for a call of the operation.
///
/// # Errors
/// Those of the call; a [`BlockingError`] as a [`ConstructionFailure`](SdkError::ConstructionFailure).
pub fn call<T, E>(operation: &'static str, call: impl Future<Output = SendResult<T, E>>) -> SendResult<T, E> {
    block_on(call).unwrap_or_else(|error| Err(refused(operation, error)))
}

/// Waits until the waiter is satisfied, at most for `max_wait`.
///
/// # Errors
/// Why the state was not reached; a [`BlockingError`] as a [`ConstructionFailure`](WaiterError::ConstructionFailure).
pub fn wait<W: Waiter>(
    waiting: Waiting<W, Handle>,
    input: W::Input,
    max_wait: Duration,
) -> Result<FinalPollOf<W>, ErrorOf<W>> {
    let wait = waiting.map_client(Handle::into_async).wait(input, max_wait);
    block_on(wait).unwrap_or_else(|error| Err(WaiterError::construction_failure(error)))
}

/// A call of the operation that was not begun.
pub(super) fn refused<E>(operation: &'static str, error: BlockingError) -> SdkError<E> {
    SdkError::construction_with(Facts::of(operation), error.into())
}

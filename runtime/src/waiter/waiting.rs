//! What the fluent builder of a waiter holds in the place of the client.

use super::{ErrorOf, FinalPollOf, Waiter, wait};
use crate::client::Handle;
use std::fmt::{self, Debug, Formatter};
use std::marker::PhantomData;
use std::time::Duration;

/// A client that polls until the waiter `W` is satisfied.
pub struct Waiting<W, H = Handle> {
    handle: H,
    waiter: PhantomData<fn() -> W>,
}

impl<W, H> Waiting<W, H> {
    /// Polls with the client.
    #[inline]
    pub fn new(handle: H) -> Self {
        Self { handle, waiter: PhantomData }
    }

    /// The same wait, with another client.
    #[inline]
    pub fn map_client<C>(self, change: impl FnOnce(H) -> C) -> Waiting<W, C> {
        Waiting::new(change(self.handle))
    }
}

impl<W: Waiter> Waiting<W> {
    /// Polls with `input`, at most for `max_wait`.
    ///
    /// # Errors
    /// Why the state was not reached.
    pub async fn wait(self, input: W::Input, max_wait: Duration) -> Result<FinalPollOf<W>, ErrorOf<W>> {
        wait::<W>(&self.handle, input, max_wait).await
    }
}

impl<W, H: Clone> Clone for Waiting<W, H> {
    fn clone(&self) -> Self {
        Self::new(self.handle.clone())
    }
}

impl<W, H: Debug> Debug for Waiting<W, H> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.handle.fmt(f)
    }
}

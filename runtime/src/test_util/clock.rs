//! Time that passes only when it is waited for.

use crate::config::{AsyncSleep, Sleep, TimeSource};
use std::future::poll_fn;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::Poll;
use std::time::{Duration, SystemTime};

/// A clock that waits move forward. It begins at the system's time, so that a program's own credentials hold.
#[derive(Clone, Debug)]
pub(super) struct Clock {
    start: SystemTime,
    waited: Arc<Mutex<Duration>>,
}

impl Clock {
    pub(super) fn new() -> Self {
        Self { start: SystemTime::now(), waited: Arc::default() }
    }

    /// How long was waited in all.
    pub(super) fn waited(&self) -> Duration {
        *self.waited.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl TimeSource for Clock {
    fn now(&self) -> SystemTime {
        self.start + self.waited()
    }
}

impl AsyncSleep for Clock {
    /// Lets other tasks run once, and is over.
    fn sleep(&self, duration: Duration) -> Sleep {
        let waited = self.waited.clone();
        let mut began = false;
        Sleep::new(poll_fn(move |context| {
            if !std::mem::replace(&mut began, true) {
                context.waker().wake_by_ref();
                return Poll::Pending;
            }
            let mut waited = waited.lock().unwrap_or_else(PoisonError::into_inner);
            *waited = waited.saturating_add(duration);
            Poll::Ready(())
        }))
    }
}

//! A clock that stands still unless the test sets it.

use aws_smithy_async::time::TimeSource;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

/// Says one time until it is set; its clones are the same clock.
#[derive(Clone, Debug)]
pub struct Clock(Arc<Mutex<SystemTime>>);

impl Clock {
    /// A clock that says this time.
    pub fn new(now: SystemTime) -> Self {
        Clock(Arc::new(Mutex::new(now)))
    }

    /// A clock that says it is so many seconds after 1970 began.
    pub fn at(seconds: u64) -> Self {
        Self::new(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds))
    }

    /// Sets it to so many seconds after 1970 began.
    pub fn set(&self, seconds: u64) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
    }

    /// Lets time pass.
    pub fn go_on(&self, by: Duration) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) += by;
    }
}

impl TimeSource for Clock {
    fn now(&self) -> SystemTime {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

//! A clock that stands still unless the test sets it.

use aws_smithy_async::time::TimeSource;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

/// The time that is so many seconds after 1970 began, or before it.
///
/// # Panics
/// If the system can't tell that time; those for Unix tell all.
pub fn time(seconds: i64) -> SystemTime {
    let (epoch, span) = (SystemTime::UNIX_EPOCH, Duration::from_secs(seconds.unsigned_abs()));
    let time = if seconds < 0 { epoch.checked_sub(span) } else { epoch.checked_add(span) };
    time.expect("64 bits of seconds can be told")
}

/// Says one time until it is set; its clones are the same clock.
#[derive(Clone, Debug)]
pub struct Clock(Arc<Mutex<SystemTime>>);

impl Clock {
    /// A clock that says this time.
    pub fn new(now: SystemTime) -> Self {
        Clock(Arc::new(Mutex::new(now)))
    }

    /// A clock that says it is so many seconds after 1970 began.
    pub fn at(seconds: i64) -> Self {
        Self::new(time(seconds))
    }

    /// Sets it to so many seconds after 1970 began.
    pub fn set(&self, seconds: i64) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = time(seconds);
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

//! Sleep that takes no time.

use sdk_runtime::config::{AsyncSleep, Sleep};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// Notes how long it was asked to sleep. Waits shorter than `real_from` end at once; longer ones, i.e. deadlines,
/// never.
#[derive(Clone, Debug)]
pub struct Noted {
    pub waits: Arc<Mutex<Vec<Duration>>>,
    real_from: Duration,
}

impl Noted {
    /// Ends waits between attempts, which are below 20 s, at once; deadlines, which are longer, never.
    pub fn new() -> Self {
        Self { waits: Arc::default(), real_from: Duration::from_secs(20) }
    }

    /// Ends deadlines of at least this long at once, too.
    pub fn until(real_from: Duration) -> Self {
        Self { waits: Arc::default(), real_from }
    }

    pub fn waits(&self) -> Vec<Duration> {
        self.waits.lock().expect("no test panics with it").clone()
    }
}

impl AsyncSleep for Noted {
    fn sleep(&self, duration: Duration) -> Sleep {
        if duration >= self.real_from {
            return Sleep::new(std::future::pending());
        }
        self.waits.lock().expect("no test panics with it").push(duration);
        Sleep::new(async {})
    }
}

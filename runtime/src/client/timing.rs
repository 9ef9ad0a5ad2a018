//! What waits between several calls are made of.

use crate::config::{SharedAsyncSleep, SharedTimeSource};
use std::sync::{Arc, Mutex};

/// The client's own, for waits between polls.
pub(crate) struct Timing {
    pub(crate) sleep: SharedAsyncSleep,
    pub(crate) time: SharedTimeSource,
    pub(crate) rng: Arc<Mutex<fastrand::Rng>>,
}

//! A service while it runs: its state and its requests, from the start or the last reset on.

use super::history::{self, History};
use super::{Answered, Service};
use crate::request::RecordedRequest;
use crate::state::{Player, Store, Tables};
use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Is told of every request once it is answered.
pub(crate) type Watcher = dyn Fn(&RecordedRequest) + Send + Sync;

/// A service while it runs.
#[derive(Debug)]
pub(crate) struct Running {
    pub(crate) service: Arc<Service>,
    store: Mutex<Store>,
    /// What the state was at the start.
    seed: Tables,
    history: Mutex<History>,
    /// What plays streams of events, by the operation's name.
    players: HashMap<String, Player>,
    /// How many calls with such there were.
    talks: AtomicU64,
}

impl Running {
    /// A service that begins with this state.
    pub(crate) fn new(service: Arc<Service>, seed: Tables, players: HashMap<String, Player>) -> Self {
        let store = Mutex::new(Store::of(&seed));
        Self { service, store, seed, history: Mutex::default(), players, talks: AtomicU64::new(0) }
    }

    /// What plays the streams of an operation.
    pub(super) fn player(&self, operation: &str) -> Option<&Player> {
        self.players.get(operation)
    }

    /// The number of a call that begins with a stream, which has none among requests before its end.
    pub(crate) fn next_talk(&self) -> u64 {
        self.talks.fetch_add(1, Ordering::Relaxed) + 1
    }

    /// The requests so far.
    pub(crate) fn history(&self) -> MutexGuard<'_, History> {
        self.history.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// All that it remembers.
    pub(crate) fn store(&self) -> MutexGuard<'_, Store> {
        self.store.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Goes back to the state that it began with, and forgets all requests.
    pub(crate) fn reset(&self) {
        *self.store() = Store::of(&self.seed);
        self.history().reset();
    }

    /// As [`Service::answer`], with the state.
    pub(crate) fn answer(&self, request: &RecordedRequest, denied: &[String], now: i64) -> Answered<'_> {
        self.service.answer(request, &self.store, denied, now)
    }

    /// Keeps a request that is answered, and the last `keep` before it; tells the watcher. Returns its number.
    pub(crate) fn record(&self, mut request: RecordedRequest, keep: Option<usize>, watcher: Option<&Watcher>) -> u64 {
        history::trim(&mut request);
        let watched = watcher.map(|watcher| (watcher, request.clone()));
        let number = self.history().keep(request, keep);
        if let Some((watcher, mut request)) = watched {
            request.number = number;
            watcher(&request);
        }
        number
    }
}

//! Time that passes only when it is waited for.

use crate::config::http::HttpResponse;
use crate::config::{AsyncSleep, Sleep, TimeSource};
use crate::error::ConnectorError;
use crate::transport::HttpConnectorFuture;
use std::collections::BTreeMap;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};
use std::time::{Duration, SystemTime};

/// A clock that waits move forward. It begins at the system's time, so that a program's own credentials hold.
#[derive(Clone, Debug)]
pub(super) struct Clock {
    start: SystemTime,
    state: Arc<Mutex<State>>,
}

#[derive(Debug, Default)]
struct State {
    waited: Duration,
    /// When deadlines are over, and whom to tell.
    deadlines: BTreeMap<(Duration, u64), Waker>,
    made: u64,
}

impl Clock {
    pub(super) fn new() -> Self {
        Self { start: SystemTime::now(), state: Arc::default() }
    }

    /// How long was waited in all.
    pub(super) fn waited(&self) -> Duration {
        self.state().waited
    }

    /// The same time for deadlines, which pass when waits have moved it far enough, and don't move it themselves.
    pub(super) fn deadlines(&self) -> impl AsyncSleep + use<> {
        Deadlines(self.clone())
    }

    /// What a transport gives: at once, or, where it is that nothing came, when it was waited for as long as a client waits.
    pub(super) fn outcome(
        &self,
        outcome: Result<HttpResponse, ConnectorError>,
        patience: Duration,
    ) -> HttpConnectorFuture {
        match &outcome {
            Err(error) if error.is_timeout() => {
                let wait = self.sleep(patience);
                HttpConnectorFuture::new(async move {
                    wait.await;
                    outcome
                })
            }
            _ => HttpConnectorFuture::ready(outcome),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Moves time towards `end`, as far as the next deadline, and says whether it is there.
    fn advance(&self, end: Duration) -> bool {
        let mut state = self.state();
        let next = state.deadlines.keys().next().map_or(end, |(deadline, _)| end.min(*deadline));
        state.waited = state.waited.max(next);
        let waited = state.waited;
        let mut due = Vec::new();
        while let Some(first) = state.deadlines.first_entry().filter(|first| first.key().0 <= waited) {
            due.push(first.remove());
        }
        drop(state);
        due.into_iter().for_each(Waker::wake);
        waited >= end
    }
}

impl TimeSource for Clock {
    fn now(&self) -> SystemTime {
        // Whoever waits for longer than a clock can tell stays at its end.
        self.start.checked_add(self.waited()).unwrap_or(self.start)
    }
}

impl AsyncSleep for Clock {
    /// Lets other tasks run, and those whose deadlines pass meanwhile.
    fn sleep(&self, duration: Duration) -> Sleep {
        let clock = self.clone();
        let mut end = None;
        Sleep::new(poll_fn(move |context| {
            let is_over = match end {
                Some(end) => clock.advance(end),
                None => {
                    end = Some(clock.waited().saturating_add(duration));
                    false
                }
            };
            if is_over {
                return Poll::Ready(());
            }
            context.waker().wake_by_ref();
            Poll::Pending
        }))
    }
}

#[derive(Debug)]
struct Deadlines(Clock);

impl AsyncSleep for Deadlines {
    fn sleep(&self, duration: Duration) -> Sleep {
        Sleep::new(Deadline { clock: self.0.clone(), duration, key: None })
    }
}

struct Deadline {
    clock: Clock,
    duration: Duration,
    /// When it is over, once it has begun, and what tells it from others.
    key: Option<(Duration, u64)>,
}

impl Future for Deadline {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let (duration, clock) = (self.duration, self.clock.clone());
        let mut state = clock.state();
        let begin = || {
            state.made += 1;
            (state.waited.saturating_add(duration), state.made)
        };
        let key = *self.key.get_or_insert_with(begin);
        if state.waited >= key.0 {
            return Poll::Ready(());
        }
        state.deadlines.insert(key, context.waker().clone());
        Poll::Pending
    }
}

impl Drop for Deadline {
    fn drop(&mut self) {
        if let Some(key) = self.key {
            self.clock.state().deadlines.remove(&key);
        }
    }
}

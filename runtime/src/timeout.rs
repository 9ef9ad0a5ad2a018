//! Deadlines on futures, with the sleep injected. [`config::timeout`](crate::config::timeout) lists the defaults.

use aws_smithy_async::rt::sleep::{AsyncSleep, SharedAsyncSleep, Sleep};
use aws_smithy_types::timeout::TimeoutConfig;
use std::fmt::{self, Display, Formatter};
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;

/// Opening a connection, TLS included.
pub const CONNECT: Duration = Duration::from_millis(3100);
/// Waiting for an answer's head, and then for each piece of its body.
pub const READ: Duration = Duration::from_secs(30);
/// Waiting for the next event of a stream, where the program sets no read timeout.
pub const EVENTS: Duration = Duration::from_secs(300);
/// A call in all, credentials, attempts and waits included.
pub const OPERATION: Duration = Duration::from_secs(120);

/// Which deadline it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// Waiting for data.
    Read,
    /// One attempt.
    Attempt,
    /// The whole call.
    Operation,
    /// Loading an identity.
    Load,
}

/// A deadline passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Elapsed {
    /// Which deadline.
    pub kind: Kind,
    /// How long was waited.
    pub after: Duration,
}

impl Display for Elapsed {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (what, name) = match self.kind {
            Kind::Read => ("no data", "read"),
            Kind::Attempt => ("no answer", "attempt"),
            Kind::Operation => ("no answer", "operation"),
            Kind::Load => ("no identity", "load"),
        };
        write!(f, "{what} within {:?} ({name} timeout)", self.after)
    }
}

impl std::error::Error for Elapsed {}

/// The deadlines of one call; `None` waits for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Limits {
    pub(crate) connect: Option<Duration>,
    pub(crate) read: Option<Duration>,
    /// The read timeout of streams of events.
    pub(crate) events: Option<Duration>,
    pub(crate) attempt: Option<Duration>,
    pub(crate) operation: Option<Duration>,
}

impl Limits {
    /// Fills what a config leaves open with the defaults. What it disables stays disabled. `held` is how long the service may
    /// hold the request: the defaults leave it that much time.
    pub(crate) fn of(config: Option<&TimeoutConfig>, held: Option<Duration>) -> Self {
        let read = held.map_or(READ, |held| held.max(READ));
        let defaults = TimeoutConfig::builder().connect_timeout(CONNECT).read_timeout(read);
        let defaults = defaults.operation_timeout(OPERATION.saturating_add(held.unwrap_or_default()));
        let filled = |defaults| match config {
            Some(config) => config.to_builder().take_unset_from(defaults).build(),
            None => defaults.build(),
        };
        let events = filled(TimeoutConfig::builder().read_timeout(EVENTS)).read_timeout();
        let config = filled(defaults);
        Self {
            events,
            connect: config.connect_timeout(),
            read: config.read_timeout(),
            attempt: config.operation_attempt_timeout(),
            operation: config.operation_timeout(),
        }
    }
}

/// A span of time to hold futures to.
#[derive(Clone, Debug)]
pub(crate) struct Deadline {
    kind: Kind,
    after: Option<Duration>,
    sleep: SharedAsyncSleep,
    /// What begins the span anew.
    pulse: Option<Pulse>,
}

/// A sign of life: whatever beats it begins the spans anew that listen to it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pulse(Arc<AtomicU64>);

impl Pulse {
    pub(crate) fn beat(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    fn count(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// A span that runs.
pub(crate) struct Wait {
    sleep: Sleep,
    /// The pulse as it was when the span began.
    since: u64,
}

impl Deadline {
    pub(crate) fn new(kind: Kind, after: Option<Duration>, sleep: SharedAsyncSleep) -> Self {
        Self { kind, after, sleep, pulse: None }
    }

    /// The same, whose spans begin anew with every beat.
    pub(crate) fn kept_alive_by(self, pulse: Option<Pulse>) -> Self {
        Self { pulse, ..self }
    }

    /// Waits for the future, at most for the span. A future that is ready wins over a span that is over.
    ///
    /// It is pinned where it is made: an `async fn` that took it would have room for it twice, and calls are within deadlines
    /// within deadlines.
    pub(crate) fn hold<F: Future>(&self, mut future: Pin<&mut F>) -> impl Future<Output = Result<F::Output, Elapsed>> {
        let mut wait = None;
        poll_fn(move |context| {
            if let Poll::Ready(value) = future.as_mut().poll(context) {
                return Poll::Ready(Ok(value));
            }
            self.poll(&mut wait, context).map(Err)
        })
    }

    /// Whether the span is over since `wait` was first polled: for what is polled rather than awaited.
    pub(crate) fn poll(&self, wait: &mut Option<Wait>, context: &mut Context<'_>) -> Poll<Elapsed> {
        let Some(after) = self.after else {
            return Poll::Pending;
        };
        loop {
            let now = self.pulse.as_ref().map_or(0, Pulse::count);
            let running = wait.get_or_insert_with(|| Wait { sleep: self.sleep.sleep(after), since: now });
            ready!(Pin::new(&mut running.sleep).poll(context));
            if running.since == now {
                return Poll::Ready(Elapsed { kind: self.kind, after });
            }
            *wait = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_partial_config_keeps_the_other_defaults() {
        let config = TimeoutConfig::builder().read_timeout(Duration::from_secs(60)).build();
        let limits = Limits::of(Some(&config), None);
        assert_eq!(
            (limits.connect, limits.read, limits.operation),
            (Some(CONNECT), Some(Duration::from_secs(60)), Some(OPERATION))
        );
    }

    #[test]
    fn a_request_that_the_service_may_hold_is_waited_for_unless_the_config_says_otherwise() {
        let second = Duration::from_secs;
        let waits = |config: Option<&TimeoutConfig>, held| {
            let limits = Limits::of(config, Some(held));
            (limits.read, limits.operation)
        };
        assert_eq!(waits(None, second(70)), (Some(second(70)), Some(second(190))));
        assert_eq!(waits(None, second(5)), (Some(READ), Some(second(125))), "no less than for others");
        assert_eq!(waits(None, Duration::MAX), (Some(Duration::MAX), Some(Duration::MAX)));
        let config = TimeoutConfig::builder().read_timeout(second(9)).operation_timeout(second(10)).build();
        assert_eq!(waits(Some(&config), second(70)), (Some(second(9)), Some(second(10))));
        assert_eq!(waits(Some(&TimeoutConfig::disabled()), second(70)), (None, None));
    }

    #[test]
    fn a_disabled_config_disables_all() {
        let limits = Limits::of(Some(&TimeoutConfig::disabled()), None);
        assert_eq!(limits, Limits { connect: None, read: None, events: None, attempt: None, operation: None });
    }

    #[test]
    fn each_deadline_has_a_text_of_its_own() {
        let text = |kind| Elapsed { kind, after: READ }.to_string();
        assert_eq!(text(Kind::Read), "no data within 30s (read timeout)");
        assert_eq!(text(Kind::Attempt), "no answer within 30s (attempt timeout)");
        assert_eq!(text(Kind::Operation), "no answer within 30s (operation timeout)");
        assert_eq!(text(Kind::Load), "no identity within 30s (load timeout)");
    }

    /// Is over at once.
    #[derive(Debug)]
    struct Instant;

    impl AsyncSleep for Instant {
        fn sleep(&self, _: Duration) -> Sleep {
            Sleep::new(std::future::ready(()))
        }
    }

    #[cfg(feature = "event-stream")]
    #[test]
    fn a_span_that_is_over_begins_anew_if_there_was_a_beat() {
        let mut context = Context::from_waker(std::task::Waker::noop());
        let pulse = Pulse::default();
        let deadline = Deadline::new(Kind::Read, Some(READ), SharedAsyncSleep::new(Instant));
        let deadline = deadline.kept_alive_by(Some(pulse.clone()));
        // It began before the beat, and is over after it.
        let mut wait = Some(Wait { sleep: Sleep::new(std::future::pending()), since: pulse.count() });
        assert!(deadline.poll(&mut wait, &mut context).is_pending());
        pulse.beat();
        let mut wait = Some(Wait { sleep: Sleep::new(std::future::ready(())), since: 0 });
        assert!(deadline.poll(&mut wait, &mut context).is_ready(), "the new span is over at once, too");
        assert_eq!(wait.map(|wait| wait.since), Some(1));
    }
}

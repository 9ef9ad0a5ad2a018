//! Deadlines on futures, with the sleep injected. [`config::timeout`](crate::config::timeout) lists the defaults.

mod limits;

pub(crate) use limits::{Limits, Silence};

use aws_smithy_async::rt::sleep::{AsyncSleep, SharedAsyncSleep, Sleep};
use aws_smithy_runtime_api::client::stalled_stream_protection::DEFAULT_GRACE_PERIOD;
use std::fmt::{self, Display, Formatter};
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, AtomicU64, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;

/// Opening a connection, TLS included.
pub const CONNECT: Duration = Duration::from_millis(3100);
/// Waiting for an answer's head.
pub const READ: Duration = Duration::from_secs(30);
/// Waiting for a piece of a body, either way, where the program sets neither a grace period nor a read timeout.
pub const GRACE: Duration = DEFAULT_GRACE_PERIOD;
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
    /// Waiting for a piece of a body, by the protection against stalled streams.
    Stalled,
    /// One attempt.
    Attempt,
    /// The whole call.
    Operation,
    /// Loading an identity.
    Load,
}

/// A deadline passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Elapsed {
    /// Which deadline.
    pub kind: Kind,
    /// How long was waited.
    pub after: Duration,
}

impl Display for Elapsed {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (what, name) = match self.kind {
            Kind::Stalled => {
                return write!(f, "no data within {:?} (grace period of `stalled_stream_protection`)", self.after);
            }
            Kind::Read => ("no data", "read"),
            Kind::Attempt => ("no answer", "attempt"),
            Kind::Operation => ("no answer", "operation"),
            Kind::Load => ("no identity", "load"),
        };
        write!(f, "{what} within {:?} ({name} timeout)", self.after)
    }
}

impl std::error::Error for Elapsed {}

/// A span of time to hold futures to.
#[derive(Clone, Debug)]
pub(crate) struct Deadline {
    kind: Kind,
    after: Option<Duration>,
    sleep: SharedAsyncSleep,
    /// What begins the span anew.
    pulse: Option<Pulse>,
    /// The span while a body is sent, if that is another.
    sending: Option<Silence>,
}

/// A sign of life: whatever beats it begins the spans anew that listen to it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pulse(Arc<Beats>);

#[derive(Debug, Default)]
struct Beats {
    count: AtomicU64,
    stage: AtomicU8,
}

/// How far a body is that is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Stage {
    /// Nobody has asked for it yet, or all of it is taken.
    Rests,
    /// Whoever sends it is to ask for the next piece.
    Goes,
    /// The program is to give the next piece.
    Awaited,
}

impl Pulse {
    pub(crate) fn beat(&self) {
        self.0.count.fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn enter(&self, stage: Stage) {
        self.0.stage.store(stage as u8, Ordering::Relaxed);
    }

    fn count(&self) -> u64 {
        self.0.count.load(Ordering::Relaxed)
    }

    fn is_in(&self, stage: Stage) -> bool {
        self.0.stage.load(Ordering::Relaxed) == stage as u8
    }
}

/// A span that runs.
pub(crate) struct Wait {
    sleep: Sleep,
    /// What it is over by; nothing ends it while there is none.
    limit: Option<Elapsed>,
    /// The pulse as it was when the span began.
    since: u64,
}

impl Deadline {
    pub(crate) fn new(kind: Kind, after: Option<Duration>, sleep: SharedAsyncSleep) -> Self {
        Self { kind, after, sleep, pulse: None, sending: None }
    }

    /// The same, but for the time in which a body is sent.
    pub(crate) fn while_sending(self, silence: Silence) -> Self {
        Self { sending: Some(silence), ..self }
    }

    /// One for what follows, begun anew by the same.
    pub(crate) fn then(self, silence: Silence) -> Self {
        Self { kind: silence.kind, after: silence.after, sending: None, ..self }
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
        let mut is_anew = false;
        loop {
            let now = self.pulse.as_ref().map_or(0, Pulse::count);
            let running = match wait {
                Some(running) => running,
                None => match self.begin(now) {
                    Some(begun) => wait.insert(begun),
                    None => return Poll::Pending,
                },
            };
            ready!(Pin::new(&mut running.sleep).poll(context));
            let is_awaited = self.pulse.as_ref().is_some_and(|pulse| pulse.is_in(Stage::Awaited));
            match running.limit {
                Some(elapsed) if running.since == now && !is_awaited => return Poll::Ready(elapsed),
                _ => *wait = None,
            }
            // A program's own sleep may take no time at all: others get their turn.
            if std::mem::replace(&mut is_anew, true) {
                context.waker().wake_by_ref();
                return Poll::Pending;
            }
        }
    }

    /// A new span, if there is anything to wait for.
    fn begin(&self, since: u64) -> Option<Wait> {
        let own = Silence { kind: self.kind, after: self.after };
        let sending = self.sending.filter(|_| self.pulse.as_ref().is_some_and(|pulse| !pulse.is_in(Stage::Rests)));
        let Silence { kind, after } = sending.unwrap_or(own);
        // What may be sent as slowly as it will is looked after all the same: once it is sent, the answer is waited for.
        let sleep = self.sleep.sleep(after.or(own.after)?);
        Some(Wait { sleep, limit: after.map(|after| Elapsed { kind, after }), since })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_deadline_has_a_text_of_its_own() {
        let text = |kind| Elapsed { kind, after: READ }.to_string();
        assert_eq!(text(Kind::Read), "no data within 30s (read timeout)");
        assert_eq!(text(Kind::Attempt), "no answer within 30s (attempt timeout)");
        assert_eq!(text(Kind::Operation), "no answer within 30s (operation timeout)");
        assert_eq!(text(Kind::Stalled), "no data within 30s (grace period of `stalled_stream_protection`)");
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
        let limit = Some(Elapsed { kind: Kind::Read, after: READ });
        let mut wait = Some(Wait { sleep: Sleep::new(std::future::pending()), limit, since: pulse.count() });
        assert!(deadline.poll(&mut wait, &mut context).is_pending());
        pulse.beat();
        let mut wait = Some(Wait { sleep: Sleep::new(std::future::ready(())), limit, since: 0 });
        assert!(deadline.poll(&mut wait, &mut context).is_ready(), "the new span is over at once, too");
        assert_eq!(wait.map(|wait| wait.since), Some(1));
    }
}

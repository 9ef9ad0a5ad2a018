//! How long to wait between two polls, and when there is no time for another.

use crate::client::Timing;
use crate::config::AsyncSleep;
use crate::retry::part;
use std::sync::PoisonError;
use std::time::{Duration, SystemTime};

/// One wait's pace: the delays grow with each poll and are random, so that many clients don't poll in step (Smithy 2.0,
/// "Waiter retries").
pub(super) struct Pace {
    means: Timing,
    shortest: Duration,
    longest: Duration,
    max_wait: Duration,
    started: SystemTime,
    slept: Duration,
    polls: u32,
}

impl Pace {
    pub(super) fn new(means: Timing, (shortest, longest): (Duration, Duration), max_wait: Duration) -> Self {
        let started = means.time.now();
        Self { means, shortest, longest, max_wait, started, slept: Duration::ZERO, polls: 0 }
    }

    /// Counts a poll, and says how many there were.
    pub(super) fn polled(&mut self) -> u32 {
        self.polls = self.polls.saturating_add(1);
        self.polls
    }

    /// How long the wait has taken. The clock may be set back meanwhile, which must not make the wait endless.
    pub(super) fn elapsed(&self) -> Duration {
        self.means.time.now().duration_since(self.started).unwrap_or_default().max(self.slept)
    }

    /// Sleeps until the next poll; says `false` at once if there is no time for one.
    pub(super) async fn pause(&mut self) -> bool {
        let random = self.means.rng.lock().unwrap_or_else(PoisonError::into_inner).f64();
        let delay = self.delay(self.elapsed(), random);
        if delay.is_zero() {
            return false;
        }
        self.means.sleep.sleep(delay).await;
        self.slept = self.slept.saturating_add(delay);
        true
    }

    /// Between the shortest delay and one that doubles with each poll, by `random` between 0 and 1. Where the poll after
    /// next would come too late, the next one is made the last, as late as it can be.
    fn delay(&self, elapsed: Duration, random: f64) -> Duration {
        let remaining = self.max_wait.saturating_sub(elapsed);
        let doubled = self.shortest.saturating_mul(2u32.saturating_pow(self.polls.saturating_sub(1)));
        let bound = doubled.min(self.longest).max(self.shortest);
        let delay = self.shortest.saturating_add(part(bound.saturating_sub(self.shortest), random));
        if remaining.saturating_sub(delay) <= self.shortest { remaining.saturating_sub(self.shortest) } else { delay }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{SharedAsyncSleep, SharedTimeSource};
    use aws_smithy_async::rt::sleep::TokioSleep;
    use std::sync::{Arc, Mutex};

    fn pace(shortest: u64, longest: u64, max_wait: u64) -> Pace {
        let means = Timing {
            sleep: SharedAsyncSleep::new(TokioSleep::new()),
            time: SharedTimeSource::default(),
            rng: Arc::new(Mutex::new(fastrand::Rng::with_seed(1))),
        };
        let seconds = Duration::from_secs;
        Pace::new(means, (seconds(shortest), seconds(longest)), seconds(max_wait))
    }

    #[test]
    fn delays_double_up_to_the_longest() {
        let mut pace = pace(2, 120, 10_000);
        for bound in [2, 4, 8, 16, 32, 64, 120, 120] {
            pace.polled();
            assert_eq!(pace.delay(Duration::ZERO, 0.0), Duration::from_secs(2));
            assert_eq!(pace.delay(Duration::ZERO, 1.0), Duration::from_secs(bound));
        }
        pace.polls = u32::MAX;
        assert_eq!(pace.delay(Duration::ZERO, 1.0), Duration::from_secs(120));
    }

    #[test]
    fn no_length_of_a_wait_makes_it_panic() {
        for (shortest, longest) in [(0, 0), (2, 120), (u64::MAX, u64::MAX), (u64::MAX, 0), (0, u64::MAX)] {
            for max_wait in [0, 1, u64::MAX] {
                let mut pace = pace(shortest, longest, max_wait);
                pace.max_wait = if max_wait == u64::MAX { Duration::MAX } else { pace.max_wait };
                for polls in [0, 1, 40, u32::MAX] {
                    pace.polls = polls;
                    for elapsed in [Duration::ZERO, Duration::MAX] {
                        assert!(pace.delay(elapsed, 0.999) <= pace.max_wait);
                    }
                }
            }
        }
    }

    #[test]
    fn the_last_poll_comes_as_late_as_it_can() {
        let mut pace = pace(2, 120, 10);
        pace.polls = 3;
        // 10 − 8 leaves 2, which is not more than the shortest delay.
        assert_eq!(pace.delay(Duration::ZERO, 1.0), Duration::from_secs(8));
        assert_eq!(pace.delay(Duration::from_secs(5), 1.0), Duration::from_secs(3));
        for elapsed in [8, 9, 10, 11] {
            assert_eq!(pace.delay(Duration::from_secs(elapsed), 0.5), Duration::ZERO);
        }
    }
}

//! Failures on purpose, and the limit of requests per second.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// What happens to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// It is answered.
    None,
    /// It is answered with status 503, and nothing is done.
    Unavailable,
    /// It is told that there were too many, and nothing is done; the text says why.
    Throttled(&'static str),
    /// Its connection ends, and nothing is done.
    Reset,
    /// It is done, and its connection ends all the same.
    Lost,
}

impl Fault {
    pub(super) fn loses_answer(self) -> bool {
        matches!(self, Self::Reset | Self::Lost)
    }
}

/// Decides which requests fail.
#[derive(Debug)]
pub(super) struct Faults {
    rate: f64,
    /// How many requests a second has room for.
    limit: Option<u32>,
    /// The second that runs: when it began, and how many requests it has had.
    second: Mutex<Option<(Instant, u32)>>,
}

impl Faults {
    pub(super) fn new(rate: f64, limit: Option<u32>) -> Self {
        Self { rate, limit, second: Mutex::default() }
    }

    /// What happens to a request that arrives at `now`. Only one that may be done twice is done before its connection
    /// ends.
    pub(super) fn next(&self, now: Instant, may_be_done_twice: impl FnOnce() -> bool) -> Fault {
        if self.limit.is_some_and(|limit| self.is_over(limit, now)) {
            return Fault::Throttled("more requests in a second than the limit allows");
        }
        if self.rate <= 0.0 || fastrand::f64() >= self.rate {
            return Fault::None;
        }
        match fastrand::u8(..4) {
            0 => Fault::Unavailable,
            1 => Fault::Throttled("an injected fault"),
            2 => Fault::Reset,
            _ if may_be_done_twice() => Fault::Lost,
            _ => Fault::Reset,
        }
    }

    /// Counts a request, unless the second has had as many as it has room for. A second begins with its first request.
    fn is_over(&self, limit: u32, now: Instant) -> bool {
        let mut second = self.second.lock().unwrap_or_else(PoisonError::into_inner);
        let runs = second.filter(|(began, _)| now.saturating_duration_since(*began) < Duration::from_secs(1));
        let (began, count) = runs.unwrap_or((now, 0));
        let is_over = count >= limit;
        *second = Some((began, if is_over { count } else { count + 1 }));
        is_over
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_not_be_done_twice_is_not_done_before_it_fails() {
        let (never, always, now) = (Faults::new(0.0, None), Faults::new(1.0, None), Instant::now());
        assert!((0..100).all(|_| never.next(now, || true) == Fault::None));
        let refuses = |fault| matches!(fault, Fault::Unavailable | Fault::Throttled(_) | Fault::Reset);
        assert!((0..100).all(|_| refuses(always.next(now, || false))));
        assert!((0..1000).any(|_| always.next(now, || true) == Fault::Lost));
    }

    #[test]
    fn a_second_has_room_for_as_many_requests_as_the_limit_says() {
        let (faults, begin) = (Faults::new(0.0, Some(2)), Instant::now());
        let is_granted =
            |milliseconds| faults.next(begin + Duration::from_millis(milliseconds), || true) == Fault::None;
        let granted: Vec<_> = [0, 999, 999, 1000, 1001, 1999, 2000].into_iter().map(is_granted).collect();
        assert_eq!(granted, [true, true, false, true, true, false, true]);
    }
}

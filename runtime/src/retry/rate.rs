//! How fast a client sends in adaptive mode: a bucket that fills at a rate which throttling lowers and success raises.
//!
//! Nothing is held back before the first throttled answer. Then the rate falls to a part of what was measured, and grows
//! along a cubic curve: fast at first, slowly near the rate that was too much, and faster again beyond it
//! ([Adaptive retry mode](https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html)).

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

/// The least rate, in requests per second.
const LEAST_RATE: f64 = 0.5;
/// The least that the bucket holds, in requests.
const LEAST_CAPACITY: f64 = 1.0;
/// What a new measurement counts against the old ones.
const SMOOTH: f64 = 0.8;
/// What remains of the rate after throttling.
const BETA: f64 = 0.7;
/// How steep the curve is.
const SCALE: f64 = 0.4;
/// Measurements per second.
const WINDOWS: f64 = 2.0;

/// The rate of one client, shared by its clones.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rate {
    state: Arc<Mutex<State>>,
}

/// Times are seconds since the epoch, rates requests per second.
#[derive(Debug, Default)]
struct State {
    /// Whether a throttled answer has come.
    limited: bool,
    rate: f64,
    capacity: f64,
    tokens: f64,
    filled_at: Option<f64>,
    measured: f64,
    window: Option<f64>,
    requests: f64,
    /// The rate that was too much, and when it was.
    too_much: f64,
    throttled_at: f64,
}

impl Rate {
    /// How long to wait before the next request. The request counts as sent then.
    pub(crate) fn wait(&self, now: SystemTime) -> Duration {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if !state.limited {
            return Duration::ZERO;
        }
        state.fill(seconds(now));
        // Below nothing, those who come later wait for those who came before.
        state.tokens -= 1.0;
        Duration::try_from_secs_f64(-state.tokens / state.rate).unwrap_or_default()
    }

    /// Learns from an answer.
    pub(crate) fn learn(&self, now: SystemTime, throttled: bool) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let now = seconds(now);
        state.measure(now);
        let wanted = match throttled {
            true => state.lower(now),
            false if state.limited => state.raise(now),
            false => return,
        };
        let rate = wanted.min(2.0 * state.measured);
        state.set(rate, now);
    }
}

impl State {
    /// Counts a request, and measures at the end of each window.
    fn measure(&mut self, now: f64) {
        let window = (now * WINDOWS).floor() / WINDOWS;
        let begun = *self.window.get_or_insert(window);
        self.requests += 1.0;
        if window > begun {
            self.measured = self.requests / (window - begun) * SMOOTH + self.measured * (1.0 - SMOOTH);
            self.requests = 0.0;
            self.window = Some(window);
        }
    }

    fn lower(&mut self, now: f64) -> f64 {
        self.too_much = if self.limited { self.measured.min(self.rate) } else { self.measured };
        self.throttled_at = now;
        self.limited = true;
        self.too_much * BETA
    }

    fn raise(&self, now: f64) -> f64 {
        let flat = (self.too_much * (1.0 - BETA) / SCALE).cbrt();
        SCALE * (now - self.throttled_at - flat).powi(3) + self.too_much
    }

    fn set(&mut self, rate: f64, now: f64) {
        self.fill(now);
        self.rate = rate.max(LEAST_RATE);
        self.capacity = rate.max(LEAST_CAPACITY);
        self.tokens = self.tokens.min(self.capacity);
    }

    fn fill(&mut self, now: f64) {
        // A clock that was set back fills nothing.
        let since = (now - self.filled_at.unwrap_or(now)).max(0.0);
        self.tokens = (self.tokens + since * self.rate).min(self.capacity);
        self.filled_at = Some(now);
    }
}

fn seconds(time: SystemTime) -> f64 {
    time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs_f64()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: f64) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs_f64(1_700_000_000.0 + seconds)
    }

    /// Sends ten requests a second from `from` to `to`, as far as the rate allows; the sum of the waits.
    fn ten_a_second(rate: &Rate, from: u32, to: u32, throttled: bool) -> Duration {
        let mut waited = Duration::ZERO;
        for tenth in from * 10..to * 10 {
            let now = at(f64::from(tenth) / 10.0);
            waited += rate.wait(now);
            rate.learn(now, throttled);
        }
        waited
    }

    #[test]
    fn nothing_waits_before_the_first_throttled_answer() {
        assert_eq!(ten_a_second(&Rate::default(), 0, 30, false), Duration::ZERO);
    }

    #[test]
    fn throttling_lowers_the_rate_to_a_part_of_what_was_measured() {
        let rate = Rate::default();
        ten_a_second(&rate, 0, 5, false);
        rate.learn(at(5.0), true);
        let state = rate.state.lock().expect("nothing panics with it");
        assert!((6.9..8.0).contains(&state.rate), "70 % of ten a second, roughly: {state:?}");
    }

    #[test]
    fn the_rate_recovers_and_goes_beyond_what_was_too_much() {
        let rate = Rate::default();
        ten_a_second(&rate, 0, 5, false);
        rate.learn(at(5.0), true);
        let lowered = rate.state.lock().expect("nothing panics with it").rate;
        ten_a_second(&rate, 5, 12, false);
        let recovered = rate.state.lock().expect("nothing panics with it").rate;
        assert!(recovered > 10.0 && recovered > lowered, "{lowered} → {recovered}");
    }

    #[test]
    fn a_service_that_always_throttles_is_asked_twice_a_second_or_less() {
        let rate = Rate::default();
        let waited = ten_a_second(&rate, 0, 20, true);
        let state = rate.state.lock().expect("nothing panics with it");
        assert!(state.rate <= 2.0 * LEAST_RATE, "{state:?}");
        assert!(waited > Duration::from_secs(60), "{waited:?}");
    }

    #[test]
    fn requests_at_the_same_time_wait_one_after_the_other() {
        let rate = Rate::default();
        ten_a_second(&rate, 0, 5, false);
        rate.learn(at(5.0), true);
        let waits: Vec<_> = (0..20).map(|_| rate.wait(at(5.0))).collect();
        assert!(waits.windows(2).all(|pair| pair[0] < pair[1]), "{waits:?}");
    }

    #[test]
    fn a_clock_that_is_set_back_does_no_harm() {
        let rate = Rate::default();
        ten_a_second(&rate, 0, 5, false);
        rate.learn(at(5.0), true);
        rate.wait(at(-100_000.0));
        rate.learn(SystemTime::UNIX_EPOCH, false);
        assert!(rate.wait(at(5.0)) < Duration::from_secs(10));
    }
}

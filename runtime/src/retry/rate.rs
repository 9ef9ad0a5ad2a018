//! How fast a client sends in adaptive mode: a bucket that fills at a rate which throttling lowers and success raises.
//!
//! Nothing is held back before the first throttled answer. Then the rate falls to a part of what was measured, and grows
//! along a cubic curve: fast at first, slowly near the rate that was too much, and faster again beyond it
//! ([Adaptive retry mode](https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html)).
//!
//! In: the time, from a clock that may say anything. Out: a [`Turn`], which is given back where a call gives up while it
//! waits. Turns are given out some seconds ahead and no further: who comes when those are taken asks again later, so that
//! calls which will be over by then hold up no others.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
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
/// How far ahead turns are given out, in seconds; who gets none asks again after a half of that.
const AHEAD: f64 = 10.0;

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

/// When a request may be sent. Dropped before it is [`taken`](Self::taken), it is given back.
#[derive(Debug)]
pub(crate) struct Turn {
    wait: Duration,
    /// Where it came from, if it takes something there.
    of: Option<Rate>,
    given: bool,
}

impl Turn {
    /// How long to wait.
    pub(crate) fn wait(&self) -> Duration {
        self.wait
    }

    /// What to do after the wait: `true` is to send the request, `false` to ask again.
    pub(crate) fn taken(mut self) -> bool {
        self.of = None;
        self.given
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        if let Some(rate) = self.of.take() {
            let mut state = rate.state();
            state.tokens = (state.tokens + 1.0).min(state.capacity);
        }
    }
}

impl Rate {
    /// When the next request may be sent.
    pub(crate) fn turn(&self, now: SystemTime) -> Turn {
        let mut state = self.state();
        if !state.limited {
            return Turn { wait: Duration::ZERO, of: None, given: true };
        }
        state.fill(seconds(now));
        let wait = (1.0 - state.tokens) / state.rate;
        if wait > AHEAD {
            return Turn { wait: Duration::from_secs_f64(AHEAD / 2.0), of: None, given: false };
        }
        // Below nothing, those who come later wait for those who came before.
        state.tokens -= 1.0;
        let wait = Duration::try_from_secs_f64(wait).unwrap_or_default();
        Turn { wait, of: Some(self.clone()), given: true }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Learns from an answer.
    pub(crate) fn learn(&self, now: SystemTime, throttled: bool) {
        let mut state = self.state();
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
        if window < begun {
            // A clock that was set back: what was counted is of no time that is known.
            self.requests = 0.0;
            self.window = Some(window);
        } else if window > begun {
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
        // What was given out at a greater rate is no debt of many minutes at the new one.
        self.tokens = self.tokens.min(self.capacity).max(-AHEAD * self.rate);
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
            let turn = rate.turn(now);
            waited += turn.wait();
            turn.taken();
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
    fn the_rate_rises_along_a_cubic_curve_through_what_was_too_much() {
        let state = State { too_much: 10.0, throttled_at: 5.0, ..State::default() };
        for (now, rate) in [(5.0, 7.0), (6.0, 9.6), (7.0, 10.0), (8.0, 10.5), (9.0, 13.4), (10.0, 21.3), (11.0, 36.4)] {
            assert!((state.raise(now) - rate).abs() < 0.05, "{now}: {}", state.raise(now));
        }
    }

    #[test]
    fn what_was_given_out_at_a_greater_rate_is_a_bounded_debt_at_the_new_one() {
        let mut state = State { tokens: -1000.0, rate: 50.0, filled_at: Some(5.0), ..State::default() };
        state.set(3.0, 5.0);
        assert_eq!((state.rate, state.tokens), (3.0, -AHEAD * 3.0));
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

    /// Otherwise the curve would leave a client that pauses without any limit.
    #[test]
    fn the_rate_grows_no_further_than_twice_what_is_sent() {
        let rate = Rate::default();
        ten_a_second(&rate, 0, 5, false);
        rate.learn(at(5.0), true);
        for second in 6..200 {
            rate.turn(at(f64::from(second))).taken();
            rate.learn(at(f64::from(second)), false);
        }
        let state = rate.state();
        assert!((0.9..=2.1).contains(&state.rate), "one a second was sent: {state:?}");
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
        let turns: Vec<_> = (0..20).map(|_| rate.turn(at(5.0))).collect();
        let waits: Vec<_> = turns.iter().map(Turn::wait).collect();
        assert!(waits.windows(2).all(|pair| pair[0] < pair[1]), "{waits:?}");
    }

    fn throttled() -> Rate {
        let rate = Rate::default();
        ten_a_second(&rate, 0, 5, false);
        rate.learn(at(5.0), true);
        rate
    }

    #[test]
    fn a_turn_that_is_given_up_is_there_for_the_next() {
        let rate = throttled();
        let first = rate.turn(at(5.0)).wait();
        for _ in 0..10_000 {
            drop(rate.turn(at(5.0)));
        }
        assert_eq!(rate.turn(at(5.0)).wait(), first);
        assert!(rate.turn(at(5.0)).taken());
        assert!(rate.turn(at(5.0)).wait() > first, "one that was taken is not");
    }

    #[test]
    fn turns_are_given_out_some_seconds_ahead_and_no_further() {
        let rate = throttled();
        let mut turns: Vec<_> = (0..10_000).map(|_| rate.turn(at(5.0))).collect();
        assert!(turns.iter().all(|turn| turn.wait() <= Duration::from_secs_f64(AHEAD)), "nobody waits for minutes");
        let given = turns.iter().filter(|turn| turn.given).count();
        assert!((60..90).contains(&given), "ten seconds at seven a second: {given}");
        assert!(!turns.pop().expect("there are many").taken(), "the last asks again");
        for turn in turns {
            turn.taken();
        }
        assert!(rate.turn(at(5.0 + AHEAD / 2.0)).given, "there is one when it does");
    }

    #[test]
    fn a_rate_that_falls_leaves_no_debt_of_minutes() {
        let rate = throttled();
        let turns: Vec<_> = (0..200).map(|_| rate.turn(at(5.0))).collect();
        for turn in turns {
            turn.taken();
        }
        for again in 0..20 {
            rate.learn(at(5.0 + f64::from(again)), true);
        }
        let state = rate.state();
        assert!(state.tokens >= -AHEAD * state.rate, "{state:?}");
    }

    #[test]
    fn no_time_makes_it_panic_or_stop() {
        let far = SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(i64::MAX as u64)).expect("it can be told");
        let early = SystemTime::UNIX_EPOCH.checked_sub(Duration::from_secs(1 << 62)).expect("it can be told");
        let rate = throttled();
        for now in [far, early, SystemTime::UNIX_EPOCH, far, at(6.0)] {
            for throttled in [true, false] {
                rate.turn(now).taken();
                rate.learn(now, throttled);
            }
        }
        // The clock is right again, and so is the rate, soon.
        assert!(ten_a_second(&rate, 10, 30, false) < Duration::from_secs(10 * 200));
        let state = rate.state();
        assert!(state.rate > 5.0, "{state:?}");
    }

    #[test]
    fn a_clock_that_is_set_back_does_no_harm() {
        let rate = Rate::default();
        ten_a_second(&rate, 0, 5, false);
        rate.learn(at(5.0), true);
        rate.turn(at(-100_000.0)).taken();
        rate.learn(SystemTime::UNIX_EPOCH, false);
        assert!(rate.turn(at(5.0)).wait() < Duration::from_secs(10));
    }
}

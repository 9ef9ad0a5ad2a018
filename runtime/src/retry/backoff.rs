//! How long to wait before the next attempt.

use aws_smithy_runtime_api::http::Headers;
use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use aws_smithy_types::retry::RetryConfig;
use std::time::{Duration, SystemTime};

/// Random waits that grow with each attempt ("full jitter": anything from nothing up to the bound).
#[derive(Debug)]
pub(crate) struct Backoff {
    first: Duration,
    longest: Duration,
    rng: fastrand::Rng,
}

impl Backoff {
    pub(crate) fn new(config: &RetryConfig, seed: Option<u64>) -> Self {
        let rng = seed.map_or_else(fastrand::Rng::new, fastrand::Rng::with_seed);
        Self { first: config.initial_backoff(), longest: config.max_backoff(), rng }
    }

    /// The wait after `attempt` (from 1): random below `first`·2^(attempt-1), not shorter than the service asked for,
    /// and never longer than the config's greatest wait.
    pub(crate) fn wait(&mut self, attempt: u32, asked: Option<Duration>) -> Duration {
        let bound = self.first.saturating_mul(2u32.saturating_pow(attempt.saturating_sub(1))).min(self.longest);
        let random = part(bound, self.rng.f64());
        random.max(asked.unwrap_or_default()).min(self.longest)
    }
}

/// A part of a span of time, by a number from 0 to 1. No rounding takes it beyond the span.
pub(crate) fn part(span: Duration, of_one: f64) -> Duration {
    Duration::try_from_secs_f64(span.as_secs_f64() * of_one).unwrap_or(span).min(span)
}

/// How long the service asks to wait: `x-amz-retry-after` in milliseconds, else `retry-after` in seconds or until a date
/// (RFC 9110, section 10.2.3).
pub(crate) fn server_delay(headers: &Headers, now: SystemTime) -> Option<Duration> {
    let number = |name: &str| whole(headers.get(name)?.trim());
    let until = || {
        let date = DateTime::from_str(headers.get("retry-after")?.trim(), Format::HttpDate).ok()?;
        SystemTime::try_from(date).ok()?.duration_since(now).ok()
    };
    let in_seconds = || number("retry-after").map(Duration::from_secs);
    number("x-amz-retry-after").map(Duration::from_millis).or_else(in_seconds).or_else(until)
}

/// A number without a sign. One that is too large to be told is the largest: it asks for the longest wait.
fn whole(text: &str) -> Option<u64> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_stay_below_their_bounds() {
        let mut backoff = Backoff::new(&RetryConfig::standard(), Some(1));
        for (attempt, bound) in [(1, 1), (2, 2), (3, 4), (5, 16), (6, 20), (40, 20)] {
            for _ in 0..100 {
                assert!(backoff.wait(attempt, None) <= Duration::from_secs(bound));
            }
        }
    }

    #[test]
    fn the_service_may_ask_for_longer_but_not_beyond_the_greatest_wait() {
        let mut backoff = Backoff::new(&RetryConfig::standard(), Some(1));
        assert_eq!(backoff.wait(1, Some(Duration::from_secs(7))), Duration::from_secs(7));
        assert_eq!(backoff.wait(1, Some(Duration::from_secs(3600))), Duration::from_secs(20));
    }

    #[test]
    fn delay_headers_are_read_in_their_units() {
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
        let mut headers = Headers::new();
        let mut asked = |name: &'static str, value: &'static str| {
            headers.insert(name, value);
            server_delay(&headers, now)
        };
        assert_eq!(asked("retry-after", "2"), Some(Duration::from_secs(2)));
        assert_eq!(asked("retry-after", "Tue, 14 Nov 2023 22:13:25 GMT"), Some(Duration::from_secs(5)));
        assert_eq!(asked("retry-after", "Tue, 14 Nov 2023 22:13:15 GMT"), None, "that was five seconds ago");
        assert_eq!(asked("retry-after", "tomorrow"), None);
        assert_eq!(asked("x-amz-retry-after", "1500"), Some(Duration::from_millis(1500)));
        assert_eq!(asked("x-amz-retry-after", "soon"), None);
        assert_eq!(asked("retry-after", "3"), Some(Duration::from_secs(3)));
    }

    #[test]
    fn whatever_is_asked_for_the_wait_is_no_longer_than_the_greatest() {
        let mut headers = Headers::new();
        let mut backoff = Backoff::new(&RetryConfig::standard(), Some(1));
        let mut wait = |asked| backoff.wait(1, asked);
        for now in [SystemTime::UNIX_EPOCH, SystemTime::UNIX_EPOCH + Duration::from_secs(i64::MAX as u64)] {
            for huge in ["18446744073709551615", "99999999999999999999999999", "Fri, 31 Dec 9999 23:59:59 GMT"] {
                headers.insert("retry-after", huge);
                let is_past = huge.contains("GMT") && now != SystemTime::UNIX_EPOCH;
                let longest = if is_past { 1 } else { 20 };
                assert!(wait(server_delay(&headers, now)) <= Duration::from_secs(longest), "{huge}");
            }
            for nothing in ["-5", "+5", "1.5", "1e3", "", "Mon, 01 Jan 0001 00:00:00 GMT", "0x10"] {
                headers.insert("retry-after", nothing);
                assert_eq!(server_delay(&headers, now), None, "{nothing}");
            }
        }
        headers.insert("x-amz-retry-after", "99999999999999999999999999");
        assert_eq!(wait(server_delay(&headers, SystemTime::UNIX_EPOCH)), Duration::from_secs(20));
    }

    #[test]
    fn no_setting_makes_a_wait_panic() {
        for (first, longest) in
            [(Duration::MAX, Duration::MAX), (Duration::ZERO, Duration::MAX), (Duration::MAX, Duration::ZERO)]
        {
            let config = RetryConfig::standard().with_initial_backoff(first).with_max_backoff(longest);
            let mut backoff = Backoff::new(&config, Some(1));
            for attempt in [0, 1, 2, 64, u32::MAX] {
                for asked in [None, Some(Duration::MAX)] {
                    assert!(backoff.wait(attempt, asked) <= longest);
                }
            }
        }
        for span in [Duration::ZERO, Duration::from_nanos(1), Duration::from_secs(3), Duration::MAX] {
            for of_one in [0.0, 0.5, 1.0 - f64::EPSILON, 1.0, f64::NAN, f64::INFINITY, -1.0] {
                assert!(part(span, of_one) <= span);
            }
        }
    }
}

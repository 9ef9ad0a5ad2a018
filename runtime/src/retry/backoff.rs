//! How long to wait before the next attempt.

use crate::config::retry::RetryConfig;
use aws_smithy_runtime_api::http::Headers;
use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
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
        let random = bound.mul_f64(self.rng.f64());
        random.max(asked.unwrap_or_default()).min(self.longest)
    }
}

/// How long the service asks to wait: `x-amz-retry-after` in milliseconds, else `retry-after` in seconds or until a date
/// (RFC 9110, section 10.2.3).
pub(crate) fn server_delay(headers: &Headers, now: SystemTime) -> Option<Duration> {
    let number = |name: &str| headers.get(name)?.trim().parse::<u64>().ok();
    let until = || {
        let date = DateTime::from_str(headers.get("retry-after")?.trim(), Format::HttpDate).ok()?;
        SystemTime::try_from(date).ok()?.duration_since(now).ok()
    };
    let in_seconds = || number("retry-after").map(Duration::from_secs);
    number("x-amz-retry-after").map(Duration::from_millis).or_else(in_seconds).or_else(until)
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
}

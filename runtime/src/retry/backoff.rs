//! How long to wait before the next attempt.

use super::Rules;
use aws_smithy_runtime_api::http::Headers;
use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use aws_smithy_types::retry::ErrorKind;
use std::time::{Duration, SystemTime};

/// Random waits that grow with each attempt ("full jitter": anything from nothing up to the bound).
#[derive(Debug)]
pub(crate) struct Backoff {
    rules: Rules,
    rng: fastrand::Rng,
}

/// How long the service asks to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    /// By `x-amz-retry-after`.
    ByService(Duration),
    /// By `retry-after`, which proxies send as well.
    ByHttp(Duration),
}

impl Backoff {
    pub(crate) fn new(rules: Rules, seed: Option<u64>) -> Self {
        let rng = seed.map_or_else(fastrand::Rng::new, fastrand::Rng::with_seed);
        Self { rules, rng }
    }

    /// The wait after `attempt` (from 1): random below the first wait's bound · 2^(attempt-1), and below the longest wait. It
    /// is as long as the service asks for, within what the rules have patience for.
    pub(crate) fn wait(&mut self, attempt: u32, kind: ErrorKind, asked: Option<Asked>) -> Duration {
        let longest = self.rules.longest;
        let growth = 2u32.saturating_pow(attempt.saturating_sub(1));
        let bound = self.rules.first_wait(kind).saturating_mul(growth).min(longest);
        let random = part(bound, self.rng.f64());
        match (asked, self.rules.patience()) {
            (None, _) => random,
            (Some(Asked::ByService(asked)), Some(patience)) => asked.clamp(random, random.saturating_add(patience)),
            (Some(Asked::ByService(asked) | Asked::ByHttp(asked)), _) => random.max(asked).min(longest),
        }
    }
}

/// A part of a span of time, by a number from 0 to 1. No rounding takes it beyond the span.
pub(crate) fn part(span: Duration, of_one: f64) -> Duration {
    Duration::try_from_secs_f64(span.as_secs_f64() * of_one).unwrap_or(span).min(span)
}

/// How long the service asks to wait: `x-amz-retry-after` in milliseconds, else `retry-after` in seconds or until a date
/// (RFC 9110, section 10.2.3).
pub(crate) fn server_delay(headers: &Headers, now: SystemTime) -> Option<Asked> {
    let number = |name: &str| whole(headers.get(name)?.trim());
    let until = || {
        let date = DateTime::from_str(headers.get("retry-after")?.trim(), Format::HttpDate).ok()?;
        SystemTime::try_from(date).ok()?.duration_since(now).ok()
    };
    let in_seconds = || number("retry-after").map(Duration::from_secs);
    let by_service = number("x-amz-retry-after").map(|number| Asked::ByService(Duration::from_millis(number)));
    by_service.or_else(|| in_seconds().or_else(until).map(Asked::ByHttp))
}

/// A number without a sign. One that is too large to be told is the largest: it asks for the longest wait.
fn whole(text: &str) -> Option<u64> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::retry::RetryBehavior::{self, V2_0, V2_1};
    use crate::declare::Retries;
    use ErrorKind::{ServerError, ThrottlingError, TransientError};
    use aws_smithy_types::retry::RetryConfig;

    fn backoff(behavior: RetryBehavior) -> Backoff {
        Backoff::new(Rules::new(None, behavior, Retries::STANDARD), Some(1))
    }

    #[test]
    fn waits_stay_below_their_bounds_and_use_all_of_them() {
        let near = |behavior, kind, bounds: &[(u32, u64)]| {
            let mut backoff = backoff(behavior);
            for (attempt, bound) in bounds {
                let bound = Duration::from_millis(*bound);
                let longest = (0..200).map(|_| backoff.wait(*attempt, kind, None)).max().expect("there are some");
                assert!(longest <= bound && longest > bound * 9 / 10, "{behavior:?} {kind:?} {attempt}: {longest:?}");
            }
        };
        near(V2_1, TransientError, &[(1, 50), (2, 100), (3, 200), (9, 12_800), (10, 20_000), (40, 20_000)]);
        near(V2_1, ServerError, &[(1, 50), (2, 100)]);
        near(V2_1, ThrottlingError, &[(1, 1000), (2, 2000), (5, 16_000), (6, 20_000), (40, 20_000)]);
        near(V2_0, TransientError, &[(1, 1000), (2, 2000), (3, 4000), (5, 16_000), (6, 20_000), (40, 20_000)]);
    }

    #[test]
    fn the_service_may_ask_for_some_seconds_more() {
        let (ms, mut backoff) = (Duration::from_millis, backoff(V2_1));
        for _ in 0..100 {
            let mut wait = |asked| backoff.wait(1, TransientError, Some(Asked::ByService(asked)));
            assert_eq!(wait(ms(3000)), ms(3000));
            assert!(wait(ms(0)) <= ms(50), "not less than it would be, but no more");
            let longest = wait(ms(3_600_000));
            assert!((ms(5000)..=ms(5050)).contains(&longest), "{longest:?}");
        }
    }

    #[test]
    fn what_proxies_ask_for_and_the_former_rules_know_the_longest_wait_alone() {
        let second = Duration::from_secs;
        for (behavior, asked) in [(V2_0, Asked::ByService as fn(_) -> _), (V2_0, Asked::ByHttp), (V2_1, Asked::ByHttp)]
        {
            let mut backoff = backoff(behavior);
            assert_eq!(backoff.wait(1, TransientError, Some(asked(second(7)))), second(7));
            assert_eq!(backoff.wait(1, TransientError, Some(asked(second(3600)))), second(20));
        }
    }

    #[test]
    fn delay_headers_are_read_in_their_units() {
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
        let mut headers = Headers::new();
        let mut asked = |name: &'static str, value: &'static str| {
            headers.insert(name, value);
            server_delay(&headers, now)
        };
        let http = |seconds| Some(Asked::ByHttp(Duration::from_secs(seconds)));
        assert_eq!(asked("retry-after", "2"), http(2));
        assert_eq!(asked("retry-after", "Tue, 14 Nov 2023 22:13:25 GMT"), http(5));
        assert_eq!(asked("retry-after", "Tue, 14 Nov 2023 22:13:15 GMT"), None, "that was five seconds ago");
        assert_eq!(asked("retry-after", "tomorrow"), None);
        let by_service = Some(Asked::ByService(Duration::from_millis(1500)));
        assert_eq!(asked("x-amz-retry-after", "1500"), by_service);
        assert_eq!(asked("retry-after", "3"), by_service, "the service's own word counts");
        assert_eq!(asked("x-amz-retry-after", "soon"), http(3));
    }

    #[test]
    fn whatever_is_asked_for_the_wait_is_bounded() {
        for behavior in [V2_0, V2_1] {
            let mut headers = Headers::new();
            let mut backoff = backoff(behavior);
            let mut wait = |asked| backoff.wait(1, TransientError, asked);
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
            let longest = wait(server_delay(&headers, SystemTime::UNIX_EPOCH));
            assert!(longest >= Duration::from_secs(5) && longest <= Duration::from_secs(20), "{longest:?}");
        }
    }

    #[test]
    fn no_setting_makes_a_wait_panic() {
        for (first, longest) in
            [(Duration::MAX, Duration::MAX), (Duration::ZERO, Duration::MAX), (Duration::MAX, Duration::ZERO)]
        {
            let config = RetryConfig::standard().with_initial_backoff(first).with_max_backoff(longest);
            for behavior in [V2_0, V2_1] {
                let mut backoff = Backoff::new(Rules::new(Some(&config), behavior, Retries::STANDARD), Some(1));
                for attempt in [0, 1, 2, 64, u32::MAX] {
                    for asked in [None, Some(Asked::ByHttp(Duration::MAX)), Some(Asked::ByService(Duration::MAX))] {
                        let longest = longest.saturating_add(Duration::from_secs(5));
                        assert!(backoff.wait(attempt, TransientError, asked) <= longest);
                    }
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

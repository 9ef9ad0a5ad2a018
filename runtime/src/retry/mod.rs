//! Whether a failed attempt is repeated, and when.
//!
//! In: a failed attempt and the operation's [`Effect`](crate::declare::Effect). Out: the wait until the next attempt,
//! or none. The rules are those of the AWS SDKs' standard mode
//! ([Retry behavior](https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html)), with one rule
//! more: an operation whose repetition may repeat a side effect is tried again only where the failed attempt cannot
//! have taken effect, i.e. if no connection was made or the service throttled it.
//!
//! | failure | kind | repeated for a plain operation |
//! |---|---|---|
//! | no connection | transient | yes |
//! | connection broke, read or attempt timeout | transient | no |
//! | HTTP 500, 502, 503, 504, or a transient code | transient | no |
//! | HTTP 429, or a throttling code | throttling | yes |
//! | a code that the model marks as retryable | as marked | if throttling |
//! | anything else | final | no |

mod backoff;
mod classify;
mod quota;
mod rate;

pub(crate) use backoff::{Backoff, part, server_delay};
pub(crate) use classify::{Failed, Judgement, judge};
pub(crate) use quota::{Quota, Ticket};
pub(crate) use rate::Rate;

use aws_smithy_types::retry::RetryConfig;
use std::time::Duration;

/// Decides about the attempts of one call.
#[derive(Debug)]
pub(crate) struct Policy {
    max_attempts: u32,
    backoff: Backoff,
    quota: Quota,
    ticket: Option<Ticket>,
    /// Whether the repetition that the ticket is for has not begun yet.
    waits: bool,
}

impl Policy {
    pub(crate) fn new(config: Option<&RetryConfig>, quota: Quota, seed: Option<u64>) -> Self {
        let standard = RetryConfig::standard();
        let config = config.unwrap_or(&standard);
        Self {
            max_attempts: config.max_attempts().max(1),
            backoff: Backoff::new(config, seed),
            quota,
            ticket: None,
            waits: false,
        }
    }

    /// Attempts in all.
    pub(crate) fn max_attempts(&self) -> u32 {
        self.max_attempts
    }

    /// The wait before the next attempt, or `None` if `attempt` (from 1) was the last.
    pub(crate) fn next(&mut self, attempt: u32, judgement: Judgement, asked: Option<Duration>) -> Option<Duration> {
        if attempt >= self.max_attempts {
            return None;
        }
        let Judgement::Repeat(kind, explicit) = judgement else {
            return None;
        };
        let ticket = self.quota.take(kind)?;
        self.ticket = Some(ticket);
        self.waits = true;
        Some(explicit.unwrap_or_else(|| self.backoff.wait(attempt, asked)))
    }

    /// The wait is over: the next attempt is made.
    pub(crate) fn begins(&mut self) {
        self.waits = false;
    }

    /// Gives back what the repetition that succeeded had taken.
    pub(crate) fn succeeded(&mut self) {
        self.quota.give_back(self.ticket.take());
    }
}

impl Drop for Policy {
    /// A call that is given up while it waits repeats nothing, and gives back what it took for that.
    fn drop(&mut self) {
        if let (true, Some(ticket)) = (self.waits, self.ticket.take()) {
            self.quota.give_back(Some(ticket));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::retry::ErrorKind;

    const AGAIN: Judgement = Judgement::Repeat(ErrorKind::TransientError, None);

    #[test]
    fn the_last_attempt_is_final() {
        let mut policy = Policy::new(None, Quota::default(), Some(1));
        assert_eq!(policy.max_attempts(), 3);
        assert!(policy.next(1, AGAIN, None).is_some());
        assert!(policy.next(2, AGAIN, None).is_some());
        assert_eq!(policy.next(3, AGAIN, None), None);
    }

    #[test]
    fn a_disabled_config_makes_one_attempt() {
        let mut policy = Policy::new(Some(&RetryConfig::disabled()), Quota::default(), None);
        assert_eq!(policy.next(1, AGAIN, None), None);
    }

    #[test]
    fn a_call_that_is_given_up_while_it_waits_gives_its_tokens_back() {
        let quota = Quota::default();
        for _ in 0..1000 {
            let mut policy = Policy::new(None, quota.clone(), Some(1));
            assert!(policy.next(1, AGAIN, None).is_some(), "nothing is repeated, so nothing is used up");
        }
        let mut repeats = 0;
        let repeat = |_| {
            let mut policy = Policy::new(None, quota.clone(), Some(1));
            let is_left = policy.next(1, AGAIN, None).is_some();
            policy.begins();
            is_left
        };
        repeats += (0..1000).map(repeat).take_while(|is_left| *is_left).count();
        assert_eq!(repeats, 50, "a repetition that was begun is used up, however it ends");
    }

    #[test]
    fn an_exhausted_quota_ends_repetition_until_calls_succeed() {
        let quota = Quota::default();
        let config = RetryConfig::standard().with_max_attempts(1000);
        let mut policy = Policy::new(Some(&config), quota.clone(), Some(1));
        let repeated = (1..1000).take_while(|attempt| policy.next(*attempt, AGAIN, None).is_some()).count();
        assert_eq!(repeated, 50, "500 tokens at 10 each");
        policy.succeeded();
        assert!(Policy::new(Some(&config), quota, Some(1)).next(1, AGAIN, None).is_some(), "10 tokens came back");
    }
}

//! Whether a failed attempt is repeated, and when.
//!
//! In: a failed attempt, the operation's [`Effect`](crate::declare::Effect) and its
//! [`Retries`](crate::declare::Retries). Out: the wait until the next attempt, or none. The rules are those of the AWS
//! SDKs' standard mode ([Retry behavior](https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html)),
//! the newest or the former as [`RetryBehavior`] says, with one rule more: an
//! operation whose repetition may repeat a side effect is tried again only where the failed attempt cannot have taken
//! effect, i.e. if no connection was made, the server refused it unseen (HTTP/2), or the service throttled it.
//!
//! | failure | kind | repeated for a plain operation |
//! |---|---|---|
//! | no connection, or HTTP/2 refused the request unseen | transient | yes |
//! | connection broke, read or attempt timeout | transient | no |
//! | HTTP 500, 502, 503, 504, or a transient code | transient | no |
//! | HTTP 429, or a throttling code | throttling | yes |
//! | a code that the model marks as retryable | as marked | if throttling |
//! | anything else | final | no |

mod backoff;
mod behavior;
mod classify;
mod quota;
mod rate;

pub(crate) use backoff::{Asked, Backoff, part, server_delay};
pub use behavior::RetryBehavior;
pub(crate) use behavior::{Rules, VARIABLE, of_environment};
pub(crate) use classify::{Failed, Judgement, judge};
pub(crate) use quota::{Quota, Ticket};
pub(crate) use rate::Rate;

use std::time::Duration;

/// Decides about the attempts of one call.
#[derive(Debug)]
pub(crate) struct Policy {
    rules: Rules,
    backoff: Backoff,
    quota: Quota,
    ticket: Option<Ticket>,
    /// Whether the repetition that the ticket is for has not begun yet.
    waits: bool,
}

/// What follows a failed attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Next {
    /// Another attempt, after the wait.
    Again(Duration),
    /// The error.
    Final,
    /// The error, after the wait.
    FinalAfter(Duration),
}

impl Policy {
    pub(crate) fn new(rules: Rules, quota: Quota, seed: Option<u64>) -> Self {
        Self { rules, backoff: Backoff::new(rules, seed), quota, ticket: None, waits: false }
    }

    /// Attempts in all.
    pub(crate) fn max_attempts(&self) -> u32 {
        self.rules.max_attempts
    }

    /// What follows `attempt` (from 1), which failed.
    pub(crate) fn next(&mut self, attempt: u32, judgement: Judgement, asked: Option<Asked>) -> Next {
        if attempt >= self.rules.max_attempts {
            return Next::Final;
        }
        let Judgement::Repeat(kind, explicit) = judgement else {
            return Next::Final;
        };
        let ticket = self.quota.take(self.rules.cost(kind));
        if ticket.is_none() && !self.rules.holds_back {
            return Next::Final;
        }
        let wait = explicit.unwrap_or_else(|| self.backoff.wait(attempt, kind, asked));
        if ticket.is_none() {
            return Next::FinalAfter(wait);
        }
        self.ticket = ticket;
        self.waits = true;
        Next::Again(wait)
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
    use crate::config::retry::{ErrorKind, RetryBehavior, RetryConfig};
    use crate::declare::Retries;

    const AGAIN: Judgement = Judgement::Repeat(ErrorKind::TransientError, None);
    const THROTTLED: Judgement = Judgement::Repeat(ErrorKind::ThrottlingError, None);

    fn policy(attempts: u32, behavior: RetryBehavior, operation: Retries, quota: &Quota) -> Policy {
        let config = RetryConfig::standard().with_max_attempts(attempts);
        Policy::new(Rules::new(Some(&config), behavior, operation), quota.clone(), Some(1))
    }

    fn standard(attempts: u32, quota: &Quota) -> Policy {
        policy(attempts, RetryBehavior::V2_1, Retries::STANDARD, quota)
    }

    fn is_again(next: Next) -> bool {
        matches!(next, Next::Again(_))
    }

    /// How often a call is repeated.
    fn repetitions(policy: &mut Policy, judgement: Judgement) -> usize {
        (1..1000).take_while(|attempt| is_again(policy.next(*attempt, judgement, None))).count()
    }

    #[test]
    fn the_last_attempt_is_final() {
        let mut policy = standard(3, &Quota::default());
        assert_eq!(policy.max_attempts(), 3);
        assert!(is_again(policy.next(1, AGAIN, None)));
        assert!(is_again(policy.next(2, AGAIN, None)));
        assert_eq!(policy.next(3, AGAIN, None), Next::Final);
    }

    #[test]
    fn a_disabled_config_makes_one_attempt() {
        assert_eq!(standard(1, &Quota::default()).next(1, AGAIN, None), Next::Final);
    }

    #[test]
    fn a_call_that_is_given_up_while_it_waits_gives_its_tokens_back() {
        let quota = Quota::default();
        for _ in 0..1000 {
            let mut policy = standard(3, &quota);
            assert!(is_again(policy.next(1, AGAIN, None)), "nothing is repeated, so nothing is used up");
        }
        let repeat = |_: &i32| {
            let mut policy = standard(3, &quota);
            let is_left = is_again(policy.next(1, AGAIN, None));
            policy.begins();
            is_left
        };
        assert_eq!((0..1000).take_while(repeat).count(), 35, "a repetition that was begun is used up, however it ends");
    }

    #[test]
    fn an_exhausted_quota_ends_repetition_until_calls_succeed() {
        for (behavior, judgement, repeated) in [
            (RetryBehavior::V2_1, AGAIN, 35),
            (RetryBehavior::V2_1, THROTTLED, 100),
            (RetryBehavior::V2_0, AGAIN, 50),
            (RetryBehavior::V2_0, THROTTLED, 100),
        ] {
            let quota = Quota::default();
            let mut exhausting = policy(1000, behavior, Retries::STANDARD, &quota);
            assert_eq!(repetitions(&mut exhausting, judgement), repeated, "{behavior:?} {judgement:?} of 500 tokens");
            exhausting.succeeded();
            let mut next = policy(1000, behavior, Retries::STANDARD, &quota);
            assert_eq!(repetitions(&mut next, judgement), 1, "what the last one took came back");
        }
    }

    #[test]
    fn a_long_poll_waits_before_an_error_for_which_no_repetition_is_left() {
        let long = Retries::STANDARD.held(70_000);
        let quota = Quota::default();
        let mut exhausting = policy(1000, RetryBehavior::V2_1, long, &quota);
        let mut nexts = (1..1000).map(|attempt| exhausting.next(attempt, THROTTLED, None));
        let last = nexts.find(|next| !is_again(*next)).expect("the quota ends");
        assert!(matches!(last, Next::FinalAfter(wait) if wait > Duration::ZERO), "{last:?}");
        let mut next = policy(3, RetryBehavior::V2_1, long, &quota);
        assert_eq!(next.next(1, Judgement::Final, None), Next::Final, "what isn't worth repeating is told at once");
        assert_eq!(next.next(3, THROTTLED, None), Next::Final, "the waits were before");
        let asked = Asked::ByService(Duration::from_secs(3));
        assert_eq!(next.next(1, AGAIN, Some(asked)), Next::FinalAfter(Duration::from_secs(3)));
        for (behavior, operation) in [(RetryBehavior::V2_0, long), (RetryBehavior::V2_1, Retries::STANDARD)] {
            assert_eq!(policy(3, behavior, operation, &quota).next(1, THROTTLED, None), Next::Final);
        }
    }
}

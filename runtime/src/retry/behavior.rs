//! By which rules calls are repeated.

use crate::declare::Retries;
use aws_smithy_types::retry::{ErrorKind, RetryConfig};
use std::time::Duration;

/// By which of the AWS SDKs' rules calls are repeated; `config::retry` has them side by side.
///
/// ```
/// use sdk_runtime::config::{Config, retry::RetryBehavior};
///
/// let config = Config::builder().retry_behavior(RetryBehavior::V2_0).build();
/// assert_eq!(config.retry_behavior(), Some(RetryBehavior::V2_0));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RetryBehavior {
    /// The rules until November 2026.
    V2_0,
    /// The rules since then.
    V2_1,
}

/// What the environment says by which rules calls are repeated.
pub(crate) const VARIABLE: &str = "AWS_NEW_RETRIES_2026";

/// The first wait after throttling, and after everything by the former rules, is below this; a config that says so says
/// nothing, since it can't be told from one that is silent.
const SECOND: Duration = Duration::from_secs(1);

/// What the rules are for one call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rules {
    behavior: RetryBehavior,
    pub(super) max_attempts: u32,
    /// What the first wait after throttling is below.
    throttled: Duration,
    /// What the first wait after any other failure is below.
    failed: Duration,
    pub(super) longest: Duration,
    /// Whether an error for which no repetition is left comes after a wait.
    pub(super) holds_back: bool,
}

impl Rules {
    pub(crate) fn new(config: Option<&RetryConfig>, behavior: RetryBehavior, operation: Retries) -> Self {
        let standard = RetryConfig::standard();
        let says = config.unwrap_or(&standard);
        let is_former = behavior == RetryBehavior::V2_0;
        let set = (is_former || says.initial_backoff() != SECOND).then(|| says.initial_backoff());
        let attempts = if config.is_some() || is_former { says.max_attempts() } else { operation.attempts };
        Self {
            behavior,
            max_attempts: attempts.max(1),
            throttled: set.unwrap_or(SECOND),
            failed: set.unwrap_or(Duration::from_millis(operation.first_wait.into())),
            longest: says.max_backoff(),
            holds_back: operation.long_poll.is_some() && !is_former,
        }
    }

    /// What the first wait after such a failure is below.
    pub(super) fn first_wait(&self, kind: ErrorKind) -> Duration {
        if kind == ErrorKind::ThrottlingError { self.throttled } else { self.failed }
    }

    /// What a repetition after such a failure takes from the quota.
    pub(super) fn cost(&self, kind: ErrorKind) -> u32 {
        match (self.behavior, kind) {
            (RetryBehavior::V2_0, ErrorKind::TransientError) => 10,
            (RetryBehavior::V2_0, _) | (_, ErrorKind::ThrottlingError) => 5,
            _ => 14,
        }
    }

    /// How much longer than it would be a wait may become because the service asks for it. `None`: up to the longest wait.
    pub(super) fn patience(&self) -> Option<Duration> {
        (self.behavior != RetryBehavior::V2_0).then_some(Duration::from_secs(5))
    }
}

/// The rules that the environment asks for, if its variable has this value.
pub(crate) fn of_environment(value: Option<&str>) -> RetryBehavior {
    let value = value.map(str::trim).unwrap_or_default();
    if value.eq_ignore_ascii_case("false") {
        return RetryBehavior::V2_0;
    }
    if !value.is_empty() && !value.eq_ignore_ascii_case("true") {
        tracing::warn!("{VARIABLE} is neither `true` nor `false`: retries keep to the newest rules");
    }
    RetryBehavior::V2_1
}

#[cfg(test)]
mod tests {
    use super::*;

    const MS: Duration = Duration::from_millis(1);

    fn rules(config: Option<&RetryConfig>, behavior: RetryBehavior, operation: Retries) -> (u32, Duration, Duration) {
        let rules = Rules::new(config, behavior, operation);
        let wait = |kind| rules.first_wait(kind);
        (rules.max_attempts, wait(ErrorKind::TransientError), wait(ErrorKind::ThrottlingError))
    }

    #[test]
    fn an_operation_s_own_figures_hold_where_the_config_is_silent() {
        let (new, former) = (RetryBehavior::V2_1, RetryBehavior::V2_0);
        let own = Retries::new(4, 25);
        let second = 1000 * MS;
        assert_eq!(rules(None, new, Retries::STANDARD), (3, 50 * MS, second));
        assert_eq!(rules(None, new, own), (4, 25 * MS, second));
        assert_eq!(rules(None, former, own), (3, second, second), "the former rules know of no services");
        let config = RetryConfig::standard().with_max_attempts(2);
        assert_eq!(rules(Some(&config), new, own), (2, 25 * MS, second));
        let config = RetryConfig::standard().with_initial_backoff(7 * MS);
        assert_eq!(rules(Some(&config), new, own), (3, 7 * MS, 7 * MS));
        assert_eq!(rules(Some(&config), former, own), (3, 7 * MS, 7 * MS));
        let config = RetryConfig::standard().with_max_attempts(0);
        assert_eq!(rules(Some(&config), new, own).0, 1, "the first attempt is always made");
    }

    #[test]
    fn what_repetitions_cost_depends_on_the_rules_and_the_failure() {
        let cost = |behavior, kind| Rules::new(None, behavior, Retries::STANDARD).cost(kind);
        use ErrorKind::*;
        for (kind, new, former) in
            [(ThrottlingError, 5, 5), (TransientError, 14, 10), (ServerError, 14, 5), (ClientError, 14, 5)]
        {
            assert_eq!((cost(RetryBehavior::V2_1, kind), cost(RetryBehavior::V2_0, kind)), (new, former), "{kind:?}");
        }
    }

    #[test]
    fn the_environment_keeps_the_former_rules_by_one_word() {
        for former in ["false", "False", " FALSE\n"] {
            assert_eq!(of_environment(Some(former)), RetryBehavior::V2_0, "{former}");
        }
        for new in [None, Some(""), Some("true"), Some("TRUE"), Some("0"), Some("no"), Some("falsey")] {
            assert_eq!(of_environment(new), RetryBehavior::V2_1, "{new:?}");
        }
    }
}

//! Which deadlines a call has: those of its config, and the defaults where that is silent.

use super::{CONNECT, EVENTS, GRACE, Kind, OPERATION, READ};
use aws_smithy_runtime_api::client::stalled_stream_protection::StalledStreamProtectionConfig;
use aws_smithy_types::timeout::{TimeoutConfig, TimeoutConfigBuilder};
use std::time::Duration;

/// The deadlines of one call; `None` waits for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Limits {
    pub(crate) connect: Option<Duration>,
    pub(crate) read: Option<Duration>,
    /// Between the pieces of a request's body.
    pub(crate) upload: Silence,
    /// Between the pieces of an answer's.
    pub(crate) download: Silence,
    /// The read timeout of streams of events.
    pub(crate) events: Option<Duration>,
    pub(crate) attempt: Option<Duration>,
    pub(crate) operation: Option<Duration>,
}

/// How long nothing may be heard of a body, and by which setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Silence {
    pub(crate) kind: Kind,
    pub(crate) after: Option<Duration>,
}

impl Silence {
    /// `config::timeout` has the rules.
    fn of(is_protected: bool, grace: Duration, config: Option<&TimeoutConfig>) -> Self {
        let read = config.and_then(TimeoutConfig::read_timeout);
        let by_read = Self { kind: Kind::Read, after: read };
        let by_grace = Self { kind: Kind::Stalled, after: Some(grace) };
        let is_disabled = filled(config, TimeoutConfig::builder().read_timeout(READ)).read_timeout().is_none();
        match read {
            _ if !is_protected => by_read,
            None if grace != GRACE || !is_disabled => by_grace,
            Some(read) if grace != GRACE && grace <= read => by_grace,
            _ => by_read,
        }
    }
}

/// A config, with defaults where it leaves something open. What it disables stays disabled.
fn filled(config: Option<&TimeoutConfig>, defaults: TimeoutConfigBuilder) -> TimeoutConfig {
    match config {
        Some(config) => config.to_builder().take_unset_from(defaults).build(),
        None => defaults.build(),
    }
}

impl Limits {
    /// Fills what a config leaves open with the defaults. What it disables stays disabled. `held` is how long the service may
    /// hold the request: the defaults leave it that much time.
    pub(crate) fn of(
        config: Option<&TimeoutConfig>,
        protection: Option<&StalledStreamProtectionConfig>,
        held: Option<Duration>,
    ) -> Self {
        let grace = protection.map_or(GRACE, StalledStreamProtectionConfig::grace_period);
        let silence = |protects: fn(&StalledStreamProtectionConfig) -> bool| {
            Silence::of(protection.is_none_or(protects), grace, config)
        };
        let upload = silence(StalledStreamProtectionConfig::upload_enabled);
        let download = silence(StalledStreamProtectionConfig::download_enabled);
        let read = held.map_or(READ, |held| held.max(READ));
        let defaults = TimeoutConfig::builder().connect_timeout(CONNECT).read_timeout(read);
        let defaults = defaults.operation_timeout(OPERATION.saturating_add(held.unwrap_or_default()));
        let events = filled(config, TimeoutConfig::builder().read_timeout(EVENTS)).read_timeout();
        let config = filled(config, defaults);
        Self {
            upload,
            download,
            events,
            connect: config.connect_timeout(),
            read: config.read_timeout(),
            attempt: config.operation_attempt_timeout(),
            operation: config.operation_timeout(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_partial_config_keeps_the_other_defaults() {
        let config = TimeoutConfig::builder().read_timeout(Duration::from_secs(60)).build();
        let limits = Limits::of(Some(&config), None, None);
        assert_eq!(
            (limits.connect, limits.read, limits.operation),
            (Some(CONNECT), Some(Duration::from_secs(60)), Some(OPERATION))
        );
    }

    #[test]
    fn a_request_that_the_service_may_hold_is_waited_for_unless_the_config_says_otherwise() {
        let second = Duration::from_secs;
        let waits = |config: Option<&TimeoutConfig>, held| {
            let limits = Limits::of(config, None, Some(held));
            (limits.read, limits.operation)
        };
        assert_eq!(waits(None, second(70)), (Some(second(70)), Some(second(190))));
        assert_eq!(waits(None, second(5)), (Some(READ), Some(second(125))), "no less than for others");
        assert_eq!(waits(None, Duration::MAX), (Some(Duration::MAX), Some(Duration::MAX)));
        let config = TimeoutConfig::builder().read_timeout(second(9)).operation_timeout(second(10)).build();
        assert_eq!(waits(Some(&config), second(70)), (Some(second(9)), Some(second(10))));
        assert_eq!(waits(Some(&TimeoutConfig::disabled()), second(70)), (None, None));
    }

    #[test]
    fn a_disabled_config_disables_all() {
        let limits = Limits::of(Some(&TimeoutConfig::disabled()), None, None);
        let (upload, download) = (Silence { kind: Kind::Read, after: None }, Silence { kind: Kind::Read, after: None });
        let all = Limits { connect: None, read: None, upload, download, events: None, attempt: None, operation: None };
        assert_eq!(limits, all);
    }

    /// The table of `config::timeout`.
    #[test]
    fn what_ends_a_silent_body_is_what_the_program_says() {
        use StalledStreamProtectionConfig as Protection;
        let second = Duration::from_secs;
        let read = |seconds| TimeoutConfig::builder().read_timeout(second(seconds)).build();
        let grace = |seconds| Protection::enabled().grace_period(second(seconds)).build();
        let (by_read, by_grace) = (|after| (Kind::Read, after), |seconds| (Kind::Stalled, Some(second(seconds))));
        let never = TimeoutConfig::builder().disable_read_timeout().build();
        for (protection, timeouts, expected) in [
            (None, None, by_grace(20)),
            (None, Some(TimeoutConfig::builder().build()), by_grace(20)),
            (None, Some(read(60)), by_read(Some(second(60)))),
            (None, Some(never.clone()), by_read(None)),
            // As `aws-config` has it, which says nothing.
            (Some(Protection::enabled().build()), None, by_grace(20)),
            (Some(Protection::enabled().build()), Some(read(60)), by_read(Some(second(60)))),
            (Some(grace(5)), None, by_grace(5)),
            (Some(grace(45)), None, by_grace(45)),
            (Some(grace(5)), Some(read(60)), by_grace(5)),
            (Some(grace(45)), Some(read(9)), by_read(Some(second(9)))),
            (Some(grace(5)), Some(never.clone()), by_grace(5)),
            (Some(Protection::disabled()), None, by_read(None)),
            (Some(Protection::disabled()), Some(read(60)), by_read(Some(second(60)))),
            (Some(Protection::disabled()), Some(never), by_read(None)),
        ] {
            let limits = Limits::of(timeouts.as_ref(), protection.as_ref(), None);
            let (kind, after) = expected;
            let expected = Silence { kind, after };
            assert_eq!((limits.upload, limits.download), (expected, expected), "{protection:?} {timeouts:?}");
        }
        let one_way = Protection::enabled().upload_enabled(false).build();
        let limits = Limits::of(None, Some(&one_way), None);
        assert_eq!((limits.upload.after, limits.download.after, limits.read), (None, Some(GRACE), Some(READ)));
    }
}

//! A local clock that is wrong: noticed by the service's refusal, corrected by its `date` header.

use crate::config::SharedTimeSource;
use aws_smithy_runtime_api::http::Headers;
use aws_smithy_types::date_time::{DateTime, Format};
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime};

/// Codes by which services refuse a signature for its time.
const SKEWED: [&str; 3] = ["RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture"];

/// Codes by which services refuse a signature, maybe for its time.
const MAYBE_SKEWED: [&str; 3] = ["InvalidSignatureException", "SignatureDoesNotMatch", "AuthFailure"];

/// AWS services accept signatures that are up to five minutes off.
const TOLERATED: i64 = 4 * 60;

/// A difference that another try with the service's time can't mend.
const NEGLIGIBLE: i64 = 30;

/// Seconds by which the service's clock is ahead of the local one, shared by a client's clones.
#[derive(Debug, Default)]
pub(super) struct Skew {
    ahead: AtomicI64,
}

impl Skew {
    /// The time by the service's clock, as far as it is known.
    pub(super) fn now(&self, local: &SharedTimeSource) -> SystemTime {
        let ahead = self.ahead.load(Ordering::Relaxed);
        let span = Duration::from_secs(ahead.unsigned_abs());
        let now = local.now();
        let corrected = if ahead < 0 { now.checked_sub(span) } else { now.checked_add(span) };
        corrected.unwrap_or(now)
    }

    /// Learns from a refusal; says whether the clock was off, so that a new signature may do.
    pub(super) fn learn(&self, code: &str, headers: &Headers, local: &SharedTimeSource) -> bool {
        let surely = SKEWED.contains(&code);
        if !surely && !MAYBE_SKEWED.contains(&code) {
            return false;
        }
        let Some(service) = headers.get("date").and_then(|date| DateTime::from_str(date, Format::HttpDate).ok()) else {
            return false;
        };
        let used = DateTime::from(self.now(local)).secs();
        let off = service.secs().saturating_sub(used);
        if off.abs() <= if surely { NEGLIGIBLE } else { TOLERATED } {
            return false;
        }
        let ahead = service.secs().saturating_sub(DateTime::from(local.now()).secs());
        self.ahead.store(ahead, Ordering::Relaxed);
        tracing::debug!(seconds = ahead, "the local clock is off; signing with the service's time");
        true
    }
}

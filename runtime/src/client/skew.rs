//! A local clock that is wrong: noticed by the service's refusal, corrected by its `date` header.
//!
//! In: refusals, and the local clock, both of which may say anything. Out: a time that a signature can hold, or an error
//! that says what to set. A date that can't be anyone's now is not learnt: what one answer says holds for all later calls.

use crate::config::SharedTimeSource;
use aws_smithy_runtime_api::http::Headers;
use aws_smithy_types::date_time::{DateTime, Format};
use std::fmt::{self, Display, Formatter};
use std::ops::RangeInclusive;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime};

/// Codes by which services refuse a signature for its time.
const SKEWED: [&str; 3] = ["RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture"];

/// Codes by which services refuse a signature, maybe for its time.
const MAYBE_SKEWED: [&str; 3] = ["InvalidSignatureException", "SignatureDoesNotMatch", "AuthFailure"];

/// AWS services accept signatures that are up to five minutes off.
const TOLERATED: u64 = 4 * 60;

/// A difference that another try with the service's time can't mend.
const NEGLIGIBLE: u64 = 30;

/// Dates of services that are believed, in seconds since 1970: from 2012, when Signature Version 4 came, to the end of 2199.
const BELIEVED: RangeInclusive<i64> = 1_325_376_000..=7_258_118_399;

/// What a signature can hold, in seconds since 1970: a year has four digits there.
const SIGNABLE: RangeInclusive<i64> = -62_135_596_800..=253_402_300_799;

/// Seconds by which the service's clock is ahead of the local one, shared by a client's clones.
#[derive(Debug, Default)]
pub(super) struct Skew {
    ahead: AtomicI64,
}

impl Skew {
    /// The time by the service's clock, as far as it is known.
    ///
    /// # Errors
    /// A signature can't hold that time.
    pub(super) fn now(&self, local: &SharedTimeSource) -> Result<SystemTime, ClockError> {
        let ahead = self.ahead.load(Ordering::Relaxed);
        let span = Duration::from_secs(ahead.unsigned_abs());
        let now = local.now();
        let corrected = if ahead < 0 { now.checked_sub(span) } else { now.checked_add(span) };
        let corrected = corrected.unwrap_or(now);
        let seconds = seconds(corrected);
        if SIGNABLE.contains(&seconds) { Ok(corrected) } else { Err(ClockError { seconds }) }
    }

    /// Learns from a refusal; says whether the clock was off, so that a new signature may do.
    pub(super) fn learn(&self, code: &str, headers: &Headers, local: &SharedTimeSource) -> bool {
        let surely = SKEWED.contains(&code);
        if !surely && !MAYBE_SKEWED.contains(&code) {
            return false;
        }
        let date = headers.get("date").and_then(|date| DateTime::from_str(date, Format::HttpDate).ok());
        let Some(service) = date.map(|date| date.secs()).filter(|seconds| BELIEVED.contains(seconds)) else {
            return false;
        };
        let local = seconds(local.now());
        let used = local.saturating_add(self.ahead.load(Ordering::Relaxed));
        let off = service.saturating_sub(used);
        if off.unsigned_abs() <= if surely { NEGLIGIBLE } else { TOLERATED } {
            return false;
        }
        let ahead = service.saturating_sub(local);
        self.ahead.store(ahead, Ordering::Relaxed);
        tracing::debug!(seconds = ahead, "the local clock is off; signing with the service's time");
        true
    }
}

/// Seconds since 1970, as far as they can be counted.
fn seconds(time: SystemTime) -> i64 {
    match time.duration_since(SystemTime::UNIX_EPOCH) {
        Ok(since) => i64::try_from(since.as_secs()).unwrap_or(i64::MAX),
        Err(before) => i64::try_from(before.duration().as_secs()).map_or(i64::MIN, |seconds| -seconds),
    }
}

/// The clock says a time that no signature can hold.
#[derive(Debug)]
pub(super) struct ClockError {
    seconds: i64,
}

impl Display for ClockError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the clock is {} seconds off 1970, a time that no signature can hold: correct the system's clock, or `time_source`",
            self.seconds
        )
    }
}

impl std::error::Error for ClockError {}

#[cfg(test)]
#[path = "skew_tests.rs"]
mod tests;

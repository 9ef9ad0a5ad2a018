//! Processor time of what this process started.

use std::time::Duration;

/// User and system time of all that has ended, with what that had started.
#[cfg(unix)]
pub(super) fn of_children() -> Result<Duration, String> {
    use nix::sys::resource::{UsageWho, getrusage};
    use nix::sys::time::{TimeVal, TimeValLike};
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).map_err(|error| format!("no processor time: {error}"))?;
    let micros = |time: TimeVal| u64::try_from(time.num_microseconds()).unwrap_or_default();
    Ok(Duration::from_micros(micros(usage.user_time()) + micros(usage.system_time())))
}

#[cfg(not(unix))]
pub(super) fn of_children() -> Result<Duration, String> {
    Err("processor time of programs is told by Unix only".to_owned())
}

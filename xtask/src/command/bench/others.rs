//! What else the machine did while it was measured, as far as Linux tells.

use super::cpu;
use std::time::{Duration, Instant};

/// A kernel's tick, in which it counts: a hundredth of a second on all that Rust's standard library runs on.
const TICK: Duration = Duration::from_millis(10);

/// The beginning of a measurement.
pub(super) struct Watch {
    since: Instant,
    busy: Duration,
    children: Duration,
}

impl Watch {
    /// Begins, where the machine tells what its cores do.
    pub(super) fn begin() -> Option<Self> {
        Some(Watch { since: Instant::now(), busy: busy_now()?, children: cpu::of_children().ok()? })
    }

    /// Which share of the machine's processor time programs had since that this one didn't start: from 0 to 1.
    pub(super) fn others(&self) -> Option<f64> {
        let cores = u32::try_from(std::thread::available_parallelism().map_or(1, usize::from)).ok()?;
        let busy = busy_now()?.saturating_sub(self.busy);
        let own = cpu::of_children().ok()?.saturating_sub(self.children);
        Some(share(busy, own, self.since.elapsed() * cores))
    }
}

fn share(busy: Duration, own: Duration, whole: Duration) -> f64 {
    let whole = whole.as_secs_f64();
    if whole > 0.0 { (busy.saturating_sub(own).as_secs_f64() / whole).min(1.0) } else { 0.0 }
}

fn busy_now() -> Option<Duration> {
    busy(&std::fs::read_to_string("/proc/stat").ok()?)
}

/// How long cores weren't idle, of the first line of `/proc/stat`
/// ([proc(5)](https://man7.org/linux/man-pages/man5/proc_stat.5.html)): what another machine on the same hardware had counts,
/// guests count as users already.
fn busy(stat: &str) -> Option<Duration> {
    let line = stat.lines().next()?.strip_prefix("cpu ")?;
    let ticks: Vec<u32> = line.split_whitespace().map_while(|ticks| ticks.parse().ok()).collect();
    let [user, nice, system, _idle, _iowait, irq, softirq, steal, ..] = ticks[..] else { return None };
    Some([user, nice, system, irq, softirq, steal].into_iter().map(|ticks| TICK * ticks).sum())
}

#[cfg(test)]
mod tests {
    use super::{busy, share};
    use std::time::Duration;

    #[test]
    fn cores_are_busy_that_neither_idle_nor_wait() {
        let stat = "cpu  100 10 20 9000 500 3 2 65 50 0\ncpu0 1 1 1 1 1 1 1 1 1 1\n";
        assert_eq!(busy(stat), Some(Duration::from_secs(2)));
        assert_eq!(busy("intr 1 2 3\n"), None);
    }

    #[test]
    fn others_had_what_was_not_our_own() {
        let seconds = Duration::from_secs;
        assert_eq!(share(seconds(15), seconds(10), seconds(20)), 0.25);
        assert_eq!(share(seconds(9), seconds(10), seconds(20)), 0.0);
        assert_eq!(share(seconds(1), seconds(0), seconds(0)), 0.0);
    }
}

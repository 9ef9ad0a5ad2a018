//! What this process has used so far.

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;
use std::fmt;

#[cfg(feature = "allocations")]
#[global_allocator]
static COUNTING: &stats_alloc::StatsAlloc<std::alloc::System> = &stats_alloc::INSTRUMENTED_SYSTEM;

/// Processor time and allocations until now, and the most memory that was in use.
#[derive(Clone, Copy)]
pub(crate) struct Usage {
    cpu_us: i64,
    allocated: usize,
    allocations: usize,
    peak_kb: u64,
}

pub(crate) fn now() -> Usage {
    let usage = getrusage(UsageWho::RUSAGE_SELF).expect("a process may ask about itself");
    let cpu_us = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    let (allocated, allocations) = allocated();
    Usage { cpu_us, allocated, allocations, peak_kb: peak_kb() }
}

impl Usage {
    /// What was used since then; the most memory is that of the whole time.
    pub(crate) fn since(self, before: Usage) -> Usage {
        Usage {
            cpu_us: self.cpu_us - before.cpu_us,
            allocated: self.allocated - before.allocated,
            allocations: self.allocations - before.allocations,
            peak_kb: self.peak_kb,
        }
    }
}

impl fmt::Display for Usage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Usage { cpu_us, allocated, allocations, peak_kb } = self;
        write!(f, "cpu_us {cpu_us} allocated {allocated} allocations {allocations} peak_kb {peak_kb}")
    }
}

/// Bytes and allocations; what grows counts by how much, and as one more.
#[cfg(feature = "allocations")]
fn allocated() -> (usize, usize) {
    let stats = COUNTING.stats();
    // A reallocation counts as allocated only by what it adds.
    (stats.bytes_allocated, stats.allocations + stats.reallocations)
}

#[cfg(not(feature = "allocations"))]
fn allocated() -> (usize, usize) {
    (0, 0)
}

/// The most memory that was resident, as Linux says it; 0 elsewhere. `ru_maxrss` would also count the process that this one was
/// started from.
fn peak_kb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches("kB").trim().parse().unwrap_or(0)
}

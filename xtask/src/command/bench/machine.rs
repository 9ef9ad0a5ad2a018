//! What it was measured on, when, and with which versions.

use super::place::{Place, run};
use crate::command::changelog::today;
use crate::report::count;
use std::process::Command;

/// From which share on others are said to have disturbed.
const NOTICED: f64 = 0.03;

/// What a figure means nothing without.
pub(super) struct Machine {
    /// Processor, cores, memory.
    pub(super) hardware: String,
    /// The day in UTC.
    pub(super) date: String,
    /// The compiler.
    pub(super) rustc: String,
    /// The official crate.
    pub(super) official: String,
    /// Which share of the machine others had meanwhile, where it is known.
    pub(super) others: Option<f64>,
}

impl Machine {
    pub(super) fn new(place: &Place, others: Option<f64>) -> Self {
        let read = |path| std::fs::read_to_string(path).unwrap_or_default();
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let tree =
            run(&mut place.cargo("tools", ["tree", "-p", "build-aws-leanest", "--depth", "1", "--prefix", "none"]));
        Machine {
            hardware: hardware(&read("/proc/cpuinfo"), &read("/proc/meminfo"), cores),
            date: today(),
            rustc: run(Command::new("rustc").arg("--version")).unwrap_or_default().trim().to_owned(),
            official: official(&tree.unwrap_or_default()),
            others,
        }
    }

    /// What makes the figures worth less, if anything does.
    pub(super) fn warning(&self) -> Option<String> {
        let percent = self.others.filter(|others| *others >= NOTICED)? * 100.0;
        Some(format!("other programs had {percent:.0} % of the machine meanwhile: measure again when it is idle"))
    }
}

/// Processor, cores and memory, as Linux tells; elsewhere the system and the cores.
fn hardware(cpu: &str, memory: &str, cores: usize) -> String {
    let model =
        cpu.lines().find(|line| line.starts_with("model name")).and_then(|line| Some(line.split_once(':')?.1.trim()));
    let model = model.map_or_else(|| format!("{}, {}", std::env::consts::OS, std::env::consts::ARCH), str::to_owned);
    let kilobytes = memory.lines().find_map(|line| line.strip_prefix("MemTotal:"));
    let kilobytes = kilobytes.and_then(|text| text.trim().trim_end_matches("kB").trim().parse::<f64>().ok());
    let cores = count(cores, "core");
    match kilobytes {
        Some(kilobytes) => format!("{model}, {cores}, {:.0} GB", kilobytes * 1024.0 / 1e9),
        None => format!("{model}, {cores}"),
    }
}

/// The official crate with its version, of what `cargo tree` says.
fn official(tree: &str) -> String {
    let line = tree.lines().find_map(|line| line.strip_prefix("aws-sdk-wickr v"));
    line.map_or_else(|| "aws-sdk-wickr".to_owned(), |version| format!("aws-sdk-wickr {}", version.trim()))
}

#[cfg(test)]
mod tests {
    use super::{hardware, official};

    #[test]
    fn a_machine_is_told_by_what_linux_says() {
        let cpu = "processor\t: 0\nmodel name\t: Some CPU @ 3 GHz\nprocessor\t: 1\nmodel name\t: Some CPU @ 3 GHz\n";
        let memory = "MemTotal:       24000000 kB\nMemFree: 1 kB\n";
        assert_eq!(hardware(cpu, memory, 2), "Some CPU @ 3 GHz, 2 cores, 25 GB");
        assert!(hardware("", "", 1).ends_with(", 1 core"));
    }

    #[test]
    fn the_official_crate_has_its_version() {
        assert_eq!(official("build-aws-leanest v0.1.0\naws-sdk-wickr v1.30.0\n"), "aws-sdk-wickr 1.30.0");
    }
}

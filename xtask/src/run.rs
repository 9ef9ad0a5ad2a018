//! Commands that need a generated crate: run through cargo, so that this crate builds without one.

use crate::Outcome;
use crate::failure::Failure;
use std::path::Path;
use std::process::Command;

/// Runs the tour.
pub fn demo(live: bool) -> Outcome {
    let mut command = cargo();
    command.args(["run", "--quiet", "--package", "wickr-sdk", "--example", "tour"]);
    if live {
        command.args(["--", "--live"]);
    }
    run(command)
}

/// Runs the comparison with recorded calls.
pub fn wire(dir: &Path, verbose: bool) -> Outcome {
    let mut command = cargo();
    command.args(["run", "--quiet", "--package", "sdk-wire", "--"]).arg(dir);
    if verbose {
        command.arg("--verbose");
    }
    run(command)
}

fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

fn run(mut command: Command) -> Outcome {
    let status = command.status().map_err(Failure::io("run", command.get_program()))?;
    if status.success() { Ok(()) } else { Err(Failure::Command) }
}

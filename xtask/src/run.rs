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

/// Runs the measurement against the official crate. What does not build is its result, not a failure of the command.
pub fn compat() -> Outcome {
    let mut command = Command::new("python3");
    command.args(["tests/compat/measure.py", "wickr-sdk", "wickr-sdk"]);
    let status = command.status().map_err(Failure::io("run", "python3"))?;
    if matches!(status.code(), Some(0 | 1)) { Ok(()) } else { Err(Failure::Command) }
}

pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs what lasts until it is ended. On Unix it takes this process's place, so that who ends one ends the other.
#[cfg(unix)]
pub fn become_it(mut command: Command) -> Outcome {
    use std::os::unix::process::CommandExt;
    // It comes back only if it fails.
    let error = command.exec();
    Err(Failure::io("run", command.get_program())(error))
}

/// Runs what lasts until it is ended.
#[cfg(not(unix))]
pub fn become_it(command: Command) -> Outcome {
    run(command)
}

pub fn run(mut command: Command) -> Outcome {
    let status = command.status().map_err(Failure::io("run", command.get_program()))?;
    if status.success() { Ok(()) } else { Err(Failure::Command) }
}

//! `cargo xtask compat`: the generated crate against the official one, by the program in `tests/compat`.

use crate::outcome::{Failure, Outcome};
use crate::report;
use std::process::Command;

/// Measure how much of a program written for aws-sdk-wickr builds against wickr-sdk.
///
/// Takes the official crate's public interface, calls each item of it, and counts what compiles once the crate's name is
/// changed. Needs Python 3, and fetches the official crate; the first run takes some minutes.
#[derive(clap::Args)]
pub(crate) struct Args {}

/// Runs the measurement. What does not build is its result, not a failure of the command.
pub(crate) fn run(Args {}: &Args) -> Outcome {
    report::building("aws-sdk-wickr, and what calls it, to see how much builds against wickr-sdk");
    let mut command = Command::new("python3");
    command.args(["tests/compat/measure.py", "wickr-sdk", "wickr-sdk"]);
    let status = command.status().map_err(Failure::io("run", "python3"))?;
    if matches!(status.code(), Some(0 | 1)) { Ok(()) } else { Err(Failure::Command) }
}

//! `cargo xtask wire DIR`: the SDK crates against recorded calls, by the program of `sdk-wire`.

use crate::cargo::Program;
use crate::outcome::Outcome;
use std::ffi::OsStr;
use std::path::PathBuf;

/// Compare the SDK crates with recorded calls of an independent client.
///
/// DIR holds any of requests.json, client_side.json, responses.json, errors.json, sigv4.json, endpoints.json and
/// pagination.json; files that are absent are skipped. Prints every case that fails with the difference, and ends with
/// `N passed, N failed, N skipped`. The exit status is 1 if a case fails.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The folder of recorded calls.
    dir: PathBuf,
    /// Also name the cases that are skipped, and the rules by which others pass.
    #[arg(long, short)]
    verbose: bool,
}

/// Runs the comparison.
pub(crate) fn run(args: &Args) -> Outcome {
    let comparison = Program::new("both SDKs and what compares them with recorded calls", &["--package", "sdk-wire"]);
    let verbose = args.verbose.then_some(OsStr::new("--verbose"));
    comparison.run(&[args.dir.as_os_str()].into_iter().chain(verbose).collect::<Vec<_>>())
}

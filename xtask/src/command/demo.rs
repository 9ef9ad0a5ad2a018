//! `cargo xtask demo`: the tour of a regenerated SDK.

use crate::cargo::Program;
use crate::command::codegen::regenerate;
use crate::outcome::Outcome;

/// Regenerate, then run the tour: make a network, change a group, meet errors.
///
/// The tour talks to a server within its own process; no AWS account is needed. With --live it talks to AWS, with the
/// credentials and the region of the environment, and removes again what it made.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Talk to AWS instead of the server in the process.
    #[arg(long)]
    live: bool,
}

/// Regenerates, and runs the tour.
pub(crate) fn run(args: &Args) -> Outcome {
    regenerate()?;
    let tour = Program::new("wickr-sdk with its tour", &["--package", "wickr-sdk", "--example", "tour"]);
    tour.run(if args.live { &["--live"] } else { &[] })
}

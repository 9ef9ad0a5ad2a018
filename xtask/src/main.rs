//! `cargo xtask`: the maintainer's commands.
//!
//! The only place that reads models from disk and writes generated files. It depends on no generated crate, so that a
//! broken one can't stop its own regeneration; commands that need a generated crate run it through cargo.
//!
//! In `command/` is a file for each: its arguments, as its `--help` explains them, and what it does. What they share
//! stands beside:
//!
//! | room | what it is for |
//! |---|---|
//! | `model`, `part` | a model, read from disk; what part of it is generated |
//! | `generated` | a generated crate against the folder that it stands in |
//! | `files` | puts files in place: all of a run's, or none |
//! | `manifest`, `package_name`, `workspace` | manifests; what a crate can be called; the crates of this workspace |
//! | `git`, `release` | what git knows of the workspace; the last release of a crate, and the next |
//! | `cargo` | builds and runs what needs a generated crate |
//! | `help`, `outcome`, `report` | the list of commands; why a command failed; all that is printed |

mod cargo;
mod command;
mod files;
mod generated;
mod git;
mod help;
mod manifest;
mod model;
mod outcome;
mod package_name;
mod part;
mod release;
mod report;
mod workspace;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use command::{bench, changelog, codegen, compat, conformance, day, demo, diff, import, mock, new, smithy, wire};
use std::process::ExitCode;

/// Regenerates and checks the SDK crates of this workspace.
///
/// Start with `cargo xtask demo`: it regenerates the crates and tells an administrator's story with one of them, on
/// this machine alone. After a change to a model or to the generator, run `cargo xtask codegen` and review the diff.
/// Without a command it shows the steps by which a new model is taken in, and which of them comes next.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    Import(import::Args),
    Diff(diff::Args),
    Smithy(smithy::Args),
    Codegen(codegen::Args),
    Changelog(changelog::Args),
    Release(command::release::Args),
    New(new::Args),
    Demo(demo::Args),
    Mock(mock::Args),
    Wire(wire::Args),
    Conformance(conformance::Args),
    Compat(compat::Args),
    Bench(bench::Args),
}

fn main() -> ExitCode {
    let matches = help::grouped(Arguments::command()).get_matches();
    let arguments = Arguments::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
    let Some(command) = arguments.command else { return ended(day::run()) };
    let outcome = match command {
        Command::Changelog(args) => changelog::run(&args),
        Command::Release(args) => command::release::run(&args),
        Command::Codegen(args) => codegen::run(args),
        Command::New(args) => new::run(args),
        Command::Diff(args) => diff::run(&args),
        Command::Smithy(args) => smithy::run(&args),
        Command::Import(args) => import::run(args),
        Command::Demo(args) => demo::run(&args),
        Command::Mock(args) => mock::run(&args),
        Command::Wire(args) => wire::run(&args),
        Command::Conformance(args) => conformance::run(&args),
        Command::Compat(args) => compat::run(args),
        Command::Bench(args) => bench::run(&args),
    };
    ended(outcome)
}

fn ended(outcome: outcome::Outcome) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            report::failure(&failure);
            ExitCode::FAILURE
        }
    }
}

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
//! | `cargo` | builds and runs what needs a generated crate |
//! | `outcome`, `report` | why a command failed; all that is printed |

mod cargo;
mod command;
mod files;
mod generated;
mod manifest;
mod model;
mod outcome;
mod package_name;
mod part;
mod report;
mod workspace;

use clap::{Parser, Subcommand};
use command::{codegen, compat, conformance, demo, import, mock, new, wire};
use std::process::ExitCode;

/// Regenerates and checks the SDK crates of this workspace.
///
/// Start with `cargo xtask demo`: it regenerates the crates and tells an administrator's story with one of them, on
/// this machine alone. After a change to a model or to the generator, run `cargo xtask codegen` and review the diff.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Codegen(codegen::Args),
    New(new::Args),
    Import(import::Args),
    Demo(demo::Args),
    Mock(mock::Args),
    Wire(wire::Args),
    Conformance(conformance::Args),
    Compat(compat::Args),
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Codegen(args) => codegen::run(args),
        Command::New(args) => new::run(args),
        Command::Import(args) => import::run(args),
        Command::Demo(args) => demo::run(&args),
        Command::Mock(args) => mock::run(&args),
        Command::Wire(args) => wire::run(&args),
        Command::Conformance(args) => conformance::run(&args),
        Command::Compat(args) => compat::run(&args),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            report::failure(&failure);
            ExitCode::FAILURE
        }
    }
}

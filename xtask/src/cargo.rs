//! Commands that need a generated crate: run through cargo, so that this crate builds without one.
//!
//! What is run is built first. In a terminal, cargo shows how far it is, below a line that says what is built and why; in a
//! pipe nothing is said. The program runs afterwards, quietly, so that its output is its own.

use crate::outcome::{Failure, Outcome};
use crate::report;
use std::ffi::OsStr;
use std::io::{IsTerminal, stderr};
use std::path::PathBuf;
use std::process::Command;

/// The cargo that runs this program, or the one on the path.
pub(crate) fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// A program that cargo builds and runs.
pub(crate) struct Program<'a> {
    /// What is built, in words.
    what: &'a str,
    /// What cargo knows it by.
    selection: &'a [&'a str],
    /// Where cargo runs: its folder and where it builds, if it isn't the caller's.
    place: Option<(PathBuf, PathBuf)>,
}

impl<'a> Program<'a> {
    /// A program of this workspace.
    pub(crate) fn new(what: &'a str, selection: &'a [&'a str]) -> Self {
        Program { what, selection, place: None }
    }

    /// The same of the workspace in `dir`, which builds into `target`.
    pub(crate) fn of(self, dir: PathBuf, target: PathBuf) -> Self {
        Program { place: Some((dir, target)), ..self }
    }

    /// Builds it, and lets it run to its end.
    pub(crate) fn run(&self, arguments: &[impl AsRef<OsStr>]) -> Outcome {
        self.build()?;
        finish(&mut self.command(arguments))
    }

    /// Builds it, and lets it run until it is ended.
    pub(crate) fn become_it(&self, arguments: &[impl AsRef<OsStr>]) -> Outcome {
        self.build()?;
        become_it(self.command(arguments))
    }

    fn build(&self) -> Outcome {
        let mut build = self.cargo("build");
        if stderr().is_terminal() {
            report::building(self.what);
        } else {
            build.arg("--quiet");
        }
        finish(&mut build)
    }

    fn command(&self, arguments: &[impl AsRef<OsStr>]) -> Command {
        let mut run = self.cargo("run");
        run.args(["--quiet", "--"]).args(arguments);
        run
    }

    fn cargo(&self, subcommand: &str) -> Command {
        let mut cargo = cargo();
        cargo.arg(subcommand).args(self.selection);
        if let Some((dir, target)) = &self.place {
            cargo.current_dir(dir).env("CARGO_TARGET_DIR", target);
        }
        cargo
    }
}

/// Runs what lasts until it is ended. On Unix it takes this process's place, so that who ends one ends the other.
#[cfg(unix)]
fn become_it(mut command: Command) -> Outcome {
    use std::os::unix::process::CommandExt;
    // It comes back only if it fails.
    let error = command.exec();
    Err(Failure::io("run", command.get_program())(error))
}

/// Runs what lasts until it is ended.
#[cfg(not(unix))]
fn become_it(mut command: Command) -> Outcome {
    finish(&mut command)
}

/// Runs a command to its end.
pub(crate) fn finish(command: &mut Command) -> Outcome {
    let status = command.status().map_err(Failure::io("run", command.get_program()))?;
    if status.success() { Ok(()) } else { Err(Failure::Command) }
}

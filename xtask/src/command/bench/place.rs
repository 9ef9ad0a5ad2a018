//! Where it is measured: the workspace of the programs, where they are built, and the cargo that builds them alike.

use super::cpu;
use crate::cargo::cargo;
use crate::outcome::{Failure, Outcome};
use crate::workspace;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::Duration;

/// Settings of whoever runs this that would make one build cheaper than another.
const NOT_OURS: [&str; 9] = [
    "CARGO_BUILD_TARGET",
    "CARGO_ENCODED_RUSTFLAGS",
    "CARGO_INCREMENTAL",
    "CARGO_PROFILE_DEV_DEBUG",
    "CARGO_PROFILE_RELEASE_DEBUG",
    "CARGO_PROFILE_RELEASE_LTO",
    "CARGO_PROFILE_RELEASE_STRIP",
    "RUSTC_WORKSPACE_WRAPPER",
    "RUSTFLAGS",
];

/// The folder in which what is measured itself is built, rather than its build. What programs share is built there once: of a
/// crate with other features, cargo makes another one.
pub(super) const PROGRAMS: &str = "calls";

/// What is measured came out as this, or didn't for this reason.
pub(super) type Measured<T> = Result<T, String>;

/// The folders.
pub(super) struct Place {
    /// The workspace of the programs.
    programs: PathBuf,
    /// What is built lies in folders of this one.
    target: PathBuf,
}

impl Place {
    pub(super) fn new() -> Outcome<Self> {
        let programs = workspace::root().join("tests/bench");
        let target =
            std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace::root().join("target"), PathBuf::from);
        let target = std::path::absolute(&target).map_err(Failure::io("find", target))?.join("bench");
        std::fs::create_dir_all(&target).map_err(Failure::io("write", &target))?;
        Ok(Place { programs, target })
    }

    /// A file or folder among what is built.
    pub(super) fn built(&self, path: impl AsRef<Path>) -> PathBuf {
        self.target.join(path)
    }

    /// A model of this workspace.
    pub(super) fn model(&self, name: &str) -> PathBuf {
        workspace::root().join("model").join(name)
    }

    /// Cargo, to build into this folder of `target`.
    pub(super) fn cargo<'a>(&self, folder: &str, arguments: impl IntoIterator<Item = &'a str>) -> Command {
        let mut command = cargo();
        NOT_OURS.iter().for_each(|name| {
            command.env_remove(name);
        });
        command
            .args(arguments)
            .current_dir(&self.programs)
            .env("CARGO_TARGET_DIR", self.built(folder))
            // A cache of compilations would be measured instead.
            .env("RUSTC_WRAPPER", "");
        command
    }

    /// Builds it, without measuring.
    pub(super) fn build<'a>(&self, folder: &str, arguments: impl IntoIterator<Item = &'a str>) -> Measured<()> {
        run(self.cargo(folder, ["build", "--quiet"]).args(arguments.into_iter().collect::<Vec<_>>())).map(drop)
    }

    /// Empties a folder of `target`.
    pub(super) fn empty(&self, folder: &str) -> Measured<()> {
        let folder = self.built(folder);
        match std::fs::remove_dir_all(&folder) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(format!("can't remove {}: {error}", folder.display()))
            }
            _ => Ok(()),
        }
    }
}

/// Runs a command to its end; what it printed.
pub(super) fn run(command: &mut Command) -> Measured<String> {
    let output = command.output().map_err(|error| cannot_run(command, &error))?;
    ended(command, output)
}

/// Runs a command to its end; how much processor time it took, with all that it started.
pub(super) fn timed(command: &mut Command) -> Measured<Duration> {
    let before = cpu::of_children()?;
    run(command)?;
    Ok(cpu::of_children()?.saturating_sub(before))
}

fn cannot_run(command: &Command, error: &std::io::Error) -> String {
    format!("can't run {}: {error}", command.get_program().display())
}

/// What a command printed that has ended well; or the last lines of what it said was wrong.
fn ended(command: &Command, output: Output) -> Measured<String> {
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let lines: Vec<&str> = said.lines().filter(|line| !line.trim().is_empty()).collect();
    let last = lines[lines.len().saturating_sub(3)..].join("; ");
    Err(format!("{} ended with {}: {last}", command.get_program().display(), output.status))
}

#[cfg(test)]
mod tests {
    use super::run;
    use std::process::Command;

    #[test]
    fn a_command_that_fails_says_why() {
        let mut command = Command::new("cargo");
        let said = run(command.arg("no-such-command")).expect_err("cargo has no such command");
        assert!(said.contains("ended with") && said.contains("no-such-command"), "{said}");
        let said = run(&mut Command::new("no-such-program-anywhere")).expect_err("there is none");
        assert!(said.contains("can't run no-such-program-anywhere"), "{said}");
    }
}

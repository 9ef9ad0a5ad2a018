//! Running cargo and the maintainer's commands from a test.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A cargo that builds into the workspace's own target folder.
///
/// It may have to download: what a test builds can need packages that the command which runs the test did not, such as those
/// of a feature or of `xtask`. All of them are in the workspace's lock file, so that nothing else is ever chosen.
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.env("CARGO_TARGET_DIR", target()).env("CARGO_TERM_COLOR", "never");
    command
}

/// The workspace's target folder: the one that the running test was built into.
pub fn target() -> PathBuf {
    let test = std::env::current_exe().expect("the test has a path");
    // target/debug/deps/test-…
    test.ancestors().nth(3).expect("the test lies in a target folder").to_owned()
}

/// The `xtask` command, built if need be.
pub fn xtask() -> PathBuf {
    let mut build = cargo();
    build.args(["build", "--quiet", "--package", "xtask"]).current_dir(crate::workspace());
    let built = build.output().expect("cargo runs");
    assert!(built.status.success(), "xtask doesn't build:\n{}", String::from_utf8_lossy(&built.stderr));
    target().join("debug").join(format!("xtask{}", std::env::consts::EXE_SUFFIX))
}

/// What a finished command said on both streams.
pub fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// Writes a file of a scratch workspace, unless it has this text already: what didn't change isn't built again.
pub fn write(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|found| found == text) {
        return;
    }
    let dir = path.parent().expect("a file lies in a folder");
    fs::create_dir_all(dir)
        .and_then(|()| fs::write(path, text))
        .unwrap_or_else(|error| panic!("can't write {}: {error}", path.display()));
}

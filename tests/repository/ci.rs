//! What `.ci/run` says when a step fails: run in a folder of its own, with a stand-in for cargo that does as it is told. And
//! where the workflow that runs it finds the oldest Rust.
#![cfg(unix)]

use sdk_tests::cargo::{target, write};
use sdk_tests::{read, workspace};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::Command;

/// Notes how it is called, says what `says-COMMAND` holds and fails if `fails-COMMAND` is there; for `xtask`, COMMAND is the
/// one after it.
const CARGO: &str = r#"#!/usr/bin/env bash
echo "$*" >> calls
if [ "$1" = xtask ]; then shift; fi
if [ "${2:-}" = --version ]; then if [ -e "absent-$1" ]; then exit 1; else exit 0; fi; fi
if [ -e "says-$1" ]; then cat "says-$1"; fi
if [ -e "fails-$1" ]; then exit 101; fi
"#;

/// What cargo says of three suites, of which two fail; one of their tests shows what a cargo within said.
const SAID: &str = "     Running unittests src/lib.rs (target/debug/deps/a-1)

running 1 test
test fine ... ok

test result: ok. 1 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s

     Running repository/main.rs (target/debug/deps/repository-2)

running 3 tests
test license::every_crate_names_the_licence ... FAILED
test pages::links ... it prints FAILED
test fine ... ok

failures:

---- pages::links stdout ----
test result: FAILED. 1 passed
failures:
    inner::that_is_another_cargos
    inner::and_another

test result: FAILED. 0 passed; 2 failed
error: 1 target failed:
    `-p inner --lib`

failures:
    license::every_crate_names_the_licence
    pages::links

test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s

\u{1b}[1m\u{1b}[91merror\u{1b}[0m: test failed, to rerun pass `-p sdk-tests --test repository`
     Running tests/killed.rs (target/debug/deps/killed-3)

running 1 test
error: test failed, to rerun pass `-p sdk-wire --test killed`

Caused by:
  process didn't exit successfully: `target/debug/deps/killed-3` (signal: 6, SIGABRT: process abort signal)
   Doc-tests sdk_tests

running 1 test
test tests/support/../../README.md - pages::Readme (line 12) ... FAILED

failures:

failures:
    tests/support/../../README.md - pages::Readme (line 12)

test result: FAILED. 0 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s

error: doctest failed, to rerun pass `-p sdk-tests --doc`
error: 3 targets failed:
    `-p sdk-tests --test repository`
    `-p sdk-wire --test killed`
    `-p sdk-tests --doc`
";

/// A folder with the script and the stand-in.
struct Ci {
    root: PathBuf,
}

/// What a run came to.
struct Run {
    passed: bool,
    /// What it said from the summary on.
    summary: String,
    /// How cargo was called.
    calls: Vec<String>,
}

impl Ci {
    fn new(name: &str) -> Self {
        let root = target().join("tmp/ci").join(name);
        let _ = fs::remove_dir_all(&root);
        for file in [".ci/run", ".ci/steps"] {
            write(&root.join(file), &read(file));
        }
        write(&root.join("bin/cargo"), CARGO);
        for program in ["bin/cargo", ".ci/run"] {
            fs::set_permissions(root.join(program), fs::Permissions::from_mode(0o755)).expect("it was written");
        }
        Ci { root }
    }

    /// Puts a file where the stand-in looks for it.
    fn with(self, file: &str, text: &str) -> Self {
        write(&self.root.join(file), text);
        self
    }

    fn run(&self) -> Run {
        let path = std::env::var("PATH").unwrap_or_default();
        let mut run = Command::new(self.root.join(".ci/run"));
        run.arg("--warm")
            .env("PATH", format!("{}:{path}", self.root.join("bin").display()))
            .env_remove("CARGO_TARGET_DIR");
        let output = run.output().expect("there is a bash");
        let said = String::from_utf8_lossy(&output.stdout);
        let (_, summary) = said.split_once("== summary\n").unwrap_or_else(|| panic!("no summary:\n{said}"));
        let calls = fs::read_to_string(self.root.join("calls")).expect("cargo was called");
        let calls = calls.lines().filter(|call| !call.ends_with("--version")).map(str::to_owned).collect();
        assert!(!summary.contains('\u{1b}'), "no escape codes in a pipe:\n{summary}");
        Run { passed: output.status.success(), summary: without_times(summary), calls }
    }
}

/// A summary whose steps all take no time.
fn without_times(summary: &str) -> String {
    let line = |line: &str| match ["passed ", "failed "].iter().any(|result| line.starts_with(result)) {
        true => format!("{}     0s{}", &line[..9], &line[16..]),
        false => line.to_owned(),
    };
    summary.lines().map(line).collect::<Vec<_>>().join("\n")
}

const ALL_PASSED: &str = "\
passed        0s  cargo fmt --all --check
passed        0s  cargo xtask codegen --check
passed        0s  cargo xtask demo
passed        0s  cargo xtask changelog --check
passed        0s  cargo test --workspace
passed        0s  cargo clippy
passed        0s  cargo doc
passed        0s  cargo deny check";

#[test]
fn a_run_without_faults_says_that_all_has_passed() {
    let run = Ci::new("passed").run();
    assert_eq!((run.passed, run.summary.as_str()), (true, ALL_PASSED));
    let calls = [
        "fmt --all --check",
        "xtask codegen --check",
        "xtask demo",
        "xtask changelog --check",
        "test --workspace --no-fail-fast",
        "clippy --workspace --all-targets --quiet",
        "doc --workspace --no-deps --quiet",
        "deny check",
    ];
    assert_eq!(run.calls, calls);
}

#[test]
fn a_step_that_fails_stops_no_other_and_has_its_remedy() {
    for (command, title, mend) in [
        ("fmt", "cargo fmt --all --check", "cargo fmt --all"),
        ("changelog", "cargo xtask changelog --check", "cargo xtask changelog --write"),
        ("demo", "cargo xtask demo", "cargo xtask demo"),
        ("clippy", "cargo clippy", "cargo clippy --workspace --all-targets"),
        ("doc", "cargo doc", "cargo doc --workspace --no-deps"),
        ("deny", "cargo deny check", "cargo deny check"),
    ] {
        let run = Ci::new(command).with(&format!("fails-{command}"), "").run();
        let expected = ALL_PASSED.replace(&format!("passed        0s  {title}"), &format!("failed        0s  {title}"));
        assert_eq!((run.passed, run.summary), (false, format!("{expected}\n\n== to mend\n{mend}")), "{command}");
        assert_eq!(run.calls.len(), 8, "{command}: {:?}", run.calls);
    }
}

#[test]
fn the_demo_does_not_write_over_what_is_stale() {
    let run = Ci::new("stale").with("fails-codegen", "").run();
    let expected =
        ALL_PASSED.replace("passed        0s  cargo xtask codegen", "failed        0s  cargo xtask codegen").replace(
            "passed        0s  cargo xtask demo",
            "skipped           cargo xtask demo: it writes what the check compares",
        );
    assert_eq!((run.passed, run.summary), (false, format!("{expected}\n\n== to mend\ncargo xtask codegen")));
    assert!(!run.calls.contains(&"xtask demo".to_owned()) && run.calls.len() == 7, "{:?}", run.calls);
}

#[test]
fn the_verdict_on_the_models_stands_in_the_summary() {
    let said = "a-sdk: since v0.1.0, Rust API major, wire changed; its version 0.1.0 has to become 0.2.0\n";
    let run = Ci::new("verdict").with("fails-changelog", "").with("says-changelog", said).run();
    let step = "failed        0s  cargo xtask changelog --check\n                    ";
    assert!(!run.passed && run.summary.contains(&format!("{step}{said}")), "{}", run.summary);
}

#[test]
fn tests_that_fail_are_named_below_their_suites() {
    let run = Ci::new("tests").with("fails-test", "").with("says-test", SAID).run();
    let failed = "failed        0s  cargo test --workspace
                    cargo test -p sdk-tests --test repository
                      license::every_crate_names_the_licence
                      pages::links
                    cargo test -p sdk-wire --test killed
                    cargo test -p sdk-tests --doc
                      tests/support/../../README.md - pages::Readme (line 12)";
    let mend = "\n\n== to mend
cargo test -p sdk-tests --test repository
cargo test -p sdk-wire --test killed
cargo test -p sdk-tests --doc";
    let expected = ALL_PASSED.replace("passed        0s  cargo test --workspace", failed);
    assert_eq!((run.passed, run.summary), (false, expected + mend));
}

#[test]
fn snapshots_that_differ_are_taken_over_by_a_command_that_is_named() {
    let differs = SAID.replacen("test result", "not as their snapshots show: unions\ntest result", 1);
    let run = Ci::new("snapshots").with("fails-test", "").with("says-test", &differs).run();
    let (_, mend) = run.summary.split_once("== to mend\n").expect("something is to be mended");
    assert!(mend.starts_with("INSTA_UPDATE=always cargo test -p sdk-tests  # "), "{mend}");
}

#[test]
fn tests_that_do_not_build_are_to_be_run_again() {
    let run =
        Ci::new("unbuilt").with("fails-test", "").with("says-test", "error: could not compile `sdk-tests`\n").run();
    assert!(!run.passed && run.summary.ends_with("== to mend\ncargo test --workspace"), "{}", run.summary);
}

#[test]
fn what_is_not_installed_is_skipped_and_no_fault() {
    let run = Ci::new("absent").with("absent-fmt", "").with("absent-clippy", "").with("absent-deny", "").run();
    let expected = ALL_PASSED
        .replace(
            "passed        0s  cargo fmt --all --check",
            "skipped           cargo fmt --all --check: not installed",
        )
        .replace("passed        0s  cargo clippy", "skipped           cargo clippy: not installed")
        .replace(
            "passed        0s  cargo deny check",
            "skipped           cargo deny check: not installed (cargo install cargo-deny --locked)",
        );
    assert_eq!((run.passed, run.summary), (true, expected));
}

#[test]
fn the_oldest_rust_is_found_where_the_workflow_looks() {
    let workflow = read(".github/workflows/ci.yml");
    let line = workflow.lines().find(|line| line.trim().starts_with("version=")).expect("it asks for the version");
    let mut ask = Command::new("bash");
    let asked = ask.args(["-c", &format!("{line}; echo \"$version\"")]).current_dir(workspace()).output();
    let found = String::from_utf8_lossy(&asked.expect("there is a bash").stdout).trim().to_owned();
    let stated = format!("rust-version = {found:?}");
    assert!(!found.is_empty() && read("Cargo.toml").lines().any(|line| line == stated), "found {found:?}");
}

#[test]
fn a_word_that_is_no_option_is_refused() {
    let output = Command::new(workspace().join(".ci/run")).arg("--hot").output().expect("there is a bash");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("usage: .ci/run "));
}

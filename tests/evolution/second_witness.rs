//! What `cargo semver-checks` says of the same crates, where it is installed. It reads rustdoc's output and knows nothing of
//! models: with all cases it has to ask for a major version, and without those that say `major` it mustn't.

use crate::case::{Case, cases};
use crate::crates::{UNDER_TEST, write_pair};
use codegen::diff::Api;
use sdk_tests::cargo::{cargo, said};

#[test]
fn another_tool_asks_for_a_major_version_where_cases_do() {
    let version = cargo().args(["semver-checks", "--version"]).output().expect("cargo runs");
    if !version.status.success() {
        println!("not asked: cargo semver-checks is not installed");
        return;
    }
    let cases = cases();
    let all: Vec<&Case> = cases.iter().collect();
    assert!(asks_for_major("all", &all), "it finds nothing in all cases that breaks a program");
    let harmless: Vec<&Case> = all.iter().copied().filter(|case| case.api < Api::Major).collect();
    assert!(
        !asks_for_major("harmless", &harmless),
        "it finds something that breaks a program without any `major` case"
    );
}

/// Whether the crates of these cases differ so that the newer one needs a major version.
fn asks_for_major(folder: &str, cases: &[&Case]) -> bool {
    let (old, new) = write_pair(folder, cases);
    let mut check = cargo();
    check.args(["semver-checks", "--release-type", "minor", "--baseline-root"]).arg(old.join(UNDER_TEST));
    let checked = check.arg("--manifest-path").arg(new.join(UNDER_TEST).join("Cargo.toml")).output();
    let checked = checked.expect("cargo runs");
    let said = said(&checked);
    let asks = said.contains("requires new major version");
    // It fails for that reason or for another, such as a crate that it can't read.
    assert_eq!(asks, !checked.status.success(), "cargo semver-checks says nothing of versions:\n{said}");
    if asks {
        println!("{said}");
    }
    asks
}

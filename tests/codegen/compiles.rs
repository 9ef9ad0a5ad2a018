//! Golden files are real Rust: all fixtures' crates, compiled in one run of cargo, warnings and missing documentation
//! denied, with each worked example as an example program; beside them crates of models that try to break them, and programs
//! that use a fixture's crate as one would the official crates.

use sdk_tests::cargo::{cargo, said, target};
use sdk_tests::scratch::Scratch;
use sdk_tests::{fixtures, model, read, workspace};
use std::path::Path;

#[test]
fn every_fixture_compiles_without_warnings() {
    let mut scratch = Scratch::new(target().join("tmp/fixtures"));
    let mut fixtures = fixtures("features");
    fixtures.push(("hostile_names".to_owned(), super::names::hostile()));
    fixtures.push(("hostile_texts".to_owned(), super::texts::hostile()));
    for (name, fixture) in &fixtures {
        let package = format!("fixture-{}", name.replace('_', "-"));
        let generated = codegen::generate(&model(fixture), &package);
        let generated = generated.unwrap_or_else(|problems| panic!("{name}.json should be right, but {problems:#?}"));
        scratch.put_crate(name, &package, &generated);
        for (path, text) in &generated.files {
            for (index, example) in examples(text).iter().enumerate() {
                let stem = path.trim_start_matches("src/").trim_end_matches(".rs").replace('/', "_");
                scratch.put(format!("{name}/examples/{stem}_{index}.rs"), example);
            }
        }
    }
    for name in programs() {
        let program = read(&format!("tests/fixtures/programs/{name}.rs"));
        assert!(fixtures.iter().any(|(fixture, _)| *fixture == name), "{name}.rs is for a fixture that isn't there");
        scratch.put(format!("{name}/examples/program.rs"), &program);
    }
    let root = scratch.finish();
    let checked =
        cargo().args(["check", "--workspace", "--all-targets"]).current_dir(&root).output().expect("cargo runs");
    assert!(checked.status.success(), "a fixture doesn't compile ({}):\n{}", root.display(), said(&checked));
    lint(&root);
    document(&root);
}

/// Fails unless clippy has nothing to say about the crates, their examples aside.
fn lint(root: &Path) {
    let linted = cargo().args(["clippy", "--workspace", "--lib"]).current_dir(root).output().expect("cargo runs");
    assert!(linted.status.success(), "clippy has something to say about a fixture:\n{}", said(&linted));
}

/// The fixtures that `tests/fixtures/programs` has a program for.
fn programs() -> Vec<String> {
    let folder = workspace().join("tests/fixtures/programs");
    let files = std::fs::read_dir(folder).expect("the folder is there");
    let stem = |file: std::fs::DirEntry| file.path().file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let programs: Vec<String> = files.filter_map(|file| stem(file.expect("it can be listed"))).collect();
    assert!(!programs.is_empty(), "there are programs");
    programs
}

/// Fails unless rustdoc has nothing to say about the crates whose documentation is most likely to be wrong.
fn document(root: &Path) {
    let mut documented = cargo();
    documented.args(["doc", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings").current_dir(root);
    for name in ["documentation", "hostile-texts", "keywords", "taken-names", "waiters"] {
        documented.args(["--package", &format!("fixture-{name}")]);
    }
    let documented = documented.output().expect("cargo runs");
    assert!(documented.status.success(), "a fixture's documentation is wrong:\n{}", said(&documented));
}

/// The doctests of a file as programs: what rustdoc would compile.
fn examples(text: &str) -> Vec<String> {
    let docs =
        text.lines().filter_map(|line| line.strip_prefix("//!")).map(|line| line.strip_prefix(' ').unwrap_or(line));
    let mut examples = Vec::new();
    let mut open: Option<String> = None;
    for line in docs {
        match &mut open {
            None if line == "```no_run" => open = Some("//! An example.\n#![allow(deprecated, unused)]\n".to_owned()),
            None => {}
            Some(example) if line == "```" => {
                if !example.contains("\nfn main() {}\n") {
                    example.push_str("fn main() {}\n");
                }
                examples.push(std::mem::take(example));
            }
            Some(example) => {
                let shown = line.strip_prefix("# ").unwrap_or(line);
                example.push_str(shown.strip_prefix('#').filter(|rest| rest.starts_with('#')).unwrap_or(shown));
                example.push('\n');
            }
        }
        if line == "```" {
            open = None;
        }
    }
    examples
}

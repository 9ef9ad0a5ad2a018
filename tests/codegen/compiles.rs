//! Golden files are real Rust: all fixtures' crates, compiled in one run of cargo, warnings and missing documentation
//! denied, with each worked example as an example program; beside them crates of models that try to break them.

use codegen::GeneratedCrate;
use sdk_tests::cargo::{cargo, said, target, write};
use sdk_tests::{fixtures, model, read, workspace};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn every_fixture_compiles_without_warnings() {
    let root = target().join("tmp/fixtures");
    let mut expected = BTreeSet::new();
    let mut put = |path: PathBuf, text: &str| {
        write(&path, text);
        expected.insert(path);
    };
    let mut fixtures = fixtures("features");
    fixtures.push(("hostile_names".to_owned(), super::names::hostile()));
    fixtures.push(("hostile_texts".to_owned(), super::texts::hostile()));
    put(root.join("Cargo.toml"), &workspace_manifest());
    for (name, fixture) in &fixtures {
        let package = format!("fixture-{}", name.replace('_', "-"));
        let generated = codegen::generate(&model(fixture), &package);
        let generated = generated.unwrap_or_else(|problems| panic!("{name}.json should be right, but {problems:#?}"));
        put(root.join(name).join("Cargo.toml"), &manifest(&package, &generated));
        for (path, text) in &generated.files {
            put(root.join(name).join(path), text);
            for (index, example) in examples(text).iter().enumerate() {
                let stem = path.trim_start_matches("src/").trim_end_matches(".rs").replace('/', "_");
                put(root.join(name).join(format!("examples/{stem}_{index}.rs")), example);
            }
        }
    }
    // The same versions of everything as the workspace's, so that nothing is built twice or fetched twice.
    fs::write(root.join("Cargo.lock"), read("Cargo.lock")).expect("the scratch workspace can be written");
    expected.insert(root.join("Cargo.lock"));
    remove_others(&root, &expected);

    let checked =
        cargo().args(["check", "--workspace", "--all-targets"]).current_dir(&root).output().expect("cargo runs");
    assert!(checked.status.success(), "a fixture doesn't compile ({}):\n{}", root.display(), said(&checked));
    document(&root);
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

/// The scratch workspace: its lints deny what the workspace's warn about.
fn workspace_manifest() -> String {
    let versions = read("Cargo.toml");
    let version = |name: &str| {
        let line = versions.lines().find(|line| line.starts_with(&format!("{name} = ")));
        line.unwrap_or_else(|| panic!("the workspace depends on {name}")).to_owned()
    };
    format!(
        "[workspace]\nresolver = \"3\"\nmembers = [\"*\"]\n\n[workspace.dependencies]\n{}\n\
         sdk-runtime = {{ path = {:?} }}\n\n\
         [workspace.lints.rust]\nunsafe_code = \"forbid\"\nwarnings = \"deny\"\nmissing_docs = \"deny\"\n",
        version("aws-types"),
        workspace().join("runtime"),
    )
}

fn manifest(package: &str, generated: &GeneratedCrate) -> String {
    let features: Vec<_> = generated.runtime_features.iter().map(|feature| format!("{feature:?}")).collect();
    let features = features.join(", ");
    format!(
        "[package]\nname = {package:?}\nversion = \"0.1.0\"\nedition = \"2024\"\npublish = false\n\n\
         [features]\ndefault = [\"test-util\"]\ntest-util = [\"sdk-runtime/test-util\"]\n\n\
         [dependencies]\naws-types.workspace = true\nsdk-runtime = {{ workspace = true, features = [{features}] }}\n\n[lints]\nworkspace = true\n"
    )
}

/// The doctests of a file as programs: what rustdoc would compile.
fn examples(text: &str) -> Vec<String> {
    let docs =
        text.lines().filter_map(|line| line.strip_prefix("//!")).map(|line| line.strip_prefix(' ').unwrap_or(line));
    let mut examples = Vec::new();
    let mut open: Option<String> = None;
    for line in docs {
        match &mut open {
            None if line == "```no_run" => {
                open = Some("//! An example.\n#![allow(deprecated, unused)]\nfn main() {}\n".to_owned())
            }
            None => {}
            Some(example) if line == "```" => examples.push(std::mem::take(example)),
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

/// Removes what an earlier run left and this one didn't write.
fn remove_others(dir: &Path, expected: &BTreeSet<PathBuf>) {
    for entry in fs::read_dir(dir).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            remove_others(&path, expected);
            // Fails, as it should, while something is in it.
            let _ = fs::remove_dir(&path);
        } else if !expected.contains(&path) {
            fs::remove_file(&path).expect("the scratch workspace can be written");
        }
    }
}

//! Snapshots: each is one that a suite compares something with, and none waits to be reviewed.
//!
//! What suites compare with is read from their sources. A snapshot stands in the folder that a suite names by
//! `snapshot_path`, without the module in its name. Where its name is written in the suite, it is that, `{…}` standing for
//! each generated crate of the workspace; where the suite works it out, it is that of a fixture in the folder of
//! `tests/fixtures` that is called like the snapshot's.

use crate::assertions::{Name, assertions};
use crate::pages::none;
use proc_macro2::TokenStream;
use sdk_tests::cargo::{target, write};
use sdk_tests::workspace;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

#[test]
fn every_snapshot_is_compared_with_something() {
    assert!(asserted(&workspace()).is_ok_and(|names| names.len() > 100), "the suites are read");
    none(problems(&workspace()));
}

#[test]
fn a_snapshot_that_no_suite_knows_is_found() {
    let root = scratch("known");
    assert_eq!(problems(&root), [""; 0]);
    for path in ["tests/snapshots/cats/gone.snap", "tests/snapshots/dogs/rex.snap", "tests/snapshots/gone-sdk.api.snap"]
    {
        write(&root.join(path), "");
    }
    // One that is compared, but elsewhere; one that is in no folder of snapshots; and two that wait for a review.
    write(&root.join("tests/snapshots/tom.snap"), "");
    write(&root.join("docs/notes.snap"), "");
    write(&root.join("tests/snapshots/cats/tom.snap.new"), "");
    write(&root.join("tests/shows/.main.rs.pending-snap"), "");
    let expected = [
        "docs/notes.snap: no suite compares anything with it; remove it, or give it the suite or fixture that it lacks",
        "tests/shows/.main.rs.pending-snap waits for a review: take it over with `cargo insta review`, or remove it",
        "tests/snapshots/cats/gone.snap: no suite compares anything with it; remove it, or give it the suite or fixture that it lacks",
        "tests/snapshots/cats/tom.snap.new waits for a review: take it over with `cargo insta review`, or remove it",
        "tests/snapshots/dogs/rex.snap: no suite compares anything with it; remove it, or give it the suite or fixture that it lacks",
        "tests/snapshots/gone-sdk.api.snap: no suite compares anything with it; remove it, or give it the suite or fixture that it lacks",
        "tests/snapshots/tom.snap: no suite compares anything with it; remove it, or give it the suite or fixture that it lacks",
    ];
    assert_eq!(problems(&root), expected);
}

#[test]
fn what_no_suite_compares_any_more_is_found() {
    for (name, file) in
        [("fixture", "tests/fixtures/cats/tom.json"), ("suite", "tests/shows/main.rs"), ("crate", "cat-sdk/Cargo.toml")]
    {
        let root = scratch(&format!("without_{name}"));
        fs::remove_file(root.join(file)).expect("it was written");
        assert!(!problems(&root).is_empty(), "without {file}");
    }
}

#[test]
fn a_snapshot_without_a_place_or_a_name_is_refused() {
    for (suite, problem) in [
        ("fn f() { insta::assert_snapshot!(\"tom\", text); }", "names no `snapshot_path`"),
        (
            "fn f() { insta::with_settings!({ snapshot_path => \"..\" }, { insta::assert_snapshot!(text); }); }",
            "gives no name",
        ),
    ] {
        let root = scratch("unnamed");
        write(&root.join("tests/shows/more.rs"), suite);
        let found = problems(&root).join("\n");
        assert!(found.starts_with("tests/shows/more.rs: ") && found.contains(problem), "{found}");
    }
    // What stands in the source itself has no file.
    let root = scratch("inline");
    write(&root.join("tests/shows/more.rs"), "fn f() { insta::assert_snapshot!(text, @\"tom\"); }");
    assert_eq!(problems(&root), [""; 0]);
}

/// A workspace with a suite of three kinds of names, and all of its snapshots.
fn scratch(name: &str) -> PathBuf {
    const SUITE: &str = r#"
        // insta::assert_snapshot!("comment", text);
        fn by_fixture() { insta::with_settings!({ snapshot_path => "../snapshots/cats", omit_expression => true }, {
            insta::assert_snapshot!(name.as_str(), text);
        }) }
        fn by_name() { insta::with_settings!({ snapshot_path => "../snapshots" }, {
            insta::assert_snapshot!("summary", "insta::assert_snapshot!(\"text\", a)");
            insta::assert_debug_snapshot!(format!("{package}.api"), text);
        }) }
    "#;
    let root = target().join("tmp/snapshots").join(name);
    let _ = fs::remove_dir_all(&root);
    write(&root.join("tests/shows/main.rs"), SUITE);
    write(&root.join("tests/fixtures/cats/tom.json"), "{}");
    write(&root.join("cat-sdk/Cargo.toml"), "[package.metadata.codegen]\n");
    for path in ["cats/tom.snap", "summary.snap", "cat-sdk.api.snap"] {
        write(&root.join("tests/snapshots").join(path), "");
    }
    // What was built isn't the repository's.
    write(&root.join("target/old.snap"), "");
    root
}

/// What is wrong with the snapshots of a workspace.
fn problems(root: &Path) -> Vec<String> {
    let known = match asserted(root) {
        Ok(known) => known,
        Err(problem) => return vec![problem],
    };
    let problem = |path: &PathBuf| {
        let shown = relative(root, path);
        if shown.ends_with(".snap.new") || shown.ends_with(".pending-snap") {
            return Some(format!("{shown} waits for a review: take it over with `cargo insta review`, or remove it"));
        }
        let remedy = "remove it, or give it the suite or fixture that it lacks";
        let is_lost = shown.ends_with(".snap") && !known.contains(path);
        is_lost.then(|| format!("{shown}: no suite compares anything with it; {remedy}"))
    };
    files(root).iter().filter_map(problem).collect()
}

/// The snapshots that the suites of a workspace compare something with, whether they are there or not.
fn asserted(root: &Path) -> Result<BTreeSet<PathBuf>, String> {
    let mut found = BTreeSet::new();
    for path in files(root).iter().filter(|path| path.extension().is_some_and(|extension| extension == "rs")) {
        let Ok(source) = fs::read_to_string(path) else { continue };
        let folder = path.parent().unwrap_or(root);
        // Few sources are worth the time to be read as Rust.
        if !source.contains("snapshot!") {
            continue;
        }
        let problem = |problem: &str| format!("{}: {problem}", relative(root, path));
        let tokens: TokenStream = source.parse().map_err(|_| problem("isn't Rust"))?;
        for assertion in assertions(tokens).map_err(problem)? {
            let folder = plain(&folder.join(&assertion.folder));
            found.extend(assertion.name.names(root, &folder).iter().map(|name| folder.join(format!("{name}.snap"))));
        }
    }
    Ok(found)
}

impl Name {
    fn names(&self, root: &Path, folder: &Path) -> Vec<String> {
        match self {
            Name::Written(name) => {
                match name.split_once('{').and_then(|(head, rest)| Some((head, rest.split_once('}')?))) {
                    Some((head, (_, tail))) => {
                        crates(root).iter().map(|package| format!("{head}{package}{tail}")).collect()
                    }
                    None => vec![name.clone()],
                }
            }
            Name::Fixture => {
                let fixtures = root.join("tests/fixtures").join(folder.file_name().unwrap_or_default());
                let entries = fs::read_dir(fixtures).into_iter().flatten().flatten();
                entries.filter_map(|entry| Some(entry.path().file_stem()?.to_string_lossy().into_owned())).collect()
            }
        }
    }
}

/// The folders of the workspace's generated crates.
fn crates(root: &Path) -> Vec<String> {
    let entries = fs::read_dir(root).into_iter().flatten().flatten();
    let is_generated = |path: &PathBuf| {
        let manifest = fs::read_to_string(path.join("Cargo.toml")).unwrap_or_default();
        manifest.lines().any(|line| line == "[package.metadata.codegen]")
    };
    let found = entries.map(|entry| entry.path()).filter(is_generated);
    found.filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned())).collect()
}

/// The files of a workspace, in order, but for what was built.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        match entry.file_name().to_str() {
            Some("target" | ".git") => {}
            _ if is_folder => found.extend(files(&entry.path())),
            _ => found.push(entry.path()),
        }
    }
    found.sort();
    found
}

/// A path without `..`.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => drop(plain.pop()),
            part => plain.push(part),
        }
    }
    plain
}

fn relative(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).display().to_string()
}

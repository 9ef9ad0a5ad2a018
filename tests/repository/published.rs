//! The crates that are published: which they are, and what users find on their pages and in their packages.

use sdk_tests::cargo::{cargo, said};
use sdk_tests::{read, workspace};
use serde_json::Value;

/// The published crates, each with its folder.
const PUBLISHED: [(&str, &str); 4] = [
    ("connect-sdk", "connect-sdk"),
    ("sdk-codegen", "codegen"),
    ("sdk-runtime", "runtime"),
    ("wickr-sdk", "wickr-sdk"),
];

/// The categories of ours among those that crates.io has: one that it doesn't have is left out there, with a warning.
const CATEGORIES: [&str; 3] = ["api-bindings", "development-tools", "web-programming::http-client"];

#[test]
fn these_crates_are_published_and_no_others() {
    let found = packages().into_iter().filter(|package| package["publish"] != serde_json::json!([]));
    let mut found: Vec<String> = found.map(|package| text(&package["name"])).collect();
    found.sort();
    assert_eq!(found, PUBLISHED.map(|(name, _)| name));
}

#[test]
fn each_has_what_its_page_shows() {
    for package in published() {
        let name = text(&package["name"]);
        assert_eq!(package["license"], "Apache-2.0", "{name}");
        assert_eq!(package["readme"], "README.md", "{name}");
        assert_eq!(package["documentation"], format!("https://docs.rs/{name}"));
        let list = |key: &str| package[key].as_array().into_iter().flatten().map(text).collect::<Vec<_>>();
        let is_keyword = |word: &String| {
            word.len() <= 20 && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-') && !word.is_empty()
        };
        let keywords = list("keywords");
        assert!((1..=5).contains(&keywords.len()) && keywords.iter().all(is_keyword), "{name}: {keywords:?}");
        let categories = list("categories");
        assert!(!categories.is_empty(), "{name} has no category");
        assert!(categories.iter().all(|found| CATEGORIES.contains(&found.as_str())), "{name}: {categories:?}");
    }
}

#[test]
fn each_ones_pages_on_docs_rs_have_all_modules() {
    for package in published() {
        let features = &package["metadata"]["docs"]["rs"]["features"];
        let shown: Vec<String> = features.as_array().into_iter().flatten().map(text).collect();
        let own = package["features"].as_object().into_iter().flatten().map(|(name, _)| name.as_str());
        match text(&package["name"]).as_str() {
            // Another library below TLS shows nothing of its own.
            "sdk-runtime" => {
                let missing = own.filter(|name| !["default", "ring", "aws-lc-rs"].contains(name));
                let missing: Vec<_> = missing.filter(|name| shown.iter().all(|found| found != name)).collect();
                assert!(missing.is_empty(), "the pages of sdk-runtime lack {missing:?}");
            }
            "sdk-codegen" => assert_eq!(own.count(), 0, "it has no features to show"),
            name => assert_eq!(shown, ["blocking", "reqwest", "test-util"], "{name}"),
        }
    }
}

#[test]
fn each_changelog_has_an_entry_for_the_version() {
    for (name, folder) in PUBLISHED {
        let published = published();
        let package = published.iter().find(|package| package["name"] == name).expect("it is there");
        let heading = format!("## [{}] - ", text(&package["version"]));
        let changelog = read(&format!("{folder}/CHANGELOG.md"));
        assert!(changelog.lines().any(|line| line.starts_with(&heading)), "{folder}/CHANGELOG.md has no `{heading}…`");
    }
}

#[test]
fn a_package_has_its_source_and_what_belongs_to_it() {
    for (name, _) in PUBLISHED {
        let mut list = cargo();
        list.args(["package", "--list", "--allow-dirty", "--package", name]).current_dir(workspace());
        let output = list.output().expect("cargo runs");
        assert!(output.status.success(), "{}", said(&output));
        let listed = String::from_utf8_lossy(&output.stdout).replace('\\', "/");
        let mut others: Vec<&str> = listed.lines().filter(|path| !path.starts_with("src/")).collect();
        // What cargo knows of git is there if there is one.
        others.retain(|path| *path != ".cargo_vcs_info.json");
        others.sort_unstable();
        let expected = ["CHANGELOG.md", "Cargo.lock", "Cargo.toml", "Cargo.toml.orig", "LICENSE", "README.md"];
        assert_eq!(others, expected, "{name}");
        assert!(listed.lines().any(|path| path == "src/lib.rs"), "{name}: {listed}");
    }
}

/// Each is published alone, and needs the table.
#[test]
fn the_generator_and_the_runtime_have_the_same_partitions() {
    let copies = ["runtime/src/endpoint/partitions", "codegen/src/endpoint/evaluate/function/partition"];
    let [runtime, codegen] = copies.map(|folder| format!("{folder}/regions.rs"));
    assert!(read(&runtime) == read(&codegen), "they differ: cp {runtime} {codegen}");
}

fn published() -> Vec<Value> {
    let is_published = |package: &Value| PUBLISHED.iter().any(|(name, _)| package["name"] == *name);
    packages().into_iter().filter(is_published).collect()
}

/// What cargo says of each package of the workspace.
fn packages() -> Vec<Value> {
    let mut metadata = cargo();
    metadata.args(["metadata", "--no-deps", "--format-version", "1"]).current_dir(workspace());
    let metadata = metadata.output().expect("cargo runs");
    let metadata: Value = serde_json::from_slice(&metadata.stdout).expect("cargo says JSON");
    metadata["packages"].as_array().expect("there are packages").clone()
}

fn text(value: &Value) -> String {
    value.as_str().expect("it is text").to_owned()
}

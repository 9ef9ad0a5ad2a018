//! `cargo xtask new`: a member of the workspace more, and `cargo xtask codegen` knows what part of its service it has.

use super::Scratch;
use super::files::{empty, tree};
use sdk_tests::cargo::{said, write};
use sdk_tests::model;
use std::fs;

const THREE: &str = r#"{"smithy": "2.0", "shapes": {
    "com.example#GetCat": {"type": "operation", "traits": {"smithy.api#http": {"method": "GET", "uri": "/cat"}}},
    "com.example#GetDog": {"type": "operation", "traits": {"smithy.api#http": {"method": "GET", "uri": "/dog"}}},
    "com.example#GetNews": {"type": "operation", "output": {"target": "com.example#News"},
        "traits": {"smithy.api#http": {"method": "GET", "uri": "/news"}}},
    "com.example#News": {"type": "structure", "members": {"count": {"target": "smithy.api#Integer",
        "traits": {"smithy.api#nobodyKnows": {}}}}}
}}"#;

fn workspace(name: &str) -> Scratch {
    let scratch = empty(name);
    root(&scratch);
    write(&scratch.root.join("three.json"), &model(THREE));
    scratch
}

/// Makes it a workspace that crates can be added to.
pub(super) fn root(scratch: &Scratch) {
    let manifest = "[workspace]\nresolver = \"3\"\nmembers = [\n    \"other\", # Kept.\n]\n\n[workspace.package]\nversion = \"0.1.0\"\n\
        edition = \"2024\"\nrust-version = \"1.95\"\nlicense = \"MIT\"\npublish = false\n\n[workspace.dependencies]\n\
        aws-types = \"1\"\nsdk-runtime = { path = \"other\" }\n\n[workspace.lints.rust]\nunsafe_code = \"forbid\"\n";
    write(&scratch.root.join("Cargo.toml"), manifest);
    write(&scratch.root.join("other/Cargo.toml"), "[package]\nname = \"taken-sdk\"\nversion = \"0.1.0\"\n");
    write(&scratch.root.join("other/src/lib.rs"), "");
    write(&scratch.root.join("LICENSE"), "Take it.\n");
}

#[test]
fn a_part_of_a_service_stays_that_part() {
    let scratch = workspace("new_part");
    let new = ["new", "pets", "--model", "three.json", "--operations", "*Cat,*News", "--skip-unsupported"];
    let output = scratch.run(&new);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(said(&output).contains("left out GetNews: reaches `News$count`"), "{}", said(&output));
    let files = tree(&scratch.root.join("pets-sdk"));
    assert!(files.contains_key("src/operation/get_cat.rs") && !files.contains_key("src/operation/get_dog.rs"));
    assert!(files.contains_key("README.md"));
    // What a package needs to be published.
    assert_eq!(files.get("LICENSE").map(String::as_str), Some("Take it.\n"));
    assert!(files["CHANGELOG.md"].contains("\n## [0.1.0] - Unreleased\n"), "{}", files["CHANGELOG.md"]);
    for line in ["categories = [\"api-bindings\"]", "readme = \"README.md\"", "[package.metadata.docs.rs]"] {
        assert!(files["Cargo.toml"].lines().any(|found| found == line), "no {line} in {}", files["Cargo.toml"]);
    }
    let root = fs::read_to_string(scratch.root.join("Cargo.toml")).expect("it is there");
    assert!(root.contains("members = [\"pets-sdk\", \n    \"other\", # Kept.\n]"), "{root}");
    assert_eq!(fs::read_to_string(scratch.root.join("model/pets.json")).ok(), Some(model(THREE)));
    for arguments in [&["codegen", "--check"][..], &["codegen"]] {
        let output = scratch.run(arguments);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    }
    assert_eq!(tree(&scratch.root.join("pets-sdk")), files);
    let output = scratch.run(&new);
    assert!(said(&output).contains("already"), "{}", said(&output));
}

#[test]
fn a_refusal_changes_nothing() {
    let scratch = workspace("new_refused");
    write(&scratch.root.join("model/kept.json"), "{}");
    write(&scratch.root.join("folder-sdk/notes.txt"), "By hand.");
    let before = tree(&scratch.root);
    for name in
        ["My Service!", "../evil", "a/b", "", ".", "..", "2fa", "größe", "con", "taken", "taken-sdk", "kept", "folder"]
    {
        let output = scratch.run(&["new", name, "--model", "three.json", "--skip-unsupported"]);
        assert_eq!(output.status.code(), Some(1), "{name}: {}", said(&output));
        assert_eq!(tree(&scratch.root), before, "{name}");
    }
    // A crate's name is taken by one that has the same library, or the same folder where case makes no difference.
    let with = fs::read_to_string(scratch.root.join("other/Cargo.toml")).expect("it was written");
    for (has, name) in [("two-words-sdk", "two_words"), ("Taken-sdk", "taken"), ("taken-sdk", "Taken")] {
        write(&scratch.root.join("other/Cargo.toml"), &with.replace("taken-sdk", has));
        let output = scratch.run(&["new", name, "--model", "three.json", "--skip-unsupported"]);
        assert!(said(&output).contains(&format!("has a crate `{has}` already")), "{name}: {}", said(&output));
    }
    write(&scratch.root.join("other/Cargo.toml"), &with);
    // A model with what isn't supported names the way out, and `new` takes it.
    let output = scratch.run(&["new", "pets", "--model", "three.json"]);
    assert!(said(&output).contains("--skip-unsupported"), "{}", said(&output));
    assert_eq!(tree(&scratch.root), before);
}

#[test]
fn a_member_that_cargo_refuses_is_taken_back() {
    let scratch = workspace("new_taken_back");
    let manifest = scratch.root.join("Cargo.toml");
    let without = fs::read_to_string(&manifest).expect("it was written");
    write(&manifest, without.split("[workspace.lints").next().expect("it has lints"));
    let before = tree(&scratch.root);
    let output = scratch.run(&["new", "pets", "--model", "three.json", "--skip-unsupported"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("`workspace.lints` was not defined"), "{}", said(&output));
    assert_eq!(tree(&scratch.root), before);
}

#[test]
fn settings_that_are_none_are_named() {
    let scratch = workspace("settings");
    for (settings, problem) in [
        ("model = 1", "has a `model` that is not a path"),
        ("operations = \"A\"", "has a `operations` that is not a list of strings"),
        ("skip-unsupported = \"yes\"", "has a `skip-unsupported` that is not `true` or `false`"),
        ("documented = \"yes\"", "has a `documented` that is not `true` or `false`"),
        ("documented = 1", "has a `documented` that is not `true` or `false`"),
        ("protocol = 1", "has a `protocol` that is not a string"),
        ("skip_unsupported = true", "has the key `skip_unsupported`: use only"),
        ("", "has no `model`"),
    ] {
        let manifest =
            format!("[package]\nname = \"taken-sdk\"\nversion = \"0.1.0\"\n\n[package.metadata.codegen]\n{settings}\n");
        write(&scratch.root.join("other/Cargo.toml"), &manifest);
        let output = scratch.run(&["codegen"]);
        assert_eq!(output.status.code(), Some(1));
        assert!(said(&output).contains(problem), "{settings}: {}", said(&output));
    }
}

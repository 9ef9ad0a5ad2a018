//! `cargo xtask codegen --model FILE --out DIR`: where a crate of its own can go, what it is called, and what becomes of
//! a manifest that is there.

use super::files::{empty, tree};
use super::{RIGHT, Scratch, UNTOUCHED};
use sdk_tests::cargo::{cargo, said, write};
use sdk_tests::{model, workspace};
use std::fs;
use std::process::Output;

fn generate(scratch: &Scratch, out: &str, more: &[&str]) -> Output {
    scratch.run(&[&["codegen", "--model", "right.json"], more, &[&format!("--out={out}")]].concat())
}

fn generated(scratch: &Scratch, out: &str, more: &[&str]) -> String {
    let output = generate(scratch, out, more);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    said(&output)
}

/// Generates, which is refused and changes nothing; what is said.
fn refused(scratch: &Scratch, out: &str, more: &[&str]) -> String {
    let before = tree(&scratch.root);
    let output = generate(scratch, out, more);
    assert_eq!(output.status.code(), Some(1), "{out} {more:?}: {}", said(&output));
    assert_eq!(tree(&scratch.root), before, "{out}");
    said(&output)
}

#[test]
fn a_folder_whose_name_is_no_crates_needs_one() {
    let scratch = empty("names");
    for folder in ["2fa-sdk", "my.sdk", "my sdk", "-x", "test", "std", "core", "async", "größe", "con", &"x".repeat(65)]
    {
        let said = refused(&scratch, folder, &[]);
        assert!(said.contains("can't be a crate's name") && said.contains("--name"), "{folder}: {said}");
        assert!(refused(&scratch, "fine-sdk", &[&format!("--name={folder}")]).contains("can't be a crate's name"));
        generated(&scratch, &format!("named/{folder}"), &["--name", "fine-sdk"]);
        let manifest = fs::read_to_string(scratch.root.join("named").join(folder).join("Cargo.toml"));
        assert!(manifest.expect("it was written").contains("name = \"fine-sdk\""));
    }
}

#[test]
fn somebodys_project_is_not_written_into() {
    let scratch = empty("project");
    for (file, text) in [
        ("library/src/lib.rs", "pub fn by_hand() {}\n"),
        ("program/src/main.rs", "fn main() {}\n"),
        ("manifest/Cargo.toml", "[package]\nname = \"manifest\"\n"),
        ("root/Cargo.toml", "[workspace]\n"),
        ("sources/src/other.rs", "// By hand.\n"),
        ("empty-library/src/main.rs", "fn main() {}\n"),
    ] {
        write(&scratch.root.join(file), text);
    }
    write(&scratch.root.join("empty-library/src/lib.rs"), "");
    for out in ["library", "program", "manifest", "root", "sources", "empty-library"] {
        let said = refused(&scratch, out, &["--name", "fine-sdk"]);
        assert!(said.contains("isn't generated"), "{out}: {said}");
    }
    // Nor is what lies around projects: a crate of its own has a folder of its own.
    write(&scratch.root.join("around/inner/Cargo.toml"), "[package]\nname = \"inner\"\n");
    for out in ["around", ".", "notes/../.", "around/inner/.."] {
        write(&scratch.root.join("notes/notes.md"), "By hand.\n");
        let said = refused(&scratch, out, &["--name", "fine-sdk"]);
        assert!(
            said.contains("holds a project, ") && said.contains("name a folder of the crate's own"),
            "{out}: {said}"
        );
    }
    assert!(refused(&scratch, "right.json", &["--name", "fine-sdk"]).contains("no folder"));
    assert!(refused(&scratch, "absent/../other-sdk", &[]).contains("leave `..` out"));
    // What else is in the folder is no obstacle, and `..` of what is there leads where it should.
    write(&scratch.root.join("notes/notes.md"), "By hand.\n");
    generated(&scratch, "library/../notes", &[]);
    assert!(scratch.root.join("notes/src/lib.rs").exists() && scratch.root.join("notes/notes.md").exists());
}

#[test]
fn a_manifest_that_is_there_keeps_its_edits_and_what_it_lacks_is_said() {
    let scratch = empty("edited");
    generated(&scratch, "my-sdk", &["--name", "other-sdk"]);
    let manifest = scratch.root.join("my-sdk/Cargo.toml");
    let edited = fs::read_to_string(&manifest).expect("it was written").replacen("0.1.0", "7.0.0", 1) + "\n# Ours.\n";
    write(&manifest, &edited);
    write(&scratch.root.join("my-sdk/src/surplus.rs"), UNTOUCHED);
    let compressed = r#"{"smithy": "2.0", "shapes": {
        "com.example#Do": {"type": "operation", "traits": {"smithy.api#http": {"method": "POST", "uri": "/do"},
            "smithy.api#requestCompression": {"encodings": ["gzip"]}}}
    }}"#;
    write(&scratch.root.join("right.json"), &model(compressed));
    let said = generated(&scratch, "my-sdk", &[]);
    assert!(said.contains("my-sdk/Cargo.toml needs `compression` among the features of sdk-runtime"), "{said}");
    assert_eq!(fs::read_to_string(&manifest).ok().as_ref(), Some(&edited));
    let tree = tree(&scratch.root.join("my-sdk"));
    assert!(tree["src/lib.rs"].contains("other_sdk"), "its own name is the crate's: {}", tree["src/lib.rs"]);
    assert!(
        tree.contains_key("src/operation/r#do.rs") || tree.contains_key("src/operation/do.rs"),
        "{:?}",
        tree.keys()
    );
    assert!(!tree.contains_key("src/surplus.rs"));
    assert!(refused(&scratch, "my-sdk", &["--name", "third-sdk"]).contains("calls the crate `other-sdk`"));
    // With the feature, nothing is lacking.
    write(&manifest, &edited.replace("runtime\", version", "runtime\", features = [\"compression\"], version"));
    assert!(!generated(&scratch, "my-sdk", &[]).contains("needs"));
}

#[test]
fn a_crate_in_a_workspace_can_be_its_member() {
    let scratch = empty("workspace");
    write(&scratch.root.join("Cargo.toml"), "[workspace]\nresolver = \"3\"\nmembers = [\"globbed/*\"]\n");
    generated(&scratch, "globbed/first-sdk", &[]);
    assert!(generated(&scratch, "crates/my-sdk", &[]).contains("add \"crates/my-sdk\" to `members` in "));
    // The workspace knows this one already.
    assert!(!generated(&scratch, "globbed/my-sdk", &["--name", "globbed-sdk"]).contains("`members`"));
    write(
        &scratch.root.join("Cargo.toml"),
        "[workspace]\nresolver = \"3\"\nmembers = [\"globbed/*\", \"crates/my-sdk\"]\n",
    );
    assert!(!generated(&scratch, "crates/my-sdk", &[]).contains("`members`"));
    let metadata = cargo().args(["metadata", "--no-deps", "--format-version=1"]).current_dir(&scratch.root).output();
    let metadata = said(&metadata.expect("cargo runs"));
    assert!(metadata.contains("/crates/my-sdk#"), "{metadata}");
    let manifest = fs::read_to_string(scratch.root.join("crates/my-sdk/Cargo.toml")).expect("it was written");
    assert!(!manifest.contains("[workspace]"), "{manifest}");
    let runtime = manifest.split("path = \"").nth(1).and_then(|rest| rest.split('"').next()).expect("it has a path");
    assert!(runtime.starts_with("../"), "{runtime}");
    let runtime = scratch.root.join("crates/my-sdk").join(runtime).canonicalize();
    assert_eq!(runtime.ok(), workspace().join("runtime").canonicalize().ok());
}

#[cfg(unix)]
#[test]
fn a_link_that_is_named_is_followed_and_the_manifest_says_where_the_runtime_is() {
    let scratch = empty("named_link");
    fs::create_dir_all(scratch.root.join("far/away/real-sdk")).expect("the folder can be made");
    std::os::unix::fs::symlink("far/away/real-sdk", scratch.root.join("link-sdk")).expect("links can be made");
    generated(&scratch, "link-sdk", &[]);
    let manifest = fs::read_to_string(scratch.root.join("far/away/real-sdk/Cargo.toml")).expect("it was written");
    let runtime = workspace().join("runtime").canonicalize().expect("the runtime is there");
    // `..` would lead elsewhere through the link.
    assert!(manifest.contains(&format!("path = {runtime:?}")), "{manifest}");
    std::os::unix::fs::symlink("nowhere", scratch.root.join("dangling-sdk")).expect("links can be made");
    refused(&scratch, "dangling-sdk", &[]);
}

#[test]
fn what_part_a_crate_of_the_workspace_has_is_not_for_the_command_to_say() {
    let scratch = empty("part");
    scratch.codegen("right", &model(RIGHT));
    let output = scratch.run(&["codegen", "--skip-unsupported"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("[package.metadata.codegen]"), "{}", said(&output));
}

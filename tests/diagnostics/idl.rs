//! Models in Smithy IDL, in files and folders: what commands make of them, and where messages point.

use super::Scratch;
use super::files::empty;
use sdk_tests::cargo::{said, write};
use sdk_tests::{fixtures, model};
use std::fs;
use std::path::Path;

/// A model of a fixture, as one JSON AST and as a folder of files in IDL, one of them within another folder.
fn both(scratch: &Scratch) {
    let (_, fixture) = fixtures("features").into_iter().find(|(name, _)| name == "resources").expect("it is there");
    let json = model(&fixture);
    for (name, text) in codegen::idl::idl_of(&[("model.json", &json)]).expect("it is right") {
        write(&scratch.root.join("shop/within").join(name), &text);
    }
    write(&scratch.root.join("shop/more.json"), r#"{"smithy": "2.0", "shapes": {}}"#);
    write(&scratch.root.join("shop/within/smithy-build.json"), "no model");
    write(&scratch.root.join("shop/README.md"), "no model either");
    write(&scratch.root.join("model.json"), &json);
}

fn sources(folder: &Path) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut open = vec![folder.join("src")];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).expect("the crate is there") {
            let path = entry.expect("the folder can be listed").path();
            match path.is_dir() {
                true => open.push(path),
                false => files.push((path.display().to_string(), fs::read_to_string(&path).expect("it is a text"))),
            }
        }
    }
    files.sort();
    files.into_iter().map(|(path, text)| (path.replace(&folder.display().to_string(), ""), text)).collect()
}

#[test]
fn a_folder_in_idl_makes_the_crate_that_its_json_makes() {
    let scratch = empty("idl");
    both(&scratch);
    for (model, out) in [("model.json", "one-sdk"), ("shop", "two-sdk")] {
        let output = scratch.run(&["codegen", "--model", model, "--out", out, "--name", "the-sdk"]);
        assert!(output.status.success(), "{}", said(&output));
    }
    assert_eq!(sources(&scratch.root.join("one-sdk")), sources(&scratch.root.join("two-sdk")));
    let output = scratch.run(&["diff", "model.json", "shop", "--fail-on", "any"]);
    assert!(output.status.success(), "the two don't differ: {}", said(&output));
    let (one, two) = (scratch.run(&["smithy", "ast", "model.json"]), scratch.run(&["smithy", "ast", "shop"]));
    assert!(!one.stdout.is_empty() && one.stdout == two.stdout, "{}", said(&two));
}

#[test]
fn a_message_points_into_the_file_that_is_wrong() {
    let scratch = empty("idl-wrong");
    both(&scratch);
    write(
        &scratch.root.join("shop/z.smithy"),
        "$version: \"2\"\nnamespace z\n\nstructure Wrong {\n    a: Absent\n    b String\n}\n",
    );
    let output = scratch.run(&["codegen", "--model", "shop", "--out", "one-sdk"]);
    let said = said(&output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("`z#Wrong` is not written as IDL: `:` should stand here, not `String`"), "{said}");
    assert!(said.contains("--> shop/z.smithy:6:7") && said.contains("b String"), "{said}");
    assert!(!scratch.root.join("one-sdk/src").exists());
}

#[test]
fn all_that_is_wrong_is_named_by_smithys_events() {
    let scratch = empty("idl-validate");
    let text =
        "$version: \"2\"\nnamespace a\n\n@range(min: \"x\")\ninteger A\n\nstructure B {\n    c: C\n}\n\n@b\nstring D\n";
    write(&scratch.root.join("a.smithy"), text);
    let output = scratch.run(&["smithy", "validate", "a.smithy"]);
    assert_eq!(output.status.code(), Some(1));
    let lines = String::from_utf8(output.stdout).expect("messages are text");
    let starts = [
        "a.smithy:4:8: ERROR: TraitValue: a#A: ",
        "a.smithy:8:5: ERROR: Target: a#B$c: ",
        "a.smithy:11:2: ERROR: Model.UnresolvedTrait: a#D: ",
    ];
    assert_eq!(lines.lines().count(), starts.len(), "{lines}");
    assert!(lines.lines().zip(starts).all(|(line, start)| line.starts_with(start)), "{lines}");
    write(&scratch.root.join("a.smithy"), "$version: \"2\"\nnamespace a\n");
    assert!(scratch.run(&["smithy", "validate", "a.smithy"]).status.success());
}

#[test]
fn files_are_laid_out_or_named() {
    let scratch = empty("idl-layout");
    let path = scratch.root.join("shop/a.smithy");
    write(&path, "namespace a\nstring A // One.\n");
    let check = || scratch.run(&["smithy", "format", "shop", "--check"]);
    let output = check();
    assert!(output.status.code() == Some(1) && said(&output).contains("shop/a.smithy"), "{}", said(&output));
    assert_eq!(
        fs::read_to_string(&path).expect("it is there"),
        "namespace a\nstring A // One.\n",
        "a check writes nothing"
    );
    assert!(scratch.run(&["smithy", "format", "shop"]).status.success());
    assert_eq!(fs::read_to_string(&path).expect("it is there"), "namespace a\n\nstring A // One.\n");
    assert!(check().status.success());
    // A file that is wrong changes none.
    write(&path, "namespace a\nstring A\n");
    write(&scratch.root.join("shop/b.smithy"), "namespace a\nstrin B\n");
    assert_eq!(scratch.run(&["smithy", "format", "shop"]).status.code(), Some(1));
    assert_eq!(fs::read_to_string(&path).expect("it is there"), "namespace a\nstring A\n");
}

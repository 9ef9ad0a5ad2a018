//! The repository itself: generated crates are current, the models state the facts, rooms keep to their floors, snapshots are
//! compared with something, and pages say what is so.

mod assertions;
mod ci;
mod commands;
mod floors;
mod invariants;
mod journey;
mod license;
mod markdown;
mod pages;
mod published;
mod snapshots;

use sdk_tests::cargo::{said, xtask};
use sdk_tests::{read, workspace};
use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// The models of the workspace, and whether each has all of its service's operations.
const MODELS: &[(&str, bool)] = &[("wickr", true), ("connect", false)];

/// Traits whose text is ours to write; all others are facts.
const OURS: &[&str] = &["smithy.api#documentation", "smithy.api#examples", "smithy.api#title"];

#[test]
fn generated_crates_are_what_their_models_say() {
    let checked = Command::new(xtask()).args(["codegen", "--check"]).current_dir(workspace()).output();
    let checked = checked.expect("xtask runs");
    assert!(checked.status.success(), "`cargo xtask codegen --check` says:\n{}", said(&checked));
}

#[test]
fn the_unit_test_that_a_page_shows_is_one_that_runs() {
    let test = read("wickr-sdk/tests/testing.rs");
    let (_, shown) = test.split_once("\n\n").expect("a line of documentation comes first");
    assert!(
        read("docs/testing.md").contains(&format!("```rust\n{shown}```")),
        "the unit test in docs/testing.md isn't what wickr-sdk/tests/testing.rs has after its first line"
    );
}

#[test]
fn each_crate_promises_that_everything_in_its_model_is_documented() {
    for (name, _) in MODELS {
        // Whether it is, the check of generated crates finds.
        let manifest = read(&format!("{name}-sdk/Cargo.toml"));
        let promises = manifest.lines().any(|line| line == "documented = true");
        assert!(promises, "{name}-sdk/Cargo.toml has no `documented = true` in [package.metadata.codegen]");
    }
}

#[test]
fn every_operation_has_an_example() {
    for (name, _) in MODELS {
        let model = model(name);
        let shapes = model["shapes"].as_object().expect("a model has shapes").iter();
        let operations = shapes.filter(|(_, shape)| shape["type"] == "operation");
        let has_one =
            |shape: &Value| shape["traits"]["smithy.api#examples"].as_array().is_some_and(|found| !found.is_empty());
        let without: Vec<_> = operations.filter(|(_, shape)| !has_one(shape)).map(|(id, _)| id).collect();
        assert!(without.is_empty(), "without an example: {without:?}");
    }
}

/// So that the diff of an import shows facts only.
#[test]
fn models_are_in_the_form_that_imports_write() {
    for (name, _) in MODELS {
        let model = format!("model/{name}.json");
        let mut import = Command::new(xtask());
        import.args(["import", &model, "--into", &model]).current_dir(workspace());
        let checked = import.arg("--check").output().expect("xtask runs");
        let remedy = format!("run `cargo xtask import {model} --into {model}` and commit the result");
        assert!(checked.status.success(), "{remedy}:\n{}", said(&checked));
    }
}

fn model(name: &str) -> Value {
    serde_json::from_str(&read(&format!("model/{name}.json"))).expect("the model is JSON")
}

#[test]
fn the_models_agree_with_the_references() {
    for (name, whole) in MODELS {
        let Some(path) = shared(&format!("reference/models/{name}.json")) else { return };
        let reference = fs::read_to_string(&path).expect("the reference can be read");
        let reference: Value = serde_json::from_str(&reference).expect("a reference is JSON");
        let mut facts = [model(name), reference];
        facts.iter_mut().for_each(strip_ours);
        if !whole {
            let [ours, reference] = &mut facts;
            keep_part(ours, reference);
        }
        let mut differences = Vec::new();
        compare(&facts[0]["shapes"], &facts[1]["shapes"], "", &mut differences);
        assert!(differences.is_empty(), "model/{name}.json states other facts:\n{}", differences.join("\n"));
    }
}

/// Reduces the reference to the shapes that ours has, and its service to our operations. A shape that ours lacks and needs
/// would stop the generator.
fn keep_part(ours: &Value, reference: &mut Value) {
    let shapes = reference["shapes"].as_object_mut().expect("a reference has shapes");
    shapes.retain(|id, _| ours["shapes"].get(id).is_some());
    for (id, shape) in shapes.iter_mut().filter(|(_, shape)| shape["type"] == "service") {
        shape["operations"] = ours["shapes"][id]["operations"].clone();
        shape.as_object_mut().expect("a shape is an object").remove("resources");
    }
}

#[test]
fn no_sentence_is_the_reference_s() {
    let Some(check) = shared("tools/docs_check.py") else { return };
    for (name, _) in MODELS {
        let Some(reference) = shared(&format!("reference/models/{name}.json")) else { return };
        let arguments = [check.clone(), workspace().join(format!("model/{name}.json")), reference];
        match Command::new("python3").args(arguments).output() {
            Ok(checked) => assert!(checked.status.success(), "write these sentences anew:\n{}", said(&checked)),
            Err(error) => eprintln!("not checked: python3 doesn't run ({error})"),
        }
    }
}

/// A file of the folder `shared` beside the workspace, which is there on the maintainers' machines only.
fn shared(path: &str) -> Option<PathBuf> {
    let found = workspace().parent()?.join("shared").join(path);
    if !found.exists() {
        eprintln!("not checked: {} is absent", found.display());
        return None;
    }
    Some(found)
}

fn strip_ours(value: &mut Value) {
    match value {
        Value::Object(entries) => {
            // Endpoint rules and their tests have documentation of their own; a member of that name is an object.
            let is_ours = |key: &str, value: &Value| OURS.contains(&key) || key == "documentation" && value.is_string();
            entries.retain(|key, value| !is_ours(key, value));
            entries.values_mut().for_each(strip_ours);
            // No traits at all says the same as traits of ours only.
            entries.retain(|key, value| key != "traits" || value.as_object().is_none_or(|traits| !traits.is_empty()));
        }
        Value::Array(items) => items.iter_mut().for_each(strip_ours),
        _ => {}
    }
}

/// Where two values differ, whatever the order of their keys.
fn compare(ours: &Value, reference: &Value, at: &str, differences: &mut Vec<String>) {
    match (ours, reference) {
        (Value::Object(a), Value::Object(b)) => {
            for key in a.keys().filter(|key| !b.contains_key(*key)) {
                differences.push(format!("{at}/{key}: surplus"));
            }
            for (key, b) in b {
                match a.get(key) {
                    Some(a) => compare(a, b, &format!("{at}/{key}"), differences),
                    None => differences.push(format!("{at}/{key}: missing")),
                }
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (index, (a, b)) in a.iter().zip(b).enumerate() {
                compare(a, b, &format!("{at}/{index}"), differences);
            }
        }
        _ if ours == reference => {}
        _ => differences.push(format!("{at}: {ours} instead of {reference}")),
    }
}

//! The repository itself: generated crates are current, and the model states the facts.

use sdk_tests::cargo::{said, xtask};
use sdk_tests::{wickr, workspace};
use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// Traits whose text is ours to write; all others are facts.
const OURS: &[&str] = &["smithy.api#documentation", "smithy.api#examples", "smithy.api#title"];

#[test]
fn generated_crates_are_what_their_models_say() {
    let checked = Command::new(xtask()).args(["codegen", "--check"]).current_dir(workspace()).output();
    let checked = checked.expect("xtask runs");
    assert!(checked.status.success(), "run `cargo xtask codegen` and commit the result:\n{}", said(&checked));
}

#[test]
fn everything_in_the_model_is_documented() {
    let model: Value = serde_json::from_str(&wickr()).expect("the model is JSON");
    let mut undocumented = Vec::new();
    for (id, shape) in model["shapes"].as_object().expect("a model has shapes") {
        let kind = shape["type"].as_str().unwrap_or_default();
        if !matches!(kind, "service" | "operation" | "structure" | "enum" | "intEnum" | "union") {
            continue;
        }
        let has = |of: &Value, name: &str| match &of["traits"][name] {
            Value::String(text) => !text.trim().is_empty(),
            Value::Array(items) => !items.is_empty(),
            _ => false,
        };
        // Inputs, outputs and enums say what they are by their members.
        if matches!(kind, "service" | "operation") && !has(shape, "smithy.api#documentation") {
            undocumented.push(id.clone());
        }
        if kind == "operation" && !has(shape, "smithy.api#examples") {
            undocumented.push(format!("{id} (no example)"));
        }
        for (name, member) in shape["members"].as_object().into_iter().flatten() {
            if !has(member, "smithy.api#documentation") {
                undocumented.push(format!("{id}${name}"));
            }
        }
    }
    assert!(undocumented.is_empty(), "not documented:\n{}", undocumented.join("\n"));
}

#[test]
fn the_model_agrees_with_the_reference() {
    let Some(path) = shared("reference/models/wickr.json") else { return };
    let reference = fs::read_to_string(&path).expect("the reference can be read");
    let mut facts: Vec<Value> =
        [&wickr(), &reference].map(|text| serde_json::from_str(text).expect("a model is JSON")).into();
    facts.iter_mut().for_each(strip_ours);
    let mut differences = Vec::new();
    compare(&facts[0]["shapes"], &facts[1]["shapes"], "", &mut differences);
    assert!(differences.is_empty(), "model/wickr.json states other facts:\n{}", differences.join("\n"));
}

#[test]
fn no_sentence_is_the_reference_s() {
    let Some(check) = shared("tools/docs_check.py") else { return };
    let Some(reference) = shared("reference/models/wickr.json") else { return };
    let arguments = [check, workspace().join("model/wickr.json"), reference];
    match Command::new("python3").args(arguments).output() {
        Ok(checked) => assert!(checked.status.success(), "write these sentences anew:\n{}", said(&checked)),
        Err(error) => eprintln!("not checked: python3 doesn't run ({error})"),
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

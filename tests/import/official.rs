//! Models of other services, which are there on the maintainers' machines only: whatever a model has is carried over, and no
//! sentence of a new one comes in.

use super::{Scratch, text};
use sdk_tests::workspace;
use serde_json::Value;
use std::fs;

/// The official models, by name.
fn models() -> Vec<(String, String)> {
    let folder = workspace().with_file_name("shared").join("reference/models");
    let Ok(entries) = fs::read_dir(&folder) else {
        eprintln!("not checked: {} is absent", folder.display());
        return Vec::new();
    };
    let paths = entries.map(|entry| entry.expect("the folder can be listed").path());
    let named = paths.map(|path| (path.display().to_string(), fs::read_to_string(&path).expect("a model can be read")));
    let mut models: Vec<_> = named.collect();
    models.sort();
    models
}

/// Entries whose texts are facts, even where they read like sentences: tests of endpoint rules expect their errors, calls and
/// waiters depend on paths, values on patterns.
const FACTS: &[&str] = &["error", "path", "smithy.api#pattern"];

/// Every text of a model that reads like a sentence: eight words or more.
fn prose(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) if text.split_whitespace().count() >= 8 => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| prose(item, found)),
        Value::Object(entries) => {
            let told = entries.iter().filter(|(key, _)| !FACTS.contains(&key.as_str()));
            told.for_each(|(_, value)| prose(value, found));
        }
        _ => {}
    }
}

#[test]
fn a_model_is_the_same_after_its_own_import() {
    for (name, model) in models() {
        let ran = Scratch::new("own").import(&model, &model, &[]);
        assert_eq!(ran.status, Some(0), "{name}: {}", ran.said);
        let value = |text: &str| serde_json::from_str::<Value>(text).expect("a model is JSON");
        assert!(value(&ran.after) == value(&model), "{name} says something else");
    }
}

#[test]
fn no_sentence_comes_into_a_model_without_words() {
    let mut found = Vec::new();
    for (name, model) in models() {
        let mut bare: Value = serde_json::from_str(&model).expect("a model is JSON");
        let shapes = bare["shapes"].as_object_mut().expect("a model has shapes");
        shapes.retain(|_, shape| shape["type"] == "service");
        shapes.values_mut().for_each(|service| {
            service.as_object_mut().expect("a shape is an object").retain(|key, _| key == "type" || key == "version");
        });
        let ran = Scratch::new("bare").import(&text(&bare), &model, &["--all"]);
        assert_eq!(ran.status, Some(0), "{name}: {}", ran.said);
        prose(&serde_json::from_str(&ran.after).expect("our model is JSON"), &mut found);
    }
    assert!(found.is_empty(), "{found:#?}");
}

//! Our comparison of models against Smithy's own cases, where `../shared/smithy/diff` is there: the same events, with the
//! same severity, at the same shapes.
//!
//! One thing differs on purpose. Smithy finds the order of members changed where one is inserted before others; we do only
//! where members that both models have stand otherwise, since an insertion is told by itself and means nothing to Rust.

use codegen::diff::{Scope, Severity, compare};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

/// Where the cases are; none, said plainly, if they aren't.
fn cases() -> Option<PathBuf> {
    let folder = sdk_tests::workspace().join("../shared/smithy/diff");
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: {} is not there", folder.display());
    None
}

/// The events of a comparison: severity, shape and ID.
fn events(old: &str, new: &str) -> BTreeSet<(String, String, String)> {
    let comparison = compare(old, new, &Scope::default()).expect("both are models");
    let of_difference = comparison.differences.iter().flat_map(|found| {
        found.events.iter().map(|event| (event.severity.to_string(), found.place.clone(), event.id.clone()))
    });
    of_difference.collect()
}

/// The pairs of a folder: the case's name, and both texts.
fn pairs(folder: &PathBuf) -> Vec<(String, String, String)> {
    let entries = fs::read_dir(folder).expect("the folder can be listed");
    let names = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    let mut found = Vec::new();
    for (name, mark) in names.flat_map(|name| [(name.clone(), ".a.json"), (name, "-a.json")]) {
        let Some(case) = name.strip_suffix(mark) else { continue };
        let other = format!("{case}{}", mark.replace('a', "b"));
        let read = |name: &str| fs::read_to_string(folder.join(name)).expect("a case can be read");
        found.push((case.to_owned(), read(&name), read(&other)));
    }
    found.sort();
    found
}

/// The events as the case's own file has them: a line for each, with lines of a value between.
fn told(text: &str) -> BTreeSet<(String, String, String)> {
    let blocks = text.split("-----\n").map(str::trim).filter(|block| !block.is_empty());
    let event = |block: &str| {
        let (head, id) = block.rsplit_once(" | ").expect("an event ends with its ID");
        let (severity, rest) =
            head.strip_prefix('[').and_then(|rest| rest.split_once("] ")).expect("it has a severity");
        let (shape, _) = rest.split_once(": ").expect("it has a shape");
        (severity.to_owned(), shape.to_owned(), id.trim().to_owned())
    };
    blocks.map(event).collect()
}

#[test]
fn cases_with_events_have_them_and_no_others() {
    let Some(folder) = cases() else { return };
    let mut tried = 0;
    for (case, old, new) in pairs(&folder) {
        let Ok(expected) = fs::read_to_string(folder.join(format!("{case}.events"))) else { continue };
        assert_eq!(events(&old, &new), told(&expected), "{case}");
        tried += 1;
    }
    assert!(tried > 0, "no case has events");
}

/// The severity that Smithy gives a member that targets another shape, by the case's name.
const TARGETS: &[(&str, Severity)] = &[
    ("nested-list-added-compatible-member-trait", Severity::Warning),
    ("nested-list-added-incompatible-member-trait", Severity::Error),
    ("nested-list-incompatible-changed-member", Severity::Error),
    ("nested-list-unchanged-member", Severity::Warning),
    ("nested-map-key-added-compatible-trait", Severity::Warning),
    ("nested-map-key-incompatible-changed-target", Severity::Error),
    ("nested-map-value-added-compatible-trait", Severity::Warning),
    ("nested-map-value-incompatible-changed-target", Severity::Error),
];

#[test]
fn what_a_member_targets_now_is_as_grave_as_smithy_finds_it() {
    let Some(folder) = cases() else { return };
    for (case, old, new) in pairs(&folder) {
        let Some(name) = case.strip_prefix("changed-member-target--") else { continue };
        let (_, severity) = TARGETS.iter().find(|(case, _)| *case == name).unwrap_or_else(|| panic!("{name} is new"));
        let found = events(&old, &new);
        let changed: Vec<_> = found.iter().filter(|(_, _, id)| id.starts_with("ChangedMemberTarget")).collect();
        let expected = (severity.to_string(), "smithy.example#A$member".to_owned(), "ChangedMemberTarget".to_owned());
        assert_eq!(changed, [&expected], "{case}");
    }
}

#[test]
fn tags_of_a_definition_say_how_grave_a_change_of_its_trait_is() {
    let Some(folder) = cases() else { return };
    let counts = |case: &str| {
        let (_, old, new) = pairs(&folder).into_iter().find(|(name, ..)| name == case).expect("the case is there");
        let comparison = compare(&old, &new, &Scope::default()).expect("both are models");
        let all = comparison.differences.iter().flat_map(|found| &found.events).map(|event| event.severity);
        let all: Vec<Severity> = all.collect();
        let count = |severity| all.iter().filter(|found| **found == severity).count();
        [Severity::Error, Severity::Danger, Severity::Warning, Severity::Note].map(count)
    };
    assert_eq!(counts("trait-modified-all-severities"), [4, 4, 4, 0]);
    assert_eq!(counts("trait-modified-contents-list"), [1, 3, 0, 0]);
    assert_eq!(counts("trait-modified-contents-set"), [1, 3, 0, 0]);
    assert_eq!(counts("trait-modified-contents-union"), [2, 0, 0, 0]);
}

const TRAIT: &str = "smithy.example#exampleTrait";

/// What becomes of the one shape that has the trait: the value that it has instead, or none.
type Edit = (&'static str, fn(&Value) -> Option<Value>, &'static [&'static str]);

/// What each case of a definition with rules says when the trait changes so.
const RULES: &[Edit] = &[
    ("trait-added", |_| Some(json!({})), &["ERROR Add"]),
    ("trait-any", |_| None, &["ERROR Remove"]),
    ("trait-list-members", |_| Some(json!(["a", "c", "d"])), &["ERROR Update"]),
    ("trait-list-members", |_| Some(json!(["a", "b"])), &[]),
    ("trait-map-values", |_| Some(json!({"a": "_A", "b": "_B"})), &["ERROR Update"]),
    ("trait-message", |_| None, &["ERROR Remove"]),
    ("trait-presence", |_| None, &["ERROR Remove"]),
    ("trait-removed", |_| None, &["ERROR Remove"]),
    ("trait-severity", |_| None, &["WARNING Remove"]),
    ("trait-union-members", |_| Some(json!({"foo": "bye"})), &["ERROR Update"]),
];

#[test]
fn rules_of_a_definition_say_which_changes_of_its_trait_break_someone() {
    let Some(folder) = cases() else { return };
    for (case, edit, expected) in RULES {
        let path = folder.join(format!("trait-breaking-change--{case}.json"));
        let old = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let mut model: Value = serde_json::from_str(&old).expect("a case is JSON");
        let traits = &mut model["shapes"]["smithy.example#Example"]["traits"];
        let value = traits[TRAIT].clone();
        match edit(&value) {
            Some(value) => traits[TRAIT] = value,
            None => drop(traits.as_object_mut().expect("it has traits").remove(TRAIT)),
        }
        let expected = expected.iter().map(|event| {
            let (severity, kind) = event.split_once(' ').expect("a severity and a kind");
            let id = format!("TraitBreakingChange.{kind}.{TRAIT}");
            (severity.to_owned(), "smithy.example#Example".to_owned(), id)
        });
        assert_eq!(events(&old, &model.to_string()), expected.collect(), "{case}");
    }
}

//! The API at a glance, and that a small change to a model is a small change to the crate.

use codegen::GeneratedCrate;
use sdk_tests::{model, read, wickr};
use serde_json::{Value, json};
use similar::{ChangeTag, TextDiff};

const SETTINGS: &str = "com.amazonaws.wickr#SecurityGroupSettings";

#[test]
fn the_apis_are_as_their_snapshots_say() {
    for name in ["wickr", "connect"] {
        let package = format!("{name}-sdk");
        let surface = codegen::surface_of(&read(&format!("model/{name}.json")), &package).expect("the model is right");
        insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format!("{package}.api"), surface);
        });
    }
}

#[test]
fn an_api_at_a_glance() {
    let fixture = include_str!("../fixtures/surface.json");
    let surface = codegen::surface_of(&model(fixture), "fixture").expect("the model is right");
    let expected = r#"
Client::list_cats() -> ListCatsFluentBuilder  GET /houses/{house}/cats  ReadOnly
Error::NotFound  is_not_found()  "NotFound"
Error::SlowDown  is_slow_down()  "SlowDown"  (throttling)
operation::list_cats::ListCats  fails with NotFound, SlowDown
operation::list_cats::ListCatsFluentBuilder::into_paginator() -> ListCatsPaginator  next from next, cats of Cat
operation::list_cats::ListCatsInput  build() -> Result<ListCatsInput, BuildError>
operation::list_cats::ListCatsInput.house: Option<String>  "house"  (required, in the path)
operation::list_cats::ListCatsInput.next: Option<String>  "next"  (in the query as "n")
operation::list_cats::ListCatsOutput  build() -> Result<ListCatsOutput, BuildError>
operation::list_cats::ListCatsOutput.cats: Vec<Cat>  "cats"  (required)
operation::list_cats::ListCatsOutput.next: Option<String>  "next"
types::Cat  build() -> Cat
types::Cat.chip: Option<String>  "chip"  (sensitive)
types::Cat.fur: Option<Fur>  "coat"  deprecated: Cats change.
types::Fur
types::Fur::Short = "SHORT"
types::error::NotFound  build() -> NotFound
types::error::NotFound.message: Option<String>  "message"
types::error::SlowDown  build() -> SlowDown
types::error::SlowDown.message: String  "message"  (default "Slow down")
"#;
    assert_eq!(surface, expected.trim_start());
}

#[test]
fn a_member_more_is_a_line_more() {
    let (before, after) = (wickr(), changed(add_member));
    let surface = |source: &str| codegen::surface_of(source, "wickr-sdk").expect("the model is right");
    let (before, after) = (surface(&before), surface(&after));
    let diff = TextDiff::from_lines(&before, &after);
    let changes = diff.iter_all_changes().filter(|change| change.tag() != ChangeTag::Equal);
    let changes: Vec<String> = changes.map(|change| format!("{}{}", change.tag(), change.value())).collect();
    assert_eq!(changes, ["+types::SecurityGroupSettings.is_tested: Option<bool>  \"isTested\"\n"]);
}

#[test]
fn a_member_more_changes_one_file() {
    assert_eq!(files_changed_by(add_member), ["src/types/security_group_settings.rs"]);
}

#[test]
fn a_members_documentation_changes_one_file() {
    let document = |shapes: &mut Value| {
        let members = shapes[SETTINGS]["members"].as_object_mut().expect("a structure has members");
        let member = members.values_mut().next().expect("it has one at least");
        member["traits"]["smithy.api#documentation"] = json!("<p>Something else altogether.</p>");
    };
    assert_eq!(files_changed_by(document), ["src/types/security_group_settings.rs"]);
}

#[test]
fn an_enums_value_more_changes_one_file() {
    let add = |shapes: &mut Value| {
        shapes["com.amazonaws.wickr#AccessLevel"]["members"]["TESTED"] = json!({"target": "smithy.api#Unit"});
    };
    assert_eq!(files_changed_by(add), ["src/types/access_level.rs"]);
}

#[test]
fn the_same_model_makes_the_same_bytes() {
    assert!(generate(&wickr()) == generate(&wickr()));
}

#[test]
fn the_order_of_shapes_does_not_matter() {
    let mut model: Value = serde_json::from_str(&wickr()).expect("the model is JSON");
    let shapes = model["shapes"].as_object_mut().expect("a model has shapes");
    *shapes = shapes.clone().into_iter().rev().collect();
    // What has no words is named in the order of the text.
    assert!(generate(&model.to_string()).files == generate(&wickr()).files);
}

fn generate(source: &str) -> GeneratedCrate {
    codegen::generate(source, "wickr-sdk").expect("the model is right")
}

fn add_member(shapes: &mut Value) {
    shapes[SETTINGS]["members"]["isTested"] = json!({"target": "smithy.api#Boolean"});
}

/// Wickr's model after a change to its shapes.
fn changed(change: impl Fn(&mut Value)) -> String {
    let mut model: Value = serde_json::from_str(&wickr()).expect("the model is JSON");
    change(&mut model["shapes"]);
    model.to_string()
}

fn files_changed_by(change: impl Fn(&mut Value)) -> Vec<String> {
    let (before, after) = (generate(&wickr()).files, generate(&changed(change)).files);
    let paths = before.keys().chain(after.keys().filter(|path| !before.contains_key(*path)));
    paths.filter(|path| before.get(*path) != after.get(*path)).cloned().collect()
}

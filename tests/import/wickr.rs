//! The real step: our model of Wickr, whatever words it has, and the official one.

use super::{Scratch, text};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use sdk_tests::cargo::said;
use sdk_tests::{read, workspace};
use serde_json::{Map, Value, json};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

const DOCUMENTATION: &str = "smithy.api#documentation";

/// What Wickr's model of November 2026 has and that of April hasn't: shapes, and members.
const NEWEST_SHAPES: &[&str] = &[
    "ConsentPopupConfig",
    "ConsentPopupConfigCloseButtonLabelString",
    "ConsentPopupConfigContentString",
    "ConsentPopupConfigHeaderString",
];
const NEWEST_MEMBERS: &[(&str, &str)] =
    &[("NetworkSettings", "consentPopup"), ("SecurityGroupSettings", "maxNonSsoSessionMinutes")];

fn ours() -> Value {
    serde_json::from_str(&read("model/wickr.json")).expect("our model is JSON")
}

fn id(name: &str) -> String {
    format!("com.amazonaws.wickr#{name}")
}

/// An official model, which is there on the maintainers' machines only.
fn official(name: &str) -> Option<(PathBuf, String)> {
    let path = workspace().parent()?.join("shared/reference/models").join(name);
    let text = fs::read_to_string(&path).ok();
    if text.is_none() {
        eprintln!("not checked: {} is absent", path.display());
    }
    Some((path, text?))
}

/// Our model as it was before the newest shapes and members.
fn before() -> Value {
    let mut model = ours();
    let shapes = model["shapes"].as_object_mut().expect("a model has shapes");
    for name in NEWEST_SHAPES {
        shapes.shift_remove(&id(name)).expect("our model has it");
    }
    for (shape, member) in NEWEST_MEMBERS {
        let members = shapes[&id(shape)]["members"].as_object_mut().expect("it has members");
        members.shift_remove(*member).expect("our model has it");
    }
    model
}

/// Our model as an import leaves it: the newest shapes and members without words.
fn after() -> Value {
    let mut model = ours();
    let without = |value: &mut Value| {
        if let Some(traits) = value.get_mut("traits").and_then(Value::as_object_mut) {
            traits.shift_remove(DOCUMENTATION);
            if traits.is_empty() {
                value.as_object_mut().expect("it has traits").shift_remove("traits");
            }
        }
    };
    for name in NEWEST_SHAPES {
        let shape = &mut model["shapes"][&id(name)];
        without(shape);
        shape["members"].as_object_mut().into_iter().flat_map(Map::values_mut).for_each(without);
        if shape["members"].is_null() {
            shape.as_object_mut().expect("a shape is an object").shift_remove("members");
        }
    }
    for (shape, member) in NEWEST_MEMBERS {
        without(&mut model["shapes"][&id(shape)]["members"][member]);
    }
    model
}

#[test]
fn the_newest_model_adds_six_facts_and_nothing_else() {
    let Some((_, newest)) = official("wickr.json") else { return };
    let scratch = Scratch::new("newest");
    let ran = scratch.import(&text(&before()), &newest, &[]);
    assert_eq!(ran.status, Some(0), "{}", ran.said);
    assert_eq!(ran.after, text(&after()));
    let unworded: Vec<&str> = ran.said.lines().filter(|line| line.starts_with(" no words")).collect();
    let places = ["ConsentPopupConfig", "ConsentPopupConfig$header", "ConsentPopupConfig$content"];
    for place in places.iter().chain(&["NetworkSettings$consentPopup", "SecurityGroupSettings$maxNonSsoSessionMinutes"])
    {
        let place = format!(" {}: documentation", id(place));
        assert!(unworded.iter().any(|line| line.ends_with(&place)), "{place} isn't in {unworded:#?}");
    }
    assert!(ran.said.contains("6 differences; Rust API minor, wire extended"), "{}", ran.said);
    let page = read("docs/new-model.md");
    let said = ran.said.replace("ours.json", "model/wickr.json").replace("new.json", "wickr-2026-11.json");
    let said = said.trim_end();
    assert!(page.contains(&format!("```text\n{said}\n```")), "docs/new-model.md shows something else than\n{said}");
}

#[test]
fn the_model_of_april_takes_six_facts_away_and_nothing_else() {
    let Some((_, april)) = official("wickr-2026-04.json") else { return };
    let ran = Scratch::new("april").import(&read("model/wickr.json"), &april, &[]);
    assert_eq!((ran.status, ran.after), (Some(0), text(&before())), "{}", ran.said);
}

#[test]
fn no_official_sentence_comes_in() {
    let check = workspace().with_file_name("shared").join("tools/docs_check.py");
    for (name, earlier) in [("wickr.json", "wickr-2026-04.json"), ("connect.json", "connect-2025-04.json")] {
        for new in [name, earlier] {
            let Some((reference, new)) = official(new) else { return };
            let scratch = Scratch::new(&format!("sentences_{name}"));
            let ran = scratch.import(&read(&format!("model/{name}")), &new, &[]);
            assert_eq!(ran.status, Some(0), "{}", ran.said);
            match Command::new("python3").args([&check, &scratch.root.join("ours.json"), &reference]).output() {
                Ok(checked) => assert!(checked.status.success(), "{}", said(&checked)),
                Err(error) => eprintln!("not checked: python3 doesn't run ({error})"),
            }
        }
    }
}

/// Ours with words of some places only, chosen by bits, and the same facts in others' words.
fn in_other_words(chosen: &[bool]) -> (Value, Value) {
    let (mut ours, mut theirs) = (ours(), ours());
    let mut bits = chosen.iter().copied().cycle();
    let of_shape = |shape: &mut Value, change: &mut dyn FnMut(&mut Map<String, Value>)| {
        change(shape.as_object_mut().expect("a shape is an object"));
        for member in shape["members"].as_object_mut().into_iter().flat_map(Map::values_mut) {
            change(member.as_object_mut().expect("a member is an object"));
        }
        if shape["members"].is_null() {
            shape.as_object_mut().expect("a shape is an object").shift_remove("members");
        }
    };
    for shape in ours["shapes"].as_object_mut().expect("a model has shapes").values_mut() {
        of_shape(shape, &mut |of| {
            let Some(Value::Object(traits)) = of.get_mut("traits") else { return };
            if bits.next() == Some(false) {
                traits.shift_remove(DOCUMENTATION);
            }
            if bits.next() == Some(false) {
                traits.shift_remove("smithy.api#examples");
            }
            if traits.is_empty() {
                of.shift_remove("traits");
            }
        });
    }
    for shape in theirs["shapes"].as_object_mut().expect("a model has shapes").values_mut() {
        of_shape(shape, &mut |of| {
            let traits = of.entry("traits").or_insert_with(|| json!({}));
            traits[DOCUMENTATION] = "<p>Theirs.</p>".into();
            if traits.get("smithy.api#examples").is_some() {
                traits["smithy.api#examples"] = json!([{"title": "Theirs"}]);
            }
            traits.sort_all_objects();
        });
    }
    theirs["shapes"].as_object_mut().expect("a model has shapes").sort_keys();
    theirs["metadata"] = json!({"theirs": true});
    (ours, theirs)
}

#[test]
fn whatever_words_there_are_stay_byte_for_byte() {
    let scratch = Scratch::new("any_words");
    let mut runner = TestRunner::new(Config { cases: 12, failure_persistence: None, ..Config::default() });
    let chosen = prop::collection::vec(any::<bool>(), 1..400);
    let checked = runner.run(&chosen, |chosen| {
        let (ours, theirs) = in_other_words(&chosen);
        let ours = text(&ours);
        let ran = scratch.import(&ours, &theirs.to_string(), &[]);
        prop_assert_eq!(ran.status, Some(0), "{}", ran.said);
        prop_assert!(ran.after == ours, "{}", ran.said);
        Ok(())
    });
    checked.expect("no words change");
}

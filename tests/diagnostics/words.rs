//! What a model leaves without documentation: named whenever its crate is generated, and refused by `--check` if the crate
//! promises that there is nothing of the kind.

use super::files::empty;
use super::{Scratch, UNTOUCHED};
use sdk_tests::cargo::{said, write};
use sdk_tests::model;
use std::fs;
use std::process::Output;

/// Nothing in it says what it is, but what `Cat$fur` targets.
const SILENT: &str = r#"{"smithy": "2.0", "shapes": {
    "com.example#GetCat": {"type": "operation", "output": {"target": "com.example#Found"},
        "errors": [{"target": "com.example#Gone"}], "traits": {"smithy.api#http": {"method": "GET", "uri": "/cat"}}},
    "com.example#Found": {"type": "structure", "members": {"cat": {"target": "com.example#Cat"}}},
    "com.example#Gone": {"type": "structure", "traits": {"smithy.api#error": "client"}},
    "com.example#Cat": {"type": "structure", "members": {
        "name": {"target": "smithy.api#String"},
        "fur": {"target": "com.example#Fur"},
        "toy": {"target": "com.example#Toy"}}},
    "com.example#Fur": {"type": "enum", "traits": {"smithy.api#documentation": "How long it is."},
        "members": {"SHORT": {"target": "smithy.api#Unit"}}},
    "com.example#Toy": {"type": "union", "members": {"ball": {"target": "smithy.api#Unit"}}}
}}"#;

const LISTED: &str = "  model/silent.json:1   service    com.example#Example
  model/silent.json:2   operation  com.example#GetCat
  model/silent.json:4   member     com.example#Found$cat
  model/silent.json:5   error      com.example#Gone
  model/silent.json:6   structure  com.example#Cat
  model/silent.json:7   member     com.example#Cat$name
  model/silent.json:9   member     com.example#Cat$toy
  model/silent.json:11  value      com.example#Fur$SHORT
  model/silent.json:12  union      com.example#Toy
  model/silent.json:12  member     com.example#Toy$ball
help: add `smithy.api#documentation` to each, or for a member to the shape that it targets
";

/// A workspace whose crate is generated from a model, and has this in its table besides; what `codegen` said.
fn generated(scratch: &Scratch, source: &str, setting: &str) -> Output {
    let output = scratch.codegen("silent", &model(source));
    let manifest = scratch.root.join("sdk/Cargo.toml");
    let text = fs::read_to_string(&manifest).expect("the manifest was written");
    write(&manifest, &(text + setting));
    output
}

/// What a command ended with, and what it said on stderr.
fn heard(output: &Output) -> (Option<i32>, String) {
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn what_has_no_words_is_named_with_its_place() {
    let scratch = empty("words_named");
    let output = generated(&scratch, SILENT, "");
    let warned = format!("warning: the model of sdk leaves 10 items without documentation\n{LISTED}");
    assert_eq!(heard(&output), (Some(0), warned));
}

#[test]
fn a_check_refuses_it_where_the_crate_promises_words() {
    let scratch = empty("words_promised");
    for (setting, status, heading) in [
        ("", 0, "warning: the model of sdk leaves 10 items without documentation\n"),
        ("documented = false\n", 0, "warning: the model of sdk leaves 10 items without documentation\n"),
        (
            "documented = true\n",
            1,
            "error: the model of sdk leaves 10 items without documentation, and its Cargo.toml says `documented = true`\n",
        ),
    ] {
        generated(&scratch, SILENT, setting);
        assert_eq!(heard(&scratch.run(&["codegen", "--check"])), (Some(status), format!("{heading}{LISTED}")));
    }
    // To write what there is is no promise kept, but none broken either.
    let (status, warned) = heard(&scratch.run(&["codegen"]));
    assert!(status == Some(0) && warned.starts_with("warning: "), "{warned}");
}

#[test]
fn a_check_says_both_what_is_stale_and_what_has_no_words() {
    let scratch = empty("words_and_stale");
    generated(&scratch, SILENT, "documented = true\n");
    write(&scratch.root.join("sdk/src/meta.rs"), UNTOUCHED);
    let (status, said) = heard(&scratch.run(&["codegen", "--check"]));
    assert_eq!(status, Some(1));
    assert!(said.contains(LISTED) && said.contains("error: sdk/src/meta.rs is stale"), "{said}");
}

#[test]
fn of_many_the_first_are_named_and_the_others_counted() {
    let scratch = empty("words_many");
    let members = (1..=30).map(|index| format!("\n\"m{index:02}\": {{\"target\": \"smithy.api#String\"}}"));
    let members = members.collect::<Vec<_>>().join(",");
    let before = "    \"com.example#Cat\": {\"type\": \"structure\", \"members\": {\n";
    let (head, tail) = SILENT.split_once(before).expect("it has the structure");
    let (_, warned) = heard(&generated(&scratch, &format!("{head}{before}{members},{tail}"), ""));
    assert!(warned.starts_with("warning: the model of sdk leaves 40 items without documentation\n"), "{warned}");
    let lines: Vec<_> = warned.lines().collect();
    assert_eq!(lines.len(), 1 + 20 + 2, "{warned}");
    assert_eq!(lines[21], "  … and 20 more");
    assert!(lines[20].ends_with("member     com.example#Cat$m15"), "{}", lines[20]);
}

#[test]
fn a_model_with_words_for_all_is_passed_over_in_silence() {
    let scratch = empty("words_all");
    let source = r#"{"smithy": "2.0", "shapes": {
        "com.example#Example": {"type": "service", "version": "1", "operations": [{"target": "com.example#Do"}], "traits": {
            "smithy.api#documentation": "Does.", "aws.auth#sigv4": {"name": "a"}, "aws.protocols#restJson1": {},
            "smithy.rules#endpointRuleSet": {"version": "1.0", "parameters": {}, "rules": [
                {"conditions": [], "endpoint": {"url": "https://example.com"}, "type": "endpoint"}]}}},
        "com.example#Do": {"type": "operation", "traits": {
            "smithy.api#documentation": "Does it.", "smithy.api#http": {"method": "GET", "uri": "/do"}}}
    }}"#;
    assert_eq!(heard(&generated(&scratch, source, "documented = true\n")), (Some(0), String::new()));
    let output = scratch.run(&["codegen", "--check"]);
    assert_eq!(heard(&output), (Some(0), String::new()), "{}", said(&output));
}

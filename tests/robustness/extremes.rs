//! Models that are deep, wide or strange in one particular way.

use super::generate;
use sdk_tests::model;
use std::fmt::Write;

/// An operation whose input has one member, of the first of `shapes`.
fn with_input(target: &str, shapes: &str) -> String {
    model(&format!(
        r#"{{"smithy": "2.0", "shapes": {{
        "com.example#Do": {{"type": "operation", "input": {{"target": "com.example#In"}},
            "traits": {{"smithy.api#http": {{"method": "POST", "uri": "/do"}}}}}},
        "com.example#In": {{"type": "structure", "members": {{"a": {{"target": "com.example#{target}"}}}}}}{shapes}}}}}"#
    ))
}

fn chain(length: usize, shape: impl Fn(&str) -> String) -> String {
    let mut shapes = String::new();
    for index in 0..length {
        let next = format!(r#"{{"target": "com.example#S{}"}}"#, index + 1);
        write!(shapes, ", \"com.example#S{index}\": {}", shape(&next)).expect("a string takes all text");
    }
    shapes + &format!(", \"com.example#S{length}\": {{\"type\": \"string\"}}")
}

#[test]
fn lists_of_lists_of_lists() {
    let list = |next: &str| format!(r#"{{"type": "list", "member": {next}}}"#);
    assert!(generate(&with_input("S0", &chain(20, list))).is_ok());
    assert!(generate(&with_input("S0", &chain(10_000, list))).is_err());
}

#[test]
fn structures_in_structures_in_structures() {
    let structure = |next: &str| format!(r#"{{"type": "structure", "members": {{"next": {next}}}}}"#);
    assert!(generate(&with_input("S0", &chain(1_000, structure))).is_ok());
}

#[test]
fn a_long_cycle_of_structures() {
    let structure = |next: &str| format!(r#"{{"type": "structure", "members": {{"next": {next}}}}}"#);
    let cycle = chain(1_000, structure).replace("#S1000\"}", "#S0\"}");
    assert!(generate(&with_input("S0", &cycle)).is_ok());
}

#[test]
fn maps_that_are_their_own_keys_and_values() {
    let itself = r#", "com.example#S0": {"type": "map", "key": {"target": "com.example#S0"}, "value": {"target": "com.example#S0"}}"#;
    assert!(generate(&with_input("S0", itself)).is_err());
}

#[test]
fn resources_that_hold_themselves() {
    let resource = r#", "com.example#S0": {"type": "string"}, "com.example#R": {"type": "resource", "resources": [{"target": "com.example#R"}]}"#;
    let source = with_input("S0", resource)
        .replace("\"operations\": [", "\"resources\": [{\"target\": \"com.example#R\"}], \"operations\": [");
    assert!(generate(&source).is_ok());
}

#[test]
fn deep_json() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
        assert!(generate(&deep).is_err());
        assert!(
            generate(&format!(
                r#"{{"smithy": "2.0", "shapes": {{"a#B": {{"type": "string", "traits": {{"a#t": {deep}}}}}}}}}"#
            ))
            .is_err()
        );
        assert!(generate(&format!(r#"{{"smithy": "2.0", "metadata": {deep}, "shapes": {{}}}}"#)).is_err());
    }
}

#[test]
fn deep_documentation() {
    for (open, close) in [
        ("<p>", "</p>"),
        ("<ul><li>", "</li></ul>"),
        ("<b>", "</b>"),
        ("<note>", ""),
        ("<a href='x'>", ""),
        ("> ", ""),
        ("- ", ""),
        ("*", ""),
        ("[", "]"),
        ("&amp;", ""),
        ("<", ">"),
        ("`", ""),
    ] {
        let docs = format!("{}text{}", open.repeat(5_000), close.repeat(5_000));
        let shape = format!(
            r#", "com.example#S0": {{"type": "structure", "members": {{}}, "traits": {{"smithy.api#documentation": "{docs}"}}}}"#
        );
        assert!(generate(&with_input("S0", &shape)).is_ok(), "{open}");
    }
}

#[test]
fn strange_documentation() {
    for docs in [
        "*/ /* //!",
        "\\u0000",
        "\\r\\n\\r",
        "```\\n```",
        "{}{{}}",
        "\\\"#\\\"",
        "\\u2028\\u202e",
        "#![deny(x)]",
        "]]]](((",
        "<!-- -->",
        "<script>",
        "\\\\",
    ] {
        let shape = format!(
            r#", "com.example#S0": {{"type": "structure", "members": {{"m": {{"target": "smithy.api#String", "traits": {{"smithy.api#documentation": "{docs}", "smithy.api#deprecated": {{"message": "{docs}"}}}}}}}}, "traits": {{"smithy.api#documentation": "{docs}"}}}}"#
        );
        assert!(generate(&with_input("S0", &shape)).is_ok(), "{docs}");
    }
}

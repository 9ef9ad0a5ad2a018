//! A model whose every text is hostile: it tries to end the comment or the literal that it stands in, and to be code that
//! rustdoc compiles, a link that leads nowhere, a tag.

use sdk_tests::hostile::TEXTS;
use serde_json::{Map, Value, json};

/// The model.
pub(crate) fn hostile() -> String {
    let mut shapes = Map::new();
    for (index, text) in TEXTS.iter().enumerate() {
        add(&format!("T{index}"), text, &mut shapes);
    }
    shapes.insert("e#Service".to_owned(), service(&TEXTS.concat()));
    json!({ "smithy": "2.0", "shapes": shapes }).to_string()
}

/// An operation, and a shape of each kind, with one text.
fn add(name: &str, text: &str, shapes: &mut Map<String, Value>) {
    let shape = |suffix: &str| format!("e#{name}{suffix}");
    let with = |target: &str, traits: Value| json!({ "target": target, "traits": traits });
    let docs = json!({ "smithy.api#documentation": text });
    let json_name = json!({ "smithy.api#jsonName": text });
    let default = json!({ "smithy.api#default": text, "smithy.api#jsonName": format!("j{text}") });
    let pattern = json!({ "smithy.api#pattern": text, "smithy.api#deprecated": { "message": text } });
    let done = json!({ "state": "success", "matcher": { "output": {
        "path": "e", "expected": text, "comparator": "stringEquals" } } });
    let all = json!({
        "": { "type": "operation", "input": { "target": shape("In") }, "output": { "target": shape("Out") },
            "errors": [{ "target": shape("Error") }], "traits": {
                "smithy.api#http": { "method": "POST", "uri": format!("/{name}") },
                "smithy.api#documentation": text,
                "smithy.api#deprecated": { "message": text },
                "smithy.api#examples": [{ "title": text, "documentation": text, "input": { "a": text } }],
                "smithy.waiters#waitable": { format!("{name}Done"): { "documentation": text, "acceptors": [done] } },
            } },
        "In": { "type": "structure", "traits": docs, "members": {
            "a": with("smithy.api#String", json_name.clone()),
            "b": with(&shape("Kind"), docs.clone()),
            "c": { "target": shape("Union") },
            "q": with("smithy.api#String", json!({ "smithy.api#httpQuery": text })),
        } },
        "Out": { "type": "structure", "traits": docs, "members": {
            "e": { "target": "smithy.api#String" },
            "d": with("smithy.api#String", default),
            "p": with("smithy.api#String", pattern),
            "x": with("smithy.api#Document", json!({ "smithy.api#default": text })),
        } },
        "Error": { "type": "structure", "members": {}, "traits": { "smithy.api#error": "client",
            "smithy.api#documentation": text } },
        "Kind": { "type": "enum", "traits": docs, "members": {
            "A": with("smithy.api#Unit", json!({ "smithy.api#enumValue": text, "smithy.api#documentation": text })),
        } },
        "Union": { "type": "union", "traits": docs, "members": { "a": with("smithy.api#String", json_name) } },
    });
    for (suffix, value) in all.as_object().cloned().unwrap_or_default() {
        shapes.insert(shape(&suffix), value);
    }
}

fn service(text: &str) -> Value {
    let without_braces = text.replace(['{', '}'], "");
    let operations: Vec<_> = (0..TEXTS.len()).map(|index| json!({ "target": format!("e#T{index}") })).collect();
    let parameter = json!({ "type": "string", "documentation": text });
    json!({ "type": "service", "version": text, "operations": operations, "traits": {
        "aws.protocols#restJson1": {},
        "aws.auth#sigv4": { "name": "hostile" },
        "aws.api#service": { "sdkId": text },
        "smithy.api#title": text,
        "smithy.api#documentation": text,
        "smithy.rules#clientContextParams": { "Own": parameter },
        "smithy.rules#endpointRuleSet": { "version": "1.0", "parameters": { "Own": parameter },
            "rules": [{ "type": "error", "conditions": [], "error": without_braces }] },
        "smithy.rules#endpointTests": { "version": "1.0", "testCases": [
            { "documentation": text, "params": { "Own": text }, "expect": { "error": without_braces } } ] },
    } })
}

//! The differences for a program: one JSON object.

use super::release;
use codegen::diff::{Comparison, Difference};
use serde_json::{Value, json};

pub(super) fn print(comparison: &Comparison, names: &(String, String)) {
    println!("{:#}", document(comparison, names));
}

fn document(comparison: &Comparison, names: &(String, String)) -> Value {
    let verdict = comparison.verdict();
    json!({
        "old": names.0,
        "new": names.1,
        "verdict": {"api": verdict.api.to_string(), "wire": verdict.wire.to_string()},
        "release": release(comparison),
        "documentation": comparison.texts,
        "glance": comparison.glance.as_ref().map(|glance| glance.api().to_string()),
        "differences": comparison.differences.iter().map(difference).collect::<Vec<_>>(),
    })
}

fn difference(found: &Difference) -> Value {
    let events = found.events.iter().map(|event| json!({"id": event.id, "severity": event.severity.to_string()}));
    json!({
        "rule": found.rule,
        "place": found.place,
        "sentence": found.sentence,
        "api": found.verdict.api.to_string(),
        "wire": found.verdict.wire.to_string(),
        "smithy": events.collect::<Vec<_>>(),
    })
}

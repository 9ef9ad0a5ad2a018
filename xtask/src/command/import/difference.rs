//! What an import changes, for the maintainer.

use crate::report;
use serde_json::{Map, Value};

/// Prints how many shapes differ between two models' texts.
pub(super) fn report_difference(old_text: &str, new_text: &str) {
    let (old, new) = (shapes(old_text), shapes(new_text));
    let lacks = |shapes: &Map<String, Value>, other: &Map<String, Value>| {
        other.keys().filter(|id| !shapes.contains_key(*id)).count()
    };
    let changed = new.iter().filter(|(id, shape)| old.get(*id).is_some_and(|old| old != *shape)).count();
    let (added, removed) = (lacks(&old, &new), lacks(&new, &old));
    report::step("differs", &format!("{added} shapes added, {removed} removed, {changed} changed"));
}

/// A model's shapes; none of a text that is no model.
fn shapes(text: &str) -> Map<String, Value> {
    let model = serde_json::from_str(text).unwrap_or_default();
    match model {
        Value::Object(mut model) => {
            model.remove("shapes").and_then(|shapes| shapes.as_object().cloned()).unwrap_or_default()
        }
        _ => Map::new(),
    }
}

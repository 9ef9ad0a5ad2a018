//! `ChangedDefault`.

use super::Event;
use crate::ast::Model;
use crate::diff::fact::{Bearer, Both};
use crate::diff::verdict::Severity;
use serde_json::Value;

/// The event of a default that was added, removed or changed.
pub(super) fn event(
    subject: Bearer<'_>,
    id: &str,
    values: Both<Option<&Value>>,
    models: Both<&Model>,
) -> Option<Event> {
    if id != "smithy.api#default" {
        return None;
    }
    let event = |severity| Some(Event::new("ChangedDefault", severity));
    let Some(member) = subject.member else { return event(Severity::Error) };
    let target = models.new.shapes.get(&member.new.target);
    match (values.old, values.new) {
        (Some(old), None) => {
            let of_target = target.and_then(|target| target.traits.get("default"));
            let was_nothing = old.is_null() && of_target.is_none_or(|found| found.value.is_null());
            if was_nothing { None } else { event(Severity::Error) }
        }
        (None, Some(new)) if new.is_null() || member.new.traits.has("addedDefault") => None,
        (Some(old), Some(new)) => {
            let kind = models.new.kind(&member.new.target);
            let same = is_zero(old, &kind) == is_zero(new, &kind);
            event(if same { Severity::Danger } else { Severity::Error })
        }
        _ => event(Severity::Error),
    }
}

/// Whether a default is what Smithy 1.0 took for granted.
fn is_zero(value: &Value, kind: &str) -> bool {
    match kind {
        "boolean" => *value == Value::Bool(false),
        "byte" | "short" | "integer" | "intEnum" | "long" | "float" | "double" => value.as_f64() == Some(0.0),
        _ => false,
    }
}

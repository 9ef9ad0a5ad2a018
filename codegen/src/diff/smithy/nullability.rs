//! `ChangedNullability`: members that a client of Smithy's kind may now find absent, or no longer.

use super::Event;
use crate::ast::{Member, Model, Shape};
use crate::diff::fact::{Bearer, Both};
use crate::diff::verdict::Severity;
use serde_json::Value;

/// What a member says about its absence.
struct Said<'m> {
    required: bool,
    optional: bool,
    default: Option<&'m Value>,
    of_input: bool,
}

impl<'m> Said<'m> {
    fn of(shape: &'m Shape, member: &'m Member) -> Self {
        Said {
            required: member.traits.has("required"),
            optional: member.traits.has("clientOptional"),
            default: member.traits.get("default").map(|found| &found.value),
            of_input: shape.traits.has("input"),
        }
    }

    fn may_be_absent(&self) -> bool {
        if self.optional || self.of_input {
            return true;
        }
        self.default.map_or(!self.required, Value::is_null)
    }
}

/// The events that the trait `id` brings about, or that its loss does.
pub(super) fn events(subject: Bearer<'_>, id: &str, models: Both<&Model>) -> Vec<Event> {
    let Some(member) = subject.member.filter(|_| subject.shape.new.kind == "structure") else { return Vec::new() };
    let old = Said::of(subject.shape.old, member.old);
    let new = Said::of(subject.shape.new, member.new);
    if old.may_be_absent() == new.may_be_absent() || old.of_input || new.of_input {
        return Vec::new();
    }
    let target = models.new.shapes.get(&member.new.target);
    let is_aggregate = target.is_some_and(|target| matches!(target.kind.as_str(), "structure" | "union"));
    let found = causes(&old, &new, is_aggregate);
    // What has no cause of its own comes with the default, if that changed, or else with whatever did.
    let bare = Event::new("ChangedNullability", Severity::Error);
    let is_default = id == "smithy.api#default";
    match found.is_empty() {
        true if is_default || id == "smithy.api#clientOptional" && old.default == new.default => vec![bare],
        true => Vec::new(),
        false => found.into_iter().filter(|(cause, _)| *cause == id).map(|(_, event)| event).collect(),
    }
}

/// The traits that made the difference, each with its event.
fn causes(old: &Said<'_>, new: &Said<'_>, is_aggregate: bool) -> Vec<(&'static str, Event)> {
    const REQUIRED: &str = "smithy.api#required";
    const DEFAULT: &str = "smithy.api#default";
    const OPTIONAL: &str = "smithy.api#clientOptional";
    let event = |suffix: &str, severity| Event::new(format!("ChangedNullability.{suffix}"), severity);
    let of_required = |suffix: &str| match is_aggregate {
        true => event(&format!("{suffix}.StructureOrUnion"), Severity::Warning),
        false => event(suffix, Severity::Error),
    };
    let mut found = Vec::new();
    if old.required && new.required && !old.optional && new.optional {
        found.push((OPTIONAL, event("AddedClientOptionalTrait", Severity::Error)));
    } else if old.required && new.required && old.optional && !new.optional {
        found.push((OPTIONAL, event("RemovedClientOptionalTrait", Severity::Error)));
    } else if !old.required && new.required && !new.optional {
        found.push((REQUIRED, of_required("AddedRequiredTrait")));
    }
    let lost_required = old.required && !new.required;
    if old.default.is_none() && new.default.is_some() && !lost_required {
        found.push((DEFAULT, event("AddedDefaultTrait", Severity::Error)));
    }
    if lost_required && new.default.is_none() && !old.optional {
        found.push((REQUIRED, of_required("RemovedRequiredTrait")));
    }
    if let (Some(old), Some(new)) = (old.default, new.default) {
        match (old.is_null(), new.is_null()) {
            (false, true) => found.push((DEFAULT, event("AddedNullDefault", Severity::Error))),
            (true, false) => found.push((DEFAULT, event("RemovedNullDefault", Severity::Error))),
            _ => {}
        }
    }
    found
}

/// The events of a member of a structure that is marked as an input now, or no longer.
pub(super) fn of_input(shape: Both<&Shape>, id: &str) -> Vec<Event> {
    if id != "smithy.api#input" {
        return Vec::new();
    }
    let flips = shape.new.members.iter().filter(|member| {
        let before = shape.old.member(&member.name);
        before.is_some_and(|before| {
            let (old, new) = (Said::of(shape.old, before), Said::of(shape.new, member));
            old.of_input != new.of_input && old.may_be_absent() != new.may_be_absent()
        })
    });
    let (suffix, severity) = match shape.new.traits.has("input") {
        true => ("AddedInputTrait", Severity::Danger),
        false => ("RemovedInputTrait", Severity::Error),
    };
    flips.take(1).map(|_| Event::new(format!("ChangedNullability.{suffix}"), severity)).collect()
}

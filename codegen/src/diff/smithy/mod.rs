//! What Smithy's own comparison of models says of a fact: the IDs of its events, and how grave it finds each.
//!
//! Users of Smithy know these IDs, suppress by them and search for them. One fact may be several events: a new operation is
//! a new shape and a new binding of its service. A fact of which Smithy says nothing has no event.

mod default;
mod enumeration;
mod nullability;
mod rules;
mod target;
mod traits;

use super::fact::{Bearer, Both, Fact};
use super::verdict::Severity;
use super::view::View;
use crate::ast::{Member, Model, SIMPLE, Shape, ShapeId};

/// One of Smithy's events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its ID, e.g. `ChangedNullability.AddedRequiredTrait`.
    pub id: String,
    /// How grave Smithy finds it.
    pub severity: Severity,
}

impl Event {
    fn new(id: impl Into<String>, severity: Severity) -> Self {
        Event { id: id.into(), severity }
    }
}

/// The events of a fact. Those that say most come first.
pub(super) fn events(fact: &Fact<'_>, views: Both<&View<'_>>) -> Vec<Event> {
    let models = Both { old: views.old.model, new: views.new.model };
    match fact {
        Fact::ShapeAdded(shape) => shape_added(shape, views),
        Fact::ShapeRemoved(shape) => shape_removed(shape, views),
        Fact::TypeChanged(shape) => type_changed(shape),
        Fact::MemberAdded(shape, member) => member_added(*shape, member),
        Fact::MemberRemoved(shape, member) => member_removed(*shape, member),
        Fact::OrderChanged(shape) if matches!(shape.new.kind.as_str(), "structure" | "union") => {
            vec![Event::new("ChangedMemberOrder", Severity::Danger)]
        }
        Fact::TargetChanged(_, member) => vec![target::event(*member, models)],
        Fact::Trait(subject, id, values) => trait_events(*subject, id, *values, models),
        Fact::Listed(owner, property, id) => listed(owner.new, property, id),
        Fact::Unlisted(owner, property, id) => unlisted(owner.new, property, id, views.new),
        Fact::Reference(_, "input", _) => vec![Event::new("ChangedOperationInput", Severity::Error)],
        Fact::Reference(_, "output", _) => vec![Event::new("ChangedOperationOutput", Severity::Error)],
        Fact::Property(_, "identifiers", _) => vec![Event::new("ChangedResourceIdentifiers", Severity::Error)],
        Fact::Property(shape, "rename", _) => service_rename(*shape, views.old),
        Fact::Metadata(_, Both { old: None, .. }) => vec![Event::new("AddedMetadata", Severity::Note)],
        Fact::Metadata(key, Both { new: None, .. }) => {
            vec![Event::new(format!("RemovedMetadata.{key}"), Severity::Danger)]
        }
        Fact::Metadata(..) => vec![Event::new("ChangedMetadata", Severity::Warning)],
        Fact::OrderChanged(_) | Fact::Reference(..) | Fact::Version(_) | Fact::Property(..) => Vec::new(),
    }
}

fn shape_added(shape: &Shape, views: Both<&View<'_>>) -> Vec<Event> {
    let mut events = Vec::new();
    for (owner, property) in views.new.owners(&shape.id) {
        if views.old.shape(&owner.id).is_some_and(|before| before.kind == owner.kind) {
            events.extend(listed(owner, property, &shape.id));
        }
    }
    events.push(Event::new("AddedShape", Severity::Note));
    if shape.traits.has("trait") {
        events.push(Event::new("AddedTraitDefinition", Severity::Note));
    }
    events
}

/// Whether a shape of this type that is gone leaves its values as they were.
fn is_scalar(kind: &str) -> bool {
    kind != "document" && SIMPLE.contains(&kind)
}

fn shape_removed(shape: &Shape, views: Both<&View<'_>>) -> Vec<Event> {
    let mut events = Vec::new();
    for (owner, property) in views.old.owners(&shape.id) {
        if let Some(after) = views.new.shape(&owner.id).filter(|after| after.kind == owner.kind) {
            events.extend(unlisted(after, property, &shape.id, views.new));
        }
    }
    if shape.traits.has("private") {
        return events;
    }
    if shape.traits.has("trait") {
        events.push(Event::new("RemovedTraitDefinition", Severity::Error));
    }
    events.push(match is_scalar(&shape.kind) {
        true => Event::new("RemovedShape.ScalarShape", Severity::Warning),
        false => Event::new("RemovedShape", Severity::Error),
    });
    events
}

fn type_changed(shape: &Both<&Shape>) -> Vec<Event> {
    let stays_a_list = shape.old.kind == "set" && shape.new.kind == "list" && shape.new.traits.has("uniqueItems");
    if stays_a_list { Vec::new() } else { vec![Event::new("ChangedShapeType", Severity::Error)] }
}

fn member_added(shape: Both<&Shape>, member: &Member) -> Vec<Event> {
    let mut events = Vec::new();
    let needs_it = member.traits.has("required") && !member.traits.has("default");
    if shape.new.kind == "structure" && needs_it {
        events.push(Event::new("AddedRequiredMember", Severity::Error));
    }
    events.extend(enumeration::added(shape, member));
    events.push(Event::new("AddedShape", Severity::Note));
    events
}

fn member_removed(shape: Both<&Shape>, member: &Member) -> Vec<Event> {
    let mut events: Vec<Event> = enumeration::removed(shape, member).into_iter().collect();
    if !member.traits.has("private") {
        events.push(Event::new("RemovedShape", Severity::Error));
    }
    events
}

fn trait_events(
    subject: Bearer<'_>,
    id: &str,
    values: Both<Option<&serde_json::Value>>,
    models: Both<&Model>,
) -> Vec<Event> {
    let mut events = nullability::events(subject, id, models);
    events.extend(nullability::of_input(subject.shape, id));
    events.extend(default::event(subject, id, values, models));
    events.extend(traits::bounds(id, values));
    events.extend(enumeration::value_changed(subject, id, values));
    events.extend(traits::events(id, values, models.new));
    events
}

fn listed(owner: &Shape, property: &str, id: &ShapeId) -> Vec<Event> {
    let owner_name = if owner.kind == "service" { "Service" } else { "Resource" };
    match property {
        "operations" => {
            vec![Event::new(format!("AddedOperationBinding.To{owner_name}.{}", id.name()), Severity::Note)]
        }
        "resources" => vec![Event::new(format!("AddedResourceBinding.To{owner_name}.{}", id.name()), Severity::Note)],
        "errors" if owner.kind == "service" => vec![Event::new("AddedServiceError", Severity::Warning)],
        "errors" => vec![Event::new(format!("AddedOperationError.{}", id.name()), Severity::Warning)],
        _ => Vec::new(),
    }
}

fn unlisted(owner: &Shape, property: &str, id: &ShapeId, view: &View<'_>) -> Vec<Event> {
    let owner_name = if owner.kind == "service" { "Service" } else { "Resource" };
    let binding = |what: &str, severity| {
        vec![Event::new(format!("Removed{what}Binding.From{owner_name}.{}", id.name()), severity)]
    };
    match property {
        "operations" => {
            let stays = owner.kind == "service" && view.has_operation(id);
            binding("Operation", if stays { Severity::Note } else { Severity::Error })
        }
        "resources" => binding("Resource", Severity::Error),
        "errors" if owner.kind == "service" => vec![Event::new("RemovedServiceError", Severity::Warning)],
        "errors" => vec![Event::new(format!("RemovedOperationError.{}", id.name()), Severity::Warning)],
        _ => Vec::new(),
    }
}

/// One event, however many shapes the service calls otherwise than before. That it has another name for a shape which it
/// didn't reach is no change.
fn service_rename(shape: Both<&Shape>, old_view: &View<'_>) -> Vec<Event> {
    let names =
        |shape: &Shape| shape.values.get("rename").and_then(|value| value.as_object()).cloned().unwrap_or_default();
    let (old, new) = (names(shape.old), names(shape.new));
    let is_lost = old.iter().any(|(from, to)| new.get(from) != Some(to));
    let is_known = |from: &String| old_view.roles(&ShapeId::new(from.as_str())).any();
    let is_gained = new.keys().any(|from| !old.contains_key(from) && is_known(from));
    if is_lost || is_gained { vec![Event::new("ServiceRename", Severity::Error)] } else { Vec::new() }
}

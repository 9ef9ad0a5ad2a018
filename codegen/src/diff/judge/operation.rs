//! What services, resources and operations refer to: operations, errors, inputs and outputs.

use super::shape::aside;
use super::{Judge, Judgement, fate, name};
use crate::ast::{Member, Shape, ShapeId, UNIT};
use crate::diff::fact::Both;
use crate::diff::verdict::{Api, Wire};
use crate::diff::view::{Roles, View};
use crate::names::field_name;
use crate::protocol::Dispatch;
use serde_json::Value;
use std::collections::BTreeMap;

impl<'m> Judge<'m> {
    pub(super) fn listed(&self, owner: Both<&'m Shape>, property: &str, id: &'m ShapeId) -> Judgement {
        let (owner_name, target) = (name(owner.new), id.name());
        let is_error = property == "errors";
        let sentence = match is_error {
            true => format!("{owner_name} can fail with `{target}` now."),
            false => format!("{owner_name} lists `{target}` among its {} now.", words(property)),
        };
        match is_error {
            true if !self.names_error(&self.views.old, owner.old, id) && self.is_ours(owner.new) => {
                Judgement::new(sentence, Api::Minor, Wire::Extended)
            }
            false if self.views.new.has_operation(id) && !self.views.old.has_operation(id) => {
                Judgement::new(sentence, Api::Minor, Wire::Extended)
            }
            false if self.gains_operations(id) => Judgement::new(sentence, Api::Minor, Wire::Extended),
            _ => aside(sentence),
        }
    }

    pub(super) fn unlisted(&self, owner: Both<&'m Shape>, property: &str, id: &'m ShapeId) -> Judgement {
        let (owner_name, target) = (name(owner.new), id.name());
        let is_error = property == "errors";
        let sentence = match is_error {
            true => format!("{owner_name} no longer fails with `{target}`."),
            false => format!("{owner_name} no longer lists `{target}` among its {}.", words(property)),
        };
        match is_error {
            // Nothing else is sent; programs that name the variant don't compile.
            true if !self.names_error(&self.views.new, owner.new, id) && self.is_ours(owner.old) => {
                Judgement::new(sentence, Api::Major, Wire::Unchanged)
            }
            false if self.views.old.has_operation(id) && !self.views.new.has_operation(id) => {
                Judgement::new(sentence, Api::Major, Wire::Changed)
            }
            false if self.loses_operations(id) => Judgement::new(sentence, Api::Major, Wire::Changed),
            _ => aside(sentence),
        }
    }

    /// Whether an operation names an error, itself or by its service; a service does so only if all of its operations do.
    fn names_error(&self, view: &View<'m>, owner: &Shape, id: &ShapeId) -> bool {
        let has = |shape: &Shape| shape.references("errors").any(|error| error.target == *id);
        let by_service = view.service.is_some_and(has);
        match owner.kind.as_str() {
            "operation" => has(owner) || by_service,
            _ => by_service || view.operations().all(has),
        }
    }

    /// Whether a service or one of its operations is meant.
    fn is_ours(&self, owner: &Shape) -> bool {
        let is_service = [&self.views.old, &self.views.new]
            .iter()
            .any(|view| view.service.is_some_and(|service| service.id == owner.id));
        is_service || self.views.old.has_operation(&owner.id) && self.views.new.has_operation(&owner.id)
    }

    /// Whether there are operations of a resource that were not the service's.
    fn gains_operations(&self, resource: &ShapeId) -> bool {
        self.has_other_operations(Both { old: &self.views.old, new: &self.views.new }, resource)
    }

    fn loses_operations(&self, resource: &ShapeId) -> bool {
        self.has_other_operations(Both { old: &self.views.new, new: &self.views.old }, resource)
    }

    fn has_other_operations(&self, views: Both<&View<'m>>, resource: &ShapeId) -> bool {
        let shape = views.new.shape(resource).filter(|shape| shape.kind == "resource");
        shape.is_some_and(|shape| {
            let mut held = shape.references.iter().map(|(_, reference)| &reference.target);
            held.any(|id| views.new.has_operation(id) && !views.old.has_operation(id))
        })
    }

    pub(super) fn referred(
        &self,
        owner: Both<&'m Shape>,
        property: &str,
        targets: Both<Option<&'m ShapeId>>,
    ) -> Judgement {
        let target = |id: Option<&ShapeId>| id.map_or("none".to_owned(), |id| format!("`{}`", id.name()));
        let sentence = format!(
            "The {property} of {} is {} and was {}.",
            name(owner.new),
            target(targets.new),
            target(targets.old)
        );
        if owner.new.kind != "operation" {
            let lost =
                targets.old.is_some_and(|id| self.views.old.has_operation(id) && !self.views.new.has_operation(id));
            let won =
                targets.new.is_some_and(|id| self.views.new.has_operation(id) && !self.views.old.has_operation(id));
            return match (lost, won) {
                (true, _) => Judgement::new(sentence, Api::Major, Wire::Changed),
                (_, true) => Judgement::new(sentence, Api::Minor, Wire::Extended),
                _ => aside(sentence),
            };
        }
        if !self.is_ours(owner.new) {
            return aside(sentence);
        }
        let of =
            |view: &View<'m>, id: Option<&ShapeId>| -> &'m Shape { id.and_then(|id| view.shape(id)).unwrap_or(&UNIT) };
        let shapes = Both { old: of(&self.views.old, targets.old), new: of(&self.views.new, targets.new) };
        let is_input = property == "input";
        let roles = Roles { asked: is_input, answered: !is_input, ..Default::default() };
        let wire = self.of_structures(shapes).wire(roles);
        Judgement::new(sentence, self.api_of_structures(shapes, is_input), wire)
    }

    /// What it means to programs that an input or output has another structure: the type keeps its name.
    fn api_of_structures(&self, shapes: Both<&'m Shape>, is_input: bool) -> Api {
        let Both { old, new } = &self.views;
        let by_field = |shape: &'m Shape| -> BTreeMap<String, &'m Member> {
            shape.members.iter().map(|member| (field_name(&member.name), member)).collect()
        };
        let (before, now) = (by_field(shapes.old), by_field(shapes.new));
        let stays = |(name, member): (&String, &&Member)| {
            let after = now.get(name).map(|after| new.field(after, is_input));
            let before = old.field(member, is_input);
            after.is_some_and(|after| after.ty == before.ty && after.always == before.always)
        };
        let builds_otherwise = !is_input && old.can_fail(shapes.old) != new.can_fail(shapes.new);
        if builds_otherwise || !before.iter().all(stays) {
            Api::Major
        } else if now.len() > before.len() {
            Api::Minor
        } else {
            Api::Patch
        }
    }

    pub(super) fn version_changed(&self, shape: Both<&'m Shape>) -> Judgement {
        let version = |shape: &Shape| shape.version.clone().unwrap_or_default();
        let (old, new) = (version(shape.old), version(shape.new));
        let sentence = format!("The version of {} is `{new}` and was `{old}`.", name(shape.new));
        // Forms name it in each request.
        let is_sent = self.views.new.protocol.is_some_and(|protocol| protocol.dispatch == Dispatch::Action);
        Judgement::new(sentence, Api::Patch, if is_sent { Wire::Changed } else { Wire::Unchanged })
    }

    pub(super) fn property_changed(
        &self,
        shape: Both<&'m Shape>,
        property: &str,
        values: Both<Option<&Value>>,
    ) -> Judgement {
        let sentence = format!("The {property} of {} {}.", name(shape.new), fate(values));
        if property != "rename" {
            return aside(sentence);
        }
        let Both { old, new } = &self.views;
        let stays = |before: &&Shape| {
            let after = new.shape(&before.id);
            after.is_none_or(|after| new.type_name(after) == old.type_name(before))
        };
        let is_type = |shape: &&Shape| super::shape::becomes_a_type(old, shape);
        let api = if old.closure().filter(is_type).all(|before| stays(&before)) { Api::Patch } else { Api::Major };
        Judgement::new(sentence, api, Wire::Unchanged)
    }
}

fn words(property: &str) -> &str {
    if property == "collectionOperations" { "collection operations" } else { property }
}

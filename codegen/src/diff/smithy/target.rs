//! `ChangedMemberTarget`: how far what a member targets now is like what it targeted before.

use super::Event;
use super::traits;
use crate::ast::{Member, Model, SIMPLE, Shape, ShapeId, Traits};
use crate::diff::fact::Both;
use crate::diff::verdict::Severity;
use std::collections::BTreeSet;

/// How deep lists and maps are followed.
const DEPTH: usize = 16;

/// Whether types can stand for each other if nothing else differs: their names mean nothing to anyone.
fn is_nameless(kind: &str) -> bool {
    SIMPLE.contains(&kind) || ["list", "map", "set"].contains(&kind)
}

pub(super) fn event(member: Both<&Member>, models: Both<&Model>) -> Event {
    let targets = Both { old: &member.old.target, new: &member.new.target };
    Event::new("ChangedMemberTarget", severity(targets, models, &mut Seen::new(), DEPTH))
}

/// Pairs of shapes that were met: lists and maps may hold each other, and themselves.
type Seen = BTreeSet<(ShapeId, ShapeId)>;

fn severity(targets: Both<&ShapeId>, models: Both<&Model>, seen: &mut Seen, depth: usize) -> Severity {
    if !seen.insert((targets.old.clone(), targets.new.clone())) {
        return Severity::Warning;
    }
    let kinds = (models.old.kind(targets.old), models.new.kind(targets.new));
    if kinds.0 != kinds.1 || !is_nameless(&kinds.0) {
        return Severity::Error;
    }
    let shapes = (models.old.shapes.get(targets.old), models.new.shapes.get(targets.new));
    let (no_traits, no_members) = (Traits::default(), Vec::new());
    let traits_of = |shape: Option<&Shape>| shape.map_or_else(|| no_traits.clone(), |shape| shape.traits.clone());
    let traits = Both { old: &traits_of(shapes.0), new: &traits_of(shapes.1) };
    let mut worst = worst_trait(traits, models);
    let members =
        (shapes.0.map_or(&no_members, |shape| &shape.members), shapes.1.map_or(&no_members, |shape| &shape.members));
    for (old, new) in members.0.iter().zip(members.1) {
        worst = worst.max(worst_trait(Both { old: &old.traits, new: &new.traits }, models));
        if let Some(depth) = depth.checked_sub(1).filter(|_| old.target != new.target) {
            worst = worst.max(severity(Both { old: &old.target, new: &new.target }, models, seen, depth));
        }
    }
    worst
}

/// The gravest of what Smithy says of traits that differ, and not less than a warning.
fn worst_trait(of: Both<&Traits>, models: Both<&Model>) -> Severity {
    let ids: BTreeSet<&String> = of.old.0.keys().chain(of.new.0.keys()).collect();
    let events = ids.into_iter().flat_map(|id| {
        let value = |traits: &Traits| traits.0.get(id).map(|found| found.value.clone());
        let (old, new) = (value(of.old), value(of.new));
        let values = Both { old: old.as_ref(), new: new.as_ref() };
        match old == new {
            true => Vec::new(),
            false => traits::bounds(id, values).into_iter().chain(traits::events(id, values, models.new)).collect(),
        }
    });
    events.map(|event| event.severity).fold(Severity::Warning, Severity::max)
}

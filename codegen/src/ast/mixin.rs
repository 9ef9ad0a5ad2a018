//! Mixins, mixed in (Smithy 2.0, "Mixins"), and traits applied from outside a shape.
//!
//! A mixin is never given what its own mixins have: only shapes that are none are, each in one walk over the mixins that
//! it reaches, so that a mixin which is reached by many ways counts once. What a walk costs is bounded ([`MOST`]), because
//! mixins can say in a few lines what would fill the memory.

use super::{Member, Reference, Shape, ShapeId, Traits};
use crate::diagnostic::{Diagnostic, Span};
use std::collections::{BTreeMap, BTreeSet};

/// How much all shapes of a model together may have mixed in, in bytes of its source. No service comes near.
const MOST: usize = 64 << 20;

/// What a mixin, or a reference that it hands on, counts for beside its members.
const ENTRY: usize = 256;

/// Traits for a shape, or for one of its members, that stand apart from it.
#[derive(Clone, Debug)]
pub(crate) struct Applied {
    pub(crate) target: String,
    pub(crate) span: Span,
    pub(crate) traits: Traits,
}

/// Gives every shape what its mixins have, then what is applied to it. The mixins themselves are gone afterwards.
pub(super) fn flatten(shapes: &mut BTreeMap<ShapeId, Shape>, applied: Vec<Applied>) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let mut to_members = apply(shapes, applied, &mut problems);
    let endless = endless(shapes);
    for id in &endless {
        if let Some(shape) = shapes.get(id) {
            let (problem, remedy) = ("has mixins that never end", "take the mixin that leads back off the list");
            problems.push(Diagnostic::at(shape.span, shape.id.as_str(), problem, remedy));
        }
    }
    report_absent(shapes, &mut problems);
    let mut left = MOST;
    let mut mixed = Vec::new();
    let is_open = |shape: &&Shape| has_mixins(shape) && !shape.traits.has("mixin") && !endless.contains(&shape.id);
    for shape in shapes.values().filter(is_open) {
        match mix(shapes, shape, &to_members, &mut left) {
            Some(shape) => mixed.push(shape),
            None => {
                let problem = format!("has mixins by which the model comes to more than {} MiB", MOST >> 20);
                problems.push(Diagnostic::at(shape.span, shape.id.as_str(), problem, "take mixins off the list"));
                break;
            }
        }
    }
    shapes.extend(mixed.into_iter().map(|shape| (shape.id.clone(), shape)));
    // A mixin's members are applied to where it is mixed in, and what it has from others is seen there, too.
    to_members.retain(|id, _| {
        let is_part = |shape: &Shape| has_mixins(shape) && shape.traits.has("mixin");
        shapes.get(id).is_some_and(|shape| !(endless.contains(id) || is_part(shape)))
    });
    for (id, applied) in to_members {
        apply_to_members(shapes, &id, applied, &mut problems);
    }
    shapes.retain(|_, shape| !shape.traits.has("mixin"));
    problems
}

fn has_mixins(shape: &Shape) -> bool {
    shape.references("mixins").next().is_some()
}

/// The traits for members, by shape and in the order in which they are applied.
type ToMembers = BTreeMap<ShapeId, Vec<(String, Applied)>>;

/// Applies traits to shapes. Those for members have to wait until the members are there.
fn apply(shapes: &mut BTreeMap<ShapeId, Shape>, applied: Vec<Applied>, problems: &mut Vec<Diagnostic>) -> ToMembers {
    let mut to_members = ToMembers::new();
    for applied in applied {
        let (id, member) = match applied.target.split_once('$') {
            Some((shape, member)) => (ShapeId::new(shape), Some(member.to_owned())),
            None => (ShapeId::new(applied.target.as_str()), None),
        };
        match (shapes.get_mut(&id), member) {
            (Some(_), Some(member)) => to_members.entry(id).or_default().push((member, applied)),
            (Some(shape), None) => shape.traits.0.extend(applied.traits.0),
            (None, _) => problems.push(absent(&applied)),
        }
    }
    to_members
}

fn absent(applied: &Applied) -> Diagnostic {
    let remedy = "correct the shape's spelling, or remove the traits";
    Diagnostic::at(applied.span, applied.target.as_str(), "has traits and is not in the model", remedy)
}

/// Applies traits to members that a shape turned out to have.
fn apply_to_members(
    shapes: &mut BTreeMap<ShapeId, Shape>,
    id: &ShapeId,
    applied: Vec<(String, Applied)>,
    problems: &mut Vec<Diagnostic>,
) {
    let members = shapes.get_mut(id).map(|shape| shape.members.as_mut_slice()).unwrap_or_default();
    let mut by_name: BTreeMap<_, _> = members.iter_mut().map(|member| (member.name.clone(), member)).collect();
    for (name, applied) in applied {
        match by_name.get_mut(&name) {
            Some(member) => member.traits.0.extend(applied.traits.0),
            None => problems.push(absent(&applied)),
        }
    }
}

/// The shapes whose mixins lead back to themselves, or to others whose do.
fn endless(shapes: &BTreeMap<ShapeId, Shape>) -> BTreeSet<ShapeId> {
    // Shapes without mixins are done; a shape is done when all of its mixins are.
    let mut waiting: BTreeMap<&ShapeId, usize> = BTreeMap::new();
    let mut users: BTreeMap<&ShapeId, Vec<&ShapeId>> = BTreeMap::new();
    for shape in shapes.values() {
        let mixins: BTreeSet<_> = shape.references("mixins").map(|mixin| &mixin.target).collect();
        let mixins = mixins.into_iter().filter(|mixin| shapes.contains_key(*mixin));
        let count = mixins.map(|mixin| users.entry(mixin).or_default().push(&shape.id)).count();
        waiting.insert(&shape.id, count);
    }
    let mut done: Vec<_> = waiting.iter().filter(|(_, count)| **count == 0).map(|(id, _)| *id).collect();
    while let Some(id) = done.pop() {
        waiting.remove(id);
        for user in users.get(id).into_iter().flatten() {
            if let Some(count) = waiting.get_mut(user) {
                *count -= 1;
                if *count == 0 {
                    done.push(user);
                }
            }
        }
    }
    waiting.into_keys().cloned().collect()
}

fn report_absent(shapes: &BTreeMap<ShapeId, Shape>, problems: &mut Vec<Diagnostic>) {
    for shape in shapes.values() {
        for mixin in shape.references("mixins").filter(|mixin| !shapes.contains_key(&mixin.target)) {
            let problem = format!("has the mixin `{}`, which is not in the model", mixin.target);
            let remedy = "add the shape, or correct its spelling";
            problems.push(Diagnostic::at(mixin.span, shape.id.as_str(), problem, remedy));
        }
    }
}

/// A shape with what its mixins have; none if there is more than `left` of it.
fn mix(shapes: &BTreeMap<ShapeId, Shape>, shape: &Shape, to_members: &ToMembers, left: &mut usize) -> Option<Shape> {
    let (first, last) = (walk(shapes, shape, false, left)?, walk(shapes, shape, true, left)?);
    // Members stand in the order in which they are met first. Of traits, the last one met counts.
    let mut members: Vec<Member> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut references: Vec<(String, Reference)> = Vec::new();
    let mut known: BTreeSet<(String, ShapeId)> = BTreeSet::new();
    let mut traits = Traits::default();
    let mut version = None;
    for part in &first {
        let size: usize = part.members.iter().map(|member| member.span.end - member.span.start).sum();
        *left = left.checked_sub(size + ENTRY * part.references.len())?;
        for member in &part.members {
            places.entry(member.name.clone()).or_insert_with(|| {
                members.push(Member { traits: Traits::default(), ..member.clone() });
                members.len() - 1
            });
        }
        for (property, reference) in part.references.iter().filter(|(property, _)| property != "mixins") {
            if known.insert((property.clone(), reference.target.clone())) {
                references.push((property.clone(), reference.clone()));
            }
        }
        version = version.or_else(|| part.version.clone());
    }
    for part in last.into_iter().rev() {
        for member in &part.members {
            if let Some(found) = places.get(&member.name).and_then(|at| members.get_mut(*at)) {
                found.target = member.target.clone();
                found.span = member.span;
                found.traits.0.extend(member.traits.0.clone());
            }
        }
        for (name, applied) in to_members.get(&part.id).into_iter().flatten() {
            if let Some(found) = places.get(name).and_then(|at| members.get_mut(*at)) {
                found.traits.0.extend(applied.traits.0.clone());
            }
        }
        let own = part.id == shape.id;
        let handed_on = part.traits.0.iter().filter(|(id, _)| own || !stays(part, id));
        traits.0.extend(handed_on.map(|(id, found)| (id.clone(), found.clone())));
    }
    let version = shape.version.clone().or(version);
    Some(Shape { members, references, traits, version, ..shape.clone() })
}

/// Whether a mixin keeps a trait to itself.
fn stays(mixin: &Shape, id: &str) -> bool {
    let local = mixin.traits.get("mixin").and_then(|mixin| mixin.value.get("localTraits")?.as_array());
    id == "smithy.api#mixin" || local.is_some_and(|local| local.iter().any(|name| name == id))
}

/// The mixins that a shape reaches, and the shape, each once and behind its own mixins: where it is met first or, from
/// the end, where it is met last. No recursion: mixins can be chained at any length.
fn walk<'s>(
    shapes: &'s BTreeMap<ShapeId, Shape>,
    shape: &'s Shape,
    from_the_end: bool,
    left: &mut usize,
) -> Option<Vec<&'s Shape>> {
    let mixins = |shape: &'s Shape| {
        let found = shape.references("mixins").filter_map(|mixin| shapes.get(&mixin.target));
        // The stack turns the order round.
        let mut found: Vec<_> = found.collect();
        if !from_the_end {
            found.reverse();
        }
        found
    };
    let (mut seen, mut order, mut open) = (BTreeSet::new(), Vec::new(), vec![(shape, false)]);
    while let Some((shape, is_left)) = open.pop() {
        if is_left {
            order.push(shape);
            continue;
        }
        if !seen.insert(&shape.id) {
            continue;
        }
        *left = left.checked_sub(ENTRY)?;
        if from_the_end {
            order.push(shape);
        } else {
            open.push((shape, true));
        }
        open.extend(mixins(shape).into_iter().map(|mixin| (mixin, false)));
    }
    Some(order)
}

#[cfg(test)]
mod tests {
    use super::super::{ShapeId, parse};

    #[test]
    fn a_shape_has_what_its_mixins_have() {
        let model = parse(
            r##"{"smithy": "2.0", "shapes": {
                "a#Base": {"type": "structure", "members": {"id": {"target": "a#Id"}},
                    "traits": {"smithy.api#mixin": {"localTraits": ["smithy.api#private"]},
                               "smithy.api#private": {}, "smithy.api#sensitive": {}}},
                "a#More": {"type": "structure", "mixins": [{"target": "a#Base"}], "traits": {"smithy.api#mixin": {}},
                    "members": {"more": {"target": "a#Id"}}},
                "a#Thing": {"type": "structure", "mixins": [{"target": "a#More"}],
                    "members": {"own": {"target": "a#Id"}}},
                "a#Thing$id": {"type": "apply", "traits": {"smithy.api#required": {}}},
                "a#Id": {"type": "string"}
            }}"##,
        );
        let model = model.expect("the model parses");
        let thing = &model.shapes[&ShapeId::new("a#Thing")];
        let members: Vec<_> = thing.members.iter().map(|member| member.name.as_str()).collect();
        assert_eq!(members, ["id", "more", "own"]);
        assert_eq!(thing.traits.0.keys().collect::<Vec<_>>(), ["smithy.api#sensitive"]);
        assert!(thing.members[0].traits.has("required"));
        assert!(!model.shapes.contains_key(&ShapeId::new("a#Base")));
    }

    #[test]
    fn a_mixin_that_is_reached_twice_counts_once_and_the_last_word_holds() {
        let model = parse(
            r##"{"smithy": "2.0", "shapes": {
                "a#Base": {"type": "structure", "traits": {"smithy.api#mixin": {}, "smithy.api#since": "1"},
                    "members": {"x": {"target": "a#Id"}, "y": {"target": "a#Id", "traits": {"smithy.api#title": "base"}}}},
                "a#Left": {"type": "structure", "mixins": [{"target": "a#Base"}], "traits": {"smithy.api#mixin": {}},
                    "members": {"z": {"target": "a#Id"}}},
                "a#Left$y": {"type": "apply", "traits": {"smithy.api#title": "left", "smithy.api#required": {}}},
                "a#Right": {"type": "structure", "mixins": [{"target": "a#Base"}],
                    "traits": {"smithy.api#mixin": {}, "smithy.api#since": "2"}},
                "a#Thing": {"type": "structure", "mixins": [{"target": "a#Left"}, {"target": "a#Right"}]},
                "a#Other": {"type": "structure", "mixins": [{"target": "a#Right"}, {"target": "a#Left"}]},
                "a#Thing$x": {"type": "apply", "traits": {"smithy.api#title": "thing"}},
                "a#Id": {"type": "string"}
            }}"##,
        );
        let model = model.expect("the model parses");
        let shape = |id: &str| &model.shapes[&ShapeId::new(id)];
        let names = |id: &str| shape(id).members.iter().map(|member| member.name.as_str()).collect::<Vec<_>>();
        let title =
            |id: &str, name: &str| shape(id).member(name).and_then(|member| member.traits.text("title").ok()?);
        assert_eq!((names("a#Thing"), names("a#Other")), (vec!["x", "y", "z"], vec!["x", "y", "z"]));
        assert_eq!(title("a#Thing", "x").as_deref(), Some("thing"));
        assert_eq!((title("a#Thing", "y").as_deref(), title("a#Other", "y").as_deref()), (Some("base"), Some("left")));
        assert!(shape("a#Thing").member("y").is_some_and(|member| member.traits.has("required")));
        assert_eq!(shape("a#Thing").traits.text("since").ok().flatten().as_deref(), Some("2"));
    }

    #[test]
    fn mixins_without_end_and_without_a_shape_are_problems() {
        let problems = parse(
            r##"{"smithy": "2.0", "shapes": {
                "a#A": {"type": "structure", "mixins": [{"target": "a#B"}]},
                "a#B": {"type": "structure", "mixins": [{"target": "a#A"}]},
                "a#C": {"type": "structure", "mixins": [{"target": "a#Nowhere"}]},
                "a#D$x": {"type": "apply", "traits": {}}
            }}"##,
        );
        let problems = problems.expect_err("the model is wrong");
        let problems: Vec<_> = problems.iter().map(|problem| problem.problem.as_str()).collect();
        assert_eq!(problems.len(), 4, "{problems:?}");
        assert!(problems[0].contains("never end"), "{problems:?}");
    }
}

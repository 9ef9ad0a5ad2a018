//! Mixins, mixed in (Smithy 2.0, "Mixins"), and traits applied from outside a shape.

use super::{Shape, ShapeId, Traits};
use crate::diagnostic::{Diagnostic, Span};
use std::collections::BTreeMap;

/// Traits for a shape, or for one of its members, that stand apart from it.
pub(super) struct Applied {
    pub(super) target: String,
    pub(super) span: Span,
    pub(super) traits: Traits,
}

/// Gives every shape what its mixins have, then what is applied to it. The mixins themselves are gone afterwards.
pub(super) fn flatten(shapes: &mut BTreeMap<ShapeId, Shape>, applied: Vec<Applied>) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    // The members of a mixin can have traits applied where it is mixed in, and where it is defined.
    let (inherited, rest): (Vec<_>, Vec<_>) =
        applied.into_iter().partition(|applied| is_mixin(shapes, &applied.target));
    inherited.into_iter().for_each(|applied| apply(shapes, applied, &mut problems));
    let mut open: Vec<ShapeId> =
        shapes.values().filter(|shape| has_mixins(shape)).map(|shape| shape.id.clone()).collect();
    while !open.is_empty() {
        let before = open.len();
        open.retain(|id| !mix(shapes, id, &mut problems));
        if open.len() == before {
            for shape in open.iter().filter_map(|id| shapes.get(id)) {
                let (problem, remedy) = ("has mixins that never end", "take the mixin that leads back off the list");
                problems.push(Diagnostic::at(shape.span, shape.id.as_str(), problem, remedy));
            }
            break;
        }
    }
    rest.into_iter().for_each(|applied| apply(shapes, applied, &mut problems));
    shapes.retain(|_, shape| !shape.traits.has("mixin"));
    problems
}

fn has_mixins(shape: &Shape) -> bool {
    shape.references("mixins").next().is_some()
}

fn is_mixin(shapes: &BTreeMap<ShapeId, Shape>, target: &str) -> bool {
    let shape = target.split('$').next().unwrap_or_default();
    shapes.get(&ShapeId::new(shape)).is_some_and(|shape| shape.traits.has("mixin"))
}

/// Mixes into a shape what its mixins have; `false` if one of them waits for its own.
fn mix(shapes: &mut BTreeMap<ShapeId, Shape>, id: &ShapeId, problems: &mut Vec<Diagnostic>) -> bool {
    let Some(mut shape) = shapes.get(id).cloned() else { return true };
    let (mixins, own): (Vec<_>, Vec<_>) = shape.references.drain(..).partition(|(property, _)| property == "mixins");
    if mixins.iter().any(|(_, mixin)| shapes.get(&mixin.target).is_some_and(has_mixins)) {
        return false;
    }
    let (mut members, mut references, mut traits) = (Vec::new(), Vec::new(), Traits::default());
    for (_, mixin) in mixins {
        let Some(found) = shapes.get(&mixin.target) else {
            let problem = format!("has the mixin `{}`, which is not in the model", mixin.target);
            problems.push(Diagnostic::at(mixin.span, id.as_str(), problem, "add the shape, or correct its spelling"));
            continue;
        };
        members.extend(found.members.iter().cloned());
        references.extend(found.references.iter().cloned());
        let local = found.traits.get("mixin").and_then(|mixin| mixin.value.get("localTraits")?.as_array());
        let stays =
            |id: &str| id == "smithy.api#mixin" || local.is_some_and(|local| local.iter().any(|name| name == id));
        let handed_on = found.traits.0.iter().filter(|(id, _)| !stays(id));
        traits.0.extend(handed_on.map(|(id, found)| (id.clone(), found.clone())));
        shape.version = shape.version.or_else(|| found.version.clone());
    }
    for member in std::mem::take(&mut shape.members) {
        match members.iter_mut().find(|inherited| inherited.name == member.name) {
            Some(inherited) => {
                inherited.target = member.target;
                inherited.span = member.span;
                inherited.traits.0.extend(member.traits.0);
            }
            None => members.push(member),
        }
    }
    references.extend(own);
    traits.0.extend(std::mem::take(&mut shape.traits.0));
    shapes.insert(id.clone(), Shape { members, references, traits, ..shape });
    true
}

fn apply(shapes: &mut BTreeMap<ShapeId, Shape>, applied: Applied, problems: &mut Vec<Diagnostic>) {
    let (shape, member) = match applied.target.split_once('$') {
        Some((shape, member)) => (shape, Some(member)),
        None => (applied.target.as_str(), None),
    };
    let shape = shapes.get_mut(&ShapeId::new(shape));
    let traits = match (shape, member) {
        (Some(shape), None) => Some(&mut shape.traits),
        (Some(shape), Some(name)) => {
            shape.members.iter_mut().find(|member| member.name == name).map(|member| &mut member.traits)
        }
        (None, _) => None,
    };
    match traits {
        Some(traits) => traits.0.extend(applied.traits.0),
        None => {
            let remedy = "correct the shape's spelling, or remove the traits";
            problems.push(Diagnostic::at(applied.span, applied.target, "has traits and is not in the model", remedy));
        }
    }
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

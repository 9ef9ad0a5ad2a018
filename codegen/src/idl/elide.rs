//! Members whose targets stand elsewhere (Smithy 2.0, "Target Elision").

use crate::ast::{Assembly, Elided, Shape, ShapeId, Trait};
use crate::diagnostic::Diagnostic;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// How many shapes all walks over mixins may meet together. A model with more is refused when it is mixed.
const MOST: usize = 1 << 19;

/// Gives members that leave out their targets the ones of the resource's properties or of the mixins' members.
pub(super) fn resolve(assembly: &mut Assembly<'_>) {
    let mut left = MOST;
    for elided in std::mem::take(&mut assembly.elided) {
        let found = in_resource(&assembly.shapes, &elided).or_else(|| in_mixins(&assembly.shapes, &elided, &mut left));
        let shape = assembly.shapes.get_mut(&elided.shape);
        let member = shape.and_then(|shape| shape.members.iter_mut().find(|member| member.name == elided.member));
        match (found, member) {
            (Some(target), Some(member)) => member.target = target,
            (None, Some(_)) => {
                let id = format!("{}${}", elided.shape, elided.member);
                let (problem, remedy) = match &elided.resource {
                    Some(resource) => (
                        format!(
                            "leaves out its target, and neither `{resource}` nor a mixin has anything of this name"
                        ),
                        "write the target, or correct the spelling of the member or the resource",
                    ),
                    None => (
                        "leaves out its target, and no mixin has a member of this name".to_owned(),
                        "write the target, or correct the spelling of the member or the mixin",
                    ),
                };
                assembly.problems.push(Diagnostic::at(elided.span, id, problem, remedy));
            }
            (_, None) => {}
        }
    }
}

/// Gives members of enums that have no value the one that they stand for, their name (Smithy 2.0, "enum"). One that a
/// mixin has, too, has its value from there.
pub(super) fn name_values(assembly: &mut Assembly<'_>) {
    let (mut lacking, mut left) = (Vec::new(), MOST);
    for shape in assembly.shapes.values().filter(|shape| shape.kind == "enum") {
        for member in shape.members.iter().filter(|member| !member.traits.has("enumValue")) {
            let mixins = shape.references("mixins").filter_map(|mixin| assembly.shapes.get(&mixin.target));
            if find(&assembly.shapes, mixins.collect(), &member.name, &mut left).is_none() {
                lacking.push((shape.id.clone(), member.name.clone()));
            }
        }
    }
    for (id, name) in lacking {
        let members = assembly.shapes.get_mut(&id).map(|shape| shape.members.as_mut_slice()).unwrap_or_default();
        if let Some(member) = members.iter_mut().find(|member| member.name == name) {
            let value = Trait { value: Value::String(name), span: member.span, items: Vec::new() };
            member.traits.0.insert("smithy.api#enumValue".to_owned(), value);
        }
    }
}

fn in_resource(shapes: &BTreeMap<ShapeId, Shape>, elided: &Elided) -> Option<ShapeId> {
    let resource = shapes.get(elided.resource.as_ref()?)?;
    let of = |kind: &str| resource.values.get(kind)?.get(&elided.member)?.get("target")?.as_str();
    of("identifiers").or_else(|| of("properties")).map(ShapeId::new)
}

fn in_mixins(shapes: &BTreeMap<ShapeId, Shape>, elided: &Elided, left: &mut usize) -> Option<ShapeId> {
    find(shapes, shapes.get(&elided.shape).into_iter().collect(), &elided.member, left)
}

/// The target of the member that shapes, or their mixins, have under this name.
fn find<'s>(
    shapes: &'s BTreeMap<ShapeId, Shape>,
    mut open: Vec<&'s Shape>,
    name: &str,
    left: &mut usize,
) -> Option<ShapeId> {
    let mut seen = BTreeSet::new();
    while let Some(shape) = open.pop() {
        *left = left.checked_sub(1)?;
        if !seen.insert(&shape.id) {
            continue;
        }
        if let Some(member) = shape.member(name).filter(|member| !member.target.as_str().is_empty()) {
            return Some(member.target.clone());
        }
        open.extend(shape.references("mixins").filter_map(|mixin| shapes.get(&mixin.target)));
    }
    None
}

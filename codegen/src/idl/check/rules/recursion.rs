//! Shapes of which there can be no value (Smithy 2.0, "Recursive shape definitions").

use super::Rules;
use crate::ast::{Member, Shape};
use std::collections::BTreeMap;

impl<'m> Rules<'_, '_, 'm> {
    pub(super) fn recursion(&mut self) {
        let shapes: Vec<&'m Shape> = self.shapes.values().collect();
        let index: BTreeMap<_, usize> = shapes.iter().enumerate().map(|(at, shape)| (&shape.id, at)).collect();
        let follow = |follows: Follows| -> Vec<Vec<usize>> {
            let targets = |shape: &&'m Shape| {
                let members = shape.members.iter().filter(|member| follows(shape, member));
                members.filter_map(|member| index.get(&member.target).copied()).collect()
            };
            shapes.iter().map(targets).collect()
        };
        let mut wrong = Vec::new();
        let problem = "holds itself through nothing but lists and maps";
        let remedy = "let a structure or a union stand between";
        wrong.extend(in_circles(&follow(through_collections)).into_iter().map(|at| (at, problem, remedy)));
        let problem = "holds itself through members that are all required, so that there is no first one";
        let remedy = "remove `@required` from one of them";
        wrong.extend(in_circles(&follow(through_required)).into_iter().map(|at| (at, problem, remedy)));
        let problem = "is a union that has no value: each of its members needs one of it first";
        let remedy = "add a member that doesn't";
        wrong.extend(without_end(&shapes, &follow(needs)).into_iter().map(|at| (at, problem, remedy)));
        for (at, problem, remedy) in wrong {
            if let Some(shape) = shapes.get(at) {
                self.wrong("ShapeRecursion", shape.span, shape.id.as_str(), problem, remedy);
            }
        }
        let below = |shape: &&Shape| {
            let resources = if shape.kind == "resource" { "resources" } else { "" };
            shape.references(resources).filter_map(|reference| index.get(&reference.target).copied()).collect()
        };
        let edges: Vec<Vec<usize>> = shapes.iter().map(below).collect();
        for shape in in_circles(&edges).into_iter().filter_map(|at| shapes.get(at)) {
            let problem = "is a resource below itself";
            self.wrong("ResourceCycle", shape.span, shape.id.as_str(), problem, "take one off its `resources`");
        }
    }
}

/// Whether a way leads over a member of a shape.
type Follows = fn(&Shape, &Member) -> bool;

fn through_collections(shape: &Shape, _: &Member) -> bool {
    matches!(shape.kind.as_str(), "list" | "set" | "map")
}

fn through_required(shape: &Shape, member: &Member) -> bool {
    shape.kind == "structure" && member.traits.has("required")
}

/// Whether a value needs a value of the member: all that is required of a structure; one of a union's.
fn needs(shape: &Shape, member: &Member) -> bool {
    shape.kind == "union" || through_required(shape, member)
}

/// The nodes on circles, and between two of them: those that stay when all without a way on, or a way to them, are taken
/// away.
fn in_circles(edges: &[Vec<usize>]) -> Vec<usize> {
    let mut back = vec![Vec::new(); edges.len()];
    for (from, to) in edges.iter().enumerate() {
        for to in to {
            if let Some(back) = back.get_mut(*to) {
                back.push(from);
            }
        }
    }
    let mut is_left = vec![true; edges.len()];
    for (on, back) in [(edges, &back[..]), (&back[..], edges)] {
        let count = |node: &Vec<usize>| node.iter().filter(|to| is_left.get(**to) == Some(&true)).count();
        let mut ways: Vec<usize> = on.iter().map(count).collect();
        let mut open: Vec<usize> = (0..on.len()).filter(|at| ways.get(*at) == Some(&0)).collect();
        while let Some(at) = open.pop() {
            if let Some(is_left) = is_left.get_mut(at) {
                *is_left = false;
            }
            for from in back.get(at).into_iter().flatten() {
                if let Some(ways) = ways.get_mut(*from).filter(|ways| **ways > 0) {
                    *ways -= 1;
                    if *ways == 0 {
                        open.push(*from);
                    }
                }
            }
        }
    }
    (0..edges.len()).filter(|at| is_left.get(*at) == Some(&true)).collect()
}

/// The unions that can't be made: of a structure all that is needed has to be made before, of a union one.
fn without_end(shapes: &[&Shape], edges: &[Vec<usize>]) -> Vec<usize> {
    let mut needed_by = vec![Vec::new(); edges.len()];
    let mut missing = Vec::new();
    for (from, (shape, to)) in shapes.iter().zip(edges).enumerate() {
        for to in to {
            if let Some(needed_by) = needed_by.get_mut(*to) {
                needed_by.push(from);
            }
        }
        // A union with a member that isn't of the model is made of that one.
        let is_union = shape.kind == "union";
        let is_open = is_union && (shape.members.is_empty() || to.len() < shape.members.len());
        missing.push(if is_open {
            0
        } else if is_union {
            1
        } else {
            to.len()
        });
    }
    let mut open: Vec<usize> = (0..missing.len()).filter(|at| missing.get(*at) == Some(&0)).collect();
    while let Some(at) = open.pop() {
        for from in needed_by.get(at).into_iter().flatten() {
            if let Some(missing) = missing.get_mut(*from).filter(|missing| **missing > 0) {
                *missing -= 1;
                if *missing == 0 {
                    open.push(*from);
                }
            }
        }
    }
    let is_without =
        |at: &usize| missing.get(*at) != Some(&0) && shapes.get(*at).is_some_and(|shape| shape.kind == "union");
    (0..missing.len()).filter(is_without).collect()
}

//! Structures that hold themselves.

use super::Lowering;
use crate::ast::{Shape, ShapeId};
use crate::diagnostic::Diagnostic;
use std::collections::{BTreeMap, BTreeSet};

impl<'m> Lowering<'m> {
    /// Reports structures that hold themselves other than through a list or a map: their size would be infinite.
    pub(super) fn check_recursion(&mut self) {
        for (shape, holders) in cycles(self.structures_within()) {
            for member in shape.members.iter().filter(|member| holders.contains(&member.target)) {
                self.problems.push(Diagnostic::at(
                    member.span,
                    format!("{}${}", shape.id, member.name),
                    format!("makes `{}` hold itself, which is not supported yet", shape.id.name()),
                    "put a list or a map between, or leave the operations out that need it",
                ));
            }
        }
    }

    /// The structures that each structure of the closure holds directly.
    fn structures_within(&self) -> BTreeMap<&'m ShapeId, (&'m Shape, BTreeSet<&'m ShapeId>)> {
        let model = self.model;
        let structure = |id: &ShapeId| model.shapes.get(id).filter(|shape| shape.kind == "structure");
        let shapes = self.roles.keys().filter_map(|id| structure(id));
        let held = |shape: &'m Shape| {
            let targets = shape.members.iter().filter_map(|member| structure(&member.target));
            targets.map(|target| &target.id).collect()
        };
        shapes.map(|shape| (&shape.id, (shape, held(shape)))).collect()
    }
}

/// The structures on a cycle, each with those through which it comes back to itself.
fn cycles<'m>(
    mut open: BTreeMap<&'m ShapeId, (&'m Shape, BTreeSet<&'m ShapeId>)>,
) -> Vec<(&'m Shape, BTreeSet<&'m ShapeId>)> {
    // A structure that holds none of those that are left is on no cycle.
    loop {
        let ends: BTreeSet<&ShapeId> =
            open.iter().filter(|(_, (_, held))| held.is_empty()).map(|(id, _)| *id).collect();
        if ends.is_empty() {
            break;
        }
        open.retain(|id, _| !ends.contains(id));
        for (_, held) in open.values_mut() {
            held.retain(|id| !ends.contains(id));
        }
    }
    let comes_back = |from: &'m ShapeId, to: &ShapeId| {
        let (mut seen, mut next) = (BTreeSet::new(), vec![from]);
        while let Some(id) = next.pop() {
            if id == to {
                return true;
            }
            let held = open.get(id).into_iter().flat_map(|(_, held)| held);
            next.extend(held.filter(|id| seen.insert(**id)));
        }
        false
    };
    let on_cycle = open.iter().map(|(id, (shape, held))| {
        (*shape, held.iter().copied().filter(|held| comes_back(held, id)).collect::<BTreeSet<_>>())
    });
    on_cycle.filter(|(_, held)| !held.is_empty()).collect()
}

//! Structures and unions that hold themselves: the members that need a box.

use super::Lowering;
use crate::ast::{Shape, ShapeId};
use std::collections::{BTreeMap, BTreeSet};

impl<'m> Lowering<'m> {
    /// The members, as shape and name, by which structures hold themselves other than through a list or a map: without a
    /// box their size would be infinite.
    pub(super) fn boxed_members(&self) -> BTreeSet<(String, String)> {
        let mut boxed = BTreeSet::new();
        for (shape, holders) in cycles(self.structures_within()) {
            let members = shape.members.iter().filter(|member| holders.contains(&member.target));
            boxed.extend(members.map(|member| (shape.id.to_string(), member.name.clone())));
        }
        boxed
    }

    /// The structures that each structure of the closure holds directly.
    fn structures_within(&self) -> BTreeMap<&'m ShapeId, (&'m Shape, BTreeSet<&'m ShapeId>)> {
        let model = self.model;
        let structure =
            |id: &ShapeId| model.shapes.get(id).filter(|shape| matches!(shape.kind.as_str(), "structure" | "union"));
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

//! Structures and unions that hold themselves: the members that need a box.

use crate::ast::{Shape, ShapeId};
use crate::ir::Role;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// Members, as shape and name.
pub(super) type Members<'m> = BTreeSet<(&'m ShapeId, &'m str)>;

/// The members by which structures hold themselves other than through a list or a map: without a box their size would be
/// infinite.
pub(super) fn boxed_members<'m>(closure: &BTreeMap<&'m ShapeId, (&'m Shape, Role)>) -> Members<'m> {
    let shapes = closure.values().map(|(shape, _)| *shape);
    let shapes: Vec<&Shape> = shapes.filter(|shape| matches!(shape.kind.as_str(), "structure" | "union")).collect();
    let index: BTreeMap<&ShapeId, usize> = shapes.iter().enumerate().map(|(index, shape)| (&shape.id, index)).collect();
    let held = |shape: &&Shape| shape.members.iter().filter_map(|member| index.get(&member.target).copied()).collect();
    let held: Vec<Vec<usize>> = shapes.iter().map(held).collect();
    let group = groups(&held);
    let mut boxed = Members::new();
    for (at, shape) in shapes.iter().enumerate() {
        // What comes back to its holder is in the holder's group.
        let comes_back = |target: &ShapeId| index.get(target).is_some_and(|target| group.get(target) == group.get(&at));
        let on_cycle = shape.members.iter().filter(|member| comes_back(&member.target));
        boxed.extend(on_cycle.map(|member| (&shape.id, member.name.as_str())));
    }
    boxed
}

/// The strongly connected component of each node, as a number: two nodes have the same one if each leads to the other.
///
/// Kosaraju's algorithm: nodes are left in an order in which whoever leads to others comes after them; from the last one
/// left, the way back finds just those that lead to it. Without recursion, because structures can hold each other at any
/// depth.
fn groups(edges: &[Vec<usize>]) -> BTreeMap<usize, usize> {
    let mut back: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (from, to) in edges.iter().enumerate() {
        for node in to {
            back.entry(*node).or_default().push(from);
        }
    }
    let mut group = BTreeMap::new();
    for root in in_order_of_leaving(edges).into_iter().rev() {
        let mut open = vec![root];
        while let Some(node) = open.pop() {
            if let Entry::Vacant(vacant) = group.entry(node) {
                vacant.insert(root);
                open.extend(back.get(&node).into_iter().flatten());
            }
        }
    }
    group
}

/// The nodes in the order in which a walk in depth leaves them for good.
fn in_order_of_leaving(edges: &[Vec<usize>]) -> Vec<usize> {
    let (mut met, mut left) = (BTreeSet::new(), Vec::new());
    let enter = |node: usize| (node, edges.get(node).into_iter().flatten());
    for root in 0..edges.len() {
        // Nodes on the way, each with its edges that are yet to be followed.
        let mut way = if met.insert(root) { vec![enter(root)] } else { Vec::new() };
        while let Some((node, ahead)) = way.last_mut() {
            match ahead.find(|next| met.insert(**next)) {
                Some(next) => way.push(enter(*next)),
                None => {
                    left.push(*node);
                    way.pop();
                }
            }
        }
    }
    left
}

#[cfg(test)]
mod tests {
    use super::groups;

    #[test]
    fn nodes_that_lead_to_each_other_are_a_group() {
        let edges = [vec![1], vec![2, 3], vec![0], vec![4], vec![4, 5], vec![], vec![0, 5]];
        let group = groups(&edges);
        assert!(group[&0] == group[&1] && group[&1] == group[&2]);
        let others = [group[&0], group[&3], group[&4], group[&5], group[&6]];
        assert!((0..5).all(|a| (a + 1..5).all(|b| others[a] != others[b])), "{group:?}");
    }

    #[test]
    fn a_long_way_is_no_recursion() {
        let mut edges: Vec<_> = (1..200_000).map(|next| vec![next]).collect();
        edges.push(vec![0]);
        let group = groups(&edges);
        assert!(group.values().all(|found| *found == group[&0]));
        edges.pop();
        edges.push(Vec::new());
        let group = groups(&edges);
        assert_ne!(group[&0], group[&1]);
    }
}

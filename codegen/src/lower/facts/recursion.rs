//! Structures and unions that hold themselves: the members that need a box.

use crate::ast::{Shape, ShapeId};
use crate::ir::Role;
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
        let comes_back = |target: &ShapeId| index.get(target).is_some_and(|target| group[*target] == group[at]);
        let on_cycle = shape.members.iter().filter(|member| comes_back(&member.target));
        boxed.extend(on_cycle.map(|member| (&shape.id, member.name.as_str())));
    }
    boxed
}

/// The strongly connected component of each node, as a number: two nodes have the same one if each leads to the other.
///
/// Tarjan's algorithm, which looks at each node and edge once; without recursion, because structures can hold each other
/// at any depth.
fn groups(edges: &[Vec<usize>]) -> Vec<usize> {
    const NONE: usize = usize::MAX;
    let mut group = vec![NONE; edges.len()];
    // When a node was met, and the earliest node in reach that has no group yet.
    let (mut met, mut low) = (vec![NONE; edges.len()], vec![NONE; edges.len()]);
    let (mut clock, mut without_group) = (0, Vec::new());
    for root in 0..edges.len() {
        // Nodes on the way, each with how many of its edges were followed.
        let mut way = if met[root] == NONE { vec![(root, 0)] } else { Vec::new() };
        while let Some((node, followed)) = way.last_mut() {
            let node = *node;
            if met[node] == NONE {
                (met[node], low[node]) = (clock, clock);
                clock += 1;
                without_group.push(node);
            }
            if let Some(next) = edges[node].get(*followed).copied() {
                *followed += 1;
                if met[next] == NONE {
                    way.push((next, 0));
                } else if group[next] == NONE {
                    low[node] = low[node].min(met[next]);
                }
                continue;
            }
            way.pop();
            if let Some((before, _)) = way.last() {
                low[*before] = low[*before].min(low[node]);
            }
            if low[node] == met[node] {
                while let Some(member) = without_group.pop() {
                    group[member] = node;
                    if member == node {
                        break;
                    }
                }
            }
        }
    }
    group
}

#[cfg(test)]
mod tests {
    use super::groups;

    #[test]
    fn nodes_that_lead_to_each_other_are_a_group() {
        let edges = [vec![1], vec![2, 3], vec![0], vec![4], vec![4, 5], vec![], vec![0, 5]];
        let group = groups(&edges);
        assert!(group[0] == group[1] && group[1] == group[2]);
        let others = [group[0], group[3], group[4], group[5], group[6]];
        assert!((0..5).all(|a| (a + 1..5).all(|b| others[a] != others[b])), "{group:?}");
    }

    #[test]
    fn a_long_way_is_no_recursion() {
        let mut edges: Vec<_> = (1..200_000).map(|next| vec![next]).collect();
        edges.push(vec![0]);
        let group = groups(&edges);
        assert!(group.iter().all(|found| *found == group[0]));
        edges.pop();
        edges.push(Vec::new());
        assert_ne!(groups(&edges)[0], groups(&edges)[1]);
    }
}

//! What a selector yields (Smithy 2.0, "Selectors", "Matching shapes with selectors").

use super::attribute::{Context, Found, Variables};
use super::graph::{BOUND, Edge, Graph, is_of};
use super::{Selector, Step, TooComplex};
use std::cell::Cell;
use std::collections::BTreeSet;

/// How many steps are taken: selectors of real models take a few hundred for each shape.
const MOST_STEPS: usize = 10_000_000;

/// The nodes that something yields. In a set, since what is yielded twice goes on once.
type Yielded = BTreeSet<usize>;

pub(super) fn select<'g>(selector: &Selector, graph: &'g Graph<'_>) -> Result<BTreeSet<&'g str>, TooComplex> {
    let mut run = Run { graph, left: Cell::new(MOST_STEPS), roots: vec![None; selector.roots] };
    let mut found = Yielded::new();
    for start in 0..graph.nodes.len() {
        found.extend(run.steps(&selector.steps, start, &mut Variables::new())?);
    }
    Ok(found.into_iter().filter_map(|index| graph.nodes.get(index)).map(|node| node.id.as_str()).collect())
}

struct Run<'g> {
    graph: &'g Graph<'g>,
    /// How many steps may still be taken; none once too many were asked for.
    left: Cell<usize>,
    /// What `:root` functions yielded.
    roots: Vec<Option<Yielded>>,
}

impl<'g> Run<'g> {
    /// What the steps yield of a node, each of what the one before it yields.
    fn steps(&mut self, steps: &[Step], from: usize, variables: &mut Variables) -> Result<Yielded, TooComplex> {
        let mut current = Yielded::from([from]);
        for (place, step) in steps.iter().enumerate() {
            if matches!(step, Step::Set(..)) && current.len() > 1 {
                // Of each node, what follows has the variable that was set for it.
                let rest = steps.get(place..).unwrap_or_default();
                let mut found = Yielded::new();
                for index in current {
                    found.extend(self.steps(rest, index, variables)?);
                }
                return Ok(found);
            }
            let mut next = Yielded::new();
            for index in current {
                self.step(step, index, variables, &mut next)?;
            }
            current = next;
            if current.is_empty() {
                break;
            }
        }
        Ok(current)
    }

    fn yields(&mut self, steps: &[Step], from: usize, variables: &mut Variables) -> Result<bool, TooComplex> {
        self.steps(steps, from, variables).map(|found| !found.is_empty())
    }

    fn spend(&self, steps: usize) -> Result<(), TooComplex> {
        let left = self.left.get().checked_sub(steps).filter(|left| *left > 0);
        self.left.set(left.unwrap_or(0));
        left.map(|_| ()).ok_or(TooComplex)
    }

    fn step(
        &mut self,
        step: &Step,
        index: usize,
        variables: &mut Variables,
        next: &mut Yielded,
    ) -> Result<(), TooComplex> {
        self.spend(1)?;
        let Some(node) = self.graph.nodes.get(index) else { return Ok(()) };
        let stays = match step {
            Step::Any => true,
            Step::Type(asked) => is_of(node.kind, asked),
            Step::Attribute(path, comparison) => {
                let context = Context { graph: self.graph, variables, left: &self.left };
                let found = context.read(Found::Shape(index), path);
                match comparison {
                    None => found.exists(),
                    Some(asked) => {
                        let right: Vec<Found<'_>> = asked.values.iter().map(|text| Found::Text(text)).collect();
                        context.compares(&found, asked.comparator, &right, asked.ignores_case)
                    }
                }
            }
            Step::Scoped(path, assertions) => {
                let context = Context { graph: self.graph, variables, left: &self.left };
                let scopes = context.read(Found::Shape(index), path).flat();
                self.spend(scopes.len())?;
                scopes.iter().filter(|scope| scope.exists()).any(|scope| {
                    assertions.iter().all(|asked| {
                        let left = context.operand(&asked.left, scope);
                        let right: Vec<Found<'_>> =
                            asked.right.iter().map(|operand| context.operand(operand, scope)).collect();
                        context.compares(&left, asked.comparator, &right, asked.ignores_case)
                    })
                })
            }
            Step::Forward(names) => {
                self.spend(node.forward.len())?;
                next.extend(neighbors(&node.forward, names.as_deref()));
                if names.as_ref().is_some_and(|names| names.iter().any(|name| name == "trait")) {
                    next.extend(node.traits.0.keys().filter_map(|id| self.graph.index(id)));
                }
                false
            }
            Step::Reverse(names) => {
                self.spend(node.reverse.len())?;
                next.extend(neighbors(&node.reverse, names.as_deref()));
                if names.as_ref().is_some_and(|names| names.iter().any(|name| name == "trait")) {
                    self.spend(self.graph.nodes.len())?;
                    let applied = |(index, other): (usize, &super::graph::Node<'_>)| {
                        other.traits.0.contains_key(&node.id).then_some(index)
                    };
                    next.extend(self.graph.nodes.iter().enumerate().filter_map(applied));
                }
                false
            }
            Step::Recursive => {
                self.closure(index, next)?;
                false
            }
            Step::Test(selectors) => {
                let mut is_met = false;
                for selector in selectors {
                    is_met = is_met || self.yields(selector, index, variables)?;
                }
                is_met
            }
            Step::Is(selectors) => {
                for selector in selectors {
                    next.extend(self.steps(selector, index, variables)?);
                }
                false
            }
            Step::Not(selector) => !self.yields(selector, index, variables)?,
            Step::In(selector) => self.steps(selector, index, variables)?.contains(&index),
            Step::Root(which, selector) => {
                next.extend(self.root(*which, selector)?);
                false
            }
            Step::Topdown(qualifier, disqualifier) => {
                self.topdown(qualifier, disqualifier.as_deref(), index, variables, next)?;
                false
            }
            Step::Unknown => false,
            Step::Set(name, selector) => {
                let found = self.steps(selector, index, variables)?;
                variables.insert(name.clone(), found);
                true
            }
            Step::Get(name) => {
                let held = variables.get(name).cloned().unwrap_or_default();
                self.spend(held.len())?;
                next.extend(held);
                false
            }
        };
        if stays {
            next.insert(index);
        }
        // What was read and compared may have taken the last.
        self.spend(0)
    }

    /// What the node is connected to, directly or through others, but for what it is bound to.
    fn closure(&mut self, from: usize, next: &mut Yielded) -> Result<(), TooComplex> {
        let mut left = vec![from];
        let mut seen = Yielded::new();
        while let Some(node) = left.pop().and_then(|index| self.graph.nodes.get(index)) {
            self.spend(1 + node.forward.len())?;
            for Edge { name, to } in &node.forward {
                if *name != BOUND && seen.insert(*to) {
                    left.push(*to);
                }
            }
        }
        // Whoever comes back to itself isn't its own neighbor.
        seen.remove(&from);
        next.extend(seen);
        Ok(())
    }

    /// What a selector yields of all shapes, without the variables around it.
    fn root(&mut self, which: usize, selector: &[Step]) -> Result<Yielded, TooComplex> {
        if let Some(known) = self.roots.get(which).cloned().flatten() {
            self.spend(known.len())?;
            return Ok(known);
        }
        let mut found = Yielded::new();
        for start in 0..self.graph.nodes.len() {
            found.extend(self.steps(selector, start, &mut Variables::new())?);
        }
        if let Some(slot) = self.roots.get_mut(which) {
            *slot = Some(found.clone());
        }
        Ok(found)
    }

    /// What qualifies, or is bound to what does, from a service, resource or operation down.
    fn topdown(
        &mut self,
        qualifier: &[Step],
        disqualifier: Option<&[Step]>,
        from: usize,
        variables: &mut Variables,
        next: &mut Yielded,
    ) -> Result<(), TooComplex> {
        let mut left = vec![(from, false)];
        let mut seen = BTreeSet::new();
        while let Some((index, is_within)) = left.pop() {
            let Some(node) = self.graph.nodes.get(index) else { continue };
            if !["service", "resource", "operation"].contains(&node.kind) || !seen.insert((index, is_within)) {
                continue;
            }
            self.spend(1 + node.forward.len())?;
            let mut is_meant = is_within || self.yields(qualifier, index, variables)?;
            if is_meant && let Some(disqualifier) = disqualifier {
                is_meant = !self.yields(disqualifier, index, variables)?;
            }
            if is_meant {
                next.insert(index);
            }
            let bound = node.forward.iter().filter(|edge| ["operation", "resource"].contains(&edge.name));
            left.extend(bound.map(|edge| (edge.to, is_meant)));
        }
        Ok(())
    }
}

/// The nodes at the ends of relationships, of these names or all.
fn neighbors<'e>(edges: &'e [Edge], names: Option<&'e [String]>) -> impl Iterator<Item = usize> {
    let is_meant = move |edge: &&Edge| names.is_none_or(|names| names.iter().any(|name| name == edge.name));
    edges.iter().filter(is_meant).map(|edge| edge.to)
}

//! The names of the constants that hold shapes' constraints.

use super::Targets;
use crate::ast::{Shape, ShapeId};
use crate::names::constant_name;
use crate::traits::CONSTRAINTS;
use std::collections::BTreeMap;

/// A name for each shape with constraints. Where two shapes would have the same, neither has: their constraints stand where
/// they are needed.
pub(super) fn names(targets: Targets<'_>) -> BTreeMap<&ShapeId, String> {
    let is_constrained = |shape: &&Shape| CONSTRAINTS.iter().any(|(id, _)| shape.traits.has(id));
    let mut by_name: BTreeMap<String, Option<&ShapeId>> = BTreeMap::new();
    for shape in targets.all().filter(is_constrained) {
        if let Some(name) = constant_name(shape.id.name()) {
            by_name.entry(name).and_modify(|taken| *taken = None).or_insert(Some(&shape.id));
        }
    }
    by_name.into_iter().filter_map(|(name, id)| Some((id?, name))).collect()
}

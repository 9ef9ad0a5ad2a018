//! What a name may have meant that leads to no shape.

use super::Checker;
use crate::ast::{Shape, ShapeId};
use crate::idl::definitions;
use crate::idl::prelude::Prelude;
use std::collections::BTreeMap;

/// All shapes that a name can mean, by their names in lower case.
pub(super) type Similar<'a> = BTreeMap<String, Vec<&'a Shape>>;

impl<'a> Checker<'a> {
    /// What to do about a name that leads to no shape, where a trait is meant or anything else.
    pub(super) fn instead_of(&mut self, missing: &ShapeId, is_trait: bool) -> String {
        let shapes = self.shapes;
        let all = self.similar.get_or_insert_with(|| by_name(shapes));
        let name = missing.name();
        let similar = all.get(&name.to_ascii_lowercase()).into_iter().flatten();
        let fits: Vec<_> = similar.filter(|shape| shape.traits.has("trait") == is_trait).collect();
        let same = fits.iter().find(|shape| shape.id.name() == name);
        match (same, fits.as_slice()) {
            (Some(shape), _) => format!("there is `{0}`: import it with `use {0}`", shape.id),
            (None, [shape]) => format!("there is `{}`: correct the spelling", shape.id),
            _ => "define it, import it with `use`, or correct its spelling".to_owned(),
        }
    }
}

fn by_name(shapes: &BTreeMap<ShapeId, Shape>) -> Similar<'_> {
    let mut all = Similar::new();
    for shape in [shapes, Prelude::shapes(), definitions::shapes()].into_iter().flat_map(BTreeMap::values) {
        all.entry(shape.id.name().to_ascii_lowercase()).or_default().push(shape);
    }
    all
}

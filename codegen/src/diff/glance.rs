//! The verdict of the APIs at a glance: what was lowered from both models, item by item.
//!
//! In: the items of two crates. Out: what programs lose and win. This knows nothing of facts, so that it is a witness of its
//! own: where it finds more than the facts say, a fact has consequences elsewhere.

use super::verdict::Api;
use crate::surface::Item;
use std::collections::BTreeMap;

/// What differs between two APIs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glance {
    /// What programs may name and no longer can, or have to use otherwise: the item as it was, and as it is.
    pub broken: Vec<(String, Option<String>)>,
    /// The items that are new, or deprecated now.
    pub added: Vec<String>,
}

impl Glance {
    /// The verdict.
    pub fn api(&self) -> Api {
        match (self.broken.is_empty(), self.added.is_empty()) {
            (false, _) => Api::Major,
            (_, false) => Api::Minor,
            _ => Api::Patch,
        }
    }
}

/// Compares the items of two crates.
pub(super) fn glance(old: &[Item], new: &[Item]) -> Glance {
    let shown = |item: &Item| format!("{}{}", item.path, item.signature);
    let by_path = |items: &'_ [Item]| -> BTreeMap<String, Item> {
        items.iter().map(|item| (item.path.clone(), item.clone())).collect()
    };
    let (before, now) = (by_path(old), by_path(new));
    let broken = before.iter().filter_map(|(path, item)| match now.get(path) {
        Some(after) if after.signature == item.signature => None,
        after => Some((shown(item), after.map(shown))),
    });
    let is_new = |(path, item): &(&String, &Item)| {
        before.get(*path).is_none_or(|before| before.deprecated.is_none() && item.deprecated.is_some())
    };
    Glance { broken: broken.collect(), added: now.iter().filter(is_new).map(|(_, item)| shown(item)).collect() }
}

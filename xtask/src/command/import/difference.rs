//! What an import changes, for the maintainer.

use super::document::{Document, Shapes};
use crate::report;

/// Prints how many shapes differ.
pub(super) fn report_difference(before: &Document, after: &Document) {
    let lacks = |shapes: &Shapes, other: &Shapes| other.keys().filter(|id| !shapes.contains_key(*id)).count();
    let (before, after) = (&before.shapes, &after.shapes);
    let (added, removed) = (lacks(before, after), lacks(after, before));
    let changed = after.iter().filter(|(id, shape)| before.get(*id).is_some_and(|before| before != *shape)).count();
    report::step("differs", &format!("{added} shapes added, {removed} removed, {changed} changed"));
}

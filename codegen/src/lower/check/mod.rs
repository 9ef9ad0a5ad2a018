//! What is wrong with the closure as a whole, or with the names in a shape. Nothing is made here.

mod alloy;
mod events;
mod names;
mod supported;

pub(super) use events::event;
pub(super) use names::{fields, variants, wire_names};
pub(super) use supported::LEAVE_OUT;

use super::facts::Facts;
use super::problems::Problems;

/// Reports what must not be in the closure: traits that are not supported, and names that would be the same.
pub(super) fn closure(facts: &Facts, problems: &mut Problems) {
    supported::traits(facts, problems);
    alloy::misplaced(facts, problems);
    names::shapes(facts, problems);
    names::waiters(facts, problems);
}

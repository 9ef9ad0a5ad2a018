//! What is known of a model before anything is lowered.

mod closure;
mod recursion;
mod selection;

pub(super) use closure::roles;
pub use selection::matches;

//! The shapes of the closure: structures, unions and enums, their members, and the values of these.

mod collection;
mod constraint;
mod default;
mod enumeration;
mod form;
mod layout;
mod media_type;
mod nullable;
mod order;
mod place;
mod rest;
mod structure;
mod timestamp;
mod union;
mod value;

#[cfg(test)]
mod tests;

pub(super) use enumeration::enums;
pub(super) use layout::root;
pub(super) use structure::{errors, member_called, retryable, structure, structures};
pub(super) use union::unions;

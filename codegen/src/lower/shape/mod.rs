//! The shapes of the closure, and their members.

mod constraint;
mod default;
mod enumeration;
mod place;
mod structure;
mod union;
mod value;

//! Values and texts that satisfy constraints; regular expressions.

pub(crate) mod pattern;
pub(crate) mod sample;

//! What must not be in the closure.

pub(super) mod collision;

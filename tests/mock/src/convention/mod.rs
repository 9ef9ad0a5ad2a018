//! Things under a path: which operations are about them, what these do, pages.

pub(crate) mod crud;
pub(crate) mod cursor;
pub(crate) mod generic;
pub(crate) mod plan;
pub(crate) mod thing;

//! What a request says: the operation that it means, and the members of its input.

pub(crate) mod at;
pub(crate) mod input;
pub(crate) mod read;
pub(crate) mod recorded;
pub(crate) mod route;
pub(crate) mod text;
pub(crate) mod uri;

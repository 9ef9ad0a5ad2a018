//! What a handler gets: input, records by path, IDs, time; pages and their tokens.

pub(crate) mod call;
pub(crate) mod page;
pub(crate) mod store;

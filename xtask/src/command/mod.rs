//! The commands: each file holds one's arguments and its `run`.

pub(crate) mod bench;
pub(crate) mod changelog;
pub(crate) mod codegen;
pub(crate) mod compat;
pub(crate) mod conformance;
pub(crate) mod day;
pub(crate) mod demo;
pub(crate) mod diff;
pub(crate) mod import;
pub(crate) mod mock;
pub(crate) mod new;
pub(crate) mod release;
pub(crate) mod smithy;
pub(crate) mod wire;

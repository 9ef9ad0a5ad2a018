//! The commands: each file holds one's arguments and its `run`.

pub mod codegen;
pub mod compat;
pub mod conformance;
pub mod demo;
pub mod mock;
pub mod new;
pub mod wire;

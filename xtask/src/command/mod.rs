//! The commands, one file or folder each.

pub mod codegen;
pub mod conformance;
pub mod mock;
pub mod new;

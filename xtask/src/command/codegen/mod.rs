//! `cargo xtask codegen`.

pub mod regenerate;
pub mod standalone;

// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! About this crate.

/// The version of this crate.
pub static PKG_VERSION: &str = env!("CARGO_PKG_VERSION");

/// The version of the service's API.
pub static API_VERSION: &str = "2026-11-27";

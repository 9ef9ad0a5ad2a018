// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Types that operations use beside strings and numbers.

pub use sdk_runtime::primitives::*;

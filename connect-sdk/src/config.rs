// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! The client's settings.

pub use sdk_runtime::config::*;

/// Where requests to Amazon Connect Service go.
pub mod endpoint {
    pub use sdk_runtime::config::endpoint::*;
    use crate::client::SERVICE;
    sdk_runtime::default_resolver!(SERVICE);
}

// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! The client for programs without async: its calls return when they are answered. Inside async code,
//! which that would hold up, they return an error.

use aws_types::SdkConfig;

pub use sdk_runtime::blocking::{BlockingError, Reader, block_on};

sdk_runtime::blocking_client! {
    client crate::client::Client;
    config crate::config::Config;
    loaded SdkConfig;
}

// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! The client for programs without async: its calls return when they are answered. Inside async code,
//! which that would hold up, they return an error.
//!
//! ```no_run
//! # fn example(config: aws_types::SdkConfig) -> Result<(), wickr_sdk::Error> {
//! use wickr_sdk::blocking::Client;
//!
//! let client = Client::new(&config);
//! for network in client.list_networks().into_paginator().items().send() {
//!     println!("{:?}", network ?);
//! }
//! # Ok(())
//! # }
//! ```

use aws_types::SdkConfig;

pub use sdk_runtime::blocking::{
    BlockingError, CustomizableOperation, Iter, Paginator, PaginatorItems, Reader,
    block_on,
};

sdk_runtime::blocking_client! {
    client crate::client::Client;
    config crate::config::Config;
    loaded SdkConfig;
}

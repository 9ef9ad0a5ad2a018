// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! The client for programs without async: its calls return when they are answered. Inside async code,
//! which that would hold up, they return an error.
//!
//! ```no_run
//! # fn example(config: observatory_sdk::Config) -> Result<(), observatory_sdk::Error> {
//! use observatory_sdk::blocking::Client;
//!
//! let client = Client::from_conf(config);
//! for telescope in client.list_telescopes().into_paginator().items().send() {
//!     println!("{:?}", telescope ?);
//! }
//! # Ok(())
//! # }
//! ```

pub use sdk_runtime::blocking::{
    BlockingError, CustomizableOperation, Iter, Paginator, PaginatorItems, Reader,
    block_on,
};

sdk_runtime::blocking_client! {
    client crate::client::Client;
    config crate::config::Config;
}

// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! The client for programs without async: its calls return when they are answered. Inside async code,
//! which that would hold up, they return an error.
//!
//! ```no_run
//! # fn example(config: aws_types::SdkConfig) -> Result<(), connect_sdk::Error> {
//! use connect_sdk::blocking::Client;
//! use connect_sdk::types::{EntityType, SecurityProfileItem};
//!
//! let client = Client::new(&config);
//! let output = client
//!     .associate_security_profiles()
//!     .instance_id("1f2e3d4c-5b6a-4798-8a9b-0c1d2e3f4a5b")
//!     .security_profiles(
//!         SecurityProfileItem::builder()
//!             .id("a1b2c3d4-e5f6-4a7b-8c9d-0e1f2a3b4c5d")
//!             .build(),
//!     )
//!     .entity_type(EntityType::AiAgent)
//!     .entity_arn(
//!         "arn:aws:wisdom:us-east-1:111122223333:ai-agent/2a3b4c5d-6e7f-4a8b-9c0d-1e2f3a4b5c6d/8b9c0d1e-2f3a-4b4c-8d5e-6f7a8b9c0d1e",
//!     )
//!     .send()?;
//! println!("{output:?}");
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

// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Amazon Connect security profiles decide what people and AI agents may do in a contact center.
//!
//! This SDK covers the security-profile operations of Amazon Connect only: creating, reading, finding,
//! changing, and deleting profiles, and giving them to users and AI agents. Everything else in Amazon
//! Connect, such as users, queues, flows, and contacts, is out of its scope. A
//! [security profile](https://docs.aws.amazon.com/connect/latest/adminguide/connect-security-profiles.html)
//! belongs to one *instance*, so every request names the instance by ID.
//!
//! Requests are signed with AWS Signature Version 4, and IAM policies decide which operations a caller
//! may use. How many resources an account may hold and how fast it may call are both
//! [limited by quotas](https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-service-limits.html).
//! Fix a request that got a 4xx status before you send it again, except `ThrottlingException` (429),
//! which only asks you to slow down; after a 5xx status, retry later.
//!
//! # Usage
//!
//! A [`Client`] has a method for each operation. It takes its settings from `aws-config`, as every AWS SDK
//! client does:
//!
//! ```no_run
//! # async fn example(sdk_config: aws_types::SdkConfig) -> Result<(), connect_sdk::Error> {
//! // let sdk_config = aws_config::load_defaults(aws_config::BehaviorVersion::latest()).await;
//! let client = connect_sdk::Client::new(&sdk_config);
//! # Ok(())
//! # }
//! ```
//!
//! [`operation`] has a module for each operation, with its errors and examples; [`types`] what they take and
//! return; [`error`] what can go wrong; [`config`] the settings.

#![cfg_attr(rustfmt, rustfmt_skip)]

pub mod client;
pub mod config;
pub mod error;
pub mod meta;
pub mod operation;
pub mod primitives;
#[cfg(feature = "test-util")]
pub mod test_util;
pub mod types;

mod constraint;
mod endpoint;

pub use client::Client;
pub use config::Config;
pub use error::Error;

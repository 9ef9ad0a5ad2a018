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
//! ```toml
//! [dependencies]
//! aws-config = "1"
//! tokio = { version = "1", features = ["macros", "rt-multi-thread"] }

#![doc = concat!(env!("CARGO_PKG_NAME"), " = \"", env!("CARGO_PKG_VERSION"), "\"")]

//! ```
//!
//! ```no_run
//! # mod program {
//! # mod aws_config {
//! #     pub use connect_sdk::config::BehaviorVersion;
//! #     pub async fn load_defaults(_: BehaviorVersion) -> aws_types::SdkConfig {
//! #         aws_types::SdkConfig::builder().build()
//! #     }
//! # }
//! use aws_config::BehaviorVersion;
//! use connect_sdk::types::{EntityType, SecurityProfileItem};
//!
//! # /*
//! #[tokio::main]
//! # */
//! async fn main() {
//!     if let Err(error) = run().await {
//!         // One line: operation, code, message, HTTP status, request ID.
//!         eprintln!("{error}");
//!         std::process::exit(1);
//!     }
//! }
//!
//! async fn run() -> Result<(), connect_sdk::Error> {
//!     let config = aws_config::load_defaults(BehaviorVersion::latest()).await;
//!     let client = connect_sdk::Client::new(&config);
//!     let output = client
//!         .associate_security_profiles()
//!         .instance_id("1f2e3d4c-5b6a-4798-8a9b-0c1d2e3f4a5b")
//!         .security_profiles(
//!             SecurityProfileItem::builder()
//!                 .id("a1b2c3d4-e5f6-4a7b-8c9d-0e1f2a3b4c5d")
//!                 .build(),
//!         )
//!         .entity_type(EntityType::AiAgent)
//!         .entity_arn(
//!             "arn:aws:wisdom:us-east-1:111122223333:ai-agent/2a3b4c5d-6e7f-4a8b-9c0d-1e2f3a4b5c6d/8b9c0d1e-2f3a-4b4c-8d5e-6f7a8b9c0d1e",
//!         )
//!         .send()
//!         .await?;
//!     println!("{output:?}");
//!     Ok(())
//! }
//! # }
//! # fn main() {}
//! ```
//!
//! `aws-config` finds region and credentials where every AWS SDK does. A call fails with an
//! [`SdkError`](error::SdkError) of its operation; `?` makes an [`Error`] of it, which all operations
//! share.
//!
//! # What is where
//!
//! | name | what it is for |
//! |---|---|
//! | [`Client`] | making calls: a method for each operation; cheap to clone |
//! | [`operation`] | a module for each operation: its input, output, errors, and examples |
//! | [`types`] | what inputs and outputs hold |
//! | [`config`] | a client's settings, with an example for each group |
//! | [`error`] | what a call fails with |
//! | [`primitives`] | times, blobs, documents, streams of bytes |
//!
//! # Features
//!
//! | feature | what it adds |
//! |---|---|
//! | `ring`, by default | TLS by rustls with ring |
//! | `aws-lc-rs` | TLS by rustls with AWS-LC, which takes precedence over ring |
//! | `blocking` | `blocking`: a client whose calls return when they are answered, for programs without async |
//! | `http2` | HTTP/2, where the service offers it |
//! | `reqwest` | requests sent by a `reqwest::Client` of your own |
//! | `test-util` | `test_util`: rules and recordings that answer in place of the service, for unit tests |
//!
//! # Guides
//!
//! The generator's repository has them in its folder `docs`: `getting-started.md`, `testing.md`,
//! `production.md`, `streaming-and-waiters.md`, `blocking.md`, `moving-from-aws-sdk.md`.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "blocking")]
pub mod blocking;
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

#[doc(inline)]
pub use client::Client;
#[doc(inline)]
pub use config::Config;
#[doc(inline)]
pub use error::Error;

// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! AWS Wickr Admin lets administrators run their Wickr networks from code.
//!
//! A *network* is the top-level container. It holds *users*, *bots*, and *security groups*; a security
//! group decides what its members may do, from calling and file sharing to federation with other
//! networks. *Guest users* are people outside the network whom its members have talked to: you can list
//! them, count them per billing period, and block them. A *data retention bot* captures messages for
//! archiving, *OIDC* operations set up single sign-on, and *OpenTDF* operations set up attribute-based
//! access control.
//!
//! Every request must be signed with
//! [AWS Signature Version 4](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html); the
//! SDKs and the AWS CLI do this for you.
//! [IAM policies](https://docs.aws.amazon.com/wickr/latest/adminguide/security-iam.html) decide which
//! operations a caller may use, and the managed policy `AWSWickrFullAccess` allows all of them.
//!
//! A 4xx status means that the request must be fixed before you send it again, except `RateLimitError`
//! (429), which only asks you to slow down. A 5xx status means that the service failed: retry later.
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
//! #     pub use wickr_sdk::config::BehaviorVersion;
//! #     pub async fn load_defaults(_: BehaviorVersion) -> aws_types::SdkConfig {
//! #         aws_types::SdkConfig::builder().build()
//! #     }
//! # }
//! use aws_config::BehaviorVersion;
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
//! async fn run() -> Result<(), wickr_sdk::Error> {
//!     let config = aws_config::load_defaults(BehaviorVersion::latest()).await;
//!     let client = wickr_sdk::Client::new(&config);
//!     let mut networks = client.list_networks().into_paginator().items().send();
//!     while let Some(network) = networks.try_next().await? {
//!         println!("{network:?}");
//!     }
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

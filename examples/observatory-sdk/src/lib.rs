// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! A small observatory lends its telescopes: look at what is up there, reserve a night, and fetch the
//! picture in the morning.
//!
//! # Usage
//!
//! ```toml
//! [dependencies]
//! tokio = { version = "1", features = ["macros", "rt-multi-thread"] }

#![doc = concat!(env!("CARGO_PKG_NAME"), " = \"", env!("CARGO_PKG_VERSION"), "\"")]

//! ```
//!
//! ```no_run
//! # mod program {
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
//! async fn run() -> Result<(), observatory_sdk::Error> {
//!     let config = observatory_sdk::Config::builder()
//!         .endpoint_url("https://api.example.com")
//!         .bearer_token("…".into())
//!         .build();
//!     let client = observatory_sdk::Client::from_conf(config);
//!     let mut telescopes = client.list_telescopes().into_paginator().items().send();
//!     while let Some(telescope) = telescopes.try_next().await? {
//!         println!("{telescope:?}");
//!     }
//!     Ok(())
//! }
//! # }
//! # fn main() {}
//! ```
//!
//! [`config`] has the other settings. A call fails with an [`SdkError`](error::SdkError) of its
//! operation; `?` makes an [`Error`] of it, which all operations share.
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
//! | [`waiters`] | polling until something is as it should be |
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
//! `production.md`, `streaming-and-waiters.md`, `blocking.md`.

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
#[allow(
    clippy::double_ended_iterator_last,
    clippy::filter_next,
    clippy::len_zero,
    clippy::redundant_closure,
    reason = "the model's paths are followed step by step"
)]
pub mod waiters;

mod constraint;
mod endpoint;

#[doc(inline)]
pub use client::Client;
#[doc(inline)]
pub use config::Config;
#[doc(inline)]
pub use error::Error;

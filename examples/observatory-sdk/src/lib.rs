// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! A small observatory lends its telescopes: look at what is up there, reserve a night, and fetch the
//! picture in the morning.
//!
//! # Usage
//!
//! A [`Client`] has a method for each operation. It is made from settings:
//!
//! ```no_run
//! # async fn example() -> Result<(), observatory_sdk::Error> {
//! let config = observatory_sdk::Config::builder()
//!     .endpoint_url("https://api.example.com")
//!     .bearer_token("…".into())
//!     .build();
//! let client = observatory_sdk::Client::from_conf(config);
//! let output = client.list_telescopes().send().await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! [`operation`] has a module for each operation, with its errors and examples; [`types`] what they take and
//! return; [`error`] what can go wrong; [`config`] the settings.
//!
//! # Features
//!
//! | feature | what it adds |
//! |---|---|
//! | `ring`, by default | TLS by rustls with ring |
//! | `aws-lc-rs` | TLS by rustls with AWS-LC, which takes precedence over ring |
//! | `blocking` | a client whose calls return when they are answered, for programs without async |
//! | `http2` | HTTP/2, where the service offers it |
//! | `reqwest` | requests sent by a `reqwest::Client` of your own |
//! | `test-util` | `test_util`: rules and recordings that answer in place of the service, for unit tests |

#![cfg_attr(rustfmt, rustfmt_skip)]

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

pub use client::Client;
pub use config::Config;
pub use error::Error;

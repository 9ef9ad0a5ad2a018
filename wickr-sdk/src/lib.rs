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
//! A [`Client`] has a method for each operation. It takes its settings from `aws-config`, as every AWS SDK
//! client does:
//!
//! ```no_run
//! # async fn example(sdk_config: aws_types::SdkConfig) -> Result<(), wickr_sdk::Error> {
//! use wickr_sdk::types::BatchCreateUserRequestItem;
//!
//! // let sdk_config = aws_config::load_defaults(aws_config::BehaviorVersion::latest()).await;
//! let client = wickr_sdk::Client::new(&sdk_config);
//! let output = client
//!     .batch_create_user()
//!     .network_id("48210573")
//!     .users(
//!         BatchCreateUserRequestItem::builder()
//!             .first_name("Amara")
//!             .last_name("Okafor")
//!             .security_group_ids("Kq7mT2xW")
//!             .username("amara.okafor@example.com")
//!             .build()?,
//!     )
//!     .users(
//!         BatchCreateUserRequestItem::builder()
//!             .first_name("Luis")
//!             .last_name("Ferreira")
//!             .security_group_ids("Kq7mT2xW")
//!             .username("luis.ferreira@example.com")
//!             .build()?,
//!     )
//!     .client_token("onboarding-2026-03-01-batch-1")
//!     .send()
//!     .await?;
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

mod constraint;
mod endpoint;

pub use client::Client;
pub use config::Config;
pub use error::Error;

// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Waiting until a resource is in a certain state, by polling.
//!
//! The trait [`Waiters`](crate::client::Waiters) gives the client a method for each. Set what is waited for, then wait:
//!
//! ```no_run
//! # async fn example(client: &observatory_sdk::Client) -> Result<(), observatory_sdk::Error> {
//! use observatory_sdk::client::Waiters;
//! use std::time::Duration;
//!
//! let poll = client
//!     .wait_until_observation_taken()
//!     .observation_id("…")
//!     .wait(Duration::from_secs(300))
//!     .await?;
//! println!("{poll:?}");
//! # Ok(())
//! # }
//! ```

/// Waits for the picture.
pub mod observation_taken;

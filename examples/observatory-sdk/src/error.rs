// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Errors: what a call can fail with, and how to find out.
//!
//! ```no_run
//! # async fn example(client: &observatory_sdk::Client) -> Result<(), observatory_sdk::Error> {
//! use observatory_sdk::error::ProvideErrorMetadata as _;
//!
//! match client.list_telescopes().send().await {
//!     Ok(output) => println!("{output:?}"),
//!     Err(error) => {
//!         match error.as_service_error() {
//!             Some(known) if known.is_validation_exception() => {
//!                 println!("{}", known.message().unwrap_or_default())
//!             }
//!             _ => eprintln!("{error}"),
//!         }
//!     }
//! }
//! # Ok(())
//! # }
//! ```
//!
//! [`SdkError`]'s variants say how far a call got, and `as_service_error()` gives what the service
//! answered: an enum of the operation's, with a question for each error of the model. The text of any
//! error is one line, with the operation, the service's code and message, the HTTP status and the
//! request's ID.

pub use sdk_runtime::error::{
    BoxError, BuildError, ConnectorError, ConstraintErrors, DisplayErrorContext,
    ErrorMetadata, InputError, Phase, ProvideErrorMetadata, SdkError, TransportError,
    UnknownVariantError, Violation, context,
};
pub use sdk_runtime::timeout::Elapsed;
pub use sdk_runtime::waiter::WaiterError;

sdk_runtime::service_error! {
    /// What Observatory answers when a call fails. `?` makes it of every operation's error.
    pub enum Error of (crate::types::error) {
        /// What is asked for doesn't exist.
        NotFound = "NotFound" (404), is_not_found;
        /// Somebody else has the telescope that night.
        TelescopeTaken = "TelescopeTaken" (409), is_telescope_taken;
        /// Too many requests came in a short time.
        TooManyRequests = "TooManyRequests" (429), is_too_many_requests;
        /// A value in the request is none that the service takes.
        ValidationException = "ValidationException" (400), is_validation_exception;
    }
}

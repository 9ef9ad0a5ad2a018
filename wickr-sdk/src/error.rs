// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Errors: what a call can fail with, and how to find out.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! use wickr_sdk::error::ProvideErrorMetadata as _;
//!
//! match client.get_bot().network_id("48210573").bot_id("3107").send().await {
//!     Ok(output) => println!("{output:?}"),
//!     Err(error) => {
//!         match error.as_service_error() {
//!             Some(known) if known.is_resource_not_found_error() => {
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

sdk_runtime::service_error! {
    /// What AWS Wickr Admin API answers when a call fails. `?` makes it of every operation's error.
    pub enum Error of (crate::types::error) {
        /// The request cannot be processed as sent (HTTP 400), for example because a parameter is missing or
        /// malformed, or the change does not apply.
        BadRequestError = "BadRequestError" (400), is_bad_request_error;
        /// The caller is known but may not do this (HTTP 403).
        ForbiddenError = "ForbiddenError" (403), is_forbidden_error;
        /// The service failed (HTTP 500); your request is not at fault.
        InternalServerError = "InternalServerError" (500), is_internal_server_error;
        /// Too many requests in a short time (HTTP 429).
        RateLimitError = "RateLimitError" (429), is_rate_limit_error;
        /// Something the request names, such as a network, security group, user, or bot, does not exist or has
        /// been deleted (HTTP 404).
        ResourceNotFoundError = "ResourceNotFoundError" (404), is_resource_not_found_error;
        /// The caller could not be identified (HTTP 401): credentials are missing, wrong, or expired.
        UnauthorizedError = "UnauthorizedError" (401), is_unauthorized_error;
        /// One or more fields of the request are invalid (HTTP 422).
        ValidationError = "ValidationError" (422), is_validation_error;
    }
}

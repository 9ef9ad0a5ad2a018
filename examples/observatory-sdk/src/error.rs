// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Errors: what a call can fail with, and how to find out.

pub use sdk_runtime::error::{
    BoxError, BuildError, ConnectorError, ConstraintErrors, DisplayErrorContext,
    ErrorMetadata, InputError, ProvideErrorMetadata, SdkError, UnknownVariantError,
    Violation,
};
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

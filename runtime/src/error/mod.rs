//! What can go wrong with a call, and how it is said.
//!
//! In: whatever stopped a call, from an incomplete input to the service's own answer. Out: [`SdkError`], whose text
//! is one line that names the operation and the cause, and whose [`source`](std::error::Error::source) chain keeps
//! every error beneath. [`decode`] finds code and message in an error response.

pub mod context;
pub mod decode;
mod details;
mod display;
#[cfg(feature = "s3")]
mod extended;
mod held;
mod input;
mod modeled;
pub(crate) mod report;
pub(crate) mod said;
mod sdk;
pub(crate) mod transport;
mod unhandled;
mod unmodeled;
#[cfg(feature = "xml")]
mod xml;

pub use crate::codec::{ConstraintErrors, Violation};
pub use aws_smithy_runtime_api::box_error::BoxError;
pub use aws_smithy_runtime_api::client::result::{ConnectorError, CreateUnhandledError};
pub use aws_smithy_types::error::metadata::{ErrorMetadata, ProvideErrorMetadata};
pub use aws_smithy_types::error::operation::BuildError;
pub use display::DisplayErrorContext;
#[cfg(feature = "s3")]
pub use extended::RequestIdExt;
#[cfg(feature = "s3")]
pub(crate) use extended::{extended_request_id, with_extended_request_id};
pub use held::{HeldError, ModeledError, fmt_held};
pub use input::InputError;
#[cfg(feature = "event-stream")]
pub(crate) use modeled::Exception;
#[doc(hidden)]
pub use modeled::modeled;
pub use sdk::SdkError;
pub use transport::{Phase, TransportError};
pub(crate) use transport::{endpoint_of, is_unsent, scheme_and_host};
#[cfg(feature = "digest-auth")]
pub(crate) use unhandled::noted;
#[cfg(feature = "event-stream")]
pub(crate) use unhandled::said_by;
pub(crate) use unhandled::said_of;
pub use unhandled::{Unhandled, fmt_modeled_error, fmt_service_error};
pub use unmodeled::{CrateError, UnmodeledError};

use crate::text::{SHORT, line};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;

/// A service's errors as one type: each generated crate's `Error` implements it, and each operation's error enum.
///
/// [`CreateUnhandledError`] makes the variant for everything that the model doesn't describe, see [`Unhandled`].
pub trait ServiceError:
    std::error::Error + ProvideErrorMetadata + CreateUnhandledError + Send + Sync + Sized + 'static
{
    /// Makes the variant for an error response's code. `meta` holds code, message and request id; the response's body
    /// may be anything at all. A code that the model doesn't know gives the unhandled variant, with `meta` kept.
    fn from_response(meta: ErrorMetadata, response: &HttpResponse) -> Self;

    /// Wraps what isn't the service's answer.
    fn unhandled(source: BoxError) -> Self {
        Self::create_unhandled_error(source, None)
    }
}

/// A string that is no known value of an enum, from `try_parse`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownVariantError {
    value: String,
}

impl UnknownVariantError {
    /// Keeps the value, for the error's text.
    pub fn new(value: impl Into<String>) -> Self {
        Self { value: value.into() }
    }

    /// The value that isn't known.
    pub fn value(&self) -> &str {
        &self.value
    }
}

impl std::fmt::Display for UnknownVariantError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "\"{}\" is not a known value", line(&self.value.escape_debug().to_string(), SHORT))
    }
}

impl std::error::Error for UnknownVariantError {}

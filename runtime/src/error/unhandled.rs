//! The variant for whatever a model doesn't describe.

use super::details::details;
use super::{BoxError, ErrorMetadata, ProvideErrorMetadata};
use crate::codec::Members;
use crate::text::{LONG, SHORT, line};
use aws_types::request_id::RequestId;
use std::fmt::{self, Display, Formatter};

/// An error that the model doesn't describe: a code it doesn't list, or a failure on the way.
///
/// Ask the error that holds it for `code()` and `message()` rather than matching on this.
#[derive(Debug)]
pub struct Unhandled {
    source: Option<BoxError>,
    meta: Box<ErrorMetadata>,
    /// Whether the source is an error of the model's that this operation doesn't list.
    undeclared: bool,
}

impl Unhandled {
    /// Wraps a failure, with the service's code and message if there was an answer.
    pub fn new(source: impl Into<BoxError>, meta: Option<ErrorMetadata>) -> Self {
        Self { source: Some(source.into()), meta: Box::new(meta.unwrap_or_default()), undeclared: false }
    }

    /// Keeps an error of the service's that the operation's model doesn't list, such as a throttling error that only other
    /// operations name. [`into_declared`](Self::into_declared) gives it back.
    #[doc(hidden)]
    pub fn undeclared<E>(error: E) -> Self
    where
        E: std::error::Error + ProvideErrorMetadata + Send + Sync + 'static,
    {
        let meta = Box::new(error.meta().clone());
        Self { source: Some(error.into()), meta, undeclared: true }
    }

    /// The service's error that [`undeclared`](Self::undeclared) kept, so that the crate's `Error` has the variant that the
    /// operation's lacks.
    ///
    /// # Errors
    /// Itself, if it is anything else.
    #[doc(hidden)]
    pub fn into_declared<E: std::error::Error + 'static>(mut self) -> Result<E, Self> {
        match self.source.take_if(|_| self.undeclared).map(|source| source.downcast::<E>()) {
            Some(Ok(error)) => Ok(*error),
            Some(Err(source)) => Err(Self { source: Some(source), ..self }),
            None => Err(self),
        }
    }

    /// Keeps what an error response says where no error of the model fits it.
    pub fn from_meta(meta: ErrorMetadata) -> Self {
        Self { source: None, meta: Box::new(meta), undeclared: false }
    }

    /// The failure beneath, if this isn't simply the service's answer.
    pub fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

impl ProvideErrorMetadata for Unhandled {
    fn meta(&self) -> &ErrorMetadata {
        &self.meta
    }
}

impl Display for Unhandled {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.source {
            Some(source) if self.undeclared || self.meta.code().is_none() && self.meta.message().is_none() => {
                source.fmt(f)
            }
            _ => fmt_service_error(&self.meta, None, f),
        }
    }
}

impl std::error::Error for Unhandled {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Unhandled::source(self)
    }
}

/// The keys under which an error's metadata keeps what its text says beyond code and message.
const OPERATION: &str = "sdk_operation";
const STATUS: &str = "sdk_http_status";
const NOTE: &str = "sdk_note";

/// Keeps the operation and the HTTP status with a service error, so that its text is complete on its own: `?` in a
/// function that returns the crate's `Error` leaves nothing else of an [`SdkError`](super::SdkError).
pub(crate) fn said_of(meta: ErrorMetadata, operation: &'static str, status: u16) -> ErrorMetadata {
    meta.into_builder().custom(OPERATION, operation).custom(STATUS, status.to_string()).build()
}

/// Keeps what this crate has to say about a service error, so that its text has it.
#[cfg(feature = "digest-auth")]
pub(crate) fn noted(meta: ErrorMetadata, note: &str) -> ErrorMetadata {
    meta.into_builder().custom(NOTE, note).build()
}

/// The same of an error that ended a stream, which has no status of its own.
#[cfg(feature = "event-stream")]
pub(crate) fn said_by(meta: ErrorMetadata, operation: Option<&'static str>) -> ErrorMetadata {
    match operation {
        Some(operation) => meta.into_builder().custom(OPERATION, operation).build(),
        None => meta,
    }
}

/// Writes a service error in one line, leaving out what isn't known:
/// `GetNetwork: ResourceNotFoundError: no such network (HTTP 404, request id abc-123)`.
///
/// `name` is the error's name in the model, for an error that was made by hand and has no code.
pub fn fmt_service_error(meta: &ErrorMetadata, name: Option<&str>, f: &mut Formatter<'_>) -> fmt::Result {
    fmt_with_details(meta, name, "", f)
}

/// Writes an error of the model's, as [`fmt_service_error`] does, with the members that it has beside its message:
/// `CreateNetwork: ValidationError: Invalid request; reasons: [{"field":"networkName","reason":"…"}] (HTTP 422)`. Nothing of
/// them is written if something sensitive is among them, nor what the message says already.
///
/// Generated error types display themselves with it.
pub fn fmt_modeled_error<E>(error: &E, name: &str, f: &mut Formatter<'_>) -> fmt::Result
where
    E: Members + ProvideErrorMetadata + fmt::Debug,
{
    fmt_with_details(error.meta(), Some(name), &details(error, error.message().unwrap_or_default()), f)
}

fn fmt_with_details(meta: &ErrorMetadata, name: Option<&str>, details: &str, f: &mut Formatter<'_>) -> fmt::Result {
    if let Some(operation) = meta.extra(OPERATION) {
        write!(f, "{operation}: ")?;
    }
    fmt_code_and_message(meta, name, f)?;
    line(details, LONG).fmt(f)?;
    if let Some(note) = meta.extra(NOTE) {
        write!(f, "; {note}")?;
    }
    match (meta.extra(STATUS), meta.request_id().map(|id| line(id, SHORT))) {
        (Some(status), Some(id)) => write!(f, " (HTTP {status}, request id {id})"),
        (Some(status), None) => write!(f, " (HTTP {status})"),
        // Without a status, the error was made by hand; an ID that it was given is not the text's business.
        (None, _) => Ok(()),
    }
}

fn fmt_code_and_message(meta: &ErrorMetadata, name: Option<&str>, f: &mut Formatter<'_>) -> fmt::Result {
    // An answer without a code has its status for one, which the text's end says; its name says more here.
    let code =
        meta.code().or(name).map(|code| reason(code).filter(|_| meta.extra(STATUS) == Some(code)).unwrap_or(code));
    let message = meta.message().filter(|message| !message.is_empty());
    match (code, message) {
        (Some(code), Some(message)) => write!(f, "{}: {}", line(code, SHORT), line(message, LONG)),
        (Some(code), None) => line(code, SHORT).fmt(f),
        (None, Some(message)) => line(message, LONG).fmt(f),
        (None, None) => f.write_str("the service gave no reason"),
    }
}

/// What HTTP calls a status.
fn reason(status: &str) -> Option<&'static str> {
    http::StatusCode::from_bytes(status.as_bytes()).ok()?.canonical_reason()
}

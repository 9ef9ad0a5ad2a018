//! What each variant of [`SdkError`](super::SdkError) holds.
//!
//! The names are those of `aws_smithy_runtime_api::client::result`. Each is one pointer, so that results stay small.

use super::{BoxError, ConnectorError};
use aws_smithy_types::retry::ErrorKind;
use std::fmt::{self, Debug, Formatter};

/// What every variant knows beside its cause.
#[derive(Clone, Debug, Default)]
pub(crate) struct Facts {
    pub(crate) operation: Option<&'static str>,
    pub(crate) status: Option<u16>,
    pub(crate) request_id: Option<String>,
}

impl Facts {
    pub(crate) fn of(operation: &'static str) -> Self {
        Self { operation: Some(operation), ..Self::default() }
    }
}

#[derive(Debug)]
pub(crate) struct Inner<S> {
    pub(crate) source: S,
    pub(crate) facts: Facts,
}

pub(crate) struct Answered<S, R> {
    pub(crate) source: S,
    pub(crate) raw: R,
    pub(crate) facts: Facts,
}

impl<S: Debug, R> Debug for Answered<S, R> {
    /// Leaves the response out: its body may hold what must not be logged.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answered").field("source", &self.source).field("facts", &self.facts).finish_non_exhaustive()
    }
}

/// The request was not built: input, credentials, endpoint or configuration are at fault. Nothing was sent.
#[derive(Debug)]
pub struct ConstructionFailure(pub(crate) Box<Inner<BoxError>>);

/// A deadline passed before the answer was complete. The request may have reached the service.
#[derive(Debug)]
pub struct TimeoutError(pub(crate) Box<Inner<BoxError>>);

/// No answer came: the connection failed, or broke.
#[derive(Debug)]
pub struct DispatchFailure(pub(crate) Box<Inner<ConnectorError>>);

/// An answer came that cannot be read.
#[derive(Debug)]
pub struct ResponseError<R>(pub(crate) Box<Answered<BoxError, R>>);

/// The service answered with an error.
#[derive(Debug)]
pub struct ServiceError<E, R>(pub(crate) Box<Answered<E, R>>);

impl ConstructionFailure {
    /// What is wrong, e.g. an [`InputError`](super::InputError).
    pub fn source(&self) -> &(dyn std::error::Error + Send + Sync + 'static) {
        self.0.source.as_ref()
    }
}

impl TimeoutError {
    /// Which deadline it was: a [`timeout::Elapsed`](crate::timeout::Elapsed) where this crate set it.
    pub fn source(&self) -> &(dyn std::error::Error + Send + Sync + 'static) {
        self.0.source.as_ref()
    }
}

impl DispatchFailure {
    /// Whether the connection could not be made, or broke.
    pub fn is_io(&self) -> bool {
        self.0.source.is_io()
    }

    /// Whether connecting or reading took too long.
    pub fn is_timeout(&self) -> bool {
        self.0.source.is_timeout()
    }

    /// Whether the request itself was refused by the transport.
    pub fn is_user(&self) -> bool {
        self.0.source.is_user()
    }

    /// Whether it is none of the other kinds.
    pub fn is_other(&self) -> bool {
        self.0.source.is_other()
    }

    /// What the transport calls a failure of another kind.
    pub fn as_other(&self) -> Option<ErrorKind> {
        self.0.source.as_other()
    }

    /// The transport's error.
    pub fn as_connector_error(&self) -> Option<&ConnectorError> {
        Some(&self.0.source)
    }
}

impl<R> ResponseError<R> {
    /// The response as it arrived.
    pub fn raw(&self) -> &R {
        &self.0.raw
    }

    /// The response as it arrived.
    pub fn into_raw(self) -> R {
        self.0.raw
    }
}

impl<E, R> ServiceError<E, R> {
    /// The service's error.
    pub fn err(&self) -> &E {
        &self.0.source
    }

    /// The service's error.
    pub fn into_err(self) -> E {
        self.0.source
    }

    /// The response as it arrived.
    pub fn raw(&self) -> &R {
        &self.0.raw
    }

    /// The response as it arrived.
    pub fn into_raw(self) -> R {
        self.0.raw
    }
}

//! The errors of operations whose model lists none.
//!
//! In: an answer of whatever code. Out: [`UnmodeledError`], a type of its own for each operation, whose code is compiled once. Where
//! a model lists errors, `operation_error!` declares an enum over them instead.

use super::{
    BoxError, CreateUnhandledError, ErrorMetadata, HeldError, ProvideErrorMetadata, ServiceError, Unhandled, fmt_held,
};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_types::request_id::RequestId;
use std::convert::Infallible;
use std::error::Error;
use std::fmt::{self, Debug, Display, Formatter};
use std::marker::PhantomData;

/// What an operation fails with whose model lists no errors: `O` is the operation, `E` the crate's `Error`, which `?` makes of it.
///
/// Ask `code()` and `message()`, of [`ProvideErrorMetadata`], what the service answered.
#[non_exhaustive]
pub enum UnmodeledError<O, E> {
    /// A code, or a failure before there was an answer.
    #[deprecated(note = "match with a wildcard and ask `code()`: codes become variants once the model knows them")]
    Unhandled(Unhandled),
    /// Nobody has it: it holds the parameters.
    #[doc(hidden)]
    _Of(Infallible, PhantomData<fn() -> (O, E)>),
}

#[allow(deprecated, reason = "what users are warned about, the implementation has to mention")]
impl<O, E> UnmodeledError<O, E> {
    /// Wraps a failure that is not the service's answer.
    pub fn unhandled(source: impl Into<BoxError>) -> Self {
        Self::Unhandled(Unhandled::new(source, None))
    }

    /// Makes an error of a code and a message alone.
    pub fn generic(meta: ErrorMetadata) -> Self {
        Self::Unhandled(Unhandled::from_meta(meta))
    }

    /// Code, message and request ID, as far as the response gave them.
    pub fn meta(&self) -> &ErrorMetadata {
        self.held().meta()
    }

    fn held(&self) -> &Unhandled {
        match self {
            Self::Unhandled(error) => error,
            Self::_Of(nobody, _) => match *nobody {},
        }
    }

    fn into_held(self) -> Unhandled {
        match self {
            Self::Unhandled(error) => error,
            Self::_Of(nobody, _) => match nobody {},
        }
    }
}

/// A crate's `Error`: what it holds beyond the errors of the model.
#[doc(hidden)]
pub trait CrateError: ServiceError {
    /// Wraps what the model doesn't describe.
    fn of_unhandled(error: Unhandled) -> Self;

    /// What the model doesn't describe.
    ///
    /// # Errors
    /// It is an error of the model's.
    fn into_unhandled(self) -> Result<Unhandled, Self>;
}

impl<O: 'static, E: CrateError> UnmodeledError<O, E> {
    /// The crate's error: the one that the model has for other operations, if the answer was that.
    #[doc(hidden)]
    pub fn into_crate_error(self) -> E {
        self.into_held().into_declared().unwrap_or_else(E::of_unhandled)
    }
}

#[allow(deprecated, reason = "what users are warned about, the implementation has to mention")]
impl<O: 'static, E: CrateError> ServiceError for UnmodeledError<O, E> {
    fn from_response(meta: ErrorMetadata, response: &HttpResponse) -> Self {
        // The model may have it, for other operations.
        Self::Unhandled(E::from_response(meta, response).into_unhandled().unwrap_or_else(Unhandled::undeclared))
    }
}

#[allow(deprecated, reason = "what users are warned about, the implementation has to mention")]
impl<O, E> CreateUnhandledError for UnmodeledError<O, E> {
    fn create_unhandled_error(source: BoxError, meta: Option<ErrorMetadata>) -> Self {
        Self::Unhandled(Unhandled::new(source, meta))
    }
}

impl<O, E> ProvideErrorMetadata for UnmodeledError<O, E> {
    fn meta(&self) -> &ErrorMetadata {
        self.held().meta()
    }
}

impl<O, E> Debug for UnmodeledError<O, E> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        fmt_held(("Unhandled", self.held()), f)
    }
}

impl<O, E> Display for UnmodeledError<O, E> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Display::fmt(self.held(), f)
    }
}

impl<O, E> Error for UnmodeledError<O, E> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        HeldError::cause(self.held())
    }
}

impl<O, E> RequestId for UnmodeledError<O, E> {
    fn request_id(&self) -> Option<&str> {
        RequestId::request_id(self.meta())
    }
}

//! The error of every call.

use super::context::{
    Answered, ConstructionFailure, DispatchFailure, Facts, Inner, ResponseError, ServiceError, TimeoutError,
};
use super::{BoxError, BuildError, ConnectorError, CreateUnhandledError, ErrorMetadata, ProvideErrorMetadata, report};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result;
use aws_smithy_types::error::metadata::EMPTY_ERROR_METADATA;
use aws_types::request_id::RequestId;
use std::error::Error;
use std::fmt::{self, Debug, Display, Formatter};

/// Why a call failed.
///
/// Its text is one line that says what happened:
///
/// ```text
/// GetNetwork: ResourceNotFoundError: no such network (HTTP 404, request id abc-123)
/// ListNetworks: could not connect to https://admin.wickr.eu-central-1.amazonaws.com: Connection refused (os error 111)
/// ListNetworks: no answer within 120s (operation timeout)
/// BatchCreateUser: input is incomplete: network_id, users are required
/// ```
///
/// Variants and methods are those of `aws_smithy_runtime_api`'s type of the same name.
#[non_exhaustive]
pub enum SdkError<E, R = HttpResponse> {
    /// The request was not built; nothing was sent.
    ConstructionFailure(ConstructionFailure),
    /// A deadline passed; the request may have reached the service.
    TimeoutError(TimeoutError),
    /// No answer came.
    DispatchFailure(DispatchFailure),
    /// An answer came that cannot be read.
    ResponseError(ResponseError<R>),
    /// The service answered with an error.
    ServiceError(ServiceError<E, R>),
}

impl<E, R> SdkError<E, R> {
    /// The request was not built.
    pub fn construction_failure(source: impl Into<BoxError>) -> Self {
        Self::construction_with(Facts::default(), source.into())
    }

    /// A deadline passed.
    pub fn timeout_error(source: impl Into<BoxError>) -> Self {
        Self::timeout_with(Facts::default(), source.into())
    }

    /// No answer came.
    pub fn dispatch_failure(source: ConnectorError) -> Self {
        Self::dispatch_with(Facts::default(), source)
    }

    /// An answer came that cannot be read.
    pub fn response_error(source: impl Into<BoxError>, raw: R) -> Self {
        Self::response_with(Facts::default(), source.into(), raw)
    }

    /// The service answered with an error.
    pub fn service_error(source: E, raw: R) -> Self {
        Self::service_with(Facts::default(), source, raw)
    }

    pub(crate) fn construction_with(facts: Facts, source: BoxError) -> Self {
        Self::ConstructionFailure(ConstructionFailure(Box::new(Inner { source, facts })))
    }

    pub(crate) fn timeout_with(facts: Facts, source: BoxError) -> Self {
        Self::TimeoutError(TimeoutError(Box::new(Inner { source, facts })))
    }

    pub(crate) fn dispatch_with(facts: Facts, source: ConnectorError) -> Self {
        Self::DispatchFailure(DispatchFailure(Box::new(Inner { source, facts })))
    }

    pub(crate) fn response_with(facts: Facts, source: BoxError, raw: R) -> Self {
        Self::ResponseError(ResponseError(Box::new(Answered { source, raw, facts })))
    }

    pub(crate) fn service_with(facts: Facts, source: E, raw: R) -> Self {
        Self::ServiceError(ServiceError(Box::new(Answered { source, raw, facts })))
    }

    /// The service's error; any other failure is wrapped in its unhandled variant.
    pub fn into_service_error(self) -> E
    where
        E: Error + Send + Sync + CreateUnhandledError + 'static,
        R: Debug + Send + Sync + 'static,
    {
        match self {
            Self::ServiceError(context) => context.into_err(),
            other => E::create_unhandled_error(other.into(), None),
        }
    }

    /// The service's error, if it is one.
    pub fn as_service_error(&self) -> Option<&E> {
        match self {
            Self::ServiceError(context) => Some(context.err()),
            _ => None,
        }
    }

    /// The cause.
    ///
    /// # Errors
    ///
    /// None at present: every variant has a cause. The signature is `aws_smithy_runtime_api`'s.
    pub fn into_source(self) -> Result<Box<dyn Error + Send + Sync + 'static>, Self>
    where
        E: Error + Send + Sync + 'static,
    {
        Ok(match self {
            Self::ConstructionFailure(context) => context.0.source,
            Self::TimeoutError(context) => context.0.source,
            Self::DispatchFailure(context) => context.0.source.into(),
            Self::ResponseError(context) => context.0.source,
            Self::ServiceError(context) => context.0.source.into(),
        })
    }

    /// The response, where one arrived.
    pub fn raw_response(&self) -> Option<&R> {
        match self {
            Self::ServiceError(context) => Some(context.raw()),
            Self::ResponseError(context) => Some(context.raw()),
            _ => None,
        }
    }

    /// The operation that was called, by its name in the model; `None` for an error made by hand.
    pub fn operation(&self) -> Option<&'static str> {
        self.facts().operation
    }

    /// Changes the service's error and leaves other failures as they are.
    pub fn map_service_error<E2>(self, map: impl FnOnce(E) -> E2) -> SdkError<E2, R> {
        match self {
            Self::ServiceError(context) => {
                let Answered { source, raw, facts } = *context.0;
                SdkError::service_with(facts, map(source), raw)
            }
            Self::ConstructionFailure(context) => SdkError::ConstructionFailure(context),
            Self::TimeoutError(context) => SdkError::TimeoutError(context),
            Self::DispatchFailure(context) => SdkError::DispatchFailure(context),
            Self::ResponseError(context) => SdkError::ResponseError(context),
        }
    }

    fn facts(&self) -> &Facts {
        match self {
            Self::ConstructionFailure(context) => &context.0.facts,
            Self::TimeoutError(context) => &context.0.facts,
            Self::DispatchFailure(context) => &context.0.facts,
            Self::ResponseError(context) => &context.0.facts,
            Self::ServiceError(context) => &context.0.facts,
        }
    }
}

/// As what the official crates' calls fail with, for functions that take errors of any service. Its variant and all that is
/// below it stay the same; its line is that type's, which says less.
impl<E, R> From<SdkError<E, R>> for result::SdkError<E, R> {
    fn from(error: SdkError<E, R>) -> Self {
        match error {
            SdkError::ConstructionFailure(context) => Self::construction_failure(context.0.source),
            SdkError::TimeoutError(context) => Self::timeout_error(context.0.source),
            SdkError::DispatchFailure(context) => Self::dispatch_failure(context.0.source),
            SdkError::ResponseError(context) => {
                let Answered { source, raw, .. } = *context.0;
                Self::response_error(source, raw)
            }
            SdkError::ServiceError(context) => {
                let Answered { source, raw, .. } = *context.0;
                Self::service_error(source, raw)
            }
        }
    }
}

impl<E: Debug, R: Debug> Debug for SdkError<E, R> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::ConstructionFailure(context) => context.fmt(f),
            Self::TimeoutError(context) => context.fmt(f),
            Self::DispatchFailure(context) => context.fmt(f),
            Self::ResponseError(context) => context.fmt(f),
            Self::ServiceError(context) => context.fmt(f),
        }
    }
}

impl<E: Display, R> Display for SdkError<E, R> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let facts = self.facts();
        if let (Some(operation), false) = (facts.operation, matches!(self, Self::ServiceError(_))) {
            write!(f, "{operation}: ")?;
        }
        match self {
            Self::ConstructionFailure(context) => report::write_chain(f, context.source()),
            Self::TimeoutError(context) => report::write_chain(f, context.source()),
            Self::DispatchFailure(context) => report::write_dispatch(f, &context.0.source),
            Self::ResponseError(context) => report::write_unreadable(f, facts, context.0.source.as_ref()),
            Self::ServiceError(context) => report::write_answer(f, facts, context.err()),
        }
    }
}

impl<E, R> Error for SdkError<E, R>
where
    E: Error + 'static,
    R: Debug,
{
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(match self {
            Self::ConstructionFailure(context) => context.0.source.as_ref(),
            Self::TimeoutError(context) => context.0.source.as_ref(),
            Self::DispatchFailure(context) => &context.0.source,
            Self::ResponseError(context) => context.0.source.as_ref(),
            Self::ServiceError(context) => context.err(),
        })
    }
}

impl<E, R> From<BuildError> for SdkError<E, R> {
    fn from(error: BuildError) -> Self {
        Self::construction_failure(error)
    }
}

impl<E: ProvideErrorMetadata, R> ProvideErrorMetadata for SdkError<E, R> {
    fn meta(&self) -> &ErrorMetadata {
        match self {
            Self::ServiceError(context) => context.err().meta(),
            _ => &EMPTY_ERROR_METADATA,
        }
    }
}

impl<E> RequestId for SdkError<E, HttpResponse> {
    fn request_id(&self) -> Option<&str> {
        self.raw_response().and_then(|response| super::decode::request_id(response.headers()))
    }
}

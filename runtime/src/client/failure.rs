//! How a call failed, before the operation's error type is known.

use crate::error::context::Facts;
use crate::error::{BoxError, ConnectorError, ErrorMetadata, SdkError, ServiceError, decode, said_of};
use crate::timeout::Elapsed;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;

/// The non-generic half of [`SdkError`].
#[derive(Debug)]
pub(super) enum Failure {
    /// Nothing was sent.
    Construction(BoxError),
    /// A deadline passed.
    Timeout(Elapsed),
    /// No answer came.
    Dispatch(ConnectorError),
    /// A hook refused the answer.
    Response(BoxError, Box<HttpResponse>),
    /// The service answered with an error.
    Answer(Box<Answer>),
}

/// An error response, and what it says.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) meta: ErrorMetadata,
    pub(super) response: HttpResponse,
}

impl Answer {
    /// The answer's status; of an error in a success, that which such an error has elsewhere.
    pub(super) fn status(&self) -> u16 {
        if self.response.status().is_success() { 500 } else { self.response.status().as_u16() }
    }

    pub(super) fn code(&self) -> &str {
        decode::shape(&self.meta).unwrap_or_default()
    }
}

/// What goes wrong before a request is sent goes wrong in many ways, and all of them end the call.
impl From<BoxError> for Failure {
    fn from(error: BoxError) -> Self {
        Self::Construction(error)
    }
}

impl Failure {
    /// Makes the call's error; the service's error type reads the answer.
    pub(super) fn into_error<E: ServiceError>(self, operation: &'static str) -> SdkError<E> {
        match self {
            Self::Construction(error) => SdkError::construction_with(Facts::of(operation), error),
            Self::Timeout(elapsed) => SdkError::timeout_with(Facts::of(operation), elapsed.into()),
            Self::Dispatch(error) => SdkError::dispatch_with(Facts::of(operation), error),
            Self::Response(error, response) => unreadable(operation, error, *response),
            Self::Answer(answer) => {
                let Answer { meta, response } = *answer;
                let meta = said_of(meta, operation, response.status().as_u16());
                let error = E::from_response(meta, &response);
                SdkError::service_with(facts(operation, &response), error, response)
            }
        }
    }
}

/// The error of an answer that could not be read.
pub(super) fn unreadable<E>(operation: &'static str, error: BoxError, response: HttpResponse) -> SdkError<E> {
    SdkError::response_with(facts(operation, &response), error, response)
}

fn facts(operation: &'static str, response: &HttpResponse) -> Facts {
    Facts {
        operation: Some(operation),
        status: Some(response.status().as_u16()),
        request_id: decode::request_id(response.headers()).map(str::to_owned),
    }
}

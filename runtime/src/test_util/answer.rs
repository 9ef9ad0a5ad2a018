//! What a rule answers with.

use super::call::Call;
use super::encode::Parts;
use crate::client::Operation;
#[cfg(feature = "xml")]
use crate::codec::xml::Wrapping;
use crate::codec::{Built, Members};
use crate::config::http::HttpResponse;
use crate::error::{
    BoxError, ConnectorError, CrateError, ErrorMetadata, ModeledError, Phase, ServiceError, TransportError,
    UnmodeledError,
};
use aws_smithy_types::body::SdkBody;
use aws_types::request_id::RequestId;
use std::time::Duration;

/// What a transport gives for a call that goes to `endpoint`.
pub(super) type Answer = Box<dyn Fn(&Call, &str) -> Result<HttpResponse, ConnectorError> + Send + Sync>;

/// An answer that the rule's own code makes, and that may be impossible to write.
fn written(make: impl Fn(&Call) -> Result<HttpResponse, BoxError> + Send + Sync + 'static) -> Answer {
    Box::new(move |call, endpoint| {
        make(call).map_err(|error| {
            let text = format!("the rule's answer can't be sent: {error}");
            ConnectorError::user(TransportError::complete(Phase::Prepare, endpoint.to_owned(), text).into())
        })
    })
}

/// What a rule makes of an input, in one of three forms.
#[derive(Debug)]
#[allow(clippy::large_enum_variant, reason = "the variants are those of `aws-smithy-mocks`")]
pub enum MockResponse<O, E> {
    /// An output.
    Output(O),
    /// One of the service's errors.
    Error(E),
    /// A response of any kind.
    Http(HttpResponse),
}

/// Answers with what `make` makes of the input.
pub(super) fn computed<I: Operation<Error: AnswerError> + Built>(
    make: impl Fn(&I) -> MockResponse<I::Output, I::Error> + Send + Sync + 'static,
) -> Answer {
    written(move |call| {
        let input = call.input::<I>().ok_or("the input can't be read back")?;
        match make(&input) {
            MockResponse::Output(mut output) => {
                let parts = Parts::of(&output, 200)?;
                #[cfg(feature = "xml")]
                let parts = match around_output::<I>() {
                    Some(around) => parts.into_xml(around)?,
                    None => parts,
                };
                let parts = match I::METADATA.service.rpc_protocol() {
                    Some(protocol) => parts.into_rpc(protocol)?,
                    None => parts,
                };
                #[cfg(feature = "event-stream")]
                if let Some(events) = I::RESPONSE_EVENTS {
                    let messages = (events.take)(&mut output);
                    return super::events::answer(parts, &events, messages, I::METADATA.service.content_type);
                }
                let stream = I::RESPONSE_STREAM.map(|stream| std::mem::take(stream(&mut output)).into_inner());
                parts.answer(stream)
            }
            MockResponse::Error(error) => error.to_answer()?.answer(call),
            MockResponse::Http(response) => Ok(response),
        }
    })
}

/// The elements around an output's members, the innermost first, where answers are XML.
#[cfg(feature = "xml")]
fn around_output<I: Operation>() -> Option<&'static [&'static str]> {
    Some(match I::WRAPPING? {
        Wrapping::Root => &["Response"],
        Wrapping::Result => &["Result", "Response"],
        Wrapping::None => &[],
    })
}

/// Answers with the output that `make` makes of the input.
pub(super) fn output<I: Operation<Error: AnswerError> + Built>(
    make: impl Fn(&I) -> I::Output + Send + Sync + 'static,
) -> Answer {
    computed::<I>(move |input| MockResponse::Output(make(input)))
}

/// Answers with one of the service's errors.
pub(super) fn error<E: AnswerError>(make: impl Fn() -> E + Send + Sync + 'static) -> Answer {
    written(move |call| make().to_answer()?.answer(call))
}

/// Answers with a response as it is.
pub(super) fn response(make: impl Fn() -> HttpResponse + Send + Sync + 'static) -> Answer {
    written(move |_| Ok(make()))
}

/// Answers with a status and a body.
pub(super) fn status(status: u16, body: Option<String>) -> Answer {
    written(move |_| Parts::new(status).answer(Some(body.clone().map_or_else(SdkBody::empty, SdkBody::from))))
}

/// Fails as if nothing listened at the endpoint.
pub(super) fn refused() -> Answer {
    Box::new(|_, endpoint| Err(nobody_listens(endpoint)))
}

/// Fails as if no answer had come within the read timeout.
pub(super) fn timeout() -> Answer {
    Box::new(|call, endpoint| Err(silence(endpoint, call.patience)))
}

pub(super) fn nobody_listens(endpoint: &str) -> ConnectorError {
    let error = std::io::Error::from(std::io::ErrorKind::ConnectionRefused);
    let error = TransportError::new(Phase::Connect, endpoint.to_owned(), error);
    ConnectorError::io(error.into()).never_connected()
}

pub(super) fn silence(endpoint: &str, patience: Duration) -> ConnectorError {
    let text = format!("no answer from {endpoint} within {patience:?} (read timeout)");
    let error = TransportError::complete(Phase::Exchange, endpoint.to_owned(), text);
    ConnectorError::timeout(error.into())
}

pub(super) fn broken_off(endpoint: &str) -> ConnectorError {
    let error = std::io::Error::from(std::io::ErrorKind::ConnectionReset);
    ConnectorError::io(TransportError::new(Phase::Exchange, endpoint.to_owned(), error).into())
}

/// The status of an error that the model doesn't describe, and that says none.
const BAD_REQUEST: u16 = 400;

/// A service's error that a rule can answer with. Generated error types are; by default, code and message are all that is
/// answered.
pub trait AnswerError: ServiceError {
    /// The answer that stands for this error.
    ///
    /// # Errors
    /// A member can't be written.
    #[doc(hidden)]
    fn to_answer(&self) -> Result<ErrorAnswer, BoxError> {
        ErrorAnswer::unmodeled(self.meta())
    }
}

impl<O: 'static, E: CrateError> AnswerError for UnmodeledError<O, E> {}

const ERROR_TYPE: &str = "x-amzn-errortype";
const QUERY_ERROR: &str = "x-amzn-query-error";

/// One of the service's errors as its answer.
#[derive(Debug)]
pub struct ErrorAnswer(Parts);

impl ErrorAnswer {
    /// An error of the model's, with its code there and its status, if the model says one.
    ///
    /// # Errors
    /// A member can't be written.
    pub fn modeled<T: ModeledError + Members>(error: &T) -> Result<Self, BoxError> {
        let parts = Parts::of(error, T::STATUS.unwrap_or(BAD_REQUEST))?;
        Self::with(parts, Some(T::CODE), error.meta())
    }

    /// An error of a code and a message alone.
    ///
    /// # Errors
    /// The code can't be written.
    pub fn unmodeled(meta: &ErrorMetadata) -> Result<Self, BoxError> {
        Self::with(Parts::new(BAD_REQUEST), meta.code(), meta)
    }

    fn with(mut parts: Parts, code: Option<&str>, meta: &ErrorMetadata) -> Result<Self, BoxError> {
        if let Some(code) = code {
            parts.header(ERROR_TYPE, code)?;
            #[cfg(feature = "simple-rest-json")]
            parts.header(crate::error::decode::ERROR_TYPE, code)?;
        }
        // A code of its own that isn't the model's: that of a service that speaks awsQuery, or once did.
        if let Some(own) = meta.code().filter(|own| Some(*own) != code) {
            parts.header(QUERY_ERROR, own)?;
        }
        if let Some(id) = meta.request_id() {
            parts.header("x-amzn-requestid", id)?;
        }
        if let Some(message) = meta.message() {
            parts.message(message)?;
        }
        Ok(Self(parts))
    }

    /// The answer to a call, in the form of the service's protocol.
    fn answer(self, call: &Call) -> Result<HttpResponse, BoxError> {
        #[cfg(feature = "xml")]
        if call.copy.metadata.service.answers_xml() {
            let Self(mut parts) = self;
            // XML has the code in the body, and only one.
            let (model, own) = (parts.headers.remove(ERROR_TYPE), parts.headers.remove(QUERY_ERROR));
            if let Some(code) = own.as_ref().or(model.as_ref()) {
                parts.said("Code", code.to_str()?);
            }
            return parts.into_xml(&["Error", "ErrorResponse"])?.answer(None);
        }
        match call.copy.metadata.service.rpc_protocol() {
            Some(protocol) => self.rpc(protocol)?.answer(None),
            None => self.0.answer(None),
        }
    }

    /// The answer in a protocol of Smithy RPC v2, which has the code in the body.
    fn rpc(self, protocol: &'static str) -> Result<Parts, BoxError> {
        let Self(mut parts) = self;
        if let Some(code) = parts.headers.remove(ERROR_TYPE) {
            parts.text("__type", code.to_str()?)?;
        }
        parts.into_rpc(protocol)
    }
}

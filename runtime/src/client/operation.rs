//! What an operation is to the send path: its input makes a request, and reads the answer.

#[cfg(feature = "event-stream")]
use super::events::{EventsIn, EventsOut, Sending};
use super::{Discover, Request, RequestIds};
#[cfg(feature = "xml")]
use crate::codec::xml::Wrapping;
use crate::codec::{Answered, Built, MemberReader, Members, ResponseParts, read_json};
#[cfg(feature = "simple-rest-json")]
use crate::declare::ByStatus;
use crate::declare::{Auth, HostPrefix, Metadata, Retries, Transfer};
use crate::endpoint::{EndpointMember, EndpointParams};
use crate::error::{BoxError, InputError};
use crate::http::RequestParts;
use crate::primitives::{ByteStream, SdkBody};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use http::HeaderValue;

/// Where in an input or output the stream stands, if there is one.
pub type StreamIn<T> = Option<fn(&mut T) -> &mut ByteStream>;

/// An operation's input: says what is fixed about the operation and where each member goes.
///
/// Generated code implements it; programs use it through `Client::send`, or as a bound.
pub trait Operation: Members + std::fmt::Debug + Sized + Send + Sync + 'static {
    /// What a successful call returns.
    type Output: Output;
    /// The service's errors.
    type Error: crate::error::ServiceError;
    /// What is fixed about the operation.
    const METADATA: &'static Metadata;

    /// The value of the header `X-Amz-Target`, for protocols that tell operations apart by it. Their requests always have
    /// a body.
    const TARGET: Option<&'static str> = None;

    /// How requests say who calls.
    const AUTH: Auth = Auth::SIGV4;

    /// What tells of the endpoint, where that has to be asked for (`aws.api#clientDiscoveredEndpoint`).
    const DISCOVER: Option<Discover> = None;

    /// How calls are repeated where the config doesn't say.
    const RETRIES: Retries = Retries::STANDARD;

    /// How bodies travel.
    const TRANSFER: Transfer = Transfer::PLAIN;

    /// The member that is the request's body, as a stream (`smithy.api#streaming`).
    const REQUEST_STREAM: StreamIn<Self> = None;

    /// The output's member that is the answer's body, as a stream.
    const RESPONSE_STREAM: StreamIn<Self::Output> = None;

    /// The member that is the request's body, as a stream of events.
    #[cfg(feature = "event-stream")]
    const REQUEST_EVENTS: Option<EventsIn<Self>> = None;

    /// The output's member that is the answer's body, as a stream of events.
    #[cfg(feature = "event-stream")]
    const RESPONSE_EVENTS: Option<EventsOut<Self::Output>> = None;

    /// What stands around the output's members in an answer, where answers are XML.
    #[cfg(feature = "xml")]
    const WRAPPING: Option<Wrapping> = None;

    /// Whether errors have nothing around them, and may stand in a success's body.
    #[cfg(feature = "s3")]
    const BARE_ERRORS: bool = false;

    /// What answers mean by their status, where that tells errors apart.
    #[cfg(feature = "simple-rest-json")]
    const BY_STATUS: Option<ByStatus> = None;

    /// What goes before the endpoint's host (`smithy.api#endpoint`).
    fn host_prefix(&self) -> Option<HostPrefix> {
        None
    }

    /// What the operation says about its endpoint: values for parameters of the service's rules.
    fn endpoint_params(&self) -> EndpointParams {
        EndpointParams::new()
    }

    /// The endpoint that a member names, where requests go rather than to the service's own.
    fn endpoint(&self) -> Option<EndpointMember> {
        None
    }

    /// Builds the request. `token` supplies an idempotency token for an input that has none; it is called at most
    /// once. A stream goes from the input into the request; all else stays.
    ///
    /// # Errors
    /// Everything that is wrong with the input.
    fn build_request(&mut self, token: &mut dyn FnMut() -> String) -> Result<Request, InputError> {
        let service = Self::METADATA.service;
        let mut parts = self.request_parts(token)?;
        #[cfg(feature = "event-stream")]
        if Self::RESPONSE_EVENTS.is_some() {
            super::events::accept(&mut parts);
        }
        for (name, value) in service.headers {
            // An answer that is a stream of events is asked for as such.
            parts.headers.entry(*name).or_insert(HeaderValue::from_static(value));
        }
        if let Some(target) = Self::TARGET {
            parts.always_with_body(service.content_type);
            parts.headers.insert("x-amz-target", HeaderValue::from_static(target));
        }
        let host_prefix = self.host_prefix().map(HostPrefix::finish).transpose()?;
        let endpoint_params = self.endpoint_params().finish()?;
        let endpoint = self.endpoint().map(EndpointMember::checked).transpose()?;
        #[cfg(feature = "event-stream")]
        let events = Self::REQUEST_EVENTS.map(|events| Sending::new((events.take)(self), events.initial, &mut parts));
        Ok(Request {
            auth: Self::AUTH,
            host_prefix,
            endpoint_params,
            endpoint,
            stream: Self::REQUEST_STREAM.map(|stream| std::mem::take(stream(self))),
            discover: Self::DISCOVER,
            retries: Self::RETRIES,
            transfer: Self::TRANSFER,
            answer_streams: Self::RESPONSE_STREAM.is_some(),
            #[cfg(feature = "s3")]
            bare_errors: Self::BARE_ERRORS,
            #[cfg(feature = "simple-rest-json")]
            by_status: Self::BY_STATUS,
            #[cfg(feature = "event-stream")]
            events,
            #[cfg(feature = "event-stream")]
            answers_events: Self::RESPONSE_EVENTS.is_some(),
            ..Request::new(Self::METADATA, parts)
        })
    }

    /// Path, query, headers and body of the request, as the protocol has them: JSON, unless the operation says otherwise.
    ///
    /// # Errors
    /// Everything that is wrong with the input.
    fn request_parts(&self, token: &mut dyn FnMut() -> String) -> Result<RequestParts, InputError> {
        crate::http::build(self, Self::METADATA.uri, Self::METADATA.service.content_type, token)
    }

    /// Reads what an answer holds, in its body and elsewhere: JSON, unless the operation says otherwise.
    ///
    /// # Errors
    /// The answer is not what the model says.
    fn read_answer(answer: &ResponseParts<'_>) -> Result<Answered<<Self::Output as Built>::Builder>, BoxError> {
        read_json::<Self::Output>(answer)
    }

    /// Reads the output of a successful response. A stream goes from the response into the output.
    ///
    /// # Errors
    /// The body is not what the model says.
    fn parse_response(response: &mut HttpResponse) -> Result<Self::Output, BoxError> {
        let answered = Self::read_answer(&ResponseParts::new(response))?;
        let mut output = completed::<Self>(answered, response);
        if let Some(stream) = Self::RESPONSE_STREAM {
            *stream(&mut output) = std::mem::replace(response.body_mut(), SdkBody::taken()).into();
        }
        Ok(output)
    }
}

/// The output of what an answer holds, with the ID by which the service knows the request.
pub(super) fn completed<O: Operation>(
    answered: Answered<<O::Output as Built>::Builder>,
    response: &HttpResponse,
) -> O::Output {
    let Answered { output, request_id } = answered;
    let mut output = output.corrected();
    let in_header = crate::error::decode::request_id(response.headers()).map(str::to_owned);
    output.set_request_ids(RequestIds {
        id: in_header.or(request_id),
        #[cfg(feature = "s3")]
        extended: crate::error::extended_request_id(response.headers()).map(str::to_owned),
    });
    output
}

/// What an operation returns.
pub trait Output: Built + Members + Send + Sync + 'static {
    /// Keeps the IDs by which the service knows the request.
    fn set_request_ids(&mut self, ids: RequestIds);
}

//! The receiving end.

use super::Events;
use super::incoming::{Broken, Incoming, Origin, is_initial};
use super::listed::listed;
use super::message::{self, Kind};
use super::outgoing::{Messages, Side, of_results};
use crate::codec::{Codec, EventCodec, EventFormat, EventParts, Zero, within};
use crate::error::context::Facts;
use crate::error::decode::exception_metadata;
use crate::error::{BoxError, ConnectorError, ErrorMetadata, Exception, SdkError, ServiceError, said_by};
use crate::event_stream::frame::MAX_PAYLOAD_BYTES;
use crate::transport::memory_for;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::event_stream::{Message, RawMessage};
use futures_core::Stream;
use http::header::HeaderName;
use serde::de::DeserializeOwned;
use serde::{Deserializer, Serializer};
use std::fmt::{self, Debug, Formatter};
use std::future::poll_fn;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};

/// Receives the events of an operation's output, one by one.
///
/// [`recv`](Self::recv) waits for the next; it is also a [`Stream`], whose items are events. An error ends the stream:
///
/// - [`SdkError::ServiceError`]: the service ended the stream with one of the union's errors, or with one that the model doesn't have;
/// - [`SdkError::ResponseError`]: a message is broken, or isn't what the model says;
/// - [`SdkError::DispatchFailure`]: the connection broke, or nothing arrived for as long as the [timeouts](crate::config::timeout) allow.
///
/// Dropping it ends the call: the connection is closed.
///
/// ```
/// use sdk_runtime::SdkError;
/// use sdk_runtime::error::ServiceError;
/// use sdk_runtime::event_stream::{EventReceiver, Events, RawMessage};
///
/// /// The events up to the stream's end.
/// async fn all<T, E>(mut events: EventReceiver<T, E>) -> Result<Vec<T>, SdkError<E, RawMessage>>
/// where
///     T: Events<Error = E>,
///     E: ServiceError,
/// {
///     let mut all = Vec::new();
///     while let Some(event) = events.recv().await? {
///         all.push(event);
///     }
///     Ok(all)
/// }
/// ```
pub struct EventReceiver<T, E> {
    source: Source,
    of: PhantomData<fn() -> (T, E)>,
}

enum Source {
    /// An answer.
    Wire(Box<Incoming>),
    /// Events of a program's, for a test's answer.
    Played(Messages),
    /// Nothing.
    None,
}

impl<T, E> EventReceiver<T, E> {
    #[doc(hidden)]
    pub fn new(incoming: Incoming) -> Self {
        Self { source: Source::Wire(Box::new(incoming)), of: PhantomData }
    }

    #[doc(hidden)]
    pub fn is_given(&self) -> bool {
        !matches!(self.source, Source::None)
    }

    /// The messages that stand for the events that it was made from.
    #[doc(hidden)]
    pub fn take_messages(&mut self) -> Option<Messages> {
        match std::mem::replace(&mut self.source, Source::None) {
            Source::Played(messages) => Some(messages),
            _ => None,
        }
    }
}

impl<T: Events<Error = E>, E: ServiceError> EventReceiver<T, E> {
    /// Waits for the next event; `None` is the end of the stream. An error ends the stream, too: after it there is nothing.
    ///
    /// It may be dropped while it waits, as `select!` does, without losing an event.
    ///
    /// # Errors
    /// See [`EventReceiver`].
    pub async fn recv(&mut self) -> Result<Option<T>, SdkError<E, RawMessage>> {
        poll_fn(|context| self.poll_event(context)).await.transpose()
    }

    fn poll_event(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T, SdkError<E, RawMessage>>>> {
        let Source::Wire(incoming) = &mut self.source else {
            return self.poll_played(context);
        };
        loop {
            let message = match std::task::ready!(incoming.poll(context)) {
                None => return Poll::Ready(None),
                Some(Err(broken)) => return Poll::Ready(Some(Err(unreceived(broken, &incoming.origin)))),
                Some(Ok(message)) => message,
            };
            // Of an output without other members nobody waited for it.
            if is_initial(&message) {
                continue;
            }
            let event = event::<T>(message, &incoming.origin);
            if event.is_err() {
                incoming.finish();
            }
            return Poll::Ready(Some(event));
        }
    }

    /// What was played, as if it had been received.
    fn poll_played(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T, SdkError<E, RawMessage>>>> {
        let Source::Played(messages) = &mut self.source else { return Poll::Ready(None) };
        let event = match std::task::ready!(messages.as_mut().poll_next(context)) {
            None => return Poll::Ready(None),
            Some(Err(error)) => Err(unreceived(Broken::Transport(error), &Origin::default())),
            Some(Ok(message)) => event::<T>(message, &Origin::default()),
        };
        if event.is_err() {
            self.source = Source::None;
        }
        Poll::Ready(Some(event))
    }
}

/// What a message means to its stream.
fn event<T: Events>(message: Message, origin: &Origin) -> Result<T, SdkError<T::Error, RawMessage>> {
    let outcome = match message::kind(&message) {
        Ok(Kind::Event(name)) => {
            let parts = EventParts::new(message.headers(), message.payload());
            let event = within(memory_for(MAX_PAYLOAD_BYTES), || T::read_event(name, &parts));
            event.map(|event| Ok(event.unwrap_or_else(T::unknown))).map_err(|error| misfit(name, error))
        }
        Ok(Kind::Exception(name)) => {
            let code = T::ERRORS.iter().find(|(known, _)| *known == name).map_or(name, |(_, code)| code);
            Ok(Err(exception::<T>(code, &message, origin)))
        }
        Ok(Kind::Error(code, text)) => Ok(Err(error(code, text, origin))),
        Err(problem) => Err(problem),
    };
    match outcome {
        Ok(Ok(event)) => Ok(event),
        Ok(Err(error)) => Err(SdkError::service_with(facts(origin), error, RawMessage::Decoded(message))),
        Err(problem) => Err(SdkError::response_with(facts(origin), problem, RawMessage::Decoded(message))),
    }
}

/// The events in what was sent, as far as there are whole ones: for what stands in for the service in tests.
#[cfg(feature = "test-util")]
pub(crate) fn sent<T: Events>(bytes: &[u8]) -> Vec<T> {
    let mut found = Vec::new();
    for message in super::incoming::messages(bytes) {
        // Around the message of a request that is signed is another one.
        let is_signed = message.headers().iter().any(|header| header.name().as_str() == ":chunk-signature");
        let inner = if is_signed { super::incoming::messages(message.payload()) } else { vec![message] };
        let is_event = |message: &Message| matches!(message::kind(message), Ok(Kind::Event(name)) if name != message::INITIAL_REQUEST);
        let events = inner.into_iter().filter(is_event);
        found.extend(events.filter_map(|message| event::<T>(message, &Origin::default()).ok()));
    }
    found
}

fn misfit(name: &str, error: BoxError) -> BoxError {
    format!(
        "the event {:?} is not what the model says: {error}",
        crate::text::line(name, crate::text::SHORT).to_string()
    )
    .into()
}

/// The status under which an exception is read: it stands in no answer of its own.
const NO_STATUS: u16 = 400;

/// An error of the model's.
fn exception<T: Events>(code: &str, message: &Message, origin: &Origin) -> T::Error {
    let mut response = as_response(code, origin, message.payload().clone().into());
    response.add_extension(Exception {
        message: message.clone(),
        #[cfg(feature = "cbor")]
        media_type: T::Format::CONTENT_TYPE,
    });
    let body = response.body().bytes().unwrap_or_default();
    let meta = exception_metadata(T::Format::CONTENT_TYPE, NO_STATUS, response.headers(), body);
    T::Error::from_response(said_by(meta, origin.operation), &response)
}

/// An error that no model has.
fn error<E: ServiceError>(code: Option<&str>, text: Option<&str>, origin: &Origin) -> E {
    let mut meta = ErrorMetadata::builder();
    if let Some(code) = code {
        meta = meta.code(code);
    }
    if let Some(text) = text {
        meta = meta.message(text);
    }
    let response = as_response(code.unwrap_or_default(), origin, SdkBody::empty());
    E::from_response(said_by(meta.build(), origin.operation), &response)
}

/// An error of a stream as the answer that it would be.
fn as_response(code: &str, origin: &Origin, body: SdkBody) -> HttpResponse {
    let status = http::StatusCode::BAD_REQUEST;
    let mut response = HttpResponse::new(status.into(), body);
    let told = [("x-amzn-errortype", Some(code)), ("x-amzn-requestid", origin.request_id.as_deref())];
    for (name, value) in told {
        if let (Ok(name), Some(Ok(value))) = (HeaderName::try_from(name), value.map(http::HeaderValue::from_str)) {
            let _ = response.headers_mut().try_insert(name, value);
        }
    }
    response
}

fn unreceived<E>(broken: Broken, origin: &Origin) -> SdkError<E, RawMessage> {
    match broken {
        Broken::Frame(error, rest) => {
            SdkError::response_with(facts(origin), error.into(), RawMessage::invalid(Some(rest)))
        }
        Broken::Transport(error) => {
            let error = match error.downcast::<ConnectorError>() {
                Ok(error) => *error,
                Err(error) => ConnectorError::io(error),
            };
            SdkError::dispatch_with(facts(origin), error)
        }
    }
}

fn facts(origin: &Origin) -> Facts {
    Facts { operation: origin.operation, status: None, request_id: origin.request_id.clone() }
}

/// A receiver of these events, for what stands in for the service in tests: `Ok` is an event, `Err` ends the stream.
impl<T, E, S> From<S> for EventReceiver<T, E>
where
    T: Events<Error = E>,
    E: ServiceError,
    S: Stream<Item = Result<T, E>> + Send + Sync + 'static,
{
    fn from(events: S) -> Self {
        Self { source: Source::Played(of_results(Box::pin(events), Side::Service)), of: PhantomData }
    }
}

impl<T: Events<Error = E>, E: ServiceError> EventReceiver<T, E> {
    /// A receiver of these events, for what stands in for the service in tests: `Ok` is an event, `Err` ends the stream.
    pub fn of(events: impl IntoIterator<Item = Result<T, E>, IntoIter: Send + Sync + 'static>) -> Self {
        super::sender::Listed(Box::new(events.into_iter())).into()
    }
}

impl<T: Events<Error = E>, E: ServiceError> Stream for EventReceiver<T, E> {
    type Item = Result<T, SdkError<E, RawMessage>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_event(context)
    }
}

/// Nothing: a stream that is over.
impl<T, E> Default for EventReceiver<T, E> {
    fn default() -> Self {
        Self { source: Source::None, of: PhantomData }
    }
}

impl<T, E> Zero for EventReceiver<T, E> {
    fn zero() -> Self {
        Self::default()
    }
}

impl<T, E> Debug for EventReceiver<T, E> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventReceiver").finish_non_exhaustive()
    }
}

impl<T: Events<Error = E> + DeserializeOwned, E: ServiceError> Codec<EventReceiver<T, E>> for EventCodec {
    fn write<S: Serializer>(&self, _: &EventReceiver<T, E>, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_none()
    }

    fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<EventReceiver<T, E>, D::Error> {
        Ok(listed(from)?.map_or_else(EventReceiver::default, EventReceiver::of))
    }
}

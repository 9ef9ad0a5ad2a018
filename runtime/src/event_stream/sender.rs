//! The sending end.

use super::Events;
use super::listed::listed;
use super::outgoing::{Messages, Side, of_results};
use crate::codec::{Codec, EventCodec, Zero};
use crate::error::ServiceError;
use futures_core::Stream;
use serde::de::DeserializeOwned;
use serde::{Deserializer, Serializer};
use std::fmt::{self, Debug, Formatter};
use std::pin::Pin;
use std::task::{Context, Poll};

type Given<T, E> = Pin<Box<dyn Stream<Item = Result<T, E>> + Send + Sync>>;

/// The events that a program sends: made from any stream of them.
///
/// The request begins at once, and each event is sent as the stream yields it; the call's answer doesn't wait for the end. An
/// `Err` that is one of the union's errors is sent as such; any other ends the call with that error.
pub struct EventStreamSender<T, E> {
    events: Option<Given<T, E>>,
}

impl<T, E> EventStreamSender<T, E> {
    #[doc(hidden)]
    pub fn is_given(&self) -> bool {
        self.events.is_some()
    }
}

impl<T: Send + Sync + 'static, E: Send + Sync + 'static> EventStreamSender<T, E> {
    /// A stream of one event.
    pub fn once(item: Result<T, E>) -> Self {
        Self::of([item])
    }

    /// A stream of these events.
    pub fn of(events: impl IntoIterator<Item = Result<T, E>, IntoIter: Send + Sync + 'static>) -> Self {
        Listed(Box::new(events.into_iter())).into()
    }
}

impl<T: Events<Error = E>, E: ServiceError> EventStreamSender<T, E> {
    /// The messages that it stands for. Nothing is left of it.
    #[doc(hidden)]
    pub fn take_messages(&mut self) -> Messages {
        of_results(self.events.take().unwrap_or_else(|| Box::pin(Listed(Box::new(std::iter::empty())))), Side::Client)
    }
}

impl<T, E, S> From<S> for EventStreamSender<T, E>
where
    S: Stream<Item = Result<T, E>> + Send + Sync + 'static,
{
    fn from(stream: S) -> Self {
        Self { events: Some(Box::pin(stream)) }
    }
}

/// What is there already, as a stream.
pub(super) struct Listed<I>(pub(super) Box<dyn Iterator<Item = I> + Send + Sync>);

impl<I> Stream for Listed<I> {
    type Item = I;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<I>> {
        Poll::Ready(self.0.next())
    }
}

/// Nothing: a call with it is incomplete.
impl<T, E> Default for EventStreamSender<T, E> {
    fn default() -> Self {
        Self { events: None }
    }
}

impl<T, E> Zero for EventStreamSender<T, E> {
    fn zero() -> Self {
        Self::default()
    }
}

impl<T, E> Debug for EventStreamSender<T, E> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventStreamSender").finish_non_exhaustive()
    }
}

impl<T: Events<Error = E> + DeserializeOwned, E: ServiceError> Codec<EventStreamSender<T, E>> for EventCodec {
    fn write<S: Serializer>(&self, _: &EventStreamSender<T, E>, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_none()
    }

    fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<EventStreamSender<T, E>, D::Error> {
        Ok(listed(from)?.map_or_else(EventStreamSender::default, EventStreamSender::of))
    }
}

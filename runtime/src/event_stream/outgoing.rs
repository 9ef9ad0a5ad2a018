//! Messages as a request's body.

use super::{Events, frame, message};
use crate::error::{BoxError, ServiceError};
use crate::timeout::Pulse;
use aws_smithy_types::event_stream::Message;
use bytes::Bytes;
use futures_core::Stream;
use http_body::{Body, Frame};
use std::fmt::{self, Debug, Formatter};
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

/// Messages as they come to be.
pub type Messages = Pin<Box<dyn Stream<Item = Result<Message, BoxError>> + Send + Sync>>;

/// Who says it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// A client: an error that isn't the union's is its own affair, and ends the call.
    Client,
    /// A service: an error that isn't the union's is told by its code.
    Service,
}

/// Events and errors as messages: the only part that is compiled for each union.
pub(super) fn of_results<T, E>(events: Pin<Box<dyn Stream<Item = Result<T, E>> + Send + Sync>>, side: Side) -> Messages
where
    T: Events<Error = E>,
    E: ServiceError,
{
    Box::pin(Written(events, side))
}

struct Written<T, E>(Pin<Box<dyn Stream<Item = Result<T, E>> + Send + Sync>>, Side);

impl<T: Events<Error = E>, E: ServiceError> Stream for Written<T, E> {
    type Item = Result<Message, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let side = self.1;
        self.0.as_mut().poll_next(context).map(|item| item.map(|item| written(item, side)))
    }
}

fn written<T: Events<Error = E>, E: ServiceError>(item: Result<T, E>, side: Side) -> Result<Message, BoxError> {
    match item {
        Ok(event) => match event.write_event()? {
            Some((name, body)) => Ok(message::event(name, body)),
            None => Err(format!("an event of {} that the model does not know can't be sent", T::NAME).into()),
        },
        Err(error) => match T::write_exception(&error)? {
            Some((name, body)) => Ok(message::exception(name, body)),
            None => match error.meta().code() {
                Some(code) if side == Side::Service => {
                    Ok(message::error(code, error.meta().message().unwrap_or_default()))
                }
                _ => Err(error.into()),
            },
        },
    }
}

/// Signs the messages of a stream, each with the signature of the one before it.
pub(crate) trait SignMessages: Send + Sync {
    /// The message around this one; around nothing at the stream's end.
    fn sign(&mut self, message: Option<&Message>) -> Result<Message, BoxError>;
}

/// Where a request's signature leaves what signs its messages. Messages of a request that isn't signed stay as they are.
#[derive(Clone, Default)]
pub(crate) struct Seal(Arc<Mutex<Option<Box<dyn SignMessages>>>>);

impl Seal {
    pub(crate) fn set(&self, signer: Box<dyn SignMessages>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(signer);
    }

    fn around(&self, message: Option<&Message>) -> Option<Result<Message, BoxError>> {
        let mut signer = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        signer.as_mut().map(|signer| signer.sign(message))
    }
}

impl Debug for Seal {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Seal").finish_non_exhaustive()
    }
}

/// A request's stream of messages, as its body.
pub struct Outgoing {
    messages: Messages,
    /// The message before all others.
    initial: Option<Message>,
    seal: Seal,
    pulse: Pulse,
    /// How many bytes were sent.
    at: u64,
    ended: bool,
}

impl Outgoing {
    /// The body that these messages make.
    pub(crate) fn new(messages: Messages, initial: Option<Message>) -> Self {
        let (seal, pulse) = (Seal::default(), Pulse::default());
        Self { messages, initial, seal, pulse, at: 0, ended: false }
    }

    /// Where the signer of its messages goes.
    pub(crate) fn seal(&self) -> Seal {
        self.seal.clone()
    }

    /// Beats with every message.
    pub(crate) fn pulse(&self) -> Pulse {
        self.pulse.clone()
    }

    fn signed(&self, message: Message) -> Result<Message, BoxError> {
        self.seal.around(Some(&message)).unwrap_or(Ok(message))
    }

    fn piece(&mut self, message: Result<Message, BoxError>) -> Result<Frame<Bytes>, BoxError> {
        let bytes = message.and_then(|message| Ok(frame::encode(&message, self.at)?));
        self.ended |= bytes.is_err();
        let bytes = bytes?;
        self.at += bytes.len() as u64;
        self.pulse.beat();
        Ok(Frame::data(bytes))
    }
}

impl Body for Outgoing {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        if self.ended {
            return Poll::Ready(None);
        }
        if let Some(initial) = self.initial.take() {
            let message = self.signed(initial);
            return Poll::Ready(Some(self.piece(message)));
        }
        match std::task::ready!(self.messages.as_mut().poll_next(context)) {
            Some(message) => {
                let message = message.and_then(|message| self.signed(message));
                Poll::Ready(Some(self.piece(message)))
            }
            None => {
                self.ended = true;
                let last = self.seal.around(None);
                Poll::Ready(last.map(|message| self.piece(message)))
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        self.ended
    }
}

impl Debug for Outgoing {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outgoing").field("at", &self.at).field("ended", &self.ended).finish_non_exhaustive()
    }
}

//! The messages of an answer's body.

use super::frame::{FrameError, Frames};
use super::message::{self, Kind};
use crate::error::BoxError;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::event_stream::Message;
use bytes::Bytes;
use http_body::Body;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

/// Where a stream comes from: what its errors say.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Origin {
    /// The operation.
    pub(crate) operation: Option<&'static str>,
    /// The ID by which the service knows the request.
    pub(crate) request_id: Option<String>,
}

impl Origin {
    pub(crate) fn of(operation: &'static str, request_id: Option<String>) -> Self {
        Self { operation: Some(operation), request_id }
    }
}

/// The messages of an answer's body, as they arrive.
#[derive(Debug)]
pub struct Incoming {
    body: SdkBody,
    frames: Frames,
    /// A message that was looked at and not taken.
    peeked: Option<Message>,
    /// Whether nothing more will come.
    ended: bool,
    pub(super) origin: Origin,
}

/// Why there is no message.
#[derive(Debug)]
pub(super) enum Broken {
    /// The bytes are no message; what there is of it.
    Frame(FrameError, Bytes),
    /// No bytes came.
    Transport(BoxError),
}

impl From<Broken> for BoxError {
    fn from(broken: Broken) -> Self {
        match broken {
            Broken::Frame(error, _) => error.into(),
            Broken::Transport(error) => error,
        }
    }
}

impl Incoming {
    /// The messages of a body.
    pub(crate) fn new(body: SdkBody, origin: Origin) -> Self {
        Self { body, frames: Frames::default(), peeked: None, ended: false, origin }
    }

    /// The next message; `None` at the end. After an error nothing more comes.
    pub(super) fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Message, Broken>>> {
        if let Some(message) = self.peeked.take() {
            return Poll::Ready(Some(Ok(message)));
        }
        while !self.ended {
            match self.frames.next() {
                Ok(Some(message)) => return Poll::Ready(Some(Ok(message))),
                Ok(None) => {}
                Err(error) => return Poll::Ready(Some(Err(self.broken(error)))),
            }
            match std::task::ready!(Pin::new(&mut self.body).poll_frame(context)) {
                // Trailers are no part of the stream.
                Some(Ok(frame)) => {
                    if let Ok(piece) = frame.into_data() {
                        self.frames.push(&piece);
                    }
                }
                Some(Err(error)) => {
                    self.finish();
                    return Poll::Ready(Some(Err(Broken::Transport(error))));
                }
                None => {
                    let end = self.frames.end().map_err(|error| self.broken(error));
                    self.finish();
                    return Poll::Ready(end.err().map(Err));
                }
            }
        }
        Poll::Ready(None)
    }

    fn broken(&mut self, error: FrameError) -> Broken {
        let rest = self.frames.rest();
        self.finish();
        Broken::Frame(error, rest)
    }

    /// Takes no more, and lets go of the connection.
    pub(super) fn finish(&mut self) {
        self.ended = true;
        self.peeked = None;
        self.body = SdkBody::empty();
    }

    /// Waits for the first message. If that has the members of an output, its payload is taken; any other stays for the
    /// program.
    pub(crate) async fn initial(&mut self) -> Result<Option<Bytes>, BoxError> {
        let first = poll_fn(|context| self.poll(context)).await.transpose()?;
        let Some(first) = first else { return Ok(None) };
        if is_initial(&first) {
            return Ok(Some(first.payload().clone()));
        }
        self.peeked = Some(first);
        Ok(None)
    }
}

impl Incoming {
    /// Whether the message that was looked at is an error.
    pub(crate) fn has_failed(&self) -> bool {
        let kind = self.peeked.as_ref().map(message::kind);
        matches!(kind, Some(Ok(Kind::Exception(_) | Kind::Error(..)) | Err(_)))
    }
}

/// The whole messages in some bytes.
#[cfg(feature = "test-util")]
pub(super) fn messages(bytes: &[u8]) -> Vec<Message> {
    let mut frames = Frames::default();
    frames.push(bytes);
    std::iter::from_fn(|| frames.next().ok().flatten()).collect()
}

/// Whether a message has the members of an output that aren't the stream.
pub(super) fn is_initial(message: &Message) -> bool {
    matches!(message::kind(message), Ok(Kind::Event(message::INITIAL_RESPONSE)))
}

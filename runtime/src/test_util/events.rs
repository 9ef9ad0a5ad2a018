//! Streams of events, both ways, for rules: what a rule's output plays, and what a program sent.

use super::encode::Parts;
use crate::client::EventsOut;
use crate::config::http::{HttpRequest, HttpResponse};
use crate::error::{BoxError, ConnectorError, Phase, TransportError};
use crate::event_stream::{CONTENT_TYPE, Events, Messages, Outgoing, initial, sent};
use crate::transport::HttpConnectorFuture;
use aws_smithy_types::body::SdkBody;
use bytes::Bytes;
use http_body::{Body, Frame};
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

/// The answer that an output with a stream of events stands for. The events are written as the service would, so that they go
/// through the real parser.
pub(super) fn answer<O>(
    mut parts: Parts,
    events: &EventsOut<O>,
    messages: Option<Messages>,
    media_type: &str,
) -> Result<HttpResponse, BoxError> {
    let initial = match events.initial {
        true => Some(initial(false, parts.take_body()?, media_type)),
        false => None,
    };
    let messages = messages.unwrap_or_else(|| Box::pin(Nothing));
    let mut response = parts.answer(Some(SdkBody::from_body_1_x(Outgoing::new(messages, initial))))?;
    response.headers_mut().insert("content-type", CONTENT_TYPE);
    Ok(response)
}

struct Nothing;

impl futures_core::Stream for Nothing {
    type Item = Result<crate::event_stream::Message, BoxError>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}

/// What a call sent so far, as it would be on the wire.
#[derive(Clone, Debug, Default)]
pub(super) struct Said(Arc<Mutex<Vec<u8>>>);

impl Said {
    /// The events, in order.
    pub(super) fn events<T: Events>(&self) -> Vec<T> {
        sent(&self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn keep(&self, piece: &[u8]) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(piece);
    }
}

/// The stream of events that a request sends, if it does.
pub(super) fn stream_of(request: &mut HttpRequest) -> Option<SdkBody> {
    let is_stream = request.headers().get("content-type") == Some(CONTENT_TYPE) && request.body().bytes().is_none();
    is_stream.then(|| request.take_body())
}

/// An answer to a stream of events. If it is one itself, it begins at once, and what is sent is read while it is read; else it
/// comes at the end.
pub(super) fn exchange(
    asked: SdkBody,
    said: Said,
    endpoint: String,
    outcome: Result<HttpResponse, ConnectorError>,
) -> HttpConnectorFuture {
    let asked = Listening { asked, said, ended: false };
    match outcome {
        Ok(mut response) if response.headers().get("content-type") == Some(CONTENT_TYPE) => {
            let answer = response.take_body();
            *response.body_mut() = SdkBody::from_body_1_x(Both { asked, answer });
            HttpConnectorFuture::ready(Ok(response))
        }
        outcome => HttpConnectorFuture::new(async move {
            let mut asked = asked;
            let heard = poll_fn(|context| asked.poll(context)).await;
            heard.map_err(|error| {
                ConnectorError::user(TransportError::new(Phase::Exchange, endpoint, Broken(error)).into())
            })?;
            outcome
        }),
    }
}

/// A request's stream that is listened to.
struct Listening {
    asked: SdkBody,
    said: Said,
    ended: bool,
}

impl Listening {
    /// Listens as far as there is something; ready at the end.
    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        while !self.ended {
            match std::task::ready!(Pin::new(&mut self.asked).poll_frame(context)) {
                Some(Ok(frame)) => self.said.keep(&frame.into_data().unwrap_or_default()),
                Some(Err(error)) => {
                    self.ended = true;
                    return Poll::Ready(Err(error));
                }
                None => self.ended = true,
            }
        }
        Poll::Ready(Ok(()))
    }
}

/// An answer that listens while it speaks.
struct Both {
    asked: Listening,
    answer: SdkBody,
}

impl Body for Both {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        if let Poll::Ready(Err(error)) = self.asked.poll(context) {
            return Poll::Ready(Some(Err(error)));
        }
        Pin::new(&mut self.answer).poll_frame(context)
    }
}

/// What ended a request's stream before its end.
#[derive(Debug)]
struct Broken(BoxError);

impl std::fmt::Display for Broken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Broken {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(self.0.as_ref())
    }
}

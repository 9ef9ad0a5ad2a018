//! Requests and answers that are streams of events.
//!
//! In: a request whose body may still be on its way. Out: the answer, whose body may go on as long as the request's. What a
//! client says is heard while its answer is read; the request is recorded when both are over, or the client is gone.

use super::body;
use super::connection::{PATIENCE, Shared, now};
use crate::request::{Problem, RecordedRequest};
use crate::response::Answer;
use crate::service::Talk;
use bytes::Bytes;
use http::Response;
use http_body_util::{BodyExt, Full};
use hyper::body::{Body, Frame, Incoming, SizeHint};
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::{Duration, Instant};
use tokio::time::Sleep;

/// How long a client has to end its stream once that is of no use: an answer gets lost with what a server has not read, and the
/// connection isn't used again.
const LINGER: Duration = Duration::from_millis(250);

/// How much of a stream is kept, in either direction, in bytes.
const KEPT: usize = 64 * 1024;

/// The body of an answer.
#[derive(Debug)]
pub(super) enum Answering {
    Whole(Full<Bytes>),
    Stream(Box<Conversation>),
}

/// A call with streams, until it is over.
#[derive(Debug)]
pub(super) struct Conversation {
    talk: Talk,
    /// The client's stream, until it ends.
    incoming: Option<Incoming>,
    /// The first piece of the answer's.
    first: Option<Bytes>,
    request: RecordedRequest,
    answered: Vec<u8>,
    heard: Vec<u8>,
    /// What ends the wait for the end of a stream that is of no use any more.
    linger: Option<Pin<Box<Sleep>>>,
    began: Instant,
    shared: Arc<Shared>,
}

/// Answers a request whose operation has a stream.
pub(super) async fn answer(
    mut request: RecordedRequest,
    incoming: Incoming,
    shared: Arc<Shared>,
) -> std::io::Result<Response<Answering>> {
    let began = Instant::now();
    let (operation, is_heard) = match shared.running.service.meaning(&request) {
        Some((operation, _)) => (Some(operation.name.clone()), operation.input_events.is_some()),
        None => (None, false),
    };
    let mut incoming = Some(incoming);
    if !is_heard && let Some(incoming) = incoming.take() {
        match body::read(incoming).await {
            Ok(body) => (request.body_size, request.body) = (body.len(), body),
            Err(problem) => return shared.refuse(request, &problem),
        }
    }
    let talk = Talk::begin(shared.running.clone(), &request, shared.denied(), now());
    let talk = match talk {
        Ok(talk) => talk,
        Err(problem) => {
            drain(incoming).await;
            return shared.refuse(request, &problem);
        }
    };
    request.operation = operation;
    let (answered, heard, first, linger) = (Vec::new(), Vec::new(), None, None);
    let mut call = Conversation { talk, incoming, first, request, answered, heard, linger, began, shared };
    while !call.talk.has_answer() {
        let Some(incoming) = &mut call.incoming else { break };
        // Where the answer is no stream, the client may take its time between events; not before the first.
        let frame = match call.request.body_size {
            0 => match tokio::time::timeout(PATIENCE, incoming.frame()).await {
                Ok(frame) => frame,
                Err(_) => {
                    let problem = Problem::Malformed("No event arrived".to_owned());
                    return call.refuse(&problem).await;
                }
            },
            _ => incoming.frame().await,
        };
        call.hear(frame.map(|frame| frame.map(|frame| frame.into_data().unwrap_or_default())));
    }
    match call.talk.take_answer() {
        Some(Ok(answer)) => Ok(call.answer(answer)),
        Some(Err(problem)) => call.refuse(&problem).await,
        None => Err(std::io::Error::other("the client's stream broke off")),
    }
}

/// Reads what comes of a stream that is of no use any more.
async fn drain(incoming: Option<Incoming>) {
    let Some(mut incoming) = incoming else { return };
    let _ = tokio::time::timeout(LINGER, async { while let Some(Ok(_)) = incoming.frame().await {} }).await;
}

impl Conversation {
    /// Takes what came of the client's stream: a piece, its end, or nothing more.
    fn hear(&mut self, piece: Option<Result<Bytes, hyper::Error>>) {
        match piece {
            Some(Ok(piece)) => {
                self.request.body_size += piece.len();
                keep(&mut self.heard, &piece);
                self.talk.hear(&piece, now());
            }
            Some(Err(_)) => {
                self.incoming = None;
                self.talk.broke();
            }
            None => {
                self.incoming = None;
                self.talk.end();
            }
        }
    }

    /// The answer, which may only begin.
    fn answer(mut self, mut answer: Answer) -> Response<Answering> {
        let number = self.shared.running.next_talk();
        answer.identify(&format!("00000000-0000-4000-9000-{number:012x}"));
        self.request.status = answer.status.as_u16();
        let mut response = Response::new(());
        *response.status_mut() = answer.status;
        *response.headers_mut() = std::mem::take(&mut answer.headers);
        self.first = Some(answer.body).filter(|first| !first.is_empty());
        response.map(|()| Answering::Stream(Box::new(self)))
    }

    /// An error instead of an answer.
    async fn refuse(mut self, problem: &Problem) -> std::io::Result<Response<Answering>> {
        drain(self.incoming.take()).await;
        let request = std::mem::take(&mut self.request);
        self.shared.clone().refuse(self.told(request), problem)
    }

    /// A request with what was heard in it.
    fn told(&mut self, mut request: RecordedRequest) -> RecordedRequest {
        if request.body.is_empty() {
            request.body = std::mem::take(&mut self.heard).into();
        }
        request.events = std::mem::take(&mut self.talk.events);
        request.why = self.talk.why.take();
        request.took = self.began.elapsed();
        request
    }

    fn piece(&mut self) -> Option<Bytes> {
        let piece = self.first.take().or_else(|| self.talk.piece())?;
        self.request.answer_size += piece.len();
        keep(&mut self.answered, &piece);
        Some(piece)
    }
}

fn keep(kept: &mut Vec<u8>, piece: &[u8]) {
    let room = KEPT.saturating_sub(kept.len()).min(piece.len());
    kept.extend_from_slice(piece.get(..room).unwrap_or_default());
}

impl Drop for Conversation {
    fn drop(&mut self) {
        // One that was refused is recorded already.
        if self.request.status == 0 {
            return;
        }
        if !self.talk.is_over() {
            self.talk.broke();
        }
        let request = std::mem::take(&mut self.request);
        let mut request = self.told(request);
        request.answer = std::mem::take(&mut self.answered).into();
        self.shared.record(request);
    }
}

impl Body for Answering {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let call = match self.get_mut() {
            Self::Whole(body) => return Pin::new(body).poll_frame(context),
            Self::Stream(call) => call,
        };
        loop {
            if let Some(piece) = call.piece() {
                return Poll::Ready(Some(Ok(Frame::data(piece))));
            }
            let Some(incoming) = &mut call.incoming else { return Poll::Ready(None) };
            let is_over = call.talk.is_over();
            let lingers = is_over.then(|| call.linger.get_or_insert_with(|| Box::pin(tokio::time::sleep(LINGER))));
            if lingers.is_some_and(|linger| linger.as_mut().poll(context).is_ready()) {
                return Poll::Ready(None);
            }
            match ready!(Pin::new(incoming).poll_frame(context)) {
                Some(Ok(_)) if is_over => {}
                _ if is_over => return Poll::Ready(None),
                frame => call.hear(frame.map(|frame| frame.map(|frame| frame.into_data().unwrap_or_default()))),
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        match self {
            Self::Whole(body) => body.is_end_stream(),
            Self::Stream(_) => false,
        }
    }

    fn size_hint(&self) -> SizeHint {
        match self {
            Self::Whole(body) => body.size_hint(),
            // As long as it takes, though all of it may be there.
            Self::Stream(_) => SizeHint::default(),
        }
    }
}

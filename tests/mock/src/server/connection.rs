//! Connections, and the way of a request from the socket and back.
//!
//! In: connections on the loopback interface. Out: one [`RecordedRequest`] per request, and the service's answer to it.

use super::body::{self, Room};
use super::builder::Builder;
use super::conversation::{self, Answering};
use super::faults::{Fault, Faults};
use crate::inspect::Pages;
use crate::request::{Problem, RecordedRequest};
use crate::response::Answer;
use crate::service::Running;
use http::{Request, Response};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::io;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;

/// How long a request's head may take to arrive, and then its body.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);

/// What all connections share.
#[derive(Debug)]
pub(super) struct Shared {
    pub(super) running: Arc<Running>,
    pub(super) pages: Pages,
    room: Room,
    options: Builder,
    faults: Faults,
}

impl Shared {
    pub(super) fn new(running: Running, options: Builder) -> Self {
        let running = Arc::new(running);
        let (pages, faults) = (Pages::of(running.clone()), Faults::new(options.faults, options.limit));
        Self { running, pages, room: Room::new(), options, faults }
    }

    /// Answers a request whose body is there, or says what came instead of a body.
    fn answer(&self, mut request: RecordedRequest, unreadable: Option<Problem>, fault: Fault) -> io::Result<Answer> {
        let began = Instant::now();
        let refuse = |problem| self.running.service.refuse(&request, &problem);
        let (operation, mut answer) = match (unreadable, fault) {
            (_, Fault::Reset | Fault::Unavailable) => refuse(Problem::Unavailable),
            (_, Fault::Throttled(why)) => refuse(Problem::Throttled(why)),
            (Some(problem), _) => refuse(problem),
            (None, _) => self.running.answer(&request, &self.options.denied, now()),
        };
        let lost = fault.loses_answer();
        request.operation = operation.map(|operation| operation.name.clone());
        request.status = if lost { 0 } else { answer.status.as_u16() };
        request.why = if lost { Some("an injected fault: the connection ends".to_owned()) } else { answer.why.take() };
        request.took = began.elapsed() + self.options.latency;
        if !lost {
            request.answer_size = answer.body.len();
            request.answer = answer.body.clone();
        }
        let id = self.record(request);
        if lost {
            return Err(io::Error::other("an injected fault"));
        }
        answer.identify(&format!("00000000-0000-4000-8000-{id:012x}"));
        Ok(answer)
    }
}

impl Shared {
    /// The names of operations that are refused.
    pub(super) fn denied(&self) -> &[String] {
        &self.options.denied
    }

    /// Keeps a request that is answered, and returns its number.
    pub(super) fn record(&self, request: RecordedRequest) -> u64 {
        self.running.record(request, self.options.keep, self.options.watcher.as_deref())
    }

    /// Answers a request with what is wrong with it.
    pub(super) fn refuse(&self, request: RecordedRequest, problem: &Problem) -> io::Result<Response<Answering>> {
        let answer = self.answer(request, Some(problem.clone()), Fault::None)?;
        Ok(answer.into_response().map(Answering::Whole))
    }
}

/// Seconds since 1970.
pub(super) fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}

pub(super) async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => drop(connections.spawn(serve(stream, shared.clone()))),
                // Out of file descriptors, or the peer is gone already: there will be others.
                Err(_) => tokio::time::sleep(Duration::from_millis(10)).await,
            },
            Some(_) = connections.join_next() => {}
        }
    }
}

async fn serve(stream: TcpStream, shared: Arc<Shared>) {
    // Answers are small, and waiting for more of them would be waiting in vain.
    let _ = stream.set_nodelay(true);
    let service = service_fn(|request| respond(request, shared.clone()));
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(PATIENCE)
        .serve_connection(TokioIo::new(stream), service);
    // A connection that breaks is the client's affair, and hyper answers what isn't HTTP.
    let _ = connection.await;
}

async fn respond(request: Request<Incoming>, shared: Arc<Shared>) -> io::Result<Response<Answering>> {
    let (head, incoming) = request.into_parts();
    if let Some(page) = shared.pages.answer(&head) {
        return Ok(page.map(Answering::Whole));
    }
    let mut recorded = RecordedRequest {
        method: head.method.as_str().to_owned(),
        path: head.uri.path().to_owned(),
        query: head.uri.query().unwrap_or_default().to_owned(),
        headers: head.headers,
        at: SystemTime::now(),
        ..RecordedRequest::default()
    };
    if shared.running.service.has_events(&recorded) {
        return stream(recorded, incoming, shared).await;
    }
    // Held until the request is answered: until then its body takes room.
    let _place = shared.room.of(&incoming).await;
    let unreadable = match body::read(incoming).await {
        Ok(body) => {
            (recorded.body_size, recorded.body) = (body.len(), body);
            None
        }
        Err(problem) => Some(problem),
    };
    recorded.at = SystemTime::now();
    if !shared.options.latency.is_zero() {
        tokio::time::sleep(shared.options.latency).await;
    }
    let fault = shared.faults.next(Instant::now(), || shared.running.service.is_safe_to_lose(&recorded));
    let answer = shared.answer(recorded, unreadable, fault)?;
    Ok(answer.into_response().map(Answering::Whole))
}

/// Answers a request whose operation has a stream of events, unless it is to fail.
async fn stream(recorded: RecordedRequest, incoming: Incoming, shared: Arc<Shared>) -> io::Result<Response<Answering>> {
    if !shared.options.latency.is_zero() {
        tokio::time::sleep(shared.options.latency).await;
    }
    match shared.faults.next(Instant::now(), || false) {
        Fault::None => conversation::answer(recorded, incoming, shared).await,
        fault => {
            let answer = shared.answer(recorded, None, fault)?;
            Ok(answer.into_response().map(Answering::Whole))
        }
    }
}

//! Sockets and HTTP.
//!
//! In: connections on the loopback interface. Out: one [`RecordedRequest`] per request, and the service's answer to it.

pub(crate) mod body;
pub(crate) mod builder;
pub(crate) mod faults;
pub(crate) mod seed;
pub(crate) mod start_error;

use crate::auth;
use crate::inspect;
use crate::request::recorded::RecordedRequest;
use crate::response::answer::{Answer, Problem};
use crate::server::body::Room;
use crate::server::builder::Builder;
use crate::server::faults::{Fault, Faults};
use crate::server::seed::Tables;
use crate::server::start_error::StartError;
use crate::service::Service;
use crate::service::history::{self, History};
use crate::state::store::Store;
use bytes::Bytes;
use http::{Request, Response};
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::io;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{AbortHandle, JoinSet};

/// How long a request's head may take to arrive, and then its body.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);

/// A running mock of a service. It stops, and forgets everything, when it is dropped.
#[derive(Debug)]
pub struct MockService {
    url: String,
    shared: Arc<Shared>,
    running: AbortHandle,
}

#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) service: Arc<Service>,
    pub(crate) store: Mutex<Store>,
    /// What the state was at the start.
    seed: Tables,
    history: Mutex<History>,
    room: Room,
    options: Builder,
    faults: Faults,
}

impl MockService {
    /// Starts AWS Wickr on a free port of 127.0.0.1, in the current Tokio runtime.
    ///
    /// # Errors
    ///
    /// The system gives no port.
    ///
    /// # Panics
    ///
    /// Outside a Tokio runtime with I/O and time enabled, as everything in Tokio that does I/O.
    pub async fn start() -> Result<Self, StartError> {
        Self::builder().start().await
    }

    /// Begins to say what is to be started, and how.
    pub fn builder() -> Builder {
        Builder::default()
    }

    pub(crate) async fn run(options: Builder, service: Arc<Service>, seed: Tables) -> Result<Self, StartError> {
        let port = options.port;
        let refused = |error| StartError::Port { port, error };
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.map_err(refused)?;
        let url = format!("http://{}", listener.local_addr().map_err(refused)?);
        let faults = Faults::new(options.faults, options.limit);
        let store = Mutex::new(Store::of(&seed));
        let (history, room) = (Mutex::default(), Room::new());
        let shared = Arc::new(Shared { service, store, seed, history, room, options, faults });
        let running = tokio::spawn(accept(listener, shared.clone())).abort_handle();
        Ok(Self { url, shared, running })
    }

    /// Where it listens, e.g. `http://127.0.0.1:40123`: the endpoint URL for a client.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The access key ID that requests have to be signed with.
    pub fn access_key_id(&self) -> &'static str {
        auth::ACCESS_KEY_ID
    }

    /// The secret access key that goes with it.
    pub fn secret_access_key(&self) -> &'static str {
        auth::SECRET_ACCESS_KEY
    }

    /// What the service is called.
    pub fn title(&self) -> &str {
        &self.shared.service.model.title
    }

    /// How many operations it has.
    pub fn operation_count(&self) -> usize {
        self.shared.service.model.operations.len()
    }

    /// How many of them have state, i.e. remember what was asked before. All others answer with the model's examples or
    /// with values made up.
    pub fn stateful_operation_count(&self) -> usize {
        self.shared.service.stateful()
    }

    /// The requests so far, in the order in which they were answered; or the last of them, if no more are kept (see
    /// [`Builder::keep_requests`]).
    pub fn requests(&self) -> Vec<RecordedRequest> {
        self.shared.history().iter().cloned().collect()
    }

    /// How many requests there were, since the start or the last reset.
    pub fn request_count(&self) -> u64 {
        self.shared.history().count()
    }

    /// All that the service remembers, in the form that [`Builder::seed`] takes.
    pub fn state(&self) -> serde_json::Value {
        inspect::state(&self.shared)
    }

    /// Goes back to the state that it began with, and forgets all requests.
    pub fn reset(&self) {
        self.shared.reset();
    }
}

impl Drop for MockService {
    fn drop(&mut self) {
        // The task owns listener and connections; they end with it.
        self.running.abort();
    }
}

impl Shared {
    pub(crate) fn history(&self) -> MutexGuard<'_, History> {
        self.history.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn store(&self) -> MutexGuard<'_, Store> {
        self.store.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn reset(&self) {
        *self.store() = Store::of(&self.seed);
        self.history().reset();
    }

    /// Answers a request whose body is there, or says what came instead of a body.
    fn answer(&self, mut request: RecordedRequest, unreadable: Option<Problem>, fault: Fault) -> io::Result<Answer> {
        let began = Instant::now();
        let (operation, mut answer) = match (unreadable, fault) {
            (_, Fault::Reset) => self.service.refuse(&request, &Problem::Unavailable),
            (_, Fault::Unavailable) => self.service.refuse(&request, &Problem::Unavailable),
            (_, Fault::Throttled(why)) => self.service.refuse(&request, &Problem::Throttled(why)),
            (Some(problem), _) => self.service.refuse(&request, &problem),
            (None, _) => self.service.answer(&request, &self.store, &self.options.denied, now()),
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
        if let Ok(id) = http::HeaderValue::try_from(format!("00000000-0000-4000-8000-{id:012x}")) {
            answer.headers.insert("x-amzn-requestid", id);
        }
        Ok(answer)
    }

    /// Keeps a request and returns its number.
    fn record(&self, mut request: RecordedRequest) -> u64 {
        history::trim(&mut request);
        let watched = self.options.watcher.as_ref().map(|watcher| (watcher, request.clone()));
        let number = self.history().keep(request, self.options.keep);
        if let Some((watcher, mut request)) = watched {
            request.number = number;
            watcher(&request);
        }
        number
    }
}

/// Seconds since 1970.
fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}

async fn accept(listener: TcpListener, shared: Arc<Shared>) {
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

async fn respond(request: Request<Incoming>, shared: Arc<Shared>) -> io::Result<Response<Full<Bytes>>> {
    let (head, body) = request.into_parts();
    if let Some(page) = inspect::page(&head, &shared) {
        return Ok(page);
    }
    // Held until the request is answered: until then its body takes room.
    let _place = shared.room.of(&body).await;
    let (body, unreadable) = match body::read(body).await {
        Ok(body) => (body, None),
        Err(problem) => (Bytes::new(), Some(problem)),
    };
    let recorded = RecordedRequest {
        method: head.method.as_str().to_owned(),
        path: head.uri.path().to_owned(),
        query: head.uri.query().unwrap_or_default().to_owned(),
        headers: head.headers,
        body_size: body.len(),
        body,
        at: SystemTime::now(),
        ..RecordedRequest::default()
    };
    if !shared.options.latency.is_zero() {
        tokio::time::sleep(shared.options.latency).await;
    }
    let fault = shared.faults.next(Instant::now(), || shared.service.is_safe_to_lose(&recorded));
    shared.answer(recorded, unreadable, fault).map(Answer::into_response)
}

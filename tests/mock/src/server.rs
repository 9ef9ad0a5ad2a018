//! Sockets and HTTP.
//!
//! In: connections on the loopback interface. Out: one [`RecordedRequest`] per request, and the service's answer to it.

use crate::answer::Problem;
use crate::request::RecordedRequest;
use crate::service::Service;
use crate::store::Store;
use crate::{auth, wickr};
use bytes::Bytes;
use http::{Request, Response};
use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use hyper::body::{Body, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::convert::Infallible;
use std::io;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{AbortHandle, JoinSet};

/// The largest body that is read, in bytes.
const LARGEST_BODY: usize = 1024 * 1024;
/// How long a request's head may take to arrive, and then its body.
const PATIENCE: Duration = Duration::from_secs(10);

/// A running mock of AWS Wickr. It stops, and forgets everything, when it is dropped.
#[derive(Debug)]
pub struct MockService {
    url: String,
    shared: Arc<Shared>,
    running: AbortHandle,
}

#[derive(Debug)]
struct Shared {
    service: &'static Service,
    memory: Mutex<Memory>,
}

#[derive(Debug, Default)]
struct Memory {
    store: Store,
    requests: Vec<RecordedRequest>,
}

impl MockService {
    /// Starts on a free port of 127.0.0.1, in the current Tokio runtime.
    ///
    /// # Errors
    ///
    /// The system gives no port.
    ///
    /// # Panics
    ///
    /// Outside a Tokio runtime with I/O and time enabled, as everything in Tokio that does I/O.
    pub async fn start() -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let url = format!("http://{}", listener.local_addr()?);
        let shared = Arc::new(Shared { service: &wickr::SERVICE, memory: Mutex::default() });
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

    /// All requests so far, in the order in which they were answered.
    pub fn requests(&self) -> Vec<RecordedRequest> {
        self.shared.memory().requests.clone()
    }
}

impl Drop for MockService {
    fn drop(&mut self) {
        // The task owns listener and connections; they end with it.
        self.running.abort();
    }
}

impl Shared {
    fn memory(&self) -> MutexGuard<'_, Memory> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Answers a request whose body is there, or says what came instead of a body.
    fn answer(&self, mut request: RecordedRequest, unreadable: Option<Problem>) -> Response<Full<Bytes>> {
        let mut memory = self.memory();
        let (operation, answer) = match unreadable {
            Some(problem) => (None, self.service.written(Err(problem))),
            None => self.service.answer(&request, &mut memory.store),
        };
        request.operation = operation;
        request.status = answer.status.as_u16();
        memory.requests.push(request);
        let request_id = format!("00000000-0000-4000-8000-{:012x}", memory.requests.len());
        answer.into_response(&request_id)
    }
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
    let service = service_fn(|request| respond(request, shared.clone()));
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(PATIENCE)
        .serve_connection(TokioIo::new(stream), service);
    // A connection that breaks is the client's affair, and hyper answers what isn't HTTP.
    let _ = connection.await;
}

async fn respond(request: Request<Incoming>, shared: Arc<Shared>) -> Result<Response<Full<Bytes>>, Infallible> {
    let (head, body) = request.into_parts();
    let (body, unreadable) = match read(body).await {
        Ok(body) => (body, None),
        Err(problem) => (Bytes::new(), Some(problem)),
    };
    let recorded = RecordedRequest {
        method: head.method.to_string(),
        path: head.uri.path().to_owned(),
        query: head.uri.query().unwrap_or_default().to_owned(),
        headers: head.headers,
        body,
        operation: None,
        status: 0,
    };
    Ok(shared.answer(recorded, unreadable))
}

async fn read(body: Incoming) -> Result<Bytes, Problem> {
    // A length that is announced is refused at once, one that isn't as soon as it is reached.
    if body.size_hint().lower() > LARGEST_BODY as u64 {
        return Err(Problem::TooLarge);
    }
    match tokio::time::timeout(PATIENCE, Limited::new(body, LARGEST_BODY).collect()).await {
        Ok(Ok(body)) => Ok(body.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(Problem::TooLarge),
        Ok(Err(_)) | Err(_) => Err(Problem::Malformed("The body did not arrive".to_owned())),
    }
}

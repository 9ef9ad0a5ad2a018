//! The server: how a service is started, and how it is reached.
//!
//! In: a model, a state to begin with, and what is to go wrong. Out: a service on a port of the loopback interface.
//!
//! | file | knows |
//! |---|---|
//! | `builder` | how a service is to be started |
//! | `seed` | the text of a state to begin with |
//! | `start_error` | why a service doesn't start |
//! | `connection` | sockets and HTTP |
//! | `body` | bodies within bounds |
//! | `conversation` | requests and answers that are streams of events |
//! | `faults` | failures on purpose |

mod body;
mod builder;
mod connection;
mod conversation;
mod faults;
mod seed;
mod start_error;

pub use builder::Builder;
pub use start_error::StartError;

use crate::auth;
use crate::model::Login;
use crate::request::RecordedRequest;
use crate::service::{Running, Service};
use crate::state::Tables;
use connection::Shared;
use std::net::Ipv4Addr;
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::task::AbortHandle;

/// A running mock of a service. It stops, and forgets everything, when it is dropped.
#[derive(Debug)]
pub struct MockService {
    url: String,
    shared: Arc<Shared>,
    accepting: AbortHandle,
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

    async fn run(mut options: Builder, service: Arc<Service>, seed: Tables) -> Result<Self, StartError> {
        let port = options.port;
        let refused = |error| StartError::Port { port, error };
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.map_err(refused)?;
        let url = format!("http://{}", listener.local_addr().map_err(refused)?);
        let running = Running::new(service, seed, std::mem::take(&mut options.players));
        let shared = Arc::new(Shared::new(running, options));
        let accepting = tokio::spawn(connection::accept(listener, shared.clone())).abort_handle();
        Ok(Self { url, shared, accepting })
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

    /// The user that passwords are of, for services whose callers have one.
    pub fn user(&self) -> &'static str {
        auth::USER
    }

    /// The password that goes with it.
    pub fn password(&self) -> &'static str {
        auth::PASSWORD
    }

    /// The API key, for services whose callers have one.
    pub fn api_key(&self) -> &'static str {
        auth::API_KEY
    }

    /// Whether some operation takes a password, as it is or digested.
    pub fn takes_passwords(&self) -> bool {
        self.takes(|login| matches!(login, Login::Basic | Login::Digest))
    }

    /// Whether some operation takes an API key.
    pub fn takes_api_keys(&self) -> bool {
        self.takes(|login| matches!(login, Login::Header(..) | Login::Query(_)))
    }

    /// Whether some operation takes a bearer token.
    pub fn takes_bearer_tokens(&self) -> bool {
        self.takes(|login| matches!(login, Login::Bearer))
    }

    fn takes(&self, login: fn(&Login) -> bool) -> bool {
        let operations = &self.shared.running.service.model.operations;
        operations.iter().flat_map(|operation| &operation.logins).any(login)
    }

    /// Whether some operation takes requests that are signed.
    pub fn takes_signatures(&self) -> bool {
        self.shared.running.service.model.operations.iter().any(|operation| operation.signed)
    }

    /// What the service is called.
    pub fn title(&self) -> &str {
        &self.shared.running.service.model.title
    }

    /// How many operations it has.
    pub fn operation_count(&self) -> usize {
        self.shared.running.service.model.operations.len()
    }

    /// How many of them have state, i.e. remember what was asked before. All others answer with the model's examples or
    /// with values made up.
    pub fn stateful_operation_count(&self) -> usize {
        self.shared.running.service.stateful()
    }

    /// The requests so far, in the order in which they were answered; or the last of them, if no more are kept (see
    /// [`Builder::keep_requests`]).
    pub fn requests(&self) -> Vec<RecordedRequest> {
        self.shared.running.history().iter().cloned().collect()
    }

    /// How many requests there were, since the start or the last reset.
    pub fn request_count(&self) -> u64 {
        self.shared.running.history().count()
    }

    /// All that the service remembers, in the form that [`Builder::seed`] takes.
    pub fn state(&self) -> serde_json::Value {
        self.shared.pages.state()
    }

    /// Goes back to the state that it began with, and forgets all requests.
    pub fn reset(&self) {
        self.shared.running.reset();
    }
}

impl Drop for MockService {
    fn drop(&mut self) {
        // The task owns listener and connections; they end with it.
        self.accepting.abort();
    }
}

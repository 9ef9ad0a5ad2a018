//! How a service is to be started.

use super::{MockService, StartError, seed};
use crate::model;
use crate::request::RecordedRequest;
use crate::service::{Service, Watcher};
use crate::state::{Heard, Player, Tables};
use serde_json::Value;
use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

/// The model of AWS Wickr.
const WICKR: &[(&str, &str)] = &[("wickr.json", include_str!("../../../../model/wickr.json"))];

/// How a service is to be started; [`MockService::builder`] begins one.
#[derive(Default)]
pub struct Builder {
    model: Vec<(String, String)>,
    protocol: Option<String>,
    seed: Option<String>,
    pub(super) port: u16,
    pub(super) latency: Duration,
    pub(super) faults: f64,
    pub(super) limit: Option<u32>,
    pub(super) denied: Vec<String>,
    pub(super) keep: Option<usize>,
    pub(super) watcher: Option<Arc<Watcher>>,
    pub(super) players: HashMap<String, Player>,
}

impl Builder {
    /// Serves this Smithy model, a JSON AST, instead of AWS Wickr's. Its service has to speak restJson1, awsJson, Smithy RPC v2
    /// (in CBOR or JSON), restXml, awsQuery or ec2Query.
    #[must_use]
    pub fn model(self, text: impl Into<String>) -> Self {
        self.model_files([("the model", text.into())])
    }

    /// The same from a model's files, each a name and a text: Smithy IDL where the name ends in `.smithy`, a JSON AST elsewhere.
    /// Several are one model.
    #[must_use]
    pub fn model_files(mut self, files: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>) -> Self {
        self.model = files.into_iter().map(|(name, text)| (name.into(), text.into())).collect();
        self
    }

    /// Serves a model whose service speaks several protocols in this one: its trait's name, such as `rpcv2Cbor`, with its
    /// namespace or without. The default is the one that generated clients have.
    #[must_use]
    pub fn protocol(mut self, name: impl Into<String>) -> Self {
        self.protocol = Some(name.into());
        self
    }

    /// Begins with this state: JSON of the form that `/_mock.json` has under `state`.
    #[must_use]
    pub fn seed(mut self, json: impl Into<String>) -> Self {
        self.seed = Some(json.into());
        self
    }

    /// Listens on this port of 127.0.0.1. The default, 0, takes a free one.
    #[must_use]
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// Lets each answer take at least so long. The default is no time.
    #[must_use]
    pub fn latency(mut self, latency: Duration) -> Self {
        self.latency = latency;
        self
    }

    /// Fails so many of all requests, from 0.0, which is the default, to 1.0: with status 503 or 429, or with a connection
    /// that ends before an answer. Requests that change something fail before they do, so that nothing is done twice when
    /// they are repeated.
    #[must_use]
    pub fn faults(mut self, rate: f64) -> Self {
        self.faults = rate;
        self
    }

    /// Refuses requests, with status 429, once a second has had so many. The default is no limit.
    #[must_use]
    pub fn rate_limit(mut self, per_second: u32) -> Self {
        self.limit = Some(per_second);
        self
    }

    /// Refuses an operation, with status 403, as a service does for a caller whose policies don't allow it: `DeleteNetwork`,
    /// or `Delete*`, where `*` stands for any part of a name. May be called more than once. The default is to refuse none.
    #[must_use]
    pub fn deny(mut self, operation: impl Into<String>) -> Self {
        self.denied.push(operation.into());
        self
    }

    /// Keeps only the last so many requests. The default is 10,000. In either case the oldest go before all of them
    /// together have more than 64 MiB.
    #[must_use]
    pub fn keep_requests(mut self, last: usize) -> Self {
        self.keep = Some(last);
        self
    }

    /// Plays the streams of events of an operation. `begin` is called with the input of each call, its members by name, and
    /// makes what hears what the client says, and answers it with events: each is an object whose one member has the name that
    /// the union has for the event, and an error of the union's ends the stream. Where the answer is no stream, the last object
    /// that is given has members of the output.
    ///
    /// The default plays a sample of each event: where the client sends events, one for each of them, and the others at the
    /// end.
    ///
    /// ```
    /// # use sdk_mock::{Heard, MockService};
    /// # use serde_json::json;
    /// let builder = MockService::builder().on_events("Talk", |input| {
    ///     let room = input["room"].clone();
    ///     move |heard| match heard {
    ///         Heard::Begin => vec![json!({ "word": { "text": room } })],
    ///         Heard::Event(event) => vec![event.clone()],
    ///         _ => vec![json!({ "lost": { "message": "click" } })],
    ///     }
    /// });
    /// ```
    #[must_use]
    pub fn on_events<P>(
        mut self,
        operation: impl Into<String>,
        begin: impl Fn(&Value) -> P + Send + Sync + 'static,
    ) -> Self
    where
        P: FnMut(Heard<'_>) -> Vec<Value> + Send + 'static,
    {
        let player = Player(Arc::new(move |input| Box::new(begin(input))));
        self.players.insert(operation.into(), player);
        self
    }

    /// Is called with every request once it is answered.
    #[must_use]
    pub fn on_request(mut self, watcher: impl Fn(&RecordedRequest) + Send + Sync + 'static) -> Self {
        self.watcher = Some(Arc::new(watcher));
        self
    }

    /// Starts the service in the current Tokio runtime.
    ///
    /// # Errors
    ///
    /// The system gives no such port; the model can't be served; the state isn't one; an operation to deny isn't there, or one
    /// whose events are played; the rate of faults is none.
    ///
    /// # Panics
    ///
    /// Outside a Tokio runtime with I/O and time enabled, as everything in Tokio that does I/O.
    pub async fn start(self) -> Result<MockService, StartError> {
        let files: Vec<_> = self.model.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        let service = match (&files[..], self.protocol.as_deref()) {
            ([], None) => wickr()?,
            ([], protocol) => Arc::new(Service::new(model::compile(WICKR, protocol)?)),
            (files, protocol) => Arc::new(Service::new(model::compile(files, protocol)?)),
        };
        if !(0.0..=1.0).contains(&self.faults) {
            return Err(StartError::Faults(self.faults));
        }
        if let Some(pattern) = self.denied.iter().find(|pattern| !service.has(pattern)) {
            return Err(StartError::Operation(pattern.clone()));
        }
        if let Some(name) = self.players.keys().find(|name| !service.streams(name)) {
            return Err(StartError::Events(name.clone()));
        }
        let seed = match &self.seed {
            Some(text) => seed::read(text)?,
            None => Tables::new(),
        };
        service.check(&seed).map_err(StartError::Seed)?;
        MockService::run(self, service, seed).await
    }
}

/// AWS Wickr, whose model is compiled once however many services a program starts.
fn wickr() -> Result<Arc<Service>, StartError> {
    static COMPILED: OnceLock<Arc<Service>> = OnceLock::new();
    match COMPILED.get() {
        Some(service) => Ok(service.clone()),
        None => {
            let service = Arc::new(Service::new(model::compile(WICKR, None)?));
            Ok(COMPILED.get_or_init(|| service).clone())
        }
    }
}

impl fmt::Debug for Builder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { port, latency, faults, limit, denied, keep, .. } = self;
        let mut debug = f.debug_struct("Builder");
        debug.field("port", port).field("latency", latency).field("faults", faults).field("limit", limit);
        debug.field("denied", denied).field("keep", keep);
        debug.finish_non_exhaustive()
    }
}

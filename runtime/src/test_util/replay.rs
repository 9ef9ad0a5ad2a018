//! Recorded exchanges, played back.

use super::clock::Clock;
use super::compare::Asked;
use super::{answer, offline};
use crate::config::Builder;
use crate::config::http::{HttpRequest, HttpResponse};
use crate::error::{BoxError, ConnectorError, Phase, TransportError, endpoint_of};
use crate::timeout::READ;
use crate::transport::{HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use serde_json::Value;
use std::fmt::{self, Debug, Display, Formatter, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// Answers from what a [`Recorder`](super::Recorder) wrote. Clones are one and the same.
///
/// A request is answered by the first exchange that hasn't been used and asks the same: method, path, query, body, and for
/// protocols that have it the header `X-Amz-Target`. What was left out of the recording, such as idempotency tokens, may
/// have any value. A request that isn't there fails; its error says what was asked, and in what the nearest exchange
/// differs.
#[derive(Clone)]
pub struct Replay(Arc<Inner>);

struct Inner {
    exchanges: Vec<Exchange>,
    clock: Clock,
    unexpected: Mutex<Vec<String>>,
}

struct Exchange {
    asked: Asked,
    outcome: Outcome,
    used: AtomicBool,
}

/// What was answered.
enum Outcome {
    Response { status: u16, headers: Vec<(String, String)>, body: Vec<u8> },
    Failure(fn(&str, Duration) -> ConnectorError),
}

impl Replay {
    /// Reads a recording from a file.
    ///
    /// # Errors
    /// The file can't be read, or isn't a recording.
    pub fn from_file(path: impl AsRef<Path>) -> Result<Self, ReplayError> {
        let text = std::fs::read_to_string(path.as_ref());
        let text = text.map_err(|source| ReplayError::File { path: path.as_ref().to_owned(), source })?;
        Self::from_json(&text)
    }

    /// Reads a recording from its text.
    ///
    /// # Errors
    /// It isn't a recording.
    pub fn from_json(text: &str) -> Result<Self, ReplayError> {
        let recording: Value = serde_json::from_str(text).map_err(ReplayError::Json)?;
        let exchanges = recording["exchanges"].as_array().ok_or(ReplayError::NoExchanges)?;
        let exchanges = exchanges
            .iter()
            .enumerate()
            .map(|(index, exchange)| Exchange::read(exchange).ok_or(ReplayError::Exchange { number: index + 1 }));
        let exchanges = exchanges.collect::<Result<_, _>>()?;
        Ok(Self(Arc::new(Inner { exchanges, clock: Clock::new(), unexpected: Mutex::default() })))
    }

    /// Settings of a client that is answered from the recording, to be changed or built, as
    /// [`Stub::config`](super::Stub::config) gives them.
    pub fn config(&self) -> Builder {
        offline(&self.0.clock).http_client(self.clone())
    }

    /// Makes sure that every exchange was used, and nothing else was asked.
    ///
    /// # Panics
    /// A request wasn't in the recording, or an exchange of the recording wasn't used.
    #[track_caller]
    pub fn verify(&self) {
        let mut problems = self.0.unexpected.lock().unwrap_or_else(PoisonError::into_inner).clone();
        for (index, exchange) in self.0.exchanges.iter().enumerate() {
            if !exchange.used.load(Ordering::SeqCst) {
                problems.push(format!("exchange {} was not used: {}", index + 1, exchange.asked));
            }
        }
        if !problems.is_empty() {
            panic!("{}", problems.join("\n"));
        }
    }

    fn answer(&self, request: &HttpRequest, patience: Duration) -> Result<HttpResponse, ConnectorError> {
        let asked = Asked::of(request);
        let endpoint = endpoint_of(request.uri());
        let user = |text: String| {
            ConnectorError::user(TransportError::complete(Phase::Prepare, endpoint.clone(), text).into())
        };
        let mut matching = self.0.exchanges.iter().filter(|exchange| exchange.asked.difference(&asked).is_none());
        match matching.find(|exchange| !exchange.used.swap(true, Ordering::SeqCst)) {
            Some(exchange) => match &exchange.outcome {
                Outcome::Failure(make) => Err(make(&endpoint, patience)),
                response => response.make().map_err(|error| user(format!("the recording can't be played: {error}"))),
            },
            None => {
                let text = self.unexpected(&asked);
                self.0.unexpected.lock().unwrap_or_else(PoisonError::into_inner).push(text.clone());
                Err(user(text))
            }
        }
    }

    fn unexpected(&self, asked: &Asked) -> String {
        let mut text = format!("{asked} is not in the recording");
        let differences = self.0.exchanges.iter().enumerate().map(|(index, e)| (index, e, e.asked.difference(asked)));
        match differences.max_by_key(|(index, e, _)| (e.asked.nearness(asked), std::cmp::Reverse(*index))) {
            None => text.push_str(", which is empty"),
            Some((_, _, None)) => {
                text = format!("{asked} is asked more often than it was recorded");
            }
            Some((index, nearest, Some(difference))) => {
                let _ = write!(text, "; the nearest is exchange {}: {}, {difference}", index + 1, nearest.asked);
            }
        }
        text
    }
}

impl Exchange {
    fn read(exchange: &Value) -> Option<Self> {
        let asked = Asked::read(&exchange["request"])?;
        let outcome = match exchange.get("failure").and_then(Value::as_str) {
            Some("timeout") => Outcome::Failure(answer::silence),
            Some("refused") => Outcome::Failure(|endpoint, _| answer::nobody_listens(endpoint)),
            Some("broken") => Outcome::Failure(|endpoint, _| answer::broken_off(endpoint)),
            Some(_) => return None,
            None => Outcome::read(&exchange["response"])?,
        };
        Some(Self { asked, outcome, used: AtomicBool::new(false) })
    }
}

impl Outcome {
    fn read(response: &Value) -> Option<Self> {
        let mut headers = Vec::new();
        for (name, value) in response["headers"].as_object()? {
            let lines = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
            for line in lines {
                headers.push((name.clone(), line.as_str()?.to_owned()));
            }
        }
        let status = u16::try_from(response["status"].as_u64()?).ok()?;
        Some(Self::Response { status, headers, body: body_of(response)? })
    }

    fn make(&self) -> Result<HttpResponse, BoxError> {
        let Self::Response { status, headers, body } = self else {
            return Err("it holds no answer".into());
        };
        let mut response = http::Response::builder().status(*status);
        for (name, value) in headers {
            response = response.header(name, value);
        }
        Ok(HttpResponse::try_from(response.body(SdkBody::from(body.clone()))?)?)
    }
}

/// A message's body, as it is in the recording.
pub(super) fn body_of(message: &Value) -> Option<Vec<u8>> {
    let Some(body) = message.get("body") else {
        return Some(Vec::new());
    };
    if let Some(left_out) = body.get("left_out") {
        return Some(format!("left out of the recording: {}", left_out.as_str()?).into_bytes());
    }
    match (body.get("json"), body.get("text"), body.get("base64")) {
        (Some(json), ..) => serde_json::to_vec(json).ok(),
        (_, Some(text), _) => Some(text.as_str()?.as_bytes().to_vec()),
        (_, _, Some(base64)) => aws_smithy_types::base64::decode(base64.as_str()?).ok(),
        _ => None,
    }
}

impl HttpClient for Replay {
    fn http_connector(&self, settings: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        let patience = settings.read_timeout().unwrap_or(READ);
        SharedHttpConnector::new(Replaying { replay: self.clone(), patience })
    }
}

/// What one call has for a transport.
#[derive(Debug)]
struct Replaying {
    replay: Replay,
    /// How long the client waits for an answer.
    patience: Duration,
}

impl HttpConnector for Replaying {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let Self { replay, patience } = self;
        replay.0.clock.outcome(replay.answer(&request, *patience), *patience)
    }
}

impl Debug for Replay {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "Replay({} exchanges)", self.0.exchanges.len())
    }
}

/// A recording that can't be read.
#[derive(Debug)]
#[non_exhaustive]
pub enum ReplayError {
    /// The file can't be read.
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// It isn't JSON.
    Json(serde_json::Error),
    /// It has no list of exchanges.
    NoExchanges,
    /// An exchange lacks something, or has it in another form.
    Exchange {
        /// Which, from 1.
        number: usize,
    },
}

impl Display for ReplayError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::File { path, .. } => write!(f, "can't read the recording {}", path.display()),
            Self::Json(_) => f.write_str("the recording isn't JSON"),
            Self::NoExchanges => f.write_str("the recording has no list `exchanges`"),
            Self::Exchange { number } => {
                write!(f, "exchange {number} of the recording is not as a recorder writes it: record it again")
            }
        }
    }
}

impl std::error::Error for ReplayError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::File { source, .. } => Some(source),
            Self::Json(source) => Some(source),
            _ => None,
        }
    }
}

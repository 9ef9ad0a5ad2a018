//! The HTTP client that keeps what it is given and plays answers.

use crate::case::{Malformed, Response};
use crate::compare::Target;
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_types::body::SdkBody;
use sdk_doubles::transport;
use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

/// A request as it was handed to the HTTP client.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sent {
    pub(crate) method: String,
    pub(crate) target: Target,
    /// By lower-case name; several values of one name joined by commas.
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: Vec<u8>,
}

impl Sent {
    fn of(request: &HttpRequest) -> Self {
        let mut headers = BTreeMap::<String, String>::new();
        for (name, value) in request.headers() {
            headers
                .entry(name.to_ascii_lowercase())
                .and_modify(|values| {
                    values.push(',');
                    values.push_str(value);
                })
                .or_insert_with(|| value.to_owned());
        }
        Self {
            method: request.method().to_owned(),
            target: Target::parse(request.uri()),
            headers,
            body: request.body().bytes().unwrap_or_default().to_vec(),
        }
    }
}

/// Plays responses in turn; a request for which none is left fails as if the connection broke.
#[derive(Clone, Debug, Default)]
pub(crate) struct Script {
    state: Arc<Mutex<State>>,
}

#[derive(Debug, Default)]
struct State {
    responses: VecDeque<HttpResponse>,
    sent: Vec<Sent>,
}

impl Script {
    pub(crate) fn new(responses: &[Response]) -> Result<Self, Malformed> {
        let responses = responses.iter().map(playable).collect::<Result<_, _>>()?;
        Ok(Self { state: Arc::new(Mutex::new(State { responses, sent: Vec::new() })) })
    }

    /// The HTTP client.
    pub(crate) fn transport(&self) -> SharedHttpClient {
        let script = self.clone();
        transport(move |request| script.answer(&request))
    }

    fn answer(&self, request: &HttpRequest) -> Result<HttpResponse, ConnectorError> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.sent.push(Sent::of(request));
        state.responses.pop_front().ok_or_else(|| ConnectorError::io("the script has no more responses".into()))
    }

    /// What was sent so far.
    pub(crate) fn sent(&self) -> Vec<Sent> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).sent.clone()
    }
}

fn playable(response: &Response) -> Result<HttpResponse, Malformed> {
    let mut playable = http::Response::builder().status(response.status);
    for (name, value) in &response.headers {
        let value = value.as_str().ok_or_else(|| Malformed(format!("header {name} of the response is no text")))?;
        playable = playable.header(name, value);
    }
    let playable = playable.body(SdkBody::from(response.body())).map_err(Malformed::new)?;
    HttpResponse::try_from(playable).map_err(Malformed::new)
}

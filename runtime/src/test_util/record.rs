//! Real exchanges, written down without their secrets.

use super::redact::Redactor;
use crate::config::http::{HttpRequest, HttpResponse};
use crate::error::{ConnectorError, Phase, TransportError, endpoint_of, is_unsent};
use crate::transport::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;
use serde_json::{Map, Value, json};
use std::borrow::Cow;
use std::fmt::{self, Debug, Formatter};
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Sends with another client, and keeps what was asked and answered; for the `http_client` of a config. Clones are one
/// and the same.
///
/// What is written down has no secrets: no signature, credentials, cookies or bearer tokens, and of a request's headers
/// only those that say what it is. Members are left out by their names, at any depth, in bodies, queries and headers:
/// those that are secrets anywhere (`password`, `clientSecret`, …), and those of [`leave_out`](Self::leave_out), which a
/// generated crate's `recorder` sets to what its model calls sensitive. Names are looked for in JSON, also in JSON that a
/// string holds, as it is or as base64, and that gzip has compressed (with this crate's feature `compression`). A body of any
/// other kind, a proxy's page, a text, an archive, may hold anything and is left out; a replay answers with a note in its
/// place, and takes whatever is asked for what was. [`keep_other_bodies`](Self::keep_other_bodies) keeps them. Look at a
/// recording before you publish it.
///
/// Answers are read to their end before the program sees them, streams too. Those of events are bodies of another kind, and calls
/// that send events can't be recorded; a [`Stub`](super::Stub) answers them.
#[derive(Clone)]
pub struct Recorder {
    client: SharedHttpClient,
    kept: Arc<Mutex<Kept>>,
}

/// What was kept so far.
#[derive(Default)]
struct Kept {
    redactor: Redactor,
    exchanges: Vec<Value>,
    /// Whether bodies that aren't JSON are kept.
    others: bool,
}

impl Recorder {
    /// Sends with `client`, e.g. [`DefaultClient`](crate::transport::DefaultClient).
    pub fn new(client: impl HttpClient + 'static) -> Self {
        Self { client: SharedHttpClient::new(client), kept: Arc::default() }
    }

    /// Keeps bodies that aren't JSON as they are, whatever they hold: for answers whose content matters and is no secret.
    pub fn keep_other_bodies(self) -> Self {
        self.kept().others = true;
        self
    }

    /// Leaves out the values of members with these names as well; letters' case makes no difference, nor do signs between them:
    /// `clientSecret` is `client_secret`. A name that ends in `*` stands for all headers that begin so. One that begins with
    /// `/` is a path: its parts in braces are left out, `*` stands for a part of any name, and `?*` at its end for all its
    /// query parameters: `/users/{email}/devices/*`.
    pub fn leave_out(self, names: &[&str]) -> Self {
        self.kept().redactor.add(names);
        self
    }

    /// The exchanges so far, as the JSON that [`Replay`](super::Replay) reads.
    pub fn to_json(&self) -> String {
        format!("{:#}\n", json!({ "exchanges": self.kept().exchanges }))
    }

    /// Writes the exchanges so far to a file.
    ///
    /// # Errors
    /// The file can't be written.
    pub fn save(&self, path: impl AsRef<Path>) -> io::Result<()> {
        let path = path.as_ref();
        let named = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", path.display()));
        std::fs::write(path, self.to_json()).map_err(named)
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Debug for Recorder {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "Recorder({} exchanges)", self.kept().exchanges.len())
    }
}

impl HttpClient for Recorder {
    fn http_connector(&self, settings: &HttpConnectorSettings, components: &RuntimeComponents) -> SharedHttpConnector {
        let inner = self.client.http_connector(settings, components);
        SharedHttpConnector::new(Recording { inner, recorder: self.clone() })
    }
}

/// Sends with one connector, and keeps what passes.
#[derive(Debug)]
struct Recording {
    inner: SharedHttpConnector,
    recorder: Recorder,
}

impl HttpConnector for Recording {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let (inner, recorder) = (self.inner.clone(), self.recorder.clone());
        HttpConnectorFuture::new(async move {
            let endpoint = endpoint_of(request.uri());
            let head = Head::of(&request);
            #[cfg(feature = "event-stream")]
            if request.headers().get("content-type") == Some(crate::event_stream::CONTENT_TYPE) {
                let text =
                    "a recording can't hold a stream of events that a program sends: let a stub answer such calls";
                let error = TransportError::complete(Phase::Prepare, endpoint, text.to_owned());
                return Err(ConnectorError::user(error.into()));
            }
            let body = match request.body().try_clone() {
                Some(copy) => read(copy).await.map_err(|error| broken(&endpoint, error))?,
                // It can be read only once, and that is the service's turn.
                None => Vec::new(),
            };
            let pending = Pending { recorder, asked: Some((head, body)) };
            let outcome = match inner.call(request).await {
                Ok(mut response) => match read(response.take_body()).await {
                    Ok(body) => {
                        *response.body_mut() = SdkBody::from(body);
                        Ok(response)
                    }
                    Err(error) => Err(broken(&endpoint, error)),
                },
                Err(error) => Err(error),
            };
            pending.settle(&outcome);
            outcome
        })
    }
}

/// A request that is not answered yet. If it is given up, by a deadline of the client's, it is kept as unanswered.
struct Pending {
    recorder: Recorder,
    asked: Option<(Head, Vec<u8>)>,
}

impl Pending {
    fn settle(mut self, outcome: &Result<HttpResponse, ConnectorError>) {
        if let Some((head, body)) = self.asked.take() {
            self.recorder.kept().keep(head, &body, outcome);
        }
    }
}

impl Drop for Pending {
    fn drop(&mut self) {
        if let Some((head, body)) = self.asked.take() {
            let given_up = ConnectorError::timeout("given up".into());
            self.recorder.kept().keep(head, &body, &Err(given_up));
        }
    }
}

/// A request without its body.
struct Head {
    method: String,
    target: String,
    headers: Vec<(String, String)>,
    /// What the request proves itself with.
    secrets: Vec<String>,
}

/// Headers of a request that say what it is.
const KEPT_OF_REQUESTS: [&str; 3] = ["content-encoding", "content-type", "x-amz-target"];

/// Headers of an answer that say how it travelled.
const TRANSPORTS_OWN: [&str; 4] = ["connection", "content-length", "keep-alive", "transfer-encoding"];

impl Head {
    fn of(request: &HttpRequest) -> Self {
        let headers = request.headers().iter().filter(|(name, _)| KEPT_OF_REQUESTS.contains(name));
        let mut secrets: Vec<_> =
            request.headers().get("x-amz-security-token").map(str::to_owned).into_iter().collect();
        for word in request.headers().get("authorization").unwrap_or_default().split([' ', ',', '/', '=']) {
            // Its other words are names, dates and the region.
            let names = ["aws4_request", "SignedHeaders", "Credential", "Signature", "AWS4-HMAC-SHA256"];
            if word.len() >= 16 && !word.contains(';') && !names.contains(&word) {
                secrets.push(word.to_owned());
            }
        }
        Self {
            method: request.method().to_owned(),
            target: target_of(request.uri()).to_owned(),
            headers: headers.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
            secrets,
        }
    }
}

impl Kept {
    fn keep(&mut self, head: Head, body: &[u8], outcome: &Result<HttpResponse, ConnectorError>) {
        let headers: Map<_, _> = head.headers.into_iter().map(|(name, value)| (name, value.into())).collect();
        let target = self.redactor.target(&head.target);
        let mut request = json!({ "method": head.method, "target": target, "headers": headers });
        self.set_body(&mut request, body, false);
        let mut exchange = json!({ "request": request });
        match outcome {
            Ok(response) => exchange["response"] = self.response(response),
            Err(error) if error.is_timeout() => exchange["failure"] = "timeout".into(),
            Err(error) if is_unsent(error) => exchange["failure"] = "refused".into(),
            Err(error) if error.is_io() => exchange["failure"] = "broken".into(),
            // The transport's own trouble is not the service's answer.
            Err(_) => return,
        }
        for secret in head.secrets {
            scrub(&mut exchange, &secret);
        }
        self.exchanges.push(exchange);
    }

    fn response(&mut self, response: &HttpResponse) -> Value {
        let mut headers = Map::new();
        for (name, value) in response.headers().iter().filter(|(name, _)| !TRANSPORTS_OWN.contains(name)) {
            let Some(value) = self.redactor.header(name, value) else {
                continue;
            };

            // A header of several lines is a list of them.
            match headers.get_mut(name) {
                None => drop(headers.insert(name.to_owned(), value.into())),
                Some(Value::Array(lines)) => lines.push(value.into()),
                Some(line) => *line = json!([line.take(), value]),
            }
        }
        let mut kept = json!({ "status": response.status().as_u16(), "headers": headers });
        self.set_body(&mut kept, response.body().bytes().unwrap_or_default(), true);
        let is_as_it_was = kept["body"].get("text").or(kept["body"].get("base64")).is_some();
        if let (false, Some(headers)) = (is_as_it_was, kept["headers"].as_object_mut()) {
            // The body is kept without its compression, or not at all.
            headers.remove("content-encoding");
        }
        kept
    }

    fn set_body(&mut self, message: &mut Value, body: &[u8], of_answer: bool) {
        if body.is_empty() {
            return;
        }
        let plain = plain(message["headers"]["content-encoding"].as_str(), body);
        let json = plain.as_deref().and_then(|plain| serde_json::from_slice::<Value>(plain).ok());
        message["body"] = match (json, std::str::from_utf8(body)) {
            // What stands alone has no name to be told by.
            (Some(mut members @ (Value::Object(_) | Value::Array(_))), _) => {
                self.redactor.json(&mut members, of_answer);
                json!({ "json": members })
            }
            (_, Ok(text)) if self.others => json!({ "text": text }),
            (_, Err(_)) if self.others => json!({ "base64": aws_smithy_types::base64::encode(body) }),
            _ => json!({ "left_out": format!("{} bytes that are not JSON", body.len()) }),
        };
    }
}

/// A body without its compression; `None` if it has one that isn't known here.
pub(super) fn plain<'b>(encoding: Option<&str>, body: &'b [u8]) -> Option<Cow<'b, [u8]>> {
    match encoding.map(str::trim) {
        None | Some("" | "identity") => Some(Cow::Borrowed(body)),
        #[cfg(feature = "compression")]
        Some(encoding) if encoding.eq_ignore_ascii_case("gzip") => {
            crate::compression::gunzip(body, crate::transport::MAX_RESPONSE_BYTES).map(Cow::Owned)
        }
        Some(_) => None,
    }
}

/// Path and query of a URL.
pub(super) fn target_of(uri: &str) -> &str {
    let after_scheme = uri.find("://").map_or(0, |at| at + 3);
    uri[after_scheme..].find('/').map_or("/", |at| &uri[after_scheme + at..])
}

/// Takes a text out wherever it occurs.
fn scrub(value: &mut Value, secret: &str) {
    match value {
        Value::String(text) if text.contains(secret) => *text = text.replace(secret, "REDACTED"),
        Value::Array(items) => items.iter_mut().for_each(|item| scrub(item, secret)),
        Value::Object(members) => members.values_mut().for_each(|value| scrub(value, secret)),
        _ => {}
    }
}

async fn read(body: SdkBody) -> Result<Vec<u8>, aws_smithy_types::byte_stream::error::Error> {
    Ok(ByteStream::new(body).collect().await?.to_vec())
}

fn broken(endpoint: &str, error: impl std::error::Error + Send + Sync + 'static) -> ConnectorError {
    ConnectorError::io(TransportError::new(Phase::Receive, endpoint.to_owned(), error).into())
}

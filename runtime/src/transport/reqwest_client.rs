//! The default client, on reqwest.

use super::handed::{Watched, Witness};
use super::{Phase, TransportError, endpoint_of, tls};
use crate::error::{BoxError, ConnectorError};
use aws_smithy_runtime_api::client::connector_metadata::ConnectorMetadata;
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// Idle connections are closed after this long, sooner than the 60 seconds and more that servers keep them for, so
/// that a request isn't written to a connection that its server is just closing.
const POOL_IDLE: Duration = Duration::from_secs(20);

/// Clients are kept per connect timeout and scheme; more than this are not expected, and start the collection anew.
const MOST_CLIENTS: usize = 8;

/// Sends requests with [`reqwest`].
///
/// By default: rustls with the platform's certificates (see the features `ring` and `aws-lc-rs`); proxies from
/// `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY`, `NO_PROXY` and the system's settings, but never to reach this machine itself; redirects not followed, since a
/// signature holds for one URL; idle connections kept for 20 seconds; nothing built before the first call. Clones
/// share connections.
///
/// A program's own `reqwest::Client` is sent with as it is, its connect timeout included. [`builder`](Self::builder)
/// begins with the settings above:
///
/// ```
/// use sdk_runtime::{config::Config, transport::ReqwestClient};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
/// let proxy = reqwest::Proxy::https("http://proxy.example.com:3128")?;
/// let client = ReqwestClient::builder()?.proxy(proxy).build()?;
/// let config = Config::builder().http_client(ReqwestClient::from(client)).build();
/// # Ok(()) }
/// ```
///
/// A client that begins with `reqwest::Client::builder()` instead needs a TLS provider, i.e. one of reqwest's own TLS
/// features, and should follow no redirects.
#[derive(Clone, Debug, Default)]
pub struct ReqwestClient {
    given: Option<reqwest::Client>,
    built: Arc<Mutex<Vec<(Kind, reqwest::Client)>>>,
}

/// What tells the clients apart that one [`ReqwestClient`] keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Kind {
    connect: Option<Duration>,
    /// For `https`: certificates are loaded only where they are needed, and may be absent elsewhere.
    secure: bool,
    /// To this machine itself, which no proxy can stand in for.
    loopback: bool,
}

impl ReqwestClient {
    /// The default client.
    pub fn new() -> Self {
        Self::default()
    }

    /// A builder with the default client's settings, for a client that differs in some. It has no connect timeout.
    ///
    /// # Errors
    ///
    /// The platform's certificates could not be loaded.
    pub fn builder() -> Result<reqwest::ClientBuilder, BoxError> {
        tls::apply(common(), true)
    }

    fn client(&self, kind: Kind) -> Result<reqwest::Client, BoxError> {
        if let Some(client) = &self.given {
            return Ok(client.clone());
        }
        let mut built = self.built.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, client)) = built.iter().find(|(known, _)| *known == kind) {
            return Ok(client.clone());
        }
        let client = build(kind)?;
        if built.len() == MOST_CLIENTS {
            built.clear();
        }
        built.push((kind, client.clone()));
        Ok(client)
    }
}

impl From<reqwest::Client> for ReqwestClient {
    fn from(client: reqwest::Client) -> Self {
        Self { given: Some(client), built: Arc::default() }
    }
}

impl HttpClient for ReqwestClient {
    fn http_connector(&self, settings: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(Connector { client: self.clone(), connect: settings.connect_timeout() })
    }

    fn connector_metadata(&self) -> Option<ConnectorMetadata> {
        Some(ConnectorMetadata::new("reqwest", None))
    }
}

/// Sends with one connect timeout. The read timeout is held by the send path, for every transport alike.
#[derive(Debug)]
struct Connector {
    client: ReqwestClient,
    connect: Option<Duration>,
}

impl HttpConnector for Connector {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let (client, connect) = (self.client.clone(), self.connect);
        HttpConnectorFuture::new(async move {
            let endpoint = endpoint_of(request.uri());
            if let Some(text) = tls::missing(request.uri()) {
                let error = TransportError::complete(Phase::Prepare, endpoint, text);
                return Err(ConnectorError::user(error.into()).never_connected());
            }
            let unsent = |error: BoxError| {
                ConnectorError::user(TransportError::new(Phase::Prepare, endpoint.clone(), error).into())
                    .never_connected()
            };
            let kind =
                Kind { connect, secure: request.uri().starts_with("https:"), loopback: is_loopback(request.uri()) };
            let client = client.client(kind).map_err(unsent)?;
            let (request, witness) = to_reqwest(request).map_err(unsent)?;
            let response = client.execute(request).await;
            let response = response.map_err(|error| refuse(endpoint.clone(), connect, &witness, error))?;
            from_reqwest(response).map_err(|error| {
                ConnectorError::other(TransportError::new(Phase::Receive, endpoint, error).into(), None)
            })
        })
    }
}

fn common() -> reqwest::ClientBuilder {
    reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .referer(false)
        .retry(reqwest::retry::never())
        .pool_idle_timeout(POOL_IDLE)
        .tcp_nodelay(true)
}

fn build(kind: Kind) -> Result<reqwest::Client, BoxError> {
    let mut builder = common();
    if let Some(connect) = kind.connect {
        builder = builder.connect_timeout(connect);
    }
    if kind.loopback {
        builder = builder.no_proxy();
    }
    Ok(tls::apply(builder, kind.secure)?.build()?)
}

/// Whether a URL leads to this machine: `localhost`, 127.0.0.0/8 or [::1].
pub(crate) fn is_loopback(uri: &str) -> bool {
    let host = http::Uri::try_from(uri).ok().and_then(|uri| uri.host().map(str::to_owned)).unwrap_or_default();
    let address = host.trim_start_matches('[').trim_end_matches(']').parse::<std::net::IpAddr>();
    address.map_or(host.eq_ignore_ascii_case("localhost"), |address| address.is_loopback())
}

fn to_reqwest(request: HttpRequest) -> Result<(reqwest::Request, Witness), BoxError> {
    let (parts, body) = request.try_into_http1x()?.into_parts();
    let (body, witness) = Watched::new(body);
    Ok((http::Request::from_parts(parts, reqwest::Body::wrap(body)).try_into()?, witness))
}

fn from_reqwest(response: reqwest::Response) -> Result<HttpResponse, BoxError> {
    let response: http::Response<reqwest::Body> = response.into();
    Ok(HttpResponse::try_from(response.map(SdkBody::from_body_1_x))?)
}

/// Sorts reqwest's error by phase and kind. Its own text repeats the URL, query included, so that goes.
fn refuse(endpoint: String, connect: Option<Duration>, witness: &Witness, error: reqwest::Error) -> ConnectorError {
    let error = error.without_url();
    let timeout = error.is_timeout();
    if witness.was_handed_over() {
        let source = TransportError::new(Phase::Exchange, endpoint, error).into();
        return if timeout { ConnectorError::timeout(source) } else { ConnectorError::io(source) };
    }
    if error.is_connect() {
        if timeout {
            let within = connect.map(|limit| format!(" within {limit:?} (connect timeout)")).unwrap_or_default();
            let text = format!("no connection to {endpoint}{within}");
            let error = TransportError::complete(Phase::Connect, endpoint, text).with_source(error);
            return ConnectorError::timeout(error.into()).never_connected();
        }
        return ConnectorError::io(TransportError::new(Phase::Connect, endpoint, error).into()).never_connected();
    }
    if error.is_builder() {
        return ConnectorError::user(TransportError::new(Phase::Prepare, endpoint, error).into()).never_connected();
    }
    let source = TransportError::new(Phase::Exchange, endpoint, error).into();
    if timeout { ConnectorError::timeout(source) } else { ConnectorError::io(source) }
}

#[cfg(test)]
mod tests {
    use super::is_loopback;

    #[test]
    fn this_machine_is_told_from_others() {
        for uri in [
            "http://localhost:1/x",
            "http://LOCALHOST/",
            "https://127.0.0.1",
            "http://127.9.9.9:80/",
            "http://[::1]:8080/",
        ] {
            assert!(is_loopback(uri), "{uri}");
        }
        for uri in ["http://10.0.0.1/", "https://localhost.example.com/", "http://[2001:db8::1]/", "not a uri", ""] {
            assert!(!is_loopback(uri), "{uri}");
        }
    }
}

//! The default client, on hyper, and a program's own reqwest client in its place.

use super::connect::{Connector, TooLate, connector, plain_proxy};
use super::handed::{Watched, Witness};
use super::tls;
use crate::error::{BoxError, ConnectorError, Phase, TransportError, endpoint_of};
use aws_smithy_runtime_api::client::connector_metadata::ConnectorMetadata;
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use bytes::Bytes;
use http_body::Body;
use hyper_util::client::legacy;
use hyper_util::client::proxy::matcher::Matcher;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use std::error::Error;
use std::fmt::{self, Debug, Formatter};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// Idle connections are closed after this long, sooner than the 60 seconds and more that servers keep them for, so
/// that a request isn't written to a connection that its server is just closing.
const POOL_IDLE: Duration = Duration::from_secs(20);

/// Clients are kept per connect timeout and scheme; more than this are not expected, and start the collection anew.
const MOST_CLIENTS: usize = 8;

/// Sends requests: with hyper by default, or with a program's own [`reqwest::Client`].
///
/// By default: rustls with the platform's certificates (see the features `ring` and `aws-lc-rs`); proxies from
/// `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY`, `NO_PROXY` and the system's settings, but never to reach this machine
/// itself; redirects not followed, since a signature holds for one URL; idle connections kept for 20 seconds; nothing
/// built before the first call. Clones share connections.
///
/// A program's own `reqwest::Client` is sent with as it is, its connect timeout included. It has the TLS that the
/// program's features of reqwest give it: this crate turns on none, since they would hold for the whole program.
/// [`builder`](Self::builder) begins with the settings above but TLS:
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
/// A client that begins with `reqwest::Client::builder()` instead has to be told to follow no redirects. By default it
/// follows them, to other hosts, too, and leaves out `Authorization` there, but no header of a service's own: an API key in
/// `X-Key` is handed to whomever a request is redirected to. So is one in the query, by the header `Referer`. And with
/// reqwest's features `gzip` and the like, which any crate of the program can turn on, it decompresses what is stored
/// compressed, whose checksum then doesn't fit.
#[derive(Clone, Default)]
pub struct ReqwestClient {
    #[cfg(feature = "reqwest")]
    given: Option<reqwest::Client>,
    built: Arc<Mutex<Vec<(Kind, Own)>>>,
}

impl Debug for ReqwestClient {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("ReqwestClient");
        #[cfg(feature = "reqwest")]
        shown.field("given", &self.given);
        shown.finish_non_exhaustive()
    }
}

/// A client of this crate's own.
#[derive(Clone)]
struct Own {
    client: legacy::Client<Connector, Watched>,
    proxies: Option<Arc<Matcher>>,
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

    #[cfg(feature = "reqwest")]
    /// A builder with the default client's settings but for TLS, which is as the program's features of reqwest say. It
    /// has no connect timeout.
    ///
    /// # Errors
    ///
    /// None at present.
    pub fn builder() -> Result<reqwest::ClientBuilder, BoxError> {
        Ok(reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .referer(false)
            .retry(reqwest::retry::never())
            // Lengths and checksums are those of what is sent, and what is stored compressed is meant to come so. Any crate of the
            // program can turn on the features by which a client decompresses unless it refuses.
            .no_gzip()
            .no_brotli()
            .no_deflate()
            .no_zstd()
            .pool_idle_timeout(POOL_IDLE)
            .tcp_nodelay(true))
    }

    fn own(&self, kind: Kind) -> Result<Own, BoxError> {
        let mut built = self.built.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, own)) = built.iter().find(|(known, _)| *known == kind) {
            return Ok(own.clone());
        }
        let own = Own::new(kind)?;
        if built.len() == MOST_CLIENTS {
            built.clear();
        }
        built.push((kind, own.clone()));
        Ok(own)
    }
}

#[cfg(feature = "reqwest")]
/// Sends with this client as it is, the redirects that it follows included: see [`ReqwestClient`] for what these give away.
impl From<reqwest::Client> for ReqwestClient {
    fn from(client: reqwest::Client) -> Self {
        Self { given: Some(client), built: Arc::default() }
    }
}

impl HttpClient for ReqwestClient {
    fn http_connector(&self, settings: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(Sender { client: self.clone(), connect: settings.connect_timeout() })
    }

    fn connector_metadata(&self) -> Option<ConnectorMetadata> {
        #[cfg(feature = "reqwest")]
        if self.given.is_some() {
            return Some(ConnectorMetadata::new("reqwest", None));
        }
        Some(ConnectorMetadata::new("hyper", None))
    }
}

/// Sends with one connect timeout. The read timeout is held by the send path, for every transport alike.
#[derive(Debug)]
struct Sender {
    client: ReqwestClient,
    connect: Option<Duration>,
}

impl HttpConnector for Sender {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let (client, connect) = (self.client.clone(), self.connect);
        HttpConnectorFuture::new(async move {
            let endpoint = endpoint_of(request.uri());
            #[cfg(feature = "reqwest")]
            if let Some(client) = client.given {
                return by_reqwest(client, request, endpoint).await;
            }
            if let Some(text) = tls::missing(request.uri()) {
                let error = TransportError::complete(Phase::Prepare, endpoint, text);
                return Err(ConnectorError::user(error.into()).never_connected());
            }
            let kind =
                Kind { connect, secure: request.uri().starts_with("https:"), loopback: is_loopback(request.uri()) };
            let own = client.own(kind).map_err(|error| unprepared(&endpoint, error))?;
            let (request, witness) = watched(request).map_err(|error| unprepared(&endpoint, error))?;
            match own.send(request).await {
                Ok(response) => read(response, endpoint),
                Err(error) => {
                    let late = timed_out(&error);
                    let phase = if error.is_connect() { Phase::Connect } else { Phase::Exchange };
                    Err(refuse(endpoint, phase, late, late.then_some(connect).flatten(), &witness, error))
                }
            }
        })
    }
}

impl Own {
    fn new(kind: Kind) -> Result<Self, BoxError> {
        let proxies = (!kind.loopback).then(|| Arc::new(Matcher::from_system()));
        let connector = connector(&tls::Settings::new(kind.secure)?, proxies.clone(), kind.connect);
        let client = legacy::Client::builder(TokioExecutor::new())
            .pool_idle_timeout(POOL_IDLE)
            .pool_timer(TokioTimer::new())
            .build(connector);
        Ok(Self { client, proxies })
    }

    async fn send(
        &self,
        mut request: http::Request<Watched>,
    ) -> Result<http::Response<hyper::body::Incoming>, legacy::Error> {
        if let Some(proxy) = plain_proxy(self.proxies.as_deref(), request.uri())
            && let Some(authorization) = proxy.basic_auth()
        {
            request.headers_mut().insert(http::header::PROXY_AUTHORIZATION, authorization.clone());
        }
        self.client.request(request).await
    }
}

#[cfg(feature = "reqwest")]
async fn by_reqwest(
    client: reqwest::Client,
    request: HttpRequest,
    endpoint: String,
) -> Result<HttpResponse, ConnectorError> {
    let (request, witness) = watched(request).map_err(|error| unprepared(&endpoint, error))?;
    let path = request.uri().path().to_owned();
    let request = reqwest::Request::try_from(request.map(reqwest::Body::wrap));
    let request = request.map_err(|error| unprepared(&endpoint, error.without_url().into()))?;
    if request.url().path() != path {
        return Err(unprepared(&endpoint, CHANGES_PATH.into()));
    }
    match client.execute(request).await {
        Ok(response) => read(http::Response::<reqwest::Body>::from(response), endpoint),
        Err(error) => {
            // Its own text repeats the URL, query included.
            let error = error.without_url();
            let phase = match () {
                () if error.is_connect() => Phase::Connect,
                () if error.is_builder() => Phase::Prepare,
                () => Phase::Exchange,
            };
            Err(refuse(endpoint, phase, error.is_timeout(), None, &witness, error))
        }
    }
}

#[cfg(feature = "reqwest")]
/// A key of Amazon S3 may have dot segments in it.
const CHANGES_PATH: &str = "a `reqwest::Client` would resolve the segments `.` and `..` of the request's path, so that \
                            another path were sent than is signed: leave `http_client` unset for such a call";

fn watched(request: HttpRequest) -> Result<(http::Request<Watched>, Witness), BoxError> {
    let (mut parts, body) = request.try_into_http1x()?.into_parts();
    let (body, witness) = Watched::new(body, parts.extensions.remove());
    Ok((http::Request::from_parts(parts, body), witness))
}

fn read<B>(response: http::Response<B>, endpoint: String) -> Result<HttpResponse, ConnectorError>
where
    B: Body<Data = Bytes> + Send + Sync + 'static,
    B::Error: Into<BoxError> + 'static,
{
    HttpResponse::try_from(response.map(SdkBody::from_body_1_x))
        .map_err(|error| ConnectorError::other(TransportError::new(Phase::Receive, endpoint, error).into(), None))
}

fn unprepared(endpoint: &str, error: BoxError) -> ConnectorError {
    ConnectorError::user(TransportError::new(Phase::Prepare, endpoint.to_owned(), error).into()).never_connected()
}

fn timed_out(error: &(dyn Error + 'static)) -> bool {
    std::iter::successors(Some(error), |&error| error.source()).any(|error| {
        let io = error.downcast_ref::<std::io::Error>().map(std::io::Error::kind);
        error.is::<TooLate>() || io == Some(std::io::ErrorKind::TimedOut)
    })
}

/// Sorts an error by phase and kind. What the client says of the phase counts only as long as no connection had the
/// request.
fn refuse(
    endpoint: String,
    phase: Phase,
    late: bool,
    limit: Option<Duration>,
    witness: &Witness,
    error: impl Error + Send + Sync + 'static,
) -> ConnectorError {
    let phase = if witness.was_handed_over() { Phase::Exchange } else { phase };
    match phase {
        Phase::Connect if late => {
            let within = limit.map(|limit| format!(" within {limit:?} (connect timeout)")).unwrap_or_default();
            let text = format!("no connection to {endpoint}{within}");
            let error = TransportError::complete(phase, endpoint, text).with_source(error);
            ConnectorError::timeout(error.into()).never_connected()
        }
        Phase::Connect => ConnectorError::io(TransportError::new(phase, endpoint, error).into()).never_connected(),
        Phase::Prepare => unprepared(&endpoint, error.into()),
        _ if late => ConnectorError::timeout(TransportError::new(phase, endpoint, error).into()),
        _ => ConnectorError::io(TransportError::new(phase, endpoint, error).into()),
    }
}

/// Whether a URL leads to this machine: `localhost`, 127.0.0.0/8 or [::1].
pub(crate) fn is_loopback(uri: &str) -> bool {
    let host = http::Uri::try_from(uri).ok().and_then(|uri| uri.host().map(str::to_owned)).unwrap_or_default();
    let address = host.trim_start_matches('[').trim_end_matches(']').parse::<std::net::IpAddr>();
    address.map_or(host.eq_ignore_ascii_case("localhost"), |address| address.is_loopback())
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

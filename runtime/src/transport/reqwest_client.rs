//! The default client, on hyper, and a program's own reqwest client in its place.

use super::POOL_IDLE;
use super::failed::{phase, refuse, timed_out, unconnected, unprepared};
use super::handed::{Watched, Witness};
use super::own::{Kind, Own, Owns};
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
use std::cell::RefCell;
use std::fmt::{self, Debug, Formatter};
use std::time::Duration;

/// Sends requests: with hyper by default, or with a program's own [`reqwest::Client`].
///
/// By default: rustls with the platform's certificates (see the features `ring` and `aws-lc-rs`); proxies from
/// `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY`, `NO_PROXY` and the system's settings, but never to reach this machine
/// itself; redirects not followed, since a signature holds for one URL; nothing built before the first call. Clones share
/// connections.
///
/// Connections are kept for later calls: there are no more of them than twice the calls at once, and over HTTP/2 (feature `http2`,
/// where the server offers it over TLS) one per service. One that has been idle for 20 seconds isn't used any more, and is
/// closed within 40. One that the server has closed in between is noticed before a call is sent over it. An HTTP/2 connection
/// that brings nothing for 20 seconds while calls wait is asked for a sign of life, and left if none comes within 8. To set
/// any of it, give a client of your own: `ReqwestClient::builder()?.pool_idle_timeout(…)`.
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
    given: Option<reqwest::Client>,
    owns: Owns,
}

impl Debug for ReqwestClient {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReqwestClient").field("given", &self.given).finish_non_exhaustive()
    }
}

impl ReqwestClient {
    /// The default client.
    pub fn new() -> Self {
        Self::default()
    }

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
}

/// Sends with this client as it is, the redirects that it follows included: see [`ReqwestClient`] for what these give away.
impl From<reqwest::Client> for ReqwestClient {
    fn from(client: reqwest::Client) -> Self {
        Self { given: Some(client), owns: Owns::default() }
    }
}

impl HttpClient for ReqwestClient {
    fn http_connector(&self, settings: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        let sender = Sender { client: self.clone(), connect: settings.connect_timeout() };
        SENDER.with_borrow_mut(|asked| {
            if let Some(asked) = asked {
                asked.get_or_insert_with(|| sender.clone());
            }
        });
        SharedHttpConnector::new(sender)
    }

    fn connector_metadata(&self) -> Option<ConnectorMetadata> {
        Some(ConnectorMetadata::new(if self.given.is_some() { "reqwest" } else { "hyper" }, None))
    }
}

thread_local! {
    /// Laid open by whoever wants to know whether a connector is this crate's own, filled by the one that is. As a trait object it
    /// can't be asked, and it may stand within one of the program's.
    static SENDER: RefCell<Option<Option<Sender>>> = const { RefCell::new(None) };
}

/// What sends with the connector that is made here, if that is this crate's own client, or has one within.
pub(crate) fn own_sender(make: impl FnOnce() -> SharedHttpConnector) -> Option<Sender> {
    SENDER.set(Some(None));
    drop(make());
    SENDER.take().flatten()
}

/// Sends with one connect timeout. The read timeout is held by the send path, for every transport alike.
#[derive(Clone, Debug)]
pub(crate) struct Sender {
    client: ReqwestClient,
    connect: Option<Duration>,
}

impl Sender {
    /// Opens a connection for the next request to where this URL leads; nothing, if requests go through a client of the
    /// program's own.
    pub(crate) async fn open(&self, url: &str) -> Result<(), ConnectorError> {
        if self.client.given.is_some() {
            return Ok(());
        }
        let (endpoint, own) = (endpoint_of(url), self.own(Kind::of(url, self.connect), url)?);
        let service = url.parse().map_err(|error: http::uri::InvalidUri| unprepared(&endpoint, error.into()))?;
        own.open(service).await.map_err(|error| {
            let late = timed_out(error.as_ref());
            unconnected(endpoint, late, late.then_some(self.connect).flatten(), error)
        })
    }

    /// The client of this crate's own for requests to this URL.
    fn own(&self, kind: Kind, url: &str) -> Result<Own, ConnectorError> {
        let endpoint = endpoint_of(url);
        if let Some(text) = tls::missing(url) {
            let error = TransportError::complete(Phase::Prepare, endpoint, text);
            return Err(ConnectorError::user(error.into()).never_connected());
        }
        self.client.owns.get(kind).map_err(|error| unprepared(&endpoint, error))
    }

    async fn send(self, request: HttpRequest) -> Result<HttpResponse, ConnectorError> {
        let endpoint = endpoint_of(request.uri());
        if let Some(client) = &self.client.given {
            return by_reqwest(client.clone(), request, endpoint).await;
        }
        let kind = Kind::of(request.uri(), self.connect).with_host(&request);
        let own = self.own(kind, request.uri())?;
        let (request, witness) = watched(request).map_err(|error| unprepared(&endpoint, error))?;
        match own.send(request).await {
            Ok(response) => read(response, endpoint),
            Err(error) => {
                let late = timed_out(&error);
                Err(refuse(endpoint, phase(&error), late, late.then_some(self.connect).flatten(), &witness, error))
            }
        }
    }
}

impl HttpConnector for Sender {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        HttpConnectorFuture::new(self.clone().send(request))
    }
}

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

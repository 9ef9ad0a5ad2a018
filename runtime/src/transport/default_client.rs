//! The default client, on hyper.

use super::failed::{phase, refuse, timed_out, unconnected, unprepared};
use super::handed::{Watched, Witness};
use super::marked::mark;
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
use std::sync::Arc;
use std::time::Duration;

/// Sends requests where the config has no `http_client`.
///
/// By rustls with the platform's certificates (see the features `ring` and `aws-lc-rs`); through proxies from
/// `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY`, `NO_PROXY` and the system's settings, but never to reach this machine
/// itself; redirects not followed, since a signature holds for one URL; nothing built before the first call. Clones share
/// connections.
///
/// Connections are kept for later calls: there are no more of them than twice the calls at once, and over HTTP/2 (feature `http2`,
/// where the server offers it over TLS) one per service. One that has been idle for 20 seconds isn't used any more, and is
/// closed within 40. One that the server has closed in between is noticed before a call is sent over it. An HTTP/2 connection
/// that brings nothing for 20 seconds while calls wait is asked for a sign of life, and left if none comes within 8. To set
/// any of it, give a client of your own: with the feature `reqwest`, `ReqwestClient` takes one.
///
/// ```
/// use sdk_runtime::{config::Config, transport::DefaultClient};
///
/// let client = DefaultClient::new();
/// let config = Config::builder().http_client(client.clone()).build();
/// ```
#[derive(Clone, Default)]
pub struct DefaultClient {
    owns: Owns,
}

impl Debug for DefaultClient {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("DefaultClient").finish_non_exhaustive()
    }
}

impl DefaultClient {
    /// A client with connections of its own.
    pub fn new() -> Self {
        Self::default()
    }
}

impl HttpClient for DefaultClient {
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
        Some(ConnectorMetadata::new("hyper", None))
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
    client: DefaultClient,
    connect: Option<Duration>,
}

impl Sender {
    /// Opens a connection for the next request to where this URL leads.
    pub(crate) async fn open(&self, url: &str) -> Result<(), ConnectorError> {
        let (endpoint, own) = (endpoint_of(url), self.own(Kind::of(url, self.connect), url)?);
        let service = url.parse().map_err(|error: http::uri::InvalidUri| unprepared(&endpoint, error.into()))?;
        own.open(service).await.map_err(|error| {
            let late = timed_out(error.as_ref());
            unconnected(endpoint, late, late.then_some(self.connect).flatten(), error)
        })
    }

    /// The client of this crate's own for requests to this URL.
    fn own(&self, kind: Kind, url: &str) -> Result<Arc<Own>, ConnectorError> {
        if let Some(text) = tls::missing(url) {
            let error = TransportError::complete(Phase::Prepare, endpoint_of(url), text);
            return Err(ConnectorError::user(error.into()).never_connected());
        }
        self.client.owns.get(kind).map_err(|error| unprepared(&endpoint_of(url), error))
    }

    /// What is needed to send a request. A future that did this would have room for the request in both its forms.
    fn prepare(&self, request: HttpRequest) -> Result<Prepared, ConnectorError> {
        let endpoint = endpoint_of(request.uri());
        let kind = Kind::of(request.uri(), self.connect).with_host(&request);
        let own = self.own(kind, request.uri())?;
        let (request, witness) = watched(request).map_err(|error| unprepared(&endpoint, error))?;
        Ok(Prepared { own, request, witness, endpoint, connect: self.connect })
    }
}

/// A request, and what it is sent by.
struct Prepared {
    own: Arc<Own>,
    request: http::Request<Watched>,
    witness: Witness,
    endpoint: String,
    connect: Option<Duration>,
}

impl Prepared {
    async fn send(self) -> Result<HttpResponse, ConnectorError> {
        let Self { own, request, witness, endpoint, connect } = self;
        own.ready().await;
        let outcome = own.send(request).await;
        own.rest();
        match outcome {
            Ok(response) => read(response, endpoint),
            Err(error) => {
                let late = timed_out(&error);
                Err(refuse(endpoint, phase(&error), late, late.then_some(connect).flatten(), &witness, error))
            }
        }
    }
}

impl HttpConnector for Sender {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        match self.prepare(request) {
            Ok(prepared) => HttpConnectorFuture::new(prepared.send()),
            Err(error) => HttpConnectorFuture::ready(Err(error)),
        }
    }
}

/// The request with a body that knows whether a connection has asked for it.
pub(super) fn watched(request: HttpRequest) -> Result<(http::Request<Watched>, Witness), BoxError> {
    let (mut parts, body) = request.try_into_http1x()?.into_parts();
    mark(&mut parts.headers);
    let (body, witness) = Watched::new(body, parts.extensions.remove());
    Ok((http::Request::from_parts(parts, body), witness))
}

/// The answer, its body still arriving.
pub(super) fn read<B>(response: http::Response<B>, endpoint: String) -> Result<HttpResponse, ConnectorError>
where
    B: Body<Data = Bytes> + Send + Sync + 'static,
    B::Error: Into<BoxError> + 'static,
{
    HttpResponse::try_from(response.map(SdkBody::from_body_1_x))
        .map_err(|error| ConnectorError::other(TransportError::new(Phase::Receive, endpoint, error).into(), None))
}

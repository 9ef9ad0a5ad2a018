//! A program's own reqwest client in the default client's place.

use super::POOL_IDLE;
use super::default_client::{read, watched};
use super::failed::{refuse, unprepared};
use crate::error::{BoxError, ConnectorError, Phase, endpoint_of};
use aws_smithy_runtime_api::client::connector_metadata::ConnectorMetadata;
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;

/// Sends requests with a [`reqwest::Client`] of the program's own (feature `reqwest`).
///
/// The client is sent with as it is, its connect timeout included. It has the TLS that the
/// program's features of reqwest give it: this crate turns on none, since they would hold for the whole program.
/// [`builder`](Self::builder) begins with the settings of the [default client](super::DefaultClient) but TLS:
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
#[derive(Clone, Debug)]
pub struct ReqwestClient(reqwest::Client);

impl ReqwestClient {
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
        Self(client)
    }
}

impl HttpClient for ReqwestClient {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }

    fn connector_metadata(&self) -> Option<ConnectorMetadata> {
        Some(ConnectorMetadata::new("reqwest", None))
    }
}

impl HttpConnector for ReqwestClient {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        HttpConnectorFuture::new(send(self.0.clone(), request))
    }
}

async fn send(client: reqwest::Client, request: HttpRequest) -> Result<HttpResponse, ConnectorError> {
    let endpoint = endpoint_of(request.uri());
    let (request, witness) = watched(request).map_err(|error| unprepared(&endpoint, error))?;
    let signed = request.uri().to_string();
    let request = reqwest::Request::try_from(request.map(reqwest::Body::wrap));
    let request = request.map_err(|error| unprepared(&endpoint, error.without_url().into()))?;
    if request.url().as_str() != signed {
        return Err(unprepared(&endpoint, CHANGED.into()));
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
const CHANGED: &str = "a `reqwest::Client` would change the request's URL, so that another were sent than is signed; it resolves the \
                       segments `.` and `..` of a path, for one: leave `http_client` unset for such a call";

//! Connections of the default client: straight to the service, or through the proxy that the environment names.
//!
//! In: a URL. Out: a connection that can be written to, TLS included, within the connect timeout.

use super::stream::Stream;
use super::tls::{Secured, Settings};
use crate::error::BoxError;
use http::Uri;
use http::uri::Scheme;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::legacy::connect::proxy::Tunnel;
use hyper_util::client::proxy::matcher::{Intercept, Matcher};
use std::fmt::{self, Display, Formatter};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;
use tower_service::Service;

pub(super) type Connecting<T> = Pin<Box<dyn Future<Output = Result<T, BoxError>> + Send>>;

/// Opens connections to services.
pub(super) type Connector = Timed<Secured<Route>>;

/// The connections of a client. Without `proxies` all go straight to the service.
pub(super) fn connector(
    tls: &Settings,
    proxies: Option<Arc<Matcher>>,
    limit: Option<Duration>,
    offers_http2: bool,
) -> Connector {
    let mut tcp = HttpConnector::new();
    tcp.enforce_http(false);
    tcp.set_nodelay(true);
    tcp.set_connect_timeout(limit);
    // What is idle and broken is noticed before it is used.
    tcp.set_keepalive(Some(KEEPALIVE));
    tcp.set_keepalive_interval(Some(KEEPALIVE));
    tcp.set_keepalive_retries(Some(3));
    let route = Route { tcp: tls.to_proxy(tcp), proxies };
    Timed { inner: tls.to_service(route, offers_http2), limit }
}

const KEEPALIVE: Duration = Duration::from_secs(15);

/// Opens connections without the service's TLS.
#[derive(Clone)]
pub(super) struct Route {
    tcp: Secured<HttpConnector>,
    proxies: Option<Arc<Matcher>>,
}

type Tcp = <Secured<HttpConnector> as Service<Uri>>::Response;

impl Service<Uri> for Route {
    type Response = Stream<Tcp>;
    type Error = BoxError;
    type Future = Connecting<Self::Response>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, service: Uri) -> Self::Future {
        let mut tcp = self.tcp.clone();
        let proxy = self.proxies.as_ref().and_then(|proxies| proxies.intercept(&service));
        Box::pin(async move {
            let is_secure = service.scheme() == Some(&Scheme::HTTPS);
            let Some(proxy) = proxy else {
                let io = tcp.call(without_tls(&service)?).await?;
                return Ok(Stream::routed(io, false));
            };
            let to = proxy.uri().clone();
            if !matches!(to.scheme_str(), Some("http" | "https")) {
                return Err("the environment names a proxy that is neither http nor https".into());
            }
            if !is_secure {
                return Ok(Stream::routed(tcp.call(to).await?, true));
            }
            let tunnel = Tunnel::new(to, tcp);
            let mut tunnel = match proxy.basic_auth() {
                Some(authorization) => tunnel.with_auth(authorization.clone()),
                None => tunnel,
            };
            Ok(Stream::routed(tunnel.call(service).await?, false))
        })
    }
}

/// The same host and port, so that the connection is a plain one: the service's TLS is spoken around it.
fn without_tls(service: &Uri) -> Result<Uri, BoxError> {
    let authority = service.authority().ok_or("the URL has no host")?.as_str();
    let is_secure = service.scheme() == Some(&Scheme::HTTPS);
    let authority = match service.port() {
        None if is_secure => format!("{authority}:443"),
        _ => authority.to_owned(),
    };
    Ok(Uri::builder().scheme(Scheme::HTTP).authority(authority).path_and_query("/").build()?)
}

/// The proxy of a plain request, which has to be told who asks by the request itself.
pub(super) fn plain_proxy(proxies: Option<&Matcher>, service: &Uri) -> Option<Intercept> {
    proxies.filter(|_| service.scheme() == Some(&Scheme::HTTP))?.intercept(service)
}

/// Gives up after the connect timeout, which TLS and proxies are within.
#[derive(Clone)]
pub(super) struct Timed<S> {
    inner: S,
    limit: Option<Duration>,
}

impl<S> Service<Uri> for Timed<S>
where
    S: Service<Uri, Error = BoxError>,
    S::Future: Send + 'static,
    S::Response: 'static,
{
    type Response = S::Response;
    type Error = BoxError;
    type Future = Connecting<S::Response>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, service: Uri) -> Self::Future {
        let connecting = self.inner.call(service);
        match self.limit {
            Some(limit) => Box::pin(async move {
                tokio::time::timeout(limit, connecting).await.unwrap_or_else(|_| Err(TooLate.into()))
            }),
            None => Box::pin(connecting),
        }
    }
}

/// The connect timeout passed.
#[derive(Debug)]
pub(super) struct TooLate;

impl Display for TooLate {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("the connect timeout passed")
    }
}

impl std::error::Error for TooLate {}

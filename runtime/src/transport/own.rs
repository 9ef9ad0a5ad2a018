//! The clients of this crate's own, on hyper: one for each way to connect, each with its pool.

use super::connect::{connector, plain_proxy};
use super::handed::Watched;
use super::spare::Spares;
use super::tls;
use super::{MOST_CLIENTS, OFFERS_HTTP2, POOL_IDLE};
use crate::error::{BoxError, scheme_and_host};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use http::Uri;
use hyper_util::client::legacy;
use hyper_util::client::proxy::matcher::Matcher;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::time::Instant;

/// What tells clients apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Kind {
    pub(super) connect: Option<Duration>,
    /// For `https`: certificates are loaded only where they are needed, and may be absent elsewhere.
    secure: bool,
    /// To this machine itself, which no proxy can stand in for.
    loopback: bool,
    /// For HTTP/2, where the server has it.
    offers_http2: bool,
}

impl Kind {
    /// That of requests to a URL.
    pub(super) fn of(uri: &str, connect: Option<Duration>) -> Self {
        Self { connect, secure: uri.starts_with("https:"), loopback: is_loopback(uri), offers_http2: OFFERS_HTTP2 }
    }

    /// That of a request which may have a header `Host` of the program's own, as through a tunnel. HTTP/2 would name the URL's
    /// host beside it, and that isn't the one that was signed.
    pub(super) fn with_host(self, request: &HttpRequest) -> Self {
        let Some(host) = request.headers().get("host").filter(|_| self.secure && self.offers_http2) else {
            return self;
        };
        let uri = request.uri().parse::<Uri>().ok();
        let is_same = uri.as_ref().and_then(Uri::authority).is_some_and(|authority| authority.as_str() == host);
        Self { offers_http2: is_same, ..self }
    }
}

/// The clients that there are by now.
#[derive(Clone, Default)]
pub(super) struct Owns(Arc<Mutex<Vec<Built>>>);

/// A client, and what it is for.
struct Built {
    kind: Kind,
    own: Arc<Own>,
}

impl Owns {
    pub(super) fn get(&self, kind: Kind) -> Result<Arc<Own>, BoxError> {
        let mut built = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = built.iter().find(|known| known.kind == kind) {
            return Ok(known.own.clone());
        }
        let own = Arc::new(Own::new(kind)?);
        if built.len() == MOST_CLIENTS {
            built.clear();
        }
        built.push(Built { kind, own: own.clone() });
        Ok(own)
    }
}

/// One of them.
pub(super) struct Own {
    client: legacy::Client<Spares, Watched>,
    spares: Spares,
    proxies: Option<Arc<Matcher>>,
    quiet: Quiet,
}

/// Since when a client's connections have nothing to do.
#[derive(Default)]
struct Quiet(Mutex<Option<Instant>>);

impl Quiet {
    /// After so long a server may have closed connections.
    const LONG: Duration = Duration::from_millis(10);

    /// Lets the runtime look at its connections first, if that may be news: a program that was held up, or frozen as AWS Lambda
    /// does it, hasn't heard yet which of them the server has closed, and would lose its request on one.
    async fn end(&self) {
        let is_long = self.since().is_some_and(|since| since.elapsed() >= Self::LONG);
        if is_long {
            tokio::task::yield_now().await;
        }
    }

    fn begin(&self) {
        *self.since() = Some(Instant::now());
    }

    fn since(&self) -> MutexGuard<'_, Option<Instant>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What HTTP/2 needs beyond what the library does by itself.
#[cfg(feature = "http2")]
fn set_http2(builder: &mut legacy::Builder) {
    /// The most that there can be (RFC 9113, 6.9.1).
    const MOST: u32 = (1 << 31) - 1;
    builder
        // Each answer has 2 MiB of room. With less for all of them than they have together, those that a program doesn't read
        // would hold up the others.
        .http2_initial_connection_window_size(MOST)
        // A connection that is there no more, though nobody said so, is found before calls have waited for it in vain, and isn't
        // kept for the next ones. One that has nothing to do is asked nothing.
        .http2_keep_alive_interval(Duration::from_secs(20))
        .http2_keep_alive_timeout(Duration::from_secs(8))
        .timer(TokioTimer::new());
}

#[cfg(not(feature = "http2"))]
fn set_http2(_: &mut legacy::Builder) {}

impl Own {
    fn new(kind: Kind) -> Result<Self, BoxError> {
        let proxies = (!kind.loopback).then(|| Arc::new(Matcher::from_system()));
        let tls = tls::Settings::new(kind.secure)?;
        let spares = Spares::new(connector(&tls, proxies.clone(), kind.connect, kind.offers_http2));
        let mut builder = legacy::Client::builder(TokioExecutor::new());
        builder.pool_idle_timeout(POOL_IDLE).pool_timer(TokioTimer::new());
        set_http2(&mut builder);
        Ok(Self { client: builder.build(spares.clone()), spares, proxies, quiet: Quiet::default() })
    }

    /// Waits until requests can be sent.
    pub(super) async fn ready(&self) {
        self.quiet.end().await;
    }

    /// Takes note that a request has been answered, or has failed.
    pub(super) fn rest(&self) {
        self.quiet.begin();
    }

    /// Sends a request once [`ready`](Self::ready).
    pub(super) fn send(&self, mut request: http::Request<Watched>) -> legacy::ResponseFuture {
        if let Some(proxy) = plain_proxy(self.proxies.as_deref(), request.uri())
            && let Some(authorization) = proxy.basic_auth()
        {
            request.headers_mut().insert(http::header::PROXY_AUTHORIZATION, authorization.clone());
        }
        self.client.request(request)
    }

    /// Opens a connection for the next request there.
    pub(super) async fn open(&self, service: Uri) -> Result<(), BoxError> {
        self.spares.open(service).await
    }
}

/// Whether a URL leads to this machine: `localhost`, 127.0.0.0/8 or [::1].
pub(crate) fn is_loopback(uri: &str) -> bool {
    let (_, host) = scheme_and_host(uri);
    let host = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next(),
        None => host.split(':').next(),
    };
    let host = host.unwrap_or_default();
    host.eq_ignore_ascii_case("localhost")
        || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
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

//! Connections that are opened before there is a request for them.
//!
//! In: a URL that requests will go to. Out: the connection that the pool gets where it would else open one. The pool itself
//! opens connections for requests alone, so that one which is opened ahead waits here.

use super::POOL_IDLE;
use super::connect::{Connecting, Connector};
use super::stream::Stream;
use crate::error::BoxError;
use http::Uri;
use hyper::rt::Executor;
use hyper_util::rt::TokioExecutor;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use tokio::time::Instant;
use tower_service::Service;

/// How many may wait, one for each service.
const MOST: usize = 8;

/// What a pool sends requests over.
type Opened = Stream<<Connector as Service<Uri>>::Response>;

/// A connection that waits for its first request.
struct Spare {
    to: Uri,
    opened: Opened,
    since: Instant,
}

impl Spare {
    fn leads_to(&self, service: &Uri) -> bool {
        (self.to.scheme(), self.to.authority()) == (service.scheme(), service.authority())
    }

    /// Whether it isn't older than an idle connection may be.
    fn is_young(&self) -> bool {
        self.since.elapsed() < POOL_IDLE
    }
}

/// Opens connections, or hands out one that is open already. Clones have the same ones.
#[derive(Clone)]
pub(super) struct Spares {
    connector: Connector,
    kept: Arc<Mutex<Vec<Spare>>>,
}

impl Spares {
    pub(super) fn new(connector: Connector) -> Self {
        Self { connector, kept: Arc::default() }
    }

    /// Opens a connection for the next request to this service, unless one waits for it already.
    pub(super) async fn open(&self, service: Uri) -> Result<(), BoxError> {
        let opened = match self.take(&service).await {
            Some(spare) => {
                self.keep(spare);
                return Ok(());
            }
            None => Stream::opened(self.connector.clone().call(service.clone()).await?),
        };
        self.keep(Spare { to: service, opened, since: Instant::now() });
        // Nobody may ever call.
        let kept = Arc::downgrade(&self.kept);
        TokioExecutor::new().execute(async move {
            tokio::time::sleep(POOL_IDLE).await;
            if let Some(kept) = kept.upgrade() {
                lock(&kept).retain(Spare::is_young);
            }
        });
        Ok(())
    }

    fn keep(&self, spare: Spare) {
        let mut kept = lock(&self.kept);
        if kept.len() >= MOST {
            kept.remove(0);
        }
        kept.push(spare);
    }

    /// The one that waits for a request to this service, if it can still be used.
    async fn take(&self, service: &Uri) -> Option<Spare> {
        loop {
            let mut spare = {
                let mut kept = lock(&self.kept);
                let at = kept.iter().position(|spare| spare.leads_to(service))?;
                kept.remove(at)
            };
            // The runtime looks at its connections in between: what has happened to this one is known then.
            tokio::task::yield_now().await;
            match spare.opened.check() {
                Ok(()) if spare.is_young() => return Some(spare),
                Ok(()) => tracing::debug!("a connection that was opened ahead has waited too long"),
                Err(reason) => tracing::debug!(%reason, "a connection that was opened ahead is no good any more"),
            }
        }
    }
}

fn lock(kept: &Mutex<Vec<Spare>>) -> MutexGuard<'_, Vec<Spare>> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Service<Uri> for Spares {
    type Response = Opened;
    type Error = BoxError;
    type Future = Connecting<Opened>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.connector.poll_ready(context)
    }

    fn call(&mut self, service: Uri) -> Self::Future {
        let mut spares = self.clone();
        Box::pin(async move {
            match spares.take(&service).await {
                Some(spare) => Ok(spare.opened),
                None => spares.connector.call(service).await.map(Stream::opened),
            }
        })
    }
}

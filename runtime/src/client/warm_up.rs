//! Getting a client ready before its first call.
//!
//! In: a client. Out: the same, with what its first call would have had to wait for: who calls, where to, and a connection.

use super::bag::Bag;
use super::failure::Failure;
use super::features::Features;
use super::{BoxFuture, Handle, Inner};
use crate::declare::{Auth, Scheme};
use crate::endpoint::ContextParams;
use crate::error::{BoxError, SdkError, ServiceError};
use crate::timeout::{Deadline, Kind, Limits};
use crate::transport::own_sender;
use std::pin::pin;
use std::sync::Arc;

/// What stands in errors in place of an operation's name.
const NAME: &str = "warm_up";

impl Handle {
    /// Loads credentials, or what else the config has of who calls; decides on the endpoint; and opens a connection to it, TLS
    /// included, which the first call then uses. No request is sent. It takes no longer than a call may: each of the config's
    /// deadlines holds.
    ///
    /// The endpoint is that of calls which say nothing about theirs, so that a call which names an Amazon S3 bucket, or whose
    /// host begins with something of its own, still makes a connection of its own. A connection that no call uses is closed
    /// after 20 seconds. With an HTTP client that isn't, and
    /// doesn't wrap, a [`DefaultClient`](crate::transport::DefaultClient), nothing is opened, since none can be asked to.
    ///
    /// # Errors
    ///
    /// As the first call would report them: no credentials, no endpoint, no connection. They do no harm: a later call tries
    /// all of it anew.
    pub async fn warm_up<E: ServiceError>(&self) -> Result<(), SdkError<E>> {
        warm_up(self.inner.clone()).await.map_err(|failure| failure.into_error(NAME))
    }
}

/// Boxed, so that it is compiled here and nowhere else.
fn warm_up(inner: Arc<Inner>) -> BoxFuture<Result<(), Failure>> {
    Box::pin(async move {
        let limits = Limits::of(inner.config.timeout_config(), None, None);
        let deadline = Deadline::new(Kind::Operation, limits.operation, inner.deadlines.clone());
        deadline.hold(pin!(inner.warm_up(limits))).await.unwrap_or_else(|elapsed| Err(Failure::Timeout(elapsed)))
    })
}

impl Inner {
    async fn warm_up(&self, limits: Limits) -> Result<(), Failure> {
        let bag = Bag::of_none();
        self.load_identities(&bag).await?;
        let place = self.place(ContextParams::default(), Auth::SIGV4, &bag, &mut Features::default()).await?;
        if self.config.settings.stand_in.is_some() {
            return Ok(());
        }
        match own_sender(|| self.connector(limits)) {
            Some(sender) => sender.open(&place.endpoint.url).await.map_err(Failure::Dispatch),
            None => Ok(()),
        }
    }

    /// Loads whatever the config has of who calls, into the caches that calls take it from.
    async fn load_identities(&self, bag: &Bag) -> Result<(), BoxError> {
        if self.has_identity(Scheme::SigV4) {
            self.credentials(bag).await?;
        }
        if self.has_identity(Scheme::Bearer) {
            self.token(bag).await?;
        }
        #[cfg(feature = "http-auth")]
        self.load_logins(bag).await?;
        Ok(())
    }
}

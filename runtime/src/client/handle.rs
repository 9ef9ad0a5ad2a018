//! The thin, generic shell around the send path: the only part that is compiled for each operation.

use super::failure::unreadable;
use super::features::Features;
use super::{BoxFuture, Inner, Operation, SendResult, Timing, dispatch, metrics};
use crate::codec::{MemberReader, within};
use crate::config::stand_in::{InputCopy, StandIn};
use crate::config::{Builder, Config};
use crate::declare::Service;
use crate::error::SdkError;
use crate::error::context::Facts;
use crate::transport::{MAX_RESPONSE_BYTES, memory_for};
use std::fmt::{self, Debug, Formatter};
use std::sync::Arc;

type Output<B> = <<B as MemberReader>::Structure as Operation>::Output;
type Failure<B> = <<B as MemberReader>::Structure as Operation>::Error;

/// What a generated client is made of: a service, its settings, and what calls share. Cheap to clone; clones share
/// connections, credentials and the retry quota.
#[derive(Clone)]
pub struct Handle {
    pub(super) inner: Arc<Inner>,
    pub(super) caller: Caller,
}

/// Who makes a call.
#[derive(Clone, Copy)]
pub(crate) enum Caller {
    Program,
    Paginator,
    Waiter,
}

impl Handle {
    /// Makes a client of the service. Does no I/O; whatever the config lacks is reported by the first call.
    pub fn new(service: &'static Service, config: Config) -> Self {
        Self::of(Arc::new(Inner::new(service, false, config)))
    }

    /// Makes a client of a service that isn't AWS's: requests and errors say nothing of AWS, its regions and its settings.
    /// Otherwise as [`new`](Self::new).
    pub fn plain(service: &'static Service, config: impl Into<Config>) -> Self {
        Self::of(Arc::new(Inner::new(service, true, config.into())))
    }

    /// The client's settings.
    pub fn config(&self) -> &Config {
        &self.inner.config
    }

    /// The client with some settings made differently: those that `changes` sets. It shares connections, credentials
    /// and retry quota with this one, except where the changes replace them.
    pub fn with_override(&self, changes: Builder) -> Self {
        let config = self.inner.config.overridden(changes.clone());
        Self::of(Arc::new(Inner::overriding(&self.inner, config, &changes.settings))).called_by(self.caller)
    }

    pub(super) fn of(inner: Arc<Inner>) -> Self {
        Self { inner, caller: Caller::Program }
    }

    /// The same client, on behalf of what makes several calls of one.
    pub(crate) fn called_by(self, caller: Caller) -> Self {
        Self { caller, ..self }
    }

    /// What waits between polls are made of.
    pub(crate) fn pacing(&self) -> Timing {
        let Inner { sleep, time, shared, .. } = &*self.inner;
        Timing { sleep: sleep.clone(), time: time.clone(), rng: shared.rng.clone() }
    }

    /// What answers in place of the service.
    fn stand_in(&self) -> Option<&dyn StandIn> {
        self.inner.config.settings.stand_in.as_deref()
    }

    /// Calls an operation with what a builder holds, as generated methods do.
    ///
    /// The future is boxed, and its type says that it is `Send`: an `async fn` of each operation would be a type of its own, which
    /// the compiler checks, lays out and searches for `Send` anew. Beside a request, the allocation is nothing.
    ///
    /// # Errors
    /// As for [`send`](Handle::send).
    pub fn call<B>(self, builder: B) -> BoxFuture<SendResult<Output<B>, Failure<B>>>
    where
        B: MemberReader<Structure: Operation> + 'static,
    {
        let mut input = builder.corrected();
        Box::pin(async move { self.send(&mut input).await })
    }

    /// The same, with some settings made differently for this call alone.
    ///
    /// # Errors
    /// As for [`send`](Handle::send).
    pub fn call_with<B>(self, builder: B, changes: Builder) -> BoxFuture<SendResult<Output<B>, Failure<B>>>
    where
        B: MemberReader<Structure: Operation> + 'static,
    {
        self.with_override(changes).call(builder)
    }

    /// Calls an operation.
    ///
    /// # Errors
    ///
    /// An [`SdkError`] whose variant says how far the call got, and whose text says why it went no further.
    pub async fn send<O: Operation>(&self, input: &mut O) -> Result<O::Output, SdkError<O::Error>> {
        let name = O::METADATA.name;
        let tokens = &self.inner.shared.tokens;
        // Only tests have a stand-in, so that other programs don't carry the copying of every input.
        let copy = if cfg!(feature = "test-util") {
            self.stand_in().map(|_| InputCopy::new(O::METADATA, input))
        } else {
            None
        };
        let mut request = match input.build_request(&mut || tokens.make_idempotency_token()) {
            Ok(request) => Box::new(request),
            Err(error) => {
                metrics::unbuilt(O::METADATA);
                return Err(SdkError::construction_with(Facts::of(name), error.into()));
            }
        };
        request.features = Features::of_caller(self.caller);
        let connector = self.stand_in().zip(copy).map(|(stand_in, copy)| stand_in.connect(copy, &self.inner.config));
        let outcome = dispatch::dispatch(self.inner.clone(), request, connector).await;
        let memory = memory_for(self.inner.config.settings.response_limit.unwrap_or(MAX_RESPONSE_BYTES));
        #[cfg(feature = "event-stream")]
        let outcome = match (O::RESPONSE_EVENTS, outcome) {
            (Some(events), Ok(response)) => return self.receive::<O>(response, events, memory).await,
            (_, outcome) => outcome,
        };
        within(memory, || match outcome {
            Ok(mut response) => O::parse_response(&mut response).map_err(|error| {
                metrics::unread(O::METADATA);
                unreadable(name, error, response)
            }),
            Err(failure) => Err(failure.into_error(name)),
        })
    }
}

impl Debug for Handle {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Handle")
            .field("service", &self.inner.service.sdk_id)
            .field("config", &self.inner.config)
            .finish_non_exhaustive()
    }
}

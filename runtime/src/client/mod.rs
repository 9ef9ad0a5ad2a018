//! The one send path.
//!
//! In: an operation's input. Out: its output, or an [`SdkError`]. [`Handle::send`] is generic and thin: it builds the
//! request and reads the response through [`Operation`]. Everything between, `dispatch`, is compiled once in this
//! crate: endpoint, headers, hooks, credentials, signature, transport, retries, deadlines.

mod assemble;
mod attempt;
mod authorize;
mod components;
mod customize;
mod discovery;
mod dispatch;
mod endpoint;
mod failure;
mod hooks;
mod operation;
mod payload;
mod request;
mod skew;
mod user_agent;

pub use customize::{BoxFuture, CustomizableOperation, CustomizableSend, SendResult};
pub use discovery::{Discover, Discovered};
pub use operation::{Operation, Output, StreamIn};
pub use request::Request;

use crate::codec::within;
use crate::config::stand_in::{InputCopy, StandIn};
use crate::config::{Builder, Config, IdempotencyTokenProvider, SharedAsyncSleep, SharedTimeSource};
use crate::declare::Service;
use crate::endpoint::setting::InvalidSetting;
use crate::endpoint::{BuiltIns, Endpoint, ResolveError};
use crate::error::SdkError;
use crate::error::context::Facts;
use crate::identity::Cache;
use crate::retry::{Quota, Rate};
use crate::transport::{MAX_RESPONSE_BYTES, ReqwestClient, SharedHttpClient, memory_for};
use aws_smithy_async::rt::sleep::TokioSleep;
use aws_smithy_runtime_api::client::identity::SharedIdentityResolver;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use std::fmt::{self, Debug, Formatter};
use std::sync::{Arc, Mutex, OnceLock};

/// What a generated client is made of: a service, its settings, and what calls share. Cheap to clone; clones share
/// connections, credentials and the retry quota.
#[derive(Clone)]
pub struct Handle {
    inner: Arc<Inner>,
}

pub(crate) struct Inner {
    service: &'static Service,
    config: Config,
    transport: SharedHttpClient,
    identity: Option<Arc<Cache>>,
    resolver: Option<SharedIdentityResolver>,
    quota: Quota,
    rate: Rate,
    skew: Arc<skew::Skew>,
    rng: Arc<Mutex<fastrand::Rng>>,
    tokens: Arc<IdempotencyTokenProvider>,
    sleep: SharedAsyncSleep,
    /// What deadlines wait with.
    deadlines: SharedAsyncSleep,
    time: SharedTimeSource,
    user_agent: String,
    /// What the config says to endpoint rules.
    built_ins: OnceLock<Result<BuiltIns, InvalidSetting>>,
    /// The endpoint of calls that say nothing about theirs.
    endpoint: OnceLock<Result<Endpoint, ResolveError>>,
    discovery: discovery::Cell,
    components: RuntimeComponents,
}

impl Handle {
    /// Makes a client of the service. Does no I/O; whatever the config lacks is reported by the first call.
    pub fn new(service: &'static Service, config: Config) -> Self {
        Self { inner: Arc::new(Inner::new(service, config, None)) }
    }

    /// The client's settings.
    pub fn config(&self) -> &Config {
        &self.inner.config
    }

    /// The client with some settings made differently: those that `changes` sets. It shares connections, credentials
    /// and retry quota with this one, except where the changes replace them.
    pub fn with_override(&self, changes: Builder) -> Self {
        let config = self.inner.config.overridden(changes.clone());
        Self { inner: Arc::new(Inner::new(self.inner.service, config, Some((&self.inner, &changes)))) }
    }

    /// What waits between polls are made of.
    pub(crate) fn pacing(&self) -> Timing {
        let Inner { sleep, time, rng, .. } = &*self.inner;
        Timing { sleep: sleep.clone(), time: time.clone(), rng: rng.clone() }
    }

    /// What answers in place of the service.
    fn stand_in(&self) -> Option<&dyn StandIn> {
        self.inner.config.settings.stand_in.as_deref()
    }

    /// Calls an operation.
    ///
    /// # Errors
    ///
    /// An [`SdkError`] whose variant says how far the call got, and whose text says why it went no further.
    pub async fn send<O: Operation>(&self, input: &mut O) -> Result<O::Output, SdkError<O::Error>> {
        let name = O::METADATA.name;
        let tokens = &self.inner.tokens;
        // Only tests have a stand-in, so that other programs don't carry the copying of every input.
        let copy = if cfg!(feature = "test-util") {
            self.stand_in().map(|_| InputCopy::new(O::METADATA, input))
        } else {
            None
        };
        let request = match input.build_request(&mut || tokens.make_idempotency_token()) {
            Ok(request) => request,
            Err(error) => return Err(SdkError::construction_with(Facts::of(name), error.into())),
        };
        let connector = self.stand_in().zip(copy).map(|(stand_in, copy)| stand_in.connect(copy, &self.inner.config));
        let outcome = dispatch::dispatch(self.inner.clone(), request, connector).await;
        let memory = memory_for(self.inner.config.settings.response_limit.unwrap_or(MAX_RESPONSE_BYTES));
        within(memory, || match outcome {
            Ok(mut response) => {
                O::parse_response(&mut response).map_err(|error| failure::unreadable(name, error, response))
            }
            Err(failure) => Err(failure.into_error(name)),
        })
    }
}

/// What waits are made of: the client's.
pub(crate) struct Timing {
    pub(crate) sleep: SharedAsyncSleep,
    pub(crate) time: SharedTimeSource,
    pub(crate) rng: Arc<Mutex<fastrand::Rng>>,
}

impl Debug for Handle {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Handle")
            .field("service", &self.inner.service.sdk_id)
            .field("config", &self.inner.config)
            .finish_non_exhaustive()
    }
}

impl Inner {
    /// `base` is the client whose settings were changed, and the changes.
    fn new(service: &'static Service, config: Config, base: Option<(&Inner, &Builder)>) -> Self {
        let settings = &config.settings;
        let changed = base.map(|(_, changes)| &changes.settings);
        let base = base.map(|(inner, _)| inner);
        let time = config.time_source().unwrap_or_default();
        let sleep = config.sleep_impl().unwrap_or_else(|| SharedAsyncSleep::new(TokioSleep::new()));
        let deadlines = settings.deadlines.clone().unwrap_or_else(|| sleep.clone());
        let transport = config.http_client().unwrap_or_else(|| match base {
            Some(base) => base.transport.clone(),
            None => SharedHttpClient::new(ReqwestClient::new()),
        });
        let same_identity = changed.is_some_and(|c| c.credentials_provider.is_none() && c.time_source.is_none());
        let same_region = changed.is_some_and(|changed| changed.region.is_none());
        let identity = match base {
            Some(base) if same_identity => base.identity.clone(),
            _ => config.credentials_provider().map(|provider| Arc::new(Cache::new(provider, time.clone()))),
        };
        let same_seed = changed.is_some_and(|changed| changed.random_seed.is_none());
        let rng = match base {
            Some(base) if same_seed => base.rng.clone(),
            _ => Arc::new(Mutex::new(settings.random_seed.map_or_else(fastrand::Rng::new, fastrand::Rng::with_seed))),
        };
        let resolver = config.credentials_provider().map(SharedIdentityResolver::new);
        let tokens = settings.idempotency_tokens.clone().or_else(|| base.map(|base| base.tokens.clone()));
        Self {
            service,
            quota: base.map(|base| base.quota.clone()).unwrap_or_default(),
            rate: base.map(|base| base.rate.clone()).unwrap_or_default(),
            skew: base.map(|base| base.skew.clone()).unwrap_or_default(),
            tokens: tokens.unwrap_or_default(),
            user_agent: user_agent::user_agent(service, &config),
            built_ins: OnceLock::new(),
            endpoint: OnceLock::new(),
            discovery: match base {
                Some(base) if same_identity && same_region => base.discovery.clone(),
                _ => discovery::Cell::default(),
            },
            components: components::components(&config, &transport, resolver.as_ref(), &sleep, &time),
            transport,
            identity,
            resolver,
            rng,
            sleep,
            deadlines,
            time,
            config,
        }
    }
}

//! What a client consists of.
//!
//! In: a service and a config; for a client with some settings made differently, the one that it is made from. Out:
//! everything that a call needs, ready for use; and [`Shared`], what such clients have in common.

use super::discovery;
use super::endpoint::Place;
use super::skew::Skew;
use super::{components::components, user_agent::UserAgent};
use crate::config::retry::{RetryBehavior, RetryMode};
use crate::config::settings::Settings;
use crate::config::{Config, IdempotencyTokenProvider, SharedAsyncSleep, SharedTimeSource};
use crate::declare::{Retries, Service};
use crate::endpoint::BuiltIns;
use crate::endpoint::setting::InvalidSetting;
use crate::identity::Cache;
use crate::retry::{Policy, Quota, Rate, Rules, VARIABLE, of_environment};
use crate::timeout::Limits;
use crate::transport::{DefaultClient, HttpClient, HttpConnectorSettings, SharedHttpClient, SharedHttpConnector};
use aws_smithy_async::rt::sleep::TokioSleep;
use aws_smithy_runtime_api::client::identity::SharedIdentityResolver;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use std::sync::{Arc, Mutex, OnceLock};

/// A client: its service, its settings, and what is made of them.
pub(crate) struct Inner {
    pub(super) service: &'static Service,
    /// Whether it isn't one of AWS's: nothing of theirs is said to it, nor of it.
    pub(super) is_plain: bool,
    pub(super) config: Config,
    pub(super) shared: Shared,
    pub(super) resolver: Option<SharedIdentityResolver>,
    pub(super) sleep: SharedAsyncSleep,
    /// What deadlines wait with.
    pub(super) deadlines: SharedAsyncSleep,
    pub(super) time: SharedTimeSource,
    pub(super) user_agent: UserAgent,
    /// What the config says to endpoint rules.
    pub(super) built_ins: OnceLock<Result<BuiltIns, InvalidSetting>>,
    /// Where calls go that say nothing about it.
    pub(super) place: OnceLock<Arc<Place>>,
    pub(super) components: RuntimeComponents,
}

/// What a client shares with the clients that are made from it with other settings.
#[derive(Clone)]
pub(super) struct Shared {
    pub(super) transport: SharedHttpClient,
    /// Whether that is one of the program's.
    pub(super) is_foreign: bool,
    pub(super) identity: Option<Arc<Cache>>,
    pub(super) quota: Quota,
    pub(super) rate: Rate,
    /// The rules for repetitions where the config names none. Read once: a client doesn't change with the environment.
    pub(super) retry_behavior: RetryBehavior,
    pub(super) skew: Arc<Skew>,
    pub(super) rng: Arc<Mutex<fastrand::Rng>>,
    pub(super) tokens: Arc<IdempotencyTokenProvider>,
    pub(super) discovery: discovery::Cell,
    /// What logins, API keys and tokens from resolvers are kept in.
    #[cfg(feature = "http-auth")]
    pub(super) logins: crate::config::SharedIdentityCache,
    /// What services want digested.
    #[cfg(feature = "digest-auth")]
    pub(super) challenges: super::digest::Challenges,
    #[cfg(feature = "s3")]
    pub(super) sessions: super::session::Sessions,
}

impl Inner {
    /// A client of its own.
    pub(super) fn new(service: &'static Service, is_plain: bool, config: Config) -> Self {
        let shared = Shared::new(&config);
        Self::with(service, is_plain, config, shared)
    }

    /// A client like `base` but for some settings: `config` has them all, `changes` those that are made differently.
    pub(super) fn overriding(base: &Self, config: Config, changes: &Settings) -> Self {
        let shared = base.shared.overridden(&config, changes);
        Self::with(base.service, base.is_plain, config, shared)
    }

    fn with(service: &'static Service, is_plain: bool, config: Config, shared: Shared) -> Self {
        let time = config.time_source().unwrap_or_default();
        let sleep = config.sleep_impl().unwrap_or_else(|| SharedAsyncSleep::new(TokioSleep::new()));
        let resolver = config.credentials_provider().map(SharedIdentityResolver::new);
        Self {
            service,
            is_plain,
            deadlines: config.settings.deadlines.clone().unwrap_or_else(|| sleep.clone()),
            user_agent: UserAgent::new(service, is_plain, &config),
            built_ins: OnceLock::new(),
            place: OnceLock::new(),
            components: components(service, &config, &shared.transport, resolver.as_ref(), &sleep, &time),
            shared,
            resolver,
            sleep,
            time,
            config,
        }
    }

    /// What a call is sent through.
    pub(super) fn connector(&self, limits: Limits) -> SharedHttpConnector {
        let mut settings = HttpConnectorSettings::builder();
        settings.set_connect_timeout(limits.connect).set_read_timeout(limits.read);
        self.shared.transport.http_connector(&settings.build(), &self.components)
    }

    /// What decides about the attempts of an operation's call, and whether it keeps to the rate that the client has learnt.
    pub(super) fn retries(&self, operation: Retries) -> (Policy, bool) {
        let config = self.config.retry_config();
        let behavior = self.config.retry_behavior().unwrap_or(self.shared.retry_behavior);
        let rules = Rules::new(config, behavior, operation);
        let policy = Policy::new(rules, self.shared.quota.clone(), self.config.settings.random_seed);
        (policy, config.is_some_and(|config| config.mode() == RetryMode::Adaptive))
    }
}

impl Shared {
    fn new(config: &Config) -> Self {
        Shared {
            transport: config.http_client().unwrap_or_else(|| SharedHttpClient::new(DefaultClient::new())),
            is_foreign: config.http_client().is_some(),
            identity: identity(config),
            quota: Quota::default(),
            rate: Rate::default(),
            retry_behavior: of_environment(std::env::var(VARIABLE).ok().as_deref()),
            skew: Arc::default(),
            rng: rng(config),
            tokens: config.settings.idempotency_tokens.clone().unwrap_or_default(),
            discovery: discovery::Cell::default(),
            #[cfg(feature = "http-auth")]
            logins: logins(config),
            #[cfg(feature = "digest-auth")]
            challenges: super::digest::Challenges::default(),
            #[cfg(feature = "s3")]
            sessions: super::session::Sessions::default(),
        }
    }

    /// The same, except where the changes replace it.
    fn overridden(&self, config: &Config, changes: &Settings) -> Self {
        let same_identity = changes.credentials_provider.is_none() && changes.time_source.is_none();
        let mut shared = self.clone();
        if let Some(transport) = config.http_client() {
            (shared.transport, shared.is_foreign) = (transport, true);
        }
        if let Some(tokens) = &config.settings.idempotency_tokens {
            shared.tokens = tokens.clone();
        }
        if !same_identity {
            shared.identity = identity(config);
        }
        #[cfg(feature = "http-auth")]
        if changes.time_source.is_some() || changes.sleep_impl.is_some() {
            shared.logins = logins(config);
        }
        if changes.random_seed.is_some() {
            shared.rng = rng(config);
        }
        // Endpoints are told to an account, in a region.
        if !same_identity || changes.region.is_some() {
            shared.discovery = discovery::Cell::default();
        }
        shared
    }
}

fn identity(config: &Config) -> Option<Arc<Cache>> {
    let time = config.time_source().unwrap_or_default();
    config.credentials_provider().map(|provider| Arc::new(Cache::new(provider, time)))
}

#[cfg(feature = "http-auth")]
fn logins(config: &Config) -> crate::config::SharedIdentityCache {
    let mut cache = crate::config::IdentityCache::lazy();
    cache.set_time_source(config.time_source().unwrap_or_default());
    let sleep = config.settings.deadlines.clone().or_else(|| config.sleep_impl());
    cache.set_sleep_impl(sleep.unwrap_or_else(|| SharedAsyncSleep::new(TokioSleep::new())));
    cache.build()
}

fn rng(config: &Config) -> Arc<Mutex<fastrand::Rng>> {
    let rng = config.settings.random_seed.map_or_else(fastrand::Rng::new, fastrand::Rng::with_seed);
    Arc::new(Mutex::new(rng))
}

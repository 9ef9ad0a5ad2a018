//! A cache of identities that several clients can share.

use crate::error::BoxError;
use crate::timeout::{Deadline, Kind};
use aws_smithy_async::rt::sleep::{AsyncSleep, SharedAsyncSleep, TokioSleep};
use aws_smithy_async::time::{SharedTimeSource, TimeSource};
use aws_smithy_runtime_api::client::identity::{
    Identity, IdentityCachePartition, IdentityFuture, ResolveCachedIdentity, ResolveIdentity, SharedIdentityCache,
    SharedIdentityResolver,
};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;
use std::collections::HashMap;
use std::fmt::{self, Debug, Formatter};
use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

/// Makes caches for `config::Builder::identity_cache`. Clients without one have a cache of their own.
#[derive(Debug)]
#[non_exhaustive]
pub struct IdentityCache;

impl IdentityCache {
    /// Loads identities when they are needed, and keeps them until shortly before they expire.
    pub fn lazy() -> LazyCacheBuilder {
        LazyCacheBuilder::new()
    }

    /// Loads an identity for each attempt.
    pub fn no_cache() -> SharedIdentityCache {
        SharedIdentityCache::new(NoCache)
    }
}

#[derive(Debug)]
struct NoCache;

impl ResolveCachedIdentity for NoCache {
    fn resolve_cached_identity<'a>(
        &'a self,
        resolver: SharedIdentityResolver,
        components: &'a RuntimeComponents,
        config: &'a ConfigBag,
    ) -> IdentityFuture<'a> {
        IdentityFuture::new(async move { resolver.resolve_identity(components, config).await })
    }
}

/// Makes a lazy cache.
#[derive(Clone, Debug)]
pub struct LazyCacheBuilder {
    load_timeout: Duration,
    buffer_time: Duration,
    default_expiration: Duration,
    max_partitions: usize,
    time_source: SharedTimeSource,
    sleep_impl: SharedAsyncSleep,
}

/// A pair of setters; `None` gives the default.
macro_rules! setters {
    ($($(#[$doc:meta])+ $name:ident, $set_name:ident: $type:ty;)+) => {
        $(
            $(#[$doc])+
            pub fn $name(mut self, value: $type) -> Self {
                self.$name = value;
                self
            }

            #[doc = concat!("Sets what [`", stringify!($name), "`](Self::", stringify!($name), ") sets, `None` its default.")]
            pub fn $set_name(&mut self, value: Option<$type>) -> &mut Self {
                self.$name = value.unwrap_or(Self::new().$name);
                self
            }
        )+
    };
}

impl LazyCacheBuilder {
    /// Starts with the defaults.
    pub fn new() -> Self {
        Self {
            load_timeout: Duration::from_secs(5),
            buffer_time: Duration::from_secs(10),
            default_expiration: Duration::from_secs(15 * 60),
            max_partitions: 64,
            time_source: SharedTimeSource::default(),
            sleep_impl: SharedAsyncSleep::new(TokioSleep::new()),
        }
    }

    setters! {
        /// How long one load may take; 5 s unless set.
        load_timeout, set_load_timeout: Duration;
        /// How long before they expire identities are loaded anew; 10 s unless set.
        buffer_time, set_buffer_time: Duration;
        /// How long an identity that doesn't say when it expires is kept; 15 minutes unless set.
        default_expiration, set_default_expiration: Duration;
        /// How many providers' identities are kept at most; 64 unless set. One more starts the cache anew.
        max_partitions, set_max_partitions: usize;
    }

    /// Tells the time with this; the system's clock unless set.
    pub fn time_source(mut self, time: impl TimeSource + 'static) -> Self {
        self.time_source = SharedTimeSource::new(time);
        self
    }

    /// Does what [`time_source`](Self::time_source) does.
    pub fn set_time_source(&mut self, time: SharedTimeSource) -> &mut Self {
        self.time_source = time;
        self
    }

    /// Waits with this; tokio's timer unless set.
    pub fn sleep_impl(mut self, sleep: impl AsyncSleep + 'static) -> Self {
        self.sleep_impl = SharedAsyncSleep::new(sleep);
        self
    }

    /// Does what [`sleep_impl`](Self::sleep_impl) does.
    pub fn set_sleep_impl(&mut self, sleep: SharedAsyncSleep) -> &mut Self {
        self.sleep_impl = sleep;
        self
    }

    /// Makes the cache.
    pub fn build(self) -> SharedIdentityCache {
        SharedIdentityCache::new(Lazy { settings: self, slots: Mutex::default() })
    }
}

impl Default for LazyCacheBuilder {
    fn default() -> Self {
        Self::new()
    }
}

/// One provider's identity and until when it is used; `None` for ever. Whoever holds the lock loads it; others wait.
type Slot = Arc<tokio::sync::Mutex<Option<(Identity, Option<SystemTime>)>>>;

struct Lazy {
    settings: LazyCacheBuilder,
    slots: Mutex<HashMap<IdentityCachePartition, Slot>>,
}

impl Lazy {
    fn slot(&self, partition: IdentityCachePartition) -> Slot {
        let mut slots = self.slots.lock().unwrap_or_else(PoisonError::into_inner);
        if slots.len() >= self.settings.max_partitions && !slots.contains_key(&partition) {
            slots.clear();
        }
        slots.entry(partition).or_default().clone()
    }

    async fn identity(
        &self,
        resolver: SharedIdentityResolver,
        components: &RuntimeComponents,
        config: &ConfigBag,
    ) -> Result<Identity, BoxError> {
        let slot = self.slot(resolver.cache_partition());
        let mut kept = slot.lock().await;
        let now = self.settings.time_source.now();
        if let Some((identity, until)) = kept.as_ref().filter(|(_, until)| until.is_none_or(|until| now < until)) {
            tracing::trace!(?until, "identity is cached");
            return Ok(identity.clone());
        }
        let deadline = Deadline::new(Kind::Load, Some(self.settings.load_timeout), self.settings.sleep_impl.clone());
        let identity = deadline.hold(pin!(resolver.resolve_identity(components, config))).await??;
        *kept = Some((identity.clone(), self.until(&identity, now)));
        Ok(identity)
    }

    /// Until when an identity is used. Settings and providers may say anything: what is later than any time is never, and
    /// what is earlier than any is at once.
    fn until(&self, identity: &Identity, now: SystemTime) -> Option<SystemTime> {
        let expiry = identity.expiration().or_else(|| now.checked_add(self.settings.default_expiration))?;
        Some(expiry.checked_sub(self.settings.buffer_time).unwrap_or(SystemTime::UNIX_EPOCH))
    }
}

impl ResolveCachedIdentity for Lazy {
    fn resolve_cached_identity<'a>(
        &'a self,
        resolver: SharedIdentityResolver,
        components: &'a RuntimeComponents,
        config: &'a ConfigBag,
    ) -> IdentityFuture<'a> {
        IdentityFuture::new(async move { self.identity(resolver, components, config).await })
    }
}

impl Debug for Lazy {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lazy").field("settings", &self.settings).finish_non_exhaustive()
    }
}

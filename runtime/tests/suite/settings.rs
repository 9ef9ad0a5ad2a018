//! Configs: where settings come from, what they show, how they combine.

use crate::support;
use crate::support::server::{Reply, Server};
use crate::support::{SERVICE, get};
use aws_credential_types::provider::future;
use aws_types::service_config::{LoadServiceConfig, ServiceConfigKey};
use sdk_doubles::Clock;
use sdk_runtime::config::timeout::TimeoutConfig;
use sdk_runtime::config::{
    AppName, Builder, Credentials, IdentityCache, ProvideCredentials, Region, SdkConfig, SharedCredentialsProvider,
    TimeSource,
};
use sdk_runtime::{Config, Handle};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// An environment that sets one service's endpoint.
#[derive(Debug)]
struct OneEndpoint(String);

impl LoadServiceConfig for OneEndpoint {
    fn load_config(&self, key: ServiceConfigKey<'_>) -> Option<String> {
        let asked = (key.service_id(), key.env(), key.profile());
        (asked == ("Tiny Things", "AWS_ENDPOINT_URL", "endpoint_url")).then(|| self.0.clone())
    }
}

fn credentials() -> SharedCredentialsProvider {
    SharedCredentialsProvider::new(Credentials::new("AKIDEXAMPLE", "very-secret", Some("token".into()), None, "test"))
}

#[test]
fn everything_about_a_client_is_taken_over() {
    let sdk = SdkConfig::builder()
        .region(Region::new("eu-central-1"))
        .credentials_provider(credentials())
        .endpoint_url("http://127.0.0.1:1")
        .use_fips(true)
        .use_dual_stack(false)
        .app_name(AppName::new("mine").expect("a valid name"))
        .timeout_config(TimeoutConfig::builder().read_timeout(Duration::from_secs(9)).build())
        .build();
    let config = Config::from(&sdk);
    assert_eq!(config.region().map(Region::as_ref), Some("eu-central-1"));
    assert_eq!(config.endpoint_url(), Some("http://127.0.0.1:1"));
    assert_eq!((config.use_fips(), config.use_dual_stack()), (Some(true), Some(false)));
    assert_eq!(config.app_name().map(AppName::as_ref), Some("mine"));
    assert_eq!(config.timeout_config().and_then(TimeoutConfig::read_timeout), Some(Duration::from_secs(9)));
    assert!(config.credentials_provider().is_some());
}

#[tokio::test]
async fn a_services_own_endpoint_in_the_environment_is_used() {
    let server = Server::start(vec![Reply::Http(200, "", "{}")]).await;
    let sdk = SdkConfig::builder()
        .region(Region::new("us-east-1"))
        .credentials_provider(credentials())
        .service_config(OneEndpoint(server.url.clone()))
        .build();
    Handle::new(&SERVICE, Config::new(&sdk)).send(&mut get("1")).await.expect("200");
    assert_eq!(server.seen().len(), 1);
}

#[tokio::test]
async fn an_endpoint_set_by_hand_wins_over_the_environments() {
    let server = Server::start(vec![Reply::Http(200, "", "{}")]).await;
    let sdk = SdkConfig::builder()
        .region(Region::new("us-east-1"))
        .credentials_provider(credentials())
        .service_config(OneEndpoint("http://127.0.0.1:1".into()))
        .build();
    let config = Builder::from(&sdk).endpoint_url(&server.url).build();
    Handle::new(&SERVICE, config).send(&mut get("1")).await.expect("200");
    assert_eq!(server.seen().len(), 1);
}

#[test]
fn debug_output_holds_no_secrets() {
    let config = support::config("http://127.0.0.1:1").build();
    for shown in [
        format!("{config:?}"),
        format!("{:?}", config.to_builder()),
        format!("{:?}", Handle::new(&SERVICE, config.clone())),
    ] {
        assert!(!shown.contains("very-secret") && !shown.contains("AKIDEXAMPLE"), "{shown}");
        assert!(shown.contains("us-east-1") && shown.contains("credentials_provider: set"), "{shown}");
    }
}

#[test]
fn clients_are_cheap_to_share() {
    fn assert_shared<T: Clone + Send + Sync + 'static>() {}
    assert_shared::<Handle>();
    assert_shared::<Config>();
    assert_shared::<Builder>();
}

/// Counts how often credentials are asked for.
#[derive(Clone, Debug, Default)]
struct Counted(Arc<AtomicUsize>);

impl ProvideCredentials for Counted {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        self.0.fetch_add(1, Ordering::SeqCst);
        future::ProvideCredentials::ready(Ok(Credentials::new("id", "secret", None, None, "test")))
    }
}

#[tokio::test]
async fn a_shared_cache_loads_once_for_all_clients() {
    for (cache, loads) in [(IdentityCache::lazy().build(), 1), (IdentityCache::no_cache(), 2)] {
        let server = Server::start(vec![Reply::Http(200, "", "{}"); 2]).await;
        let counted = Counted::default();
        let provider = SharedCredentialsProvider::new(counted.clone());
        for _ in 0..2 {
            let mut config = support::config(&server.url).identity_cache(cache.clone());
            config.set_credentials_provider(Some(provider.clone()));
            Handle::new(&SERVICE, config.build()).send(&mut get("1")).await.expect("200");
        }
        assert_eq!(counted.0.load(Ordering::SeqCst), loads);
    }
}

/// Gives credentials that hold for some seconds from the clock's time on, and counts how often it is asked.
#[derive(Clone, Debug)]
struct Lasting(Clock, Option<u64>, Arc<AtomicUsize>);

impl ProvideCredentials for Lasting {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        self.2.fetch_add(1, Ordering::SeqCst);
        let expiry = self.1.map(|seconds| self.0.now() + Duration::from_secs(seconds));
        future::ProvideCredentials::ready(Ok(Credentials::new("id", "secret", None, expiry, "test")))
    }
}

#[tokio::test]
async fn a_lazy_cache_loads_anew_its_buffer_before_the_expiry() {
    let seconds = Duration::from_secs;
    let lazy = || IdentityCache::lazy();
    for (lasts, cache, still, anew) in [
        (Some(100), lazy(), 89, 90),
        (Some(100), lazy().buffer_time(seconds(40)), 59, 60),
        (Some(100), lazy().buffer_time(Duration::ZERO), 99, 100),
        (None, lazy(), 889, 890),
        (None, lazy().default_expiration(seconds(50)), 39, 40),
        (None, lazy().default_expiration(seconds(50)).buffer_time(seconds(20)), 29, 30),
    ] {
        let server = Server::start(vec![Reply::Http(200, "", "{}"); 3]).await;
        let clock = Clock::at(0);
        let provider = Lasting(clock.clone(), lasts, Arc::default());
        let config = support::config(&server.url)
            .credentials_provider(provider.clone())
            .identity_cache(cache.time_source(clock.clone()).build())
            .build();
        let handle = Handle::new(&SERVICE, config);
        for (now, loads) in [(0, 1), (still, 1), (anew, 2)] {
            clock.set(now);
            handle.send(&mut get("1")).await.expect("200");
            assert_eq!(provider.2.load(Ordering::SeqCst), loads, "{lasts:?} after {now} s");
        }
    }
}

#[tokio::test]
async fn a_lazy_cache_keeps_so_many_providers_identities_and_no_more() {
    // Three providers in turn, and the first again.
    for (most, loads) in [(3, 3), (2, 4)] {
        let server = Server::start(vec![Reply::Http(200, "", "{}"); 4]).await;
        let cache = IdentityCache::lazy().max_partitions(most).build();
        let counted = Counted::default();
        let providers: Vec<_> = (0..3).map(|_| SharedCredentialsProvider::new(counted.clone())).collect();
        for provider in providers.iter().chain(providers.first()) {
            let mut config = support::config(&server.url).identity_cache(cache.clone());
            config.set_credentials_provider(Some(provider.clone()));
            Handle::new(&SERVICE, config.build()).send(&mut get("1")).await.expect("200");
        }
        assert_eq!(counted.0.load(Ordering::SeqCst), loads, "at most {most}");
    }
}

#[tokio::test]
async fn an_override_of_the_endpoint_wins_over_the_environments() {
    let servers =
        [Server::start(vec![Reply::Http(200, "", "{}")]).await, Server::start(vec![Reply::Http(200, "", "{}")]).await];
    let sdk = SdkConfig::builder()
        .region(Region::new("us-east-1"))
        .credentials_provider(credentials())
        .service_config(OneEndpoint(servers[0].url.clone()))
        .build();
    let handle = Handle::new(&SERVICE, Config::new(&sdk));
    let here = handle.with_override(Builder::new().endpoint_url(&servers[1].url));
    here.send(&mut get("1")).await.expect("200");
    assert_eq!((servers[0].seen().len(), servers[1].seen().len()), (0, 1));
    handle.with_override(Builder::new().region(Region::new("eu-west-1"))).send(&mut get("1")).await.expect("200");
    assert_eq!(servers[0].seen().len(), 1, "another change leaves it as it is");
}

#[tokio::test]
async fn an_override_of_one_deadline_keeps_the_others() {
    let server = Server::start(vec![Reply::Silence; 3]).await;
    let deadlines = TimeoutConfig::builder().operation_timeout(Duration::from_millis(150));
    let deadlines = deadlines.operation_attempt_timeout(Duration::from_secs(60)).read_timeout(Duration::from_secs(60));
    let handle = Handle::new(&SERVICE, support::config(&server.url).timeout_config(deadlines.build()).build());
    for (changes, expected) in [
        (TimeoutConfig::builder().connect_timeout(Duration::from_secs(9)), "within 150ms (operation timeout)"),
        (TimeoutConfig::builder().read_timeout(Duration::from_secs(9)), "within 150ms (operation timeout)"),
        (TimeoutConfig::builder().operation_timeout(Duration::from_millis(50)), "within 50ms (operation timeout)"),
    ] {
        let changed = handle.with_override(Builder::new().timeout_config(changes.build()));
        let error = changed.send(&mut get("1")).await.expect_err("nobody answers");
        assert!(error.to_string().ends_with(expected), "{error}");
    }
}

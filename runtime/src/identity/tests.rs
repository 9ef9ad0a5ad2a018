use super::*;
use aws_credential_types::provider::future;
use aws_smithy_async::time::TimeSource;
use sdk_doubles::Clock;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Gives credentials that live for an hour; fails from the `fails_from`th load on.
#[derive(Clone, Debug)]
struct Hourly {
    clock: Clock,
    loads: Arc<AtomicUsize>,
    fails_from: usize,
}

impl ProvideCredentials for Hourly {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::new(async {
            let load = self.loads.fetch_add(1, Ordering::SeqCst) + 1;
            tokio::task::yield_now().await;
            if load >= self.fails_from {
                return Err(CredentialsError::provider_error("token file is gone"));
            }
            let expiry = self.clock.now() + Duration::from_secs(3600);
            Ok(Credentials::new("id", "secret", None, Some(expiry), "test"))
        })
    }
}

fn cache(fails_from: usize) -> (Cache, Clock, Arc<AtomicUsize>) {
    let clock = Clock::at(0);
    let provider = Hourly { clock: clock.clone(), loads: Arc::default(), fails_from };
    let loads = provider.loads.clone();
    (Cache::new(SharedCredentialsProvider::new(provider), SharedTimeSource::new(clock.clone())), clock, loads)
}

#[tokio::test]
async fn callers_at_the_same_time_share_one_load() {
    let (cache, _, loads) = cache(usize::MAX);
    let (a, b, c) = tokio::join!(cache.credentials(), cache.credentials(), cache.credentials());
    assert!(a.is_ok() && b.is_ok() && c.is_ok());
    assert_eq!(loads.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn credentials_are_loaded_anew_before_they_expire() {
    let (cache, clock, loads) = cache(usize::MAX);
    for (now, expected) in [(0, 1), (3299, 1), (3540, 2)] {
        clock.set(now);
        cache.credentials().await.expect("the provider doesn't fail");
        assert_eq!(loads.load(Ordering::SeqCst), expected, "after {now} s");
    }
}

#[tokio::test]
async fn a_failed_load_keeps_valid_credentials_and_only_those() {
    let (cache, clock, loads) = cache(2);
    cache.credentials().await.expect("the first load succeeds");
    clock.set(3550);
    cache.credentials().await.expect("the old credentials are valid for 50 s");
    cache.credentials().await.expect("and no load is tried in the next 30 s");
    assert_eq!(loads.load(Ordering::SeqCst), 2);
    clock.set(3600);
    let error = cache.credentials().await.expect_err("the old credentials have expired");
    assert_eq!(error.to_string(), "could not load credentials");
}

#[tokio::test]
async fn refused_credentials_are_loaded_anew_once_for_all_who_used_them() {
    let (cache, _, loads) = cache(usize::MAX);
    let used = cache.credentials().await.expect("the provider doesn't fail");
    assert!(cache.refused(&used) && cache.refused(&used));
    cache.credentials().await.expect("the provider doesn't fail");
    assert_eq!(loads.load(Ordering::SeqCst), 2);
    let other = Credentials::new("other", "secret", None, None, "test");
    assert!(cache.refused(&other), "newer ones are there already");
    cache.credentials().await.expect("the provider doesn't fail");
    assert_eq!(loads.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn credentials_that_never_change_are_not_worth_another_try() {
    let fixed = Credentials::new("id", "secret", Some("token".to_owned()), None, "test");
    let cache = Cache::new(SharedCredentialsProvider::new(fixed.clone()), SharedTimeSource::new(Clock::at(0)));
    cache.credentials().await.expect("they are there");
    assert!(!cache.refused(&fixed));
}

#[tokio::test]
async fn when_credentials_are_loaded_anew_depends_on_how_long_they_live() {
    // Lifetimes in seconds, and seconds within which they are used as they are, and after which they are not.
    for (lives, fresh, stale) in [(3600, 3299, 3540), (100, 49, 50), (1, 0, 1)] {
        let clock = Clock::at(0);
        clock.set(10_000);
        let expiry = SystemTime::UNIX_EPOCH + Duration::from_secs(10_000 + lives);
        let credentials = Credentials::new("id", "secret", None, Some(expiry), "test");
        let cache = Cache::new(SharedCredentialsProvider::new(credentials), SharedTimeSource::new(clock.clone()));
        cache.credentials().await.expect("they are there");
        clock.go_on(Duration::from_secs(fresh));
        assert!(cache.fresh().is_some(), "{lives} s, after {fresh}");
        clock.go_on(Duration::from_secs(stale - fresh));
        assert!(cache.fresh().is_none(), "{lives} s, after {stale}");
    }
}

#[tokio::test]
async fn credentials_that_have_expired_already_are_asked_for_again_after_a_while() {
    let clock = Clock::at(0);
    clock.set(10_000);
    let expired = Some(SystemTime::UNIX_EPOCH + Duration::from_secs(9_000));
    let credentials = Credentials::new("id", "secret", None, expired, "test");
    let cache = Cache::new(SharedCredentialsProvider::new(credentials), SharedTimeSource::new(clock.clone()));
    cache.credentials().await.expect("a source that is away hands them out");
    clock.go_on(Duration::from_secs(29));
    assert!(cache.fresh().is_some());
    clock.go_on(Duration::from_secs(1));
    assert!(cache.fresh().is_none());
}

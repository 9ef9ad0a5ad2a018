//! Settings for a program's tests: nothing of them differs from run to run, and nothing comes from outside.
//!
//! The names are those that the official crates have with their feature `test-util`.

use super::{Builder, Credentials, Region, SharedCredentialsProvider, SharedTimeSource};
use aws_smithy_async::time::StaticTimeSource;
use std::time::{Duration, UNIX_EPOCH};

/// The time at which all tests run, in seconds since 1970: 2009-02-13T23:31:30Z, as with the official crates.
const NOW: u64 = 1_234_567_890;

/// The idempotency token of all calls.
const TOKEN: &str = "00000000-0000-4000-8000-000000000000";

impl Builder {
    /// Sets what makes requests of a test the same each time: made-up credentials, a time that stands still, and an
    /// idempotency token that is always the same. Region and transport are the test's to set.
    pub fn with_test_defaults(mut self) -> Self {
        self.apply_test_defaults();
        self
    }

    /// Does what [`with_test_defaults`](Self::with_test_defaults) does.
    pub fn apply_test_defaults(&mut self) -> &mut Self {
        let credentials = Credentials::new("ANOTREAL", "notrealrnrELgWzOk3IfjzDKtFBhDby", None, None, "test");
        self.set_credentials_provider(Some(SharedCredentialsProvider::new(credentials)));
        self.set_time_source(Some(SharedTimeSource::new(StaticTimeSource::new(UNIX_EPOCH + Duration::from_secs(NOW)))));
        self.set_idempotency_token_provider(Some(TOKEN.into()))
    }

    /// Sets what [`with_test_defaults`](Self::with_test_defaults) sets, and the region `us-east-1` unless there is one.
    pub fn with_test_defaults_v2(mut self) -> Self {
        self.apply_test_defaults_v2();
        self
    }

    /// Does what [`with_test_defaults_v2`](Self::with_test_defaults_v2) does.
    pub fn apply_test_defaults_v2(&mut self) -> &mut Self {
        self.apply_test_defaults();
        let region = self.settings.region.take().unwrap_or_else(|| Region::from_static("us-east-1"));
        self.set_region(Some(region))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_would_differ_from_run_to_run_is_set() {
        let config = Builder::new().with_test_defaults().build();
        let now = config.time_source().expect("it is set").now();
        assert_eq!(now, UNIX_EPOCH + Duration::from_secs(NOW));
        assert!(config.settings.credentials_provider.is_some());
        assert_eq!(
            config.settings.idempotency_tokens.as_ref().map(|tokens| tokens.make_idempotency_token()).as_deref(),
            Some(TOKEN)
        );
        assert!(config.region().is_none());
    }

    #[test]
    fn the_second_version_has_a_region_and_keeps_one_that_is_there() {
        let region = |builder: Builder| builder.with_test_defaults_v2().build().region().map(Region::to_string);
        assert_eq!(region(Builder::new()).as_deref(), Some("us-east-1"));
        assert_eq!(region(Builder::new().region(Region::from_static("eu-west-1"))).as_deref(), Some("eu-west-1"));
    }
}

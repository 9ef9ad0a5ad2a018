//! What a config takes over from another: from `aws-config`'s settings, and from the changes for one call. Each setting is
//! stated, since one that is forgotten fails nowhere.

use crate::support;
use crate::support::network::{Network, Says};
use crate::support::time::Noted;
use crate::support::{Answer, Error, GET, SERVICE};
use sdk_doubles::{Clock, transport};
use sdk_runtime::Handle;
use sdk_runtime::client::{Operation, Request};
use sdk_runtime::config::auth::AuthSchemeId;
use sdk_runtime::config::endpoint::{EndpointFuture, Params, ResolveEndpoint};
use sdk_runtime::config::http::HttpResponse;
use sdk_runtime::config::retry::{RetryConfig, RetryMode};
use sdk_runtime::config::timeout::TimeoutConfig;
use sdk_runtime::config::{
    AccountIdEndpointMode, AppName, Builder, Config, Credentials, FrameworkMetadata, IdentityCache, Region, SdkConfig,
    SharedCredentialsProvider, SharedTokenProvider, StalledStreamProtectionConfig, Token,
};
use sdk_runtime::declare::Metadata;
use sdk_runtime::error::{BoxError, InputError};
use sdk_runtime::http::RequestParts;
use std::time::Duration;

#[derive(Debug)]
struct Nowhere;

impl ResolveEndpoint for Nowhere {
    fn resolve_endpoint<'a>(&'a self, _: &'a Params) -> EndpointFuture<'a> {
        EndpointFuture::ready(Err("nowhere".into()))
    }
}

/// Sets every setting that both ways of taking over have, on a builder of either kind: they name them alike.
macro_rules! with_all {
    ($builder:expr) => {
        $builder
            .region(Region::new("eu-west-3"))
            .credentials_provider(SharedCredentialsProvider::new(Credentials::new("id", "secret", None, None, "test")))
            .token_provider(SharedTokenProvider::new(Token::new("t", None)))
            .endpoint_url("http://127.0.0.1:9")
            .use_fips(true)
            .use_dual_stack(true)
            .account_id_endpoint_mode(AccountIdEndpointMode::Required)
            .retry_config(RetryConfig::adaptive().with_max_attempts(7))
            .timeout_config(TimeoutConfig::builder().read_timeout(Duration::from_secs(9)).build())
            .stalled_stream_protection(
                StalledStreamProtectionConfig::enabled().grace_period(Duration::from_secs(7)).build(),
            )
            .app_name(AppName::new("mine").expect("a valid name"))
            .framework_metadata(FrameworkMetadata::new("frame", Some("1")).expect("a valid name"))
            .http_client(transport(|_| unreachable!("nothing is sent")))
            .sleep_impl(Noted::new())
            .time_source(Clock::at(0))
            .identity_cache(IdentityCache::no_cache())
            .auth_scheme_preference([AuthSchemeId::from("httpBearerAuth")])
            .sigv4a_signing_region_set("*")
            .disable_clock_skew_correction(true)
            .disable_request_compression(true)
            .request_min_compression_size_bytes(77)
    };
}

/// What a config says of each setting that both ways of taking over have, in words.
fn said(config: &Config) -> Vec<(&'static str, String)> {
    vec![
        ("region", format!("{:?}", config.region())),
        ("credentials", format!("{:?}", config.credentials_provider().is_some())),
        ("token", format!("{:?}", config.token_provider().is_some())),
        ("endpoint", format!("{:?}", config.endpoint_url())),
        ("fips", format!("{:?}", config.use_fips())),
        ("dual stack", format!("{:?}", config.use_dual_stack())),
        ("account", format!("{:?}", config.account_id_endpoint_mode())),
        ("retries", format!("{:?}", config.retry_config().map(|retries| (retries.mode(), retries.max_attempts())))),
        ("timeout", format!("{:?}", config.timeout_config().and_then(TimeoutConfig::read_timeout))),
        ("stalls", format!("{:?}", config.stalled_stream_protection())),
        ("name", format!("{:?}", config.app_name())),
        ("framework", format!("{:?}", config.framework_metadata())),
        ("transport", format!("{:?}", config.http_client().is_some())),
        ("sleep", format!("{:?}", config.sleep_impl().is_some())),
        ("time", format!("{:?}", config.time_source().map(|time| time.now()))),
        ("cache", format!("{:?}", config.identity_cache().is_some())),
        ("preference", format!("{:?}", config.auth_scheme_preference())),
        ("regions", format!("{:?}", config.sigv4a_signing_region_set())),
        ("clock", format!("{:?}", config.disable_clock_skew_correction())),
        ("compression", format!("{:?}", config.disable_request_compression())),
        ("least", format!("{:?}", config.request_min_compression_size_bytes())),
    ]
}

/// One that has them all.
fn all() -> Builder {
    with_all!(Builder::new())
}

#[test]
fn every_setting_of_aws_config_is_taken_over() {
    let sdk = with_all!(SdkConfig::builder()).build();
    assert_eq!(said(&Config::new(&sdk)), said(&all().build()));
}

#[test]
fn every_setting_of_a_change_is_made_and_none_is_lost() {
    let (bare, whole) = (said(&Config::builder().build()), said(&all().build()));
    for ((name, unset), (_, set)) in bare.iter().zip(&whole) {
        assert_ne!(unset, set, "{name} is not among all");
    }
    let changed = Handle::new(&SERVICE, Config::builder().build()).with_override(all());
    assert_eq!(said(changed.config()), whole, "what the changes set");
    let kept = Handle::new(&SERVICE, all().build()).with_override(Builder::new());
    assert_eq!(said(kept.config()), whole, "what they don't");
    assert_eq!(changed.config().retry_config().map(RetryConfig::mode), Some(RetryMode::Adaptive));
}

/// Settings without a getter are shown.
#[test]
fn settings_of_this_crates_own_are_made_too() {
    let changes = Builder::new().allow_no_auth().max_response_bytes(77).endpoint_resolver(Nowhere);
    let changed = Handle::new(&SERVICE, Config::builder().build()).with_override(changes);
    let shown = format!("{changed:?}");
    for setting in ["allow_no_auth: true", "response_limit: 77", "endpoint_resolver: set"] {
        assert!(shown.contains(setting), "{setting} in {shown}");
    }
    assert!(changed.config().endpoint_resolver().is_some());
}

/// Sends its idempotency token in a header.
#[derive(Debug)]
struct Told;

support::by_hand!(Told);

impl Operation for Told {
    type Output = Answer;
    type Error = Error;
    const METADATA: &'static Metadata = &GET;

    fn build_request(&mut self, token: &mut dyn FnMut() -> String) -> Result<Request, InputError> {
        let mut headers = http::HeaderMap::new();
        headers.insert("x-token", token().parse().expect("a header's value"));
        let body = bytes::Bytes::new();
        let parts =
            RequestParts { path: "/".into(), verbatim: false, query: String::new(), headers, body, content_type: None };
        Ok(Request::new(&GET, parts))
    }

    fn parse_response(_: &mut HttpResponse) -> Result<Answer, BoxError> {
        Ok(Answer::default())
    }
}

#[tokio::test]
async fn an_override_brings_its_tokens_along() {
    let network = Network::new(&[Says::Http(200, "", "")]);
    let handle = Handle::new(&SERVICE, network.config().idempotency_token_provider("fixed").build());
    handle.send(&mut Told).await.expect("200");
    handle.with_override(Builder::new()).send(&mut Told).await.expect("200");
    handle.with_override(Builder::new().idempotency_token_provider("other")).send(&mut Told).await.expect("200");
    let tokens: Vec<_> = network.asked().iter().map(|headers| headers["x-token"].clone()).collect();
    assert_eq!(tokens, ["fixed", "fixed", "other"]);
}

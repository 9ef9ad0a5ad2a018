//! The `user-agent` header: its parts in their order, and by which features a request was made.

use crate::support::agent::features_of;
use crate::support::depot::{CBOR, StoreInput};
use crate::support::environment::said;
use crate::support::network::{Network, Says};
use crate::support::{self, SERVICE, get};
use aws_credential_types::credential_feature::AwsCredentialFeature;
use aws_credential_types::provider::future::ProvideCredentials as Provided;
use aws_credential_types::provider::{ProvideCredentials, error::CredentialsError};
use sdk_doubles::before_signing;
use sdk_runtime::Handle;
use sdk_runtime::client::Operation;
use sdk_runtime::config::retry::RetryConfig;
use sdk_runtime::config::{AppName, Builder, Credentials, FrameworkMetadata, Token};
use sdk_runtime::declare::Auth;
use std::sync::Mutex;
use std::time::{Duration, SystemTime};

support::asking! {
    Bear: Auth::BEARER;
    SignIn: Auth::NONE;
}

const FINE: Says = Says::Http(200, "", "");
const EXPIRED: Says = Says::Http(400, "ExpiredToken", "");

async fn sent<O: Operation>(mut input: O, change: impl FnOnce(Builder) -> Builder) -> http::HeaderMap {
    let network = Network::new(&[FINE]);
    let handle = Handle::new(&SERVICE, change(network.config()).build());
    if let Err(error) = handle.send(&mut input).await {
        panic!("{error}");
    }
    network.asked().remove(0)
}

async fn agent(change: impl FnOnce(Builder) -> Builder) -> String {
    sent(get("1"), change).await["user-agent"].to_str().expect("it is a text").to_owned()
}

fn framework(name: &'static str, version: Option<&'static str>) -> FrameworkMetadata {
    FrameworkMetadata::new(name, version).expect("it can be named so")
}

fn credentials(features: &[AwsCredentialFeature]) -> Credentials {
    let soon = SystemTime::now() + Duration::from_secs(3600);
    let mut credentials = Credentials::new("AKID", "secret", None, Some(soon), "test");
    credentials.set_property(features.to_vec());
    credentials
}

#[tokio::test]
async fn its_parts_stand_in_the_order_that_aws_s_sdks_keep_to() {
    let agent = agent(|config| {
        let app = AppName::new("harbour").expect("it can be named so");
        let config = config.app_name(app).framework_metadata(framework("quay", Some("1.2#3")));
        config.framework_metadata(framework("pier", None))
    });
    let agent = agent.await;
    let parts: Vec<&str> = agent.split(' ').map(|part| part.split(['/', '#']).next().unwrap_or_default()).collect();
    assert_eq!(parts, ["sdk-runtime", "ua", "api", "os", "lang", "m", "lib", "lib", "app"], "{agent}");
    assert!(agent.ends_with(" m/E,N lib/quay#1.2-3 lib/pier app/harbour"), "{agent}");
    assert!(agent.contains(" ua/2.1 api/tiny-things#0.1.0 os/") && agent.contains(" lang/rust#1."), "{agent}");
}

#[tokio::test]
async fn ten_frameworks_are_named_and_each_once() {
    const NAMES: [&str; 12] = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"];
    let twice = NAMES.iter().flat_map(|name| [*name, *name]);
    let agent = agent(|config| twice.fold(config, |config, name| config.framework_metadata(framework(name, None))));
    let agent = agent.await;
    let named: Vec<&str> = agent.split(' ').filter_map(|part| part.strip_prefix("lib/")).collect();
    assert_eq!(named, NAMES[..10], "{agent}");
}

#[tokio::test]
async fn it_is_neither_signed_nor_said_twice() {
    let headers = sent(get("1"), |config| config).await;
    let authorization = headers["authorization"].to_str().expect("it is a text");
    assert!(authorization.contains("SignedHeaders=") && !authorization.contains("user-agent"), "{authorization}");
    assert!(!headers.contains_key("x-amz-user-agent"));
    assert_eq!(headers.get_all("user-agent").iter().count(), 1);
}

#[tokio::test]
async fn how_calls_are_repeated_is_said() {
    let of = |retries: RetryConfig| sent(get("1"), |config| config.retry_config(retries));
    assert_eq!(features_of(&of(RetryConfig::standard()).await), "E,N");
    assert_eq!(features_of(&of(RetryConfig::disabled()).await), "E,N");
    assert_eq!(features_of(&of(RetryConfig::adaptive()).await), "F,N");
}

#[tokio::test]
async fn that_a_service_speaks_cbor_is_said() {
    let network = Network::new(&[FINE]);
    let cbor = Handle::new(&CBOR, network.config().build());
    let _ = cbor.send(&mut StoreInput::builder().build().expect("nothing is required")).await;
    assert_eq!(features_of(&network.asked()[0]), "E,M,N");
}

#[tokio::test]
async fn an_endpoint_of_the_service_s_own_is_no_override() {
    let network = Network::new(&[FINE]);
    let mut config = network.config();
    config.set_endpoint_url(None);
    Handle::new(&SERVICE, config.build()).send(&mut get("1")).await.expect("200");
    assert_eq!(features_of(&network.asked()[0]), "E");
}

/// Gives others each time, the last first.
#[derive(Debug)]
struct Loads(Mutex<Vec<Credentials>>);

impl ProvideCredentials for Loads {
    fn provide_credentials<'a>(&'a self) -> Provided<'a>
    where
        Self: 'a,
    {
        let next = self.0.lock().expect("no test panics with it").pop();
        Provided::ready(next.ok_or_else(|| CredentialsError::not_loaded("none are left")))
    }
}

#[tokio::test]
async fn each_attempt_says_where_its_own_credentials_come_from() {
    use AwsCredentialFeature::*;
    let loads =
        Mutex::new(vec![credentials(&[CredentialsSso, CredentialsProfile]), credentials(&[CredentialsEnvVars])]);
    let provider = Loads(loads);
    let network = Network::new(&[EXPIRED, FINE]);
    let handle = Handle::new(&SERVICE, network.config().credentials_provider(provider).build());
    for _ in 0..2 {
        handle.send(&mut get("1")).await.expect("200");
    }
    let said: Vec<String> = network.asked().iter().map(features_of).collect();
    assert_eq!(said, ["E,N,g", "E,N,s,n", "E,N,s,n"]);
}

#[tokio::test]
async fn a_call_that_is_not_signed_says_nothing_of_credentials() {
    let keys = credentials(&[AwsCredentialFeature::CredentialsImds]);
    let network = Network::new(&[FINE]);
    let config = network.config().credentials_provider(keys).bearer_token(Token::new("t0ken", None));
    let handle = Handle::new(&SERVICE, config.endpoint_url("http://127.0.0.1:1").build());
    handle.send(&mut get("1")).await.expect("200");
    handle.send(&mut SignIn).await.expect("200");
    handle.send(&mut Bear).await.expect("200");
    let said: Vec<String> = network.asked().iter().map(features_of).collect();
    assert_eq!(said, ["E,N,0", "E,N", "E,N"]);
}

#[tokio::test]
async fn what_an_interceptor_writes_stays() {
    let keys = credentials(&[AwsCredentialFeature::CredentialsImds]);
    let own = before_signing(|request| {
        request.headers_mut().insert("user-agent", "mine/1");
        Ok(())
    });
    assert_eq!(agent(|config| config.credentials_provider(keys).interceptor(own)).await, "mine/1");
}

const TEST: &str = "user_agent::what_is_said_in_this_environment";

/// Says what clients say, for the test below, which runs it with other environments.
#[tokio::test]
async fn what_is_said_in_this_environment() {
    println!("aws={}", agent(|config| config).await);
    let network = Network::new(&[FINE]);
    let mut config = network.config().endpoint_url("http://127.0.0.1:1");
    config.set_credentials_provider(None);
    Handle::plain(&SERVICE, config.build()).send(&mut SignIn).await.expect("200");
    println!("plain={}", network.asked()[0]["user-agent"].to_str().expect("it is a text"));
}

#[test]
fn where_a_program_runs_is_said_to_aws_alone() {
    let of = |variables: &[(&str, &str)]| {
        let said = said(TEST, variables);
        let line = |name| said.lines().find_map(|line| line.strip_prefix(name)).expect("it is said").to_owned();
        (line("aws="), line("plain="))
    };
    let (aws, plain) = of(&[("AWS_EXECUTION_ENV", "AWS_Lambda_rust x")]);
    assert!(aws.ends_with(" exec-env/AWS_Lambda_rust-x m/E,N"), "{aws}");
    for told in ["ua/", "exec-env/", " m/"] {
        assert!(!plain.contains(told), "{plain}");
    }
    assert!(!of(&[]).0.contains("exec-env"));
}

//! Where calls go: what operations, clients and credentials say to a service's rules.

use crate::support::agent::features;
use crate::support::{Answer, Error, by_hand};
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::future;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use declared::{BuilderExt, ParamsBuilderExt, ParamsExt};
use sdk_doubles::{response, transport};
use sdk_runtime::client::Operation;
use sdk_runtime::config::endpoint::{EndpointFuture, Params, ResolveEndpoint};
use sdk_runtime::config::{AccountIdEndpointMode, Builder, Config, Credentials, ProvideCredentials, Region};
use sdk_runtime::declare::{Effect, Metadata, Service};
use sdk_runtime::endpoint::{BuiltIns, Endpoint, EndpointParams, ResolveError, refuse};
use sdk_runtime::{Handle, SdkError};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

static SERVICE: Service = Service { endpoint_by_account: false, ..BY_ACCOUNT };

const BY_ACCOUNT: Service = Service {
    sdk_id: "Tables",
    api_version: "2024-02-01",
    package_version: "0.1.0",
    signing_name: "tables",
    endpoint: resolve,
    endpoint_by_account: true,
    content_type: "application/json",
    headers: &[],
    retryable_errors: &[],
};

static ACCOUNT_SERVICE: Service = BY_ACCOUNT;

/// What crates of such services declare.
mod declared {
    sdk_runtime::client_params! {
        /// Goes before the host.
        stage, set_stage: string = "Stage";
    }

    sdk_runtime::endpoint_params! {
        stage, set_stage: string = "Stage";
        global, set_global: boolean = "Global";
    }
}

/// `{stage}.{account}.{region}`, as far as they are there.
fn resolve(built_ins: &BuiltIns) -> Result<Endpoint, ResolveError> {
    let (mode, account) = (built_ins.account_id_endpoint_mode.as_deref(), built_ins.account_id.as_deref());
    if mode == Some("required") && account.is_none() {
        return refuse("the account is required");
    }
    let region = built_ins.region.as_deref();
    let parts = [built_ins.context.string("Stage"), account, region, Some("example.com")];
    let host = parts.into_iter().flatten().collect::<Vec<_>>().join(".");
    let endpoint = Endpoint::new(format!("https://{host}")).signing_region("eu-north-1");
    Ok(match built_ins.context.boolean("Global") {
        Some(true) => endpoint.auth_scheme("sigv5"),
        _ => endpoint,
    })
}

/// An operation that says something about its endpoint.
#[derive(Clone, Debug, Default)]
struct Get<const BY_ACCOUNT: bool> {
    stage: Option<&'static str>,
    global: Option<bool>,
    must: Option<&'static str>,
}

by_hand!(Get<true>, Get<false>);

impl<const BY_ACCOUNT: bool> Operation for Get<BY_ACCOUNT>
where
    Self: sdk_runtime::codec::Members,
{
    type Output = Answer;
    type Error = Error;
    const METADATA: &'static Metadata = &Metadata {
        service: if BY_ACCOUNT { &ACCOUNT_SERVICE } else { &SERVICE },
        name: "Get",
        method: "GET",
        uri: "/",
        effect: Effect::ReadOnly,
    };

    fn endpoint_params(&self) -> EndpointParams {
        let params = EndpointParams::new().set("Stage", self.stage).set("Global", self.global);
        if self.must.is_some() { params.require("Must", "must", self.must) } else { params }
    }

    fn parse_response(response: &mut HttpResponse) -> Result<Self::Output, sdk_runtime::error::BoxError> {
        Answer::parse(response)
    }
}

fn staged(stage: &'static str) -> Get<false> {
    Get { stage: Some(stage), ..Get::default() }
}

/// Answers every request and notes where it went, what it was signed for, and which features it said.
#[derive(Clone, Debug, Default)]
struct Network(Arc<Mutex<Vec<(String, String, String)>>>);

impl Network {
    fn config(&self) -> Builder {
        let network = self.clone();
        Config::builder()
            .region(Region::new("eu-west-1"))
            .credentials_provider(Credentials::new("AKIDEXAMPLE", "very-secret", None, None, "test"))
            .http_client(transport(move |request| {
                let host = request.uri().trim_start_matches("https://").split('/').next().unwrap_or_default();
                let signed = request.headers().get("authorization").unwrap_or_default();
                let said = features(request.headers().get("user-agent").unwrap_or_default());
                let noted = (host.to_owned(), signed.to_owned(), said.to_owned());
                network.0.lock().expect("no test panics with it").push(noted);
                Ok(response(200, "{}"))
            }))
    }

    fn hosts(&self) -> Vec<String> {
        self.0.lock().expect("no test panics with it").iter().map(|(host, ..)| host.clone()).collect()
    }

    fn features(&self) -> Vec<String> {
        self.0.lock().expect("no test panics with it").iter().map(|(.., said)| said.clone()).collect()
    }
}

fn with_account() -> Credentials {
    let builder = Credentials::builder().access_key_id("AKIDEXAMPLE").secret_access_key("very-secret");
    builder.account_id("111122223333").provider_name("test").build()
}

#[tokio::test]
async fn a_call_goes_where_its_input_says() {
    let network = Network::default();
    let handle = Handle::new(&SERVICE, network.config().build());
    for mut input in [staged("beta"), Get::default(), staged("gamma"), Get::default()] {
        handle.send(&mut input).await.expect("200");
    }
    let expected = ["beta.eu-west-1.example.com", "eu-west-1.example.com"];
    assert_eq!(network.hosts(), [expected[0], expected[1], "gamma.eu-west-1.example.com", expected[1]]);
}

#[tokio::test]
async fn the_clients_setting_holds_for_calls_that_say_nothing() {
    let network = Network::default();
    let handle = Handle::new(&SERVICE, network.config().stage("alpha").build());
    let changes = Builder::new().stage("once");
    handle.send(&mut Get::<false>::default()).await.expect("200");
    handle.send(&mut staged("beta")).await.expect("200");
    handle.with_override(changes).send(&mut Get::<false>::default()).await.expect("200");
    let stages: Vec<_> = network.hosts().iter().map(|host| host.split('.').next().unwrap_or("").to_owned()).collect();
    assert_eq!(stages, ["alpha", "beta", "once"]);
}

#[tokio::test]
async fn nothing_is_sent_for_a_required_parameter_that_is_empty() {
    let network = Network::default();
    let handle = Handle::new(&SERVICE, network.config().build());
    let error = handle.send(&mut Get::<false> { must: Some(" "), ..Get::default() }).await.expect_err("it is empty");
    assert!(error.to_string().contains("must is empty, and where the request goes depends on it"), "{error}");
    assert!(network.hosts().is_empty());
}

#[tokio::test]
async fn the_account_decides_where_rules_read_it() {
    for (mode, credentials, expected, features) in [
        (None, with_account(), "111122223333.eu-west-1.example.com", "E,O,P,T"),
        (Some(AccountIdEndpointMode::Required), with_account(), "111122223333.eu-west-1.example.com", "E,O,R,T"),
        (Some(AccountIdEndpointMode::Disabled), with_account(), "eu-west-1.example.com", "E,Q,T"),
        (None, Credentials::new("AKIDEXAMPLE", "very-secret", None, None, "test"), "eu-west-1.example.com", "E,P"),
    ] {
        let network = Network::default();
        let mut config = network.config().credentials_provider(credentials);
        config.set_account_id_endpoint_mode(mode);
        Handle::new(&ACCOUNT_SERVICE, config.build()).send(&mut Get::<true>::default()).await.expect("200");
        assert_eq!((network.hosts(), network.features()), (vec![expected.to_owned()], vec![features.to_owned()]));
    }
}

#[tokio::test]
async fn an_account_that_is_required_and_unknown_is_an_error() {
    let network = Network::default();
    let config = network.config().account_id_endpoint_mode(AccountIdEndpointMode::Required).build();
    let error = Handle::new(&ACCOUNT_SERVICE, config).send(&mut Get::<true>::default()).await.expect_err("no account");
    assert!(error.to_string().contains("the account is required"), "{error}");
    assert!(network.hosts().is_empty());
}

/// Has no credentials, and counts how often it was asked for some.
#[derive(Clone, Debug, Default)]
struct Without(Arc<AtomicUsize>);

impl ProvideCredentials for Without {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        self.0.fetch_add(1, Ordering::SeqCst);
        future::ProvideCredentials::ready(Err(CredentialsError::provider_error("token file is gone")))
    }
}

#[tokio::test]
async fn credentials_are_loaded_before_the_endpoint_only_where_rules_read_their_account() {
    let without = Without::default();
    let mut config = Network::default().config().credentials_provider(without.clone());
    // Both services' rules refuse this, which is found first where credentials aren't asked for.
    config.set_region(None);
    let required = config.account_id_endpoint_mode(AccountIdEndpointMode::Required).build();
    let error = Handle::new(&SERVICE, required.clone()).send(&mut Get::<false>::default()).await.expect_err("refused");
    assert!(error.to_string().contains("the account is required"), "{error}");
    assert_eq!(without.0.load(Ordering::SeqCst), 0);
    let error = Handle::new(&ACCOUNT_SERVICE, required).send(&mut Get::<true>::default()).await.expect_err("refused");
    assert!(error.to_string().contains("token file is gone"), "{error}");
    assert_eq!(without.0.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_scheme_that_is_not_there_is_named_with_what_led_to_it() {
    let network = Network::default();
    let handle = Handle::new(&SERVICE, network.config().build());
    let mut input = Get::<false> { global: Some(true), ..Get::default() };
    let error = handle.send(&mut input).await.expect_err("there is no such scheme");
    assert!(matches!(error, SdkError::ConstructionFailure(_)), "{error:?}");
    let expected = "Get: the endpoint https://eu-west-1.example.com takes requests signed by sigv5 only, which is not \
                    supported; it was chosen for the input's Global: call without";
    assert_eq!(error.to_string(), expected);
    assert!(network.hosts().is_empty());
}

/// Puts a word before the host that the rules would choose.
#[derive(Debug)]
struct Before;

impl ResolveEndpoint for Before {
    fn resolve_endpoint<'a>(&'a self, params: &'a Params) -> EndpointFuture<'a> {
        let stage = params.stage().unwrap_or("none");
        let chosen = sdk_runtime::config::endpoint::by_rules(&SERVICE, params);
        EndpointFuture::ready(chosen.map(|endpoint| {
            let url = endpoint.url().replace("https://", &format!("https://before-{stage}."));
            endpoint.into_builder().url(url).build()
        }))
    }
}

#[tokio::test]
async fn a_resolver_of_ones_own_sees_what_the_rules_see_and_keeps_how_they_sign() {
    let network = Network::default();
    let config = network.config().endpoint_resolver(Before).credentials_provider(with_account()).build();
    Handle::new(&ACCOUNT_SERVICE, config)
        .send(&mut Get::<true> { stage: Some("beta"), ..Get::default() })
        .await
        .expect("200");
    let seen = network.0.lock().expect("no test panics with it").clone();
    assert_eq!(seen[0].0, "before-beta.beta.111122223333.eu-west-1.example.com");
    assert!(seen[0].1.contains("/eu-north-1/tables/"), "{seen:?}");
}

#[test]
fn parameters_can_be_made_for_a_resolvers_test() {
    let params = Params::builder().stage("beta").global(true).account_id("111122223333").build().expect("valid");
    assert_eq!(
        (params.stage(), params.global(), params.account_id()),
        (Some("beta"), Some(true), Some("111122223333"))
    );
    let cleared = Params::builder().stage("beta").set_stage(None).build().expect("valid");
    assert_eq!(cleared.stage(), None);
}

//! What requests are signed for, and what an endpoint says about them: to the rules, to a program's own resolver, and back.

use crate::support;
use crate::support::network::{Network, Says};
use crate::support::scheme::Stamp;
use crate::support::{Answer, Error, by_hand, get};
use aws_smithy_runtime_api::client::auth::AuthSchemeOptionsFuture;
use aws_smithy_runtime_api::client::identity::{
    Identity, IdentityFuture, ResolveCachedIdentity, SharedIdentityResolver,
};
use aws_smithy_types::Document;
use aws_smithy_types::endpoint::EndpointAuthScheme;
use sdk_runtime::Handle;
use sdk_runtime::client::Operation;
use sdk_runtime::config::auth::{Params as AuthParams, ResolveAuthScheme};
use sdk_runtime::config::endpoint::{Endpoint as SmithyEndpoint, EndpointFuture, Params, ResolveEndpoint};
use sdk_runtime::config::{AccountIdEndpointMode, Builder, ConfigBag, Credentials, RuntimeComponents};
use sdk_runtime::declare::{Effect, Metadata, Service};
use sdk_runtime::endpoint::{BuiltIns, Endpoint, ResolveError};
use sdk_runtime::error::BoxError;
use std::sync::Mutex;

const OK: Says = Says::Http(200, "", "");

/// Region and name that a request was signed for.
fn scope(headers: &http::HeaderMap) -> String {
    let text = headers["authorization"].to_str().expect("it is text");
    let parts: Vec<_> = text.split(['/', ',']).collect();
    format!("{}/{}", parts[2], parts[3])
}

async fn signed_for(network: &Network, settings: Builder) -> String {
    network.asked();
    Handle::new(&support::SERVICE, settings.build()).send(&mut get("1")).await.expect("200");
    scope(&network.asked()[0])
}

/// An endpoint of several schemes, with a header in two lines.
#[derive(Debug)]
struct Chooses(Vec<EndpointAuthScheme>);

impl ResolveEndpoint for Chooses {
    fn resolve_endpoint<'a>(&'a self, _: &'a Params) -> EndpointFuture<'a> {
        let endpoint = SmithyEndpoint::builder().url("https://a.example.com").header("x-two", "1").header("x-two", "2");
        let endpoint = self.0.iter().fold(endpoint, |endpoint, scheme| endpoint.auth_scheme(scheme.clone()));
        EndpointFuture::ready(Ok(endpoint.build()))
    }
}

fn scheme(name: &str, properties: &[(&'static str, &str)]) -> EndpointAuthScheme {
    let scheme = EndpointAuthScheme::with_capacity(name.to_owned(), 2);
    properties.iter().fold(scheme, |scheme, (name, value)| scheme.put(*name, Document::from(*value)))
}

#[tokio::test]
async fn without_a_region_the_first_one_is_signed_for() {
    let network = Network::new(&[OK]);
    let mut settings = network.config();
    settings.set_region(None);
    assert_eq!(signed_for(&network, settings).await, "us-east-1/tiny");
}

#[tokio::test]
async fn an_endpoint_says_for_which_region_and_name_sigv4_signs() {
    let network = Network::new(&[OK]);
    let (region, name) = (("signingRegion", "eu-north-1"), ("signingName", "other"));
    for (schemes, expected) in [
        (vec![], "us-east-1/tiny"),
        (vec![scheme("sigv4", &[region])], "eu-north-1/tiny"),
        (vec![scheme("sigv4", &[name])], "us-east-1/other"),
        (vec![scheme("sigv4a", &[("signingName", "a")]), scheme("sigv4", &[region, name])], "eu-north-1/other"),
    ] {
        let settings = network.config().endpoint_resolver(Chooses(schemes));
        network.asked();
        Handle::new(&support::SERVICE, settings.build()).send(&mut get("1")).await.expect("200");
        let headers = &network.asked()[0];
        assert_eq!(scope(headers), expected);
        assert_eq!(headers.get_all("x-two").iter().collect::<Vec<_>>(), ["1", "2"]);
    }
}

/// Notes what the rules are told.
static TOLD: Mutex<Vec<String>> = Mutex::new(Vec::new());

static NOTES: Service = Service {
    sdk_id: "Notes",
    api_version: "1",
    package_version: "1",
    signing_name: "notes",
    content_type: "application/json",
    headers: &[],
    endpoint: notes,
    endpoint_by_account: true,
    retryable_errors: &[],
};

fn notes(told: &BuiltIns) -> Result<Endpoint, ResolveError> {
    let BuiltIns { region, use_fips, use_dual_stack, account_id, account_id_endpoint_mode: mode, .. } = told;
    let text = format!("{region:?} {use_fips} {use_dual_stack} {account_id:?} {mode:?}");
    TOLD.lock().expect("no test panics with it").push(text);
    Ok(Endpoint::new("https://notes.example.com"))
}

#[derive(Clone, Debug, Default)]
struct Drop;

by_hand!(Drop);

impl Operation for Drop {
    type Output = Answer;
    type Error = Error;
    const METADATA: &'static Metadata =
        &Metadata { service: &NOTES, name: "Drop", method: "DELETE", uri: "/", effect: Effect::Idempotent };

    fn parse_response(_: &mut sdk_runtime::config::http::HttpResponse) -> Result<Answer, BoxError> {
        Ok(Answer::default())
    }
}

/// Asks the rules with what it is told.
#[derive(Debug)]
struct Rules;

impl ResolveEndpoint for Rules {
    fn resolve_endpoint<'a>(&'a self, params: &'a Params) -> EndpointFuture<'a> {
        EndpointFuture::ready(sdk_runtime::config::endpoint::by_rules(&NOTES, params))
    }
}

#[tokio::test]
async fn rules_and_a_resolver_are_told_what_the_config_says() {
    let network = Network::new(&[OK]);
    let account = Credentials::builder().access_key_id("id").secret_access_key("s").account_id("111122223333");
    let account = account.provider_name("test").build();
    for (fips, dual) in [(true, false), (false, true), (true, true), (false, false)] {
        let mut settings = network.config().use_fips(fips).use_dual_stack(dual).credentials_provider(account.clone());
        settings.set_endpoint_url(None);
        let settings = settings.account_id_endpoint_mode(AccountIdEndpointMode::Required);
        let expected = format!("Some(\"us-east-1\") {fips} {dual} Some(\"111122223333\") Some(\"required\")");
        for settings in [settings.clone(), settings.endpoint_resolver(Rules)] {
            Handle::new(&NOTES, settings.build()).send(&mut Drop).await.expect("200");
            assert_eq!(TOLD.lock().expect("no test panics with it").pop(), Some(expected.clone()));
        }
    }
    assert!(
        network.asked().iter().all(|headers| headers["content-length"] == "0"),
        "a DELETE says that it has no body"
    );
}

/// A cache that has this identity.
#[derive(Debug)]
struct Cached(&'static str);

impl ResolveCachedIdentity for Cached {
    fn resolve_cached_identity<'a>(
        &'a self,
        _: SharedIdentityResolver,
        _: &'a RuntimeComponents,
        _: &'a ConfigBag,
    ) -> IdentityFuture<'a> {
        IdentityFuture::ready(Ok(Identity::new(self.0, None)))
    }
}

/// Has every call stamped.
#[derive(Debug)]
struct Stamps;

impl ResolveAuthScheme for Stamps {
    fn resolve_auth_scheme<'a>(
        &'a self,
        _: &'a AuthParams,
        _: &'a ConfigBag,
        _: &'a RuntimeComponents,
    ) -> AuthSchemeOptionsFuture<'a> {
        AuthSchemeOptionsFuture::ready(Ok(vec![Stamp::ID.into()]))
    }
}

#[tokio::test]
async fn a_programs_own_scheme_takes_its_identity_from_the_programs_cache_and_fits_an_endpoint_that_names_it() {
    let network = Network::new(&[OK]);
    let own = || network.config().push_auth_scheme(Stamp("resolved")).auth_scheme_resolver(Stamps);
    let named = || Chooses(vec![scheme("stamp", &[])]);
    for (settings, stamp) in [
        (own(), "resolved"),
        (own().identity_cache(Cached("cached")), "cached"),
        (own().endpoint_resolver(named()), "resolved"),
    ] {
        network.asked();
        // An override keeps scheme and resolver.
        let handle = Handle::new(&support::SERVICE, settings.build()).with_override(Builder::new());
        handle.send(&mut get("1")).await.expect("200");
        assert_eq!(network.asked()[0]["x-stamp"], stamp);
    }
    let unknown = network.config().endpoint_resolver(named()).build();
    let error = Handle::new(&support::SERVICE, unknown).send(&mut get("1")).await.expect_err("nobody knows it");
    assert!(error.to_string().contains("signed by stamp only, which is not supported"), "{error}");
    let late = Handle::new(&support::SERVICE, network.config().build());
    let changes = Builder::new().push_auth_scheme(Stamp("late")).auth_scheme_resolver(Stamps);
    network.asked();
    late.with_override(changes).send(&mut get("1")).await.expect("200");
    assert_eq!(network.asked()[0]["x-stamp"], "late");
}

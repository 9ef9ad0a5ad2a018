//! The bundle that `aws_smithy_runtime_api` hands to HTTP clients, identity caches and interceptors.
//!
//! They use its clock, sleep, HTTP client and credentials. It also demands an authentication scheme, an endpoint
//! resolver and a retry strategy; this crate's send path does without them, so [`Unused`] stands there and answers
//! with an error.

#[cfg(feature = "digest-auth")]
use crate::config::auth::DIGEST;
#[cfg(feature = "http-auth")]
use crate::config::auth::{API_KEY, BASIC};
use crate::config::auth::{BEARER, NO_AUTH, SIGV4, SIGV4A};
use crate::config::{Config, SharedAsyncSleep, SharedTimeSource, SharedTokenProvider};
use crate::declare::Service;
use crate::error::BoxError;
use crate::transport::SharedHttpClient;
use aws_smithy_runtime_api::client::auth::{
    AuthScheme, AuthSchemeEndpointConfig, AuthSchemeId, AuthSchemeOptionResolverParams, AuthSchemeOptionsFuture,
    ResolveAuthSchemeOptions, Sign,
};
use aws_smithy_runtime_api::client::endpoint::{EndpointFuture, EndpointResolverParams, ResolveEndpoint};
use aws_smithy_runtime_api::client::identity::{
    Identity, IdentityFuture, ResolveCachedIdentity, ResolveIdentity, SharedIdentityCache, SharedIdentityResolver,
};
use aws_smithy_runtime_api::client::interceptors::context::InterceptorContext;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::retries::{RetryStrategy, ShouldAttempt};
use aws_smithy_runtime_api::client::runtime_components::{
    GetIdentityResolver, RuntimeComponents, RuntimeComponentsBuilder,
};
use aws_smithy_types::config_bag::ConfigBag;

/// Makes the bundle of one client.
pub(super) fn components(
    service: &Service,
    config: &Config,
    transport: &SharedHttpClient,
    resolver: Option<&SharedIdentityResolver>,
    sleep: &SharedAsyncSleep,
    time: &SharedTimeSource,
) -> RuntimeComponents {
    let cache = config.identity_cache().unwrap_or_else(|| SharedIdentityCache::new(Unused));
    let mut components = RuntimeComponentsBuilder::new("sdk-runtime")
        .with_http_client(Some(transport.clone()))
        .with_sleep_impl(Some(sleep.clone()))
        .with_time_source(Some(time.clone()))
        .with_identity_cache(Some(cache))
        .with_interceptors(config.interceptors())
        .with_auth_scheme(Unused)
        .with_auth_scheme_option_resolver(Some(Unused))
        .with_endpoint_resolver(Some(Unused))
        .with_retry_strategy(Some(Unused));
    for (scheme, resolver) in identities(service, config, resolver) {
        components.set_identity_resolver(scheme, resolver);
    }
    if !components.has_identity_resolvers() {
        components.set_identity_resolver(NO_AUTH, Unused);
    }
    for scheme in config.auth_schemes() {
        components.push_auth_scheme(scheme);
    }
    if let Some(chooser) = config.auth_scheme_resolver() {
        components.set_auth_scheme_option_resolver(Some(chooser));
    }
    components.build().expect("every component that is required is set above")
}

/// What the config has of who calls, by the scheme that it is for: a program's own schemes ask for it.
fn identities(
    service: &Service,
    config: &Config,
    credentials: Option<&SharedIdentityResolver>,
) -> impl Iterator<Item = (AuthSchemeId, SharedIdentityResolver)> {
    let mut found = vec![(SIGV4, credentials.cloned()), (SIGV4A, credentials.cloned())];
    let token = config.token_provider().map(SharedIdentityResolver::new);
    #[cfg(feature = "http-auth")]
    let token = {
        let logins = &config.settings.logins;
        found.extend([(BASIC, logins.basic.clone()), (API_KEY, logins.api_key.clone())]);
        #[cfg(feature = "digest-auth")]
        found.push((DIGEST, logins.digest.clone()));
        logins.bearer.clone().or(token)
    };
    let of_environment = config.settings.token_for(service.signing_name);
    let of_environment = of_environment.map(|token| SharedIdentityResolver::new(SharedTokenProvider::new(token)));
    found.push((BEARER, of_environment.or(token)));
    found.into_iter().filter_map(|(scheme, resolver)| Some((scheme, resolver?)))
}

/// Stands where a component is demanded but never asked.
#[derive(Debug)]
struct Unused;

fn unused() -> BoxError {
    "this component is decided within the send path and cannot be asked".into()
}

impl AuthScheme for Unused {
    fn scheme_id(&self) -> AuthSchemeId {
        SIGV4
    }

    fn identity_resolver(&self, resolvers: &dyn GetIdentityResolver) -> Option<SharedIdentityResolver> {
        resolvers.identity_resolver(SIGV4)
    }

    fn signer(&self) -> &dyn Sign {
        self
    }
}

impl Sign for Unused {
    fn sign_http_request(
        &self,
        _: &mut HttpRequest,
        _: &Identity,
        _: AuthSchemeEndpointConfig<'_>,
        _: &RuntimeComponents,
        _: &ConfigBag,
    ) -> Result<(), BoxError> {
        Err(unused())
    }
}

impl ResolveAuthSchemeOptions for Unused {
    fn resolve_auth_scheme_options_v2<'a>(
        &'a self,
        _: &'a AuthSchemeOptionResolverParams,
        _: &'a ConfigBag,
        _: &'a RuntimeComponents,
    ) -> AuthSchemeOptionsFuture<'a> {
        AuthSchemeOptionsFuture::ready(Err(unused()))
    }
}

impl ResolveEndpoint for Unused {
    fn resolve_endpoint<'a>(&'a self, _: &'a EndpointResolverParams) -> EndpointFuture<'a> {
        EndpointFuture::ready(Err(unused()))
    }
}

impl ResolveIdentity for Unused {
    fn resolve_identity<'a>(&'a self, _: &'a RuntimeComponents, _: &'a ConfigBag) -> IdentityFuture<'a> {
        IdentityFuture::ready(Err(unused()))
    }
}

impl ResolveCachedIdentity for Unused {
    fn resolve_cached_identity<'a>(
        &'a self,
        resolver: SharedIdentityResolver,
        components: &'a RuntimeComponents,
        config: &'a ConfigBag,
    ) -> IdentityFuture<'a> {
        IdentityFuture::new(async move { resolver.resolve_identity(components, config).await })
    }
}

impl RetryStrategy for Unused {
    fn should_attempt_initial_request(&self, _: &RuntimeComponents, _: &ConfigBag) -> Result<ShouldAttempt, BoxError> {
        Ok(ShouldAttempt::Yes)
    }

    fn should_attempt_retry(
        &self,
        _: &InterceptorContext,
        _: &RuntimeComponents,
        _: &ConfigBag,
    ) -> Result<ShouldAttempt, BoxError> {
        Ok(ShouldAttempt::No)
    }
}

//! Deciding on endpoints in place of a service's own rules.

use crate::declare::Service;
use crate::endpoint::base::shown;
use crate::endpoint::{BuiltIns, ContextParams};
use crate::error::BoxError;
use aws_smithy_runtime_api::client::endpoint::{self, EndpointResolverParams};
pub use aws_smithy_runtime_api::client::endpoint::{EndpointFuture, SharedEndpointResolver};
pub use aws_smithy_types::endpoint::Endpoint;
use std::fmt::{self, Debug, Display, Formatter};

/// What an endpoint is decided by: the settings that every AWS service's rules know, and what this service's rules know
/// besides. Crates of services that have such parameters have a trait for them beside this type, `ParamsExt`.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Params {
    region: Option<String>,
    use_dual_stack: bool,
    use_fips: bool,
    endpoint: Option<String>,
    account_id: Option<String>,
    account_id_endpoint_mode: Option<String>,
    context: ContextParams,
}

impl Params {
    /// Starts from nothing.
    pub fn builder() -> ParamsBuilder {
        ParamsBuilder::default()
    }

    /// The region, e.g. `eu-central-1`.
    pub fn region(&self) -> Option<&str> {
        self.region.as_deref()
    }

    /// Whether endpoints that answer on IPv4 and IPv6 are asked for.
    pub fn use_dual_stack(&self) -> Option<bool> {
        Some(self.use_dual_stack)
    }

    /// Whether endpoints with FIPS 140 validated cryptography are asked for.
    pub fn use_fips(&self) -> Option<bool> {
        Some(self.use_fips)
    }

    /// The endpoint that was set by hand.
    pub fn endpoint(&self) -> Option<&str> {
        self.endpoint.as_deref()
    }

    /// The account of the credentials, where the service's rules ask for it.
    pub fn account_id(&self) -> Option<&str> {
        self.account_id.as_deref()
    }

    /// Whether endpoints may contain the account: `preferred`, `required` or `disabled`.
    pub fn account_id_endpoint_mode(&self) -> Option<&str> {
        self.account_id_endpoint_mode.as_deref()
    }

    /// The service's own parameters.
    #[doc(hidden)]
    pub fn context(&self) -> &ContextParams {
        &self.context
    }
}

impl Debug for Params {
    /// The endpoint is shown without user information.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Params")
            .field("region", &self.region)
            .field("use_dual_stack", &self.use_dual_stack)
            .field("use_fips", &self.use_fips)
            .field("endpoint", &self.endpoint.as_deref().map(shown))
            .field("account_id", &self.account_id)
            .field("account_id_endpoint_mode", &self.account_id_endpoint_mode)
            .field("context", &self.context)
            .finish()
    }
}

/// Makes [`Params`], for a resolver's tests.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ParamsBuilder {
    params: Params,
}

impl ParamsBuilder {
    /// Sets the region.
    pub fn region(self, region: impl Into<String>) -> Self {
        self.set_region(Some(region.into()))
    }

    /// Sets or clears the region.
    pub fn set_region(mut self, region: Option<String>) -> Self {
        self.params.region = region;
        self
    }

    /// Asks for endpoints that answer on IPv4 and IPv6.
    pub fn use_dual_stack(self, value: impl Into<bool>) -> Self {
        self.set_use_dual_stack(Some(value.into()))
    }

    /// Sets or clears whether such endpoints are asked for.
    pub fn set_use_dual_stack(mut self, value: Option<bool>) -> Self {
        self.params.use_dual_stack = value.unwrap_or_default();
        self
    }

    /// Asks for endpoints with FIPS 140 validated cryptography.
    pub fn use_fips(self, value: impl Into<bool>) -> Self {
        self.set_use_fips(Some(value.into()))
    }

    /// Sets or clears whether such endpoints are asked for.
    pub fn set_use_fips(mut self, value: Option<bool>) -> Self {
        self.params.use_fips = value.unwrap_or_default();
        self
    }

    /// Sets the endpoint.
    pub fn endpoint(self, endpoint: impl Into<String>) -> Self {
        self.set_endpoint(Some(endpoint.into()))
    }

    /// Sets or clears the endpoint.
    pub fn set_endpoint(mut self, endpoint: Option<String>) -> Self {
        self.params.endpoint = endpoint;
        self
    }

    /// Sets the account of the credentials.
    pub fn account_id(self, account_id: impl Into<String>) -> Self {
        self.set_account_id(Some(account_id.into()))
    }

    /// Sets or clears the account of the credentials.
    pub fn set_account_id(mut self, account_id: Option<String>) -> Self {
        self.params.account_id = account_id;
        self
    }

    /// Sets whether endpoints may contain the account: `preferred`, `required` or `disabled`.
    pub fn account_id_endpoint_mode(self, mode: impl Into<String>) -> Self {
        self.set_account_id_endpoint_mode(Some(mode.into()))
    }

    /// Sets or clears whether endpoints may contain the account.
    pub fn set_account_id_endpoint_mode(mut self, mode: Option<String>) -> Self {
        self.params.account_id_endpoint_mode = mode;
        self
    }

    /// The service's own parameters.
    #[doc(hidden)]
    pub fn context_mut(&mut self) -> &mut ContextParams {
        &mut self.params.context
    }

    /// Makes the parameters.
    ///
    /// # Errors
    ///
    /// None: every parameter has a default. The signature is the official crates'.
    pub fn build(self) -> Result<Params, InvalidParams> {
        Ok(self.params)
    }
}

/// Parameters that no endpoint can be decided by. There are none at present.
#[derive(Debug)]
pub struct InvalidParams(std::convert::Infallible);

impl Display for InvalidParams {
    fn fmt(&self, _: &mut Formatter<'_>) -> fmt::Result {
        match self.0 {}
    }
}

impl std::error::Error for InvalidParams {}

/// Decides on an endpoint.
pub trait ResolveEndpoint: Send + Sync + Debug {
    /// Gives the endpoint for these parameters.
    fn resolve_endpoint<'a>(&'a self, params: &'a Params) -> EndpointFuture<'a>;

    /// Makes it fit for [`Builder::set_endpoint_resolver`](super::Builder::set_endpoint_resolver).
    fn into_shared_resolver(self) -> SharedEndpointResolver
    where
        Self: Sized + 'static,
    {
        SharedEndpointResolver::new(Typed(self))
    }
}

/// Decides by a service's rules, in the types of `aws_smithy_types`; see [`default_resolver!`](crate::default_resolver).
#[doc(hidden)]
pub fn by_rules(service: &Service, params: &Params) -> Result<Endpoint, BoxError> {
    let built_ins = BuiltIns {
        region: params.region().map(str::to_owned),
        use_fips: params.use_fips().unwrap_or_default(),
        use_dual_stack: params.use_dual_stack().unwrap_or_default(),
        endpoint: params.endpoint().map(str::to_owned),
        account_id: params.account_id().map(str::to_owned),
        account_id_endpoint_mode: params.account_id_endpoint_mode().map(str::to_owned),
        context: params.context().clone(),
    };
    let endpoint = (service.endpoint)(&built_ins)?;
    // The other type takes no empty URL.
    if endpoint.url.is_empty() { Err("the endpoint is empty".into()) } else { Ok(endpoint.into()) }
}

/// A resolver of [`Params`] as one of the untyped parameters that `aws_smithy_runtime_api` has.
#[derive(Debug)]
struct Typed<T>(T);

impl<T: ResolveEndpoint> endpoint::ResolveEndpoint for Typed<T> {
    fn resolve_endpoint<'a>(&'a self, params: &'a EndpointResolverParams) -> EndpointFuture<'a> {
        match params.get::<Params>() {
            Some(params) => self.0.resolve_endpoint(params),
            None => EndpointFuture::ready(Err("endpoint parameters are of another type".into())),
        }
    }
}

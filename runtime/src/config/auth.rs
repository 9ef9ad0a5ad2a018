//! Authentication schemes beside SigV4: which one a call uses, and ones that a program brings along.
//!
//! A scheme of [`Builder::push_auth_scheme`](super::Builder::push_auth_scheme) is chosen by its ID; one called `sigv4`
//! replaces this crate's own. Without a resolver each call uses the first scheme of its operation for which there are
//! credentials or a token.
//!
//! A scheme's `identity_resolver` can ask for what the config has: credentials by the IDs `sigv4` and `sigv4a`, a bearer token by
//! `httpBearerAuth`, and where the service takes such, a login by `httpBasicAuth` or `httpDigestAuth`, a key by `httpApiKeyAuth`.

pub use aws_smithy_runtime_api::client::auth::{
    AuthScheme, AuthSchemeId, AuthSchemeOption, AuthSchemeOptionsFuture, SharedAuthScheme,
    SharedAuthSchemeOptionResolver, Sign,
};
use aws_smithy_runtime_api::client::auth::{AuthSchemeOptionResolverParams, ResolveAuthSchemeOptions};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;
use std::borrow::Cow;
use std::fmt::{self, Display, Formatter};

/// Signature Version 4.
pub(crate) const SIGV4: AuthSchemeId = AuthSchemeId::new("sigv4");

/// Signature Version 4A.
pub(crate) const SIGV4A: AuthSchemeId = AuthSchemeId::new("sigv4a");

/// The header `Authorization` with a bearer token.
pub(crate) const BEARER: AuthSchemeId = AuthSchemeId::new("httpBearerAuth");

/// The header `Authorization` with a user's name and password.
#[cfg(feature = "http-auth")]
pub(crate) const BASIC: AuthSchemeId = AuthSchemeId::new("httpBasicAuth");

/// The header `Authorization` with a digest of a user's password.
#[cfg(feature = "digest-auth")]
pub(crate) const DIGEST: AuthSchemeId = AuthSchemeId::new("httpDigestAuth");

/// An API key.
#[cfg(feature = "http-auth")]
pub(crate) const API_KEY: AuthSchemeId = AuthSchemeId::new("httpApiKeyAuth");

/// The scheme that leaves requests as they are.
pub(crate) const NO_AUTH: AuthSchemeId = AuthSchemeId::new("noAuth");

/// What a scheme is chosen by.
#[derive(Clone, Debug, PartialEq)]
pub struct Params {
    operation_name: Cow<'static, str>,
}

impl Params {
    /// Starts from nothing.
    pub fn builder() -> ParamsBuilder {
        ParamsBuilder::default()
    }

    /// The operation's name in the model, e.g. `GetNetwork`.
    pub fn operation_name(&self) -> &str {
        &self.operation_name
    }
}

/// Makes [`Params`], for a resolver's tests.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParamsBuilder {
    operation_name: Option<Cow<'static, str>>,
}

impl ParamsBuilder {
    /// Sets the operation's name.
    pub fn operation_name(self, name: impl Into<Cow<'static, str>>) -> Self {
        self.set_operation_name(Some(name.into()))
    }

    /// Sets or clears the operation's name.
    pub fn set_operation_name(mut self, name: Option<Cow<'static, str>>) -> Self {
        self.operation_name = name;
        self
    }

    /// Makes the parameters.
    ///
    /// # Errors
    ///
    /// The operation's name is missing.
    pub fn build(self) -> Result<Params, BuildError> {
        self.operation_name.map(|operation_name| Params { operation_name }).ok_or(BuildError(()))
    }
}

/// The operation's name is missing.
#[derive(Clone, Debug)]
pub struct BuildError(());

impl Display for BuildError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("operation_name is required")
    }
}

impl std::error::Error for BuildError {}

/// Chooses a scheme for a call.
pub trait ResolveAuthScheme: Send + Sync + fmt::Debug {
    /// The schemes that will do, the preferred one first; the first one that is known is used.
    fn resolve_auth_scheme<'a>(
        &'a self,
        params: &'a Params,
        cfg: &'a ConfigBag,
        runtime_components: &'a RuntimeComponents,
    ) -> AuthSchemeOptionsFuture<'a>;

    /// Makes it fit for `aws_smithy_runtime_api`.
    fn into_shared_resolver(self) -> SharedAuthSchemeOptionResolver
    where
        Self: Sized + 'static,
    {
        SharedAuthSchemeOptionResolver::new(Typed(self))
    }
}

/// Always chooses SigV4.
#[derive(Debug, Default)]
pub struct DefaultAuthSchemeResolver(());

impl ResolveAuthScheme for DefaultAuthSchemeResolver {
    fn resolve_auth_scheme<'a>(
        &'a self,
        _: &'a Params,
        _: &'a ConfigBag,
        _: &'a RuntimeComponents,
    ) -> AuthSchemeOptionsFuture<'a> {
        AuthSchemeOptionsFuture::ready(Ok(vec![AuthSchemeOption::from(SIGV4)]))
    }
}

/// A resolver of [`Params`] as one of the untyped parameters that `aws_smithy_runtime_api` has.
#[derive(Debug)]
struct Typed<T>(T);

impl<T: ResolveAuthScheme> ResolveAuthSchemeOptions for Typed<T> {
    fn resolve_auth_scheme_options_v2<'a>(
        &'a self,
        params: &'a AuthSchemeOptionResolverParams,
        cfg: &'a ConfigBag,
        components: &'a RuntimeComponents,
    ) -> AuthSchemeOptionsFuture<'a> {
        match params.get::<Params>() {
            Some(params) => self.0.resolve_auth_scheme(params, cfg, components),
            None => AuthSchemeOptionsFuture::ready(Err("authentication parameters are of another type".into())),
        }
    }
}

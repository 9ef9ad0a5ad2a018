//! Proving who calls: choosing a scheme, getting an identity, signing.

use super::Inner;
use super::dispatch::Call;
use crate::config::auth::{AuthScheme, NO_AUTH, Params, SIGV4, SharedAuthScheme};
use crate::error::BoxError;
use crate::identity::IdentityError;
use crate::operation::Auth;
use crate::sign::{Scope, sign_request};
use aws_credential_types::Credentials;
use aws_smithy_runtime_api::client::auth::{AuthSchemeOptionResolverParams, ResolveAuthSchemeOptions};
use aws_smithy_runtime_api::client::identity::{Identity, ResolveCachedIdentity, ResolveIdentity};
use aws_smithy_types::config_bag::ConfigBag;

/// How a request is authorized.
enum Scheme {
    SigV4,
    None,
    /// The program's own.
    Own(SharedAuthScheme),
}

impl Call {
    /// Signs the request by the scheme that the config's resolver chooses, SigV4 if there is none.
    pub(super) async fn authorize(&mut self) -> Result<(), BoxError> {
        let has_credentials = self.inner.identity.is_some();
        if self.auth == Auth::None || self.auth == Auth::Optional && !has_credentials {
            return Ok(());
        }
        match self.scheme().await? {
            Scheme::None => Ok(()),
            Scheme::Own(scheme) => {
                let identity = self.inner.identity(&scheme, &self.hooks.bag).await?;
                self.hooks.sign(&scheme, &identity)
            }
            Scheme::SigV4 => match self.inner.credentials(&self.hooks.bag).await? {
                Some(credentials) => self.sign(credentials),
                None => Ok(()),
            },
        }
    }

    fn sign(&mut self, credentials: Credentials) -> Result<(), BoxError> {
        let inner = self.inner.clone();
        let endpoint = &self.endpoint;
        let region = inner.config.region().map_or("us-east-1", |region| region.as_ref());
        let scope = Scope {
            region: &endpoint.signing_region.clone().unwrap_or_else(|| region.to_owned()),
            name: &endpoint.signing_name.clone().unwrap_or_else(|| inner.service.signing_name.to_owned()),
            time: inner.skew.now(&inner.time),
            single_encoding: endpoint.disable_double_encoding,
        };
        let proof = self.proof.clone();
        sign_request(self.request()?, credentials, scope, &proof)
    }

    async fn scheme(&self) -> Result<Scheme, BoxError> {
        let config = &self.inner.config;
        let known = |id: &_| match config.auth_schemes().find(|scheme| scheme.scheme_id() == *id) {
            Some(own) => Some(Scheme::Own(own)),
            None if *id == SIGV4 => Some(Scheme::SigV4),
            None if *id == NO_AUTH => Some(Scheme::None),
            None => None,
        };
        let Some(resolver) = config.auth_scheme_resolver() else {
            return Ok(known(&SIGV4).unwrap_or(Scheme::SigV4));
        };
        let params = Params::builder().operation_name(self.metadata.name).build()?;
        let params = AuthSchemeOptionResolverParams::new(params);
        let options = resolver.resolve_auth_scheme_options_v2(&params, &self.hooks.bag, &self.inner.components).await?;
        let chosen = options.iter().find_map(|option| known(option.scheme_id()));
        chosen.ok_or_else(|| "no authentication scheme that the resolver chose is known".into())
    }
}

impl Inner {
    /// Credentials to sign with; none where the config allows that.
    async fn credentials(&self, bag: &ConfigBag) -> Result<Option<Credentials>, IdentityError> {
        let (Some(cache), Some(resolver)) = (&self.identity, &self.resolver) else {
            return match self.config.settings.allow_no_auth {
                Some(true) => Ok(None),
                _ => Err(IdentityError::absent()),
            };
        };
        let Some(given) = self.config.identity_cache() else {
            return cache.credentials().await.map(Some);
        };
        let identity = given.resolve_cached_identity(resolver.clone(), &self.components, bag).await;
        let identity = identity.map_err(IdentityError::cache)?;
        match identity.data::<Credentials>() {
            Some(credentials) => Ok(Some(credentials.clone())),
            None => Err(IdentityError::cache("the identity cache gave something other than credentials".into())),
        }
    }

    /// The identity that a program's own scheme signs with, by the program's cache if it set one.
    async fn identity(&self, scheme: &SharedAuthScheme, bag: &ConfigBag) -> Result<Identity, BoxError> {
        let resolver = scheme.identity_resolver(&self.components).ok_or_else(IdentityError::absent)?;
        match self.config.identity_cache() {
            Some(cache) => cache.resolve_cached_identity(resolver, &self.components, bag).await,
            None => resolver.resolve_identity(&self.components, bag).await,
        }
    }
}

//! Proving who calls: choosing a scheme, getting an identity, signing.

use super::Inner;
use super::bag::Bag;
use super::dispatch::Call;
use super::endpoint::is_session;
use super::features::{Features, Origin};
use super::scheme::Scheme;
use crate::config::auth::{AuthScheme, SIGV4, SIGV4A, SharedAuthScheme};
use crate::config::{ProvideToken, Token};
use crate::declare;
use crate::error::BoxError;
use crate::identity::IdentityError;
use crate::sign::{self, Scope, sign_request};
use crate::transport::is_loopback;
use aws_credential_types::Credentials;
use aws_smithy_runtime_api::client::identity::{
    Identity, IdentityCacheLocation, ResolveCachedIdentity, ResolveIdentity, SharedIdentityCache,
    SharedIdentityResolver,
};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use std::time::SystemTime;

/// A token from a file often ends with a line break.
const UNSENDABLE: &str = "the bearer token is empty or has a blank, a line break or another character that an HTTP \
                          header can't hold: correct `token_provider`, or where it takes the token from";

/// The operation that opens a session with a bucket.
pub(super) const OPENS_SESSION: &str = "CreateSession";

/// What a signature is made for, worked out.
pub(super) struct Signing {
    region: String,
    name: String,
    pub(super) time: SystemTime,
    single_encoding: bool,
    with_dot_segments: bool,
    asymmetric: bool,
    of_session: bool,
}

impl Signing {
    pub(super) fn scope(&self) -> Scope<'_> {
        let Self { region, name, time, single_encoding, with_dot_segments, asymmetric, of_session } = self;
        Scope {
            region,
            name,
            time: *time,
            single_encoding: *single_encoding,
            with_dot_segments: *with_dot_segments,
            asymmetric: *asymmetric,
            of_session: *of_session,
        }
    }
}

impl Call {
    /// Makes the request say who calls: by the scheme that the config's resolver chooses, or by the first of the
    /// operation's for which there is an identity.
    pub(super) async fn authorize(&mut self) -> Result<(), BoxError> {
        if self.auth.schemes.is_empty() {
            return Ok(());
        }
        match self.scheme().await? {
            Scheme::None => Ok(()),
            Scheme::Own(scheme) => {
                let identity = self.inner.identity(&scheme, &self.hooks.bag).await?;
                if let Some(credentials) = identity.data::<Credentials>() {
                    self.say(Features::default(), Origin::of(credentials))?;
                }
                self.hooks.sign(&scheme, &identity)
            }
            Scheme::Known(scheme @ (declare::Scheme::SigV4 | declare::Scheme::SigV4a)) => {
                match self.inner.credentials(&self.hooks.bag).await? {
                    Some(credentials) => {
                        self.signed_with = Some(credentials.clone());
                        self.say(self.features_of(scheme), Origin::of(&credentials))?;
                        let credentials = self.of_session(credentials).await?;
                        self.sign(scheme, credentials)
                    }
                    None => Ok(()),
                }
            }
            Scheme::Known(declare::Scheme::Bearer) => match self.inner.token(&self.hooks.bag).await? {
                Some((token, features)) => {
                    self.say(features, Origin::UNKNOWN)?;
                    self.bear(&token)
                }
                None => Ok(()),
            },
            #[cfg(feature = "digest-auth")]
            Scheme::Known(scheme @ declare::Scheme::Digest) => self.log_in(scheme).await,
            #[cfg(feature = "http-auth")]
            Scheme::Known(scheme @ (declare::Scheme::Basic | declare::Scheme::ApiKey(_))) => self.log_in(scheme).await,
        }
    }

    /// Adds a bearer token. It would be anyone's who listens, so it goes over TLS only, or no farther than this machine.
    fn bear(&mut self, token: &Token) -> Result<(), BoxError> {
        let request = self.private_request("a bearer token")?;
        let is_word = !token.token().is_empty() && token.token().bytes().all(|byte| byte.is_ascii_graphic());
        let value = is_word.then(|| http::HeaderValue::try_from(format!("Bearer {}", token.token())).ok()).flatten();
        sign::insert(request, vec![("authorization", value.ok_or(UNSENDABLE)?, true)])
    }

    /// The request, if what it is to have of a secret can be overheard by nobody.
    pub(super) fn private_request(&mut self, secret: &str) -> Result<&mut HttpRequest, BoxError> {
        #[cfg(feature = "http-auth")]
        let (may_be_heard, way_out) = {
            let logins = &self.inner.config.settings.logins;
            (logins.over_http == Some(true), ", or set `allow_logins_over_http` where the network itself encrypts")
        };
        #[cfg(not(feature = "http-auth"))]
        let (may_be_heard, way_out) = (false, "");
        let request = self.request()?;
        match may_be_heard || request.uri().starts_with("https:") || is_loopback(request.uri()) {
            true => Ok(request),
            false => Err(format!("{secret} is sent over https only: correct `endpoint_url`{way_out}").into()),
        }
    }

    fn sign(&mut self, scheme: declare::Scheme, credentials: Credentials) -> Result<(), BoxError> {
        let signing = self.signing(scheme)?;
        let payload_hash = self.payload_hash.clone();
        #[cfg(feature = "event-stream")]
        let sealed_with = credentials.clone();
        let _signature = sign_request(self.request()?, credentials, signing.scope(), &payload_hash)?;
        #[cfg(feature = "event-stream")]
        self.seal(sealed_with, signing.region, signing.name, _signature);
        Ok(())
    }

    /// Whether the endpoint takes requests only that are signed by the credentials of a session with the bucket. The call that
    /// opens one has none yet, wherever it goes.
    pub(super) fn has_session(&self) -> bool {
        self.place.endpoint.auth_scheme.as_deref().is_some_and(is_session) && self.metadata.name != OPENS_SESSION
    }

    /// The credentials to sign with: those of a session, where the endpoint asks for such.
    #[cfg(feature = "s3")]
    pub(super) async fn of_session(&self, credentials: Credentials) -> Result<Credentials, BoxError> {
        match self.bucket.as_deref().filter(|_| self.has_session()) {
            Some(bucket) => self.inner.session(bucket, &credentials).await,
            None => Ok(credentials),
        }
    }

    /// Other services have no sessions.
    #[cfg(not(feature = "s3"))]
    pub(super) async fn of_session(&self, credentials: Credentials) -> Result<Credentials, BoxError> {
        Ok(credentials)
    }

    /// What a signature of this call is made for.
    pub(super) fn signing(&self, scheme: declare::Scheme) -> Result<Signing, BoxError> {
        let (inner, endpoint) = (&self.inner, &self.place.endpoint);
        let region = inner.config.region().map_or("us-east-1", |region| region.as_ref());
        let asymmetric = scheme == declare::Scheme::SigV4a;
        let region = match asymmetric {
            true => inner.region_set(endpoint, region)?,
            false => endpoint.signing_region.clone().unwrap_or_else(|| region.to_owned()),
        };
        Ok(Signing {
            region,
            name: endpoint.signing_name.clone().unwrap_or_else(|| inner.service.signing_name.to_owned()),
            time: inner.shared.skew.now(&inner.time)?,
            single_encoding: endpoint.disable_double_encoding,
            with_dot_segments: endpoint.disable_normalize_path,
            asymmetric,
            of_session: self.has_session(),
        })
    }
}

impl Inner {
    pub(super) fn environment_token(&self) -> Option<Token> {
        self.config.settings.token_for(self.service.signing_name)
    }

    /// A token to bear, and where it is from; none where the config allows that.
    pub(super) async fn token(&self, _bag: &Bag) -> Result<Option<(Token, Features)>, IdentityError> {
        if let Some(token) = self.environment_token() {
            return Ok(Some((token, Features::BEARER_SERVICE_ENV_VARS)));
        }
        let other = |token| Some((token, Features::default()));
        #[cfg(feature = "http-auth")]
        if let Some(token) = self.login::<Token>(declare::Scheme::Bearer, _bag).await? {
            return Ok(other(token));
        }
        match (self.config.token_provider(), self.config.settings.allow_no_auth) {
            (Some(provider), _) => {
                let token = provider.provide_token().await;
                token.map(other).map_err(|error| IdentityError::token_failed(error.into()))
            }
            (None, Some(true)) => Ok(None),
            (None, _) if self.is_plain => Err(IdentityError::none_of(&[declare::Scheme::Bearer])),
            (None, _) => Err(IdentityError::no_token()),
        }
    }

    /// Credentials to sign with; none where the config allows that.
    pub(super) async fn credentials(&self, bag: &Bag) -> Result<Option<Credentials>, IdentityError> {
        let (Some(cache), Some(resolver)) = (&self.shared.identity, &self.resolver) else {
            return match self.config.settings.allow_no_auth {
                Some(true) => Ok(None),
                _ => Err(IdentityError::absent()),
            };
        };
        let Some(given) = self.config.identity_cache() else {
            return cache.credentials().await.map(Some);
        };
        let identity = self.resolve(Some(given), resolver.clone(), bag).await;
        let identity = identity.map_err(IdentityError::failed)?;
        match identity.data::<Credentials>() {
            Some(credentials) => Ok(Some(credentials.clone())),
            None => Err(IdentityError::failed("the identity cache gave something other than credentials".into())),
        }
    }

    /// The identity that a program's own scheme signs with, by the program's cache if it set one.
    async fn identity(&self, scheme: &SharedAuthScheme, bag: &Bag) -> Result<Identity, BoxError> {
        let id = scheme.scheme_id();
        let of_aws = !self.is_plain && [SIGV4, SIGV4A].contains(&id);
        let missing = || if of_aws { IdentityError::absent() } else { IdentityError::none_for(&id) };
        let resolver = scheme.identity_resolver(&self.components).ok_or_else(missing)?;
        let cache = self.config.identity_cache().or_else(|| self.cache_of(&resolver));
        self.resolve(cache, resolver, bag).await
    }

    /// The client's own cache, for a login or a key of its config.
    #[cfg(feature = "http-auth")]
    fn cache_of(&self, resolver: &SharedIdentityResolver) -> Option<SharedIdentityCache> {
        let logins = &self.config.settings.logins;
        let mut known = [&logins.bearer, &logins.basic, &logins.digest, &logins.api_key].into_iter().flatten();
        let is_login = known.any(|login| login.cache_partition() == resolver.cache_partition());
        is_login.then(|| self.shared.logins.clone())
    }

    #[cfg(not(feature = "http-auth"))]
    fn cache_of(&self, _: &SharedIdentityResolver) -> Option<SharedIdentityCache> {
        None
    }

    /// An identity, by a cache unless the resolver has one of its own.
    pub(super) async fn resolve(
        &self,
        cache: Option<SharedIdentityCache>,
        resolver: SharedIdentityResolver,
        bag: &Bag,
    ) -> Result<Identity, BoxError> {
        let keeps = matches!(resolver.cache_location(), IdentityCacheLocation::IdentityResolver);
        match cache.filter(|_| !keeps) {
            Some(cache) => cache.resolve_cached_identity(resolver, &self.components, bag.get()).await,
            None => resolver.resolve_identity(&self.components, bag.get()).await,
        }
    }
}

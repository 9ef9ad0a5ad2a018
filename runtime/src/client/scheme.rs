//! By which scheme of authentication a call says who makes it.

use super::Inner;
use super::dispatch::Call;
use super::offered::offered;
#[cfg(feature = "digest-auth")]
use crate::config::auth::DIGEST;
#[cfg(feature = "http-auth")]
use crate::config::auth::{API_KEY, BASIC};
use crate::config::auth::{AuthScheme, AuthSchemeId, BEARER, NO_AUTH, Params, SIGV4, SIGV4A, SharedAuthScheme};
use crate::declare;
use crate::error::BoxError;
use crate::identity::IdentityError;
use crate::sign;
use aws_smithy_runtime_api::client::auth::{AuthSchemeOptionResolverParams, ResolveAuthSchemeOptions};

/// How a request is authorized.
pub(super) enum Scheme {
    Known(declare::Scheme),
    None,
    /// The program's own.
    Own(SharedAuthScheme),
}

impl Call {
    /// The scheme that the config's resolver chooses, or the first of the operation's for which there is an identity.
    pub(super) async fn scheme(&self) -> Result<Scheme, BoxError> {
        let config = &self.inner.config;
        let known = |id: &_| match config.auth_schemes().find(|scheme| scheme.scheme_id() == *id) {
            Some(own) => Some(Scheme::Own(own)),
            None if *id == NO_AUTH => Some(Scheme::None),
            None => self.known().find(|scheme| scheme_id(*scheme) == *id).map(Scheme::Known),
        };
        let Some(resolver) = config.auth_scheme_resolver() else {
            let schemes = self.by_preference();
            let usable = schemes.iter().find_map(|scheme| match known(&scheme_id(*scheme)) {
                Some(Scheme::Known(scheme)) => self.inner.has_identity(scheme).then_some(Scheme::Known(scheme)),
                own => own,
            });
            return Ok(match (usable, schemes.first()) {
                (Some(usable), _) => usable,
                (None, Some(_)) if !self.auth.optional && self.inner.has_logins(&schemes) => {
                    return Err(IdentityError::none_of(&schemes).into());
                }
                // The first scheme says what is missing.
                (None, Some(first)) if !self.auth.optional => Scheme::Known(*first),
                _ => Scheme::None,
            });
        };
        let params = Params::builder().operation_name(self.metadata.name).build()?;
        let params = AuthSchemeOptionResolverParams::new(params);
        let options =
            resolver.resolve_auth_scheme_options_v2(&params, self.hooks.bag.get(), &self.inner.components).await?;
        let chosen = options.iter().find_map(|option| match known(option.scheme_id()) {
            // What the program's resolver calls `sigv4` is here as the endpoint has it.
            Some(Scheme::Known(scheme)) => offered(&[scheme], &self.place.endpoint).first().copied().map(Scheme::Known),
            chosen => chosen,
        });
        chosen.ok_or_else(|| "no authentication scheme that the resolver chose is known".into())
    }

    /// The schemes that can be chosen by their names: the two signatures and bearer tokens, and those of the operation.
    fn known(&self) -> impl Iterator<Item = declare::Scheme> {
        const EVERYWHERE: [declare::Scheme; 3] =
            [declare::Scheme::SigV4, declare::Scheme::SigV4a, declare::Scheme::Bearer];
        EVERYWHERE.into_iter().chain(self.auth.schemes.iter().copied())
    }

    /// The schemes that operation and endpoint take; those that the config prefers come first, a token from the environment
    /// before all.
    fn by_preference(&self) -> Vec<declare::Scheme> {
        let mut schemes = offered(self.auth.schemes, &self.place.endpoint);
        #[cfg(feature = "event-stream")]
        if self.flow.is_some() {
            without_sigv4a(&mut schemes);
        }
        if schemes.len() < 2 {
            return schemes;
        }
        let preferred: Vec<AuthSchemeId> = match self.inner.config.auth_scheme_preference() {
            Some(preference) => preference.clone().into_iter().collect(),
            None if self.inner.environment_token().is_some() => vec![BEARER],
            None => Vec::new(),
        };
        let rank = |scheme: &declare::Scheme| preferred.iter().position(|id| *id == scheme_id(*scheme));
        schemes.sort_by_key(|scheme| rank(scheme).unwrap_or(preferred.len()));
        schemes
    }
}

/// Leaves out the one signature that messages of a stream have no form for, unless that leaves nothing: then signing says so.
#[cfg(feature = "event-stream")]
fn without_sigv4a(schemes: &mut Vec<declare::Scheme>) {
    if schemes.iter().any(|scheme| *scheme != declare::Scheme::SigV4a) {
        schemes.retain(|scheme| *scheme != declare::Scheme::SigV4a);
    }
}

fn scheme_id(scheme: declare::Scheme) -> AuthSchemeId {
    match scheme {
        declare::Scheme::SigV4 => SIGV4,
        declare::Scheme::SigV4a => SIGV4A,
        declare::Scheme::Bearer => BEARER,
        #[cfg(feature = "http-auth")]
        declare::Scheme::Basic => BASIC,
        #[cfg(feature = "digest-auth")]
        declare::Scheme::Digest => DIGEST,
        #[cfg(feature = "http-auth")]
        declare::Scheme::ApiKey(_) => API_KEY,
    }
}

impl Inner {
    pub(super) fn has_identity(&self, scheme: declare::Scheme) -> bool {
        match scheme {
            declare::Scheme::SigV4 => self.shared.identity.is_some(),
            declare::Scheme::SigV4a => sign::HAS_SIGV4A && self.shared.identity.is_some(),
            #[cfg(feature = "http-auth")]
            declare::Scheme::Bearer if self.login_resolver(scheme).is_some() => true,
            declare::Scheme::Bearer => self.config.token_provider().is_some() || self.environment_token().is_some(),
            #[cfg(feature = "digest-auth")]
            declare::Scheme::Digest => self.login_resolver(scheme).is_some(),
            #[cfg(feature = "http-auth")]
            declare::Scheme::Basic | declare::Scheme::ApiKey(_) => self.login_resolver(scheme).is_some(),
        }
    }

    /// Whether what is missing is said of all schemes at once: of those of a service that isn't AWS's, and where one takes
    /// something that `aws-config` doesn't load. A program that wants to send requests as they are needs none.
    fn has_logins(&self, schemes: &[declare::Scheme]) -> bool {
        let of_aws = |scheme: &declare::Scheme| {
            matches!(scheme, declare::Scheme::SigV4 | declare::Scheme::SigV4a | declare::Scheme::Bearer)
        };
        self.config.settings.allow_no_auth != Some(true) && (self.is_plain || !schemes.iter().all(of_aws))
    }
}

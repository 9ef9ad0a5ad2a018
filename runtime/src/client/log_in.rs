//! Logins and API keys: who calls, as services have it that know nothing of signatures (Smithy 2.0, "Authentication traits").
//!
//! In: what the program set, from wherever that takes it. Out: a request with it. None of it is shown in errors, and what a
//! message can't hold is refused before anything is sent.

use super::Inner;
use super::bag::Bag;
use super::dispatch::Call;
use crate::config::Login;
use crate::config::Token;
use crate::declare::{ApiKey, Scheme};
use crate::error::BoxError;
use crate::identity::IdentityError;
use crate::sign::{check_login, insert};
use crate::uri::encode;
use aws_smithy_runtime_api::client::identity::{Identity, SharedIdentityResolver};
use aws_smithy_types::base64;
use http::{HeaderName, HeaderValue};
use std::fmt::Debug;

impl Call {
    /// Adds what the scheme wants; nothing, where the config allows that and has nothing.
    pub(super) async fn log_in(&mut self, scheme: Scheme) -> Result<(), BoxError> {
        let added = match scheme {
            #[cfg(feature = "digest-auth")]
            Scheme::Digest => match self.inner.login::<Login>(scheme, &self.hooks.bag).await? {
                Some(login) => Some(self.add_digest(&login)?),
                None => None,
            },
            Scheme::ApiKey(place) => match self.inner.login::<Token>(scheme, &self.hooks.bag).await? {
                Some(key) => Some(self.add_key(place, key.token())?),
                None => None,
            },
            _ => match self.inner.login::<Login>(scheme, &self.hooks.bag).await? {
                Some(login) => Some(self.add_password(&login)?),
                None => None,
            },
        };
        match (added, self.inner.config.settings.allow_no_auth) {
            (None, None | Some(false)) => Err(IdentityError::none_of(&[scheme]).into()),
            _ => Ok(()),
        }
    }

    /// `Authorization: Basic …` ([RFC 7617](https://www.rfc-editor.org/rfc/rfc7617)).
    fn add_password(&mut self, login: &Login) -> Result<(), BoxError> {
        let request = self.private_request("a password")?;
        check_login("basic_auth_login", login)?;
        if login.user().contains(':') {
            return Err("the user of the login has a colon, which would end it: correct `basic_auth_login`".into());
        }
        let both = base64::encode(format!("{}:{}", login.user(), login.password()));
        let value = HeaderValue::try_from(format!("Basic {both}"))?;
        insert(request, vec![(http::header::AUTHORIZATION, value, true)])
    }

    /// A key where the service looks for it.
    fn add_key(&mut self, place: ApiKey, key: &str) -> Result<(), BoxError> {
        let request = self.private_request("an API key")?;
        let fits = match place {
            ApiKey::Query(_) => !key.is_empty() && !key.chars().any(char::is_control),
            ApiKey::Header(_) | ApiKey::Behind(..) => {
                !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_graphic())
            }
        };
        if !fits {
            return Err(UNSENDABLE.into());
        }
        let (name, value) = match place {
            ApiKey::Header(name) => (name, key.to_owned()),
            ApiKey::Behind(name, word) => (name, format!("{word} {key}")),
            ApiKey::Query(name) => {
                let url = request.uri();
                let mark = if url.contains('?') { '&' } else { '?' };
                let url = format!("{url}{mark}{}={}", encode(name), encode(key));
                return Ok(request.set_uri(url)?);
            }
        };
        let name = HeaderName::try_from(name)?;
        insert(request, vec![(name, HeaderValue::try_from(value).map_err(|_| UNSENDABLE)?, true)])
    }
}

/// A key from a file often ends with a line break.
const UNSENDABLE: &str = "the API key is empty or has a blank, a line break or another character that a request can't hold \
                          where the service looks for it: correct `api_key`, or where it takes the key from";

impl Inner {
    /// What the program set for a scheme.
    pub(super) fn login_resolver(&self, scheme: Scheme) -> Option<&SharedIdentityResolver> {
        let logins = &self.config.settings.logins;
        match scheme {
            Scheme::Bearer => logins.bearer.as_ref(),
            Scheme::Basic => logins.basic.as_ref(),
            #[cfg(feature = "digest-auth")]
            Scheme::Digest => logins.digest.as_ref(),
            Scheme::ApiKey(_) => logins.api_key.as_ref(),
            Scheme::SigV4 | Scheme::SigV4a => None,
        }
    }

    /// What the program set for a scheme, from its cache or the client's own.
    pub(super) async fn login<T: Clone + Debug + Send + Sync + 'static>(
        &self,
        scheme: Scheme,
        bag: &Bag,
    ) -> Result<Option<T>, IdentityError> {
        let Some(identity) = self.login_identity(scheme, bag).await? else { return Ok(None) };
        match identity.data::<T>() {
            Some(login) => Ok(Some(login.clone())),
            None => Err(IdentityError::login_failed(scheme, "what it gives is of another type".into())),
        }
    }

    async fn login_identity(&self, scheme: Scheme, bag: &Bag) -> Result<Option<Identity>, IdentityError> {
        let Some(resolver) = self.login_resolver(scheme) else { return Ok(None) };
        let own = || self.shared.logins.clone();
        let cache = self.config.identity_cache().unwrap_or_else(own);
        let found = self.resolve(Some(cache), resolver.clone(), bag).await;
        found.map(Some).map_err(|error| IdentityError::login_failed(scheme, error))
    }

    /// Loads logins and keys into the cache. Where requests have a key doesn't matter for that.
    pub(super) async fn load_logins(&self, bag: &Bag) -> Result<(), IdentityError> {
        const SCHEMES: &[Scheme] = &[
            Scheme::Basic,
            #[cfg(feature = "digest-auth")]
            Scheme::Digest,
            Scheme::ApiKey(ApiKey::Header("")),
        ];
        for scheme in SCHEMES {
            self.login_identity(*scheme, bag).await?;
        }
        Ok(())
    }
}

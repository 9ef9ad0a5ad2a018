//! Logins, API keys, and tokens from resolvers: the identities of services that know nothing of signatures.
//!
//! The setters have the names of those that clients of the AWS SDK for Rust's generator have.

use super::{Builder, Token};
pub use aws_smithy_runtime_api::client::identity::http::Login;
pub use aws_smithy_runtime_api::client::identity::{Identity, IdentityFuture, ResolveIdentity, SharedIdentityResolver};
use std::fmt::{self, Debug, Formatter};

/// What a program set for each scheme.
#[derive(Clone, Default)]
pub(crate) struct Logins {
    pub(crate) bearer: Option<SharedIdentityResolver>,
    pub(crate) basic: Option<SharedIdentityResolver>,
    pub(crate) digest: Option<SharedIdentityResolver>,
    pub(crate) api_key: Option<SharedIdentityResolver>,
    /// Whether they are sent where others may listen.
    pub(crate) over_http: Option<bool>,
}

impl Logins {
    /// These, and where nothing is set, those of `old`.
    pub(crate) fn or(self, old: Self) -> Self {
        Logins {
            bearer: self.bearer.or(old.bearer),
            basic: self.basic.or(old.basic),
            digest: self.digest.or(old.digest),
            api_key: self.api_key.or(old.api_key),
            over_http: self.over_http.or(old.over_http),
        }
    }
}

impl Debug for Logins {
    /// Resolvers may hold secrets, so that only their presence is shown.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Logins { bearer, basic, digest, api_key, over_http: _ } = self;
        let set = [
            ("bearer_token", bearer),
            ("basic_auth_login", basic),
            ("digest_auth_login", digest),
            ("api_key", api_key),
        ];
        f.debug_set().entries(set.iter().filter(|(_, set)| set.is_some()).map(|(name, _)| name)).finish()
    }
}

/// The setters of one scheme's identity.
macro_rules! setters {
    ($($what:literal, $field:ident: $type:ty, $name:ident, $set:ident, $resolver:ident, $set_resolver:ident;)+) => {
        impl Builder {
            $(
                #[doc = concat!($what, ", for operations that take one.")]
                pub fn $name(self, value: $type) -> Self {
                    self.$resolver(value)
                }

                #[doc = concat!("Sets or clears what [`", stringify!($name), "`](Self::", stringify!($name), ") sets.")]
                pub fn $set(&mut self, value: Option<$type>) -> &mut Self {
                    self.$set_resolver(value.map(SharedIdentityResolver::new))
                }

                #[doc = concat!($what, " from wherever this takes it; it is kept until shortly before it expires, unless the")]
                /// resolver says that it keeps it itself (`cache_location`).
                pub fn $resolver(mut self, resolver: impl ResolveIdentity + 'static) -> Self {
                    self.$set_resolver(Some(SharedIdentityResolver::new(resolver)));
                    self
                }

                #[doc = concat!("Sets or clears what [`", stringify!($resolver), "`](Self::", stringify!($resolver), ") sets.")]
                pub fn $set_resolver(&mut self, resolver: Option<SharedIdentityResolver>) -> &mut Self {
                    self.settings.logins.$field = resolver;
                    self
                }
            )+
        }
    };
}

#[cfg(feature = "digest-auth")]
setters! {
    "A user's name and password, of which a digest is sent", digest: Login,
        digest_auth_login, set_digest_auth_login, digest_auth_login_resolver, set_digest_auth_login_resolver;
}

setters! {
    "A user's name and password", basic: Login,
        basic_auth_login, set_basic_auth_login, basic_auth_login_resolver, set_basic_auth_login_resolver;
    "An API key", api_key: Token, api_key, set_api_key, api_key_resolver, set_api_key_resolver;
}

impl Builder {
    /// Sends passwords, their digests, keys and tokens by `http://`, too, where anyone on the way can read them: for networks that encrypt by
    /// themselves. Without it such calls fail, but for this machine's own addresses.
    pub fn allow_logins_over_http(mut self) -> Self {
        self.set_allow_logins_over_http(Some(true));
        self
    }

    /// Sets or clears what [`allow_logins_over_http`](Self::allow_logins_over_http) sets.
    pub fn set_allow_logins_over_http(&mut self, allow: Option<bool>) -> &mut Self {
        self.settings.logins.over_http = allow;
        self
    }

    /// A bearer token from wherever this takes it; it is kept until shortly before it expires, unless the resolver says that it
    /// keeps it itself (`cache_location`).
    pub fn bearer_token_resolver(mut self, resolver: impl ResolveIdentity + 'static) -> Self {
        self.set_bearer_token_resolver(Some(SharedIdentityResolver::new(resolver)));
        self
    }

    /// Sets or clears what [`bearer_token_resolver`](Self::bearer_token_resolver) sets, and what
    /// [`bearer_token`](Self::bearer_token) does.
    pub fn set_bearer_token_resolver(&mut self, resolver: Option<SharedIdentityResolver>) -> &mut Self {
        self.set_token_provider(None);
        self.settings.logins.bearer = resolver;
        self
    }
}

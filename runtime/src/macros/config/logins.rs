//! The settings of services whose callers say who they are.

/// What a service has whose callers say who they are.
#[macro_export]
#[doc(hidden)]
macro_rules! __plain_logins {
    () => {};
    ($($login:ident),+) => {
        pub use $crate::config::{
            AuthSchemePreference, Identity, IdentityCache, IdentityFuture, Login, ProvideToken, ResolveCachedIdentity,
            ResolveIdentity, SharedIdentityCache, SharedIdentityResolver, SharedTokenProvider, Token,
        };

        /// Schemes of authentication: which one a call uses, and ones that a program brings along.
        pub mod auth {
            pub use $crate::config::auth::{
                AuthScheme, AuthSchemeId, AuthSchemeOption, AuthSchemeOptionsFuture, Params, ResolveAuthScheme,
                SharedAuthScheme, SharedAuthSchemeOptionResolver, Sign,
            };
        }

        impl Builder {
            /// Keeps logins and tokens in this in place of the client's own cache, e.g. to share it among clients.
            pub fn identity_cache(self, cache: impl ResolveCachedIdentity + 'static) -> Self {
                Self(self.0.identity_cache(cache))
            }

            /// Sets what [`identity_cache`](Self::identity_cache) sets.
            pub fn set_identity_cache(&mut self, cache: impl ResolveCachedIdentity + 'static) -> &mut Self {
                self.0.set_identity_cache(cache);
                self
            }

            /// Which scheme of authentication comes first where an operation takes several, e.g. `httpBasicAuth`. Unset, the
            /// first of the model's for which the config has what it needs.
            pub fn auth_scheme_preference(
                self,
                preference: impl ::std::convert::Into<AuthSchemePreference>,
            ) -> Self {
                Self(self.0.auth_scheme_preference(preference))
            }

            /// Sets or clears what [`auth_scheme_preference`](Self::auth_scheme_preference) sets.
            pub fn set_auth_scheme_preference(
                &mut self,
                preference: ::std::option::Option<AuthSchemePreference>,
            ) -> &mut Self {
                self.0.set_auth_scheme_preference(preference);
                self
            }

            /// Sends passwords, keys and tokens by `http://`, too, where anyone on the way can read them: for networks that
            /// encrypt by themselves. Without it such calls fail, but for this machine's own addresses.
            pub fn allow_logins_over_http(self) -> Self {
                Self(self.0.allow_logins_over_http())
            }

            /// Sets or clears what [`allow_logins_over_http`](Self::allow_logins_over_http) sets.
            pub fn set_allow_logins_over_http(&mut self, allow: ::std::option::Option<bool>) -> &mut Self {
                self.0.set_allow_logins_over_http(allow);
                self
            }

            /// Adds an authentication scheme, for a resolver to choose; see [`auth`].
            pub fn push_auth_scheme(self, scheme: impl auth::AuthScheme + 'static) -> Self {
                Self(self.0.push_auth_scheme(scheme))
            }

            /// Chooses each call's authentication scheme with this; see [`auth`].
            pub fn auth_scheme_resolver(self, resolver: impl auth::ResolveAuthScheme + 'static) -> Self {
                Self(self.0.auth_scheme_resolver(resolver))
            }

            /// Sets what [`auth_scheme_resolver`](Self::auth_scheme_resolver) sets.
            pub fn set_auth_scheme_resolver(&mut self, resolver: impl auth::ResolveAuthScheme + 'static) -> &mut Self {
                self.0.set_auth_scheme_resolver(resolver);
                self
            }
        }

        impl Config {
            /// What keeps logins and tokens; the client's own cache where unset.
            pub fn identity_cache(&self) -> ::std::option::Option<SharedIdentityCache> {
                self.0.identity_cache()
            }

            /// Which scheme of authentication comes first where an operation takes several.
            pub fn auth_scheme_preference(&self) -> ::std::option::Option<&AuthSchemePreference> {
                self.0.auth_scheme_preference()
            }

            /// Authentication schemes that were added.
            pub fn auth_schemes(&self) -> impl ::std::iter::Iterator<Item = auth::SharedAuthScheme> + '_ {
                self.0.auth_schemes()
            }

            /// What chooses a scheme for a call; the model's order decides where unset.
            pub fn auth_scheme_resolver(&self) -> ::std::option::Option<auth::SharedAuthSchemeOptionResolver> {
                self.0.auth_scheme_resolver()
            }
        }

        $( $crate::__plain_login! { $login } )+
    };
}

/// The setters of a login.
#[macro_export]
#[doc(hidden)]
macro_rules! __plain_login {
    (api_key) => {
        $crate::__plain_login! {
            "An API key" Token: api_key, set_api_key, api_key_resolver, set_api_key_resolver
        }
    };
    (basic_auth_login) => {
        $crate::__plain_login! {
            "A user's name and password, which are sent as they are" Login: basic_auth_login, set_basic_auth_login,
            basic_auth_login_resolver, set_basic_auth_login_resolver
        }
    };
    (digest_auth_login) => {
        $crate::__plain_login! {
            "A user's name and password, of which a digest is sent" Login: digest_auth_login, set_digest_auth_login,
            digest_auth_login_resolver, set_digest_auth_login_resolver
        }
    };
    (bearer_token) => {
        $crate::__plain_login! {
            "A bearer token" Token: bearer_token, set_bearer_token, bearer_token_resolver, set_bearer_token_resolver
        }

        impl Builder {
            /// Takes bearer tokens from this, at each call.
            pub fn token_provider(self, provider: impl ProvideToken + 'static) -> Self {
                Self(self.0.token_provider(provider))
            }

            /// Sets or clears what [`token_provider`](Self::token_provider) sets.
            pub fn set_token_provider(&mut self, provider: ::std::option::Option<SharedTokenProvider>) -> &mut Self {
                self.0.set_token_provider(provider);
                self
            }
        }

        impl Config {
            /// Where bearer tokens come from.
            pub fn token_provider(&self) -> ::std::option::Option<SharedTokenProvider> {
                self.0.token_provider()
            }
        }
    };
    ($what:literal $type:ident: $name:ident, $set:ident, $resolver:ident, $set_resolver:ident) => {
        impl Builder {
            #[doc = concat!($what, ", for operations that take it.")]
            pub fn $name(self, value: $type) -> Self {
                Self(self.0.$name(value))
            }

            #[doc = concat!("Sets or clears what [`", stringify!($name), "`](Self::", stringify!($name), ") sets.")]
            pub fn $set(&mut self, value: ::std::option::Option<$type>) -> &mut Self {
                self.0.$set(value);
                self
            }

            #[doc = concat!($what, ", from wherever this takes it; it is kept until shortly before it expires.")]
            pub fn $resolver(self, resolver: impl ResolveIdentity + 'static) -> Self {
                Self(self.0.$resolver(resolver))
            }

            #[doc = concat!("Sets or clears what [`", stringify!($resolver), "`](Self::", stringify!($resolver), ") sets.")]
            pub fn $set_resolver(&mut self, resolver: ::std::option::Option<SharedIdentityResolver>) -> &mut Self {
                self.0.$set_resolver(resolver);
                self
            }
        }
    };
}

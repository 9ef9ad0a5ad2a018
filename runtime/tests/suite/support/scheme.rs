//! A way of authentication of a program's own: a header that holds the identity.

use aws_smithy_runtime_api::client::auth::{AuthScheme, AuthSchemeEndpointConfig, AuthSchemeId, Sign};
use aws_smithy_runtime_api::client::identity::{Identity, IdentityFuture, ResolveIdentity, SharedIdentityResolver};
use aws_smithy_runtime_api::client::runtime_components::GetIdentityResolver;
use sdk_runtime::config::http::HttpRequest;
use sdk_runtime::config::{ConfigBag, RuntimeComponents};
use sdk_runtime::error::BoxError;

/// Signs with the header `x-stamp`, for the identity of this name unless a cache gives another.
#[derive(Clone, Debug)]
pub struct Stamp(pub &'static str);

impl Stamp {
    pub const ID: AuthSchemeId = AuthSchemeId::new("stamp");
}

impl AuthScheme for Stamp {
    fn scheme_id(&self) -> AuthSchemeId {
        Self::ID
    }

    fn identity_resolver(&self, _: &dyn GetIdentityResolver) -> Option<SharedIdentityResolver> {
        Some(SharedIdentityResolver::new(self.clone()))
    }

    fn signer(&self) -> &dyn Sign {
        self
    }
}

impl ResolveIdentity for Stamp {
    fn resolve_identity<'a>(&'a self, _: &'a RuntimeComponents, _: &'a ConfigBag) -> IdentityFuture<'a> {
        IdentityFuture::ready(Ok(Identity::new(self.0, None)))
    }
}

impl Sign for Stamp {
    fn sign_http_request(
        &self,
        request: &mut HttpRequest,
        identity: &Identity,
        _: AuthSchemeEndpointConfig<'_>,
        _: &RuntimeComponents,
        _: &ConfigBag,
    ) -> Result<(), BoxError> {
        request.headers_mut().insert("x-stamp", *identity.data::<&str>().ok_or("no identity")?);
        Ok(())
    }
}

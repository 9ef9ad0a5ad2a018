//! Schemes of a program's own, which ask the client for logins, keys and tokens.

use crate::support;
use crate::support::SERVICE;
use crate::support::server::{Reply, Server};
use aws_smithy_runtime_api::client::auth::{AuthScheme, AuthSchemeEndpointConfig, AuthSchemeId, Sign};
use aws_smithy_runtime_api::client::identity::IdentityCacheLocation;
use aws_smithy_runtime_api::client::runtime_components::GetIdentityResolver;
use sdk_runtime::Handle;
use sdk_runtime::config::http::HttpRequest;
use sdk_runtime::config::{
    Builder, ConfigBag, Credentials, Identity, IdentityCache, IdentityFuture, Login, ResolveIdentity,
    RuntimeComponents, SharedIdentityResolver, Token,
};
use sdk_runtime::declare::{ApiKey, Auth, Scheme};
use sdk_runtime::error::BoxError;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

const ALL: &[Scheme] =
    &[Scheme::ApiKey(ApiKey::Header("x-key")), Scheme::Basic, Scheme::Bearer, Scheme::Digest, Scheme::SigV4];

support::asking! {
    Any: Auth { schemes: ALL, optional: false };
}

/// Stands in place of this scheme, and asks the client for the identity: the header `x-own` has it.
#[derive(Clone, Debug)]
struct Own(AuthSchemeId);

impl AuthScheme for Own {
    fn scheme_id(&self) -> AuthSchemeId {
        self.0.clone()
    }

    fn identity_resolver(&self, resolvers: &dyn GetIdentityResolver) -> Option<SharedIdentityResolver> {
        resolvers.identity_resolver(self.0.clone())
    }

    fn signer(&self) -> &dyn Sign {
        self
    }
}

impl Sign for Own {
    fn sign_http_request(
        &self,
        request: &mut HttpRequest,
        identity: &Identity,
        _: AuthSchemeEndpointConfig<'_>,
        _: &RuntimeComponents,
        _: &ConfigBag,
    ) -> Result<(), BoxError> {
        let token = identity.data::<Token>().map(|token| token.token().to_owned());
        let login = identity.data::<Login>().map(|login| login.user().to_owned());
        let key = identity.data::<Credentials>().map(|key| key.access_key_id().to_owned());
        request.headers_mut().insert("x-own", token.or(login).or(key).ok_or("something else")?);
        Ok(())
    }
}

const SCHEMES: [&str; 5] = ["httpApiKeyAuth", "httpBasicAuth", "httpBearerAuth", "httpDigestAuth", "sigv4"];

/// Chooses one scheme.
#[derive(Debug)]
struct Only(AuthSchemeId);

impl sdk_runtime::config::auth::ResolveAuthScheme for Only {
    fn resolve_auth_scheme<'a>(
        &'a self,
        _: &'a sdk_runtime::config::auth::Params,
        _: &'a ConfigBag,
        _: &'a RuntimeComponents,
    ) -> aws_smithy_runtime_api::client::auth::AuthSchemeOptionsFuture<'a> {
        aws_smithy_runtime_api::client::auth::AuthSchemeOptionsFuture::ready(Ok(vec![self.0.clone().into()]))
    }
}

/// A config whose calls are signed by the program's own scheme of this name.
fn own(scheme: &'static str) -> Builder {
    let id = AuthSchemeId::new(scheme);
    Builder::new().push_auth_scheme(Own(id.clone())).auth_scheme_resolver(Only(id))
}

#[tokio::test]
async fn a_scheme_of_ones_own_is_given_what_the_config_has() {
    let server = Server::start(vec![Reply::Http(200, "", "{}"); SCHEMES.len()]).await;
    for scheme in SCHEMES {
        let config = own(scheme)
            .api_key("key".into())
            .basic_auth_login(Login::new("basic", "hush", None))
            .bearer_token("bearer".into())
            .digest_auth_login(Login::new("digest", "hush", None))
            .credentials_provider(Credentials::new("AKID", "hush", None, None, "test"))
            .endpoint_url(&server.url);
        Handle::plain(&SERVICE, config.build()).send(&mut Any).await.expect("200");
    }
    let sent: Vec<_> = server.seen().iter().map(|seen| seen.header("x-own").map(str::to_owned)).collect();
    assert_eq!(sent, ["key", "basic", "bearer", "digest", "AKID"].map(|sent| Some(sent.to_owned())));
}

#[tokio::test]
async fn what_a_scheme_of_ones_own_lacks_is_said_in_the_services_words() {
    let handle = |scheme| own(scheme).endpoint_url("http://127.0.0.1:9").build();
    for (scheme, setting) in SCHEMES.into_iter().zip([
        "set `api_key` in the client's config",
        "set `basic_auth_login` in the client's config",
        "set `bearer_token` in the client's config",
        "set `digest_auth_login` in the client's config",
        "set in the client's config what its `identity_resolver` asks for",
    ]) {
        let error = Handle::plain(&SERVICE, handle(scheme)).send(&mut Any).await.expect_err("nothing is sent");
        let error = error.to_string();
        assert!(error.contains("found no identity") && error.contains(setting), "{error}");
        assert!(!error.contains("aws_config"), "{error}");
    }
    // A service of AWS's takes what its other calls are signed with.
    let of_aws = |scheme| Handle::new(&SERVICE, handle(scheme));
    let error = of_aws("sigv4").send(&mut Any).await.expect_err("nothing is sent").to_string();
    assert!(error.contains("no credentials: set `credentials_provider`"), "{error}");
    let error = of_aws("stamp").send(&mut Any).await.expect_err("nothing is sent").to_string();
    assert!(error.contains("the scheme `stamp` found no identity") && !error.contains("aws_config"), "{error}");
}

/// Counts how often it is asked, and keeps what it gives itself or leaves that to the client.
#[derive(Clone, Debug)]
struct Counting {
    asked: Arc<AtomicU32>,
    keeps: bool,
}

impl ResolveIdentity for Counting {
    fn resolve_identity<'a>(&'a self, _: &'a RuntimeComponents, _: &'a ConfigBag) -> IdentityFuture<'a> {
        let count = self.asked.fetch_add(1, Ordering::SeqCst) + 1;
        IdentityFuture::ready(Ok(Identity::new(Token::new(format!("t{count}"), None), None)))
    }

    fn cache_location(&self) -> IdentityCacheLocation {
        if self.keeps { IdentityCacheLocation::IdentityResolver } else { IdentityCacheLocation::RuntimeComponents }
    }
}

#[tokio::test]
async fn what_a_resolver_keeps_itself_is_not_kept_beside() {
    for keeps in [false, true] {
        for config in [
            Builder::new(),
            Builder::new().identity_cache(IdentityCache::lazy().build()),
            own("httpApiKeyAuth"),
            own("httpApiKeyAuth").identity_cache(IdentityCache::lazy().build()),
        ] {
            let server = Server::start(vec![Reply::Http(200, "", "{}"); 2]).await;
            let resolver = Counting { asked: Arc::default(), keeps };
            let config = config.api_key_resolver(resolver.clone()).endpoint_url(&server.url).build();
            let handle = Handle::plain(&SERVICE, config);
            handle.send(&mut Any).await.expect("200");
            handle.send(&mut Any).await.expect("200");
            let asked = resolver.asked.load(Ordering::SeqCst);
            assert_eq!(asked, if keeps { 2 } else { 1 }, "{:?}", handle);
        }
    }
}

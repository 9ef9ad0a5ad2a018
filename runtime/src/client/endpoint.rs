//! Where a call goes: by the config's resolver, or by the service's rules.
//!
//! In: what the operation says about its endpoint. Out: a [`Place`]. Calls that say nothing share one, so that most services'
//! rules are asked, and their URL is read, once per client. Credentials are loaded first where the rules read their account, and
//! nowhere else.

use super::bag::Bag;
use super::features::Features;
use super::{Inner, Request};
use crate::config::AccountIdEndpointMode;
use crate::config::endpoint::Params;
use crate::declare::Auth;
use crate::endpoint::base::{Base, shown};
use crate::endpoint::setting::{self, InvalidSetting};
use crate::endpoint::{BuiltIns, ContextParams, Endpoint, ResolveError, from_smithy};
use crate::error::BoxError;
use crate::sign;
use aws_smithy_runtime_api::client::auth::AuthScheme;
use aws_smithy_runtime_api::client::endpoint::{EndpointResolverParams, ResolveEndpoint, SharedEndpointResolver};
use std::fmt::{self, Display, Formatter};
use std::sync::Arc;

/// An endpoint that requests can be sent to.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) endpoint: Endpoint,
    /// Its URL, read.
    pub(super) base: Base,
}

impl Place {
    /// The same, but for its URL.
    fn moved(&self, url: String) -> Result<Self, BoxError> {
        let base = Base::parse(&url).map_err(|problem| unusable(&url, &problem))?;
        Ok(Self { endpoint: Endpoint { url, ..self.endpoint.clone() }, base })
    }

    /// Its URL with what goes before the host.
    pub(super) fn prefixed(&self, prefix: &str) -> Result<Base, BoxError> {
        self.base.clone().prefixed(prefix).map_err(|problem| unusable(&self.endpoint.url, &problem))
    }
}

fn unusable(url: &str, problem: &str) -> BoxError {
    format!("the endpoint {:?} {problem}", shown(url)).into()
}

impl Inner {
    /// Decides where a request goes: to the endpoint that rules or the program's resolver choose, or in its place to the one
    /// that the input names, or that the service tells of.
    pub(super) async fn place_of(self: &Arc<Self>, request: &mut Request, bag: &Bag) -> Result<Arc<Place>, BoxError> {
        let given = std::mem::take(&mut request.endpoint_params);
        let mut place = self.place(given, request.auth, bag, &mut request.features).await?;
        if let Some(named) = &request.endpoint {
            place = Arc::new(place.moved(named.instead_of(&place.endpoint.url)?)?);
        }
        if let Some(discover) = request.discover
            && let Some(url) = self.discovered(discover).await?
        {
            place = Arc::new(place.moved(url)?);
        }
        Ok(place)
    }

    /// Decides on the endpoint of a call that says `given` about it. Schemes of authentication that nobody knows are
    /// refused.
    pub(super) async fn place(
        &self,
        given: ContextParams,
        auth: Auth,
        bag: &Bag,
        features: &mut Features,
    ) -> Result<Arc<Place>, BoxError> {
        let settings = self.settings().as_ref().map_err(Clone::clone)?;
        let account_id = self.account_id(auth, bag).await?;
        let says_nothing = given.is_empty() && account_id.is_none() && settings.context.is_empty();
        let is_shared = says_nothing && self.config.endpoint_resolver().is_none();
        if let Some(place) = self.place.get().filter(|_| is_shared) {
            return Ok(place.clone());
        }
        // Boxed, since all calls have room for what few have to do.
        let place = Arc::new(Box::pin(self.resolved(settings, given, account_id, features)).await?);
        if is_shared {
            // Another call may have come first, with the same.
            return Ok(self.place.get_or_init(|| place).clone());
        }
        Ok(place)
    }

    /// Asks the rules, or the program's resolver.
    async fn resolved(
        &self,
        settings: &BuiltIns,
        given: ContextParams,
        account_id: Option<String>,
        features: &mut Features,
    ) -> Result<Place, BoxError> {
        let account = account_id.clone();
        let names: Vec<_> = given.names().collect();
        let (mut endpoint, from) = match self.config.endpoint_resolver() {
            Some(resolver) => (self.ask(&resolver, settings, given, account_id).await?, RESOLVER),
            None => (self.by_rules(settings, given, account_id)?, RULES),
        };
        let base = setting::endpoint(from.0, &endpoint.url, from.1)?;
        endpoint.url = base.to_string();
        if account.is_some_and(|account| endpoint.url.contains(&account)) {
            features.add(Features::ACCOUNT_ID_ENDPOINT);
        }
        check_scope(&endpoint)?;
        match endpoint.auth_scheme {
            Some(scheme) if !self.knows(&scheme) => Err(UnsupportedScheme { url: endpoint.url, scheme, names }.into()),
            _ => Ok(Place { endpoint, base }),
        }
    }

    /// Whether there is such a scheme of authentication, by the name that endpoints have for it: SigV4, SigV4a where it is
    /// compiled in, bearer tokens, or one of the program's own.
    fn knows(&self, scheme: &str) -> bool {
        matches!(scheme, "sigv4" | "bearer")
            || scheme == "sigv4a" && sign::HAS_SIGV4A
            || is_session(scheme)
            || self.config.auth_schemes().any(|own| own.scheme_id().inner() == scheme)
    }

    /// The account of the credentials, if the rules read it.
    async fn account_id(&self, auth: Auth, bag: &Bag) -> Result<Option<String>, BoxError> {
        let disabled = self.config.account_id_endpoint_mode() == Some(&AccountIdEndpointMode::Disabled);
        let signs = auth.signs() && self.shared.identity.is_some();
        if !self.service.endpoint_by_account || disabled || !signs {
            return Ok(None);
        }
        let credentials = self.credentials(bag).await?;
        let account = credentials.and_then(|credentials| Some(credentials.account_id()?.as_str().to_owned()));
        if let Some(account) = &account {
            setting::check_label("the credentials' account ID", account, "correct `credentials_provider`")?;
        }
        Ok(account)
    }

    /// By the service's rules.
    fn by_rules(
        &self,
        settings: &BuiltIns,
        given: ContextParams,
        account_id: Option<String>,
    ) -> Result<Endpoint, BoxError> {
        let lacks_region = settings.region.is_none() && !self.is_plain;
        let refused = |source| EndpointError { source, lacks_region };
        let context = given.or(&settings.context);
        let built_ins = BuiltIns { account_id, context, ..settings.clone() };
        let endpoint = (self.service.endpoint)(&built_ins).map_err(refused)?;
        setting::check_host(&endpoint.url, built_ins.context.texts())?;
        Ok(endpoint)
    }

    /// By the program's own resolver.
    async fn ask(
        &self,
        resolver: &SharedEndpointResolver,
        settings: &BuiltIns,
        given: ContextParams,
        account_id: Option<String>,
    ) -> Result<Endpoint, BoxError> {
        let settings = settings.clone();
        let mut params = Params::builder()
            .set_region(settings.region)
            .set_use_fips(Some(settings.use_fips))
            .set_use_dual_stack(Some(settings.use_dual_stack))
            .set_endpoint(settings.endpoint)
            .set_account_id(account_id)
            .set_account_id_endpoint_mode(settings.account_id_endpoint_mode);
        *params.context_mut() = given.or(&settings.context);
        let endpoint = resolver.resolve_endpoint(&EndpointResolverParams::new(params.build()?)).await?;
        from_smithy(&endpoint)
    }

    /// What the config says, checked; it is asked once, since it may have to look into the environment's settings.
    fn settings(&self) -> &Result<BuiltIns, InvalidSetting> {
        self.built_ins.get_or_init(|| {
            let region = self.config.region().map(|region| region.as_ref().to_owned());
            region.as_deref().map_or(Ok(()), setting::check_region)?;
            let endpoint = self.config.settings.endpoint_url_for(self.service.sdk_id);
            let remedy = if self.is_plain { SETTING_ALONE } else { SETTING.1 };
            let endpoint = endpoint.map(|url| setting::endpoint(SETTING.0, &url, remedy)).transpose()?;
            let mode = self.config.account_id_endpoint_mode().cloned().unwrap_or_default();
            Ok(BuiltIns {
                region,
                use_fips: self.config.use_fips().unwrap_or_default(),
                use_dual_stack: self.config.use_dual_stack().unwrap_or_default(),
                endpoint: endpoint.map(|base| base.to_string()),
                account_id: None,
                account_id_endpoint_mode: Some(mode.to_string()),
                context: self.config.settings.context.clone(),
            })
        })
    }
}

/// Whether requests are signed by the credentials of a session with a bucket.
#[cfg(feature = "s3")]
pub(super) fn is_session(scheme: &str) -> bool {
    scheme == super::session::SCHEME
}

/// Other services have no sessions.
#[cfg(not(feature = "s3"))]
pub(super) fn is_session(_: &str) -> bool {
    false
}

/// Where endpoints come from, and what to do about one that can't be used.
const SETTING: (&str, &str) =
    ("`endpoint_url`", "correct it in the config, the environment (AWS_ENDPOINT_URL) or the profile");
const SETTING_ALONE: &str = "correct it in the client's config";
const RESOLVER: (&str, &str) = ("the endpoint of `endpoint_resolver`,", "correct the resolver");
const RULES: (&str, &str) = ("the endpoint of the service's rules,", "correct the settings that it is made of");

/// Checks what a signature is made for, where the endpoint says so. The config's region is checked already.
fn check_scope(endpoint: &Endpoint) -> Result<(), InvalidSetting> {
    const REMEDY: &str = "correct what decides on the endpoint";
    for (name, value) in [("region", &endpoint.signing_region), ("name", &endpoint.signing_name)] {
        if let Some(value) = value {
            setting::check_label(&format!("the endpoint's signing {name}"), value, REMEDY)?;
        }
    }
    let regions = endpoint.signing_region_set.iter().map(String::as_str);
    setting::check_region_set("the endpoint's signing region set", regions, REMEDY)
}

/// The service's rules gave no endpoint.
#[derive(Debug)]
struct EndpointError {
    source: ResolveError,
    lacks_region: bool,
}

impl Display for EndpointError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("no endpoint")?;
        match self.lacks_region {
            false => Ok(()),
            true => {
                f.write_str(" (no region is set: set `region`, or AWS_REGION where `aws-config` loads the settings)")
            }
        }
    }
}

impl std::error::Error for EndpointError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}

/// The endpoint wants requests signed in a way that isn't there.
#[derive(Debug)]
struct UnsupportedScheme {
    url: String,
    scheme: String,
    /// The endpoint parameters that the operation set.
    names: Vec<&'static str>,
}

impl Display for UnsupportedScheme {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let UnsupportedScheme { url, scheme, names } = self;
        write!(f, "the endpoint {url} takes requests signed by {scheme} only, which is not supported")?;
        if scheme == "sigv4a" {
            f.write_str(" without the feature `sigv4a` of `sdk-runtime`")?;
        }
        match names.as_slice() {
            [] => f.write_str("; set `endpoint_url` to use another"),
            names => write!(f, "; it was chosen for the input's {}: call without", names.join(", ")),
        }
    }
}

impl std::error::Error for UnsupportedScheme {}

#[cfg(test)]
mod tests {
    use super::UnsupportedScheme;

    #[test]
    fn what_takes_sigv4a_alone_is_refused_with_the_features_name() {
        let error = |scheme: &str| {
            UnsupportedScheme { url: "https://h".to_owned(), scheme: scheme.to_owned(), names: vec!["Bucket"] }
                .to_string()
        };
        assert_eq!(
            error("sigv4a"),
            "the endpoint https://h takes requests signed by sigv4a only, which is not supported without the feature `sigv4a` \
             of `sdk-runtime`; it was chosen for the input's Bucket: call without"
        );
        assert!(!error("other").contains("feature"));
    }
}

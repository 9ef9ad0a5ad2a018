//! Where a call goes: by the config's resolver, or by the service's rules.
//!
//! In: what the operation says about its endpoint. Out: an [`Endpoint`]. Calls that say nothing share one answer of the
//! rules, so that most services' are asked once per client. Credentials are loaded first where the rules read their
//! account, and nowhere else.

use super::Inner;
use crate::config::AccountIdEndpointMode;
use crate::config::endpoint::Params;
use crate::endpoint::{BuiltIns, ContextParams, Endpoint, ResolveError};
use crate::error::BoxError;
use crate::identity::IdentityError;
use crate::operation::{Auth, Scheme};
use aws_smithy_runtime_api::client::auth::AuthScheme;
use aws_smithy_runtime_api::client::endpoint::{EndpointResolverParams, ResolveEndpoint, SharedEndpointResolver};
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::{Document, endpoint};
use std::fmt::{self, Display, Formatter};

impl Inner {
    /// Decides on the endpoint of a call that says `given` about it. Schemes of authentication that nobody knows are
    /// refused.
    pub(super) async fn endpoint(
        &self,
        given: ContextParams,
        auth: Auth,
        bag: &ConfigBag,
    ) -> Result<Endpoint, BoxError> {
        let account_id = self.account_id(auth, bag).await?;
        let names: Vec<_> = given.names().collect();
        let endpoint = match self.config.endpoint_resolver() {
            Some(resolver) => self.ask(&resolver, given, account_id).await?,
            None => self.by_rules(given, account_id)?,
        };
        match endpoint.auth_scheme {
            Some(scheme) if !self.knows(&scheme) => Err(UnsupportedScheme { url: endpoint.url, scheme, names }.into()),
            _ => Ok(endpoint),
        }
    }

    /// Whether there is such a scheme of authentication, by the name that endpoints have for it: SigV4, bearer tokens, or
    /// one of the program's own.
    fn knows(&self, scheme: &str) -> bool {
        matches!(scheme, "sigv4" | "bearer") || self.config.auth_schemes().any(|own| own.scheme_id().inner() == scheme)
    }

    /// The account of the credentials, if the rules read it.
    async fn account_id(&self, auth: Auth, bag: &ConfigBag) -> Result<Option<String>, IdentityError> {
        let disabled = self.config.account_id_endpoint_mode() == Some(&AccountIdEndpointMode::Disabled);
        let signs = auth.schemes.contains(&Scheme::SigV4) && self.identity.is_some();
        if !self.service.endpoint_by_account || disabled || !signs {
            return Ok(None);
        }
        let credentials = self.credentials(bag).await?;
        Ok(credentials.and_then(|credentials| Some(credentials.account_id()?.as_str().to_owned())))
    }

    /// By the service's rules.
    fn by_rules(&self, given: ContextParams, account_id: Option<String>) -> Result<Endpoint, EndpointError> {
        let settings = self.settings();
        let resolved = if given.is_empty() && account_id.is_none() {
            self.endpoint.get_or_init(|| (self.service.endpoint)(settings)).clone()
        } else {
            let context = given.or(&settings.context);
            (self.service.endpoint)(&BuiltIns { account_id, context, ..settings.clone() })
        };
        resolved.map_err(|source| EndpointError { source, region_is_set: settings.region.is_some() })
    }

    /// By the program's own resolver.
    async fn ask(
        &self,
        resolver: &SharedEndpointResolver,
        given: ContextParams,
        account_id: Option<String>,
    ) -> Result<Endpoint, BoxError> {
        let settings = self.settings().clone();
        let mut params = Params::builder()
            .set_region(settings.region)
            .set_use_fips(Some(settings.use_fips))
            .set_use_dual_stack(Some(settings.use_dual_stack))
            .set_endpoint(settings.endpoint)
            .set_account_id(account_id)
            .set_account_id_endpoint_mode(settings.account_id_endpoint_mode);
        *params.context_mut() = given.or(&settings.context);
        let endpoint = resolver.resolve_endpoint(&EndpointResolverParams::new(params.build()?)).await?;
        Ok(from_smithy(&endpoint))
    }

    /// What the config says; it is asked once, since it may have to look into the environment's settings.
    fn settings(&self) -> &BuiltIns {
        self.built_ins.get_or_init(|| BuiltIns {
            region: self.config.region().map(|region| region.as_ref().to_owned()),
            use_fips: self.config.use_fips().unwrap_or_default(),
            use_dual_stack: self.config.use_dual_stack().unwrap_or_default(),
            endpoint: self.config.settings.endpoint_url_for(self.service.sdk_id),
            account_id: None,
            account_id_endpoint_mode: Some(
                self.config.account_id_endpoint_mode().cloned().unwrap_or_default().to_string(),
            ),
            context: self.config.settings.context.clone(),
        })
    }
}

/// Of the schemes that an endpoint lists, SigV4 is taken if it is one of them, else the first.
fn from_smithy(endpoint: &endpoint::Endpoint) -> Endpoint {
    let schemes = endpoint.auth_schemes();
    let scheme = schemes.iter().find(|scheme| scheme.name() == "sigv4").or(schemes.first());
    let property = |name: &str| scheme?.get(name).and_then(Document::as_string).map(str::to_owned);
    Endpoint {
        url: endpoint.url().to_owned(),
        headers: endpoint
            .headers()
            .flat_map(|(name, values)| values.map(move |value| (name.to_owned(), value.to_owned())))
            .collect(),
        auth_scheme: scheme.map(|scheme| scheme.name().to_owned()),
        signing_region: property("signingRegion"),
        signing_name: property("signingName"),
        disable_double_encoding: scheme
            .and_then(|scheme| scheme.get("disableDoubleEncoding"))
            .and_then(Document::as_bool)
            .unwrap_or_default(),
        ..Endpoint::default()
    }
}

/// The service's rules gave no endpoint.
#[derive(Debug)]
struct EndpointError {
    source: ResolveError,
    region_is_set: bool,
}

impl Display for EndpointError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("no endpoint")?;
        match self.region_is_set {
            true => Ok(()),
            false => f.write_str(" (no region is set: set `region`, or the environment variable AWS_REGION)"),
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
        match names.as_slice() {
            [] => f.write_str("; set `endpoint_url` to use another"),
            names => write!(f, "; it was chosen for the input's {}: call without", names.join(", ")),
        }
    }
}

impl std::error::Error for UnsupportedScheme {}

//! Endpoints as programs' own resolvers give and get them, `aws-smithy-types`' [`smithy::Endpoint`]: to and fro.

use super::Endpoint;
use crate::error::BoxError;
use aws_smithy_types::Document;
use aws_smithy_types::endpoint::{self as smithy, EndpointAuthScheme};

const SIGV4: &str = "sigv4";
const SIGV4A: &str = "sigv4a";
const SIGNING_NAME: &str = "signingName";
const SIGNING_REGION: &str = "signingRegion";
const SIGNING_REGION_SET: &str = "signingRegionSet";
const DISABLE_DOUBLE_ENCODING: &str = "disableDoubleEncoding";
const DISABLE_NORMALIZE_PATH: &str = "disableNormalizePath";

impl From<Endpoint> for smithy::Endpoint {
    fn from(endpoint: Endpoint) -> Self {
        let schemes = auth_schemes(&endpoint);
        let mut builder = Self::builder().url(endpoint.url);
        for (name, value) in endpoint.headers {
            builder = builder.header(name, value);
        }
        schemes.into_iter().fold(builder, |builder, scheme| builder.auth_scheme(scheme)).build()
    }
}

/// How requests to the endpoint are signed, where that isn't as for the service in general.
fn auth_schemes(endpoint: &Endpoint) -> Vec<EndpointAuthScheme> {
    let regions = (!endpoint.signing_region_set.is_empty()).then(|| {
        let regions = endpoint.signing_region_set.iter().map(|region| Document::from(region.as_str()));
        (SIGNING_REGION_SET, Document::from(regions.collect::<Vec<_>>()))
    });
    let text = |name: &'static str, value: &Option<String>| Some((name, Document::from(value.clone()?)));
    let flag = |name: &'static str, value: bool| value.then_some((name, Document::from(true)));
    let shared = || {
        [
            text(SIGNING_NAME, &endpoint.signing_name),
            flag(DISABLE_DOUBLE_ENCODING, endpoint.disable_double_encoding),
            flag(DISABLE_NORMALIZE_PATH, endpoint.disable_normalize_path),
        ]
    };
    let scheme = |name: &str, region: Option<(&'static str, Document)>| {
        let properties = shared().into_iter().chain([region]).flatten();
        properties.fold(EndpointAuthScheme::with_capacity(name.to_owned(), 4), |scheme, (name, value)| {
            scheme.put(name, value)
        })
    };
    let region = text(SIGNING_REGION, &endpoint.signing_region);
    let differs = region.is_some() || shared().iter().any(Option::is_some);
    match (&endpoint.auth_scheme, regions) {
        (Some(name), regions) => vec![scheme(name, regions.or(region))],
        (None, Some(regions)) => vec![scheme(SIGV4, region), scheme(SIGV4A, Some(regions))],
        (None, None) if differs => vec![scheme(SIGV4, region)],
        (None, None) => Vec::new(),
    }
}

/// The schemes that an endpoint lists: by its own methods, or as the property that resolvers of programs have set for longer.
fn listed(endpoint: &smithy::Endpoint) -> Result<Vec<EndpointAuthScheme>, &'static str> {
    const FORM: &str =
        "the endpoint's property `authSchemes` is no list of objects, each with a `name`: correct the resolver";
    if !endpoint.auth_schemes().is_empty() {
        return Ok(endpoint.auth_schemes().to_vec());
    }
    let Some(listed) = endpoint.properties().get("authSchemes") else { return Ok(Vec::new()) };
    let scheme = |document: &Document| {
        let properties = document.as_object()?;
        let name = properties.get("name")?.as_string()?.to_owned();
        let scheme = EndpointAuthScheme::with_capacity(name, properties.len());
        Some(properties.iter().fold(scheme, |scheme, (name, value)| scheme.put(name.clone(), value.clone())))
    };
    listed.as_array().and_then(|all| all.iter().map(scheme).collect()).ok_or(FORM)
}

/// Of the schemes that an endpoint lists, SigV4 is taken if it is one of them, else the first. The regions of a SigV4a
/// beside it are kept.
pub(crate) fn from_smithy(endpoint: &smithy::Endpoint) -> Result<Endpoint, BoxError> {
    let schemes = listed(endpoint)?;
    let find = |name: &str| schemes.iter().find(|scheme| scheme.name() == name);
    let scheme = find(SIGV4).or(schemes.first());
    let property = |name: &str| scheme?.get(name).and_then(Document::as_string).map(str::to_owned);
    let flag = |name: &str| scheme.and_then(|scheme| scheme.get(name)).and_then(Document::as_bool).unwrap_or_default();
    let regions = find(SIGV4A).or(scheme).and_then(|scheme| scheme.get(SIGNING_REGION_SET));
    let regions = regions.and_then(Document::as_array).into_iter().flatten();
    Ok(Endpoint {
        url: endpoint.url().to_owned(),
        headers: endpoint
            .headers()
            .flat_map(|(name, values)| values.map(move |value| (name.to_owned(), value.to_owned())))
            .collect(),
        auth_scheme: scheme.map(|scheme| scheme.name().to_owned()).filter(|name| name != SIGV4),
        signing_region: property(SIGNING_REGION),
        signing_name: property(SIGNING_NAME),
        signing_region_set: regions.filter_map(Document::as_string).map(str::to_owned).collect(),
        disable_double_encoding: flag(DISABLE_DOUBLE_ENCODING),
        disable_normalize_path: flag(DISABLE_NORMALIZE_PATH),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_endpoint_comes_back_as_it_went() {
        let endpoint = || Endpoint::new("https://a").header("x", "1").signing_name("n");
        for endpoint in [
            Endpoint::new("https://a"),
            endpoint().signing_region("r"),
            endpoint().disable_double_encoding(true).disable_normalize_path(true),
            endpoint().auth_scheme("sigv4a").signing_region_set("r").signing_region_set("s"),
            // Either scheme will do.
            endpoint().signing_region("r").signing_region_set("*"),
            endpoint().auth_scheme("own").signing_region("r"),
        ] {
            assert_eq!(from_smithy(&endpoint.clone().into()).expect("it is one"), endpoint);
        }
    }

    #[test]
    fn sigv4_is_taken_wherever_it_stands() {
        let scheme =
            |name: &str| EndpointAuthScheme::with_capacity(name.to_owned(), 1).put(SIGNING_NAME, name.to_owned());
        let of = |names: &[&str]| {
            let builder = smithy::Endpoint::builder().url("https://a");
            let endpoint = names.iter().fold(builder, |builder, name| builder.auth_scheme(scheme(name)));
            let Endpoint { auth_scheme, signing_name, .. } = from_smithy(&endpoint.build()).expect("it is one");
            (auth_scheme, signing_name)
        };
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(of(&["sigv4a", "sigv4"]), (None, some("sigv4")));
        assert_eq!(of(&["sigv4a", "bearer"]), (some("sigv4a"), some("sigv4a")));
    }

    #[test]
    fn schemes_may_be_a_property() {
        let of = |listed: Document| {
            let endpoint = smithy::Endpoint::builder().url("https://a").property("authSchemes", listed);
            from_smithy(&endpoint.build()).map_err(|error| error.to_string())
        };
        let object = |entries: &[(&str, &str)]| {
            Document::Object(entries.iter().map(|(k, v)| ((*k).to_owned(), Document::from(*v))).collect())
        };
        let sigv4 = object(&[("name", "sigv4"), (SIGNING_NAME, "n"), (SIGNING_REGION, "r")]);
        assert_eq!(of(vec![sigv4].into()), Ok(Endpoint::new("https://a").signing_name("n").signing_region("r")));
        assert_eq!(of(vec![object(&[("name", "own")])].into()), Ok(Endpoint::new("https://a").auth_scheme("own")));
        for odd in [Document::Null, "sigv4".into(), vec![Document::from("sigv4")].into(), vec![object(&[])].into()] {
            assert!(of(odd.clone()).is_err_and(|error| error.contains("`authSchemes`")), "{odd:?}");
        }
    }
}

//! Endpoints: URL, headers and the properties that say how to sign.

use super::super::Problem;
use super::super::function::Type;
use super::super::problem::At;
use super::super::rules::{EndpointRule, Expr, Signing};
use super::expression::parse_expr;
use super::scope::Scope;
use super::{array, boolean, member, object};
use serde_json::{Map, Value as Json};

pub(super) fn parse_endpoint(value: &Json, scope: &mut Scope, at: &At<'_>) -> Result<EndpointRule, Problem> {
    let members = object(value, at)?;
    let url = parse_text(member(members, "url", at)?, scope, &at.member("url"))?;
    let mut headers = Vec::new();
    if let Some(value) = members.get("headers") {
        let at = at.member("headers");
        for (name, values) in object(value, &at)? {
            let at = at.member(name);
            for (index, value) in array(values, &at)?.iter().enumerate() {
                headers.push((name.clone(), parse_text(value, scope, &at.index(index))?));
            }
        }
    }
    let mut signing = Signing::default();
    if let Some(properties) = members.get("properties") {
        let at = at.member("properties");
        let properties = object(properties, &at)?;
        // Others, such as `metricValues`, have no effect.
        signing = parse_signing(properties, &at, |value, at| parse_text(value, scope, at))?;
    }
    Ok(EndpointRule { url, headers, signing })
}

fn parse_text(value: &Json, scope: &Scope, at: &At<'_>) -> Result<Expr, Problem> {
    parse_expr(value, scope, at)?.expect(Type::String, scope, at)
}

const SIGV4: &str = "sigv4";
const SIGV4A: &str = "sigv4a";

/// Reads `authSchemes`: of the schemes there, `sigv4` if it is one of them, else the first. The regions of a `sigv4a` beside
/// `sigv4` are kept, for clients that prefer it.
pub(super) fn parse_signing<T>(
    properties: &Map<String, Json>,
    at: &At<'_>,
    text: impl Fn(&Json, &At<'_>) -> Result<T, Problem>,
) -> Result<Signing<T>, Problem> {
    let Some(schemes) = properties.get("authSchemes") else { return Ok(Signing::default()) };
    let at = at.member("authSchemes");
    let schemes = array(schemes, &at)?;
    let find = |name| schemes.iter().position(|scheme| is_named(scheme, name));
    let chosen = find(SIGV4).unwrap_or(0);
    let Some(scheme) = schemes.get(chosen) else { return Ok(Signing::default()) };
    let mut signing = parse_scheme(scheme, &at.index(chosen), &text)?;
    if is_named(scheme, SIGV4)
        && let Some(index) = find(SIGV4A)
        && let Some(other) = schemes.get(index)
    {
        let at = at.index(index);
        let differs = |name: &&str| scheme.get(name) != other.get(name);
        if let Some(name) = ["signingName", DOUBLE_ENCODING, NORMALIZE_PATH].iter().find(|name| differs(name)) {
            return Err(at.problem(format!("`{SIGV4A}` has another `{name}` than `{SIGV4}` beside it")));
        }
        signing.region_set = parse_region_set(object(other, &at)?, &at, &text)?;
    }
    Ok(signing)
}

const DOUBLE_ENCODING: &str = "disableDoubleEncoding";
const NORMALIZE_PATH: &str = "disableNormalizePath";

fn is_named(scheme: &Json, name: &str) -> bool {
    scheme.get("name").and_then(Json::as_str) == Some(name)
}

fn parse_scheme<T>(
    scheme: &Json,
    at: &At<'_>,
    text: &impl Fn(&Json, &At<'_>) -> Result<T, Problem>,
) -> Result<Signing<T>, Problem> {
    let members = object(scheme, at)?;
    let optional = |name: &str| match members.get(name) {
        Some(value) => text(value, &at.member(name)).map(Some),
        None => Ok(None),
    };
    let flag = |name: &str| members.get(name).map_or(Ok(false), |value| boolean(value, &at.member(name)));
    member(members, "name", at)?;
    Ok(Signing {
        scheme: if is_named(scheme, SIGV4) { None } else { optional("name")? },
        name: optional("signingName")?,
        region: optional("signingRegion")?,
        region_set: parse_region_set(members, at, text)?,
        disable_double_encoding: flag(DOUBLE_ENCODING)?,
        disable_normalize_path: flag(NORMALIZE_PATH)?,
    })
}

fn parse_region_set<T>(
    scheme: &Map<String, Json>,
    at: &At<'_>,
    text: &impl Fn(&Json, &At<'_>) -> Result<T, Problem>,
) -> Result<Vec<T>, Problem> {
    let Some(regions) = scheme.get("signingRegionSet") else { return Ok(Vec::new()) };
    let at = at.member("signingRegionSet");
    array(regions, &at)?.iter().enumerate().map(|(index, region)| text(region, &at.index(index))).collect()
}

//! Endpoints: URL, headers and the properties that say how to sign.

use super::super::Problem;
use super::super::function::Type;
use super::super::problem::At;
use super::super::rules::{EndpointRule, Expr, Signing};
use super::expression::parse_expr;
use super::scope::Scope;
use super::{array, boolean, member, object, string};
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

/// Reads `authSchemes`: of the schemes there, `sigv4` if it is one of them, else the first.
pub(super) fn parse_signing<T>(
    properties: &Map<String, Json>,
    at: &At<'_>,
    text: impl Fn(&Json, &At<'_>) -> Result<T, Problem>,
) -> Result<Signing<T>, Problem> {
    let Some(schemes) = properties.get("authSchemes") else { return Ok(Signing::default()) };
    let at = at.member("authSchemes");
    let schemes = array(schemes, &at)?;
    let chosen = schemes.iter().position(|scheme| scheme.get("name").and_then(Json::as_str) == Some("sigv4"));
    let chosen = chosen.unwrap_or(0);
    let Some(scheme) = schemes.get(chosen) else { return Ok(Signing::default()) };
    let at = at.index(chosen);
    let members = object(scheme, &at)?;
    let optional = |name: &str| match members.get(name) {
        Some(value) => text(value, &at.member(name)).map(Some),
        None => Ok(None),
    };
    let name = string(member(members, "name", &at)?, &at.member("name"))?;
    Ok(Signing {
        scheme: (name != "sigv4").then(|| name.to_owned()),
        name: optional("signingName")?,
        region: optional("signingRegion")?,
        region_set: parse_region_set(members, &at, &text)?,
        disable_double_encoding: match members.get("disableDoubleEncoding") {
            Some(value) => boolean(value, &at.member("disableDoubleEncoding"))?,
            None => false,
        },
    })
}

fn parse_region_set<T>(
    scheme: &Map<String, Json>,
    at: &At<'_>,
    text: impl Fn(&Json, &At<'_>) -> Result<T, Problem>,
) -> Result<Vec<T>, Problem> {
    let Some(regions) = scheme.get("signingRegionSet") else { return Ok(Vec::new()) };
    let at = at.member("signingRegionSet");
    array(regions, &at)?.iter().enumerate().map(|(index, region)| text(region, &at.index(index))).collect()
}

//! The test cases that a model brings along.

use super::super::Problem;
use super::super::problem::At;
use super::super::rules::{EndpointTest, Expected};
use super::outcome::parse_signing;
use super::parameters::parse_value;
use super::{array, member, object, string};
use serde_json::{Map, Value as Json};

/// Parses the value of `smithy.rules#endpointTests`.
///
/// # Errors
/// The first thing that doesn't have the documented form, with its place.
pub(crate) fn parse_tests(value: &Json) -> Result<Vec<EndpointTest>, Problem> {
    let at = At::ROOT;
    let members = object(value, &at)?;
    let Some(cases) = members.get("testCases") else { return Ok(Vec::new()) };
    let at = at.member("testCases");
    array(cases, &at)?.iter().enumerate().map(|(index, case)| parse_case(case, index, &at.index(index))).collect()
}

fn parse_case(value: &Json, index: usize, at: &At<'_>) -> Result<EndpointTest, Problem> {
    let members = object(value, at)?;
    let documentation = match members.get("documentation") {
        Some(documentation) => string(documentation, &at.member("documentation"))?.to_owned(),
        None => format!("case {index}"),
    };
    let mut params = Vec::new();
    if let Some(value) = members.get("params") {
        let at = at.member("params");
        for (name, value) in object(value, &at)? {
            params.push((name.clone(), parse_value(value, &at.member(name))?));
        }
    }
    let expected = parse_expected(member(members, "expect", at)?, &at.member("expect"))?;
    Ok(EndpointTest { documentation, params, expected })
}

fn parse_expected(value: &Json, at: &At<'_>) -> Result<Expected, Problem> {
    let members = object(value, at)?;
    if let Some(message) = members.get("error") {
        return Ok(Expected::Error(string(message, &at.member("error"))?.to_owned()));
    }
    let value = member(members, "endpoint", at)?;
    let at = at.member("endpoint");
    let members = object(value, &at)?;
    let url = string(member(members, "url", &at)?, &at.member("url"))?.to_owned();
    let signing = match members.get("properties") {
        Some(properties) => {
            let at = at.member("properties");
            parse_signing(object(properties, &at)?, &at, |value, at| string(value, at).map(str::to_owned))?
        }
        None => Default::default(),
    };
    Ok(Expected::Endpoint { url, headers: parse_headers(members, &at)?, signing })
}

fn parse_headers(endpoint: &Map<String, Json>, at: &At<'_>) -> Result<Vec<(String, String)>, Problem> {
    let Some(value) = endpoint.get("headers") else { return Ok(Vec::new()) };
    let at = at.member("headers");
    let mut headers = Vec::new();
    for (name, values) in object(value, &at)? {
        let at = at.member(name);
        for (index, value) in array(values, &at)?.iter().enumerate() {
            headers.push((name.clone(), string(value, &at.index(index))?.to_owned()));
        }
    }
    Ok(headers)
}

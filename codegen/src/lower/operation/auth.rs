//! How requests say who calls (Smithy 2.0, "Authentication traits").

use crate::ast::{Shape, Trait};
use crate::ir::{Auth, Scheme};
use crate::lower::problems::Problems;
use crate::traits::{AUTH_SCHEMES, BadTrait};

const SIGV4: &str = "aws.auth#sigv4";
const SIGV4A: &str = "aws.auth#sigv4a";
const BEARER: &str = "smithy.api#httpBearerAuth";

/// How an operation's requests say who calls. Of the schemes that it takes, those that are supported remain.
pub(super) fn auth(service: &Shape, shape: &Shape, problems: &mut Problems) -> Auth {
    match problems.read(shape.id.as_str(), of(service, shape)) {
        Some(Ok(auth)) => return auth,
        Some(Err(problem)) => problems.of(shape, problem, format!("add `{SIGV4}` or `{BEARER}` to the service")),
        None => {}
    }
    Auth { schemes: Vec::new(), optional: false }
}

/// The name that requests are signed for; empty for a service whose requests never are.
pub(crate) fn signing_name(service: &Shape, problems: &mut Problems) -> Option<String> {
    let Some(found) = service.traits.get(SIGV4).or_else(|| service.traits.get(SIGV4A)) else {
        if service.traits.has(BEARER) {
            return Some(String::new());
        }
        let remedy = "add the trait, with the `name` that requests are signed for";
        problems.of(service, "has no `aws.auth#sigv4`, so that requests can't be signed", remedy);
        return None;
    };
    // It stands between slashes in the scope of a signature.
    let is_name = |name: &&str| {
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
    };
    let name = found.value.get("name").and_then(|name| name.as_str()).filter(is_name).map(str::to_owned);
    let expected = "an object with `name`, in ASCII letters, digits, `-`, `_` and `.`";
    let bad = || BadTrait { id: SIGV4.to_owned(), span: found.span, expected };
    problems.read(service.id.as_str(), name.ok_or_else(bad))
}

/// How an operation's requests say who calls, or why none of its schemes will do.
pub(crate) fn of(service: &Shape, shape: &Shape) -> Result<Result<Auth, String>, BadTrait> {
    let ids: Vec<String> = match shape.traits.get("auth").or_else(|| service.traits.get("auth")) {
        Some(found) => scheme_ids(found)?,
        None => AUTH_SCHEMES.iter().filter(|id| service.traits.has(id)).map(|id| (*id).to_owned()).collect(),
    };
    let schemes: Vec<Scheme> = ids.iter().filter_map(|id| scheme(id)).collect();
    let optional = shape.traits.has("optionalAuth") || ids.is_empty() || ids.iter().any(|id| id == "smithy.api#noAuth");
    if schemes.is_empty() && !optional {
        return Ok(Err(format!("takes no authentication scheme that is supported, but {}", ids.join(", "))));
    }
    Ok(Ok(Auth { schemes, optional }))
}

fn scheme(id: &str) -> Option<Scheme> {
    match id {
        SIGV4 => Some(Scheme::SigV4),
        SIGV4A => Some(Scheme::SigV4a),
        BEARER => Some(Scheme::Bearer),
        _ => None,
    }
}

fn scheme_ids(found: &Trait) -> Result<Vec<String>, BadTrait> {
    let ids = found.value.as_array().and_then(|ids| ids.iter().map(|id| id.as_str().map(str::to_owned)).collect());
    let bad = || BadTrait {
        id: "smithy.api#auth".to_owned(),
        span: found.span,
        expected: "a list of authentication schemes",
    };
    ids.ok_or_else(bad)
}

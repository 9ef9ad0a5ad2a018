//! How requests say who calls (Smithy 2.0, "Authentication traits").

use crate::ast::{Shape, ShapeId, Trait};
use crate::ir::{ApiKey, Auth, Scheme};
use crate::lower::facts::Targets;
use crate::lower::problems::Problems;
use crate::traits::{BadTrait, KeyPlace, auth_schemes};

const SIGV4: &str = "aws.auth#sigv4";
const SIGV4A: &str = "aws.auth#sigv4a";
const BEARER: &str = "smithy.api#httpBearerAuth";
const BASIC: &str = "smithy.api#httpBasicAuth";
const DIGEST: &str = "smithy.api#httpDigestAuth";
const API_KEY: &str = "smithy.api#httpApiKeyAuth";

/// How an operation's requests say who calls. Of the schemes that it takes, those that are supported remain.
pub(super) fn auth(targets: Targets, service: &Shape, shape: &Shape, problems: &mut Problems) -> Auth {
    match problems.read(shape.id.as_str(), of(targets, service, shape)) {
        Some(Ok(auth)) => return auth,
        Some(Err(problem)) => {
            let remedy =
                format!("add one to the service that is: `{SIGV4}`, `{API_KEY}`, `{BASIC}`, `{BEARER}` or `{DIGEST}`");
            problems.of(shape, problem, remedy);
        }
        None => {}
    }
    Auth { schemes: Vec::new(), optional: false }
}

/// The name that requests are signed for; empty for a service whose requests never are.
pub(crate) fn signing_name(service: &Shape, problems: &mut Problems) -> Option<String> {
    let Some(found) = service.traits.get(SIGV4).or_else(|| service.traits.get(SIGV4A)) else {
        return Some(String::new());
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
pub(crate) fn of(targets: Targets, service: &Shape, shape: &Shape) -> Result<Result<Auth, String>, BadTrait> {
    let is_definition =
        |id: &str| targets.get(&ShapeId::new(id)).is_some_and(|definition| definition.traits.has("authDefinition"));
    let ids: Vec<String> = match shape.traits.get("auth").or_else(|| service.traits.get("auth")) {
        Some(found) => scheme_ids(found)?,
        None => auth_schemes(&service.traits, is_definition),
    };
    let mut schemes = Vec::new();
    for id in &ids {
        schemes.extend(scheme(service, id)?);
    }
    let optional = shape.traits.has("optionalAuth") || ids.is_empty() || ids.iter().any(|id| id == "smithy.api#noAuth");
    if schemes.is_empty() && !optional {
        return Ok(Err(format!("takes no authentication scheme that is supported, but {}", ids.join(", "))));
    }
    Ok(Ok(Auth { schemes, optional }))
}

/// The scheme of this ID, if it is one that we know.
fn scheme(service: &Shape, id: &str) -> Result<Option<Scheme>, BadTrait> {
    Ok(match id {
        SIGV4 => Some(Scheme::SigV4),
        SIGV4A => Some(Scheme::SigV4a),
        BEARER => Some(Scheme::Bearer),
        BASIC => Some(Scheme::Basic),
        DIGEST => Some(Scheme::Digest),
        // Where the key stands is the service's to say.
        API_KEY => service.traits.api_key()?.map(|(place, name, word)| {
            Scheme::ApiKey(match place {
                KeyPlace::Header => ApiKey::Header(name, word),
                KeyPlace::Query => ApiKey::Query(name),
            })
        }),
        _ => None,
    })
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

//! Method and URI, and how bodies travel.

use crate::ast::{Member, Shape};
use crate::ir::{Checksum, HttpChecksum, Place, Structure, Transfer};
use crate::lower::facts::Facts;
use crate::lower::problems::Problems;
use crate::names;
use crate::protocol::Dispatch;
use crate::traits::{Http, TREE_HASH};

/// Method and URI of an operation.
pub(super) fn http(facts: &Facts, shape: &Shape, problems: &mut Problems) -> Option<Http> {
    if !facts.has_http_bindings() {
        let uri = match facts.protocol.dispatch {
            Dispatch::Route => format!("/service/{}/operation/{}", facts.service.id.name(), shape.id.name()),
            _ => "/".to_owned(),
        };
        return Some(Http { method: "POST".to_owned(), uri, span: shape.span });
    }
    let Some(http) = problems.read(shape.id.as_str(), shape.traits.http())? else {
        let remedy = "add the trait, with `method` and `uri`";
        problems.of(shape, "has no `smithy.api#http`, which its protocol needs", remedy);
        return None;
    };
    if http.method.is_empty() || !http.method.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        let problem = format!("has the HTTP method {:?}, which is not a word", http.method);
        problems.at(http.span, shape.id.as_str(), problem, "use `GET`, `PUT`, `POST`, …");
    }
    Some(http)
}

/// How an operation's bodies travel.
pub(super) fn transfer(facts: &Facts, shape: &Shape, problems: &mut Problems) -> Transfer {
    let gzip = problems.read(shape.id.as_str(), shape.traits.takes_gzip()).flatten().unwrap_or_default();
    let has_length =
        |member: &Member| facts.targets.get(&member.target).is_some_and(|target| target.traits.has("requiresLength"));
    let checksum = if shape.traits.has(TREE_HASH) {
        Some(Checksum::TreeHash)
    } else {
        shape.traits.has("httpChecksumRequired").then_some(Checksum::ContentMd5)
    };
    Transfer {
        checksum,
        requires_length: facts.targets.input_members(shape).iter().any(has_length),
        unsigned_payload: shape.traits.has("aws.auth#unsignedPayload"),
        gzip,
    }
}

/// The checksums that an operation's bodies travel with (`aws.protocols#httpChecksum`).
pub(super) fn checksum(shape: &Shape, input: &Structure, problems: &mut Problems) -> Option<HttpChecksum> {
    let found = problems.read(shape.id.as_str(), shape.traits.http_checksum())??;
    let mut header = |member: &str| match input.member(&names::field_name(member)).map(|member| &member.place) {
        Some(Place::Header(header)) => Some(header.clone()),
        _ => {
            let problem =
                format!("chooses a checksum by its input's member `{member}`, which is not there or not a header");
            problems.at(found.span, shape.id.as_str(), problem, "bind such a member with `smithy.api#httpHeader`");
            None
        }
    };
    let algorithm = found.algorithm.as_deref().and_then(&mut header);
    let mode = found.mode.as_deref().and_then(&mut header);
    Some(HttpChecksum { algorithm, required: found.required, answer: mode.map(|mode| (mode, found.answers)) })
}

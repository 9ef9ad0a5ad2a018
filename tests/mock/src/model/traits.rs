//! What traits say about members and shapes, read leniently: a trait of the wrong form constrains nothing.

use super::constraints::pattern::Pattern;
use super::{Constraints, Login, Pagination, Place, Protocol};
use aws_smithy_types::date_time::Format;
use codegen::ast::Traits;
use serde_json::Value;

/// Patterns that every text satisfies, as models write them.
const ANYTHING: [&str; 6] = [r"^[\S\s]*$", r"^[\s\S]*$", r"[\S\s]*", r"[\s\S]*", "^.*$", ".*"];

/// What services have to say how requests say who asks.
const SCHEMES: [&str; 6] = [
    "aws.auth#sigv4",
    "aws.auth#sigv4a",
    "smithy.api#httpBearerAuth",
    "smithy.api#httpBasicAuth",
    "smithy.api#httpDigestAuth",
    "smithy.api#httpApiKeyAuth",
];

pub(super) fn constraints(traits: &Traits, unchecked: &mut Vec<String>) -> Constraints {
    Constraints {
        length: traits.length().ok().flatten(),
        range: traits.float_range().ok().flatten(),
        pattern: traits.text("pattern").ok().flatten().and_then(|pattern| compiled(pattern, unchecked)),
        unique: traits.has("uniqueItems"),
    }
}

fn compiled(pattern: String, unchecked: &mut Vec<String>) -> Option<Pattern> {
    if ANYTHING.contains(&pattern.as_str()) {
        return None;
    }
    let compiled = Pattern::new(&pattern).ok();
    if compiled.is_none() && !unchecked.contains(&pattern) {
        unchecked.push(pattern);
    }
    compiled
}

pub(super) fn place(traits: &Traits) -> Place {
    let text = |name: &str| traits.text(name).ok().flatten();
    if traits.has("httpLabel") {
        Place::Label
    } else if let Some(name) = text("httpQuery") {
        Place::Query(name)
    } else if traits.has("httpQueryParams") {
        Place::QueryMap
    } else if let Some(name) = text("httpHeader") {
        Place::Header(name.to_ascii_lowercase())
    } else if let Some(prefix) = text("httpPrefixHeaders") {
        Place::PrefixHeaders(prefix.to_ascii_lowercase())
    } else if traits.has("httpPayload") {
        Place::Payload
    } else if traits.has("httpResponseCode") {
        Place::Status
    } else {
        Place::Body
    }
}

/// Where a member goes in the message of an event, if it says so.
pub(super) fn event_place(traits: &Traits) -> Option<Place> {
    match (traits.has("eventHeader"), traits.has("eventPayload")) {
        (true, _) => Some(Place::EventHeader),
        (false, true) => Some(Place::EventPayload),
        (false, false) => None,
    }
}

/// What a member's trait says, or else its target's.
pub(super) fn either(member: &Traits, target: Option<&Traits>, name: &str) -> Option<String> {
    [Some(member), target].into_iter().flatten().find_map(|traits| traits.text(name).ok().flatten())
}

/// The format of a timestamp: the one that the model states, else that of its place.
pub(super) fn format(stated: Option<&str>, place: &Place, protocol: &Protocol) -> Format {
    match stated {
        _ if !protocol.formats || *place == Place::EventHeader => place.format(protocol),
        Some("date-time") => Format::DateTimeWithOffset,
        Some("http-date") => Format::HttpDate,
        Some(_) => Format::EpochSeconds,
        None => place.format(protocol),
    }
}

/// An operation's `paginated` trait, with what it leaves to the service's.
pub(super) fn pagination(operation: &Traits, service: &Traits) -> Option<Pagination> {
    let own = operation.paginated().ok()??;
    let shared = service.paginated().ok().flatten().unwrap_or_default();
    Some(Pagination {
        input_token: own.input_token.or(shared.input_token)?,
        output_token: own.output_token.or(shared.output_token)?,
        page_size: own.page_size.or(shared.page_size),
        items: own.items.or(shared.items),
    })
}

/// An operation's examples that succeed: input and output.
pub(super) fn examples(traits: &Traits) -> impl Iterator<Item = (Value, Value)> {
    let examples = traits.get("examples").and_then(|found| found.value.as_array());
    examples.into_iter().flatten().filter(|example| example.get("error").is_none()).map(|example| {
        let part = |name| example.get(name).cloned().unwrap_or_else(|| Value::Object(Default::default()));
        (part("input"), part("output"))
    })
}

/// The ways in which an operation's requests may say who asks: the operation's `auth` trait, else the service's, else all
/// that the service has.
pub(super) fn schemes(operation: &Traits, service: &Traits) -> Vec<String> {
    let named = operation.get("auth").or_else(|| service.get("auth")).and_then(|found| found.value.as_array());
    match named {
        Some(named) => named.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        None => SCHEMES.iter().filter(|scheme| service.has(scheme)).map(|&scheme| scheme.to_owned()).collect(),
    }
}

/// How requests say who asks in a scheme that signs nothing.
pub(super) fn login(scheme: &str, service: &Traits) -> Option<Login> {
    let key = |part: &str| Some(service.get(scheme)?.value.get(part)?.as_str()?.to_owned());
    match scheme {
        "smithy.api#httpBearerAuth" => Some(Login::Bearer),
        "smithy.api#httpBasicAuth" => Some(Login::Basic),
        "smithy.api#httpDigestAuth" => Some(Login::Digest),
        "smithy.api#httpApiKeyAuth" => match key("in")?.as_str() {
            "query" => Some(Login::Query(key("name")?)),
            _ => Some(Login::Header(key("name")?.to_ascii_lowercase(), key("scheme"))),
        },
        _ => None,
    }
}

//! What traits say about members and shapes, read leniently: a trait of the wrong form constrains nothing.

use super::{Constraints, Pagination, Place};
use aws_smithy_types::date_time::Format;
use codegen::ast::Traits;
use regex_lite::Regex;
use serde_json::Value;

/// Patterns that every text satisfies, as models write them.
const ANYTHING: [&str; 6] = [r"^[\S\s]*$", r"^[\s\S]*$", r"[\S\s]*", r"[\s\S]*", "^.*$", ".*"];

pub(super) fn constraints(traits: &Traits, unchecked: &mut Vec<String>) -> Constraints {
    Constraints {
        length: traits.length().ok().flatten(),
        range: traits.float_range().ok().flatten(),
        pattern: traits.text("pattern").ok().flatten().and_then(|pattern| compiled(pattern, unchecked)),
        unique: traits.has("uniqueItems"),
    }
}

fn compiled(pattern: String, unchecked: &mut Vec<String>) -> Option<(String, Regex)> {
    if ANYTHING.contains(&pattern.as_str()) {
        return None;
    }
    match Regex::new(&pattern) {
        Ok(regex) => Some((pattern, regex)),
        Err(_) => {
            unchecked.push(pattern);
            None
        }
    }
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

/// The format of a timestamp: the member's, else its target's, else that of its place.
pub(super) fn format(member: &Traits, target: Option<&Traits>, place: &Place) -> Format {
    let named = [Some(member), target].into_iter().flatten();
    let mut named = named.filter_map(|traits| traits.text("timestampFormat").ok().flatten());
    match (named.next().as_deref(), place) {
        (Some("date-time"), _) => Format::DateTimeWithOffset,
        (Some("http-date"), _) => Format::HttpDate,
        (Some(_), _) => Format::EpochSeconds,
        (None, Place::Header(_) | Place::PrefixHeaders(_)) => Format::HttpDate,
        (None, Place::Label | Place::Query(_)) => Format::DateTimeWithOffset,
        (None, _) => Format::EpochSeconds,
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

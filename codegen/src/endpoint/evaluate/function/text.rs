//! `aws.parseArn`, `split`, `substring` and `uriEncode`.

use super::super::datum::{Datum, Text};
use std::rc::Rc;

/// The parts of `arn:partition:service:region:account:resource`. Region and account may be empty.
pub(super) fn parse_arn<'a>(value: &Text<'a>) -> Option<Datum<'a>> {
    let text = value.as_str();
    let mut start = text.strip_prefix("arn:").map(|_| "arn:".len())?;
    let mut next = || {
        let end = start + text.get(start..)?.find(':')?;
        let part = value.part(start..end);
        start = end + 1;
        part
    };
    let (partition, service, region, account) = (next()?, next()?, next()?, next()?);
    let resource = value.part(start..text.len())?;
    if [&partition, &service, &resource].into_iter().any(|part| part.as_str().is_empty()) {
        return None;
    }
    Some(Datum::Record(Rc::new([
        ("partition", Datum::Text(partition)),
        ("service", Datum::Text(service)),
        ("region", Datum::Text(region)),
        ("accountId", Datum::Text(account)),
        ("resourceId", resource.pieces(|resource| resource.split([':', '/']).collect())),
    ])))
}

/// Cuts at each delimiter, into so many pieces at most; 0 means no limit. An empty delimiter cuts nothing.
pub(super) fn split<'a>(value: &Text<'a>, delimiter: &str, limit: u32) -> Datum<'a> {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    value.pieces(|text| match limit {
        _ if delimiter.is_empty() => vec![text],
        0 => text.split(delimiter).collect(),
        limit => text.splitn(limit, delimiter).collect(),
    })
}

/// The bytes from `start` to before `stop`, counted from the end if `reverse`. None of a text that isn't ASCII.
pub(super) fn substring<'a>(value: &Text<'a>, start: u32, stop: u32, reverse: bool) -> Option<Text<'a>> {
    let text = value.as_str();
    let (start, stop) = (usize::try_from(start).ok()?, usize::try_from(stop).ok()?);
    if !text.is_ascii() || start >= stop {
        return None;
    }
    let from_end = |distance: usize| text.len().checked_sub(distance);
    let range = if reverse { from_end(stop)?..from_end(start)? } else { start..stop };
    value.part(range)
}

/// Percent-encodes all but the characters that RFC 3986 calls unreserved.
pub(super) fn uri_encode<'a>(value: &str) -> Text<'a> {
    let mut encoded = String::with_capacity(value.len());
    for byte in value.bytes() {
        match byte {
            b'-' | b'.' | b'_' | b'~' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => encoded.push(char::from(byte)),
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    Text::made(encoded)
}

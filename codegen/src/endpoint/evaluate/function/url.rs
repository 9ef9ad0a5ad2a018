//! `parseURL`.

use super::super::datum::{Datum, Text};
// Of this, only the form of addresses: `core` can't open a connection.
use core::net::{Ipv4Addr, Ipv6Addr};
use std::rc::Rc;

/// The longest URL.
const MAX_LEN: usize = 65_534;

/// The parts of an `http` or `https` URL without query and fragment.
pub(super) fn parse_url<'a>(value: &Text<'a>) -> Option<Datum<'a>> {
    let text = value.as_str();
    let (scheme, rest) = text.split_once("://")?;
    let (authority, path) = rest.split_at_checked(rest.find('/').unwrap_or(rest.len()))?;
    if !matches!(scheme, "http" | "https") || text.len() > MAX_LEN || !is_authority(authority) || !is_path(path) {
        return None;
    }
    let host = host(authority)?;
    let start = text.len() - rest.len();
    let normalized = if path.ends_with('/') { path.to_owned() } else { format!("{path}/") };
    Some(Datum::Record(Rc::new([
        ("scheme", Datum::Text(value.part(0..scheme.len())?)),
        ("authority", Datum::Text(value.part(start..start + authority.len())?)),
        ("path", Datum::Text(value.part(start + authority.len()..text.len())?)),
        ("normalizedPath", Datum::Text(Text::made(normalized))),
        ("isIp", Datum::Boolean(is_ip(host))),
    ])))
}

/// Whether it has only characters that an authority can have; percent signs and colons only where an address of IP
/// version 6 has them, which stands in brackets.
fn is_authority(text: &str) -> bool {
    let (before, address, after) = match text.split_once('[') {
        None => (text, "", ""),
        Some((before, rest)) => match rest.split_once(']') {
            None => return false,
            Some((address, after)) => (before, address, after),
        },
    };
    let is_plain = |character: char| character.is_ascii_alphanumeric() || "!$&'()*+,-.:;=_~".contains(character);
    let is_of_address = |character: char| character == '%' || is_plain(character);
    let colons = |text: &str| text.matches(':').count();
    before.chars().all(is_plain)
        && address.chars().all(is_of_address)
        && after.chars().all(is_plain)
        && colons(before) + colons(address) <= 8
        && colons(after) <= 1
}

fn is_path(text: &str) -> bool {
    !text.contains(|character: char| matches!(character, '\0'..=' ' | '#' | '<' | '>' | '?' | '`' | '\u{7f}'))
}

/// The host of an authority that has no user, if it has a host, and if its port is one.
fn host(authority: &str) -> Option<&str> {
    let end = match authority.rfind(']') {
        Some(bracket) => bracket + 1,
        None => authority.find(':').unwrap_or(authority.len()),
    };
    let (host, port) = authority.split_at_checked(end)?;
    let is_port = port.is_empty() || port.strip_prefix(':')?.parse::<u16>().is_ok();
    (is_port && !host.is_empty()).then_some(host)
}

fn is_ip(host: &str) -> bool {
    match host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
        Some(address) => address.parse::<Ipv6Addr>().is_ok(),
        None => host.parse::<Ipv4Addr>().is_ok(),
    }
}

//! URLs, as far as endpoint rules look into them.

use std::net::{Ipv4Addr, Ipv6Addr};

/// The parts of an endpoint's URL: the result of the rule function `parseURL`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Url<'a> {
    /// `http` or `https`.
    pub scheme: &'a str,
    /// The host and, where the URL has one, the port: `example.com:8443`.
    pub authority: &'a str,
    /// The path as written; may be empty.
    pub path: &'a str,
    /// The path with a slash at both ends.
    pub normalized_path: String,
    /// Whether the host is an IP address.
    pub is_ip: bool,
}

/// Parses an `http` or `https` URL that has neither query nor fragment; `None` for anything else.
///
/// ```
/// let url = sdk_runtime::endpoint::parse_url("https://example.com:8443/base").unwrap();
/// assert_eq!((url.authority, url.path), ("example.com:8443", "/base"));
/// assert_eq!(url.normalized_path, "/base/");
/// assert!(!url.is_ip);
/// ```
pub fn parse_url(value: &str) -> Option<Url<'_>> {
    let (scheme, rest) = value.split_once("://")?;
    if !matches!(scheme, "http" | "https") || rest.contains(['?', '#']) || value.parse::<http::Uri>().is_err() {
        return None;
    }
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let host = host(authority)?;
    Some(Url { scheme, authority, path, normalized_path: normalize(path), is_ip: is_ip(host) })
}

/// The host of an authority, or `None` if that names a user, an empty host or an impossible port.
fn host(authority: &str) -> Option<&str> {
    let port_at = match authority.rfind(']') {
        Some(bracket) => bracket + 1,
        None => authority.find(':').unwrap_or(authority.len()),
    };
    let (host, port) = authority.split_at_checked(port_at)?;
    let port_is_valid = port.is_empty() || port.strip_prefix(':')?.parse::<u16>().is_ok();
    (port_is_valid && !host.is_empty() && !host.contains('@')).then_some(host)
}

fn is_ip(host: &str) -> bool {
    match host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
        Some(address) => address.parse::<Ipv6Addr>().is_ok(),
        None => host.parse::<Ipv4Addr>().is_ok(),
    }
}

fn normalize(path: &str) -> String {
    if path.ends_with('/') { path.to_owned() } else { format!("{path}/") }
}

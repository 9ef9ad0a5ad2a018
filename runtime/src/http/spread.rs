//! What a map may set that is spread over query or headers (`smithy.api#httpQueryParams`, `smithy.api#httpPrefixHeaders`).
//!
//! A map's keys are data: they may come from anyone, and so must not change which operation a request means, where it goes,
//! how it is framed or what proves who calls. Whatever is set by a member of its own, by the operation's URI, by the
//! protocol, by the signature or by the transport is set there alone; a map's entry of that name gives way.

use crate::codec::Member;
use http::{HeaderName, HeaderValue};
use std::collections::HashMap;

/// The most headers that an input can make. `http` holds 24,576; the client adds some of its own.
pub(super) const MOST: usize = 20_000;

/// Headers of the transport, of the message's framing, of the protocol and of the signature, and those that some servers take
/// for another method, in lower case.
const RESERVED: [&str; 32] = [
    "accept-encoding",
    "authorization",
    "connection",
    "content-encoding",
    "content-length",
    "content-md5",
    "content-type",
    "expect",
    "forwarded",
    "host",
    "http2-settings",
    "keep-alive",
    "max-forwards",
    "proxy-authenticate",
    "proxy-authorization",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "user-agent",
    "x-amz-api-version",
    "x-amz-content-sha256",
    "x-amz-date",
    "x-amz-decoded-content-length",
    "x-amz-security-token",
    "x-amz-sha256-tree-hash",
    "x-amz-target",
    "x-amz-user-agent",
    "x-http-method",
    "x-http-method-override",
    "x-method-override",
];

/// Beginnings of names that are AWS's own; a prefix of the model's that goes beyond them, such as `x-amz-meta-`, has been
/// given to the map.
const OF_AWS: [&str; 3] = ["x-amz-", "x-amzn-", "amz-sdk-"];

/// Whether a map with this prefix can't set this header.
pub(super) fn is_reserved(prefix: &str, name: &str) -> bool {
    let begins = |text: &str, beginning: &str| {
        text.get(..beginning.len()).is_some_and(|start| start.eq_ignore_ascii_case(beginning))
    };
    RESERVED.iter().any(|reserved| name.eq_ignore_ascii_case(reserved))
        || OF_AWS.iter().any(|own| begins(name, own) && !begins(prefix, own))
}

/// Query parameters of a signature, in lower case.
const SIGNATURE: [&str; 7] = [
    "x-amz-algorithm",
    "x-amz-credential",
    "x-amz-date",
    "x-amz-expires",
    "x-amz-security-token",
    "x-amz-signature",
    "x-amz-signedheaders",
];

/// Whether a query parameter is a signature's.
pub(super) fn signs(name: &str) -> bool {
    SIGNATURE.iter().any(|parameter| name.eq_ignore_ascii_case(parameter))
}

/// Whether a URI's own query has a parameter of this name.
pub(super) fn is_in(query: &str, name: &str) -> bool {
    let named = |pair: &str| pair.split_once('=').map_or(pair, |(name, _)| name) == crate::uri::encode(name);
    let plain = |pair: &str| pair.split_once('=').map_or(pair, |(name, _)| name) == name;
    query.split('&').any(|pair| named(pair) || plain(pair))
}

/// A header that a map makes.
pub(super) struct Header {
    pub(super) field: &'static str,
    pub(super) prefix: &'static str,
    pub(super) name: HeaderName,
    pub(super) value: HeaderValue,
}

/// The headers of maps, each with the key that it came from.
#[derive(Default)]
pub(super) struct Headers {
    lines: Vec<Header>,
    keys: HashMap<HeaderName, String>,
}

impl Headers {
    /// Adds an entry.
    pub(super) fn add(&mut self, member: &Member, key: &str, value: HeaderValue) -> Result<(), String> {
        let name = format!("{}{key}", member.key);
        let name = HeaderName::from_bytes(name.as_bytes()).map_err(|_| {
            let key: String = key.chars().take(100).collect();
            format!("has the key {key:?}, which can't be in the name of an HTTP header")
        })?;
        if let Some(other) = self.keys.get(&name) {
            return Err(format!("has the keys {other:?} and {key:?}, which are the same header"));
        }
        self.keys.insert(name.clone(), key.to_owned());
        self.lines.push(Header { field: member.field, prefix: member.key, name, value });
        Ok(())
    }

    pub(super) fn into_lines(self) -> Vec<Header> {
        self.lines
    }
}

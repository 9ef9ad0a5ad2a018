//! URLs in the one form in which they are signed and sent.
//!
//! In: an endpoint's URL from anywhere (a setting, rules, a resolver, a service's answer), or a request's after hooks ran.
//! Out: [`Base`], from which the request's URL is made, or the reason why nothing can be sent there. A transport parses
//! URLs anew, as browsers do, and a service signs what arrives; so nothing is left here that either would change:
//!
//! - the host is as the [URL Standard](https://url.spec.whatwg.org/#host-parsing) writes it: `127.1` is `127.0.0.1`,
//!   names are lower-case and ASCII; a default port is dropped;
//! - the path keeps what RFC 3986 allows in it; all else is percent-encoded, and nothing that needn't be;
//! - the query is encoded as SigV4 encodes it;
//! - what would lead elsewhere is refused: user information, fragments, backslashes, dot segments in any spelling.

use crate::error::BoxError;
use crate::uri::encode;
use reqwest::Url;
use std::borrow::Cow;
use std::fmt::{self, Display, Formatter, Write};

/// An endpoint's URL, or a request's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Base {
    /// Scheme, host and, unless it is the scheme's own, port.
    origin: String,
    /// Whether the host is an address rather than a name.
    is_address: bool,
    /// Begins with `/` or is empty.
    path: String,
    /// Without `?`; may be empty.
    query: String,
    /// Whether dot segments of the path are a part of a name, as in Amazon S3's keys.
    verbatim: bool,
}

/// Why a URL can't be sent to.
pub(crate) type Problem = Cow<'static, str>;

impl Base {
    /// Reads a URL.
    ///
    /// # Errors
    /// What is wrong with it, to stand after the URL or the name of where it is from.
    pub(crate) fn parse(url: &str) -> Result<Self, Problem> {
        Self::parse_request(url, false)
    }

    /// Reads a request's URL, in whose path dot segments may be a part of a name (`verbatim`).
    ///
    /// # Errors
    /// As for [`parse`](Self::parse).
    pub(crate) fn parse_request(url: &str, verbatim: bool) -> Result<Self, Problem> {
        check_characters(url)?;
        let (scheme, rest) = url.split_once("://").ok_or("has no scheme (https://host)")?;
        if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
            return Err("is neither http nor https".into());
        }
        let (authority, rest) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (host, is_address) = host(scheme, authority)?;
        let scheme = scheme.to_ascii_lowercase();
        Ok(Self {
            origin: format!("{scheme}://{host}"),
            is_address,
            path: normal_path(path, verbatim)?,
            query: normal_query(query)?,
            verbatim,
        })
    }

    /// This endpoint with something before its host. An address stays as it is: no name goes before it.
    ///
    /// # Errors
    /// The host would be none.
    pub(crate) fn prefixed(self, prefix: &str) -> Result<Self, Problem> {
        if self.is_address {
            return Ok(self);
        }
        let (scheme, host) = self.origin.split_once("://").unwrap_or_default();
        let (host, is_address) = self::host(scheme, &format!("{prefix}{host}"))?;
        Ok(Self { origin: format!("{scheme}://{host}"), is_address, ..self })
    }

    /// The URL of a request: the endpoint's path goes first, less one final slash; so does its query. Dot segments in the
    /// operation's path are refused, unless they are a part of a name (`verbatim`).
    ///
    /// # Errors
    /// The operation's own path and query are such that a transport would change them.
    pub(crate) fn join(&self, path: &str, query: &str, verbatim: bool) -> Result<String, BoxError> {
        let base = self.path.strip_suffix('/').unwrap_or(&self.path);
        let query = normal_query(query).map_err(|problem| format!("the operation's query {problem}"))?;
        let path = normal_path(path, verbatim).map_err(|problem| format!("the operation's path {problem}"))?;
        let both = if self.query.is_empty() || query.is_empty() { "" } else { "&" };
        let query = format!("{}{both}{query}", self.query);
        let joined = Base { path: format!("{base}{path}"), query, verbatim, ..self.clone() };
        joined.request_url()
    }

    /// The URL as a request's.
    ///
    /// # Errors
    /// A transport would send another one; there is no such URL that is known of.
    pub(crate) fn request_url(&self) -> Result<String, BoxError> {
        let mut url = self.to_string();
        if self.path.is_empty() {
            url.insert(self.origin.len(), '/');
        }
        // Parsers resolve dot segments. The default transport sends them as they are; others look for themselves.
        let checked = if self.verbatim && has_dots(&self.path) { self.without_path() } else { url.clone() };
        let parsed = Url::parse(&checked).map_err(|error| format!("the request's URL can't be sent: {error}"))?;
        if parsed.as_str() != checked {
            return Err("the request's URL would be sent otherwise than it is signed".into());
        }
        Ok(url)
    }

    fn without_path(&self) -> String {
        Base { path: "/".to_owned(), ..self.clone() }.to_string()
    }

    /// Whether it is plain HTTP.
    pub(crate) fn is_plain(&self) -> bool {
        self.origin.starts_with("http:")
    }

    pub(crate) fn has_query(&self) -> bool {
        !self.query.is_empty()
    }
}

impl Display for Base {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mark = if self.query.is_empty() { "" } else { "?" };
        write!(f, "{}{}{mark}{}", self.origin, self.path, self.query)
    }
}

/// Refuses what parsers of URLs drop or take for something else.
fn check_characters(url: &str) -> Result<(), Problem> {
    if url.trim().is_empty() {
        return Err("is empty".into());
    }
    if url.trim() != url {
        return Err("has a blank at its beginning or end".into());
    }
    match url.chars().find(|c| c.is_control() || *c != ' ' && c.is_whitespace() || matches!(c, '#' | '\\')) {
        Some('#') => Err("has a fragment (#), behind which an operation's path would be lost".into()),
        Some('\\') => Err("has a backslash".into()),
        Some(_) => Err("has a line break or another control character".into()),
        None => Ok(()),
    }
}

/// Host and port as they are sent, and whether the host is an address.
fn host(scheme: &str, authority: &str) -> Result<(String, bool), Problem> {
    if authority.is_empty() {
        return Err("has no host".into());
    }
    if authority.contains(['/', '?', '#', '\\']) {
        return Err("has a host with a character that would end it".into());
    }
    if authority.contains('@') {
        return Err("has user information before its host, which is not supported".into());
    }
    let url = Url::parse(&format!("{scheme}://{authority}"));
    let url = url.map_err(|error| format!("has no valid host and port ({error})"))?;
    let host = url.host_str().unwrap_or_default();
    let is_address = host.starts_with('[') || host.parse::<std::net::Ipv4Addr>().is_ok();
    let name = host.strip_suffix('.').unwrap_or(host);
    if !is_address && (name.len() > 253 || name.split('.').any(|label| !(1..=63).contains(&label.len()))) {
        return Err("has a host with a part that is empty or too long".into());
    }
    Ok((url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}")), is_address))
}

/// The path with percent-encoding where RFC 3986 asks for it, and nowhere else.
fn normal_path(path: &str, verbatim: bool) -> Result<String, Problem> {
    let mut normal = String::with_capacity(path.len());
    for piece in pieces(path)? {
        match piece {
            Piece::Plain(byte) if is_unreserved(byte) || b"/!$&'()*+,;=:@".contains(&byte) => {
                normal.push(char::from(byte));
            }
            Piece::Escaped(byte) if is_unreserved(byte) => normal.push(char::from(byte)),
            Piece::Plain(byte) | Piece::Escaped(byte) => escape(byte, &mut normal),
        }
    }
    if !verbatim && has_dots(&normal) {
        return Err("has a dot segment (/./ or /../) in its path".into());
    }
    Ok(normal)
}

fn has_dots(path: &str) -> bool {
    path.split('/').any(|segment| matches!(segment, "." | ".."))
}

/// The query with everything percent-encoded but what SigV4 calls unreserved. A `+` is a blank, as forms write it, and
/// as it is signed.
fn normal_query(query: &str) -> Result<String, Problem> {
    let mut normal = Vec::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        normal.push(match pair.split_once('=') {
            Some((name, value)) => format!("{}={}", normal_value(name)?, normal_value(value)?),
            None => normal_value(pair)?,
        });
    }
    Ok(normal.join("&"))
}

fn normal_value(text: &str) -> Result<String, Problem> {
    let bytes = pieces(text)?.into_iter().map(|piece| match piece {
        Piece::Plain(b'+') => b' ',
        Piece::Plain(byte) | Piece::Escaped(byte) => byte,
    });
    let decoded = String::from_utf8(bytes.collect()).map_err(|_| "has a query with escapes that aren't UTF-8")?;
    Ok(encode(&decoded))
}

/// A byte as it is written.
enum Piece {
    Plain(u8),
    Escaped(u8),
}

fn pieces(text: &str) -> Result<Vec<Piece>, Problem> {
    let mut pieces = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        if *first != b'%' {
            pieces.push(Piece::Plain(*first));
            rest = after;
            continue;
        }
        let escape = after.split_at_checked(2).and_then(|(digits, behind)| Some((hex(digits)?, behind)));
        let (byte, behind) = escape.ok_or("has a `%` without two hexadecimal digits behind it")?;
        pieces.push(Piece::Escaped(byte));
        rest = behind;
    }
    Ok(pieces)
}

fn hex(digits: &[u8]) -> Option<u8> {
    digits.iter().try_fold(0, |value, digit| Some(value << 4 | u8::try_from(char::from(*digit).to_digit(16)?).ok()?))
}

fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)
}

fn escape(byte: u8, into: &mut String) {
    // Writing to a string doesn't fail.
    let _ = write!(into, "%{byte:02X}");
}

/// A URL as errors and debug output may show it: without user information, query and fragment, where secrets may be,
/// and no longer than a line has room for.
pub(crate) fn shown(url: &str) -> String {
    let is_scheme = |text: &str| (1..=16).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric());
    let parts = url.split_once("://").filter(|(scheme, _)| is_scheme(scheme));
    let (scheme, rest) = parts.map_or((String::new(), url), |(scheme, rest)| (format!("{scheme}://"), rest));
    // A password may hold any character, also those that would end it.
    let secret = ["@", "%40"].iter().filter_map(|mark| rest.rfind(mark).map(|at| at + mark.len())).max();
    let (hidden, rest) = secret.map_or(("", rest), |end| ("…@", &rest[end..]));
    let end = rest.find(['?', '#']).unwrap_or(rest.len());
    let query = if end < rest.len() { format!("{}…", &rest[end..=end]) } else { String::new() };
    format!("{scheme}{hidden}{}{query}", short(&rest[..end]))
}

/// The beginning of a text that may be long.
pub(crate) fn short(text: &str) -> String {
    const MOST: usize = 120;
    match text.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
#[path = "base_tests.rs"]
mod tests;

//! URLs in the one form in which they are signed and sent.
//!
//! In: an endpoint's URL from anywhere (a setting, rules, a resolver, a service's answer), or a request's after hooks ran.
//! Out: [`Base`], from which the request's URL is made, or the reason why nothing can be sent there. A transport may parse
//! URLs anew, as browsers do, and a service signs what arrives; so nothing is left here that either would change:
//!
//! - host and port are as [`Authority`] has them: lower-case, ASCII, without a default port;
//! - the path keeps what RFC 3986 allows in it; all else is percent-encoded, and nothing that needn't be;
//! - the query is encoded as SigV4 encodes it;
//! - what would lead elsewhere is refused: user information, fragments, backslashes, dot segments in any spelling.

use super::authority::Authority;
use crate::error::BoxError;
use crate::uri::encode;
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
        let host = Authority::parse(scheme, authority)?;
        Ok(Self {
            origin: format!("{}://{}", scheme.to_ascii_lowercase(), host.text),
            is_address: host.is_address,
            path: normal_path(path, verbatim)?.into_owned(),
            query: normal_query(query)?.into_owned(),
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
        let host = Authority::parse(scheme, &format!("{prefix}{host}"))?;
        Ok(Self { origin: format!("{scheme}://{}", host.text), is_address: host.is_address, ..self })
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
        let mut url =
            String::with_capacity(self.origin.len() + base.len() + path.len() + self.query.len() + query.len() + 3);
        for part in [&self.origin, base, &path] {
            url.push_str(part);
        }
        if base.is_empty() && path.is_empty() {
            url.push('/');
        }
        let mut separator = '?';
        for part in [&self.query, &*query] {
            if !part.is_empty() {
                url.push(separator);
                url.push_str(part);
                separator = '&';
            }
        }
        Ok(url)
    }

    /// The URL as a request's.
    pub(crate) fn request_url(&self) -> String {
        let mut url = self.to_string();
        if self.path.is_empty() {
            url.insert(self.origin.len(), '/');
        }
        url
    }

    /// Scheme, host and port.
    pub(crate) fn origin(&self) -> &str {
        &self.origin
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

/// The path with percent-encoding where RFC 3986 asks for it, and nowhere else.
fn normal_path(path: &str, verbatim: bool) -> Result<Cow<'_, str>, Problem> {
    let as_it_is = |byte: u8| is_unreserved(byte) || b"/!$&'()*+,;=:@".contains(&byte);
    let mut normal = Cow::Borrowed(path);
    if !path.bytes().all(as_it_is) {
        let mut written = String::with_capacity(path.len() + 16);
        for piece in pieces(path) {
            match piece? {
                Piece::Plain(byte) if as_it_is(byte) => written.push(char::from(byte)),
                Piece::Escaped(byte) if is_unreserved(byte) => written.push(char::from(byte)),
                Piece::Plain(byte) | Piece::Escaped(byte) => escape(byte, &mut written),
            }
        }
        normal = Cow::Owned(written);
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
fn normal_query(query: &str) -> Result<Cow<'_, str>, Problem> {
    if query.is_empty() {
        return Ok(Cow::Borrowed(query));
    }
    let mut normal = String::with_capacity(query.len());
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        if !normal.is_empty() {
            normal.push('&');
        }
        let (name, value) = pair.split_once('=').map_or((pair, None), |(name, value)| (name, Some(value)));
        normal.push_str(&normal_value(name)?);
        if let Some(value) = value {
            normal.push('=');
            normal.push_str(&normal_value(value)?);
        }
    }
    Ok(Cow::Owned(normal))
}

fn normal_value(text: &str) -> Result<Cow<'_, str>, Problem> {
    if text.bytes().all(is_unreserved) {
        return Ok(Cow::Borrowed(text));
    }
    let bytes = pieces(text).map(|piece| {
        Ok(match piece? {
            Piece::Plain(b'+') => b' ',
            Piece::Plain(byte) | Piece::Escaped(byte) => byte,
        })
    });
    let bytes = bytes.collect::<Result<_, Problem>>()?;
    let decoded = String::from_utf8(bytes).map_err(|_| "has a query with escapes that aren't UTF-8")?;
    Ok(Cow::Owned(encode(&decoded)))
}

/// A byte as it is written.
enum Piece {
    Plain(u8),
    Escaped(u8),
}

fn pieces(text: &str) -> impl Iterator<Item = Result<Piece, Problem>> {
    let mut rest = text.as_bytes();
    std::iter::from_fn(move || {
        let (first, after) = rest.split_first()?;
        rest = after;
        if *first != b'%' {
            return Some(Ok(Piece::Plain(*first)));
        }
        let escape = after.split_at_checked(2).and_then(|(digits, behind)| Some((hex(digits)?, behind)));
        Some(match escape {
            Some((byte, behind)) => {
                rest = behind;
                Ok(Piece::Escaped(byte))
            }
            None => Err("has a `%` without two hexadecimal digits behind it".into()),
        })
    })
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

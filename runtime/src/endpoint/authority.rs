//! A URL's host and port, in the one form in which they are signed and sent.
//!
//! In: what stands between `://` and the path. Out: the host as the [URL Standard](https://url.spec.whatwg.org/#host-parsing)
//! writes it, and the port unless it is the scheme's own. Names are lower-case; `127.1` and `0x7f.0.0.1` are `127.0.0.1`, as
//! whoever connects would read them. A name that isn't ASCII is written as DNS has it with the feature `reqwest`, whose tree has
//! the tables for that; without it, such a name is refused.

use super::base::Problem;
use std::borrow::Cow;
use std::net::{Ipv4Addr, Ipv6Addr};

/// A host and port as they are sent.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Authority {
    /// The host and, unless it is the scheme's own, the port.
    pub(super) text: String,
    /// Whether the host is an address rather than a name.
    pub(super) is_address: bool,
}

impl Authority {
    /// Reads host and port of a URL of this scheme.
    ///
    /// # Errors
    /// What is wrong with them, to stand after the URL.
    pub(super) fn parse(scheme: &str, text: &str) -> Result<Self, Problem> {
        if text.is_empty() {
            return Err("has no host".into());
        }
        if text.contains(['/', '?', '#', '\\']) {
            return Err("has a host with a character that would end it".into());
        }
        if text.contains('@') {
            return Err("has user information before its host, which is not supported".into());
        }
        let (host, port) = split(text).ok_or_else(|| invalid("a bracket is missing"))?;
        let port = port.map(|port| number(port, 10).and_then(|port| u16::try_from(port).ok()).ok_or(port));
        let port = port.transpose().map_err(|_| invalid("the port is none"))?;
        let own = if scheme.eq_ignore_ascii_case("https") { 443 } else { 80 };
        let (mut text, is_address) = match host.strip_prefix('[') {
            Some(rest) => (address_6(rest)?, true),
            None => name_or_address(host)?,
        };
        if let Some(port) = port.filter(|port| *port != own) {
            text.push(':');
            text.push_str(&port.to_string());
        }
        Ok(Self { text, is_address })
    }
}

/// What is before the port, with its brackets but the last one, and the port, if there is one.
fn split(text: &str) -> Option<(&str, Option<&str>)> {
    let (host, rest) = match text.starts_with('[') {
        true => text.split_once(']')?,
        false => text.split_at(text.find(':').unwrap_or(text.len())),
    };
    let port = match rest {
        "" => None,
        rest => Some(rest.strip_prefix(':')?),
    };
    Some((host, port.filter(|port| !port.is_empty())))
}

fn address_6(text: &str) -> Result<String, Problem> {
    let address: Ipv6Addr = text.parse().map_err(|_| invalid("the address in brackets is none"))?;
    Ok(match address.to_ipv4_mapped() {
        // The URL Standard has no dots in such addresses.
        Some(_) => {
            let [.., high, low] = address.segments();
            format!("[::ffff:{high:x}:{low:x}]")
        }
        None => format!("[{address}]"),
    })
}

fn name_or_address(host: &str) -> Result<(String, bool), Problem> {
    let decoded = decoded(host).ok_or_else(|| invalid("a `%` is none of an escape"))?;
    // Whoever decodes it once more would get another name.
    if decoded.contains('%') {
        return Err(invalid("it is escaped twice"));
    }
    let name = match decoded.is_ascii() {
        true => decoded.to_ascii_lowercase(),
        false => international(&decoded)?,
    };
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=".contains(&byte);
    if name.is_empty() || !name.bytes().all(is_allowed) {
        return Err(invalid("a character is none of a host"));
    }
    if ends_in_number(&name) {
        let address = address_4(&name).ok_or_else(|| invalid("the address is none"))?;
        return Ok((address.to_string(), true));
    }
    // A name in DNS has 253 characters at most, and each of its parts 63 (RFC 1035, section 2.3.4).
    let labels = name.strip_suffix('.').unwrap_or(&name);
    if labels.len() > 253 || labels.split('.').any(|label| !(1..=63).contains(&label.len())) {
        return Err("has a host with a part that is empty or too long".into());
    }
    Ok((name, false))
}

/// The host with its escapes as what they stand for.
fn decoded(host: &str) -> Option<Cow<'_, str>> {
    if !host.contains('%') {
        return Some(Cow::Borrowed(host));
    }
    let mut bytes = Vec::with_capacity(host.len());
    let mut rest = host.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        bytes.push(match first {
            b'%' => {
                let digits = std::str::from_utf8(after.get(..2)?).ok()?;
                rest = &after[2..];
                u8::try_from(number(digits, 16)?).ok()?
            }
            byte => *byte,
        });
    }
    String::from_utf8(bytes).ok().map(Cow::Owned)
}

/// A name beyond ASCII, as DNS has it.
#[cfg(feature = "reqwest")]
fn international(name: &str) -> Result<String, Problem> {
    let url = reqwest::Url::parse(&format!("http://{name}")).map_err(|error| invalid(&error.to_string()))?;
    Ok(url.host_str().unwrap_or_default().to_owned())
}

#[cfg(not(feature = "reqwest"))]
fn international(_: &str) -> Result<String, Problem> {
    Err("has a host with characters beyond ASCII: write it as DNS has it (`xn--…`), or turn on the feature `reqwest`, which \
         knows how that is"
        .into())
}

/// Whether whoever connects would take a name for an address of the fourth version.
fn ends_in_number(name: &str) -> bool {
    let labels = name.strip_suffix('.').unwrap_or(name);
    let last = labels.rsplit('.').next().unwrap_or_default();
    let is_decimal = !last.is_empty() && last.bytes().all(|byte| byte.is_ascii_digit());
    is_decimal || last.strip_prefix("0x").is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// One to four numbers, each decimal, octal after a `0` or hexadecimal after `0x`; the last one fills what is left.
fn address_4(name: &str) -> Option<Ipv4Addr> {
    let parts: Vec<&str> = name.strip_suffix('.').unwrap_or(name).split('.').collect();
    let (last, first) = parts.split_last().filter(|(_, first)| first.len() < 4)?;
    let mut address = part(last)?;
    let room = u32::BITS - 8 * u32::try_from(first.len()).ok()?;
    if address >= 1 << room {
        return None;
    }
    for (at, text) in (0..).zip(first) {
        address |= u64::from(u8::try_from(part(text)?).ok()?) << (24 - 8 * at);
    }
    u32::try_from(address).ok().map(Ipv4Addr::from_bits)
}

fn part(text: &str) -> Option<u64> {
    match text.strip_prefix("0x") {
        Some("") => Some(0),
        Some(digits) => number(digits, 16),
        None if text.len() > 1 && text.starts_with('0') => number(&text[1..], 8),
        None => number(text, 10),
    }
}

/// A number without a sign.
fn number(digits: &str, radix: u32) -> Option<u64> {
    digits.chars().all(|digit| digit.is_digit(radix)).then(|| u64::from_str_radix(digits, radix).ok()).flatten()
}

fn invalid(why: &str) -> Problem {
    format!("has no valid host and port ({why})").into()
}

#[cfg(test)]
mod tests {
    use super::Authority;

    fn text(authority: &str) -> Option<String> {
        Authority::parse("http", authority).ok().map(|authority| authority.text)
    }

    /// What connects reads such names by the rules of `inet_aton`, and a URL's parser by the same.
    #[test]
    fn numbers_are_addresses() {
        for (authority, expected) in [
            ("1.2.3.4", "1.2.3.4"),
            ("1.2.3.4.", "1.2.3.4"),
            ("1.2.772", "1.2.3.4"),
            ("1.131844", "1.2.3.4"),
            ("16909060", "1.2.3.4"),
            ("0X01020304", "1.2.3.4"),
            ("01.02.03.04", "1.2.3.4"),
            ("0x", "0.0.0.0"),
            ("0", "0.0.0.0"),
            ("1.0x", "1.0.0.0"),
            ("4294967295", "255.255.255.255"),
        ] {
            assert_eq!(text(authority).as_deref(), Some(expected), "{authority}");
        }
        for authority in [
            "4294967296",
            "18446744073709551616",
            "1.2.3.256",
            "1.2.65536",
            "1.16777216",
            "256.1",
            "08.1",
            "1..2",
            ".1",
            "a.1",
            "1.2.3.4.5",
            "0x1g.1",
        ] {
            assert_eq!(text(authority), None, "{authority}");
        }
        assert_eq!(text("0xg").as_deref(), Some("0xg"), "a name");
    }

    /// What is taken is also taken by a parser of URLs, and has the form that it gives.
    #[cfg(feature = "reqwest")]
    #[test]
    fn hosts_are_as_a_parser_of_urls_has_them() {
        const PARTS: [&str; 30] = [
            "a", "Z", "0", "1", "7", "8", "9", "255", "256", "0x", "f", "x", ".", ".", ".", "-", "_", "~", "!", "+",
            ":", "[", "]", "::", "%61", "%2e", "%", "ü", "xn--", "80",
        ];
        let mut rng = fastrand::Rng::with_seed(7);
        let mut taken = 0;
        for _ in 0..200_000 {
            let authority: String = (0..rng.usize(1..8)).map(|_| PARTS[rng.usize(..PARTS.len())]).collect();
            let Ok(ours) = Authority::parse("http", &authority) else { continue };
            let parsed = reqwest::Url::parse(&format!("http://{authority}/"));
            // What begins as punycode and is none is left to DNS.
            let Ok(parsed) = parsed else {
                assert!(authority.to_lowercase().contains("xn--"), "{authority} is taken as {}", ours.text);
                continue;
            };
            assert_eq!(parsed.as_str(), format!("http://{}/", ours.text), "{authority}");
            taken += 1;
        }
        assert!(taken > 20_000, "{taken}");
    }
}

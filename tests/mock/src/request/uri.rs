//! Paths and query strings, decoded.

use super::problem::Problem;

/// The values of a path's labels.
pub(crate) type Labels<'m> = Vec<(&'m str, String)>;

/// Splits a query string and decodes its parts.
pub(super) fn parse_query(query: &str) -> Result<Vec<(String, String)>, Problem> {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            Ok((decode(key)?, decode(value)?))
        })
        .collect()
}

/// Splits a form (`application/x-www-form-urlencoded`) and decodes its parts: as a query string, with a plus for a space.
pub(super) fn parse_form(form: &str) -> Result<Vec<(String, String)>, Problem> {
    parse_query(&form.replace('+', "%20"))
}

/// Undoes percent-encoding.
pub(crate) fn decode(text: &str) -> Result<String, Problem> {
    // Not quoted: it may be a secret.
    let malformed = || Problem::Malformed("A part of the path or of the query is not percent-encoded UTF-8".to_owned());
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
        let (Some(high), Some(low)) = (digit(rest.next()), digit(rest.next())) else {
            return Err(malformed());
        };
        // Two hexadecimal digits fit a byte.
        bytes.push((high * 16 + low) as u8);
    }
    String::from_utf8(bytes).map_err(|_| malformed())
}

/// Percent-encodes as SigV4 does: all but letters, digits, `-._~` and the bytes in `keep`.
pub(crate) fn encode(text: &str, keep: &str, into: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) || keep.as_bytes().contains(&byte) {
            into.push(char::from(byte));
        } else {
            into.push_str(&format!("%{byte:02X}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_encoding_is_undone() {
        assert_eq!(decode("a%2Fb%20%C3%A9"), Ok("a/b é".to_owned()));
        for malformed in ["%", "%4", "%zz", "%ff"] {
            assert!(decode(malformed).is_err(), "{malformed}");
        }
    }

    #[test]
    fn what_is_encoded_is_decoded_again() {
        let mut encoded = String::new();
        encode("a/b é~", "/", &mut encoded);
        assert_eq!(encoded, "a/b%20%C3%A9~");
        assert_eq!(decode(&encoded), Ok("a/b é~".to_owned()));
    }
}

//! Text as a part of a URI.

/// Percent-encodes everything but letters, digits, `-`, `.`, `_` and `~`: RFC 3986's unreserved characters. SigV4 wants it so.
///
/// ```
/// assert_eq!(sdk_runtime::endpoint::uri_encode("a b/ü"), "a%20b%2F%C3%BC");
/// ```
pub fn encode(text: &str) -> String {
    encoded(text, |_| false)
}

/// The same, with slashes as they are.
pub(crate) fn encode_path(text: &str) -> String {
    encoded(text, |byte| byte == b'/')
}

fn encoded(text: &str, stays: impl Fn(u8) -> bool) -> String {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') || stays(byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            encoded.push(char::from(HEX[usize::from(byte >> 4)]));
            encoded.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
    encoded
}

//! The `Authorization` header, read strictly.
//!
//! In: its value. Out: its parts, or what is wrong with it, as AWS's services put it:
//! `AWS4-HMAC-SHA256 Credential=ID/DAY/REGION/SERVICE/aws4_request, SignedHeaders=a;b, Signature=HEX`. The three may come in
//! any order, and the blank after a comma may be absent; nothing else may be.

use super::{INCOMPLETE, refused, scope};
use crate::request::Problem;

const ALGORITHM: &str = "AWS4-HMAC-SHA256";

/// What a signature says of itself.
#[derive(Debug)]
pub(super) struct Signed<'h> {
    pub(super) id: &'h str,
    pub(super) day: &'h str,
    pub(super) region: &'h str,
    pub(super) service: &'h str,
    /// The names of the headers that it covers.
    pub(super) covers: Vec<&'h str>,
    pub(super) signature: &'h str,
}

impl<'h> Signed<'h> {
    pub(super) fn parse(authorization: &'h str) -> Result<Self, Problem> {
        let (algorithm, rest) = authorization.split_once(' ').unwrap_or((authorization, ""));
        if algorithm != ALGORITHM {
            return refused(INCOMPLETE, format!("The Authorization header has to begin with '{ALGORITHM} '"));
        }
        let [mut credential, mut covers, mut signature] = [None; 3];
        for (index, part) in rest.split(',').enumerate() {
            let part = if index == 0 { part } else { part.strip_prefix(' ').unwrap_or(part) };
            let Some((name, value)) = part.split_once('=') else {
                return refused(INCOMPLETE, "A part of the Authorization header is no key=value pair");
            };
            let slot = match name {
                "Credential" => &mut credential,
                "SignedHeaders" => &mut covers,
                "Signature" => &mut signature,
                _ => return refused(INCOMPLETE, format!("The Authorization header has no '{}'", quoted(name))),
            };
            if slot.replace(value).is_some() {
                return refused(INCOMPLETE, format!("The Authorization header has '{name}' twice"));
            }
        }
        let [id, day, region, service] = credential_parts(required("Credential", credential)?)?;
        let covers = signed_headers(required("SignedHeaders", covers)?)?;
        let signature = required("Signature", signature)?;
        let is_hex = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'a'..=b'f');
        if signature.len() != 64 || !signature.bytes().all(is_hex) {
            return refused(INCOMPLETE, "Signature has to be 64 lower-case hexadecimal digits");
        }
        Ok(Signed { id, day, region, service, covers, signature })
    }
}

fn required<'h>(name: &str, value: Option<&'h str>) -> Result<&'h str, Problem> {
    match value {
        Some(value) => Ok(value),
        None => refused(INCOMPLETE, format!("Authorization header requires '{name}' parameter")),
    }
}

fn credential_parts(credential: &str) -> Result<[&str; 4], Problem> {
    match credential.split('/').collect::<Vec<_>>()[..] {
        [id, day, region, service, scope::TERMINATOR] => Ok([id, day, region, service]),
        [_, _, _, _, other] => {
            let message = format!("Credential should end with '{}', not with '{}'", scope::TERMINATOR, quoted(other));
            refused(INCOMPLETE, message)
        }
        ref parts => {
            let message = "Credential must have 5 parts between slashes: access key ID, day, Region, service, ending";
            refused(INCOMPLETE, format!("{message}; it has {}", parts.len()))
        }
    }
}

/// Names of headers: in lower case, sorted, each once.
fn signed_headers(text: &str) -> Result<Vec<&str>, Problem> {
    let names: Vec<_> = text.split(';').collect();
    // As HTTP's tokens, but for capital letters.
    let is_part = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9') || b"!#$%&'*+-.^_`|~".contains(&byte);
    if let Some(name) = names.iter().find(|name| name.is_empty() || !name.bytes().all(is_part)) {
        let message = format!("SignedHeaders has '{}', which is no header's name in lower case", quoted(name));
        return refused(INCOMPLETE, message);
    }
    for pair in names.windows(2) {
        let [one, next] = pair else { continue };
        if one == next {
            return refused(INCOMPLETE, format!("SignedHeaders has '{}' twice", quoted(one)));
        }
        if one > next {
            let message = format!("SignedHeaders has to be sorted: '{}' before '{}'", quoted(next), quoted(one));
            return refused(INCOMPLETE, message);
        }
    }
    Ok(names)
}

/// What a client sent, short enough for a message. Headers that can be read have no control characters.
pub(super) fn quoted(text: &str) -> &str {
    const LONGEST: usize = 40;
    text.char_indices().nth(LONGEST).map_or(text, |(end, _)| text.get(..end).unwrap_or_default())
}

/// Whether a header carries a bearer token, as [RFC 6750](https://www.rfc-editor.org/rfc/rfc6750#section-2.1) writes them.
pub(super) fn is_bearer(authorization: &str) -> bool {
    let token = authorization.strip_prefix("Bearer ").unwrap_or_default().trim_end_matches('=');
    !token.is_empty() && token.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~+/".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bearer_token_is_one_word() {
        for (header, is_one) in [
            ("Bearer abc.DEF-1_~+/==", true),
            ("Bearer ", false),
            ("Bearer  abc", false),
            ("Bearer a b", false),
            ("Bearer a, AWS4-HMAC-SHA256 Credential=x", false),
            ("Bearer ==", false),
            ("Bearer a=b", false),
            ("bearer", false),
            ("Basic abc", false),
        ] {
            assert_eq!(is_bearer(header), is_one, "{header}");
        }
    }
}

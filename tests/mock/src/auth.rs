//! Who asks: the signature of
//! [SigV4](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html), computed again
//! from the request as it arrived.
//!
//! In: a request, and what time it is. Out: the region that it was signed for, or why it isn't let in.

use crate::answer::Problem;
use crate::request::RecordedRequest;
use crate::uri::{decode, encode};
use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The one pair of credentials that the mock knows.
pub(crate) const ACCESS_KEY_ID: &str = "AKIDMOCKSERVICE";
/// Its secret, which is none.
pub(crate) const SECRET_ACCESS_KEY: &str = "not-a-secret-of-the-mock-service";

/// How far a request's clock may be off, in seconds, as with AWS.
const SKEW: i64 = 300;
/// Headers that a signature has to cover.
const COVERED: [&str; 2] = ["host", "x-amz-date"];
/// The hash of a body that a client doesn't sign.
const UNSIGNED: &str = "UNSIGNED-PAYLOAD";

fn refused<T>(code: &'static str, message: impl Into<std::borrow::Cow<'static, str>>) -> Result<T, Problem> {
    Err(Problem::Unauthorized(code, message.into()))
}

/// The region of a request's credential scope, provided that it was signed, for this service, with the mock's
/// credentials, and within [`SKEW`] of `now`. `may_leave_body` says whether the body may go unsigned.
pub(crate) fn region<'r>(
    request: &'r RecordedRequest,
    signing_name: &str,
    may_leave_body: bool,
    now: i64,
) -> Result<&'r str, Problem> {
    let Some(authorization) = request.header("authorization") else {
        return refused("MissingAuthenticationTokenException", "Missing authentication token");
    };
    let incomplete = "The Authorization header is not a complete SigV4 header";
    let (Some(signed), Some(date)) = (Signed::parse(authorization), request.header("x-amz-date")) else {
        return refused("IncompleteSignatureException", incomplete);
    };
    let [id, day, region, service, "aws4_request"] = signed.scope[..] else {
        return refused("IncompleteSignatureException", incomplete);
    };
    if !COVERED.iter().all(|name| signed.covers.contains(name)) {
        return refused("IncompleteSignatureException", "The signature has to cover host and x-amz-date");
    }
    if id != ACCESS_KEY_ID {
        return refused("UnrecognizedClientException", "The security token included in the request is invalid");
    }
    if service != signing_name {
        let message = format!("Credential should be scoped to correct service: '{signing_name}'");
        return refused("InvalidSignatureException", message);
    }
    match seconds(date) {
        Some(time) if date.starts_with(day) && (now - time).abs() <= SKEW => {}
        Some(_) if !date.starts_with(day) => {
            return refused("InvalidSignatureException", "The date in the credential scope is not that of x-amz-date");
        }
        Some(time) => {
            let message = format!("The request was signed {} s away from the service's time", (now - time).abs());
            return refused("InvalidSignatureException", message);
        }
        None => return refused("IncompleteSignatureException", "x-amz-date is not a date"),
    }
    let hash = body_hash(request, may_leave_body)?;
    let canonical = canonical(request, &signed, &hash)?;
    let scope = signed.scope.get(1..).unwrap_or_default().join("/");
    let text = format!("AWS4-HMAC-SHA256\n{date}\n{scope}\n{}", hex(&Sha256::digest(&canonical)));
    let secret = format!("AWS4{SECRET_ACCESS_KEY}");
    let key = [day, region, service, "aws4_request"].iter().fold(secret.into_bytes(), |key, part| hmac(&key, part));
    if hex(&hmac(&key, &text)) == signed.signature {
        Ok(region)
    } else {
        let message = "The signature is not the one that this request has with the mock's secret access key";
        // As AWS's services do, for those who write a signer. No key is in it.
        let expected = format!("The canonical request is\n'{canonical}'\nand the string to sign\n'{text}'");
        refused("InvalidSignatureException", format!("{message}\n\n{expected}"))
    }
}

struct Signed<'h> {
    scope: Vec<&'h str>,
    covers: Vec<&'h str>,
    signature: &'h str,
}

impl<'h> Signed<'h> {
    fn parse(authorization: &'h str) -> Option<Self> {
        let parts = authorization.strip_prefix("AWS4-HMAC-SHA256 ")?;
        let part = |name: &str| parts.split(',').find_map(|part| part.trim().strip_prefix(name)?.strip_prefix('='));
        Some(Signed {
            scope: part("Credential")?.split('/').collect(),
            covers: part("SignedHeaders")?.split(';').collect(),
            signature: part("Signature")?,
        })
    }
}

/// The hash of the body, or what stands for it.
fn body_hash(request: &RecordedRequest, may_leave_body: bool) -> Result<String, Problem> {
    let hash = hex(&Sha256::digest(&request.body));
    match request.header("x-amz-content-sha256") {
        Some(UNSIGNED) if may_leave_body => Ok(UNSIGNED.to_owned()),
        Some(given) if given != hash => {
            refused("InvalidSignatureException", "x-amz-content-sha256 is not the body's hash")
        }
        _ => Ok(hash),
    }
}

fn canonical(request: &RecordedRequest, signed: &Signed<'_>, hash: &str) -> Result<String, Problem> {
    let mut text = String::with_capacity(512);
    let _ = writeln!(text, "{}", request.method);
    // The path is encoded a second time, as for every service but S3.
    encode(&normal(&request.path), "/", &mut text);
    let _ = write!(text, "\n{}\n", canonical_query(&request.query)?);
    for name in &signed.covers {
        let values = request.headers.get_all(*name).iter().filter_map(|value| value.to_str().ok());
        let values: Vec<_> = values.map(|value| value.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        let _ = writeln!(text, "{name}:{}", values.join(","));
    }
    let _ = write!(text, "\n{}\n{hash}", signed.covers.join(";"));
    Ok(text)
}

/// A path without empty, `.` and `..` segments.
fn normal(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." => drop(kept.pop()),
            segment => kept.push(segment),
        }
    }
    let slash = if path.ends_with('/') && !kept.is_empty() { "/" } else { "" };
    format!("/{}{slash}", kept.join("/"))
}

fn canonical_query(query: &str) -> Result<String, Problem> {
    let mut pairs = Vec::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let again = |text: &str| -> Result<String, Problem> {
            let mut encoded = String::new();
            encode(&decode(text)?, "", &mut encoded);
            Ok(encoded)
        };
        pairs.push((again(key)?, again(value)?));
    }
    pairs.sort();
    let pairs: Vec<_> = pairs.iter().map(|(key, value)| format!("{key}={value}")).collect();
    Ok(pairs.join("&"))
}

/// `20260301T120000Z` in seconds since 1970.
fn seconds(date: &str) -> Option<i64> {
    let part = |from, to| date.get(from..to);
    let (year, month, day) = (part(0, 4)?, part(4, 6)?, part(6, 8)?);
    let (hour, minute, second) = (part(9, 11)?, part(11, 13)?, part(13, 15)?);
    let text = format!("{year}-{month}-{day}T{hour}:{minute}:{second}Z");
    Some(DateTime::from_str(&text, Format::DateTime).ok()?.secs())
}

/// The keyed hash that signs requests, and page tokens too.
pub(crate) fn hmac(key: &[u8], text: &str) -> Vec<u8> {
    // Keys of any length are taken.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else {
        return Vec::new();
    };
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

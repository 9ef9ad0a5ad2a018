//! The canonical form of a request, which is what a signature signs.
//!
//! In: a request as it arrived. Out: its text by
//! [SigV4's rules](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html), for all
//! services but S3.

use super::{INVALID, hex, once, refused};
use crate::request::{Problem, RecordedRequest, decode, encode};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The hash of a body that a client doesn't sign.
const UNSIGNED: &str = "UNSIGNED-PAYLOAD";
/// What says that each message of the body is signed.
const EVENTS: &str = "STREAMING-AWS4-HMAC-SHA256-EVENTS";

/// The hash of the body, or what stands for it. `may_be_absent` says whether the body may go unsigned.
pub(super) fn body_hash(request: &RecordedRequest, may_be_absent: bool) -> Result<String, Problem> {
    match once(request, "x-amz-content-sha256")? {
        Some(UNSIGNED) if may_be_absent => Ok(UNSIGNED.to_owned()),
        given => {
            let hash = hex(&Sha256::digest(&request.body));
            match given.is_none_or(|given| given == hash) {
                true => Ok(hash),
                false => refused(INVALID, "x-amz-content-sha256 is not the body's hash"),
            }
        }
    }
}

/// What stands for the hash of a stream of events, whose messages are signed one by one.
pub(super) fn stream_hash(request: &RecordedRequest) -> Result<String, Problem> {
    match once(request, "x-amz-content-sha256")? {
        Some(EVENTS) => Ok(EVENTS.to_owned()),
        _ => refused(INVALID, format!("x-amz-content-sha256 of a stream of events has to be {EVENTS}")),
    }
}

/// The canonical request, given the headers that are covered and the hash of the body.
pub(super) fn request(request: &RecordedRequest, covers: &[&str], hash: &str) -> Result<String, Problem> {
    let mut text = String::with_capacity(512);
    let _ = writeln!(text, "{}", request.method);
    // The path is encoded a second time, as for every service but S3.
    encode(&normal(&request.path), "/", &mut text);
    let _ = write!(text, "\n{}\n", query(&request.query)?);
    for name in covers {
        let _ = writeln!(text, "{name}:{}", values(request, name)?);
    }
    let _ = write!(text, "\n{}\n{hash}", covers.join(";"));
    Ok(text)
}

/// All values of a header, with one blank where there are more.
fn values(request: &RecordedRequest, name: &str) -> Result<String, Problem> {
    let mut values = Vec::new();
    for value in request.headers.get_all(name) {
        let Ok(value) = std::str::from_utf8(value.as_bytes()) else {
            return refused(INVALID, format!("The header '{name}' is signed, and is not UTF-8"));
        };
        values.push(value.split_ascii_whitespace().collect::<Vec<_>>().join(" "));
    }
    Ok(values.join(","))
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

/// A query string, encoded anew and sorted.
fn query(query: &str) -> Result<String, Problem> {
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

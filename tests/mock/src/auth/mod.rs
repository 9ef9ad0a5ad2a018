//! Who asks: the signature of
//! [SigV4](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html), computed again
//! from the request as it arrived.
//!
//! In: a request, what its operation asks of callers, and what time it is. Out: the Region that it was signed for, or why
//! it isn't let in; and the same of each message of a stream. What SigV4 forbids is refused even where the signature would fit.
//!
//! | file | knows |
//! |---|---|
//! | `header` | the `Authorization` header, part by part |
//! | `scope` | the credential scope: day, Region, service |
//! | `login` | passwords, API keys and tokens, where nothing is signed |
//! | `digest` | digests of passwords |
//! | `canonical` | the canonical request, and the hash of the body |
//! | `messages` | the signatures of a stream's messages |

mod canonical;
mod digest;
mod header;
mod login;
mod messages;
mod scope;

pub(crate) use digest::Digests;
pub(crate) use login::{API_KEY, PASSWORD, USER};
pub(crate) use messages::Chain;

use crate::model::{Login, Operation};
use crate::request::{Problem, RecordedRequest};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::fmt::Write;

/// The one pair of credentials that the mock knows.
pub(crate) const ACCESS_KEY_ID: &str = "AKIDMOCKSERVICE";
/// Its secret, which is none.
pub(crate) const SECRET_ACCESS_KEY: &str = "not-a-secret-of-the-mock-service";

/// Where callers are that don't sign.
const USUAL_REGION: &str = "us-east-1";

/// A signature that can't be read.
const INCOMPLETE: &str = "IncompleteSignatureException";
/// A signature that can be read, and isn't that of this request.
const INVALID: &str = "InvalidSignatureException";

fn refused<T>(code: &'static str, message: impl Into<Cow<'static, str>>) -> Result<T, Problem> {
    Err(Problem::Unauthorized(code, message.into()))
}

/// Who asks.
#[derive(Debug)]
pub(crate) struct Caller<'r> {
    /// The Region that it is in.
    pub(crate) region: &'r str,
    /// What the signatures of a stream's messages follow from, if the request is signed and has a stream.
    pub(crate) chain: Option<Chain>,
}

const UNSIGNED: Caller<'static> = Caller { region: USUAL_REGION, chain: None };

/// Who asks, provided that it is let in at `now`, in seconds since 1970: because it has signed, or because it has said who it is as
/// the operation takes it, or the operation takes anyone.
pub(crate) fn caller<'r>(
    request: &'r RecordedRequest,
    operation: &Operation,
    signing_name: &str,
    now: i64,
    digests: &Digests,
) -> Result<Caller<'r>, Problem> {
    let authorization = once(request, "authorization");
    let is_open = operation.anonymous && authorization.is_ok() && !has_login(request, operation);
    if login::lets_in(request, &operation.logins, digests) || is_open && !operation.signed {
        return Ok(UNSIGNED);
    }
    if !operation.signed {
        let challenges = login::challenges(&operation.logins);
        return Err(Problem::Unproven(challenges, "The request doesn't say who asks, or not truthfully".into()));
    }
    let Some(authorization) = authorization? else {
        return match is_open {
            true => Ok(UNSIGNED),
            false => refused("MissingAuthenticationTokenException", "Missing authentication token"),
        };
    };
    let signed = header::Signed::parse(authorization)?;
    let Some(date) = once(request, "x-amz-date")? else {
        return refused(INCOMPLETE, "The request needs an X-Amz-Date header");
    };
    covers_enough(request, &signed.covers)?;
    if signed.id != ACCESS_KEY_ID {
        return refused("UnrecognizedClientException", "The security token included in the request is invalid");
    }
    scope::check(&signed, signing_name, date, now)?;
    let hash = match operation.input_events {
        Some(_) => canonical::stream_hash(request)?,
        None => canonical::body_hash(request, operation.unsigned_payload)?,
    };
    verify(request, &signed, date, &hash)?;
    Ok(Caller { region: signed.region, chain: operation.input_events.as_ref().map(|_| Chain::new(&signed)) })
}

/// Whether a request has anything by which its operation's callers say who they are.
fn has_login(request: &RecordedRequest, operation: &Operation) -> bool {
    let of_header = |name: &str| request.headers.contains_key(name);
    operation.logins.iter().any(|login| match login {
        Login::Bearer | Login::Basic | Login::Digest => of_header("authorization"),
        Login::Header(name, _) => of_header(name),
        Login::Query(name) => request.query.split('&').any(|pair| pair.split('=').next() == Some(name)),
    })
}

/// A header's value, where it is there. One that decides who asks must not be there twice, nor hide from being read.
fn once<'r>(request: &'r RecordedRequest, name: &str) -> Result<Option<&'r str>, Problem> {
    let mut values = request.headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (None, _) => Ok(None),
        (Some(_), Some(_)) => refused(INCOMPLETE, format!("The request has more than one {name} header")),
        (Some(value), None) => match value.to_str() {
            Ok(value) => Ok(Some(value)),
            Err(_) => refused(INCOMPLETE, format!("The {name} header is not text")),
        },
    }
}

/// Whether a signature covers `host` and all headers that are AWS's, and nothing that isn't there.
fn covers_enough(request: &RecordedRequest, covers: &[&str]) -> Result<(), Problem> {
    let owed = request.headers.keys().map(http::HeaderName::as_str).filter(|name| name.starts_with("x-amz-"));
    if let Some(owed) = ["host"].into_iter().chain(owed).find(|name| !covers.contains(name)) {
        return refused(INVALID, format!("'{owed}' must be one of the SignedHeaders of the Authorization header"));
    }
    match covers.iter().find(|name| !request.headers.contains_key(**name)) {
        Some(absent) => {
            refused(INVALID, format!("SignedHeaders has '{}', which the request has not", header::quoted(absent)))
        }
        None => once(request, "host").map(drop),
    }
}

/// Computes the signature again.
fn verify(request: &RecordedRequest, signed: &header::Signed<'_>, date: &str, hash: &str) -> Result<(), Problem> {
    let canonical = canonical::request(request, &signed.covers, hash)?;
    let header::Signed { day, region, service, .. } = signed;
    let scope = format!("{day}/{region}/{service}/{}", scope::TERMINATOR);
    let text = format!("AWS4-HMAC-SHA256\n{date}\n{scope}\n{}", hex(&Sha256::digest(&canonical)));
    if hex(&hmac(&key(day, region, service), &text)) == signed.signature {
        return Ok(());
    }
    let message = "The signature is not the one that this request has with the mock's secret access key";
    // As AWS's services do, for those who write a signer. No key is in it.
    let expected = format!("The canonical request is\n'{canonical}'\nand the string to sign\n'{text}'");
    refused(INVALID, format!("{message}\n\n{expected}"))
}

/// The key that signatures of a day are made with.
fn key(day: &str, region: &str, service: &str) -> Vec<u8> {
    let secret = format!("AWS4{SECRET_ACCESS_KEY}").into_bytes();
    [day, region, service, scope::TERMINATOR].into_iter().fold(secret, |key, part| hmac(&key, part))
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

//! Signature Version 4, and 4A with the feature `sigv4a`, through `aws-sigv4`; and digests of passwords with `digest-auth`.
//!
//! In: a request with its final URL, headers and body, and credentials. Out: the same request with `authorization`,
//! `x-amz-date` and, for temporary credentials, `x-amz-security-token`
//! ([Signing AWS API requests](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html)).
//! The path is percent-encoded once more and its dot segments are resolved before it is signed, as every service but
//! S3 does; labels that are dot segments never get here.

#[cfg(feature = "digest-auth")]
pub(crate) mod digest;

#[cfg(feature = "event-stream")]
mod messages;

#[cfg(feature = "event-stream")]
pub(crate) use messages::{SignedScope, sign_message};

#[cfg(feature = "presigning")]
mod presign;

#[cfg(feature = "presigning")]
pub(crate) use presign::sign_url;

use crate::error::BoxError;
use aws_credential_types::Credentials;
use aws_sigv4::http_request::{
    PayloadChecksumKind, PercentEncodingMode, SignableBody, SignableRequest, SigningParams, SigningSettings,
    UriPathNormalizationMode, sign,
};
use aws_sigv4::sign::v4;
use aws_smithy_runtime_api::client::identity::Identity;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::http::Headers;
use aws_smithy_types::body::SdkBody;
use std::time::SystemTime;

/// Headers that proxies or the transport may change or that differ by attempt.
const UNSIGNED: [&str; 11] = [
    "amz-sdk-invocation-id",
    "amz-sdk-request",
    "authorization",
    "connection",
    "content-length",
    "expect",
    "te",
    "transfer-encoding",
    "user-agent",
    "x-amz-user-agent",
    "x-amzn-trace-id",
];

/// What a signature is made for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scope<'a> {
    /// The region; of an asymmetric signature, the set of regions, with commas between.
    pub(crate) region: &'a str,
    pub(crate) name: &'a str,
    pub(crate) time: SystemTime,
    /// The path is signed as it is sent, not encoded once more.
    pub(crate) single_encoding: bool,
    /// Dot segments of the path are signed as they are sent, not resolved.
    pub(crate) with_dot_segments: bool,
    /// Signature Version 4A.
    pub(crate) asymmetric: bool,
    /// The credentials are those of a session with a bucket, and their token has a name of its own.
    pub(crate) of_session: bool,
}

/// Whether this crate can make signatures of Version 4A.
pub(crate) const HAS_SIGV4A: bool = cfg!(feature = "sigv4a");

/// What a signature says of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PayloadHash {
    /// The digest of what is in memory.
    Bytes,
    /// This digest, of a stream that was read ahead.
    Digest(String),
    /// Nothing: the body isn't signed.
    Unsigned,
    /// That each message of a stream has a signature of its own.
    #[cfg(feature = "event-stream")]
    Events,
    /// Nothing either; a checksum follows it.
    #[cfg(feature = "checksums")]
    UnsignedTrailer,
}

/// AWS has published no form of such signatures; its own libraries refuse as well.
#[cfg(feature = "event-stream")]
const NO_EVENTS: &str = "a stream of events can't be signed by sigv4a, which has no signatures for messages: call an endpoint \
                         of one region, which takes sigv4 (`endpoint_url`, or what the rules go by), and if an \
                         `auth_scheme_resolver` is set, have it choose `sigv4`";

/// Signs the request; an earlier signature is replaced. The new one is returned, for what follows from it.
pub(crate) fn sign_request(
    request: &mut HttpRequest,
    credentials: Credentials,
    scope: Scope<'_>,
    payload_hash: &PayloadHash,
) -> Result<String, BoxError> {
    check(&credentials)?;
    for stale in ["authorization", "x-amz-date", "x-amz-region-set", "x-amz-security-token", SESSION_TOKEN] {
        request.headers_mut().remove(stale);
    }
    let identity = Identity::from(credentials);
    #[cfg(feature = "event-stream")]
    if scope.asymmetric && *payload_hash == PayloadHash::Events {
        return Err(NO_EVENTS.into());
    }
    let params = params(&identity, scope, settings(scope, payload_hash))?;
    let body = match (payload_hash, request.body().bytes()) {
        (PayloadHash::Unsigned, _) => SignableBody::UnsignedPayload,
        #[cfg(feature = "event-stream")]
        (PayloadHash::Events, _) => SignableBody::Precomputed(messages::PAYLOAD.to_owned()),
        #[cfg(feature = "checksums")]
        (PayloadHash::UnsignedTrailer, _) => SignableBody::StreamingUnsignedPayloadTrailer,
        // An interceptor may have put other bytes in a stream's place.
        (_, Some(bytes)) => SignableBody::Bytes(bytes),
        (PayloadHash::Digest(digest), None) => SignableBody::Precomputed(digest.clone()),
        (PayloadHash::Bytes, None) => {
            return Err("an interceptor made a stream of the body, which can't be signed".into());
        }
    };
    let signable = signable(request, body)?;
    let (instructions, signature) = sign(signable, &params)?.into_parts();
    let (headers, _query) = instructions.into_parts();
    for header in headers {
        let added = request.headers_mut().try_insert(header.name(), header.value().to_owned());
        added.map_err(|_| format!("the header {} can't be sent: a part of it has a line break", header.name()))?;
    }
    Ok(signature)
}

/// What `aws-sigv4` signs: of the headers those that are signed, since it makes copies of all that it is shown.
fn signable<'a>(request: &'a HttpRequest, body: SignableBody<'a>) -> Result<SignableRequest<'a>, BoxError> {
    let headers = request.headers();
    if let Some((name, _)) = headers.iter_bytes().find(|(_, value)| std::str::from_utf8(value).is_err()) {
        return Err(format!("the header {name} can't be signed: its value is not UTF-8").into());
    }
    let signed = headers.iter().filter(|(name, _)| !UNSIGNED.contains(name));
    // Tabs around a value are none of it (RFC 9110, section 5.5); `aws-sigv4` knows that of blanks alone.
    let signed = signed.map(|(name, value)| (name, value.trim_matches([' ', '\t'])));
    Ok(SignableRequest::new(request.method(), request.uri().to_owned(), signed, body)?)
}

/// What `aws-sigv4` signs by.
fn params<'a>(
    identity: &'a Identity,
    scope: Scope<'a>,
    settings: SigningSettings,
) -> Result<SigningParams<'a>, BoxError> {
    let Scope { region, name, time, asymmetric, .. } = scope;
    if !asymmetric {
        let params = v4::SigningParams::builder().identity(identity).region(region).name(name).time(time);
        return Ok(params.settings(settings).build()?.into());
    }
    #[cfg(feature = "sigv4a")]
    {
        use aws_sigv4::sign::v4a;
        let params = v4a::SigningParams::builder().identity(identity).region_set(region).name(name).time(time);
        Ok(params.settings(settings).build()?.into())
    }
    #[cfg(not(feature = "sigv4a"))]
    Err("requests are signed by sigv4a only with the feature `sigv4a` of `sdk-runtime`: enable it".into())
}

/// Puts headers in place of others of the same name. Those that prove who calls are marked as sensitive: they are not
/// shown, and not kept by HTTP/2's compression. A signature's are marked as they are sent.
pub(crate) fn insert<N: http::header::IntoHeaderName>(
    request: &mut HttpRequest,
    made: Vec<(N, http::HeaderValue, bool)>,
) -> Result<(), BoxError> {
    // The request's own way to insert a header forgets the mark, and only a whole request gives its headers away.
    let mut whole = HttpRequest::new(SdkBody::taken());
    std::mem::swap(whole.headers_mut(), request.headers_mut());
    let mut headers = whole.try_into_http1x()?.into_parts().0.headers;
    for (name, mut value, sensitive) in made {
        value.set_sensitive(sensitive);
        headers.insert(name, value);
    }
    *request.headers_mut() = Headers::try_from(headers)?;
    Ok(())
}

/// Refuses credentials that can't be sent or hardly are what was meant, and names the part that is wrong, never its
/// value. A line break at the end is the usual one, from a file or a terminal.
fn check(credentials: &Credentials) -> Result<(), BoxError> {
    let is_word = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b',');
    let secret = credentials.secret_access_key();
    let (part, problem) = if !is_word(credentials.access_key_id()) {
        ("access key ID", UNSENDABLE)
    } else if credentials.session_token().is_some_and(|token| !is_word(token)) {
        ("session token", UNSENDABLE)
    } else if secret.trim() != secret || secret.contains(char::is_control) {
        ("secret access key", "begins or ends with a blank or has a line break in it")
    } else {
        return Ok(());
    };
    Err(format!("the {part} {problem}: correct `credentials_provider`, or where it takes the {part} from").into())
}

/// Refuses a login with characters that none can have (RFC 7617, section 2; RFC 7616, section 4), without its value.
#[cfg(feature = "http-auth")]
pub(crate) fn check_login(
    setting: &str,
    login: &aws_smithy_runtime_api::client::identity::http::Login,
) -> Result<(), BoxError> {
    for (part, text) in [("user", login.user()), ("password", login.password())] {
        if text.chars().any(char::is_control) {
            let problem = "has a line break or another control character";
            return Err(format!("the {part} of the login {problem}: correct `{setting}`").into());
        }
    }
    Ok(())
}

const UNSENDABLE: &str = "is empty or has a blank, a line break or another character that an HTTP header can't hold";

/// The names that requests to Amazon S3 are signed for.
const S3: [&str; 4] = ["s3", "s3-object-lambda", "s3-outposts", "s3express"];

/// The header that the token of a session with a bucket is in (Amazon S3 API Reference, "CreateSession").
const SESSION_TOKEN: &str = "x-amz-s3session-token";

/// The defaults are those of every service but Amazon S3, whose paths are signed as they are sent and whose requests say
/// the body's hash in a header (Amazon S3 API Reference, "Authenticating Requests: Using the Authorization Header").
fn settings(scope: Scope<'_>, payload_hash: &PayloadHash) -> SigningSettings {
    let mut settings = SigningSettings::default();
    settings.excluded_headers = None;
    let is_s3 = S3.contains(&scope.name);
    if is_s3 {
        settings.uri_path_normalization_mode = UriPathNormalizationMode::Disabled;
    }
    if is_s3 || !matches!(payload_hash, PayloadHash::Bytes | PayloadHash::Digest(_)) {
        // For others `x-amz-content-sha256: UNSIGNED-PAYLOAD`, or what else it is, so that the service knows.
        settings.payload_checksum_kind = PayloadChecksumKind::XAmzSha256;
    }
    if is_s3 || scope.single_encoding {
        settings.percent_encoding_mode = PercentEncodingMode::Single;
    }
    if scope.of_session {
        settings.session_token_name_override = Some(SESSION_TOKEN);
    }
    if scope.with_dot_segments {
        settings.uri_path_normalization_mode = UriPathNormalizationMode::Disabled;
    }
    settings
}

#[cfg(test)]
#[path = "sign_tests.rs"]
mod tests;

//! A signature in the URL
//! ([Signature Version 4 in query parameters](https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html)).

use super::{PayloadHash, S3, Scope, check, params, settings};
use crate::error::BoxError;
use crate::uri::encode;
use aws_credential_types::Credentials;
use aws_sigv4::http_request::{PayloadChecksumKind, SignableBody, SignableRequest, SignatureLocation, sign};
use aws_smithy_runtime_api::client::identity::Identity;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use std::time::Duration;

/// The URL of a request with a signature in it that holds for a time. The body isn't signed: Amazon S3 takes any, others none.
pub(crate) fn sign_url(
    request: &HttpRequest,
    credentials: Credentials,
    scope: Scope<'_>,
    expires_in: Duration,
) -> Result<String, BoxError> {
    check(&credentials)?;
    let body = if S3.contains(&scope.name) { SignableBody::UnsignedPayload } else { SignableBody::Bytes(b"") };
    let mut settings = settings(scope, &PayloadHash::Bytes);
    settings.signature_location = SignatureLocation::QueryParams;
    settings.payload_checksum_kind = PayloadChecksumKind::NoHeader;
    settings.expires_in = Some(expires_in);
    settings.session_token_name_override = scope.of_session.then_some("X-Amz-S3session-Token");
    let identity = Identity::from(credentials);
    let params = params(&identity, scope, settings)?;
    if let Some((name, _)) = request.headers().iter_bytes().find(|(_, value)| std::str::from_utf8(value).is_err()) {
        return Err(format!("the header {name} can't be signed: its value is not UTF-8").into());
    }
    let headers = request.headers().iter().map(|(name, value)| (name, value.trim_matches([' ', '\t'])));
    let signable = SignableRequest::new(request.method(), request.uri().to_owned(), headers, body)?;
    let (instructions, _signature) = sign(signable, &params)?.into_parts();
    let mut url = request.uri().to_owned();
    for (name, value) in instructions.into_parts().1 {
        url.push(if url.contains('?') { '&' } else { '?' });
        url.push_str(&format!("{}={}", encode(name), encode(&value)));
    }
    Ok(url)
}

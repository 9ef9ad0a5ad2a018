//! A signature in the URL
//! ([Signature Version 4 in query parameters](https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html)).

use super::{PayloadHash, S3, Scope, check, params, settings, signable};
use crate::error::BoxError;
use crate::uri::encode;
use aws_credential_types::Credentials;
use aws_sigv4::http_request::{PayloadChecksumKind, SignableBody, SignatureLocation, sign};
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
    let (instructions, _signature) = sign(signable(request, body)?, &params)?.into_parts();
    let mut url = request.uri().to_owned();
    for (name, value) in instructions.into_parts().1 {
        url.push(if url.contains('?') { '&' } else { '?' });
        url.push_str(&format!("{}={}", encode(name), encode(&value)));
    }
    Ok(url)
}

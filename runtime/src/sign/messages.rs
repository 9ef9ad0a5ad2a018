//! Signatures of a stream's messages.
//!
//! Each message goes as the payload of another one, whose headers are the date and a signature of date, payload and the
//! signature before; the first follows from the request's. A message around nothing is the end
//! ([Event stream encoding](https://docs.aws.amazon.com/transcribe/latest/dg/streaming-setting-up.html)).

use crate::error::BoxError;
use aws_credential_types::Credentials;
use aws_sigv4::event_stream::{SigningParams, sign_empty_message, sign_message as sign};
use aws_smithy_runtime_api::client::identity::Identity;
use aws_smithy_types::event_stream::Message;
use std::time::SystemTime;

/// What a request says of such a body in place of its digest.
pub(super) const PAYLOAD: &str = "STREAMING-AWS4-HMAC-SHA256-EVENTS";

/// What a request was signed for.
#[derive(Clone, Debug)]
pub(crate) struct SignedScope {
    pub(crate) region: String,
    pub(crate) name: String,
}

/// The message around one, or around nothing, and its signature.
pub(crate) fn sign_message(
    message: Option<&Message>,
    last: &str,
    credentials: &Credentials,
    scope: &SignedScope,
    time: SystemTime,
) -> Result<(Message, String), BoxError> {
    let identity = Identity::from(credentials.clone());
    let params: SigningParams<'_> = aws_sigv4::sign::v4::SigningParams::builder()
        .identity(&identity)
        .region(&scope.region)
        .name(&scope.name)
        .time(time)
        .settings(())
        .build()?;
    let signed = match message {
        Some(message) => sign(message, last, &params)?,
        None => sign_empty_message(last, &params)?,
    };
    Ok(signed.into_parts())
}

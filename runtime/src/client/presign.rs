//! A call that is signed and not sent.
//!
//! In: an operation's request. Out: the same with its signature in the URL. The way is that of a call as far as the signature:
//! endpoint, interceptors, credentials. A body is the sender's matter and not signed, so that no checksum is made of it.

use super::assemble::normalize;
use super::customize::BoxFuture;
use super::dispatch::Call;
use super::failure::Failure;
use super::offered::offered;
use super::presigning::{PresignedRequest, PresigningConfig};
use super::recursion::TRACE_ID;
use super::{Handle, Inner, Operation, Request};
use crate::declare::{Scheme, Transfer};
use crate::error::context::Facts;
use crate::error::{BoxError, SdkError};
use crate::http::RequestParts;
use crate::sign::sign_url;
use crate::timeout::{Deadline, Kind, Limits};
use crate::uri::encode;
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::pin::pin;
use std::sync::Arc;

/// Headers of one client's call, which another's needn't have.
const OWN: [&str; 5] = ["user-agent", "amz-sdk-invocation-id", "amz-sdk-request", TRACE_ID, "content-length"];

impl Handle {
    /// Signs a call to be sent by others. `as_get` turns a request whose body is JSON into a `GET` that says the same in its
    /// query.
    ///
    /// # Errors
    /// As for [`send`](Handle::send), as far as that gets without being sent.
    #[doc(hidden)]
    pub async fn presign<O: Operation>(
        &self,
        input: &mut O,
        config: PresigningConfig,
        as_get: bool,
    ) -> Result<PresignedRequest, SdkError<O::Error>> {
        let name = O::METADATA.name;
        let tokens = &self.inner.shared.tokens;
        let request = match input.build_request(&mut || tokens.make_idempotency_token()) {
            Ok(request) => request,
            Err(error) => return Err(SdkError::construction_with(Facts::of(name), error.into())),
        };
        presign(self.inner.clone(), request, config, as_get).await.map_err(|failure| failure.into_error(name))
    }
}

/// Boxed, so that it is compiled here and nowhere else.
fn presign(
    inner: Arc<Inner>,
    mut request: Request,
    config: PresigningConfig,
    as_get: bool,
) -> BoxFuture<Result<PresignedRequest, Failure>> {
    Box::pin(async move {
        let limits = Limits::of(inner.config.timeout_config(), None, None);
        let deadline = Deadline::new(Kind::Operation, limits.operation, inner.deadlines.clone());
        let signed = async {
            request.transfer = Transfer::PLAIN;
            request.stream = None;
            if as_get {
                into_query(&mut request.parts)?;
            }
            let (mut call, mut request) = Call::new(inner, Box::new(request), None, limits).await?;
            if as_get {
                request.set_method("GET")?;
            }
            call.hooks.begin(request)?;
            call.presign(&config).await
        };
        match deadline.hold(pin!(signed)).await {
            Ok(signed) => signed.map_err(Failure::Construction),
            Err(elapsed) => Err(Failure::Timeout(elapsed)),
        }
    })
}

impl Call {
    async fn presign(&mut self, config: &PresigningConfig) -> Result<PresignedRequest, BoxError> {
        self.hooks.rewind();
        self.hooks.before_attempt()?;
        self.hooks.before_signing()?;
        let verbatim = self.verbatim;
        let request = self.request()?;
        normalize(request, verbatim)?;
        for name in OWN {
            request.headers_mut().remove(name);
        }
        let scheme = match offered(self.auth.schemes, &self.place.endpoint).as_slice() {
            schemes if schemes.contains(&Scheme::SigV4) => Scheme::SigV4,
            schemes if schemes.contains(&Scheme::SigV4a) => Scheme::SigV4a,
            _ => return Err("only requests that are signed can be presigned, and this operation's are not".into()),
        };
        let credentials = self.inner.credentials(&self.hooks.bag).await?;
        let credentials =
            credentials.ok_or("a request can't be presigned without credentials: set `credentials_provider`")?;
        let credentials = self.of_session(credentials).await?;
        let mut signing = self.signing(scheme)?;
        signing.time = config.start_time.unwrap_or(signing.time);
        let request = self.request()?;
        let url = sign_url(request, credentials, signing.scope(), config.expires_in)?;
        request.set_uri(url)?;
        self.hooks.after_signing()?;
        let request = self.request()?;
        let mut headers = http::HeaderMap::new();
        for (name, value) in request.headers().iter() {
            headers.append(http::HeaderName::try_from(name)?, http::HeaderValue::try_from(value)?);
        }
        PresignedRequest::new(request.method(), request.uri(), headers)
    }
}

/// Says in the query what the body says: each member, each item of a list.
fn into_query(parts: &mut RequestParts) -> Result<(), BoxError> {
    let body = std::mem::take(&mut parts.body);
    parts.headers.remove(http::header::CONTENT_TYPE);
    parts.content_type = None;
    // As they are written, since a `Value` has no room for every digit of a number.
    let members: BTreeMap<String, Box<RawValue>> =
        if body.is_empty() { BTreeMap::new() } else { serde_json::from_slice(&body)? };
    for (name, value) in members {
        let items = if value.get().starts_with('[') { serde_json::from_str(value.get())? } else { vec![value] };
        for item in items {
            let text = match item.get() {
                "null" => continue,
                text if text.starts_with('"') => serde_json::from_str(text)?,
                structure if structure.starts_with(['{', '[']) => {
                    return Err(format!("{name} is a structure, which can't be said in a URL").into());
                }
                plain => plain.to_owned(),
            };
            let separator = if parts.query.is_empty() { "" } else { "&" };
            parts.query.push_str(&format!("{separator}{}={}", encode(&name), encode(&text)));
        }
    }
    Ok(())
}

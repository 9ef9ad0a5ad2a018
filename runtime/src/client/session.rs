//! Sessions with Amazon S3's directory buckets: endpoints that take requests signed by `sigv4-s3express` want credentials that
//! are made for one bucket and hold for minutes (Amazon S3 API Reference, "CreateSession").
//!
//! In: a bucket, and the credentials of the client. Out: credentials of a session, kept until they are about to expire. Those
//! who need the same at the same time wait for one answer.

use super::authorize::OPENS_SESSION;
use super::dispatch::dispatch;
use super::failure::Failure;
use super::{Inner, Request};
use crate::codec::{within, xml};
use crate::declare::{Effect, Metadata, Service};
use crate::endpoint::EndpointParams;
use crate::error::BoxError;
use crate::http::RequestParts;
use aws_credential_types::Credentials;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_types::date_time::{DateTime, Format};
use bytes::Bytes;
use std::fmt::{self, Display, Formatter};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

/// The name that endpoints have for such signatures.
pub(super) const SCHEME: &str = "sigv4-s3express";

/// Sessions that hold for less than this are opened anew: requests take their time.
const AHEAD: Duration = Duration::from_secs(30);

/// How long a session holds whose end can't be read.
const HOLDS: Duration = Duration::from_secs(300);

/// Sessions are kept for this many buckets and credentials at a time.
const MOST: usize = 100;

/// The sessions of a client, and of those that are made from it.
#[derive(Clone, Default)]
pub(super) struct Sessions(Arc<Mutex<Vec<(Key, Cell)>>>);

/// A bucket, and the access key ID of the credentials that the session was opened with.
type Key = (String, String);

type Cell = Arc<tokio::sync::Mutex<Option<Credentials>>>;

impl Sessions {
    fn cell(&self, key: Key) -> Cell {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, cell)) = kept.iter().find(|(known, _)| *known == key) {
            return cell.clone();
        }
        if kept.len() >= MOST {
            kept.remove(0);
        }
        let cell = Cell::default();
        kept.push((key, cell.clone()));
        cell
    }

    /// Forgets the sessions with a bucket, which the service calls expired.
    pub(super) fn forget(&self, bucket: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).retain(|((known, _), _)| known != bucket);
    }
}

impl Inner {
    /// Credentials of a session with a bucket.
    pub(super) async fn session(
        self: &Arc<Self>,
        bucket: &str,
        credentials: &Credentials,
    ) -> Result<Credentials, BoxError> {
        // What stands in for the transport answers calls however they are signed.
        if self.config.settings.stand_in.is_some() {
            return Ok(credentials.clone());
        }
        let cell = self.shared.sessions.cell((bucket.to_owned(), credentials.access_key_id().to_owned()));
        let mut kept = cell.lock().await;
        let now = self.time.now();
        let holds = |kept: &&Credentials| kept.expiry().is_none_or(|end| end > now + AHEAD);
        if let Some(credentials) = kept.as_ref().filter(holds) {
            return Ok(credentials.clone());
        }
        let opened = self.open(bucket, now).await;
        let opened = opened.map_err(|source| NoSession { bucket: bucket.to_owned(), source })?;
        *kept = Some(opened.clone());
        Ok(opened)
    }

    async fn open(self: &Arc<Self>, bucket: &str, now: SystemTime) -> Result<Credentials, BoxError> {
        let parts = RequestParts {
            path: String::new(),
            verbatim: false,
            query: "session".to_owned(),
            headers: http::HeaderMap::new(),
            body: Bytes::new(),
            content_type: None,
        };
        // The rules then give the bucket's endpoint with the client's own signature.
        let params = EndpointParams::new().set("Bucket", Some(bucket)).set("DisableS3ExpressSessionAuth", Some(true));
        let request = Request {
            bare_errors: true,
            endpoint_params: params.finish()?,
            ..Request::new(create_session(self.service), parts)
        };
        let response = dispatch(self.clone(), Box::new(request), None).await.map_err(reason)?;
        read(&response, now)
    }
}

/// The operation of a service that opens sessions. It is made once for each and kept for the program's life, as those that
/// generated code declares are.
fn create_session(service: &'static Service) -> &'static Metadata {
    static MADE: Mutex<Vec<&'static Metadata>> = Mutex::new(Vec::new());
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = made.iter().find(|known| std::ptr::eq(known.service, service)) {
        return known;
    }
    let new = Metadata { service, name: OPENS_SESSION, method: "GET", uri: "?session", effect: Effect::ReadOnly };
    let new: &'static Metadata = Box::leak(Box::new(new));
    made.push(new);
    new
}

/// What an answer says, in words.
fn reason(failure: Failure) -> BoxError {
    match failure {
        Failure::Construction(error) | Failure::Response(error, _) => error,
        Failure::Timeout(elapsed) => elapsed.into(),
        Failure::Dispatch(error) => error.into(),
        Failure::Answer(answer) => {
            let message = answer.meta.message().map(|message| format!(": {message}")).unwrap_or_default();
            format!("{}{message} (HTTP {})", answer.code(), answer.response.status().as_u16()).into()
        }
    }
}

/// The credentials in an answer. They never hold for longer than sessions do, whatever it says.
fn read(response: &HttpResponse, now: SystemTime) -> Result<Credentials, BoxError> {
    within(MEMORY, || read_session(response.body().bytes().unwrap_or_default(), now))
}

/// How much memory an answer's elements may take: 1 MiB, which is a thousand times what they need.
const MEMORY: usize = 1 << 20;

fn read_session(body: &[u8], now: SystemTime) -> Result<Credentials, BoxError> {
    let root = xml::parse(body)?;
    let found = root.child("Credentials").ok_or("the answer has no credentials")?;
    let said = |name: &str| found.said(name).ok_or_else(|| format!("the answer's credentials have no {name}"));
    let end = found.said("Expiration").and_then(|end| DateTime::from_str(end, Format::DateTimeWithOffset).ok());
    let end = end.and_then(|end| SystemTime::try_from(end).ok()).unwrap_or(now + HOLDS).min(now + HOLDS);
    let (id, secret, token) = (said("AccessKeyId")?, said("SecretAccessKey")?, said("SessionToken")?);
    Ok(Credentials::new(id, secret, Some(token.to_owned()), Some(end), OPENS_SESSION))
}

/// No session could be opened.
#[derive(Debug)]
struct NoSession {
    bucket: String,
    source: BoxError,
}

impl Display for NoSession {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let bucket = crate::text::line(&self.bucket, crate::text::SHORT);
        write!(
            f,
            "no session with the bucket {bucket} could be opened: allow `s3express:CreateSession` to the credentials, or set \
             `disable_s3_express_session_auth`"
        )
    }
}

impl std::error::Error for NoSession {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(self.source.as_ref())
    }
}

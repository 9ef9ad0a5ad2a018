//! Why no answer came.

use std::error::Error;
use std::fmt::{self, Display, Formatter};

/// What was being done when the transport failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Phase {
    /// Preparing the client, e.g. its certificates: nothing was sent.
    Prepare,
    /// Opening a connection: nothing was sent.
    Connect,
    /// Sending the request, or waiting for the answer's head.
    Exchange,
    /// Reading the answer's body.
    Receive,
}

/// A failed exchange: the phase, the endpoint and the cause. It stands as source within a
/// [`ConnectorError`](crate::error::ConnectorError).
#[derive(Debug)]
pub struct TransportError {
    phase: Phase,
    endpoint: String,
    /// Says it all, the cause included: a deadline, or a limit.
    complete: Option<String>,
    source: Option<Box<dyn Error + Send + Sync>>,
}

impl TransportError {
    pub(crate) fn new(phase: Phase, endpoint: String, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { phase, endpoint, complete: None, source: Some(source.into()) }
    }

    /// An error whose text needs no cause beneath.
    pub(crate) fn complete(phase: Phase, endpoint: String, text: impl Into<String>) -> Self {
        Self { phase, endpoint, complete: Some(text.into()), source: None }
    }

    pub(crate) fn with_source(mut self, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        self.source = Some(source.into());
        self
    }

    pub(crate) fn is_complete(&self) -> bool {
        self.complete.is_some()
    }

    /// What was being done.
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// Scheme, host and port that the request went to.
    pub fn endpoint(&self) -> &str {
        &self.endpoint
    }

    /// Whether the request surely never left.
    pub fn is_unsent(&self) -> bool {
        matches!(self.phase, Phase::Prepare | Phase::Connect)
    }
}

impl Display for TransportError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let endpoint = &self.endpoint;
        if let Some(text) = &self.complete {
            return f.write_str(text);
        }
        match self.phase {
            Phase::Prepare => write!(f, "could not prepare a request to {endpoint}"),
            Phase::Connect => write!(f, "could not connect to {endpoint}"),
            Phase::Exchange => write!(f, "the connection to {endpoint} broke before an answer came"),
            Phase::Receive => write!(f, "the connection to {endpoint} broke within the answer"),
        }
    }
}

impl Error for TransportError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

/// Whether an error of any transport says that the request surely never left: this crate's own marks, and refusals
/// that only opening a connection can meet.
pub(crate) fn is_unsent(error: &(dyn Error + 'static)) -> bool {
    use std::io::ErrorKind::*;
    std::iter::successors(Some(error), |&error| error.source()).any(|error| {
        error.downcast_ref::<TransportError>().is_some_and(TransportError::is_unsent)
            || error.downcast_ref::<std::io::Error>().is_some_and(|error| {
                matches!(error.kind(), ConnectionRefused | HostUnreachable | NetworkUnreachable | AddrNotAvailable)
            })
    })
}

/// Scheme, host and port of a URL: what errors may show, unlike path and query.
pub(crate) fn endpoint_of(uri: &str) -> String {
    let end = uri.find("://").map_or(0, |at| at + 3);
    let rest = &uri[end..];
    let authority = &rest[..rest.find(['/', '?', '#']).unwrap_or(rest.len())];
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    format!("{}{host}", &uri[..end])
}

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
    /// The server refused the request before it looked at it, as HTTP/2 lets it say (RFC 9113, 8.7): nothing was done.
    Refused,
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

    /// Whether the request surely had no effect: it never left, or was refused before anybody looked at it.
    pub fn is_unsent(&self) -> bool {
        matches!(self.phase, Phase::Prepare | Phase::Connect | Phase::Refused)
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
            Phase::Refused => write!(f, "{endpoint} refused the request unseen"),
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

/// Whether an error of any transport says that the request surely never left.
///
/// This crate's own transport knows in which phase it was, and what else stands in the chain doesn't count. Of a
/// foreign one only a refused connection is believed: systems report unreachable hosts and networks on established
/// connections, too, when the request may have taken effect.
pub(crate) fn is_unsent(error: &(dyn Error + 'static)) -> bool {
    let chain = || std::iter::successors(Some(error), |&error| error.source());
    if let Some(own) = chain().find_map(|error| error.downcast_ref::<TransportError>()) {
        return own.is_unsent();
    }
    let io = chain().find_map(|error| error.downcast_ref::<std::io::Error>());
    io.is_some_and(|error| error.kind() == std::io::ErrorKind::ConnectionRefused)
}

/// Scheme, host and port of a URL: what errors may show, unlike path and query.
pub(crate) fn endpoint_of(uri: &str) -> String {
    let (scheme, host) = scheme_and_host(uri);
    [scheme, host].concat()
}

/// The scheme of a URL with `://`, and its host and port.
pub(crate) fn scheme_and_host(uri: &str) -> (&str, &str) {
    let (scheme, rest) = uri.split_at(uri.find("://").map_or(0, |at| at + 3));
    let authority = &rest[..rest.find(['/', '?', '#']).unwrap_or(rest.len())];
    (scheme, authority.rsplit_once('@').map_or(authority, |(_, host)| host))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ConnectorError;
    use std::io::{Error as IoError, ErrorKind};

    fn own(phase: Phase, cause: impl Into<Box<dyn Error + Send + Sync>>) -> ConnectorError {
        ConnectorError::io(TransportError::new(phase, "http://h".to_owned(), cause).into())
    }

    const UNREACHABLE: [ErrorKind; 4] = [
        ErrorKind::HostUnreachable,
        ErrorKind::NetworkUnreachable,
        ErrorKind::AddrNotAvailable,
        ErrorKind::NetworkDown,
    ];

    #[test]
    fn the_phase_decides_and_not_the_kind_of_failure() {
        for kind in UNREACHABLE.into_iter().chain([ErrorKind::ConnectionRefused]) {
            for (phase, unsent) in [
                (Phase::Prepare, true),
                (Phase::Connect, true),
                (Phase::Refused, true),
                (Phase::Exchange, false),
                (Phase::Receive, false),
            ] {
                assert_eq!(is_unsent(&own(phase, IoError::from(kind))), unsent, "{kind} {phase:?}");
            }
        }
    }

    #[test]
    fn the_outermost_phase_counts() {
        // The body was another call's answer, and that call could not connect.
        let body = own(Phase::Connect, IoError::from(ErrorKind::ConnectionRefused));
        assert!(!is_unsent(&own(Phase::Exchange, body)));
    }

    #[test]
    fn of_foreign_transports_only_a_refusal_is_believed() {
        let foreign = |kind| ConnectorError::io(IoError::from(kind).into());
        assert!(is_unsent(&foreign(ErrorKind::ConnectionRefused)));
        for kind in UNREACHABLE.into_iter().chain([ErrorKind::ConnectionReset, ErrorKind::TimedOut, ErrorKind::Other]) {
            assert!(!is_unsent(&foreign(kind)), "{kind}");
        }
        let within = IoError::new(ErrorKind::BrokenPipe, IoError::from(ErrorKind::ConnectionRefused));
        assert!(!is_unsent(&ConnectorError::io(within.into())));
    }
}

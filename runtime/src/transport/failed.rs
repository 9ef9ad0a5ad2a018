//! Why a request got no answer, as the send path wants to know it: in which phase, of which kind.

use super::connect::TooLate;
use super::handed::Witness;
use crate::error::{BoxError, ConnectorError, Phase, TransportError};
use hyper_util::client::legacy;
use std::error::Error;
use std::time::Duration;

/// Nothing could be sent for a reason of the program's own.
pub(super) fn unprepared(endpoint: &str, error: BoxError) -> ConnectorError {
    ConnectorError::user(TransportError::new(Phase::Prepare, endpoint.to_owned(), error).into()).never_connected()
}

pub(super) fn timed_out(error: &(dyn Error + 'static)) -> bool {
    std::iter::successors(Some(error), |&error| error.source()).any(|error| {
        let io = error.downcast_ref::<std::io::Error>().map(std::io::Error::kind);
        error.is::<TooLate>() || io == Some(std::io::ErrorKind::TimedOut)
    })
}

/// In which phase the default client's request failed.
pub(super) fn phase(error: &legacy::Error) -> Phase {
    match () {
        () if error.is_connect() => Phase::Connect,
        () if is_refused(error) => Phase::Refused,
        () => Phase::Exchange,
    }
}

/// Whether an HTTP/2 server says that it hasn't looked at the request: it refused the stream, or takes no more and names a
/// last stream that came before (RFC 9113, 8.7). The library gives the second as the connection's error to such streams
/// alone; others fail with it.
#[cfg(feature = "http2")]
fn is_refused(error: &(dyn Error + 'static)) -> bool {
    let mut chain = std::iter::successors(Some(error), |&error| error.source());
    let refusal = chain.find_map(|error| error.downcast_ref::<h2::Error>()).filter(|error| error.is_remote());
    refusal.is_some_and(|error| error.is_go_away() || error.reason() == Some(h2::Reason::REFUSED_STREAM))
}

/// HTTP/1.1 has no such word.
#[cfg(not(feature = "http2"))]
fn is_refused(_: &(dyn Error + 'static)) -> bool {
    false
}

/// Sorts an error by phase and kind. What the client says of the phase counts only as far as it fits what the request's
/// body has seen: one that no connection asked for is that of a request that never left.
pub(super) fn refuse(
    endpoint: String,
    phase: Phase,
    late: bool,
    limit: Option<Duration>,
    witness: &Witness,
    error: impl Error + Send + Sync + 'static,
) -> ConnectorError {
    let phase = match (witness.was_handed_over(), phase) {
        (true, Phase::Refused) => Phase::Refused,
        (true, _) => Phase::Exchange,
        (false, Phase::Exchange) => Phase::Connect,
        (false, phase) => phase,
    };
    match phase {
        Phase::Connect => unconnected(endpoint, late, limit, error.into()),
        Phase::Prepare => unprepared(&endpoint, error.into()),
        _ if late => ConnectorError::timeout(TransportError::new(phase, endpoint, error).into()),
        _ => ConnectorError::io(TransportError::new(phase, endpoint, error).into()),
    }
}

/// There is no connection, or not in time.
pub(super) fn unconnected(endpoint: String, late: bool, limit: Option<Duration>, error: BoxError) -> ConnectorError {
    if !late {
        return ConnectorError::io(TransportError::new(Phase::Connect, endpoint, error).into()).never_connected();
    }
    let within = limit.map(|limit| format!(" within {limit:?} (connect timeout)")).unwrap_or_default();
    let text = format!("no connection to {endpoint}{within}");
    let error = TransportError::complete(Phase::Connect, endpoint, text).with_source(error);
    ConnectorError::timeout(error.into()).never_connected()
}

#[cfg(test)]
mod tests {
    use super::super::handed::Watched;
    use super::*;
    use crate::error::is_unsent;
    use aws_smithy_types::body::SdkBody;
    use http_body::Body;

    #[test]
    fn what_no_connection_asked_for_never_left_and_what_one_has_may_have() {
        for (phase, handed_over, unsent) in [
            (Phase::Connect, false, true),
            // The connection was made, and broke before it had the request.
            (Phase::Exchange, false, true),
            (Phase::Exchange, true, false),
            // That of the second of two connections, after a redirect.
            (Phase::Connect, true, false),
            (Phase::Refused, true, true),
            (Phase::Prepare, false, true),
        ] {
            let (body, witness) = Watched::new(SdkBody::empty(), None);
            if handed_over {
                body.is_end_stream();
            }
            let broken = std::io::Error::from(std::io::ErrorKind::BrokenPipe);
            let error = refuse("http://h".to_owned(), phase, false, None, &witness, broken);
            assert_eq!(is_unsent(&error), unsent, "{phase:?}, handed over: {handed_over}");
        }
    }
}

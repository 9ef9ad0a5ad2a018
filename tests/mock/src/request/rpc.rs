//! What Smithy RPC v2 asks of requests beside their body ([Smithy RPC v2
//! CBOR](https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html#requests)): the path that says what is called, and
//! headers that say in which protocol.

use super::problem::Problem;
use super::recorded::RecordedRequest;
use crate::model::{EVENT_STREAM, Model, Operation, Protocol};

/// Those of other protocols, which nothing may take for this one's.
const OTHERS: [&str; 2] = ["x-amz-target", "x-amzn-target"];

/// The operation that a path calls: its last four parts are `service`, the service's name or ID, `operation`, and the
/// operation's name.
pub(super) fn called(model: &Model, request: &RecordedRequest) -> Option<String> {
    let mut parts = request.path.rsplit('/');
    let (name, word, service, of) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let is_ours = service == model.target || service == model.path;
    // Before them there may be a prefix, which begins with a slash, as the path does.
    (word == "operation" && of == "service" && is_ours && parts.next().is_some()).then(|| name.to_owned())
}

/// Whether a request says what it has to, where the protocol is one of these.
pub(super) fn check(protocol: &Protocol, request: &RecordedRequest) -> Result<(), Problem> {
    let Some(said) = protocol.said else { return Ok(()) };
    match request.header("smithy-protocol") {
        Some(given) if given.trim() == said => {}
        Some(given) => return malformed(format!("The header smithy-protocol is {given}, and not {said}")),
        None => return malformed(format!("The request has no header smithy-protocol, which has to be {said}")),
    }
    if let Some(other) = OTHERS.iter().find(|name| request.headers.contains_key(**name)) {
        return malformed(format!("The request has the header {other}, which this protocol forbids"));
    }
    Ok(())
}

/// Whether the body is said to be what the operation takes: a stream of events in any protocol, and in these what the protocol
/// has. The body of a stream hasn't been read yet.
pub(crate) fn check_media(
    protocol: &Protocol,
    operation: &Operation,
    request: &RecordedRequest,
) -> Result<(), Problem> {
    let expected = match (&operation.input_events, protocol.said) {
        (Some(_), _) => EVENT_STREAM,
        (None, Some(_)) if !request.body.is_empty() => protocol.media,
        (None, _) => return Ok(()),
    };
    match request.header("content-type").unwrap_or_default() {
        media if media == expected => Ok(()),
        media => malformed(format!("The body's content-type is {media:?}, and not {expected}")),
    }
}

fn malformed<T>(text: String) -> Result<T, Problem> {
    Err(Problem::Malformed(text))
}

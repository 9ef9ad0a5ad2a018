//! Reading a response's body into memory, bounded in size and time.

use super::{Phase, TransportError};
use crate::error::ConnectorError;
use crate::timeout::{Deadline, Elapsed};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;
use std::error::Error;

/// Replaces the response's body by its bytes. `limit` is in bytes; `deadline` holds for each piece that arrives.
pub(crate) async fn buffer(
    response: &mut HttpResponse,
    endpoint: &str,
    limit: usize,
    deadline: &Deadline,
) -> Result<(), ConnectorError> {
    let too_long = || {
        let text = format!("the answer of {endpoint} is longer than {limit} bytes");
        ConnectorError::other(TransportError::complete(Phase::Receive, endpoint.to_owned(), text).into(), None)
    };
    if response.body().content_length().is_some_and(|length| length > limit as u64) {
        return Err(too_long());
    }
    if response.body().bytes().is_some() {
        return Ok(());
    }
    let mut stream = ByteStream::new(response.take_body());
    let mut bytes = Vec::new();
    while let Some(piece) = deadline.hold(stream.next()).await.map_err(|elapsed| stalled(endpoint, elapsed))? {
        let piece = piece.map_err(|error| broken(endpoint, error))?;
        if bytes.len() + piece.len() > limit {
            return Err(too_long());
        }
        bytes.extend_from_slice(&piece);
    }
    *response.body_mut() = SdkBody::from(bytes);
    Ok(())
}

fn stalled(endpoint: &str, elapsed: Elapsed) -> ConnectorError {
    let text = format!("the answer of {endpoint} stalled: {elapsed}");
    ConnectorError::timeout(
        TransportError::complete(Phase::Receive, endpoint.to_owned(), text).with_source(elapsed).into(),
    )
}

fn broken(endpoint: &str, error: impl Error + Send + Sync + 'static) -> ConnectorError {
    ConnectorError::io(TransportError::new(Phase::Receive, endpoint.to_owned(), error).into())
}

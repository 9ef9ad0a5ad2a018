//! A response's body: read into memory, bounded in size and time, or handed on piece by piece, bounded in time. Of an
//! error's body the beginning is read and the rest left: it says what there is to say.

use crate::error::{BoxError, ConnectorError, Phase, TransportError, decode};
use crate::timeout::{Deadline, Elapsed, Kind, Wait};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;
use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use std::error::Error;
use std::pin::{Pin, pin};
use std::task::{Context, Poll};

/// Replaces the response's body by its bytes. `limit` is in bytes; `deadline` holds for each piece that arrives. A body that
/// is longer is an error, but for that of an error, which is cut.
pub(crate) async fn buffer(
    response: &mut HttpResponse,
    endpoint: &str,
    limit: usize,
    deadline: &Deadline,
) -> Result<(), ConnectorError> {
    let cuts = !response.status().is_success();
    let limit = if cuts { limit.min(decode::READ) } else { limit };
    let too_long = || {
        let text = format!(
            "the answer of {endpoint} is longer than {limit} bytes: ask for less, or raise `max_response_bytes`"
        );
        ConnectorError::other(TransportError::complete(Phase::Receive, endpoint.to_owned(), text).into(), None)
    };
    if !cuts && response.body().content_length().is_some_and(|length| length > limit as u64) {
        return Err(too_long());
    }
    if let Some(bytes) = response.body().bytes() {
        if let Some(beginning) = bytes.get(..limit).filter(|_| bytes.len() > limit) {
            *response.body_mut() = SdkBody::from(beginning.to_vec());
        }
        return Ok(());
    }
    let length = response.body().content_length().and_then(|length| usize::try_from(length).ok());
    let mut stream = ByteStream::new(response.take_body());
    let mut bytes = Vec::new();
    while let Some(piece) = deadline.hold(pin!(stream.next())).await.map_err(|elapsed| stalled(endpoint, elapsed))? {
        let piece = piece.map_err(|error| broken(endpoint, error))?;
        if bytes.is_empty() {
            // What comes in one piece stays where it is.
            if length == Some(piece.len()) && piece.len() <= limit {
                *response.body_mut() = SdkBody::from(piece);
                return Ok(());
            }
            bytes.reserve(length.unwrap_or_default().min(limit).min(RESERVED));
        }
        let left = limit.saturating_sub(bytes.len());
        if piece.len() > left && !cuts {
            return Err(too_long());
        }
        bytes.extend_from_slice(&piece[..piece.len().min(left)]);
        if bytes.len() == limit && cuts {
            break;
        }
    }
    *response.body_mut() = SdkBody::from(bytes);
    Ok(())
}

/// How much memory, in bytes, is made ready for a body by its word alone.
const RESERVED: usize = 1 << 20;

/// The response with a body whose every piece is waited for no longer than the deadline says. What is in memory stays
/// there.
pub(crate) fn streamed(mut response: HttpResponse, endpoint: &str, deadline: Deadline) -> HttpResponse {
    if response.body().bytes().is_none() {
        let inner = ByteStream::new(response.take_body());
        let body = Streamed { inner, endpoint: endpoint.to_owned(), deadline, wait: None };
        *response.body_mut() = SdkBody::from_body_1_x(body);
    }
    response
}

/// A body, and how long each of its pieces may take.
struct Streamed {
    inner: ByteStream,
    endpoint: String,
    deadline: Deadline,
    /// Runs while a piece is waited for.
    wait: Option<Wait>,
}

impl Body for Streamed {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let this = &mut *self;
        if let Poll::Ready(piece) = Pin::new(&mut this.inner).poll_next(context) {
            this.wait = None;
            return Poll::Ready(piece.map(|piece| match piece {
                Ok(piece) => Ok(Frame::data(piece)),
                Err(error) => Err(broken(&this.endpoint, error).into()),
            }));
        }
        match this.deadline.poll(&mut this.wait, context) {
            Poll::Ready(elapsed) => Poll::Ready(Some(Err(stalled(&this.endpoint, elapsed).into()))),
            Poll::Pending => Poll::Pending,
        }
    }

    fn size_hint(&self) -> SizeHint {
        let (least, most) = self.inner.size_hint();
        let mut hint = SizeHint::new();
        hint.set_lower(least);
        if let Some(most) = most {
            hint.set_upper(most);
        }
        hint
    }
}

fn stalled(endpoint: &str, elapsed: Elapsed) -> ConnectorError {
    let text = format!("the answer of {endpoint} stalled: {elapsed}{}", remedy(elapsed));
    ConnectorError::timeout(
        TransportError::complete(Phase::Receive, endpoint.to_owned(), text).with_source(elapsed).into(),
    )
}

/// What a program does that has to wait for longer.
pub(crate) fn remedy(elapsed: Elapsed) -> &'static str {
    if elapsed.kind == Kind::Stalled { ": raise it, or disable the protection" } else { "" }
}

fn broken(endpoint: &str, error: impl Error + Send + Sync + 'static) -> ConnectorError {
    ConnectorError::io(TransportError::new(Phase::Receive, endpoint.to_owned(), error).into())
}

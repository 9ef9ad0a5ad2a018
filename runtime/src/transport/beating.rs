//! A request's body in pieces, each of which is a sign of life: a large body takes longer to send than a service may be silent.

use crate::error::BoxError;
use crate::timeout::{Pulse, Stage};
use aws_smithy_types::body::SdkBody;
use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

/// How long pieces are at most, in bytes. A body that is no longer is sent too fast to be watched.
pub(crate) const PIECE: usize = 64 << 10;

/// A body that is cut into pieces, and beats a pulse with each that is taken; without a pulse, the body as it is.
pub(crate) struct Beating {
    inner: SdkBody,
    pulse: Option<Pulse>,
    /// What is left of a piece that was cut.
    rest: Bytes,
}

impl Beating {
    pub(crate) fn new(inner: SdkBody, pulse: Option<Pulse>) -> Self {
        Self { inner, pulse, rest: Bytes::new() }
    }
}

impl Body for Beating {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let this = &mut *self;
        let Some(pulse) = &this.pulse else { return Pin::new(&mut this.inner).poll_frame(context) };
        if this.rest.is_empty() {
            pulse.enter(Stage::Awaited);
            let frame = ready!(Pin::new(&mut this.inner).poll_frame(context));
            pulse.enter(Stage::Goes);
            let frame = match frame {
                Some(Ok(frame)) => frame,
                end => return Poll::Ready(end),
            };
            match frame.into_data() {
                Ok(data) => this.rest = data,
                Err(trailers) => return Poll::Ready(Some(Ok(trailers))),
            }
        }
        pulse.beat();
        let piece = this.rest.split_to(this.rest.len().min(PIECE));
        Poll::Ready(Some(Ok(Frame::data(piece))))
    }

    fn is_end_stream(&self) -> bool {
        self.rest.is_empty() && self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        let (rest, inner) = (self.rest.len() as u64, Body::size_hint(&self.inner));
        let mut hint = SizeHint::new();
        hint.set_lower(inner.lower().saturating_add(rest));
        if let Some(upper) = inner.upper() {
            hint.set_upper(upper.saturating_add(rest));
        }
        hint
    }
}

/// Whoever sends it is done with it, or has given it up.
impl Drop for Beating {
    fn drop(&mut self) {
        if let Some(pulse) = &self.pulse {
            pulse.beat();
            pulse.enter(Stage::Rests);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use http_body_util::BodyExt;

    #[tokio::test]
    async fn a_body_is_cut_and_stays_what_it_was() {
        let bytes: Vec<u8> = (0..3 * PIECE + 5).map(|at| at as u8).collect();
        let mut body = Beating::new(SdkBody::from(bytes.clone()), Some(Pulse::default()));
        let (mut read, mut lengths) = (Vec::new(), Vec::new());
        while !body.is_end_stream() {
            assert_eq!(Body::size_hint(&body).exact(), Some((bytes.len() - read.len()) as u64));
            let piece = body.frame().await.expect("there is more").expect("it is in memory");
            let piece = piece.into_data().expect("it has no trailers");
            lengths.push(piece.len());
            read.extend(piece);
        }
        assert!(body.frame().await.is_none());
        assert_eq!((read == bytes, lengths), (true, vec![PIECE, PIECE, PIECE, 5]));
        let mut whole = Beating::new(SdkBody::from(bytes.clone()), None);
        let piece = whole.frame().await.expect("there is one").expect("it is in memory");
        assert_eq!(piece.into_data().expect("it has no trailers").len(), bytes.len());
    }
}

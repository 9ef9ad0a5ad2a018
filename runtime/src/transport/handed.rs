//! Whether a request's body was handed to a connection.
//!
//! In: a request's body. Out: the same body, and a [`Witness`] that knows whether a connection has asked anything of it.
//! A connection asks whether there is a body as it writes the head, so a body that wasn't asked belongs to a request
//! that surely never left. The client's own word, "error while connecting", is not enough: with a program's own client
//! it may speak of the second of two connections, after a redirect.

use super::beating::Beating;
use crate::error::BoxError;
use crate::timeout::Pulse;
use aws_smithy_types::body::SdkBody;
use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};

/// Knows whether a connection got hold of a request.
#[derive(Clone, Debug, Default)]
pub(super) struct Witness(Arc<AtomicBool>);

impl Witness {
    pub(super) fn was_handed_over(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }
}

/// A body that tells its witness when it is asked for what it holds.
pub(super) struct Watched {
    inner: Beating,
    witness: Witness,
}

impl Watched {
    /// A body that beats the pulse, too, if there is one.
    pub(super) fn new(inner: SdkBody, pulse: Option<Pulse>) -> (Self, Witness) {
        let (inner, witness) = (Beating::new(inner, pulse), Witness::default());
        (Self { inner, witness: witness.clone() }, witness)
    }

    fn handed_over(&self) {
        self.witness.0.store(true, Ordering::Release);
    }
}

impl Body for Watched {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        self.handed_over();
        Pin::new(&mut self.inner).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.handed_over();
        self.inner.is_end_stream()
    }

    /// Clients ask for this before they connect.
    fn size_hint(&self) -> SizeHint {
        Body::size_hint(&self.inner)
    }
}

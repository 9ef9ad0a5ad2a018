//! A connection with what is known of it beside its bytes: whether a proxy passes requests on, and what the other side has
//! said before anybody asked.

use crate::error::BoxError;
use hyper::rt::{Read, ReadBuf, ReadBufCursor, Write};
use hyper_util::client::legacy::connect::{Connected, Connection};
use std::io::{IoSlice, Result as IoResult};
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

/// More than this nobody says who hasn't been asked anything, in bytes: over HTTP/2 it is the server's settings.
const MOST_UNASKED: usize = 16 << 10;

/// A connection.
pub(super) struct Stream<T> {
    io: T,
    /// Whether requests on it are a proxy's to pass on, where that is decided here.
    through_proxy: Option<bool>,
    /// What was read of it while nobody used it, and where that goes on.
    unasked: Vec<u8>,
    read: usize,
}

impl<T> Stream<T> {
    /// One whose way is known.
    pub(super) fn routed(io: T, through_proxy: bool) -> Self {
        Self { io, through_proxy: Some(through_proxy), unasked: Vec::new(), read: 0 }
    }

    /// One that is already known for what it is.
    pub(super) fn opened(io: T) -> Self {
        Self { io, through_proxy: None, unasked: Vec::new(), read: 0 }
    }
}

impl<T: Connection + Read + Unpin> Stream<T> {
    /// Whether a connection that nobody has used yet can still be used. What its server has said is kept for the one who
    /// will: over HTTP/2 servers speak first. Over HTTP/1.1 they don't, unless it is about closing.
    ///
    /// # Errors
    /// Why it can't.
    pub(super) fn check(&mut self) -> Result<(), BoxError> {
        let mut context = Context::from_waker(Waker::noop());
        let speaks_first = self.io.connected().is_negotiated_h2();
        loop {
            let mut bytes = [0; 1024];
            let mut buffer = ReadBuf::new(&mut bytes);
            match Pin::new(&mut self.io).poll_read(&mut context, buffer.unfilled()) {
                Poll::Pending => return Ok(()),
                Poll::Ready(Err(error)) => return Err(error.into()),
                Poll::Ready(Ok(())) if buffer.filled().is_empty() => return Err("it was closed".into()),
                Poll::Ready(Ok(())) if !speaks_first || self.unasked.len() > MOST_UNASKED => {
                    return Err("its server speaks out of turn".into());
                }
                Poll::Ready(Ok(())) => self.unasked.extend_from_slice(buffer.filled()),
            }
        }
    }
}

impl<T: Connection> Connection for Stream<T> {
    fn connected(&self) -> Connected {
        let connected = self.io.connected();
        match self.through_proxy {
            Some(through_proxy) => connected.proxy(through_proxy),
            None => connected,
        }
    }
}

impl<T: Read + Unpin> Read for Stream<T> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, mut buffer: ReadBufCursor<'_>) -> Poll<IoResult<()>> {
        let this = &mut *self;
        if this.unasked.is_empty() {
            return Pin::new(&mut this.io).poll_read(cx, buffer);
        }
        let rest = &this.unasked[this.read..];
        let now = rest.len().min(buffer.remaining());
        buffer.put_slice(&rest[..now]);
        this.read += now;
        if this.read == this.unasked.len() {
            (this.unasked, this.read) = (Vec::new(), 0);
        }
        Poll::Ready(Ok(()))
    }
}

impl<T: Write + Unpin> Write for Stream<T> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<IoResult<usize>> {
        Pin::new(&mut self.io).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<IoResult<()>> {
        Pin::new(&mut self.io).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<IoResult<()>> {
        Pin::new(&mut self.io).poll_shutdown(cx)
    }

    fn is_write_vectored(&self) -> bool {
        self.io.is_write_vectored()
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        pieces: &[IoSlice<'_>],
    ) -> Poll<IoResult<usize>> {
        Pin::new(&mut self.io).poll_write_vectored(cx, pieces)
    }
}

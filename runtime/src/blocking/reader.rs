//! A stream of bytes, read as files are.

use super::block_on;
use crate::primitives::ByteStream;
use bytes::Bytes;
use std::io::{self, BufRead, Read};

/// Reads an answer's stream piece by piece, each of which is waited for.
///
/// ```
/// use sdk_runtime::blocking::Reader;
/// use sdk_runtime::primitives::ByteStream;
///
/// let mut file = Vec::new();
/// std::io::copy(&mut Reader::from(ByteStream::from_static(b"tape")), &mut file)?;
/// assert_eq!(file, b"tape");
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
///
/// Reading fails where the stream does, and with a [`BlockingError`](super::BlockingError) inside async code. The error's
/// `source` says why.
#[derive(Debug)]
pub struct Reader {
    stream: ByteStream,
    /// What has arrived and is not read yet.
    piece: Bytes,
}

impl From<ByteStream> for Reader {
    fn from(stream: ByteStream) -> Self {
        Self { stream, piece: Bytes::new() }
    }
}

impl Read for Reader {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(to)?;
        self.consume(count);
        Ok(count)
    }
}

impl BufRead for Reader {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        // A piece may be empty, which would mean the end.
        while self.piece.is_empty() {
            match block_on(self.stream.next()).map_err(io::Error::other)? {
                Some(piece) => self.piece = piece.map_err(io::Error::other)?,
                None => break,
            }
        }
        Ok(&self.piece)
    }

    fn consume(&mut self, count: usize) {
        drop(self.piece.split_to(count.min(self.piece.len())));
    }
}

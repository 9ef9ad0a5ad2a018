//! A body with its checksum behind it: `aws-chunked` with a trailer
//! ([Sending trailing checksums](https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html)).
//!
//! In: a body of known length. Out: one chunk with all of it, handed on as it is read; then, in the trailer, the checksum that
//! was computed on the way. The length of that is known before anything is read, so that it can be said in a header.

use super::algorithm::{Algorithm, Digest};
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_types::body::SdkBody;
use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use std::pin::Pin;
use std::sync::{Arc, OnceLock};
use std::task::{Context, Poll, ready};

/// The body with its trailer. What can be read again can be read again with it: the checksum is then that of the first time,
/// so that a service refuses a file that was changed meanwhile.
pub(crate) fn trailing(body: SdkBody, length: u64, algorithm: Algorithm) -> SdkBody {
    let first = Arc::new(OnceLock::new());
    if body.try_clone().is_none() {
        return SdkBody::from_body_1_x(Trailing::new(body, length, algorithm, first));
    }
    SdkBody::retryable(move || {
        let body = body.try_clone().unwrap_or_else(SdkBody::taken);
        SdkBody::from_body_1_x(Trailing::new(body, length, algorithm, first.clone()))
    })
}

struct Trailing {
    inner: SdkBody,
    length: u64,
    read: u64,
    algorithm: Algorithm,
    /// None once the trailer is made.
    digest: Option<Digest>,
    /// The checksum of the first time.
    first: Arc<OnceLock<String>>,
    /// What goes out before anything more is read.
    next: Option<Bytes>,
    /// How long all is that is left.
    left: u64,
}

impl Trailing {
    fn new(inner: SdkBody, length: u64, algorithm: Algorithm, first: Arc<OnceLock<String>>) -> Self {
        let head = (length > 0).then(|| Bytes::from(format!("{length:x}\r\n")));
        // Every digest of an algorithm is as long as the others.
        let tail = tail(length, algorithm, &algorithm.digest().finish()).len();
        let left = (head.as_ref().map_or(0, Bytes::len) + tail) as u64 + length;
        Trailing { inner, length, read: 0, algorithm, digest: Some(algorithm.digest()), first, next: head, left }
    }

    fn data(&mut self, piece: Bytes) -> Result<Bytes, BoxError> {
        self.read = self.read.saturating_add(piece.len() as u64);
        if self.read > self.length {
            return Err(self.wrong_length());
        }
        if let Some(digest) = &mut self.digest {
            digest.update(&piece);
        }
        Ok(piece)
    }

    /// What stands behind the data; nothing when that has been said.
    fn end(&mut self) -> Result<Option<Bytes>, BoxError> {
        if self.read < self.length {
            return Err(self.wrong_length());
        }
        let Some(digest) = self.digest.take() else { return Ok(None) };
        let value = self.first.get_or_init(|| digest.finish());
        Ok(Some(tail(self.length, self.algorithm, value).into()))
    }

    fn wrong_length(&self) -> BoxError {
        let Self { length, read, .. } = self;
        let than = if read > length { "more" } else { "fewer" };
        format!("the request's body has {than} bytes than it said: {length} were announced, {read} came").into()
    }
}

fn tail(length: u64, algorithm: Algorithm, value: &str) -> String {
    let end = if length == 0 { "" } else { "\r\n" };
    format!("{end}0\r\n{}:{value}\r\n\r\n", algorithm.header())
}

impl Body for Trailing {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let this = &mut *self;
        let piece = loop {
            if let Some(piece) = this.next.take() {
                break Ok(Some(piece));
            }
            if this.digest.is_none() {
                break Ok(None);
            }
            match ready!(Pin::new(&mut this.inner).poll_frame(context)) {
                // Trailers of its own have no place here, and an empty piece would end a chunk.
                Some(Ok(frame)) => match frame.into_data() {
                    Ok(piece) if !piece.is_empty() => break this.data(piece).map(Some),
                    _ => {}
                },
                Some(Err(error)) => break Err(error),
                None => break this.end(),
            }
        };
        this.left = this.left.saturating_sub(piece.as_ref().ok().and_then(Option::as_ref).map_or(0, Bytes::len) as u64);
        Poll::Ready(piece.map(|piece| piece.map(Frame::data)).transpose())
    }

    fn is_end_stream(&self) -> bool {
        self.digest.is_none() && self.next.is_none()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left)
    }
}

#[cfg(test)]
mod tests {
    use super::trailing;
    use crate::checksum::algorithm::{Algorithm, CHECKED};
    use aws_smithy_types::body::SdkBody;
    use aws_smithy_types::byte_stream::ByteStream;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};

    async fn read(body: SdkBody) -> Result<String, String> {
        let announced = body.content_length();
        let bytes = ByteStream::new(body).collect().await.map_err(|error| {
            let source = std::error::Error::source(&error).map(ToString::to_string);
            source.unwrap_or_else(|| error.to_string())
        })?;
        let bytes = bytes.to_vec();
        assert_eq!(announced, Some(bytes.len() as u64));
        String::from_utf8(bytes).map_err(|error| error.to_string())
    }

    fn body(text: &'static str, length: u64, name: &str) -> SdkBody {
        trailing(SdkBody::from(text), length, Algorithm::of(name).expect("it is known"))
    }

    #[tokio::test]
    async fn the_checksum_follows_the_body() {
        for (name, value) in CHECKED {
            let expected = format!("9\r\n123456789\r\n0\r\nx-amz-checksum-{}:{value}\r\n\r\n", name.to_lowercase());
            assert_eq!(read(body("123456789", 9, name)).await, Ok(expected));
        }
        let empty = "0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n";
        assert_eq!(read(body("", 0, "CRC32")).await.as_deref(), Ok(empty));
    }

    #[tokio::test]
    async fn a_length_that_was_said_is_kept() {
        let error = read(body("123456789", 8, "CRC32")).await.expect_err("it is longer");
        assert!(error.contains("more bytes") && error.contains("8 were announced, 9 came"), "{error}");
        let error = read(body("123456789", 10, "CRC32")).await.expect_err("it is shorter");
        assert!(error.contains("fewer bytes") && error.contains("10 were announced, 9 came"), "{error}");
    }

    #[tokio::test]
    async fn a_body_that_changed_has_the_checksum_of_the_first_time() {
        let changed = Arc::new(AtomicBool::new(false));
        let file = {
            let changed = changed.clone();
            SdkBody::retryable(move || {
                SdkBody::from(if changed.load(Ordering::Relaxed) { "abcdefghi" } else { "123456789" })
            })
        };
        let body = trailing(file, 9, Algorithm::Crc32);
        let again = body.try_clone().expect("it can be read again");
        let first = read(body).await.expect("reads");
        changed.store(true, Ordering::Relaxed);
        let unchanged = read(again.try_clone().expect("and again")).await.expect("reads");
        assert!(unchanged == first || unchanged == first.replace("123456789", "abcdefghi"), "{unchanged}");
        let third = read(again.try_clone().expect("and again").try_clone().expect("and again")).await.expect("reads");
        assert_eq!(third, first.replace("123456789", "abcdefghi"), "the checksum is the first one");
    }
}

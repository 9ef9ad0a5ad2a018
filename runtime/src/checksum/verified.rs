//! A body that is compared with its checksum while it is read.
//!
//! In: an answer's body, and the checksum that a header says. Out: the same body; at its end an error if it was another one.

use super::algorithm::{Algorithm, Digest};
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::http::Headers;
use aws_smithy_types::body::SdkBody;
use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use std::fmt::{self, Display, Formatter};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

/// A checksum that an answer says of its body.
pub(crate) struct Stated {
    algorithm: Algorithm,
    value: String,
}

impl Stated {
    /// The checksum that headers say, of those algorithms among `names` that are known here. Checksums of a multipart
    /// upload's parts (`…-3`) are not the body's, and none here.
    pub(crate) fn of(headers: &Headers, names: &[&str]) -> Option<Self> {
        if headers.get("x-amz-checksum-type").is_some_and(|kind| kind.eq_ignore_ascii_case("COMPOSITE")) {
            return None;
        }
        let is_named = |known: &Algorithm| names.iter().any(|name| Algorithm::of(name) == Some(*known));
        Algorithm::by_preference().filter(is_named).find_map(|algorithm| {
            let value = headers.get(algorithm.header())?.trim();
            (!value.is_empty() && !value.contains('-')).then(|| Stated { algorithm, value: value.to_owned() })
        })
    }

    /// The body, compared with the checksum at its end.
    pub(crate) fn verified(self, body: SdkBody) -> SdkBody {
        let digest = Some(self.algorithm.digest());
        SdkBody::from_body_1_x(Verified { inner: body, stated: self, digest })
    }
}

struct Verified {
    inner: SdkBody,
    stated: Stated,
    /// None once it has been compared.
    digest: Option<Digest>,
}

impl Body for Verified {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let this = &mut *self;
        let frame = ready!(Pin::new(&mut this.inner).poll_frame(context));
        match &frame {
            Some(Ok(frame)) => {
                if let (Some(digest), Some(piece)) = (&mut this.digest, frame.data_ref()) {
                    digest.update(piece);
                }
            }
            Some(Err(_)) => this.digest = None,
            None => {
                let Stated { algorithm, value } = &this.stated;
                let actual = this.digest.take().map(Digest::finish);
                if let Some(actual) = actual.filter(|actual| actual != value) {
                    let mismatch = Mismatch { algorithm: *algorithm, expected: value.clone(), actual };
                    return Poll::Ready(Some(Err(mismatch.into())));
                }
            }
        }
        Poll::Ready(frame)
    }

    /// Even a body without anything in it has to be read to its end.
    fn is_end_stream(&self) -> bool {
        self.digest.is_none() && self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        Body::size_hint(&self.inner)
    }
}

/// A body is not the one that its checksum was made for.
#[derive(Debug)]
struct Mismatch {
    algorithm: Algorithm,
    expected: String,
    actual: String,
}

impl Display for Mismatch {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { algorithm, expected, actual } = self;
        let (name, header) = (algorithm.name(), algorithm.header());
        // A header says it, and may say anything.
        let expected: String = expected.chars().take(100).collect();
        write!(
            f,
            "the answer's body was damaged on the way: its {name} is {actual}, and should be {expected:?} by the header \
             {header}; drop what was read, and call again"
        )
    }
}

impl std::error::Error for Mismatch {}

#[cfg(test)]
mod tests {
    use super::Stated;
    use crate::checksum::algorithm::{Algorithm, CHECKED};
    use aws_smithy_runtime_api::http::Headers;
    use aws_smithy_types::body::SdkBody;
    use aws_smithy_types::byte_stream::ByteStream;

    async fn read(text: &'static str, name: &str, value: &str) -> Result<Vec<u8>, String> {
        let algorithm = Algorithm::of(name).expect("it is known");
        let body = Stated { algorithm, value: value.to_owned() }.verified(SdkBody::from(text));
        match ByteStream::new(body).collect().await {
            Ok(bytes) => Ok(bytes.to_vec()),
            Err(error) => Err(std::error::Error::source(&error).map(ToString::to_string).unwrap_or_default()),
        }
    }

    #[tokio::test]
    async fn a_body_is_compared_at_its_end() {
        for (name, value) in CHECKED {
            assert_eq!(read("123456789", name, value).await.as_deref(), Ok(&b"123456789"[..]));
            let error = read("12345678", name, value).await.expect_err("a byte is missing");
            assert!(error.contains(name) && error.contains("call again"), "{error}");
        }
        let error = read("12345678", "CRC32", "y/Q5Jg==").await.expect_err("a byte is missing");
        assert!(error.contains("CRC32 is muDarw==, and should be \"y/Q5Jg==\""), "{error}");
        assert!(read("", "CRC32", "y/Q5Jg==").await.is_err(), "nothing came of it");
        assert_eq!(read("", "CRC32", "AAAAAA==").await.as_deref(), Ok(&b""[..]));
    }

    fn found(headers: &[(&'static str, &'static str)], names: &[&str]) -> Option<(&'static str, String)> {
        let mut given = Headers::new();
        for (name, value) in headers {
            given.insert(*name, *value);
        }
        Stated::of(&given, names).map(|Stated { algorithm, value }| (algorithm.name(), value))
    }

    #[test]
    fn the_checksum_of_parts_is_none_of_the_body() {
        let all = ["CRC64NVME", "CRC32", "CRC32C", "SHA256", "XXHASH3"];
        let (crc32, sha256) = (("x-amz-checksum-crc32", "a"), ("x-amz-checksum-sha256", "b"));
        assert_eq!(found(&[sha256, crc32], &all), Some(("CRC32", "a".to_owned())));
        assert_eq!(found(&[crc32], &["SHA256"]), None, "the model doesn't know of it");
        assert_eq!(found(&[("x-amz-checksum-xxhash3", "c")], &all), None, "nobody here can compute it");
        assert_eq!(found(&[("x-amz-checksum-crc32", "a-3")], &all), None);
        assert_eq!(found(&[crc32, ("x-amz-checksum-type", "COMPOSITE")], &all), None);
        assert_eq!(found(&[crc32, ("x-amz-checksum-type", "FULL_OBJECT")], &all), Some(("CRC32", "a".to_owned())));
    }
}

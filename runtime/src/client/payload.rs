//! A request's body: bytes or a stream, its length, its checksums, and what its signature says of it.

use crate::checksum::{TreeHash, content_md5};
use crate::client::Request;
use crate::config::Config;
use crate::declare::{Checksum, Transfer};
use crate::error::BoxError;
use crate::sign::Proof;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;
use http::header::{CONTENT_ENCODING, CONTENT_LENGTH, HeaderName, HeaderValue};
use md5::{Digest, Md5};
use sha2::Sha256;

/// A request's body, and what a signature says of it.
pub(super) struct Payload {
    pub(super) body: SdkBody,
    pub(super) proof: Proof,
}

impl Payload {
    /// Takes the body out of a request. Headers that depend on it are added, except where the input set them.
    pub(super) async fn of(request: &mut Request, config: &Config) -> Result<Self, BoxError> {
        let transfer = request.transfer;
        let mut body = match request.stream.take() {
            Some(stream) => stream.into_inner(),
            None if request.parts.body.is_empty() => SdkBody::empty(),
            None => SdkBody::from(std::mem::take(&mut request.parts.body)),
        };
        let headers = &mut request.parts.headers;
        if let Some(compressed) = compressed(&body, transfer, config) {
            body = compressed;
            headers.append(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        }
        if body.bytes().is_none() {
            match body.content_length() {
                Some(length) => drop(headers.insert(CONTENT_LENGTH, HeaderValue::from(length))),
                None if transfer.requires_length => return Err(UNKNOWN_LENGTH.into()),
                None => {}
            }
        }
        let mut add = |name: &'static str, value: String| {
            let value = HeaderValue::try_from(value)?;
            headers.entry(HeaderName::from_static(name)).or_insert(value);
            Ok::<_, BoxError>(())
        };
        let mut digest = None;
        match transfer.checksum {
            None => {}
            Some(Checksum::ContentMd5) => {
                let mut md5 = Md5::new();
                read(&body, |piece| md5.update(piece)).await?.ok_or(UNREPEATABLE)?;
                add("content-md5", content_md5(md5))?;
            }
            Some(Checksum::TreeHash) => {
                let mut hash = TreeHash::default();
                read(&body, |piece| hash.update(piece)).await?.ok_or(UNREPEATABLE)?;
                let (linear, tree) = hash.finish();
                add("x-amz-sha256-tree-hash", tree)?;
                add("x-amz-content-sha256", linear.clone())?;
                digest = Some(linear);
            }
        }
        let proof = match digest {
            _ if transfer.unsigned_payload => Proof::Unsigned,
            _ if body.bytes().is_some() => Proof::Bytes,
            Some(digest) => Proof::Digest(digest),
            None => {
                let mut sha256 = Sha256::new();
                // What can be read only once can't be signed and then sent.
                match read(&body, |piece| sha256.update(piece)).await? {
                    Some(()) => Proof::Digest(crate::checksum::hex(&sha256.finalize())),
                    None => Proof::Unsigned,
                }
            }
        };
        Ok(Self { body, proof })
    }
}

const UNKNOWN_LENGTH: &str =
    "the length of the request's body has to be known: make the stream of bytes in memory or of a file";

const UNREPEATABLE: &str = "the request's body has to be read twice, for its checksum and to be sent: make the stream of \
                            bytes in memory or of a file";

/// How long a body has to be to be compressed, in bytes, where the config doesn't say; and the most that it may say
/// ([Request compression](https://docs.aws.amazon.com/sdkref/latest/guide/feature-compression.html)).
const COMPRESSED_FROM: u32 = 10_240;
const COMPRESSED_FROM_AT_MOST: u32 = 10_485_760;

/// The body compressed, if the operation takes that, the config doesn't forbid it, and the body is in memory and long
/// enough.
fn compressed(body: &SdkBody, transfer: Transfer, config: &Config) -> Option<SdkBody> {
    let (gzip, bytes) = (transfer.gzip?, body.bytes()?);
    let least = config.request_min_compression_size_bytes().unwrap_or(COMPRESSED_FROM).min(COMPRESSED_FROM_AT_MOST);
    let is_long = u64::try_from(bytes.len()).is_ok_and(|length| length >= u64::from(least)) && !bytes.is_empty();
    let is_wanted = config.disable_request_compression() != Some(true) && is_long;
    is_wanted.then(|| gzip(bytes)).flatten().map(SdkBody::from)
}

/// Reads a body through and leaves it as it is; `None` if it can be read only once.
async fn read(body: &SdkBody, mut each: impl FnMut(&[u8])) -> Result<Option<()>, BoxError> {
    if let Some(bytes) = body.bytes() {
        each(bytes);
        return Ok(Some(()));
    }
    let Some(copy) = body.try_clone() else {
        return Ok(None);
    };
    let mut stream = ByteStream::new(copy);
    while let Some(piece) = stream.next().await {
        each(&piece?);
    }
    Ok(Some(()))
}

//! A request's body: bytes or a stream, its length, its checksums, and what its signature says of it.

use super::Request;
#[cfg(feature = "checksums")]
use super::checksums::{self, Summed};
use super::features::Features;
use crate::checksum::{TreeHash, hex};
use crate::config::Config;
use crate::declare::{Checksum, Transfer};
use crate::error::BoxError;
use crate::sign::PayloadHash;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;
use http::header::{CONTENT_ENCODING, CONTENT_LENGTH, HeaderMap, HeaderName, HeaderValue};
use sha2::{Digest, Sha256};

/// A request's body, and what a signature says of it.
pub(super) struct Payload {
    pub(super) body: SdkBody,
    pub(super) hash: PayloadHash,
    /// What is known of a stream of events.
    #[cfg(feature = "event-stream")]
    pub(super) flow: Option<super::events::Flow>,
    /// The algorithms of the answer's checksum, where one is asked for.
    pub(super) answers: Option<&'static [&'static str]>,
}

impl Payload {
    /// Takes the body out of a request. Headers that depend on it are added, except where the input set them.
    /// `is_private` says that nobody can change the body on its way.
    pub(super) async fn of(request: &mut Request, config: &Config, is_private: bool) -> Result<Self, BoxError> {
        #[cfg(feature = "event-stream")]
        if let Some(events) = request.events.take() {
            let (body, flow) = events.into_body();
            return Ok(Self { body, hash: PayloadHash::Events, answers: None, flow: Some(flow) });
        }
        let transfer = transfer(request, config);
        let mut body = take_body(request);
        let headers = &mut request.parts.headers;
        if let Some(compressed) = compressed(&body, transfer, config) {
            body = compressed;
            headers.append(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
            request.features.add(Features::GZIP_REQUEST_COMPRESSION);
        }
        #[cfg(feature = "checksums")]
        if let Some(declared) = transfer.http_checksum {
            let features = &mut request.features;
            let answers = checksums::ask(headers, declared, config, features)?;
            let (body, hash) = match checksums::add(headers, body, declared, config, is_private, features).await? {
                Summed::Trailing(body) => (body, PayloadHash::UnsignedTrailer),
                Summed::InHeader(body) => {
                    let hash = hash(&body, transfer, None).await?;
                    (body, hash)
                }
            };
            add_length(headers, &body, transfer)?;
            return Ok(Self {
                body,
                hash,
                answers,
                #[cfg(feature = "event-stream")]
                flow: None,
            });
        }
        let _ = is_private;
        add_length(headers, &body, transfer)?;
        let digest = add_checksum(headers, &body, transfer).await?;
        let hash = hash(&body, transfer, digest).await?;
        Ok(Self {
            body,
            hash,
            answers: None,
            #[cfg(feature = "event-stream")]
            flow: None,
        })
    }
}

/// How the operation's bodies are sent, and what this call's config says of it.
fn transfer(request: &Request, _config: &Config) -> Transfer {
    let transfer = request.transfer;
    #[cfg(feature = "s3")]
    let transfer = Transfer {
        unsigned_payload: _config.settings.unsigned_payload.unwrap_or(transfer.unsigned_payload),
        ..transfer
    };
    transfer
}

fn take_body(request: &mut Request) -> SdkBody {
    match request.stream.take() {
        Some(stream) => stream.into_inner(),
        None if request.parts.body.is_empty() => SdkBody::empty(),
        None => SdkBody::from(std::mem::take(&mut request.parts.body)),
    }
}

/// Says how long a stream is; transports know the length of what is in memory.
fn add_length(headers: &mut HeaderMap, body: &SdkBody, transfer: Transfer) -> Result<(), BoxError> {
    match body.content_length() {
        _ if body.bytes().is_some() => {}
        Some(length) => drop(headers.insert(CONTENT_LENGTH, HeaderValue::from(length))),
        None if transfer.requires_length => return Err(UNKNOWN_LENGTH.into()),
        None => {}
    }
    Ok(())
}

/// Adds the checksum that the operation's requests have. If that took a SHA-256 of the whole body, it is returned.
async fn add_checksum(headers: &mut HeaderMap, body: &SdkBody, transfer: Transfer) -> Result<Option<String>, BoxError> {
    let mut add = |name: &'static str, value: String| {
        let value = HeaderValue::try_from(value)?;
        headers.entry(HeaderName::from_static(name)).or_insert(value);
        Ok::<_, BoxError>(())
    };
    match transfer.checksum {
        None => Ok(None),
        #[cfg(feature = "content-md5")]
        Some(Checksum::ContentMd5) => {
            let mut md5 = md5::Md5::new();
            read(body, |piece| md5.update(piece)).await?.ok_or(UNREPEATABLE)?;
            add("content-md5", crate::checksum::content_md5(md5))?;
            Ok(None)
        }
        Some(Checksum::TreeHash) => {
            let mut hash = TreeHash::default();
            read(body, |piece| hash.update(piece)).await?.ok_or(UNREPEATABLE)?;
            let (linear, tree) = hash.finish();
            add("x-amz-sha256-tree-hash", tree)?;
            add("x-amz-content-sha256", linear.clone())?;
            Ok(Some(linear))
        }
    }
}

/// What the signature says of the body; `digest` is its SHA-256, where that is known already.
async fn hash(body: &SdkBody, transfer: Transfer, digest: Option<String>) -> Result<PayloadHash, BoxError> {
    if transfer.unsigned_payload {
        return Ok(PayloadHash::Unsigned);
    }
    if body.bytes().is_some() {
        return Ok(PayloadHash::Bytes);
    }
    if let Some(digest) = digest {
        return Ok(PayloadHash::Digest(digest));
    }
    let mut sha256 = Sha256::new();
    Ok(match read(body, |piece| sha256.update(piece)).await? {
        Some(()) => PayloadHash::Digest(hex(&sha256.finalize())),
        // What can be read only once can't be signed and then sent.
        None => PayloadHash::Unsigned,
    })
}

pub(super) const UNKNOWN_LENGTH: &str =
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
pub(super) async fn read(body: &SdkBody, mut each: impl FnMut(&[u8])) -> Result<Option<()>, BoxError> {
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

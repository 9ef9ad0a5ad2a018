//! How bodies travel.

use super::HttpChecksum;

/// How an operation's bodies travel, beside what HTTP says.
#[derive(Clone, Copy, Debug)]
pub struct Transfer {
    /// The checksum that requests have of their body.
    pub checksum: Option<Checksum>,
    /// The checksums that bodies have in a header of their own, or behind them (`aws.protocols#httpChecksum`).
    pub http_checksum: Option<HttpChecksum>,
    /// Whether a stream has to say how long it is before it is sent (`smithy.api#requiresLength`).
    pub requires_length: bool,
    /// Whether the signature leaves the body out (`aws.auth#unsignedPayload`).
    pub unsigned_payload: bool,
    /// What compresses requests with gzip (`smithy.api#requestCompression`).
    pub gzip: Option<Compress>,
}

impl Transfer {
    /// No checksum; the body is signed and not compressed.
    pub const PLAIN: Self =
        Self { checksum: None, http_checksum: None, requires_length: false, unsigned_payload: false, gzip: None };
}

/// Compresses a body; `None` if it is to be sent as it is.
pub type Compress = fn(&[u8]) -> Option<Vec<u8>>;

/// A checksum of a request's body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checksum {
    /// `Content-MD5` (`smithy.api#httpChecksumRequired`).
    #[cfg(feature = "content-md5")]
    ContentMd5,
    /// Amazon S3 Glacier's `x-amz-content-sha256` and `x-amz-sha256-tree-hash`.
    TreeHash,
}

//! Compressed requests (`smithy.api#requestCompression`), with the feature `compression`: crates whose model asks for
//! them enable it, and no others pay for it.

use flate2::Compression;
#[cfg(feature = "test-util")]
use flate2::read::MultiGzDecoder;
use flate2::write::GzEncoder;
#[cfg(feature = "test-util")]
use std::io::Read;
use std::io::Write;

/// The body compressed with gzip (RFC 1952); `None` if that fails, so that the body is sent as it is.
pub fn gzip(body: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(body.len() / 2), Compression::default());
    encoder.write_all(body).ok()?;
    encoder.finish().ok()
}

/// What gzip compressed, for recordings; `None` if that isn't gzip's, or is longer than `most` bytes.
#[cfg(feature = "test-util")]
pub(crate) fn gunzip(body: &[u8], most: usize) -> Option<Vec<u8>> {
    let mut plain = Vec::new();
    let limit = u64::try_from(most).ok()?.saturating_add(1);
    MultiGzDecoder::new(body).take(limit).read_to_end(&mut plain).ok()?;
    (plain.len() <= most).then_some(plain)
}

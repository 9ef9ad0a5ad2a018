//! Compressed requests (`smithy.api#requestCompression`), with the feature `compression`: crates whose model asks for
//! them enable it, and no others pay for it.

use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;

/// The body compressed with gzip (RFC 1952); `None` if that fails, so that the body is sent as it is.
pub fn gzip(body: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(body.len() / 2), Compression::default());
    encoder.write_all(body).ok()?;
    encoder.finish().ok()
}

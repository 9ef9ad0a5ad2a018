//! The header `Content-MD5`, for operations that demand a checksum (`smithy.api#httpChecksumRequired`).
//!
//! MD5 is of no use against an attacker, and none is meant: the service finds bodies that were damaged on the way.

use aws_smithy_types::base64;
use md5::{Digest, Md5};

/// The value of `Content-MD5` for a body (RFC 1864).
pub(crate) fn content_md5(body: &[u8]) -> String {
    base64::encode(Md5::digest(body))
}

#[cfg(test)]
mod tests {
    use super::content_md5;

    #[test]
    fn the_header_is_the_digest_in_base64() {
        // The digests of RFC 1321, section A.5.
        assert_eq!(content_md5(b""), "1B2M2Y8AsgTpgAmY7PhCfg==");
        assert_eq!(content_md5(b"abc"), "kAFQmDzST7DWlj99KOF/cg==");
        assert_eq!(content_md5(&[b'a'; 64]), "AUhC1IC1cUlaSgNjeT9zZw==");
    }
}

//! Checksums that travel with a body in a header or trailer of their own (`aws.protocols#httpChecksum`).
//!
//! In: a body, piece by piece. Out: the value of `x-amz-checksum-…`, base64 of the digest, the most significant byte first.

use aws_smithy_types::base64;
use crc::{CRC_32_ISCSI, CRC_32_ISO_HDLC, CRC_64_NVME, Crc, Table};
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest as _, Sha256, Sha512};

static CRC32: Crc<u32, Table<16>> = Crc::<u32, Table<16>>::new(&CRC_32_ISO_HDLC);
static CRC32C: Crc<u32, Table<16>> = Crc::<u32, Table<16>>::new(&CRC_32_ISCSI);
static CRC64NVME: Crc<u64, Table<16>> = Crc::<u64, Table<16>>::new(&CRC_64_NVME);

/// An algorithm that is known here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Algorithm {
    Crc32,
    Crc32c,
    Crc64Nvme,
    Sha1,
    Sha256,
    Sha512,
    Md5,
}

/// Name and header of each, in the order in which answers' checksums are preferred: the quickest first.
const ALL: [(Algorithm, &str, &str); 7] = [
    (Algorithm::Crc32c, "CRC32C", "x-amz-checksum-crc32c"),
    (Algorithm::Crc32, "CRC32", "x-amz-checksum-crc32"),
    (Algorithm::Crc64Nvme, "CRC64NVME", "x-amz-checksum-crc64nvme"),
    (Algorithm::Sha1, "SHA1", "x-amz-checksum-sha1"),
    (Algorithm::Sha256, "SHA256", "x-amz-checksum-sha256"),
    (Algorithm::Sha512, "SHA512", "x-amz-checksum-sha512"),
    (Algorithm::Md5, "MD5", "x-amz-checksum-md5"),
];

/// Headers of checksums that only others can compute.
const OTHERS: [&str; 3] = ["x-amz-checksum-xxhash64", "x-amz-checksum-xxhash3", "x-amz-checksum-xxhash128"];

/// Whether a header is a body's checksum, whoever can compute it.
pub(crate) fn is_checksum(header: &str) -> bool {
    ALL.iter().any(|(_, _, known)| *known == header) || OTHERS.contains(&header)
}

impl Algorithm {
    /// The algorithm of this name, if it is known here.
    pub(crate) fn of(name: &str) -> Option<Self> {
        ALL.iter().find(|(_, known, _)| known.eq_ignore_ascii_case(name)).map(|(algorithm, ..)| *algorithm)
    }

    /// All that are known here, the preferred first.
    pub(crate) fn by_preference() -> impl Iterator<Item = Self> {
        ALL.iter().map(|(algorithm, ..)| *algorithm)
    }

    /// The names of all that are known here, for messages.
    pub(crate) fn names() -> String {
        ALL.map(|(_, name, _)| name).join(", ")
    }

    pub(crate) fn name(self) -> &'static str {
        self.row().1
    }

    pub(crate) fn header(self) -> &'static str {
        self.row().2
    }

    fn row(self) -> &'static (Self, &'static str, &'static str) {
        ALL.iter().find(|(known, ..)| *known == self).unwrap_or(&ALL[0])
    }

    pub(crate) fn digest(self) -> Digest {
        Digest(match self {
            Self::Crc32 => State::Crc32(CRC32.digest()),
            Self::Crc32c => State::Crc32(CRC32C.digest()),
            Self::Crc64Nvme => State::Crc64(CRC64NVME.digest()),
            Self::Sha1 => State::Sha1(Sha1::new()),
            Self::Sha256 => State::Sha256(Sha256::new()),
            Self::Sha512 => State::Sha512(Box::new(Sha512::new())),
            Self::Md5 => State::Md5(Md5::new()),
        })
    }
}

/// What a body's pieces have made of an algorithm so far.
pub(crate) struct Digest(State);

enum State {
    Crc32(crc::Digest<'static, u32, Table<16>>),
    Crc64(crc::Digest<'static, u64, Table<16>>),
    Sha1(Sha1),
    Sha256(Sha256),
    Sha512(Box<Sha512>),
    Md5(Md5),
}

impl Digest {
    pub(crate) fn update(&mut self, bytes: &[u8]) {
        match &mut self.0 {
            State::Crc32(state) => state.update(bytes),
            State::Crc64(state) => state.update(bytes),
            State::Sha1(state) => state.update(bytes),
            State::Sha256(state) => state.update(bytes),
            State::Sha512(state) => state.update(bytes),
            State::Md5(state) => state.update(bytes),
        }
    }

    /// The header's value.
    pub(crate) fn finish(self) -> String {
        match self.0 {
            State::Crc32(state) => base64::encode(state.finalize().to_be_bytes()),
            State::Crc64(state) => base64::encode(state.finalize().to_be_bytes()),
            State::Sha1(state) => base64::encode(state.finalize()),
            State::Sha256(state) => base64::encode(state.finalize()),
            State::Sha512(state) => base64::encode(state.finalize()),
            State::Md5(state) => base64::encode(state.finalize()),
        }
    }
}

/// Base64 of each algorithm's digest of `123456789`: check values of the CRC catalogue, and what Python's `hashlib` computes.
#[cfg(test)]
pub(crate) const CHECKED: [(&str, &str); 7] = [
    ("CRC32", "y/Q5Jg=="),
    ("CRC32C", "4waSgw=="),
    ("CRC64NVME", "rosUhgp5mIg="),
    ("SHA1", "98O8HYCOBHMq32eZZczDTKeuNEE="),
    ("SHA256", "FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU="),
    ("SHA512", "2eZ2LdHI6vbWGzxhkvxAjU1tXxF20MKRabwk5xw/J0rSf81YEbMT1oH35V7ALXPUmclUVba1u1A6z1dPuo/+hQ=="),
    ("MD5", "JfnnlDI7RTiF9RgfG2JNCw=="),
];

#[cfg(test)]
mod tests {
    use super::{Algorithm, CHECKED, is_checksum};

    #[test]
    fn digests_are_those_of_the_catalogue_however_a_body_is_cut() {
        for (name, expected) in CHECKED {
            let algorithm = Algorithm::of(name).expect("it is known");
            for cut in 0..=9 {
                let (before, after) = b"123456789".split_at(cut);
                let mut digest = algorithm.digest();
                digest.update(before);
                digest.update(after);
                assert_eq!(digest.finish(), expected, "{name}");
            }
        }
    }

    #[test]
    fn names_and_headers_belong_together() {
        for algorithm in Algorithm::by_preference() {
            assert_eq!(algorithm.header(), format!("x-amz-checksum-{}", algorithm.name().to_lowercase()));
            assert_eq!(Algorithm::of(&algorithm.name().to_lowercase()), Some(algorithm));
            assert!(is_checksum(algorithm.header()));
        }
        for name in ["XXHASH3", "", "CRC"] {
            assert_eq!(Algorithm::of(name), None, "{name}");
        }
        assert!(is_checksum("x-amz-checksum-xxhash3"));
        for header in ["x-amz-checksum-mode", "x-amz-checksum-type", "x-amz-checksum-algorithm", "content-md5"] {
            assert!(!is_checksum(header), "{header}");
        }
    }
}

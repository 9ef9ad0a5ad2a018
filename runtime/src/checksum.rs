//! Checksums of bodies: `Content-MD5` and Amazon S3 Glacier's tree hash of requests', and those that a service's operations
//! name (`aws.protocols#httpChecksum`), in a header, behind the body, or of an answer.
//!
//! MD5 is of no use against an attacker, and none is meant: the service finds bodies that were damaged on the way.

#[cfg(feature = "checksums")]
mod algorithm;
#[cfg(feature = "checksums")]
mod trailing;
#[cfg(feature = "checksums")]
mod verified;

#[cfg(feature = "checksums")]
pub(crate) use algorithm::{Algorithm, is_checksum};
#[cfg(feature = "checksums")]
pub(crate) use trailing::trailing;
#[cfg(feature = "checksums")]
pub(crate) use verified::Stated;

use sha2::{Digest, Sha256};

/// The value of `Content-MD5` (RFC 1864) for what `md5` was fed with (`smithy.api#httpChecksumRequired`).
#[cfg(feature = "content-md5")]
pub(crate) fn content_md5(md5: md5::Md5) -> String {
    aws_smithy_types::base64::encode(md5.finalize())
}

/// Lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |nibble: u8| char::from(DIGITS[usize::from(nibble & 15)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(*byte)]).collect()
}

/// A piece of a tree hash's body.
const CHUNK: usize = 1 << 20;

type Hash = [u8; 32];

/// SHA-256 of a body, and of the tree over its pieces of 1 MiB: each node is the hash of its two children, and one that is
/// left over goes up a level as it is (Amazon S3 Glacier Developer Guide, "Computing Checksums").
#[derive(Default)]
pub(crate) struct TreeHash {
    linear: Sha256,
    chunk: Sha256,
    /// How many bytes `chunk` has been fed with.
    filled: usize,
    leaves: Vec<Hash>,
}

impl TreeHash {
    /// Feeds it with what comes next.
    pub(crate) fn update(&mut self, mut bytes: &[u8]) {
        self.linear.update(bytes);
        while !bytes.is_empty() {
            let (now, later) = bytes.split_at(bytes.len().min(CHUNK - self.filled));
            self.chunk.update(now);
            self.filled += now.len();
            if self.filled == CHUNK {
                self.leaf();
            }
            bytes = later;
        }
    }

    fn leaf(&mut self) {
        self.leaves.push(self.chunk.finalize_reset().into());
        self.filled = 0;
    }

    /// The body's hash and the tree's, in hexadecimal digits.
    pub(crate) fn finish(mut self) -> (String, String) {
        if self.filled > 0 || self.leaves.is_empty() {
            self.leaf();
        }
        let mut level = self.leaves;
        while level.len() > 1 {
            level = level.chunks(2).map(joined).collect();
        }
        (hex(&self.linear.finalize()), level.first().map(|root| hex(root)).unwrap_or_default())
    }
}

fn joined(children: &[Hash]) -> Hash {
    match children {
        [left, right] => Sha256::new().chain_update(left).chain_update(right).finalize().into(),
        alone => alone.first().copied().unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::{CHUNK, TreeHash, content_md5, hex};
    use md5::{Digest, Md5};
    use sha2::Sha256;

    #[test]
    fn the_header_is_the_digest_in_base64() {
        let of = |body: &[u8]| content_md5(Md5::new_with_prefix(body));
        // The digests of RFC 1321, section A.5.
        assert_eq!(of(b""), "1B2M2Y8AsgTpgAmY7PhCfg==");
        assert_eq!(of(b"abc"), "kAFQmDzST7DWlj99KOF/cg==");
        assert_eq!(of(&[b'a'; 64]), "AUhC1IC1cUlaSgNjeT9zZw==");
    }

    fn sha256(parts: &[&[u8]]) -> Vec<u8> {
        parts.iter().fold(Sha256::new(), |hash, part| hash.chain_update(part)).finalize().to_vec()
    }

    fn tree(pieces: &[&[u8]]) -> (String, String) {
        let mut hash = TreeHash::default();
        pieces.iter().for_each(|piece| hash.update(piece));
        hash.finish()
    }

    #[test]
    fn a_body_of_one_piece_has_its_own_hash_for_a_tree() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(tree(&[]), (empty.to_owned(), empty.to_owned()));
        let full = vec![7; CHUNK];
        let hash = hex(&sha256(&[&full]));
        assert_eq!(tree(&[&full]), (hash.clone(), hash));
    }

    #[test]
    fn pieces_join_in_pairs_and_one_left_over_goes_up_as_it_is() {
        let body: Vec<u8> = (0..2 * CHUNK + 5).map(|i| (i / 7) as u8).collect();
        let (a, b, c) = (&body[..CHUNK], &body[CHUNK..2 * CHUNK], &body[2 * CHUNK..]);
        let pair = sha256(&[&sha256(&[a]), &sha256(&[b])]);
        let expected = (hex(&sha256(&[&body])), hex(&sha256(&[&pair, &sha256(&[c])])));
        assert_eq!(tree(&[&body]), expected);
        // However it arrives.
        assert_eq!(tree(&[&body[..3], &body[3..CHUNK + 9], &body[CHUNK + 9..]]), expected);
    }
}

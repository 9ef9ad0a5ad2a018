//! A body that is sent, or arrives, piece by piece.

use super::{Base64, Codec};
use aws_smithy_types::Blob;
use aws_smithy_types::byte_stream::ByteStream;
use serde::{Deserializer, Serializer};

/// A stream of bytes as the whole body, with this media type; for serde, what is in memory as base64.
#[derive(Clone, Copy, Debug)]
pub struct Streamed(pub &'static str);

impl Codec<ByteStream> for Streamed {
    fn write<S: Serializer>(&self, value: &ByteStream, to: S) -> Result<S::Ok, S::Error> {
        Base64.write(&Blob::new(value.bytes().unwrap_or_default()), to)
    }

    fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<ByteStream, D::Error> {
        Ok(Base64.read(from)?.into_inner().into())
    }
}

//! Bytes, as base64 text where a format has none.

use super::{Codec, TextCodec, reading, tree};
use aws_smithy_types::{Blob, base64};
use serde::de::{Error as _, Visitor};
use serde::{Deserializer, Serializer};
use std::borrow::Cow;
use std::fmt;

/// A blob as base64 text; in formats for machines, as bytes.
#[derive(Clone, Copy, Debug)]
pub struct Base64;

impl Codec<Blob> for Base64 {
    fn write<S: Serializer>(&self, value: &Blob, to: S) -> Result<S::Ok, S::Error> {
        match to.is_human_readable() {
            true => to.serialize_str(&base64::encode(value)),
            false => to.serialize_bytes(value.as_ref()),
        }
    }

    fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<Blob, D::Error> {
        if !from.is_human_readable() {
            return from.deserialize_byte_buf(Bytes);
        }
        let blob = super::text(from, |text| base64::decode(text).map(Blob::new))?;
        blob.map_err(|error| D::Error::custom(format_args!("not base64: {error}")))
    }

    tree::leaf!(Blob);
}

struct Bytes;

impl Visitor<'_> for Bytes {
    type Value = Blob;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("bytes")
    }

    fn visit_bytes<E: serde::de::Error>(self, bytes: &[u8]) -> Result<Blob, E> {
        reading::take_allocation(bytes.len())?;
        Ok(Blob::new(bytes))
    }
}

impl TextCodec<Blob> for Base64 {
    fn texts(&self, value: &Blob, each: &mut dyn FnMut(Cow<'_, str>)) {
        each(Cow::Owned(base64::encode(value)));
    }

    fn parse(&self, text: &str) -> Option<Blob> {
        base64::decode(text.trim()).ok().map(Blob::new)
    }
}

/// A string with a media type: base64 in a header (Smithy 2.0, `httpHeader`), itself elsewhere.
#[derive(Clone, Copy, Debug)]
pub struct MediaText;

impl Codec<String> for MediaText {
    fn write<S: Serializer>(&self, value: &String, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(value)
    }

    fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<String, D::Error> {
        super::text(from, str::to_owned)
    }
}

impl TextCodec<String> for MediaText {
    fn texts(&self, value: &String, each: &mut dyn FnMut(Cow<'_, str>)) {
        each(Cow::Owned(base64::encode(value)));
    }

    fn parse(&self, text: &str) -> Option<String> {
        base64::decode(text.trim()).ok().and_then(|bytes| String::from_utf8(bytes).ok())
    }
}

/// A model's default for a blob; text that is not base64 is no bytes.
#[doc(hidden)]
pub fn blob_default(text: &str) -> Blob {
    Blob::new(base64::decode(text).unwrap_or_default())
}

//! A single member as the whole payload.

use super::read_one;
use super::write::Writer;
use crate::codec::{As, Check, Codec, PayloadCodec};
use aws_smithy_runtime_api::box_error::BoxError;
use serde::ser::Error as _;
use serde::{Deserializer, Serialize, Serializer};

/// A structure or union as a whole payload in CBOR: in an event of a stream (`smithy.api#eventPayload`).
#[derive(Clone, Copy, Debug)]
pub struct Cbor<C>(pub C);

impl<T, C: Codec<T>> Codec<T> for Cbor<C> {
    fn write<S: Serializer>(&self, value: &T, to: S) -> Result<S::Ok, S::Error> {
        self.0.write(value, to)
    }

    fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<T, D::Error> {
        self.0.read(from)
    }

    fn check(&self, value: &T, report: &mut Check) {
        self.0.check(value, report);
    }
}

impl<T, C: Codec<T>> PayloadCodec<T> for Cbor<C> {
    fn content_type(&self) -> &'static str {
        "application/cbor"
    }

    fn encode(&self, value: &T) -> Result<Vec<u8>, serde_json::Error> {
        let mut bytes = Vec::new();
        As(value, self.0).serialize(Writer::new(&mut bytes)).map_err(serde_json::Error::custom)?;
        Ok(bytes)
    }

    fn decode(&self, body: &[u8]) -> Result<T, BoxError> {
        Ok(read_one(body, |reader| self.0.read(reader))?)
    }
}

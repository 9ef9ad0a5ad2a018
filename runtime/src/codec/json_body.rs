//! Bodies that are JSON whatever they hold.

use super::{As, Codec, PayloadCodec, read};
use aws_smithy_runtime_api::box_error::BoxError;
use serde::{Deserializer, Serializer};

/// A value that is the whole body, in JSON: a string is in quotes, a blob is base64 in quotes, and no value is no body.
#[derive(Clone, Copy, Debug)]
pub struct JsonBody<C>(pub C);

impl<T, C: Codec<T>> Codec<T> for JsonBody<C> {
    fn write<S: Serializer>(&self, value: &T, to: S) -> Result<S::Ok, S::Error> {
        self.0.write(value, to)
    }

    fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<T, D::Error> {
        self.0.read(from)
    }

    fn check(&self, value: &T, report: &mut super::Check) {
        self.0.check(value, report);
    }
}

impl<T, C: Codec<T>> PayloadCodec<T> for JsonBody<C> {
    fn content_type(&self) -> &'static str {
        "application/json"
    }

    fn encode(&self, value: &T) -> Result<Vec<u8>, serde_json::Error> {
        serde_json::to_vec(&As(value, self.0))
    }

    fn decode(&self, body: &[u8]) -> Result<T, BoxError> {
        Ok(read::json(body, |from| self.0.read(from))?)
    }
}

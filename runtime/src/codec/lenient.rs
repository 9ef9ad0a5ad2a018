//! Values that a service may have taken from someone who wrote something else.

use super::{Check, Codec, TextCodec, tree};
use serde::{Deserializer, Serializer};
use std::borrow::Cow;

/// A value in an answer's header that is absent where the header holds another thing: Amazon S3's `Expires`, which is what
/// anyone has stored.
#[derive(Clone, Copy, Debug)]
pub struct Lenient<C>(pub C);

impl<T, C: Codec<T>> Codec<T> for Lenient<C> {
    fn write<S: Serializer>(&self, value: &T, to: S) -> Result<S::Ok, S::Error> {
        self.0.write(value, to)
    }

    fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<T, D::Error> {
        self.0.read(from)
    }

    tree::around!(T, 0);

    fn check(&self, value: &T, report: &mut Check) {
        self.0.check(value, report);
    }
}

impl<T, C: TextCodec<T>> TextCodec<T> for Lenient<C> {
    const LENIENT: bool = true;

    fn texts(&self, value: &T, each: &mut dyn FnMut(Cow<'_, str>)) {
        self.0.texts(value, each);
    }

    fn parse(&self, text: &str) -> Option<T> {
        self.0.parse(text)
    }
}

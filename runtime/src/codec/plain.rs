//! Values in their own serde form: strings, whole numbers, booleans, enums.

use super::{Codec, TextCodec, reading, tree, whole};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;

/// A value with one obvious text: strings, numbers, booleans, enums.
pub trait AsText: Sized {
    /// The text.
    fn as_text(&self) -> Cow<'_, str>;

    /// The value that a text stands for.
    fn from_text(text: &str) -> Option<Self>;

    /// Reads a value in its serde form.
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error>
    where
        Self: Deserialize<'de>,
    {
        Self::deserialize(from)
    }
}

impl AsText for String {
    fn as_text(&self) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }

    fn from_text(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }

    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = Self::deserialize(from)?;
        reading::take_allocation(text.len())?;
        Ok(text)
    }
}

macro_rules! as_text_by_display {
    ($($ty:ty $(= $expected:literal)?),*) => {$(
        impl AsText for $ty {
            fn as_text(&self) -> Cow<'_, str> {
                Cow::Owned(self.to_string())
            }

            // Strict, as the AWS SDK for Rust and botocore are: in headers nobody writes `5.0` for 5.
            fn from_text(text: &str) -> Option<Self> {
                text.trim().parse().ok()
            }

            $( fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                whole::read(from, $expected)
            } )?
        }
    )*};
}

as_text_by_display!(
    bool,
    i8 = "a whole number of 8 bits",
    i16 = "a whole number of 16 bits",
    i32 = "a whole number of 32 bits",
    i64 = "a whole number of 64 bits"
);

/// The value's own serde form: strings, integers, booleans, enums.
#[derive(Clone, Copy, Debug)]
pub struct Plain;

impl<T: AsText + Serialize + for<'de> Deserialize<'de>> Codec<T> for Plain {
    fn write<S: Serializer>(&self, value: &T, to: S) -> Result<S::Ok, S::Error> {
        value.serialize(to)
    }

    fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<T, D::Error> {
        T::read(from)
    }

    tree::leaf!(T);
}

impl<T: AsText + Serialize + for<'de> Deserialize<'de>> TextCodec<T> for Plain {
    fn texts(&self, value: &T, each: &mut dyn FnMut(Cow<'_, str>)) {
        each(value.as_text());
    }

    fn parse(&self, text: &str) -> Option<T> {
        T::from_text(text)
    }
}

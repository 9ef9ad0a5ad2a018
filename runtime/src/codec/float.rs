//! Floats, with the three values that JSON has no number for.

use super::{Codec, TextCodec, number, tree};
use serde::de::{Error as _, MapAccess, Visitor};
use serde::{Deserializer, Serializer};
use std::borrow::Cow;
use std::fmt;

/// A float: a number in JSON, or one of the strings `NaN`, `Infinity`, `-Infinity` (AWS restJson1, "Shape
/// serialization"); in formats for machines, a float in any case.
#[derive(Clone, Copy, Debug)]
pub struct Float;

pub(super) fn special(value: f64) -> Option<&'static str> {
    match value {
        value if value.is_nan() => Some("NaN"),
        f64::INFINITY => Some("Infinity"),
        f64::NEG_INFINITY => Some("-Infinity"),
        _ => None,
    }
}

fn from_text(text: &str) -> Option<f64> {
    match text {
        "NaN" => Some(f64::NAN),
        "Infinity" => Some(f64::INFINITY),
        "-Infinity" => Some(f64::NEG_INFINITY),
        // Rust reads `inf` and `nan` too, which no protocol writes.
        number if number.contains(|c: char| c.is_ascii_digit()) => number.parse().ok(),
        _ => None,
    }
}

struct Number;

impl<'de> Visitor<'de> for Number {
    type Value = f64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, \"NaN\", \"Infinity\" or \"-Infinity\"")
    }

    fn visit_f64<E>(self, value: f64) -> Result<f64, E> {
        Ok(value)
    }

    fn visit_i64<E>(self, value: i64) -> Result<f64, E> {
        Ok(value as f64)
    }

    fn visit_u64<E>(self, value: u64) -> Result<f64, E> {
        Ok(value as f64)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<f64, E> {
        let value = from_text(text).filter(|value| special(*value).is_some());
        value.ok_or_else(|| E::custom(format_args!("{text:?} is not a number")))
    }

    fn visit_map<A: MapAccess<'de>>(self, from: A) -> Result<f64, A::Error> {
        number::float(from, &self)
    }
}

macro_rules! float {
    ($ty:ty, $serialize:ident) => {
        impl Codec<$ty> for Float {
            fn write<S: Serializer>(&self, value: &$ty, to: S) -> Result<S::Ok, S::Error> {
                match special(f64::from(*value)) {
                    Some(text) if to.is_human_readable() => to.serialize_str(text),
                    _ => to.$serialize(*value),
                }
            }

            fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<$ty, D::Error> {
                let value = from.deserialize_any(Number)?;
                let narrowed = value as $ty;
                if value.is_finite() && !narrowed.is_finite() {
                    return Err(D::Error::custom(format_args!("{value} is out of range")));
                }
                Ok(narrowed)
            }

            tree::leaf!($ty);
        }

        impl TextCodec<$ty> for Float {
            fn texts(&self, value: &$ty, each: &mut dyn FnMut(Cow<'_, str>)) {
                each(special(f64::from(*value)).map_or_else(|| Cow::Owned(value.to_string()), Cow::Borrowed));
            }

            fn parse(&self, text: &str) -> Option<$ty> {
                from_text(text.trim()).map(|value| value as $ty)
            }
        }
    };
}

float!(f32, serialize_f32);
float!(f64, serialize_f64);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_json_says_is_read_to_the_last_bit() {
        for text in ["1.0000000000000001e+23", "122.416294033786585", "7.2057594037927933e16", "5e-324"] {
            let read: f64 = Float.read(&mut serde_json::Deserializer::from_str(text)).expect("it is a number");
            let meant: f64 = text.parse().expect("it is a number");
            assert_eq!(read.to_bits(), meant.to_bits(), "{text}");
        }
    }
}

//! Numbers of any size, as texts.

use super::{Codec, TextCodec, tag, tree};
use aws_smithy_types::{BigDecimal, BigInteger};
use serde::de::{Error as _, Visitor};
use serde::{Deserializer, Serializer};
use std::borrow::Cow;
use std::fmt;

/// A number of any size: a text in JSON (Smithy RPC v2, "Numeric type serialization") and XML; in CBOR, a number.
#[derive(Clone, Copy, Debug)]
pub struct Big;

macro_rules! big {
    ($ty:ty, $tag:expr, $what:literal) => {
        impl Codec<$ty> for Big {
            fn write<S: Serializer>(&self, value: &$ty, to: S) -> Result<S::Ok, S::Error> {
                let text = written(value.as_ref());
                match to.is_human_readable() {
                    true => to.serialize_str(&text),
                    false => to.serialize_newtype_struct($tag, text.as_ref()),
                }
            }

            fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<$ty, D::Error> {
                let make = |text: &str| Self.parse(text);
                let number = match from.is_human_readable() {
                    true => super::text(from, make)?,
                    false => from.deserialize_newtype_struct($tag, Text(make))?,
                };
                number.ok_or_else(|| D::Error::custom(concat!("not ", $what)))
            }

            tree::leaf!($ty);
        }

        impl TextCodec<$ty> for Big {
            fn texts(&self, value: &$ty, each: &mut dyn FnMut(Cow<'_, str>)) {
                each(written(value.as_ref()));
            }

            fn parse(&self, text: &str) -> Option<$ty> {
                text.trim().parse().ok()
            }
        }
    };
}

big!(BigInteger, tag::BIG_INTEGER, "a whole number");
big!(BigDecimal, tag::BIG_DECIMAL, "a decimal number");

/// A model's default for a whole number of any size; text that is none is zero.
#[doc(hidden)]
pub fn big_integer_default(text: &str) -> BigInteger {
    text.parse().unwrap_or_default()
}

/// A model's default for a decimal number of any size; text that is none is zero.
#[doc(hidden)]
pub fn big_decimal_default(text: &str) -> BigDecimal {
    text.parse().unwrap_or_default()
}

/// A number as every service reads it: without a plus sign, and with no more and no fewer zeros before and behind the point
/// than there have to be (the grammar of Smithy RPC v2).
pub(super) fn written(number: &str) -> Cow<'_, str> {
    let (sign, unsigned) = number.strip_prefix('-').map_or(("", number), |rest| ("-", rest));
    let unsigned = unsigned.strip_prefix('+').unwrap_or(unsigned);
    let (decimal, exponent) = unsigned.split_at(unsigned.find(['e', 'E']).unwrap_or(unsigned.len()));
    let (whole, fraction) = decimal.split_once('.').unwrap_or((decimal, ""));
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    let point = if fraction.is_empty() { "" } else { "." };
    let text = [sign, whole, point, fraction, exponent].concat();
    if text == number { Cow::Borrowed(number) } else { Cow::Owned(text) }
}

/// A number's text, out of a newtype or by itself.
struct Text<F>(F);

impl<'de, T, F: FnOnce(&str) -> T> Visitor<'de> for Text<F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number of any size")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, from: D) -> Result<T, D::Error> {
        super::text(from, self.0)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
        super::reading::take_allocation(text.len())?;
        Ok((self.0)(text))
    }
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn a_number_is_written_as_the_grammar_has_it() {
        for (given, expected) in [
            ("0", "0"),
            ("-0", "-0"),
            ("000", "0"),
            ("-0012", "-12"),
            ("100000000000000000000001.0", "100000000000000000000001.0"),
            ("+5", "5"),
            ("5.", "5"),
            (".5", "0.5"),
            ("-.5", "-0.5"),
            ("00.50", "0.50"),
            ("1.23E-10", "1.23E-10"),
            ("+01.e+5", "1e+5"),
        ] {
            assert_eq!(written(given), expected, "{given}");
        }
    }
}

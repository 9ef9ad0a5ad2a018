//! Numbers of any size, as JSON's numbers.

use super::big::written;
use super::{Big, Codec, TextCodec, tree, whole};
use aws_smithy_types::{BigDecimal, BigInteger};
use serde::de::{Error as _, Visitor};
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

/// A number of any size: a number in JSON, digit by digit. A text that is one is read, too, as services send it for readers that
/// have floats alone. Beside JSON, as [`Big`] has it.
#[derive(Clone, Copy, Debug)]
pub struct BigNumber;

macro_rules! big_number {
    ($ty:ty, $what:literal) => {
        impl Codec<$ty> for BigNumber {
            fn write<S: Serializer>(&self, value: &$ty, to: S) -> Result<S::Ok, S::Error> {
                if !to.is_human_readable() {
                    return Big.write(value, to);
                }
                let text = written(value.as_ref());
                match text.parse::<i64>() {
                    // Formats other than JSON have such numbers, too. There is no whole number -0.
                    Ok(number) if number != 0 || text == "0" => to.serialize_i64(number),
                    _ => RawValue::from_string(text.into_owned()).map_err(S::Error::custom)?.serialize(to),
                }
            }

            fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<$ty, D::Error> {
                if !from.is_human_readable() {
                    return Big.read(from);
                }
                let number = match whole::is_text() {
                    true => Self.parse(<&RawValue>::deserialize(from)?.get().trim_matches('"')),
                    false => from.deserialize_any(Text(|text: &str| Self.parse(text)))?,
                };
                number.ok_or_else(|| D::Error::custom(concat!("not ", $what)))
            }

            tree::leaf!($ty);
        }

        impl TextCodec<$ty> for BigNumber {
            fn texts(&self, value: &$ty, each: &mut dyn FnMut(Cow<'_, str>)) {
                Big.texts(value, each);
            }

            fn parse(&self, text: &str) -> Option<$ty> {
                Big.parse(text)
            }
        }
    };
}

big_number!(BigInteger, "a whole number");
big_number!(BigDecimal, "a decimal number");

/// The text of what was read as a number already.
struct Text<F>(F);

impl<T, F: FnOnce(&str) -> T> Visitor<'_> for Text<F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number of any size")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
        Ok((self.0)(text))
    }

    fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<T, E> {
        Ok((self.0)(&number.to_string()))
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<T, E> {
        Ok((self.0)(&number.to_string()))
    }

    fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<T, E> {
        Ok((self.0)(&number.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json<T>(value: &T) -> String
    where
        BigNumber: Codec<T>,
    {
        let mut to = Vec::new();
        BigNumber.write(value, &mut serde_json::Serializer::new(&mut to)).expect("it is a number");
        String::from_utf8(to).expect("JSON is text")
    }

    fn read<T>(text: &str) -> Option<T>
    where
        BigNumber: Codec<T>,
    {
        whole::from_text(|| BigNumber.read(&mut serde_json::Deserializer::from_str(text)).ok())
    }

    #[test]
    fn every_digit_is_written_and_read() {
        for text in ["0", "-0", "7", "-9223372036854775809", "18446744073709551616", "123456789012345678901234567890"] {
            let number: BigInteger = text.parse().expect("a number");
            assert_eq!(json(&number), text);
            assert_eq!(read::<BigInteger>(text), Some(number.clone()));
            assert_eq!(read::<BigInteger>(&format!("\"{text}\"")), Some(number));
        }
        for text in ["0.1", "-0.000000001", "4.56e-5", "1.000000000000000000000000000000000000001"] {
            let number: BigDecimal = text.parse().expect("a number");
            assert_eq!(json(&number), text);
            assert_eq!(read::<BigDecimal>(text), Some(number));
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in ["true", "\"\"", "\"1a\"", "[]", "{}", "null", "1.5"] {
            assert_eq!(read::<BigInteger>(text), None, "{text}");
        }
    }

    #[test]
    fn what_was_read_as_a_number_already_is_taken() {
        for (value, expected) in
            [(serde_json::json!(5), "5"), (serde_json::json!("12"), "12"), (serde_json::json!(-1), "-1")]
        {
            let number: BigInteger = BigNumber.read(value).expect("a number");
            assert_eq!(number.as_ref(), expected);
        }
    }
}

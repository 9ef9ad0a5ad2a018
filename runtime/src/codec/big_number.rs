//! Numbers of any size, as JSON's numbers.

use super::big::written;
use super::given::RAW;
use super::{Big, Codec, TextCodec, number, reading, tree, whole};
use aws_smithy_types::{BigDecimal, BigInteger};
use serde::de::{Error as _, MapAccess, Unexpected, Visitor};
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

/// A number of any size: a number in JSON, digit by digit. A text that is one is read, too, as services send it for readers that
/// have floats alone. Beside JSON, as [`Big`] has it.
///
/// No digit is lost from JSON's text, whoever reads it. What was read as a float already, such as a `serde_json::Value`, has
/// lost some: of those, a whole number is taken up to 2⁵³, and a decimal one as the shortest text that is the float.
#[derive(Clone, Copy, Debug)]
pub struct BigNumber;

macro_rules! big_number {
    ($ty:ty, $what:literal, $parse:expr) => {
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
                let text = match whole::is_text() {
                    true => Cow::Borrowed(<&RawValue>::deserialize(from)?.get()),
                    false => Cow::Owned(from.deserialize_newtype_struct(RAW, Text)?),
                };
                reading::take_allocation(text.len())?;
                let number: Option<$ty> = $parse(text.trim_matches('"'))?;
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

big_number!(BigInteger, "a whole number", whole_number);
big_number!(BigDecimal, "a decimal number", |text| Ok(Big.parse(text)));

/// How many zeros an exponent may add to a whole number: a few letters must not become a text of any length.
const MOST_ZEROS: usize = 1000;

/// A whole number from a JSON number: `5`, and `5.0` and `5e0`, too.
fn whole_number<E: serde::de::Error>(text: &str) -> Result<Option<BigInteger>, E> {
    if let Some(number) = Big.parse(text) {
        return Ok(Some(number));
    }
    let Some(digits) = whole::digits(text, MOST_ZEROS) else {
        return Ok(None);
    };
    // Written like that, it may have been a float, which another number has been rounded to.
    let is_sure = whole::is_text() || digits.parse().is_ok_and(whole::is_sure);
    if !is_sure {
        return Err(E::custom(format_args!(
            "a float, as {digits} was read, has no room for every digit of such a number"
        )));
    }
    reading::take_allocation(digits.len())?;
    Ok(Big.parse(&digits))
}

/// The text of a number in whatever format.
struct Text;

impl<'de> Visitor<'de> for Text {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number of any size")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<String, A::Error> {
        match from.next_key::<String>()? {
            Some(name) if name == RAW || number::is_name(&name) => from.next_value(),
            _ => Err(A::Error::invalid_type(Unexpected::Map, &self)),
        }
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, from: D) -> Result<String, D::Error> {
        from.deserialize_any(self)
    }

    fn visit_str<E>(self, text: &str) -> Result<String, E> {
        Ok(text.to_owned())
    }

    fn visit_i64<E>(self, number: i64) -> Result<String, E> {
        Ok(number.to_string())
    }

    fn visit_u64<E>(self, number: u64) -> Result<String, E> {
        Ok(number.to_string())
    }

    fn visit_i128<E>(self, number: i128) -> Result<String, E> {
        Ok(number.to_string())
    }

    fn visit_u128<E>(self, number: u128) -> Result<String, E> {
        Ok(number.to_string())
    }

    fn visit_f64<E>(self, number: f64) -> Result<String, E> {
        // With a point or an exponent in any case, which says that it was a float.
        Ok(format!("{number:?}"))
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
        for text in ["true", "\"\"", "\"1a\"", "[]", "{}", "null", "1.5", "1e-1", "1e1001", "1e99999999999999999999"] {
            assert_eq!(read::<BigInteger>(text), None, "{text}");
        }
    }

    #[test]
    fn whole_numbers_are_read_however_they_are_written() {
        for (text, expected) in [
            ("5.0", "5"),
            ("1e3", "1000"),
            ("-1.5e1", "-15"),
            ("0.05e2", "5"),
            ("-0.0", "0"),
            ("1e25", "10000000000000000000000000"),
            ("123456789012345678901234567890.0", "123456789012345678901234567890"),
        ] {
            assert_eq!(read::<BigInteger>(text).as_ref().map(AsRef::as_ref), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_a_number_takes_is_counted() {
        for text in ["1".repeat(100), format!("\"{}\"", "1".repeat(100)), "1e99".to_owned()] {
            let within = |bytes: usize| reading::within(bytes, || read::<BigInteger>(&text).is_some());
            assert!(!within(100) && within(200), "{text}");
            let json = |bytes: usize| {
                let mut from = serde_json::Deserializer::from_str(&text);
                reading::within(bytes, || Codec::<BigDecimal>::read(&BigNumber, &mut from).is_ok())
            };
            assert!(!json(text.len()) && json(200), "{text}");
        }
    }

    #[test]
    fn every_digit_is_read_from_json_by_serde_alone() {
        let text = "123456789012345678901234567890";
        let integer =
            |number: Result<BigInteger, serde_json::Error>| number.ok().map(|number| number.as_ref().to_owned());
        let mut from_str = serde_json::Deserializer::from_str(text);
        assert_eq!(integer(BigNumber.read(&mut from_str)).as_deref(), Some(text));
        let mut from_reader = serde_json::Deserializer::from_reader(text.as_bytes());
        assert_eq!(integer(BigNumber.read(&mut from_reader)).as_deref(), Some(text));
        let mut decimal = serde_json::Deserializer::from_str("0.1234567890123456789");
        let decimal: BigDecimal = BigNumber.read(&mut decimal).expect("a number");
        assert_eq!(decimal.as_ref(), "0.1234567890123456789");
    }

    #[test]
    fn what_was_read_as_a_number_already_is_taken_where_it_is_sure() {
        use serde_json::json;

        let most = 9_007_199_254_740_991_f64;
        for (value, expected) in [
            (json!(5), Some("5")),
            (json!("12"), Some("12")),
            (json!(-1), Some("-1")),
            (json!(u64::MAX), Some("18446744073709551615")),
            (json!(5.0), Some("5")),
            (json!(most), Some("9007199254740991")),
            (json!(most + 1.0), None),
            (json!(1e20), None),
            (json!(0.5), None),
        ] {
            let number: Option<BigInteger> = BigNumber.read(value.clone()).ok();
            assert_eq!(number.as_ref().map(AsRef::as_ref), expected, "{value}");
        }
        let rounded: Result<BigInteger, _> = BigNumber.read(json!(1e20));
        assert!(rounded.expect_err("it may have been another").to_string().contains("no room for every digit"));
        let decimal: BigDecimal = BigNumber.read(json!(0.1)).expect("a number");
        assert_eq!(decimal.as_ref(), "0.1");
    }

    #[test]
    fn numbers_of_other_formats_are_taken_where_they_are_sure() {
        use serde::de::IntoDeserializer;
        use serde::de::value::{Error, F64Deserializer};

        let float = |number: f64| -> F64Deserializer<Error> { number.into_deserializer() };
        let integer = |number: f64| -> Option<BigInteger> { BigNumber.read(float(number)).ok() };
        assert_eq!(integer(5.0).as_ref().map(AsRef::as_ref), Some("5"));
        for number in [1e20, 0.5, f64::NAN, f64::INFINITY] {
            assert_eq!(integer(number), None, "{number}");
        }
        let decimal: BigDecimal = BigNumber.read(float(1e300)).expect("a number");
        assert_eq!(decimal.as_ref(), "1e300");
    }
}

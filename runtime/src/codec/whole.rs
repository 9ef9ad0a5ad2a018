//! Whole numbers, however they are written: `5`, `5.0`, `1e3`, `-0`.
//!
//! Some services write whole numbers as floats. From the text of an answer they are read exactly, digit by digit: a float
//! of 64 bits has no room for all of them. Other uses of serde give floats that have been read already; of those, the ones
//! that surely are the number that was written are taken.

use super::number;
use serde::de::{Error, MapAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use std::cell::Cell;
use std::fmt;

thread_local! {
    /// Whether what reads is serde_json, from a text, which gives numbers as they are written.
    static TEXT: Cell<bool> = const { Cell::new(false) };
}

/// Runs `read`, which reads JSON text by serde_json.
pub(super) fn from_text<T>(read: impl FnOnce() -> T) -> T {
    struct Restored(bool);

    impl Drop for Restored {
        fn drop(&mut self) {
            TEXT.set(self.0);
        }
    }

    let _before = Restored(TEXT.replace(true));
    read()
}

/// Whether what reads is serde_json, from a text.
pub(super) fn is_text() -> bool {
    TEXT.get()
}

/// Reads a whole number of a type that is called `expected`.
pub(super) fn read<'de, T: TryFrom<i64>, D: Deserializer<'de>>(from: D, expected: &str) -> Result<T, D::Error> {
    if !TEXT.get() {
        // Of a number whose digits serde_json has kept, it gives only those who ask for a value of any kind more than whole ones.
        let number = match number::keeps_digits() && from.is_human_readable() {
            true => from.deserialize_any(Whole)?,
            false => from.deserialize_i64(Whole)?,
        };
        return T::try_from(number).map_err(|_| D::Error::invalid_value(Unexpected::Signed(number), &expected));
    }
    let text = <&RawValue>::deserialize(from)?.get();
    let number = exact(text).and_then(|number| T::try_from(number).ok());
    number.ok_or_else(|| D::Error::custom(format_args!("invalid value: {}, expected {expected}", Beginning(text))))
}

/// What was found in a number's place, as far as a message has room for it.
struct Beginning<'t>(&'t str);

impl fmt::Display for Beginning<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const LONGEST: usize = 40;
        let is_string = self.0.starts_with('"');
        for c in self.0.chars().take(LONGEST) {
            // A string is JSON's, with its escapes.
            if is_string && matches!(c, '"' | '\\') { write!(f, "{c}")? } else { write!(f, "{}", c.escape_debug())? }
        }
        if self.0.chars().nth(LONGEST).is_some() { f.write_str("…") } else { Ok(()) }
    }
}

/// The number that a JSON number stands for, if it is whole and fits.
fn exact(text: &str) -> Option<i64> {
    // The largest number has nineteen digits.
    text.parse().ok().or_else(|| digits(text, 18)?.parse().ok())
}

/// A JSON number without point and exponent, if it is whole and an exponent adds no more than this many zeros.
pub(super) fn digits(text: &str, most_zeros: usize) -> Option<String> {
    let (sign, unsigned) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let (decimal, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
    let (whole, fraction) = decimal.split_once('.').unwrap_or((decimal, ""));
    let all = [whole, fraction].concat();
    if all.is_empty() || !all.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let digits = all.trim_end_matches('0');
    if digits.is_empty() {
        return Some("0".to_owned());
    }
    // How many zeros follow the digits; fewer than none is a fraction.
    let cut = i64::try_from(all.len() - digits.len()).ok()?;
    let exponent: i64 = exponent.parse().ok()?;
    let zeros = exponent.checked_add(cut)?.checked_sub(i64::try_from(fraction.len()).ok()?)?;
    let zeros = usize::try_from(zeros).ok().filter(|zeros| *zeros <= most_zeros)?;
    Some(format!("{sign}{}{}", digits.trim_start_matches('0'), "0".repeat(zeros)))
}

/// Whether a float of 64 bits that is this number can have been no other whole one.
pub(super) fn is_sure(number: i64) -> bool {
    number.unsigned_abs() <= EXACT as u64
}

/// Takes numbers of any kind that are whole.
struct Whole;

/// Up to here, a float of 64 bits is the number that was written, or was near enough to it to be no other whole one.
const EXACT: f64 = 9_007_199_254_740_991.0;

impl<'de> Visitor<'de> for Whole {
    type Value = i64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number")
    }

    fn visit_i64<E>(self, number: i64) -> Result<i64, E> {
        Ok(number)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<i64, E> {
        i64::try_from(number).map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &self))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<i64, E> {
        let is_whole = number.fract() == 0.0 && number.abs() <= EXACT;
        // Within these bounds the conversion changes nothing.
        if is_whole { Ok(number as i64) } else { Err(E::invalid_value(Unexpected::Float(number), &self)) }
    }

    fn visit_map<A: MapAccess<'de>>(self, from: A) -> Result<i64, A::Error> {
        let text = number::text(from, &self)?;
        exact(&text).ok_or_else(|| {
            A::Error::custom(format_args!("invalid value: {}, expected a whole number", Beginning(&text)))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{exact, from_text, read};

    #[test]
    fn whole_numbers_are_exact_however_they_are_written() {
        for (text, expected) in [
            ("5", 5),
            ("5.0", 5),
            ("5e0", 5),
            ("1e3", 1000),
            ("1.0E2", 100),
            ("1E+2", 100),
            ("120e-1", 12),
            ("1.25e2", 125),
            ("0.005e3", 5),
            ("-0", 0),
            ("-0.0", 0),
            ("0e99999999999999999999", 0),
            ("-5.000", -5),
            ("9007199254740993", 9_007_199_254_740_993),
            ("9.007199254740993e15", 9_007_199_254_740_993),
            ("9007199254740993.0", 9_007_199_254_740_993),
            ("9223372036854775807.0", i64::MAX),
            ("9.223372036854775807e18", i64::MAX),
            ("-9.223372036854775808E+18", i64::MIN),
            ("1000000000000000000000e-3", 1_000_000_000_000_000_000),
        ] {
            assert_eq!(exact(text), Some(expected), "{text}");
        }
        let long = format!("1{}e-400", "0".repeat(400));
        assert_eq!(exact(&long), Some(1));
    }

    #[test]
    fn what_is_not_whole_or_does_not_fit_is_none() {
        for text in [
            "5.5",
            "-0.5",
            "1e-1",
            "5.0000000000000000001",
            "12e-1",
            "1e400",
            "-1e400",
            "1e19",
            "9223372036854775808",
            "9223372036854775808.0",
            "-9223372036854775809",
            "1e9223372036854775807",
            "1e-9223372036854775808",
            "1e99999999999999999999",
            "\"5\"",
            "true",
            "[5]",
            "{}",
            "",
            ".",
            "e",
            "-",
            "NaN",
            "5e",
            "5.0.0",
        ] {
            assert_eq!(exact(text), None, "{text}");
        }
    }

    #[test]
    fn every_width_has_its_bounds_and_says_what_was_found() {
        let read = |text: &str| from_text(|| read::<i8, _>(&mut serde_json::Deserializer::from_str(text), "a byte"));
        assert_eq!(read("1.27e2").ok(), Some(127));
        let error = |text: &str| read(text).expect_err("it doesn't fit").to_string();
        assert_eq!(error("128.0"), "invalid value: 128.0, expected a byte");
        assert_eq!(error("\"a\\nb\""), "invalid value: \"a\\nb\", expected a byte");
        assert_eq!(
            error(&format!("[{}1]", "1,".repeat(1000))),
            format!("invalid value: [{}…, expected a byte", "1,".repeat(19) + "1")
        );
    }

    #[test]
    fn floats_that_were_read_already_are_taken_where_they_are_sure() {
        let read = |value: serde_json::Value| read::<i64, _>(value, "a long").ok();
        assert_eq!(read(5.0.into()), Some(5));
        assert_eq!(read((-0.0).into()), Some(0));
        assert_eq!(read(9_007_199_254_740_991.0.into()), Some(9_007_199_254_740_991));
        assert_eq!(read(i64::MAX.into()), Some(i64::MAX));
        for refused in [5.5, 9_007_199_254_740_992.0, 1e300, f64::MIN_POSITIVE] {
            assert_eq!(read(refused.into()), None, "{refused}");
        }
        assert_eq!(read(u64::MAX.into()), None);
        assert_eq!(read("5".into()), None);
    }
}

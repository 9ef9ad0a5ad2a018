//! Timestamps in their three wire formats (Smithy 2.0, `timestampFormat`).

use super::header::split;
use super::{Codec, TextCodec, number, tag, tree};
use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use serde::de::{Error as _, MapAccess, Visitor};
use serde::ser::Error as _;
use serde::{Deserializer, Serialize, Serializer};
use std::borrow::Cow;

/// Seconds since 1 January 1970 UTC, as a number with up to nanoseconds of fraction; where a format has tags, with the one that
/// says so.
#[derive(Clone, Copy, Debug)]
pub struct EpochSeconds;

/// RFC 3339 in UTC: `2024-02-01T12:30:00Z`.
#[derive(Clone, Copy, Debug)]
pub struct DateTimeText;

/// An HTTP date (RFC 7231, IMF-fixdate): `Thu, 01 Feb 2024 12:30:00 GMT`.
#[derive(Clone, Copy, Debug)]
pub struct HttpDate;

impl Codec<DateTime> for EpochSeconds {
    fn write<S: Serializer>(&self, value: &DateTime, to: S) -> Result<S::Ok, S::Error> {
        match to.is_human_readable() {
            true => Seconds(value).serialize(to),
            false => to.serialize_newtype_struct(tag::EPOCH, &Seconds(value)),
        }
    }

    fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<DateTime, D::Error> {
        from.deserialize_any(Epoch)
    }

    tree::leaf!(DateTime);
}

/// A time as its number.
struct Seconds<'a>(&'a DateTime);

impl Serialize for Seconds<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.0.subsec_nanos() {
            0 => to.serialize_i64(self.0.secs()),
            _ => to.serialize_f64(self.0.as_secs_f64()),
        }
    }
}

struct Epoch;

impl<'de> Visitor<'de> for Epoch {
    type Value = DateTime;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a timestamp in seconds since 1970")
    }

    fn visit_i64<E>(self, seconds: i64) -> Result<DateTime, E> {
        Ok(DateTime::from_secs(seconds))
    }

    fn visit_u64<E: serde::de::Error>(self, seconds: u64) -> Result<DateTime, E> {
        i64::try_from(seconds)
            .map(DateTime::from_secs)
            .map_err(|_| E::custom(format_args!("timestamp {seconds} is out of range")))
    }

    fn visit_f64<E: serde::de::Error>(self, seconds: f64) -> Result<DateTime, E> {
        // By way of the shortest decimal: the float next to 1700000000.123 is 1700000000.12299990654.
        let mut decimal = seconds.to_string();
        if decimal.split_once('.').is_some_and(|(_, fraction)| fraction.len() > 9) {
            decimal = format!("{seconds:.9}");
        }
        DateTime::from_str(&decimal, Format::EpochSeconds)
            .map_err(|_| E::custom(format_args!("timestamp {seconds} is out of range")))
    }

    fn visit_map<A: MapAccess<'de>>(self, from: A) -> Result<DateTime, A::Error> {
        let seconds = number::float(from, &self)?;
        self.visit_f64(seconds)
    }
}

impl TextCodec<DateTime> for EpochSeconds {
    fn texts(&self, value: &DateTime, each: &mut dyn FnMut(Cow<'_, str>)) {
        text(value, Format::EpochSeconds, each);
    }

    fn parse(&self, text: &str) -> Option<DateTime> {
        DateTime::from_str(text.trim(), Format::EpochSeconds).ok()
    }
}

macro_rules! text_timestamp {
    ($codec:ident, $format:expr, $split:expr) => {
        impl Codec<DateTime> for $codec {
            fn write<S: Serializer>(&self, value: &DateTime, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(&value.fmt($format).map_err(S::Error::custom)?)
            }

            fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<DateTime, D::Error> {
                let text: Cow<'de, str> = serde::Deserialize::deserialize(from)?;
                DateTime::from_str(&text, $format).map_err(D::Error::custom)
            }

            tree::leaf!(DateTime);
        }

        impl TextCodec<DateTime> for $codec {
            fn texts(&self, value: &DateTime, each: &mut dyn FnMut(Cow<'_, str>)) {
                text(value, $format, each);
            }

            fn parse(&self, text: &str) -> Option<DateTime> {
                DateTime::from_str(text.trim(), $format).ok()
            }

            // Dates are never quoted in a list, although one format has a comma of its own.
            fn quote<'t>(&self, text: Cow<'t, str>) -> Cow<'t, str> {
                text
            }

            fn split(&self, text: &str) -> Vec<String> {
                $split(text)
            }
        }
    };
}

text_timestamp!(DateTimeText, Format::DateTimeWithOffset, split);
text_timestamp!(HttpDate, Format::HttpDate, split_dates);

/// `Mon, 16 Dec 2019 23:48:18 GMT, Tue, …`: every second comma separates.
fn split_dates(text: &str) -> Vec<String> {
    let parts: Vec<&str> = text.split(',').map(str::trim).collect();
    parts.chunks(2).map(|pair| pair.join(", ")).collect()
}

/// A year outside the format's range has no text; it is then written as seconds, which the service refuses by name.
fn text(value: &DateTime, format: Format, each: &mut dyn FnMut(Cow<'_, str>)) {
    let text = value.fmt(format).unwrap_or_else(|_| value.secs().to_string());
    each(Cow::Owned(text));
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::de::IntoDeserializer;
    use serde::de::value::{Error, F64Deserializer};

    fn read(seconds: f64) -> Result<DateTime, Error> {
        let from: F64Deserializer<Error> = seconds.into_deserializer();
        EpochSeconds.read(from)
    }

    #[test]
    fn a_float_is_read_as_the_decimal_that_was_written() {
        for (seconds, expected) in [
            (1_700_000_000.123, (1_700_000_000, 123_000_000)),
            (1_700_000_000.5, (1_700_000_000, 500_000_000)),
            (1_700_000_000.0, (1_700_000_000, 0)),
            (-1.5, (-2, 500_000_000)),
            (-0.25, (-1, 750_000_000)),
            (0.000_000_000_6, (0, 1)),
        ] {
            assert_eq!(read(seconds), Ok(DateTime::from_secs_and_nanos(expected.0, expected.1)), "{seconds}");
        }
    }

    #[test]
    fn a_float_beyond_all_times_is_an_error() {
        for seconds in [1.7e300, -1e19, f64::INFINITY, f64::NAN] {
            assert!(read(seconds).is_err(), "{seconds}");
        }
    }
}

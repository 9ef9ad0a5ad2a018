//! Timestamps in their three wire formats (Smithy 2.0, `timestampFormat`).

use super::codec::{Codec, TextCodec};
use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use serde::de::{Error as _, Visitor};
use serde::ser::Error as _;
use serde::{Deserializer, Serializer};
use std::borrow::Cow;

/// Seconds since 1 January 1970 UTC, as a number with up to nanoseconds of fraction.
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
        if value.subsec_nanos() == 0 {
            to.serialize_i64(value.secs())
        } else {
            to.serialize_f64(value.as_secs_f64())
        }
    }

    fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<DateTime, D::Error> {
        from.deserialize_any(Epoch)
    }
}

struct Epoch;

impl Visitor<'_> for Epoch {
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
        // `from_secs_f64` panics out of range; the range of i64 seconds is exact enough a bound for a float.
        const LIMIT: f64 = 9.0e18;
        if seconds.is_finite() && seconds.abs() < LIMIT {
            Ok(DateTime::from_secs_f64(seconds))
        } else {
            Err(E::custom(format_args!("timestamp {seconds} is out of range")))
        }
    }
}

impl TextCodec<DateTime> for EpochSeconds {
    fn texts(&self, value: &DateTime, each: &mut dyn FnMut(Cow<'_, str>)) {
        text(value, Format::EpochSeconds, each);
    }
}

macro_rules! text_timestamp {
    ($codec:ident, $format:expr) => {
        impl Codec<DateTime> for $codec {
            fn write<S: Serializer>(&self, value: &DateTime, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(&value.fmt($format).map_err(S::Error::custom)?)
            }

            fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<DateTime, D::Error> {
                let text: Cow<'de, str> = serde::Deserialize::deserialize(from)?;
                DateTime::from_str(&text, $format).map_err(D::Error::custom)
            }
        }

        impl TextCodec<DateTime> for $codec {
            fn texts(&self, value: &DateTime, each: &mut dyn FnMut(Cow<'_, str>)) {
                text(value, $format, each);
            }
        }
    };
}

text_timestamp!(DateTimeText, Format::DateTimeWithOffset);
text_timestamp!(HttpDate, Format::HttpDate);

/// A year outside the format's range has no text; it is then written as seconds, which the service refuses by name.
fn text(value: &DateTime, format: Format, each: &mut dyn FnMut(Cow<'_, str>)) {
    let text = value.fmt(format).unwrap_or_else(|_| value.secs().to_string());
    each(Cow::Owned(text));
}

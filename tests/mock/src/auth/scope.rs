//! What a signature is for: the day, the Region and the service of its credential scope.
//!
//! In: the parts of the scope, and when the request says that it was signed. Out: whether they can be, and when they
//! can't, which is at fault and how it should be.
//!
//! A service of AWS knows the Region that it is in. The mock stands for all of them, with a state for each: a Region is
//! taken if it has the form of the Regions of one of AWS's
//! [partitions](https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html).

use super::header::{Signed, quoted};
use super::{INCOMPLETE, INVALID, refused};
use crate::request::Problem;
use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;

/// What every credential scope ends with.
pub(super) const TERMINATOR: &str = "aws4_request";
/// How far a request's clock may be off, in seconds, as with most of AWS's services.
const SKEW: i64 = 300;
/// What the names of Regions begin with; then come a word and a number.
const AREAS: [&str; 16] = [
    "us", "eu", "ap", "sa", "ca", "me", "af", "il", "mx", "cn", "us-gov", "us-iso", "us-isob", "us-isof", "eu-isoe",
    "eusc-de",
];

/// Whether a request that says it was signed at `date` may have this scope at `now`.
pub(super) fn check(signed: &Signed<'_>, signing_name: &str, date: &str, now: i64) -> Result<(), Problem> {
    let Signed { day, region, service, .. } = signed;
    if *service != signing_name {
        let message = format!("Credential should be scoped to correct service: '{signing_name}'");
        return refused(INVALID, format!("{message}, not '{}'", quoted(service)));
    }
    if !is_region(region) {
        let message =
            format!("Credential should be scoped to a valid Region, such as 'us-east-1', not '{}'", quoted(region));
        return refused(INVALID, message);
    }
    let Some(time) = seconds(date) else {
        let message = format!("X-Amz-Date has to be a time as in 20260301T093000Z, not '{}'", quoted(date));
        return refused(INCOMPLETE, message);
    };
    // Eight digits, a T: `seconds` has seen them.
    let of_date = date.get(..8).unwrap_or_default();
    if *day != of_date {
        let message =
            format!("Date in Credential scope does not match that of X-Amz-Date: '{}' != '{of_date}'", quoted(day));
        return refused(INVALID, message);
    }
    current(date, time, now)
}

/// Whether what was signed at a time is current at `now`.
pub(super) fn current(date: &str, time: i64, now: i64) -> Result<(), Problem> {
    let away = now.saturating_sub(time);
    let what = match away {
        _ if away > SKEW => "Signature expired",
        _ if away < -SKEW => "Signature not yet current",
        _ => return Ok(()),
    };
    let seconds = away.unsigned_abs();
    refused(INVALID, format!("{what}: {date} is {seconds} s away from the service's time; {SKEW} s are let pass"))
}

/// Whether it is an area, a word and a number: `eu-central-1`, `us-gov-west-1`.
fn is_region(text: &str) -> bool {
    let mut parts = text.rsplitn(3, '-');
    let (Some(number), Some(word), Some(area)) = (parts.next(), parts.next(), parts.next()) else { return false };
    let is_number = matches!(number.as_bytes(), [b'1'..=b'9'] | [b'1'..=b'9', b'0'..=b'9']);
    is_number && !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase()) && AREAS.contains(&area)
}

/// `20260301T120000Z` in seconds since 1970.
fn seconds(date: &str) -> Option<i64> {
    let fits = |(index, byte): (usize, u8)| match index {
        8 => byte == b'T',
        15 => byte == b'Z',
        _ => byte.is_ascii_digit(),
    };
    if date.len() != 16 || !date.bytes().enumerate().all(fits) {
        return None;
    }
    let part = |from, to| date.get(from..to);
    let (year, month, day) = (part(0, 4)?, part(4, 6)?, part(6, 8)?);
    let (hour, minute, second) = (part(9, 11)?, part(11, 13)?, part(13, 15)?);
    let text = format!("{year}-{month}-{day}T{hour}:{minute}:{second}Z");
    Some(DateTime::from_str(&text, Format::DateTime).ok()?.secs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_have_the_form_of_those_of_a_partition() {
        for region in [
            "us-east-1",
            "eu-west-2",
            "ap-southeast-7",
            "us-gov-west-1",
            "us-isob-east-1",
            "eusc-de-east-1",
            "eu-west-12",
        ] {
            assert!(is_region(region), "{region}");
        }
        for region in [
            "",
            "x",
            "us-east",
            "us-east-",
            "us-east-0",
            "us-east-01",
            "us-east-100",
            "us--1",
            "US-EAST-1",
            "us-east-1a",
            "us-east-1 ",
            "x-us-east-1",
            "us-east-1-east-1",
            "mars-east-1",
            "us_east_1",
            "aws-global",
            "us-éast-1",
        ] {
            assert!(!is_region(region), "{region}");
        }
    }

    #[test]
    fn a_date_is_sixteen_characters_and_on_the_calendar() {
        assert_eq!(seconds("20260301T093000Z"), Some(1_772_357_400));
        for date in [
            "",
            "20260301",
            "20260301T093000",
            "20260301T093000ZZ",
            "20260301T093000Z ",
            "20260301t093000z",
            "2026-03-01T09Z",
            "20260231T093000Z",
            "20261301T093000Z",
            "20260301T253000Z",
            "20260301T096000Z",
            "+2260301T093000Z",
            "20260301T0930é0",
        ] {
            assert_eq!(seconds(date), None, "{date}");
        }
    }
}

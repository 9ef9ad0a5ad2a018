//! The day of a release.

use std::time::{SystemTime, UNIX_EPOCH};

/// Today in UTC, as `YYYY-MM-DD`.
pub(crate) fn today() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    day(seconds / 86_400)
}

/// The day of a number of days since 1970-01-01.
fn day(mut days: u64) -> String {
    let is_leap = |year: u64| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let mut year = 1970;
    while days >= 365 + u64::from(is_leap(year)) {
        days -= 365 + u64::from(is_leap(year));
        year += 1;
    }
    let february = 28 + u64::from(is_leap(year));
    let mut month = 1;
    for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
        if days < length {
            break;
        }
        days -= length;
        month += 1;
    }
    format!("{year:04}-{month:02}-{:02}", days + 1)
}

/// A day that was given.
pub(super) fn parse(text: &str) -> Result<String, String> {
    if is_day(text) { Ok(text.to_owned()) } else { Err("a day is YYYY-MM-DD".to_owned()) }
}

/// Whether a text has the form of a day.
pub(crate) fn is_day(text: &str) -> bool {
    let fits = |(index, c): (usize, char)| if matches!(index, 4 | 7) { c == '-' } else { c.is_ascii_digit() };
    text.chars().count() == 10 && text.chars().enumerate().all(fits)
}

#[cfg(test)]
mod tests {
    use super::{day, parse};

    #[test]
    fn days_are_those_of_the_calendar() {
        let known = [
            (0, "1970-01-01"),
            (59, "1970-03-01"),
            (11_016, "2000-02-29"),
            (20_784, "2026-11-27"),
            (20_453, "2025-12-31"),
        ];
        for (days, expected) in known {
            assert_eq!(day(days), expected);
        }
    }

    #[test]
    fn a_day_has_its_form() {
        assert!(parse("2026-11-27").is_ok());
        assert!(["2026-1-27", "27.11.2026", "2026-11-27\n", ""].iter().all(|text| parse(text).is_err()));
    }
}

//! Blobs and timestamps as text.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;

/// Base64 with padding (RFC 4648, section 4).
pub(super) fn base64(text: &str) -> String {
    BASE64.encode(text)
}

/// RFC 3339 in UTC.
pub(super) fn date_time(seconds: f64) -> String {
    let Civil { year, month, day, clock, fraction, .. } = Civil::of(seconds);
    format!("{year:04}-{month:02}-{day:02}T{clock}{fraction}Z")
}

/// IMF-fixdate (RFC 9110, section 5.6.7), which Smithy allows a fraction of a second.
pub(super) fn http_date(seconds: f64) -> String {
    let Civil { year, month, day, weekday, clock, fraction } = Civil::of(seconds);
    let month = month_name(month);
    format!("{weekday}, {day:02} {month} {year:04} {clock}{fraction} GMT")
}

/// By the days since 1 January 1970.
fn weekday_name(days: i64) -> &'static str {
    match days.rem_euclid(7) {
        0 => "Thu",
        1 => "Fri",
        2 => "Sat",
        3 => "Sun",
        4 => "Mon",
        5 => "Tue",
        _ => "Wed",
    }
}

fn month_name(month: i64) -> &'static str {
    match month {
        1 => "Jan",
        2 => "Feb",
        3 => "Mar",
        4 => "Apr",
        5 => "May",
        6 => "Jun",
        7 => "Jul",
        8 => "Aug",
        9 => "Sep",
        10 => "Oct",
        11 => "Nov",
        _ => "Dec",
    }
}

struct Civil {
    year: i64,
    month: i64,
    day: i64,
    weekday: &'static str,
    clock: String,
    /// Milliseconds, if there are any.
    fraction: String,
}

impl Civil {
    /// Howard Hinnant's `civil_from_days`.
    fn of(seconds: f64) -> Self {
        let millis = (seconds * 1000.0).round() as i64;
        let (seconds, millis) = (millis.div_euclid(1000), millis.rem_euclid(1000));
        let (days, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
        let shifted = days + 719_468;
        let (era, of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * of_year + 2) / 153;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        let fraction = if millis == 0 { String::new() } else { format!(".{millis:03}") };
        Civil {
            year: year_of_era + era * 400 + i64::from(month <= 2),
            month,
            day: of_year - (153 * from_march + 2) / 5 + 1,
            weekday: weekday_name(days),
            clock: format!("{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60),
            fraction: fraction.trim_end_matches('0').to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{base64, date_time, http_date};

    #[test]
    fn blobs_are_padded() {
        for (text, expected) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(text), expected);
        }
    }

    #[test]
    fn timestamps_are_dates() {
        assert_eq!(date_time(0.0), "1970-01-01T00:00:00Z");
        assert_eq!(date_time(951_782_400.5), "2000-02-29T00:00:00.5Z");
        assert_eq!(date_time(-1.0), "1969-12-31T23:59:59Z");
        assert_eq!(http_date(1_576_540_098.0), "Mon, 16 Dec 2019 23:48:18 GMT");
        assert_eq!(http_date(946_845_296.456), "Sun, 02 Jan 2000 20:34:56.456 GMT");
    }
}

//! Timestamps as models write them (Smithy 2.0, "timestamp"), in defaults, examples and literals.

use serde_json::Value;

/// A timestamp in seconds since 1970 and billionths of one: written in seconds, or as [`date_time`] reads it.
pub(crate) fn instant(value: &Value) -> Option<(i64, u32)> {
    let number = match value {
        Value::String(text) => return date_time(text),
        value => value.as_number()?,
    };
    if let Some(seconds) = number.as_i64() {
        return Some((seconds, 0));
    }
    // Beyond it, a float has no fractions, and dates no place.
    let number = number.as_f64().filter(|number| number.abs() < 1e12)?;
    let (whole, micros) = (number.floor(), ((number - number.floor()) * 1e6).round());
    if micros < 1e6 { Some((whole as i64, micros as u32 * 1000)) } else { Some((whole as i64 + 1, 0)) }
}

/// `2024-02-01T12:30:00Z`, with a fraction and an offset if need be.
pub(crate) fn date_time(text: &str) -> Option<(i64, u32)> {
    let (date, time) = text.split_once(['T', 't'])?;
    let (time, offset) = match time.strip_suffix(['Z', 'z']) {
        Some(time) => (time, 0),
        None => {
            let (time, offset) = time.split_at_checked(time.rfind(['+', '-'])?)?;
            (time, seconds_of_offset(offset)?)
        }
    };
    let (time, nanos) = match time.split_once('.') {
        None => (time, 0),
        Some((time, digits)) => (time, billionths(digits)?),
    };
    let [hours, minutes, seconds] = numbers(time, ':')?;
    if !(0..24).contains(&hours) || !(0..60).contains(&minutes) || !(0..60).contains(&seconds) {
        return None;
    }
    Some((days(date)? * 86_400 + hours * 3_600 + minutes * 60 + seconds - offset, nanos))
}

/// `+01:30`.
fn seconds_of_offset(text: &str) -> Option<i64> {
    let (sign, text) = match text.strip_prefix('-') {
        Some(text) => (-1, text),
        None => (1, text.strip_prefix('+')?),
    };
    let [hours, minutes] = numbers(text, ':')?;
    (hours < 24 && minutes < 60).then_some((hours * 3_600 + minutes * 60) * sign)
}

/// The digits behind the point. What is finer than a billionth is no business of an example.
fn billionths(digits: &str) -> Option<u32> {
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    format!("{digits:0<9}").get(..9)?.parse().ok().filter(|_| is_number)
}

/// The days from 1970 to `2024-02-01`, by the civil calendar: years counted from March, so that a leap day is a year's
/// last.
fn days(date: &str) -> Option<i64> {
    let [year, month, day] = numbers(date, '-')?;
    if !(0..=9999).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    Some(365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1 - 719_468)
}

/// So many numbers between separators: digits only.
fn numbers<const COUNT: usize>(text: &str, separator: char) -> Option<[i64; COUNT]> {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let numbers: Option<Vec<i64>> =
        text.split(separator).map(|part| part.parse().ok().filter(|_| is_number(part))).collect();
    numbers?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::instant;
    use serde_json::json;

    #[test]
    fn timestamps_are_read_as_smithy_writes_them() {
        for (written, expected) in [
            (json!("1970-01-01T00:00:01Z"), Some((1, 0))),
            (json!("1970-01-01T00:00:01.5Z"), Some((1, 500_000_000))),
            (json!("2024-02-29T12:30:00.123456789123Z"), Some((1_709_209_800, 123_456_789))),
            (json!("1970-01-01T02:00:00.25+01:00"), Some((3_600, 250_000_000))),
            (json!("1969-12-31t23:00:00-01:30"), Some((1_800, 0))),
            (json!("1969-12-31T23:59:59.75z"), Some((-1, 750_000_000))),
            (json!(7), Some((7, 0))),
            (json!(7.25), Some((7, 250_000_000))),
            (json!(-0.5), Some((-1, 500_000_000))),
            (json!(1_500_000_000.0), Some((1_500_000_000, 0))),
            (json!(0.999_999_999), Some((1, 0))),
            (json!(999_999_999_999.5), Some((999_999_999_999, 500_000_000))),
            (json!(1e12), None),
            (json!(1e12 + 0.5), None),
            (json!(1e300), None),
            (json!("1970-01-01T23:59:59Z"), Some((86_399, 0))),
            (json!("1970-01-01T24:00:00Z"), None),
            (json!("1970-01-01T00:60:00Z"), None),
            (json!("1970-01-01T00:00:60Z"), None),
            (json!("1970-01-02T00:00:00+23:59"), Some((60, 0))),
            (json!("1970-01-02T00:00:00+24:00"), None),
            (json!("1970-01-02T00:00:00+00:60"), None),
            (json!("1970-01-01"), None),
            (json!("1970-01-01T00:00:01"), None),
            (json!("1970-01-01T00:00:01.Z"), None),
            (json!("1970-01-01T00:00:01.5.5Z"), None),
            (json!("1970-01-01T00:00:+1Z"), None),
            (json!("1970-13-01T00:00:01Z"), None),
            (json!("1970-01-01T00:00:01+ß"), None),
            (json!(null), None),
        ] {
            assert_eq!(instant(&written), expected, "{written}");
        }
    }
}

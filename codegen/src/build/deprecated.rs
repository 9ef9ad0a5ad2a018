//! What has been deprecated for long enough.

use super::remove::retain;
use crate::ast::Model;
use serde_json::Value;
use std::cmp::Ordering;

/// A version in the sense of Semantic Versioning 2.0.0, without what follows a `+`, which has no part in the order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Version {
    numbers: [u64; 3],
    /// What follows the `-`, part by part.
    before: Vec<String>,
}

impl Version {
    pub(super) fn of(text: &str) -> Option<Version> {
        let text = text.split_once('+').map_or(text, |(version, _)| version);
        let (numbers, before) = match text.split_once('-') {
            Some((numbers, before)) => (numbers, before.split('.').map(str::to_owned).collect()),
            None => (text, Vec::new()),
        };
        let is_fit =
            |part: &String| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        let parsed: Option<Vec<u64>> = numbers.split('.').map(number).collect();
        let numbers = parsed?.try_into().ok()?;
        before.iter().all(is_fit).then_some(Version { numbers, before })
    }

    /// Whether this version comes before another (Semantic Versioning 2.0.0, 11).
    fn precedes(&self, other: &Version) -> bool {
        let order =
            self.numbers.cmp(&other.numbers).then_with(|| match (self.before.is_empty(), other.before.is_empty()) {
                (true, true) => Ordering::Equal,
                (true, false) => Ordering::Greater,
                (false, true) => Ordering::Less,
                (false, false) => {
                    let parts = self.before.iter().zip(&other.before).map(|(one, other)| order_of_parts(one, other));
                    let differing = parts.into_iter().find(|order| order.is_ne());
                    differing.unwrap_or_else(|| self.before.len().cmp(&other.before.len()))
                }
            });
        order.is_lt()
    }
}

/// A number without leading zeros.
fn number(text: &str) -> Option<u64> {
    let is_fit = text.bytes().all(|byte| byte.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    if is_fit { text.parse().ok() } else { None }
}

fn order_of_parts(one: &str, other: &str) -> Ordering {
    match (number(one), number(other)) {
        (Some(one), Some(other)) => one.cmp(&other),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => one.cmp(other),
    }
}

/// The day that a text is, as ISO 8601 writes it: `2026-01-31` or `20260131`. Days are in the order of their numbers.
pub(super) fn day(text: &str) -> Option<u32> {
    let digits = match text.as_bytes() {
        [_, _, _, _, b'-', _, _, b'-', _, _] => text.replace('-', ""),
        _ => text.to_owned(),
    };
    let day: u32 = Some(digits)
        .filter(|digits| digits.len() == 8)
        .and_then(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?)?;
    ((1..=12).contains(&(day / 100 % 100)) && (1..=31).contains(&(day % 100))).then_some(day)
}

/// Removes what says that it was deprecated before the date or the version. What doesn't say since when, stays.
pub(super) fn remove(model: &mut Model, date: Option<u32>, version: Option<&Version>) {
    retain(model, |_, _, _, traits| {
        let since = traits.get("deprecated").and_then(|found| found.value.get("since")).and_then(Value::as_str);
        let Some(since) = since else { return true };
        let is_older = match Version::of(since) {
            Some(since) => version.is_some_and(|version| since.precedes(version)),
            None => day(since).zip(date).is_some_and(|(since, date)| since < date),
        };
        !is_older
    });
}

#[cfg(test)]
mod tests {
    use super::{Version, day};

    #[test]
    fn versions_are_in_the_order_of_semantic_versioning() {
        let order = [
            "0.9.12",
            "1.0.0-alpha",
            "1.0.0-alpha.1",
            "1.0.0-alpha.beta",
            "1.0.0-beta",
            "1.0.0-beta.2",
            "1.0.0-beta.11",
            "1.0.0-rc.1",
            "1.0.0",
            "1.2.0",
            "1.10.0",
        ];
        let order = order.map(|text| Version::of(text).expect("a version"));
        for (index, one) in order.iter().enumerate() {
            for (place, other) in order.iter().enumerate() {
                assert_eq!(one.precedes(other), index < place, "{one:?}, {other:?}");
            }
        }
        assert_eq!(Version::of("1.0.0+build.5"), Version::of("1.0.0"));
        for text in ["", "1", "1.0", "1.0.0.0", "01.0.0", "1.0.0-", "1.0.0-a..b", "v1.0.0", "1.0.x", "2024-10-10"] {
            assert_eq!(Version::of(text), None, "{text}");
        }
    }

    #[test]
    fn dates_are_days() {
        assert_eq!(
            (day("2024-10-10"), day("20241010"), day("0001-01-31")),
            (Some(20_241_010), Some(20_241_010), Some(10_131))
        );
        for text in [
            "",
            "2024-13-01",
            "2024-00-10",
            "2024-1-1",
            "24-10-10",
            "2024-10-32",
            "2024-10-10T00:00:00Z",
            "1.0.0",
            "2024-1010",
            "+2024101",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}

//! JSON, paths and queries against each other.

use crate::rules::{Id, is_zero, origin_form};
use serde_json::{Map, Number, Value};
use std::collections::BTreeSet;

/// One thing that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What was compared, such as `body.users[0].username`.
    pub what: String,
    /// What the case asks for.
    pub expected: String,
    /// What the SDK did.
    pub actual: String,
    /// The SDK has nothing where the case has a member.
    pub(crate) lacking: bool,
}

/// What was found about a case.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    pub(crate) differences: Vec<Difference>,
    /// The rules by which it was judged.
    pub(crate) rules: BTreeSet<Id>,
    /// The input has no place for a member that the case gives it.
    pub(crate) refused: bool,
}

/// How strictly values are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    /// As written.
    Written,
    /// As read from a response, where the rules on reading hold.
    Read,
}

impl Findings {
    pub(crate) fn rule(&mut self, rule: Id) {
        self.rules.insert(rule);
    }

    pub(crate) fn differ(&mut self, what: impl Into<String>, expected: impl Into<String>, actual: impl Into<String>) {
        let difference =
            Difference { what: what.into(), expected: expected.into(), actual: actual.into(), lacking: false };
        self.differences.push(difference);
    }

    /// Compares two texts.
    pub(crate) fn text(&mut self, what: &str, expected: &str, actual: &str) {
        if expected != actual {
            self.differ(what, expected, actual);
        }
    }

    /// Compares scheme and authority; a recorded one may be in another form.
    pub(crate) fn origin(&mut self, expected: &str, actual: &str) {
        let form = origin_form(expected);
        if form != expected {
            self.rule(Id::OriginForm);
        }
        self.text("origin", &form, actual);
    }

    /// Compares two texts of which either may be missing.
    pub(crate) fn optional(&mut self, what: &str, expected: Option<&str>, actual: Option<&str>) {
        if expected != actual {
            let shown = |text: Option<&str>| text.map_or_else(|| ABSENT.to_owned(), |text| format!("{text:?}"));
            self.differ(what, shown(expected), shown(actual));
        }
    }

    /// Compares query strings as multisets of pairs: their order follows the members' in one client, the input's in
    /// another.
    pub(crate) fn query(&mut self, what: &str, expected: &str, actual: &str) {
        let sorted = |query: &str| {
            let mut pairs: Vec<_> = query.split('&').filter(|pair| !pair.is_empty()).map(str::to_owned).collect();
            pairs.sort_unstable();
            pairs.join("&")
        };
        self.text(what, &sorted(expected), &sorted(actual));
    }

    /// Compares bytes with JSON; `null` stands for no bytes at all.
    pub(crate) fn body(&mut self, what: &str, expected: &Value, actual: &[u8]) {
        let shown = String::from_utf8_lossy(actual);
        match (expected, serde_json::from_slice::<Value>(actual)) {
            (Value::Null, _) if actual.is_empty() => {}
            (Value::Null, _) => self.differ(what, "(no bytes)", shown),
            (_, Err(_)) if actual.is_empty() => self.differ(what, expected.to_string(), "(no bytes)"),
            (_, Err(error)) => self.differ(what, expected.to_string(), format!("not JSON ({error}): {shown}")),
            (_, Ok(actual)) => self.json(what, expected, &actual),
        }
    }

    /// Compares JSON that was written: every member counts, and integers are integers.
    pub(crate) fn json(&mut self, what: &str, expected: &Value, actual: &Value) {
        self.values(what, expected, actual, Mode::Written);
    }

    /// Compares what was read from a response. `blank` is what its type makes of an empty object.
    pub(crate) fn members(&mut self, what: &str, expected: &Value, actual: &Value, blank: &Value) {
        let (Some(wanted), Some(members)) = (expected.as_object(), actual.as_object()) else {
            return self.values(what, expected, actual, Mode::Read);
        };
        for (name, value) in extra(wanted, members) {
            if is_zero(value) || blank.get(name) == Some(value) {
                self.rule(Id::ErrorCorrection);
            } else {
                self.differ(format!("{what}.{name}"), ABSENT, value.to_string());
            }
        }
        self.shared(what, wanted, members, Mode::Read);
    }

    fn values(&mut self, what: &str, expected: &Value, actual: &Value, mode: Mode) {
        match (expected, actual) {
            (Value::Object(_), Value::Object(_)) if mode == Mode::Read => {
                self.members(what, expected, actual, &Value::Null);
            }
            (Value::Object(wanted), Value::Object(members)) => {
                for (name, value) in extra(wanted, members) {
                    self.differ(format!("{what}.{name}"), ABSENT, value.to_string());
                }
                self.shared(what, wanted, members, mode);
            }
            (Value::Array(wanted), Value::Array(items)) if wanted.len() == items.len() => {
                for (index, (wanted, item)) in wanted.iter().zip(items).enumerate() {
                    self.values(&format!("{what}[{index}]"), wanted, item, mode);
                }
            }
            (Value::Number(wanted), Value::Number(number)) if mode == Mode::Read && close(wanted, number) => {
                if wanted != number && wanted.as_f64() != number.as_f64() {
                    self.rule(Id::Nanoseconds);
                }
            }
            (Value::String(wanted), Value::String(text)) if matches_text(wanted, text) => {}
            _ if expected == actual => {}
            _ => self.differ(what, expected.to_string(), actual.to_string()),
        }
    }

    /// Compares the members that are expected.
    fn shared(&mut self, what: &str, wanted: &Map<String, Value>, members: &Map<String, Value>, mode: Mode) {
        for (name, value) in wanted {
            let what = format!("{what}.{name}");
            match members.get(name) {
                Some(member) => self.values(&what, value, member, mode),
                None => self.differences.push(Difference {
                    what,
                    expected: value.to_string(),
                    actual: ABSENT.to_owned(),
                    lacking: true,
                }),
            }
        }
    }
}

pub(crate) const ABSENT: &str = "(absent)";

/// Stands for any version-4 UUID in lower case.
pub(crate) const ANY_UUID: &str = "<uuid4>";

/// Members that are set and not expected.
fn extra<'a>(
    wanted: &'a Map<String, Value>,
    members: &'a Map<String, Value>,
) -> impl Iterator<Item = (&'a String, &'a Value)> {
    members.iter().filter(|(name, value)| !wanted.contains_key(*name) && !value.is_null())
}

/// Whether a text is the one expected, [`ANY_UUID`] included.
pub(crate) fn matches_text(expected: &str, actual: &str) -> bool {
    expected == actual || expected == ANY_UUID && is_uuid_v4(actual)
}

fn is_uuid_v4(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(index, byte)| match index {
            8 | 13 | 18 | 23 => byte == b'-',
            14 => byte == b'4',
            19 => matches!(byte, b'8' | b'9' | b'a' | b'b'),
            _ => matches!(byte, b'0'..=b'9' | b'a'..=b'f'),
        })
}

/// Whether two numbers are the same: exactly if both are integers, within a microsecond if one has a fraction.
fn close(a: &Number, b: &Number) -> bool {
    a == b || (a.is_f64() || b.is_f64()) && a.as_f64().zip(b.as_f64()).is_some_and(|(a, b)| (a - b).abs() <= 1e-6)
}

/// A URL in the parts that are compared, each as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Target {
    /// Scheme and authority, such as `https://example.com:8443`.
    pub(crate) origin: String,
    pub(crate) path: String,
    /// Without `?`.
    pub(crate) query: String,
}

impl Target {
    pub(crate) fn parse(url: &str) -> Self {
        let (whole, query) = url.split_once('?').unwrap_or((url, ""));
        let host = whole.find("://").map_or(0, |scheme| scheme + 3);
        let path = whole[host..].find('/').map_or(whole.len(), |path| host + path);
        Self { origin: whole[..path].to_owned(), path: whole[path..].to_owned(), query: query.to_owned() }
    }
}

/// The part of a path before that of an operation, by its URI pattern: the endpoint's own path. Empty if the path is
/// none of the operation's.
pub(crate) fn base_path<'a>(path: &'a str, pattern: &str) -> &'a str {
    let pattern: Vec<&str> = segments(pattern.split('?').next().unwrap_or_default()).collect();
    let all: Vec<&str> = segments(path).collect();
    let Some(before) = all.len().checked_sub(pattern.len()) else { return "" };
    let fits = all[before..].iter().zip(&pattern).all(|(segment, part)| part.starts_with('{') || segment == part);
    let own: usize = all[before..].iter().map(|segment| segment.len() + 1).sum();
    if fits { &path[..path.len() - own] } else { "" }
}

/// A path's segments.
pub(crate) fn segments(path: &str) -> impl Iterator<Item = &str> {
    path.strip_prefix('/').unwrap_or(path).split('/')
}

/// Whether an error's text names a member: by its wire name, or by the Rust field's.
pub(crate) fn names(text: &str, member: &str) -> bool {
    let plain = |word: &str| word.replace('_', "").to_ascii_lowercase();
    text.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| plain(word) == plain(member))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn differences(run: impl FnOnce(&mut Findings)) -> Vec<(String, String, String)> {
        let mut findings = Findings::default();
        run(&mut findings);
        findings.differences.into_iter().map(|found| (found.what, found.expected, found.actual)).collect()
    }

    #[test]
    fn written_json_is_compared_to_the_last_integer() {
        let found =
            differences(|f| f.json("body", &json!({"a": 9007199254740993_i64}), &json!({"a": 9007199254740992_i64})));
        assert_eq!(found, [("body.a".into(), "9007199254740993".into(), "9007199254740992".into())]);
        assert_eq!(differences(|f| f.json("body", &json!([1]), &json!([1.0]))).len(), 1);
    }

    #[test]
    fn members_that_are_missing_or_too_many_are_named_by_their_path() {
        let found = differences(|f| f.json("body", &json!({"a": [{"b": 1}]}), &json!({"a": [{"c": 0}]})));
        let expected = [("body.a[0].c", ABSENT, "0"), ("body.a[0].b", "1", ABSENT)];
        assert_eq!(found, expected.map(|(what, expected, actual)| (what.into(), expected.into(), actual.into())));
    }

    #[test]
    fn what_stands_before_an_operations_path_is_the_endpoints() {
        let pattern = "/networks/{networkId}/users";
        for (path, expected) in [
            ("/networks/1/users", ""),
            ("/base/networks/1/users", "/base"),
            ("/a/b%20c/networks/1/users", "/a/b%20c"),
            ("//a//networks/1/users", "//a/"),
            ("/networks//users", ""),
            ("/base/networks/1", ""),
            ("/users", ""),
        ] {
            assert_eq!(base_path(path, pattern), expected, "{path}");
        }
        assert_eq!(base_path("/v1/", "/"), "/v1");
    }

    #[test]
    fn a_query_is_a_multiset_of_raw_pairs() {
        assert!(differences(|f| f.query("query", "b=2&a=1&a=1", "a=1&a=1&b=2")).is_empty());
        assert_eq!(differences(|f| f.query("query", "a=1&a=1", "a=1")).len(), 1);
        assert_eq!(differences(|f| f.query("query", "a=%2f", "a=%2F")).len(), 1);
    }

    #[test]
    fn a_uuid_is_lower_case_and_of_version_4() {
        assert!(matches_text(ANY_UUID, "8e0a3f6c-1b2d-4c3e-9f00-0123456789ab"));
        assert!(!matches_text(ANY_UUID, "8E0A3F6C-1B2D-4C3E-9F00-0123456789AB"));
        assert!(!matches_text(ANY_UUID, "8e0a3f6c-1b2d-1c3e-9f00-0123456789ab"));
    }

    #[test]
    fn an_absent_body_is_no_empty_object() {
        assert!(differences(|f| f.body("body", &Value::Null, b"")).is_empty());
        assert_eq!(differences(|f| f.body("body", &Value::Null, b"{}")).len(), 1);
        assert_eq!(differences(|f| f.body("body", &json!({}), b"")).len(), 1);
    }

    #[test]
    fn read_members_may_be_corrected_and_nothing_else() {
        let blank = json!({"list": [], "text": "by default"});
        let mut findings = Findings::default();
        findings.members("output", &json!({}), &json!({"list": [], "text": "by default"}), &blank);
        assert!(findings.differences.is_empty() && findings.rules.contains(&Id::ErrorCorrection));
        assert_eq!(differences(|f| f.members("output", &json!({}), &json!({"text": "other"}), &blank)).len(), 1);
        assert_eq!(differences(|f| f.members("output", &json!({"text": "x"}), &json!({}), &blank)).len(), 1);
    }

    #[test]
    fn a_url_is_taken_apart_as_written() {
        let target = Target::parse("http://127.0.0.1:80//a/?q=/1");
        let expected = ("http://127.0.0.1:80", "//a/", "q=/1");
        assert_eq!((target.origin.as_str(), target.path.as_str(), target.query.as_str()), expected);
    }

    #[test]
    fn a_member_is_named_by_either_name() {
        assert!(names("input is incomplete: network_id is required", "networkId"));
        assert!(names("input is invalid: r#type has 0 characters", "Type"));
        assert!(!names("network_ids are required", "networkId"));
    }
}

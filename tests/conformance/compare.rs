//! What a case expects, beside what there is: JSON, XML, forms, CBOR, texts.

use super::{Differences, cbor, xml};
use serde_json::{Value, json};

/// Compares JSON. With a `blank`, what was read may have members more than expected: zero values of required members
/// and the model's defaults.
pub(super) fn compare(found: &mut Differences, what: &str, expected: &Value, actual: &Value, blank: Option<&Value>) {
    match (expected, actual) {
        (Value::Object(wanted), Value::Object(members)) => {
            for (name, value) in members.iter().filter(|(name, _)| !wanted.contains_key(*name)) {
                let is_filled = blank.is_some_and(|blank| is_zero(value) || blank.get(name) == Some(value));
                if !is_filled {
                    found.push((format!("{what}.{name}"), "(absent)".to_owned(), value.to_string()));
                }
            }
            for (name, wanted) in wanted {
                let what = format!("{what}.{name}");
                let inner = blank.map(|blank| blank.get(name).unwrap_or(&Value::Null));
                match members.get(name) {
                    Some(value) => compare(found, &what, wanted, value, inner),
                    // A member that is `null` in `params` is one that is absent.
                    None if wanted.is_null() && blank.is_some() => {}
                    None => found.push((what, wanted.to_string(), "(absent)".to_owned())),
                }
            }
        }
        (Value::Array(wanted), Value::Array(items)) if wanted.len() == items.len() => {
            for (index, (wanted, item)) in wanted.iter().zip(items).enumerate() {
                compare(found, &format!("{what}[{index}]"), wanted, item, blank);
            }
        }
        (Value::Number(wanted), Value::Number(number)) if is_close(wanted.as_f64(), number.as_f64()) => {}
        _ if expected == actual => {}
        _ => found.push((what.to_owned(), expected.to_string(), actual.to_string())),
    }
}

/// A value whose numbers, and texts that are numbers, have no more digits than surely survive in a float of 64 bits.
pub(super) fn rounded(value: Value) -> Value {
    match value {
        Value::Number(number) => rounded(Value::String(number.to_string())),
        Value::String(text) => text.parse::<f64>().map_or(Value::String(text), |number| format!("{number:.14e}").into()),
        Value::Array(items) => items.into_iter().map(rounded).collect(),
        Value::Object(members) => members.into_iter().map(|(name, value)| (name, rounded(value))).collect(),
        other => other,
    }
}

/// Whether numbers are equal but for what a 32-bit float loses.
fn is_close(a: Option<f64>, b: Option<f64>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return false };
    a == b || (a.fract() != 0.0 && (a - b).abs() <= a.abs() * 1e-6)
}

fn is_zero(value: &Value) -> bool {
    match value {
        Value::Object(members) => members.values().all(is_zero),
        other => [json!(null), json!(false), json!(0), json!(0.0), json!(""), json!([])].contains(other),
    }
}

pub(super) fn differ(found: &mut Differences, what: &str, expected: &str, actual: &str) {
    if expected != actual {
        found.push((what.to_owned(), expected.to_owned(), actual.to_owned()));
    }
}

pub(super) fn compare_cbor(found: &mut Differences, expected: &[u8], actual: &[u8]) {
    match (cbor::parse(expected), cbor::parse(actual)) {
        (Some(wanted), Some(body)) => compare(found, "body", &wanted, &body, None),
        _ => found.push(("body".to_owned(), format!("{expected:x?}"), format!("{actual:x?}"))),
    }
}

pub(super) fn compare_body(found: &mut Differences, expected: &str, media_type: Option<&str>, actual: &[u8], rounded: bool) {
    let written = String::from_utf8_lossy(actual);
    let is = |kind: &str| media_type.is_some_and(|media_type| media_type.ends_with(kind));
    if is("json")
        && let (Ok(wanted), Ok(body)) = (serde_json::from_str::<Value>(expected), serde_json::from_slice::<Value>(actual))
    {
        let [wanted, body] = [wanted, body].map(|value| if rounded { self::rounded(value) } else { value });
        return compare(found, "body", &wanted, &body, None);
    }
    let is_same = match (xml::parse(expected), xml::parse(&written)) {
        (Some(wanted), Some(body)) if is("xml") => wanted == body,
        _ if is("form-urlencoded") => pairs(expected) == pairs(&written),
        _ => false,
    };
    if !is_same {
        differ(found, "body", expected, &written);
    }
}

/// The pairs of a form, in an order of their own; cases break lines between them.
fn pairs(form: &str) -> Vec<&str> {
    let mut pairs: Vec<&str> = form.split('&').map(str::trim).collect();
    pairs.sort_unstable();
    pairs
}

//! CBOR as far as bodies have to be compared: as JSON, in which bytes, tags and floats that are no numbers have forms of
//! their own.
//!
//! A reader of its own, so that a mistake of the runtime's would be seen. Cases are short and well-formed; what is not is
//! `None`.

use serde_json::{Map, Value, json};

/// The one value of a body.
pub(crate) fn parse(bytes: &[u8]) -> Option<Value> {
    let mut rest = bytes;
    let value = value(&mut rest)?;
    rest.is_empty().then_some(value)
}

const END: u8 = 0xff;

fn value(rest: &mut &[u8]) -> Option<Value> {
    let head = take(rest, 1)?[0];
    let (major, info) = (head >> 5, head & 31);
    if major == 7 {
        return simple(info, rest);
    }
    // No length means that an end comes.
    let length = match info {
        0..=23 => Some(u64::from(info)),
        24..=27 => Some(number(take(rest, 1 << (info - 24))?)),
        31 if matches!(major, 2..=5) => None,
        _ => return None,
    };
    Some(match (major, length) {
        (0, Some(number)) => json!(number),
        (1, Some(number)) => json!(-1 - i64::try_from(number).ok()?),
        (2, Some(length)) => json!({ "bytes": take(rest, usize::try_from(length).ok()?)? }),
        (3, Some(length)) => json!(std::str::from_utf8(take(rest, usize::try_from(length).ok()?)?).ok()?),
        (4, length) => Value::Array(items(length, rest, value)?),
        (5, length) => {
            let entry = |rest: &mut &[u8]| Some((value(rest)?.as_str()?.to_owned(), value(rest)?));
            Value::Object(Map::from_iter(items(length, rest, entry)?))
        }
        (6, Some(tag)) => json!({ "tag": tag, "of": value(rest)? }),
        // In pieces.
        (3, None) => Value::String(items(None, rest, value)?.iter().map(Value::as_str).collect::<Option<_>>()?),
        _ => return None,
    })
}

fn items<T>(length: Option<u64>, rest: &mut &[u8], one: impl Fn(&mut &[u8]) -> Option<T>) -> Option<Vec<T>> {
    let mut items = Vec::new();
    while length.map_or(rest.first() != Some(&END), |length| (items.len() as u64) < length) {
        items.push(one(rest)?);
    }
    if length.is_none() {
        take(rest, 1)?;
    }
    Some(items)
}

fn simple(info: u8, rest: &mut &[u8]) -> Option<Value> {
    let float = match info {
        20 => return Some(json!(false)),
        21 => return Some(json!(true)),
        22 | 23 => return Some(Value::Null),
        26 => f32::from_bits(u32::try_from(number(take(rest, 4)?)).ok()?).into(),
        27 => f64::from_bits(number(take(rest, 8)?)),
        _ => return None,
    };
    Some(match float.is_finite() {
        true => json!(float),
        false => json!({ "float": float.to_string() }),
    })
}

fn number(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |number, byte| number << 8 | u64::from(*byte))
}

fn take<'b>(rest: &mut &'b [u8], count: usize) -> Option<&'b [u8]> {
    let (taken, left) = rest.split_at_checked(count)?;
    *rest = left;
    Some(taken)
}

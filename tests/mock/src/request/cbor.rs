//! CBOR, read by the model: values become JSON by names on the wire, in which bytes are base64, and times numbers of seconds.
//! What the model doesn't know is left out.

use super::at::At;
use super::body::DEEPEST;
use crate::model::{Kind, Member, Model, Object, ShapeId, Structure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ciborium::Value as Cbor;
use serde_json::{Number, Value};

/// A time, in seconds since 1970.
const EPOCH: u64 = 1;
/// A whole number of any size, and one below zero.
const BIG: [u64; 2] = [2, 3];
/// An exponent of ten, and what it is of.
const DECIMAL: u64 = 4;

/// What bytes hold, by names on the wire, if it is a structure.
pub(super) fn read(model: &Model, shape: ShapeId, bytes: &[u8]) -> Result<Object, String> {
    let mut rest = bytes;
    let value = ciborium::de::from_reader_with_recursion_limit(&mut rest, DEEPEST);
    let value: Cbor = value.map_err(|error| format!("The body is not CBOR: {error}"))?;
    if !rest.is_empty() {
        return Err(format!("The body has {} bytes behind its end", rest.len()));
    }
    members(model, model.structure(shape), &value, &At::ROOT)
}

fn misfit<T>(at: &At<'_>, expected: &str) -> Result<T, String> {
    Err(format!("{at} is not {expected}"))
}

fn members(model: &Model, structure: &Structure, found: &Cbor, at: &At<'_>) -> Result<Object, String> {
    let mut read = Object::new();
    for (name, value) in entries(found, at)? {
        let Some(member) = structure.by_wire(name) else { continue };
        read.insert(name.to_owned(), one(model, member, value, &at.name(name))?);
    }
    Ok(read)
}

/// The entries of a map whose keys are texts.
fn entries<'c>(found: &'c Cbor, at: &At<'_>) -> Result<Vec<(&'c str, &'c Cbor)>, String> {
    let Cbor::Map(entries) = found else { return misfit(at, "a map") };
    let texts = entries.iter().map(|(name, value)| match name {
        Cbor::Text(name) => Ok((name.as_str(), value)),
        _ => misfit(at, "a map whose keys are texts"),
    });
    texts.collect()
}

/// What a value is by its member.
fn one(model: &Model, member: &Member, found: &Cbor, at: &At<'_>) -> Result<Value, String> {
    match (&model.shape(member.target).kind, found) {
        (_, Cbor::Null) => Ok(Value::Null),
        (Kind::Structure(structure), found) => members(model, structure, found, at).map(Value::Object),
        (Kind::Union(structure), found) => members(model, structure, found, at).map(Value::Object),
        (Kind::List(item, _), Cbor::Array(items)) => {
            items.iter().enumerate().map(|(index, value)| one(model, item, value, &at.index(index))).collect()
        }
        (Kind::List(..), _) => misfit(at, "a list"),
        (Kind::Map(_, item, _), found) => {
            let entries = entries(found, at)?.into_iter();
            let entries = entries.map(|(name, value)| Ok((name.to_owned(), one(model, item, value, &at.name(name))?)));
            entries.collect::<Result<Object, String>>().map(Value::Object)
        }
        (Kind::Boolean, Cbor::Bool(value)) => Ok((*value).into()),
        (Kind::Integer(..) | Kind::IntEnum(_), found) => match integer(found) {
            Some(number) => Ok(number),
            None => misfit(at, "a whole number"),
        },
        (Kind::Float, found) => match float(found) {
            Some(number) => Ok(number),
            None => misfit(at, "a number"),
        },
        (Kind::Text | Kind::Enum(_), Cbor::Text(text)) => Ok(text.as_str().into()),
        (Kind::Blob, Cbor::Bytes(bytes)) => Ok(STANDARD.encode(bytes).into()),
        (Kind::Timestamp, Cbor::Tag(EPOCH, seconds)) => match float(seconds).filter(Value::is_number) {
            Some(seconds) => Ok(seconds),
            None => misfit(at, "a time"),
        },
        (Kind::Boolean, _) => misfit(at, "true or false"),
        (Kind::Text | Kind::Enum(_), _) => misfit(at, "a text"),
        (Kind::Blob, _) => misfit(at, "bytes"),
        (Kind::Timestamp, _) => misfit(at, "a time, which has the tag 1"),
        (Kind::Document, _) => misfit(at, "anything: this protocol has no documents"),
    }
}

fn integer(found: &Cbor) -> Option<Value> {
    let number = match found {
        Cbor::Integer(number) => i128::from(*number),
        Cbor::Tag(tag, bytes) if BIG.contains(tag) => {
            let bytes = bytes.as_bytes()?;
            let digits = bytes.iter().skip_while(|byte| **byte == 0).copied().collect::<Vec<_>>();
            if digits.len() > 15 {
                return None;
            }
            let number = digits.iter().fold(0_i128, |number, byte| number << 8 | i128::from(*byte));
            if *tag == 2 { number } else { -1 - number }
        }
        _ => return None,
    };
    Number::from_i128(number).map(Value::Number)
}

fn float(found: &Cbor) -> Option<Value> {
    match found {
        Cbor::Float(number) => Some(match *number {
            number if number.is_nan() => "NaN".into(),
            f64::INFINITY => "Infinity".into(),
            f64::NEG_INFINITY => "-Infinity".into(),
            number => number.into(),
        }),
        Cbor::Tag(DECIMAL, parts) => {
            let [exponent, mantissa] = parts.as_array()?.as_slice() else { return None };
            format!("{}e{}", integer(mantissa)?, integer(exponent)?)
                .parse::<f64>()
                .ok()
                .filter(|number| number.is_finite())
                .map(Value::from)
        }
        found => integer(found),
    }
}

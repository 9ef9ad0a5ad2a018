//! Outputs and errors in CBOR: JSON by names on the wire becomes values as the model says that they are.

use crate::model::{ErrorShape, Kind, Member, Model, Object, ShapeId, Structure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ciborium::Value as Cbor;
use ciborium::value::Integer;
use serde_json::Value;

/// A time, in seconds since 1970.
const EPOCH: u64 = 1;

/// The bytes of a structure, by names on the wire. What the structure doesn't have is written as what it is in JSON.
pub(super) fn structure(model: &Model, shape: ShapeId, found: &Object) -> Vec<u8> {
    bytes(&members(model, model.structure(shape), found))
}

/// The bytes of an error, in the same way.
pub(super) fn error(model: &Model, shape: Option<&ErrorShape>, found: &Object) -> Vec<u8> {
    match shape {
        Some(error) => structure(model, error.shape, found),
        None => bytes(&plain(&Value::Object(found.clone()))),
    }
}

fn bytes(value: &Cbor) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Into memory, nothing fails.
    let _ = ciborium::into_writer(value, &mut bytes);
    bytes
}

fn members(model: &Model, structure: &Structure, found: &Object) -> Cbor {
    let entry = |(name, value): (&String, &Value)| {
        let value = match structure.by_wire(name) {
            Some(member) => one(model, member, value),
            None => plain(value),
        };
        (Cbor::Text(name.clone()), value)
    };
    Cbor::Map(found.iter().map(entry).collect())
}

fn one(model: &Model, member: &Member, found: &Value) -> Cbor {
    match (&model.shape(member.target).kind, found) {
        (Kind::Structure(structure) | Kind::Union(structure), Value::Object(found)) => members(model, structure, found),
        (Kind::List(item, _), Value::Array(items)) => {
            Cbor::Array(items.iter().map(|value| one(model, item, value)).collect())
        }
        (Kind::Map(_, item, _), Value::Object(entries)) => {
            let entry = |(key, value): (&String, &Value)| (Cbor::Text(key.clone()), one(model, item, value));
            Cbor::Map(entries.iter().map(entry).collect())
        }
        (Kind::Blob, Value::String(text)) => Cbor::Bytes(STANDARD.decode(text).unwrap_or_default()),
        (Kind::Timestamp, value @ Value::Number(_)) => Cbor::Tag(EPOCH, Box::new(plain(value))),
        (Kind::Float, Value::String(text)) => Cbor::Float(text.replace("Infinity", "inf").parse().unwrap_or(f64::NAN)),
        (Kind::Float, value) => Cbor::Float(value.as_f64().unwrap_or(f64::NAN)),
        (_, value) => plain(value),
    }
}

/// A value as it is in JSON.
fn plain(found: &Value) -> Cbor {
    match found {
        Value::Null => Cbor::Null,
        Value::Bool(value) => Cbor::Bool(*value),
        Value::Number(number) => match number.as_i128().and_then(|number| Integer::try_from(number).ok()) {
            Some(number) => Cbor::Integer(number),
            None => Cbor::Float(number.as_f64().unwrap_or(f64::NAN)),
        },
        Value::String(text) => Cbor::Text(text.clone()),
        Value::Array(items) => Cbor::Array(items.iter().map(plain).collect()),
        Value::Object(entries) => {
            Cbor::Map(entries.iter().map(|(key, value)| (Cbor::Text(key.clone()), plain(value))).collect())
        }
    }
}

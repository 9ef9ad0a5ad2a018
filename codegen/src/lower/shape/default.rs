//! Defaults (Smithy 2.0, `default`).

use super::value::Lowered;
use crate::ast::Member;
use crate::ir::{Default, Role, Type};
use crate::lower::instant::instant;
use crate::lower::problems::Problems;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::Value;
use std::ops::RangeInclusive;

/// The seconds of the years 1 to 9999, which are all that a timestamp can be on the wire (RFC 3339).
const YEARS: RangeInclusive<i64> = -62_135_596_800..=253_402_300_799;

/// What stands in for a value that an answer lacks. Inputs have none: what a caller leaves out is the service's to decide,
/// whose default may have changed since the model was written.
pub(super) fn default(
    name: &str,
    member: &Member,
    role: Role,
    lowered: &Lowered,
    problems: &mut Problems,
) -> Option<Default> {
    if lowered.ty == Type::Stream {
        return Some(Default::EmptyStream);
    }
    let found = member.traits.get("default")?;
    if found.value.is_null() || role == Role::Input || member.traits.has("clientOptional") {
        return None;
    }
    let default = value_of(&found.value, &lowered.ty);
    if default.is_none() {
        let problem = format!("has the default {}, which doesn't fit its type", found.value);
        problems.at(found.span, name, problem, "correct or remove the default");
    }
    default
}

fn value_of(value: &Value, ty: &Type) -> Option<Default> {
    match (ty, value) {
        (Type::Text, Value::String(text)) => Some(Default::Text(text.clone())),
        (Type::Named(name), Value::String(text)) => Some(Default::Enum(name.clone(), text.clone())),
        (Type::Blob, Value::String(base64)) => BASE64.decode(base64).is_ok().then(|| Default::Blob(base64.clone())),
        (Type::Scalar("bool"), Value::Bool(value)) => Some(Default::Bool(*value)),
        (Type::Scalar(scalar @ ("f32" | "f64")), value) => float(value, scalar),
        (Type::Scalar(scalar), Value::Number(number)) => in_range(number.as_i64()?, scalar),
        (Type::DateTime, value) => {
            let (seconds, nanos) = instant(value).filter(|(seconds, _)| YEARS.contains(seconds))?;
            Some(Default::Seconds(seconds, nanos))
        }
        (Type::List(_), Value::Array(items)) if items.is_empty() => Some(Default::EmptyList),
        (Type::Map(..), Value::Object(members)) if members.is_empty() => Some(Default::EmptyMap),
        (Type::Document, value) => Some(Default::Document(value.to_string())),
        _ => None,
    }
}

/// A float, or one of the three that JSON has no number for, as Smithy writes them.
fn float(value: &Value, scalar: &str) -> Option<Default> {
    let value = match value {
        // A number that is none in the type would be one that Rust refuses, too.
        Value::Number(number) => number.as_f64().filter(|value| match scalar {
            "f32" => (*value as f32).is_finite(),
            _ => value.is_finite(),
        })?,
        Value::String(text) => match text.as_str() {
            "NaN" => f64::NAN,
            "Infinity" => f64::INFINITY,
            "-Infinity" => f64::NEG_INFINITY,
            _ => return None,
        },
        _ => return None,
    };
    Some(Default::Float(value))
}

fn in_range(number: i64, scalar: &str) -> Option<Default> {
    let fits = match scalar {
        "i8" => i8::try_from(number).is_ok(),
        "i16" => i16::try_from(number).is_ok(),
        "i32" => i32::try_from(number).is_ok(),
        _ => scalar == "i64",
    };
    fits.then_some(Default::Int(number))
}

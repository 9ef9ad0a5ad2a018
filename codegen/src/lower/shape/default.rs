//! Defaults (Smithy 2.0, `default`).

use super::value::Lowered;
use crate::ast::Member;
use crate::instant::instant;
use crate::ir::{Default, Role, Type};
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

/// What a service takes for what an input leaves out, for its documentation. A zero isn't told: models made of older ones give it to
/// every number, whatever the service does.
pub(super) fn of_service(member: &Member, role: Role, lowered: &Lowered) -> Option<Default> {
    let found = member.traits.get("default").filter(|found| role == Role::Input && !found.value.is_null())?;
    let default = value_of(&found.value, &lowered.ty)?;
    let is_zero = matches!(&default, Default::Int(0)) || matches!(&default, Default::Float(value) if *value == 0.0);
    (!is_zero).then_some(default)
}

fn value_of(value: &Value, ty: &Type) -> Option<Default> {
    match (ty, value) {
        (Type::Text, Value::String(text)) => Some(Default::Text(text.clone())),
        (Type::Named(name), Value::String(text)) => Some(Default::Enum(name.clone(), text.clone())),
        (Type::Blob, Value::String(base64)) => BASE64.decode(base64).is_ok().then(|| Default::Blob(base64.clone())),
        (Type::Scalar("bool"), Value::Bool(value)) => Some(Default::Bool(*value)),
        (Type::Scalar(scalar @ ("f32" | "f64")), value) => float(value, scalar),
        (Type::Scalar(scalar), Value::Number(number)) => in_range(number.as_i64()?, scalar),
        (Type::Big(name), value) => big(value, *name == "BigInteger").map(Default::Big),
        (Type::DateTime, value) => {
            let (seconds, nanos) = instant(value).filter(|(seconds, _)| YEARS.contains(seconds))?;
            Some(Default::Seconds(seconds, nanos))
        }
        (Type::List(_), Value::Array(items)) if items.is_empty() => Some(Default::EmptyList),
        (Type::Map(..) | Type::IndexMap(..), Value::Object(members)) if members.is_empty() => Some(Default::EmptyMap),
        (Type::Document | Type::OrderedDocument, value) => Some(Default::Document(value.to_string())),
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

/// A number of any size: a number, or a text for one that JSON's readers would round.
fn big(value: &Value, is_whole: bool) -> Option<String> {
    let text = match value {
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        _ => return None,
    };
    let (decimal, exponent) = text.split_once(['e', 'E']).unwrap_or((&text, "0"));
    let (whole, fraction) = decimal.split_once('.').unwrap_or((decimal, "0"));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let fits =
        is_number(whole.strip_prefix('-').unwrap_or(whole)) && is_number(fraction) && exponent.parse::<i32>().is_ok();
    (fits && !(is_whole && text.contains(['.', 'e', 'E']))).then_some(text)
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

#[cfg(test)]
mod tests {
    use super::big;
    use serde_json::json;

    #[test]
    fn a_number_of_any_size_may_be_a_number_or_a_text_and_nothing_else() {
        for (value, whole, decimal) in [
            (json!(0), true, true),
            (json!(-5), true, true),
            (json!(1.5), false, true),
            (json!("123456789012345678901234567890"), true, true),
            (json!("-0.1e5"), false, true),
            (json!("1e99999999999"), false, false),
            (json!("x"), false, false),
            (json!(""), false, false),
            (json!("1."), false, false),
            (json!(true), false, false),
            (json!([]), false, false),
        ] {
            assert_eq!((big(&value, true).is_some(), big(&value, false).is_some()), (whole, decimal), "{value}");
        }
    }
}

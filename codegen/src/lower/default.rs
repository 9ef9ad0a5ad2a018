//! Defaults (Smithy 2.0, `default`).

use super::Lowering;
use super::example::instant;
use super::shape::Lowered;
use crate::ast::Member;
use crate::diagnostic::Diagnostic;
use crate::ir::{Codec, Default, Role, Type};
use serde_json::Value;

impl Lowering<'_> {
    /// What stands in for a value that an answer lacks. Inputs have none: what a caller leaves out is the service's to
    /// decide, whose default may have changed since the model was written.
    pub(super) fn default(&mut self, name: &str, member: &Member, role: Role, lowered: &Lowered) -> Option<Default> {
        if lowered.ty == Type::Stream {
            return Some(Default::EmptyStream);
        }
        let found = member.traits.get("default")?;
        if found.value.is_null() || role == Role::Input || member.traits.has("clientOptional") {
            return None;
        }
        let default = value_of(&found.value, &lowered.ty, &lowered.codec);
        if default.is_none() {
            let problem = format!("has the default {}, which doesn't fit its type", found.value);
            self.problems.push(Diagnostic::at(found.span, name, problem, "correct or remove the default"));
        }
        default
    }
}

fn value_of(value: &Value, ty: &Type, codec: &Codec) -> Option<Default> {
    match (ty, value) {
        (Type::Text, Value::String(text)) => Some(Default::Text(text.clone())),
        (Type::Named(name), Value::String(text)) => Some(Default::Enum(name.clone(), text.clone())),
        (Type::Blob, Value::String(base64)) => Some(Default::Blob(base64.clone())),
        (Type::Scalar("bool"), Value::Bool(value)) => Some(Default::Bool(*value)),
        (Type::Scalar("f32" | "f64"), Value::Number(number)) => number.as_f64().map(Default::Float),
        (Type::Scalar(scalar), Value::Number(number)) => in_range(number.as_i64()?, scalar),
        (Type::DateTime, value) => instant(value).map(|(seconds, nanos)| Default::Seconds(seconds, nanos)),
        (Type::List(_), Value::Array(items)) if items.is_empty() => Some(Default::EmptyList),
        (Type::Map(..), Value::Object(members)) if members.is_empty() => Some(Default::EmptyMap),
        (Type::Document, value) if !matches!(codec, Codec::Boxed(_)) => Some(Default::Document(value.to_string())),
        _ => None,
    }
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

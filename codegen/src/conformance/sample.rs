//! An input that can be sent, for cases that are about the answer alone.

use super::params::told;
use crate::ir::{Codec, Service, Structure, Type};
use serde_json::{Value, json};

/// An input with its required members set.
pub(super) fn input(service: &Service, structure: &Structure) -> Value {
    of_structure(service, structure, 8)
}

fn of_structure(service: &Service, structure: &Structure, depth: usize) -> Value {
    let required = structure.members.iter().filter(|member| member.required);
    let members = required.map(|member| (member.wire.clone(), value(service, &member.ty, &member.codec, depth)));
    Value::Object(members.collect())
}

fn value(service: &Service, ty: &Type, codec: &Codec, depth: usize) -> Value {
    match (codec, ty) {
        (Codec::Named(_, of), _) => value(service, ty, of, depth),
        (codec, _) if codec.layout().is_some() => value(service, ty, codec.layout().unwrap_or(codec), depth),
        (Codec::Length(least, _, _), Type::Text) => {
            json!("x".repeat(usize::try_from(*least).unwrap_or(1).clamp(1, 64)))
        }
        (Codec::Range(least, _, _), Type::Scalar(_)) => {
            least.parse::<i64>().map_or(json!(1), |least| json!(least.max(1)))
        }
        (Codec::Length(_, _, of) | Codec::Range(_, _, of) | Codec::Pattern(_, of) | Codec::OneOf(_, of), _) => {
            value(service, ty, of, depth)
        }
        (Codec::OrNull(of), Type::Optional(ty)) => value(service, ty, of, depth),
        (Codec::WholeJson(of), _) => value(service, ty, of, depth),
        (Codec::Boxed(of), Type::Boxed(ty)) => value(service, ty, of, depth),
        (Codec::Events, _) => json!([]),
        (Codec::DateTimeText, _) => json!("2024-02-01T00:00:00Z"),
        (Codec::HttpDate, _) => json!("Thu, 01 Feb 2024 00:00:00 GMT"),
        (Codec::Nested, Type::Named(name)) if depth > 0 => {
            let name = name.rsplit("::").next().unwrap_or(name);
            let found = service.structures.iter().find(|structure| structure.name == name);
            found.map_or(json!({}), |structure| of_structure(service, structure, depth - 1))
        }
        (Codec::Tagged, Type::Named(name)) if depth > 0 => {
            let name = name.rsplit("::").next().unwrap_or(name);
            let union = service.unions.iter().find(|union| union.name == name);
            let variant = union.and_then(|union| Some((union, union.variants.first()?)));
            variant.map_or(json!({}), |(union, variant)| {
                let held = variant.ty.as_ref().map_or(json!({}), |ty| value(service, ty, &variant.codec, depth - 1));
                told(union, variant.wire.clone(), held)
            })
        }
        (_, Type::Scalar("bool")) => json!(true),
        (_, Type::Scalar(_)) | (Codec::EpochSeconds, _) => json!(1),
        (_, Type::List(_)) => json!([]),
        (_, Type::Map(..) | Type::IndexMap(..) | Type::Document | Type::OrderedDocument) => json!({}),
        (_, Type::Big(_)) => json!("0"),
        _ => json!("eA=="),
    }
}

//! A case's parameters in serde's form: members by wire name, values as their codecs write them.

use super::text::{base64, date_time, http_date};
use crate::ast::{Member, Model, Shape, ShapeId};
use crate::ir::{Codec, Place, Service, Structure, Tagging, Type, Union};
use crate::names;
use serde_json::{Map, Value};

/// What the conversion has to know: the shapes have members' names, the lowered ones their codecs.
#[derive(Clone, Copy)]
pub(super) struct Params<'m> {
    pub(super) model: &'m Model,
    pub(super) service: &'m Service,
    /// Whether they are a client's input, which refuses numbers that may have lost digits. The models' have been through a float of
    /// 64 bits, where they are large, and what a case says of them is as much as that.
    pub(super) is_input: bool,
}

impl Params<'_> {
    /// A structure. Members that it doesn't have stay as they are, to be refused by name.
    pub(super) fn structure(self, given: &Value, shape: Option<&Shape>, structure: &Structure) -> Value {
        let (Value::Object(given), Some(shape)) = (given, shape) else { return given.clone() };
        let members = given.iter().flat_map(|(name, value)| {
            // Lowering keeps members in their order, and leaves none out.
            let known = shape.members.iter().zip(&structure.members).find(|(member, _)| member.name == *name);
            match (known, value) {
                (Some((_, lowered)), Value::Object(rest)) if lowered.place == Place::Rest => {
                    rest.iter().map(|(name, value)| (name.clone(), value.clone())).collect()
                }
                (Some((member, lowered)), _) => {
                    vec![(lowered.wire.clone(), self.value(value, &member.target, &lowered.ty, &lowered.codec))]
                }
                (None, _) => vec![(name.clone(), value.clone())],
            }
        });
        Value::Object(members.collect())
    }

    /// An event of a stream, or an error that ends it, by the union's member.
    pub(super) fn event(self, given: &Value, shape: &Shape, union: &str) -> Value {
        let failed = given.as_object().and_then(|given| {
            let (name, value) = given.iter().next()?;
            let target = self.model.shapes.get(&shape.member(name)?.target)?;
            let error = self.service.errors.iter().find(|error| error.code == target.id.name())?;
            Some(Value::Object(Map::from_iter([(name.clone(), self.structure(value, Some(target), error))])))
        });
        failed.unwrap_or_else(|| self.union(given, shape, union))
    }

    fn union(self, given: &Value, shape: &Shape, name: &str) -> Value {
        let union = self.service.unions.iter().find(|union| union.name == name);
        let (Value::Object(given), Some(union)) = (given, union) else { return given.clone() };
        let failures = union.stream.as_ref().map(|stream| stream.failures.as_slice()).unwrap_or_default();
        // Errors that end a stream are no variants.
        let is_variant = |member: &&Member| failures.iter().all(|failure| failure.wire != member.name);
        let members = given.iter().map(|(name, value)| {
            let held = shape.members.iter().filter(is_variant);
            let known = held.zip(&union.variants).find(|(member, _)| member.name == *name);
            match known {
                Some((member, variant)) => {
                    let value = match &variant.ty {
                        Some(ty) => self.value(value, &member.target, ty, &variant.codec),
                        None => value.clone(),
                    };
                    (variant.wire.clone(), value)
                }
                None => (name.clone(), value.clone()),
            }
        });
        let members: Vec<(String, Value)> = members.collect();
        match <[_; 1]>::try_from(members) {
            Ok([(name, held)]) => told(union, name, held),
            Err(members) => Value::Object(members.into_iter().collect()),
        }
    }

    fn value(self, given: &Value, target: &ShapeId, ty: &Type, codec: &Codec) -> Value {
        if given.is_null() {
            return Value::Null;
        }
        let shape = self.model.shapes.get(target);
        match (codec, ty) {
            (Codec::Length(_, _, of) | Codec::Range(_, _, of) | Codec::Pattern(_, of) | Codec::Named(_, of), _) => {
                self.value(given, target, ty, of)
            }
            (codec, _) if codec.layout().is_some() => self.value(given, target, ty, codec.layout().unwrap_or(codec)),
            (Codec::OrNull(of), Type::Optional(ty)) => self.value(given, target, ty, of),
            (Codec::WholeJson(of), _) => self.value(given, target, ty, of),
            (Codec::Boxed(of), Type::Boxed(ty)) => self.value(given, target, ty, of),
            (_, Type::Optional(ty)) => self.value(given, target, ty, codec),
            (Codec::Base64 | Codec::Bytes(_) | Codec::Streamed(_), _) => {
                given.as_str().map_or(given.clone(), |text| base64(text).into())
            }
            (Codec::Big, Type::Big(name)) => big(given, name),
            (Codec::BigNumber, Type::Big(name)) if self.is_input && *name == "BigInteger" => big(given, name),
            (Codec::DateTimeText, _) => given.as_f64().map_or(given.clone(), |seconds| date_time(seconds).into()),
            (Codec::HttpDate, _) => given.as_f64().map_or(given.clone(), |seconds| http_date(seconds).into()),
            (Codec::Nested, _) => {
                let name = shape.map(|shape| names::type_name(shape.id.name())).unwrap_or_default();
                match self.service.structures.iter().find(|structure| structure.name == name) {
                    Some(structure) => self.structure(given, shape, structure),
                    None => given.clone(),
                }
            }
            (Codec::Tagged, _) => {
                shape.map_or(given.clone(), |shape| self.union(given, shape, &names::type_name(shape.id.name())))
            }
            (Codec::List(of) | Codec::Sparse(of), Type::List(ty)) => {
                self.items(given, shape, "member", |value, target| self.value(value, target, ty, of))
            }
            (Codec::Map(of) | Codec::SparseMap(of), Type::Map(_, ty)) | (Codec::InOrder(of), Type::IndexMap(_, ty)) => {
                self.items(given, shape, "value", |value, target| self.value(value, target, ty, of))
            }
            _ => given.clone(),
        }
    }

    /// A list's items, or a map's values.
    fn items(
        self,
        given: &Value,
        shape: Option<&Shape>,
        part: &str,
        convert: impl Fn(&Value, &ShapeId) -> Value,
    ) -> Value {
        let Some(target) = shape.and_then(|shape| shape.member(part)).map(|member| &member.target) else {
            return given.clone();
        };
        match given {
            Value::Array(items) => items.iter().map(|item| convert(item, target)).collect(),
            Value::Object(entries) => {
                let entries = entries.iter().map(|(key, value)| (key.clone(), convert(value, target)));
                Value::Object(Map::from_iter(entries))
            }
            other => other.clone(),
        }
    }
}

/// What a union's member is called in JSON and what it holds, as the union looks.
pub(super) fn told(union: &Union, name: String, held: Value) -> Value {
    match (&union.tagging, held) {
        (_, held) if union.open.as_ref() == Some(&name) => held,
        (Tagging::Untagged, held) => held,
        (Tagging::Discriminated(key), Value::Object(members)) => {
            let tag = (key.clone(), Value::from(name));
            Value::Object(std::iter::once(tag).chain(members).collect())
        }
        (_, held) => Value::Object(Map::from_iter([(name, held)])),
    }
}

/// A number of any size as its text, as far as a float of 64 bits has its digits: models in JSON have been through one.
fn big(given: &Value, name: &str) -> Value {
    let Value::Number(number) = given else { return given.clone() };
    match number.as_f64().filter(|_| number.is_f64()) {
        Some(float) if name == "BigInteger" => format!("{float:.0}").into(),
        _ => number.to_string().into(),
    }
}

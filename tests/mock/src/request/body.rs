//! What the body of a request holds: JSON by names on the wire, whatever it is written in.

use super::problem::Problem;
use super::{cbor, form, xml};
use crate::model::{Body, Kind, Member, Model, Object, Operation, Place, ShapeId, Structure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

/// How deep values may be in each other.
pub(super) const DEEPEST: usize = 128;

/// What the body holds, by names on the wire. An empty body holds nothing.
pub(super) fn read(model: &Model, operation: &Operation, bytes: &[u8]) -> Result<Object, Problem> {
    let structure = model.structure(operation.input);
    if let Some(member) = structure.members.iter().find(|member| member.place == Place::Payload) {
        let value = if bytes.is_empty() { None } else { Some(payload(model, member, bytes)?) };
        return Ok(value.map(|value| (member.wire.clone(), value)).into_iter().collect());
    }
    let has_members = structure.members.iter().any(|member| member.place == Place::Body);
    match model.protocol.request {
        Body::Form(dialect) => form::read(model, operation, dialect, bytes).map_err(Problem::Malformed),
        _ if bytes.is_empty() || !has_members => Ok(Object::new()),
        _ => document(model, operation.input, bytes),
    }
}

/// What bytes hold that are a structure as a whole, by names on the wire: a body, or the payload of a message.
pub(super) fn document(model: &Model, id: ShapeId, bytes: &[u8]) -> Result<Object, Problem> {
    match model.protocol.request {
        Body::Cbor => cbor::read(model, id, bytes).map_err(Problem::Malformed),
        Body::Xml(_) => {
            let shape = model.shape(id);
            let root = xml::Root::of(model, &shape.element, shape.namespace.as_ref());
            xml::read(model, id, root, bytes).map_err(Problem::Malformed)
        }
        Body::Json | Body::Form(_) => members(model.structure(id), bytes),
    }
}

fn members(structure: &Structure, bytes: &[u8]) -> Result<Object, Problem> {
    match json(bytes)? {
        // What is bound elsewhere is not read from the body.
        Value::Object(mut found) => {
            found.retain(|wire, _| structure.by_wire(wire).is_some_and(|member| member.place == Place::Body));
            Ok(found)
        }
        _ => Err(Problem::Malformed("The body is not an object".to_owned())),
    }
}

pub(super) fn payload(model: &Model, member: &Member, bytes: &[u8]) -> Result<Value, Problem> {
    let shape = model.shape(member.target);
    match shape.kind {
        Kind::Blob => Ok(STANDARD.encode(bytes).into()),
        Kind::Text | Kind::Enum(_) => match std::str::from_utf8(bytes) {
            Ok(text) => Ok(text.into()),
            Err(_) => Err(Problem::Malformed("The body is not UTF-8".to_owned())),
        },
        _ if matches!(model.protocol.request, Body::Xml(_)) => {
            let element = if member.wire == member.name { &shape.element } else { &member.wire };
            let root = xml::Root::of(model, element, member.look.namespace.as_ref());
            xml::read(model, member.target, root, bytes).map(Value::Object).map_err(Problem::Malformed)
        }
        _ if model.protocol.request == Body::Cbor => {
            cbor::read(model, member.target, bytes).map(Value::Object).map_err(Problem::Malformed)
        }
        _ => json(bytes),
    }
}

fn json(bytes: &[u8]) -> Result<Value, Problem> {
    serde_json::from_slice(bytes).map_err(|error| Problem::Malformed(format!("The body is not JSON: {error}")))
}

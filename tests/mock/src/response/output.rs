//! An operation's output as a response, checked against the model before it is sent.

use super::answer::{Answer, PROTOCOL};
use super::{cbor, event, xml};
use crate::model::{Body, EVENT_STREAM, Kind, Member, Model, Object, Operation, Place, ShapeId, Structure};
use crate::request::{At, Problem, Reader, text};
use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use serde_json::Value;

/// The response that carries an output, whose members are known by name; the beginning of one, if a stream of events follows.
/// An output that the model doesn't allow, or that a header can't hold, is a mistake of the mock's, and is not sent.
pub(crate) fn write(model: &Model, operation: &Operation, output: &Object) -> Result<Answer, Problem> {
    let structure = model.structure(operation.output);
    let mistake = |why: String| Problem::Internal(format!("{}: {why}", operation.name));
    let parts = parts(model, operation, structure, output).map_err(mistake)?;
    check(model, structure, &parts).map_err(|problem| mistake(problem.why()))?;

    let Head { status, mut headers, payload } = head(model, operation, parts.outside).map_err(mistake)?;
    let bound = structure.members.iter().find(|member| member.place == Place::Payload);
    let kind = match operation.output_events {
        Some(_) => EVENT_STREAM,
        None => bound.map_or(model.protocol.media, |member| media(model, member)),
    };
    let is_empty = model.protocol.said.is_some() && !operation.has_output;
    if let Ok(kind) = HeaderValue::try_from(kind)
        && !is_empty
    {
        headers.entry(header::CONTENT_TYPE).or_insert(kind);
    }
    headers.extend(model.protocol.said.map(|said| (PROTOCOL, HeaderValue::from_static(said))));
    let mut id = None;
    let body = match payload {
        Some((member, value)) => whole(model, member, value),
        None if operation.output_events.is_some() => event::initial(model, operation, &parts.body),
        None if bound.is_some() || is_empty => Bytes::new(),
        None => match model.protocol.answer {
            Body::Xml(around) => {
                let (text, place) = xml::output(model, operation, around, &parts.body);
                id = place;
                Bytes::from(text)
            }
            Body::Cbor => Bytes::from(cbor::structure(model, operation.output, &parts.body)),
            _ => Bytes::from(Value::Object(parts.body).to_string()),
        },
    };
    Ok(Answer { status, headers, body, id, why: None })
}

/// What of an output isn't in a document.
struct Head<'m> {
    status: StatusCode,
    headers: HeaderMap,
    payload: Option<(&'m Member, Value)>,
}

fn head<'m>(model: &Model, operation: &Operation, outside: Vec<(&'m Member, Value)>) -> Result<Head<'m>, String> {
    let mut head = Head { status: operation.status, headers: HeaderMap::with_capacity(4), payload: None };
    for (member, value) in outside {
        match &member.place {
            Place::Status => head.status = code(&value).unwrap_or(head.status),
            Place::Payload => head.payload = Some((member, value)),
            Place::Header(name) => add(&mut head.headers, name, &text::write(model, member, &value))?,
            Place::PrefixHeaders(prefix) => {
                for (name, value) in value.as_object().into_iter().flatten() {
                    add(&mut head.headers, &format!("{prefix}{name}"), value.as_str().unwrap_or_default())?;
                }
            }
            _ => {}
        }
    }
    Ok(head)
}

fn add(headers: &mut HeaderMap, name: &str, text: &str) -> Result<(), String> {
    let unfit = || format!("{name}: {text:?} can't stand in a header");
    let (name, value) = (HeaderName::try_from(name).map_err(|_| unfit())?, HeaderValue::try_from(text));
    headers.insert(name, value.map_err(|_| unfit())?);
    Ok(())
}

/// An output as it is on the wire: what is in a JSON body, by its names there, and what isn't.
struct Parts<'m> {
    body: Object,
    outside: Vec<(&'m Member, Value)>,
}

fn parts<'m>(
    model: &Model,
    operation: &Operation,
    structure: &'m Structure,
    output: &Object,
) -> Result<Parts<'m>, String> {
    let (mut body, mut outside) = (Object::new(), Vec::new());
    for (name, value) in output.iter().filter(|(_, value)| !value.is_null()) {
        let at = At::ROOT.name(name);
        let member = structure.member(name).ok_or_else(|| format!("{at} is not in the model"))?;
        let value = one(model, member.target, member.format, value, &at)?;
        match member.place {
            Place::Body => drop(body.insert(member.wire.clone(), value)),
            _ => outside.push((member, value)),
        }
    }
    if let Some(member) = structure.outside().find(|member| member.place == Place::Status)
        && !output.contains_key(&member.name)
    {
        outside.push((member, operation.status.as_u16().into()));
    }
    Ok(Parts { body, outside })
}

fn check(model: &Model, structure: &Structure, parts: &Parts<'_>) -> Result<(), Problem> {
    let mut reader = Reader::of_answers(model);
    let mut read = reader.known(&parts.body, structure, &At::ROOT);
    for (member, value) in &parts.outside {
        let value = reader.member(value, member, &At::ROOT.name(&member.name));
        read.insert(member.name.clone(), value);
    }
    reader.complete(&read, structure, &At::ROOT);
    reader.finish()
}

/// The type of a payload.
pub(super) fn media<'m>(model: &Model, member: &'m Member) -> &'m str {
    let usual = match &model.shape(member.target).kind {
        Kind::Blob => "application/octet-stream",
        Kind::Text | Kind::Enum(_) => "text/plain",
        _ => model.protocol.media,
    };
    member.media.as_deref().unwrap_or(usual)
}

fn code(value: &Value) -> Option<StatusCode> {
    StatusCode::from_u16(u16::try_from(value.as_u64()?).ok()?).ok()
}

/// A structure as a whole body, or as the payload of a message, in the format of the service's bodies.
pub(super) fn document(model: &Model, id: ShapeId, found: &Object) -> Vec<u8> {
    match model.protocol.answer {
        Body::Cbor => cbor::structure(model, id, found),
        Body::Xml(_) => xml::document(model, id, found).into_bytes(),
        Body::Json | Body::Form(_) => Value::Object(found.clone()).to_string().into_bytes(),
    }
}

pub(super) fn whole(model: &Model, member: &Member, value: Value) -> Bytes {
    match (&model.shape(member.target).kind, value) {
        (Kind::Blob, Value::String(text)) => STANDARD.decode(text).unwrap_or_default().into(),
        (Kind::Text | Kind::Enum(_), Value::String(text)) => text.into(),
        (_, Value::Object(found)) if model.protocol.has_xml() => xml::payload(model, member, &found).into(),
        (_, Value::Object(found)) if model.protocol.answer == Body::Cbor => {
            cbor::structure(model, member.target, &found).into()
        }
        (_, value) => value.to_string().into(),
    }
}

pub(super) fn members(model: &Model, structure: &Structure, found: &Object, at: &At<'_>) -> Result<Object, String> {
    let mut wire = Object::new();
    for (name, value) in found.iter().filter(|(_, value)| !value.is_null()) {
        let at = at.name(name);
        let member = structure.member(name).ok_or_else(|| format!("{at} is not in the model"))?;
        wire.insert(member.wire.clone(), one(model, member.target, member.format, value, &at)?);
    }
    Ok(wire)
}

/// A value as it is on the wire.
fn one(model: &Model, id: ShapeId, format: Format, value: &Value, at: &At<'_>) -> Result<Value, String> {
    match (&model.shape(id).kind, value) {
        // In lists and maps that may hold it.
        (_, Value::Null) => Ok(Value::Null),
        (Kind::Structure(structure) | Kind::Union(structure), Value::Object(found)) => {
            members(model, structure, found, at).map(Value::Object)
        }
        (Kind::List(item, _), Value::Array(items)) => {
            let items = items.iter().enumerate();
            items.map(|(index, value)| one(model, item.target, item.format, value, &at.index(index))).collect()
        }
        (Kind::Map(_, item, _), Value::Object(entries)) => {
            let entries = entries
                .iter()
                .map(|(key, value)| Ok((key.clone(), one(model, item.target, item.format, value, &at.name(key))?)));
            entries.collect::<Result<Object, String>>().map(Value::Object)
        }
        (Kind::Timestamp, value) => timestamp(value, format).map_err(|why| format!("{at}: {why}")),
        // A value of another type is found out when it is read back.
        (_, value) => Ok(value.clone()),
    }
}

/// A timestamp in its format. Handlers give numbers of seconds; examples in models have RFC 3339 text.
fn timestamp(value: &Value, format: Format) -> Result<Value, String> {
    let time = match value.as_str() {
        Some(text) => DateTime::from_str(text, Format::DateTimeWithOffset).map_err(|error| error.to_string())?,
        None => DateTime::from_secs_f64(value.as_f64().ok_or("is not a timestamp")?),
    };
    match format {
        Format::EpochSeconds if time.subsec_nanos() == 0 => Ok(time.secs().into()),
        Format::EpochSeconds => Ok(time.as_secs_f64().into()),
        format => time.fmt(format).map(Value::String).map_err(|error| error.to_string()),
    }
}

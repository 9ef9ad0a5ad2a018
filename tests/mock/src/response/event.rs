//! Events and errors as messages of an answer's stream, checked before they are sent.

use super::output::{document, media, members, whole};
use super::problem;
use crate::frame::{Header, Message};
use crate::model::{Body, Events, Kind, Member, Model, Object, Operation, Place};
use crate::request::{At, Problem, Reader};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use serde_json::Value;

/// What the message is called that has the members of an output that aren't the stream.
const INITIAL: &str = "initial-response";
/// The longest text or bytes of a header.
const LONGEST: usize = i16::MAX as usize;

/// The message before all others, where members of the output have no place elsewhere in HTTP; nothing where they have.
pub(super) fn initial(model: &Model, operation: &Operation, body: &Object) -> Bytes {
    if !model.protocol.is_called() {
        return Bytes::new();
    }
    let told = [(":message-type", "event"), (":event-type", INITIAL), (":content-type", model.protocol.media)];
    let payload = document(model, operation.output, body);
    Message { payload, ..Message::saying(&told) }.to_bytes().into()
}

/// The message that an event or an error is, of a stream's union: an object of one member, by the union's name for it. One that
/// the model doesn't allow is a mistake of whoever plays it, and is not sent.
pub(crate) fn write(model: &Model, events: &Events, value: &Value) -> Result<Message, Problem> {
    let mistake = |why: String| Problem::Internal(format!("an event that can't be played: {why}"));
    let entry = value.as_object().filter(|event| event.len() == 1).and_then(|event| event.iter().next());
    let Some((name, Value::Object(found))) = entry else {
        return Err(mistake(format!("{value} is no object of one member, which is an object")));
    };
    let Some(member) = model.structure(events.union).member(name) else {
        return Err(mistake(format!("the stream has no {name}")));
    };
    let at = At::ROOT.name(name);
    let structure = model.structure(member.target);
    let wire = members(model, structure, found, &at).map_err(mistake)?;
    let mut reader = Reader::of_answers(model);
    reader.members(&wire, structure, &at);
    reader.finish().map_err(|problem| mistake(problem.why()))?;
    let (kind, of) = match events.is_error(name) {
        true => ("exception", ":exception-type"),
        false => ("event", ":event-type"),
    };
    let mut message = Message::saying(&[(":message-type", kind), (of, name)]);
    fill(model, member, wire, &mut message).map_err(mistake)?;
    Ok(message)
}

/// Puts members, by names on the wire, where the model has them in a message.
fn fill(model: &Model, event: &Member, mut wire: Object, message: &mut Message) -> Result<(), String> {
    let structure = model.structure(event.target);
    let has_payload = structure.members.iter().any(|member| member.place == Place::EventPayload);
    let mut typed = |media: &str| message.headers.push((":content-type".to_owned(), Header::Text(media.to_owned())));
    let payload = structure.members.iter().find(|member| member.place == Place::EventPayload);
    if let Some((member, value)) = payload.and_then(|member| Some((member, wire.remove(&member.wire)?))) {
        let is_bare = matches!(model.shape(member.target).kind, Kind::Blob | Kind::Text | Kind::Enum(_));
        typed(if is_bare { media(model, member) } else { format(model) });
        message.payload = whole(model, member, value).to_vec();
    }
    let headers = structure.members.iter().filter(|member| member.place == Place::EventHeader);
    let headers: Vec<_> = headers.filter_map(|member| Some((member, wire.remove(&member.wire)?))).collect();
    let is_document = structure.members.iter().any(|member| member.place == Place::Body);
    if is_document && !has_payload {
        typed(format(model));
        message.payload = document(model, event.target, &wire);
    }
    for (member, value) in headers {
        let header = header(&model.shape(member.target).kind, &value);
        let header = header.ok_or_else(|| format!("{} can't be a header", member.name))?;
        message.headers.push((member.name.clone(), header));
    }
    Ok(())
}

/// The media type of payloads that are structures.
fn format(model: &Model) -> &'static str {
    match model.protocol.answer {
        Body::Json | Body::Form(_) => "application/json",
        Body::Cbor => "application/cbor",
        Body::Xml(_) => "application/xml",
    }
}

fn header(kind: &Kind, value: &Value) -> Option<Header> {
    Some(match kind {
        Kind::Boolean => Header::Boolean(value.as_bool()?),
        Kind::Integer(_, greatest) => {
            let number = value.as_i64()?;
            match *greatest {
                most if most == i64::from(i8::MAX) => Header::Byte(i8::try_from(number).ok()?),
                most if most == i64::from(i16::MAX) => Header::Short(i16::try_from(number).ok()?),
                most if most == i64::from(i32::MAX) => Header::Integer(i32::try_from(number).ok()?),
                _ => Header::Long(number),
            }
        }
        Kind::IntEnum(_) => Header::Integer(i32::try_from(value.as_i64()?).ok()?),
        Kind::Text | Kind::Enum(_) => Header::Text(value.as_str().filter(|text| text.len() <= LONGEST)?.to_owned()),
        Kind::Blob => Header::Bytes(STANDARD.decode(value.as_str()?).ok().filter(|bytes| bytes.len() <= LONGEST)?),
        // Parts of a millisecond are cut off.
        Kind::Timestamp => Header::Time((value.as_f64()? * 1000.0).round() as i64),
        _ => return None,
    })
}

/// The message that ends a stream in which something is wrong: one of the union's errors, if one is called so, and else an error
/// that no model has, under the name that AWS's gateways have for it.
pub(crate) fn refuse(model: &Model, events: &Events, problem: &Problem) -> Message {
    let (found, gateway, text) = problem::of_stream(model, events, problem);
    let refused = found.and_then(|(name, wire)| {
        let member = model.structure(events.union).member(name)?;
        let mut message = Message::saying(&[(":message-type", "exception"), (":exception-type", name)]);
        fill(model, member, wire, &mut message).ok()?;
        Some(message)
    });
    refused.unwrap_or_else(|| {
        let text = text.get(..text.floor_char_boundary(LONGEST)).unwrap_or_default();
        Message::saying(&[(":message-type", "error"), (":error-code", gateway), (":error-message", text)])
    })
}

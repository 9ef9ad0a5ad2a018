//! What the messages of a client's stream say.
//!
//! In: a message as it came, without the one around it that signs it. Out: the event or error that it is, as handlers see it: an
//! object of one member, by the union's name for it.

use super::at::At;
use super::body;
use super::problem::Problem;
use super::read::Reader;
use crate::frame::{Header, Message};
use crate::model::{Body, Events, Kind, Member, Model, Object, Operation, Place, Structure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

/// What the message is called that has the members of an input that aren't the stream.
const INITIAL: &str = "initial-request";

/// What a message is.
#[derive(Debug, PartialEq)]
pub(crate) enum Heard {
    /// The members of the input that aren't the stream.
    Initial(Object),
    /// An event, by its name in the union.
    Event(Value),
    /// An error of the union's, by its name there: nothing follows it.
    Error(Value),
}

/// Reads a message of an operation's input.
pub(crate) fn read(model: &Model, operation: &Operation, events: &Events, message: &Message) -> Result<Heard, Problem> {
    let kind = text(message, ":message-type")?;
    match kind {
        "event" => match text(message, ":event-type")? {
            INITIAL if model.protocol.is_called() => initial(model, operation, message).map(Heard::Initial),
            name => event(model, events, name, message).map(Heard::Event),
        },
        "exception" => {
            let name = text(message, ":exception-type")?;
            let known = events.is_error(name);
            match known {
                true => event(model, events, name, message).map(Heard::Error),
                false => Err(Problem::Malformed(format!("{name} is no error of the stream"))),
            }
        }
        _ => Err(Problem::Malformed(format!("The stream has a message of the :message-type {kind:?}"))),
    }
}

fn text<'m>(message: &'m Message, name: &str) -> Result<&'m str, Problem> {
    let missing = || Problem::Malformed(format!("A message of the stream has no {name} that is a string"));
    message.text(name).ok_or_else(missing)
}

fn initial(model: &Model, operation: &Operation, message: &Message) -> Result<Object, Problem> {
    of_media(model, message)?;
    let found = body::document(model, operation.input, &message.payload)?;
    let structure = model.structure(operation.input);
    let mut reader = Reader::of_requests(model);
    let input = reader.members(&found, structure, &At::ROOT);
    reader.finish()?;
    Ok(input)
}

fn event(model: &Model, events: &Events, name: &str, message: &Message) -> Result<Value, Problem> {
    let union = model.structure(events.union);
    let Some(member) = union.member(name) else {
        return Err(Problem::Malformed(format!("The stream has no event {name}")));
    };
    let at = At::ROOT.name(name);
    let structure = model.structure(member.target);
    let found = members(model, member, structure, message)?;
    let mut reader = Reader::of_requests(model);
    let read = reader.members(&found, structure, &at);
    reader.finish()?;
    Ok(json!({ name: read }))
}

/// What a message holds, by names on the wire.
fn members(model: &Model, event: &Member, structure: &Structure, message: &Message) -> Result<Object, Problem> {
    let is_document = !structure.members.iter().any(|member| member.place == Place::EventPayload);
    let has_body = structure.members.iter().any(|member| member.place == Place::Body);
    let mut found = Object::new();
    if is_document && has_body {
        of_media(model, message)?;
        found = body::document(model, event.target, &message.payload)?;
    }
    for member in &structure.members {
        let value = match member.place {
            Place::EventHeader => match message.header(&member.name) {
                Some(value) => Some(header(model, member, value)?),
                None => None,
            },
            Place::EventPayload if message.payload.is_empty() && !is_bare(model, member) => None,
            Place::EventPayload => {
                if !is_bare(model, member) {
                    of_media(model, message)?;
                }
                Some(body::payload(model, member, &message.payload)?)
            }
            _ => continue,
        };
        found.remove(&member.wire);
        found.extend(value.map(|value| (member.wire.clone(), value)));
    }
    Ok(found)
}

/// Whether a payload is bytes or text, which may be of any media type, and empty.
fn is_bare(model: &Model, member: &Member) -> bool {
    matches!(model.shape(member.target).kind, Kind::Blob | Kind::Text | Kind::Enum(_))
}

/// Whether a payload that is a structure says that it is in the format of the service's bodies.
fn of_media(model: &Model, message: &Message) -> Result<(), Problem> {
    let wanted = match model.protocol.request {
        Body::Json | Body::Form(_) => "application/json",
        Body::Cbor => "application/cbor",
        Body::Xml(_) => "application/xml",
    };
    match message.text(":content-type") {
        Some(media) if media == wanted || media == model.protocol.media => Ok(()),
        media => {
            let said = media.unwrap_or("missing");
            Err(Problem::Malformed(format!("The :content-type of a message is {said}, and not {wanted}")))
        }
    }
}

/// A header's value as it would be in JSON.
fn header(model: &Model, member: &Member, found: &Header) -> Result<Value, Problem> {
    let (kind, name) = (&model.shape(member.target).kind, &member.name);
    let value = match (kind, found) {
        (Kind::Boolean, Header::Boolean(value)) => (*value).into(),
        (Kind::Integer(..), Header::Byte(_) | Header::Short(_) | Header::Integer(_) | Header::Long(_)) => {
            match of_kind(kind, found) {
                Some(number) => number.into(),
                None => return Err(Problem::Malformed(format!("The header {name} is a number of another size"))),
            }
        }
        (Kind::IntEnum(_), Header::Integer(number)) => (*number).into(),
        (Kind::Text | Kind::Enum(_), Header::Text(text)) => text.as_str().into(),
        (Kind::Blob, Header::Bytes(bytes)) => STANDARD.encode(bytes).into(),
        (Kind::Timestamp, Header::Time(millis)) if millis % 1000 == 0 => (millis / 1000).into(),
        (Kind::Timestamp, Header::Time(millis)) => (*millis as f64 / 1000.0).into(),
        _ => return Err(Problem::Malformed(format!("The header {name} is of another type"))),
    };
    Ok(value)
}

/// A number, if its header is of the size that the shape has.
fn of_kind(kind: &Kind, found: &Header) -> Option<i64> {
    let Kind::Integer(_, greatest) = kind else { return None };
    match found {
        Header::Byte(number) => (*greatest == i64::from(i8::MAX)).then_some((*number).into()),
        Header::Short(number) => (*greatest == i64::from(i16::MAX)).then_some((*number).into()),
        Header::Integer(number) => (*greatest == i64::from(i32::MAX)).then_some((*number).into()),
        Header::Long(number) => (*greatest == i64::MAX).then_some(*number),
        _ => None,
    }
}

//! What kind of message one is.

use crate::codec::EventBody;
use crate::error::BoxError;
use crate::text::{SHORT, line};
use aws_smithy_types::event_stream::{Header, HeaderValue, Message};

/// The media type of a stream of events.
pub(crate) const CONTENT_TYPE: &str = "application/vnd.amazon.eventstream";

const MESSAGE_TYPE: &str = ":message-type";
const EVENT_TYPE: &str = ":event-type";
const EXCEPTION_TYPE: &str = ":exception-type";
const ERROR_CODE: &str = ":error-code";
const ERROR_MESSAGE: &str = ":error-message";
const MEDIA_TYPE: &str = ":content-type";

/// The events by which the members of an input, and of an output, travel that aren't the stream, where bodies hold them
/// (Smithy 2.0, "Initial messages").
pub(super) const INITIAL_REQUEST: &str = "initial-request";
pub(super) const INITIAL_RESPONSE: &str = "initial-response";

/// What a message is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Kind<'a> {
    /// An event of this name.
    Event(&'a str),
    /// An error of the model's, by the name that the union has for it.
    Exception(&'a str),
    /// An error that no model has: its code, and what it says.
    Error(Option<&'a str>, Option<&'a str>),
}

/// Says what a message is.
///
/// # Errors
/// A header that tells is missing, or isn't text.
pub(super) fn kind(message: &Message) -> Result<Kind<'_>, BoxError> {
    match needed(message, MESSAGE_TYPE)? {
        "event" => Ok(Kind::Event(needed(message, EVENT_TYPE)?)),
        "exception" => Ok(Kind::Exception(needed(message, EXCEPTION_TYPE)?)),
        "error" => Ok(Kind::Error(text(message, ERROR_CODE)?, text(message, ERROR_MESSAGE)?)),
        other => Err(format!("a message of the stream has the unknown {MESSAGE_TYPE} {:?}", short(other)).into()),
    }
}

fn short(text: &str) -> String {
    line(text, SHORT).to_string()
}

fn needed<'a>(message: &'a Message, name: &str) -> Result<&'a str, BoxError> {
    text(message, name)?.ok_or_else(|| format!("a message of the stream has no header {name}").into())
}

fn text<'a>(message: &'a Message, name: &str) -> Result<Option<&'a str>, BoxError> {
    let Some(header) = message.headers().iter().find(|header| header.name().as_str() == name) else {
        return Ok(None);
    };
    match header.value() {
        HeaderValue::String(text) => Ok(Some(text.as_str())),
        _ => Err(format!("a message of the stream has a header {name} that is not a string").into()),
    }
}

/// An event as a message.
pub(super) fn event(name: &str, body: EventBody) -> Message {
    message([(MESSAGE_TYPE, "event"), (EVENT_TYPE, name)], body)
}

/// An error of the model's as a message.
pub(super) fn exception(name: &str, body: EventBody) -> Message {
    message([(MESSAGE_TYPE, "exception"), (EXCEPTION_TYPE, name)], body)
}

/// An error that no model has, as a message.
pub(super) fn error(code: &str, text: &str) -> Message {
    let told = [(MESSAGE_TYPE, "error"), (ERROR_CODE, code), (ERROR_MESSAGE, text)];
    Message::new_from_parts(told.map(|(name, value)| header(name, value)).to_vec(), Vec::new())
}

/// The message by which members travel that aren't the stream.
pub fn initial(is_request: bool, payload: impl Into<bytes::Bytes>, content_type: &str) -> Message {
    let name = if is_request { INITIAL_REQUEST } else { INITIAL_RESPONSE };
    let told = [(MESSAGE_TYPE, "event"), (EVENT_TYPE, name), (MEDIA_TYPE, content_type)];
    Message::new_from_parts(told.map(|(name, value)| header(name, value)).to_vec(), payload.into())
}

fn message(told: [(&str, &str); 2], body: EventBody) -> Message {
    let mut headers: Vec<Header> = told.into_iter().map(|(name, value)| header(name, value)).collect();
    headers.extend(body.content_type.map(|media_type| header(MEDIA_TYPE, media_type)));
    headers.extend(body.headers);
    Message::new_from_parts(headers, body.payload)
}

fn header(name: &str, value: &str) -> Header {
    Header::new(name.to_owned(), HeaderValue::String(value.to_owned().into()))
}

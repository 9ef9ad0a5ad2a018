//! What an event's members are in a message of a stream: headers, the payload, or members of a structure that the payload is
//! ([Amazon Event Stream](https://smithy.io/2.0/aws/amazon-eventstream.html)).
//!
//! In: an event that lists its members. Out: the headers and the payload of its message; and back. The format of payloads that
//! are structures is the protocol's, an [`EventFormat`].

use super::{Built, Codec, EntryCodec, Location, Member, MemberReader, MemberWriter, Members, PayloadCodec, TextCodec};
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_types::event_stream::{Header, HeaderValue};
use aws_smithy_types::{Blob, DateTime};
#[cfg(any(feature = "cbor", feature = "xml"))]
use std::fmt::{self, Debug, Formatter};

/// A value that can be a header of a message (`smithy.api#eventHeader`).
pub trait HeaderForm: Sized {
    /// What the header has to be, for messages.
    const KIND: &'static str;

    /// The header's value.
    fn to_header(&self) -> HeaderValue;

    /// The value that a header has, if it is of the right type.
    fn from_header(value: &HeaderValue) -> Option<Self>;
}

macro_rules! header_form {
    ($($ty:ty, $kind:literal: $variant:ident($value:ident) => $read:expr, $write:expr;)*) => {$(
        impl HeaderForm for $ty {
            const KIND: &'static str = $kind;

            fn to_header(&self) -> HeaderValue {
                let $value = self;
                HeaderValue::$variant($write)
            }

            fn from_header(value: &HeaderValue) -> Option<Self> {
                match value {
                    HeaderValue::$variant($value) => Some($read),
                    _ => None,
                }
            }
        }
    )*};
}

header_form! {
    bool, "a boolean": Bool(value) => *value, *value;
    i8, "a byte": Byte(value) => *value, *value;
    i16, "a 16-bit integer": Int16(value) => *value, *value;
    i32, "a 32-bit integer": Int32(value) => *value, *value;
    i64, "a 64-bit integer": Int64(value) => *value, *value;
    String, "a string": String(value) => value.as_str().to_owned(), value.clone().into();
    Blob, "bytes": ByteArray(value) => Blob::new(value.as_ref()), value.as_ref().to_vec().into();
    DateTime, "a timestamp": Timestamp(value) => *value, *value;
}

/// The format of payloads that are structures.
pub trait EventFormat: 'static {
    /// Its media type.
    const CONTENT_TYPE: &'static str;
    /// Members that were written, and are no text yet.
    type Body: Default + Send;

    /// Adds a member.
    ///
    /// # Errors
    /// The format has no form for the value.
    fn member<T, C: Codec<T>>(body: &mut Self::Body, member: &Member, value: &T, codec: C) -> Result<(), BoxError>;

    /// The payload, of a structure of this name.
    ///
    /// # Errors
    /// The format has no form for a value.
    fn finish(body: Self::Body, name: &'static str) -> Result<Vec<u8>, BoxError>;

    /// Reads a structure's members.
    ///
    /// # Errors
    /// The payload is not what the model says.
    fn read<B: MemberReader>(payload: &[u8]) -> Result<B, BoxError>;
}

/// Payloads that are JSON.
#[derive(Clone, Copy, Debug)]
pub struct JsonEvents;

impl EventFormat for JsonEvents {
    const CONTENT_TYPE: &'static str = "application/json";
    type Body = Vec<u8>;

    fn member<T, C: Codec<T>>(body: &mut Vec<u8>, member: &Member, value: &T, codec: C) -> Result<(), BoxError> {
        body.push(if body.is_empty() { b'{' } else { b',' });
        serde_json::to_writer(&mut *body, member.name)?;
        body.push(b':');
        Ok(serde_json::to_writer(body, &super::As(value, codec))?)
    }

    fn finish(mut body: Vec<u8>, _: &'static str) -> Result<Vec<u8>, BoxError> {
        body.extend_from_slice(if body.is_empty() { b"{}" } else { b"}" });
        Ok(body)
    }

    fn read<B: MemberReader>(payload: &[u8]) -> Result<B, BoxError> {
        Ok(super::parse(payload)?)
    }
}

/// Payloads that are XML, in an element of the structure's name.
#[cfg(feature = "xml")]
#[derive(Clone, Copy, Debug)]
pub struct XmlEvents;

/// Members of an XML payload.
#[cfg(feature = "xml")]
#[derive(Default)]
pub struct XmlBody(super::xml::NodeMembers);

#[cfg(feature = "xml")]
impl Debug for XmlBody {
    /// The members may be anybody's secrets.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("XmlBody").finish_non_exhaustive()
    }
}

#[cfg(feature = "xml")]
impl EventFormat for XmlEvents {
    const CONTENT_TYPE: &'static str = "application/xml";
    type Body = XmlBody;

    fn member<T, C: Codec<T>>(body: &mut Self::Body, member: &Member, value: &T, codec: C) -> Result<(), BoxError> {
        Ok(body.0.set(member, value, codec)?)
    }

    fn finish(body: Self::Body, name: &'static str) -> Result<Vec<u8>, BoxError> {
        Ok(super::xml::render(name, &body.0.into_node())?.into_bytes())
    }

    fn read<B: MemberReader>(payload: &[u8]) -> Result<B, BoxError> {
        if payload.trim_ascii().is_empty() {
            return Ok(B::default());
        }
        Ok(super::xml::read_structure(&super::xml::parse(payload)?)?)
    }
}

/// Payloads that are CBOR.
#[cfg(feature = "cbor")]
#[derive(Clone, Copy, Debug)]
pub struct CborEvents;

/// Members of a CBOR payload.
#[cfg(feature = "cbor")]
#[derive(Default)]
pub struct CborBody(super::cbor::Body);

#[cfg(feature = "cbor")]
impl Debug for CborBody {
    /// The members may be anybody's secrets.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("CborBody").finish_non_exhaustive()
    }
}

#[cfg(feature = "cbor")]
impl EventFormat for CborEvents {
    const CONTENT_TYPE: &'static str = "application/cbor";
    type Body = CborBody;

    fn member<T, C: Codec<T>>(body: &mut Self::Body, member: &Member, value: &T, codec: C) -> Result<(), BoxError> {
        Ok(body.0.set(member, value, codec)?)
    }

    fn finish(body: Self::Body, _: &'static str) -> Result<Vec<u8>, BoxError> {
        Ok(body.0.into_bytes())
    }

    fn read<B: MemberReader>(payload: &[u8]) -> Result<B, BoxError> {
        Ok(super::cbor::parse(payload)?)
    }
}

/// What an event is in a message, but for the headers that all messages have.
#[derive(Debug, Default)]
pub struct EventBody {
    /// The headers that members are.
    pub headers: Vec<Header>,
    /// The payload's media type, if there is a payload.
    pub content_type: Option<&'static str>,
    /// The payload.
    pub payload: Vec<u8>,
}

impl EventBody {
    /// What an event's members make.
    ///
    /// # Errors
    /// A member can't be written.
    pub fn of<F: EventFormat, T: Members>(event: &T) -> Result<Self, BoxError> {
        let mut writer = Writer::<F> { event: Self::default(), body: F::Body::default(), is_document: true };
        event.write_members(&mut writer)?;
        let Writer { mut event, body, is_document } = writer;
        if T::HAS_BODY || is_document {
            event.payload = F::finish(body, T::NAME)?;
            event.content_type = Some(F::CONTENT_TYPE);
        }
        Ok(event)
    }
}

/// Receives an event's members.
struct Writer<F: EventFormat> {
    event: EventBody,
    body: F::Body,
    /// Whether no member has a place of its own.
    is_document: bool,
}

impl<F: EventFormat> MemberWriter for Writer<F> {
    type Error = BoxError;

    fn member<T, C: Codec<T>>(&mut self, member: &Member, value: Option<&T>, codec: C) -> Result<(), BoxError> {
        value.map_or(Ok(()), |value| F::member(&mut self.body, member, value, codec))
    }

    fn bound<T, C: TextCodec<T>>(
        &mut self,
        _: Location,
        member: &Member,
        value: Option<&T>,
        codec: C,
    ) -> Result<(), BoxError> {
        self.member(member, value, codec)
    }

    fn spread<T, C: EntryCodec<T>>(
        &mut self,
        _: Location,
        member: &Member,
        value: Option<&T>,
        codec: C,
    ) -> Result<(), BoxError> {
        self.member(member, value, codec)
    }

    fn event_header<T: HeaderForm, C: Codec<T>>(
        &mut self,
        member: &Member,
        value: Option<&T>,
        _: C,
    ) -> Result<(), BoxError> {
        self.is_document = false;
        self.event.headers.extend(value.map(|value| Header::new(member.name, value.to_header())));
        Ok(())
    }

    fn event_payload<T, C: PayloadCodec<T>>(
        &mut self,
        _: &Member,
        value: Option<&T>,
        codec: C,
    ) -> Result<(), BoxError> {
        self.is_document = false;
        if let Some(value) = value {
            self.event.payload = codec.encode(value)?;
            self.event.content_type = Some(codec.content_type());
        }
        Ok(())
    }
}

/// A message as an event's members are read from it.
#[derive(Debug)]
pub struct EventParts<'a> {
    headers: &'a [Header],
    payload: &'a [u8],
}

impl<'a> EventParts<'a> {
    /// The headers and the payload of a message.
    pub fn new(headers: &'a [Header], payload: &'a [u8]) -> Self {
        Self { headers, payload }
    }

    /// Reads an event.
    ///
    /// # Errors
    /// The message is not what the model says.
    pub fn read<F: EventFormat, T: Built + Members>(&self) -> Result<T, BoxError> {
        let mut builder = if T::HAS_BODY { F::read::<T::Builder>(self.payload)? } else { T::Builder::default() };
        builder.read_event(self)?;
        Ok(builder.corrected())
    }

    /// Reads a header.
    ///
    /// # Errors
    /// It is of another type.
    pub fn header<T: HeaderForm>(&self, slot: &mut Option<T>, name: &str) -> Result<(), BoxError> {
        if let Some(header) = self.headers.iter().find(|header| header.name().as_str() == name) {
            let value = T::from_header(header.value());
            *slot = Some(value.ok_or_else(|| format!("the event's header {name} is not {}", T::KIND))?);
        }
        Ok(())
    }

    /// Reads the payload as one member. One without bytes is a value only where that is one, as for text.
    ///
    /// # Errors
    /// It is not what the model says.
    pub fn payload<T, C: PayloadCodec<T>>(&self, slot: &mut Option<T>, codec: C) -> Result<(), BoxError> {
        match codec.decode(self.payload) {
            Ok(value) => *slot = Some(value),
            Err(_) if self.payload.is_empty() => {}
            Err(error) => return Err(error),
        }
        Ok(())
    }
}

/// A stream of events. To serde it is the list of them, which can be read, as an input from a file can; what is a stream can't be
/// listed, and is left out.
#[derive(Clone, Copy, Debug)]
pub struct EventCodec;

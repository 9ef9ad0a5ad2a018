//! Outputs and errors as the answers that they stand for.

#[cfg(feature = "cbor")]
use crate::codec::cbor;
#[cfg(feature = "xml")]
use crate::codec::xml::{Node, NodeMembers, XmlError};
use crate::codec::{
    As, Codec, EntryCodec, Location, Member, MemberWriter, Members, PayloadCodec, SMITHY_PROTOCOL, Streamed, TextCodec,
};
use crate::config::http::HttpResponse;
use crate::error::BoxError;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use serde_json::Value;
use serde_json::value::{RawValue, to_raw_value};
use std::collections::BTreeMap;

/// An answer's parts, as a structure's members make them.
#[derive(Debug)]
pub(crate) struct Parts {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    /// The members of a JSON body, as they are written: a `Value` has no room for every digit of a number.
    members: BTreeMap<String, Box<RawValue>>,
    /// The body that a single member makes.
    payload: Option<Vec<u8>>,
    /// Whether there is a body of members, of which there may be none.
    has_body: bool,
    /// The members of an XML body, or why there can't be one.
    #[cfg(feature = "xml")]
    nodes: Result<NodeMembers, XmlError>,
    /// The members of a CBOR body, or why there can't be one.
    #[cfg(feature = "cbor")]
    entries: Result<cbor::Body, cbor::CborError>,
}

impl Parts {
    /// Nothing but a status.
    pub(crate) fn new(status: u16) -> Self {
        Self {
            status,
            headers: HeaderMap::new(),
            members: BTreeMap::new(),
            payload: None,
            has_body: false,
            #[cfg(feature = "xml")]
            nodes: Ok(NodeMembers::default()),
            #[cfg(feature = "cbor")]
            entries: Ok(cbor::Body::default()),
        }
    }

    /// What a structure's members make.
    pub(crate) fn of<T: Members>(value: &T, status: u16) -> Result<Self, BoxError> {
        let mut parts = Self { has_body: T::HAS_BODY, ..Self::new(status) };
        value.write_members(&mut parts)?;
        Ok(parts)
    }

    /// Adds a header, of whatever name and value.
    pub(crate) fn header(&mut self, name: &str, value: &str) -> Result<(), BoxError> {
        let value = HeaderValue::from_str(value).map_err(|_| format!("the header {name} can't hold {value:?}"))?;
        self.headers.try_append(HeaderName::from_bytes(name.as_bytes())?, value)?;
        Ok(())
    }

    /// The message that an error has beside its members, unless one of these is it.
    pub(crate) fn message(&mut self, message: &str) -> Result<(), BoxError> {
        let told = ["message", "Message"].iter().any(|name| self.members.contains_key(*name));
        if !told {
            self.text("message", message)?;
            #[cfg(feature = "xml")]
            self.said("Message", message);
        }
        Ok(())
    }

    /// Adds a text to the members of a body that is an object.
    pub(crate) fn text(&mut self, name: &str, text: &str) -> Result<(), BoxError> {
        self.members.insert(name.to_owned(), to_raw_value(text)?);
        #[cfg(feature = "cbor")]
        self.entry(|entries| entries.add(name, text));
        Ok(())
    }

    /// Makes an answer of it in this protocol of Smithy RPC v2.
    pub(crate) fn into_rpc(mut self, protocol: &'static str) -> Result<Self, BoxError> {
        self.header(SMITHY_PROTOCOL, protocol)?;
        #[cfg(feature = "cbor")]
        if protocol == "rpc-v2-cbor" && (self.has_body || !self.members.is_empty()) {
            let entries = std::mem::replace(&mut self.entries, Ok(cbor::Body::default()))?;
            self.payload = Some(entries.into_bytes());
            (self.has_body, self.members) = (false, BTreeMap::new());
            self.headers.try_insert(CONTENT_TYPE, HeaderValue::from_static("application/cbor"))?;
        }
        Ok(self)
    }

    /// Adds to the members of an XML body, which there is then in any case.
    #[cfg(feature = "xml")]
    pub(crate) fn said(&mut self, name: &'static str, text: &str) {
        self.has_body = true;
        self.node(|nodes| {
            nodes.add(name, Node::text(text));
            Ok(())
        });
    }

    /// Makes XML of the members, within elements of these names, the innermost first.
    #[cfg(feature = "xml")]
    pub(crate) fn into_xml(mut self, around: &[&'static str]) -> Result<Self, BoxError> {
        if self.payload.is_some() || !self.has_body && self.members.is_empty() {
            return Ok(self);
        }
        let members = std::mem::replace(&mut self.nodes, Ok(NodeMembers::default()))?;
        let body = around.iter().fold(members, |members, name| {
            let mut outer = NodeMembers::default();
            outer.add(name, members.into_node());
            outer
        });
        self.payload = Some(body.render_first()?.into_bytes());
        (self.has_body, self.members) = (false, BTreeMap::new());
        self.headers.try_entry(CONTENT_TYPE)?.or_try_insert(HeaderValue::from_static("application/xml"))?;
        Ok(self)
    }

    /// Takes out what the body would be.
    #[cfg(feature = "event-stream")]
    pub(crate) fn take_body(&mut self) -> Result<Vec<u8>, BoxError> {
        self.has_body = false;
        let members = std::mem::take(&mut self.members);
        Ok(match self.payload.take() {
            Some(payload) => payload,
            None => serde_json::to_vec(&members)?,
        })
    }

    /// The answer. A `stream` is its body.
    pub(crate) fn answer(self, stream: Option<SdkBody>) -> Result<HttpResponse, BoxError> {
        let is_json = self.has_body || !self.members.is_empty();
        let body = match (stream, self.payload) {
            (Some(stream), _) => stream,
            (None, Some(payload)) => SdkBody::from(payload),
            (None, None) if is_json => SdkBody::from(serde_json::to_vec(&self.members)?),
            (None, None) => SdkBody::empty(),
        };
        let mut response = http::Response::new(body);
        *response.status_mut() = StatusCode::from_u16(self.status)?;
        *response.headers_mut() = self.headers;
        if is_json {
            let json = HeaderValue::from_static("application/json");
            response.headers_mut().try_entry(CONTENT_TYPE)?.or_try_insert(json)?;
        }
        Ok(HttpResponse::try_from(response)?)
    }
}

#[cfg(feature = "cbor")]
impl Parts {
    /// Adds to the members of a CBOR body, unless there can't be one.
    fn entry(&mut self, add: impl FnOnce(&mut cbor::Body) -> Result<(), cbor::CborError>) {
        if let Ok(entries) = &mut self.entries
            && let Err(error) = add(entries)
        {
            self.entries = Err(error);
        }
    }
}

#[cfg(feature = "xml")]
impl Parts {
    /// Adds to the members of an XML body, unless there can't be one.
    fn node(&mut self, add: impl FnOnce(&mut NodeMembers) -> Result<(), XmlError>) {
        if let Ok(nodes) = &mut self.nodes
            && let Err(error) = add(nodes)
        {
            self.nodes = Err(error);
        }
    }
}

impl MemberWriter for Parts {
    type Error = BoxError;

    fn member<T, C: Codec<T>>(&mut self, member: &Member, value: Option<&T>, codec: C) -> Result<(), BoxError> {
        if let Some(value) = value {
            self.members.insert(member.name.to_owned(), to_raw_value(&As(value, codec))?);
            #[cfg(feature = "xml")]
            self.node(|nodes| nodes.set(member, value, codec));
            #[cfg(feature = "cbor")]
            self.entry(|entries| entries.set(member, value, codec));
        }
        Ok(())
    }

    #[cfg(feature = "xml")]
    fn attribute<T, C: TextCodec<T>>(&mut self, member: &Member, value: Option<&T>, codec: C) -> Result<(), BoxError> {
        if let Some(value) = value {
            self.members.insert(member.name.to_owned(), to_raw_value(&As(value, codec))?);
            self.node(|nodes| {
                nodes.set_attribute(member, value, codec);
                Ok(())
            });
        }
        Ok(())
    }

    #[cfg(feature = "simple-rest-json")]
    fn rest<T, C: Codec<T>>(&mut self, _: &Member, value: Option<&T>, codec: C) -> Result<(), BoxError> {
        if let Some(value) = value {
            let members: BTreeMap<String, Box<RawValue>> =
                serde_json::from_str(to_raw_value(&As(value, codec))?.get())?;
            self.members.extend(members);
        }
        Ok(())
    }

    fn bound<T, C: TextCodec<T>>(
        &mut self,
        location: Location,
        member: &Member,
        value: Option<&T>,
        codec: C,
    ) -> Result<(), BoxError> {
        // Answers have neither labels nor a query.
        let (Some(value), Location::Header) = (value, location) else {
            return Ok(());
        };
        let mut texts = Vec::new();
        codec.texts(value, &mut |text| texts.push(if C::LIST { codec.quote(text) } else { text }.into_owned()));
        self.header(member.key, &texts.join(", "))
    }

    fn spread<T, C: EntryCodec<T>>(
        &mut self,
        _: Location,
        member: &Member,
        value: Option<&T>,
        codec: C,
    ) -> Result<(), BoxError> {
        let mut entries = Vec::new();
        if let Some(value) = value {
            codec.entries(value, &mut |key, text| entries.push((format!("{}{key}", member.key), text.into_owned())));
        }
        entries.iter().try_for_each(|(name, text)| self.header(name, text))
    }

    fn payload<T, C: PayloadCodec<T>>(&mut self, _: &Member, value: Option<&T>, codec: C) -> Result<(), BoxError> {
        if let Some(value) = value {
            self.payload = Some(codec.encode(value)?);
            self.headers.try_entry(CONTENT_TYPE)?.or_try_insert(HeaderValue::from_static(codec.content_type()))?;
        }
        Ok(())
    }

    fn stream(&mut self, _: &Member, _: Option<&ByteStream>, codec: Streamed) -> Result<(), BoxError> {
        // The stream itself is taken from the output later: it can't be copied.
        self.headers.try_entry(CONTENT_TYPE)?.or_try_insert(HeaderValue::from_static(codec.0))?;
        Ok(())
    }

    fn status<T, C: Codec<T>>(&mut self, _: &Member, value: Option<&T>, codec: C) -> Result<(), BoxError> {
        let status = value.map(|value| serde_json::to_value(As(value, codec))).transpose()?;
        if let Some(status) = status.as_ref().and_then(Value::as_u64) {
            self.status = u16::try_from(status)?;
        }
        Ok(())
    }
}

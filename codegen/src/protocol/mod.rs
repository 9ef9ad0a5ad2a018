//! What differs between protocols, behind one narrow interface.
//!
//! Lowering asks a [`Protocol`], and never matches on a protocol's name; what comes after it knows of none. Each protocol is
//! one table in a file of its own.

mod aws_json;
mod aws_query;
mod ec2_query;
mod rest_json1;
mod rest_xml;

use crate::ast::Traits;
use crate::ir::{Codec, Dialect, EventFormat};

/// What the generator has to know about a protocol.
#[derive(Debug, PartialEq)]
pub(crate) struct Protocol {
    /// The trait by which a service says that it speaks the protocol.
    pub trait_id: &'static str,
    /// The media type of a request's body.
    pub content_type: &'static str,
    /// How a timestamp looks in the body unless the model says otherwise.
    pub body_timestamp: Codec,
    /// How operations are told apart.
    pub dispatch: Dispatch,
    /// What bodies are.
    pub body: Body,
    /// Whether `jsonName` renames members of the body.
    pub honours_json_name: bool,
}

/// How a protocol tells operations apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dispatch {
    /// By method and URI; members can be bound to places beyond the body.
    Http,
    /// By the header `X-Amz-Target`; everything is in the body of a `POST` to `/`.
    Target,
    /// By the action that a form asks for; everything is in the body of a `POST` to `/`.
    Action,
}

/// What the bodies of a protocol are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Body {
    /// JSON, both ways.
    Json,
    /// XML, both ways.
    Xml,
    /// Forms, answered by XML.
    Form(Dialect),
}

impl Body {
    /// The format of events' payloads, if the protocol has streams of events.
    pub(crate) fn events(self) -> Option<EventFormat> {
        match self {
            Self::Json => Some(EventFormat::Json),
            Self::Xml => Some(EventFormat::Xml),
            Self::Form(_) => None,
        }
    }

    /// Whether Smithy's traits for XML say how members look. Forms go by them, too.
    pub(crate) fn honours_xml_traits(self) -> bool {
        self != Self::Json
    }
}

/// Every protocol that the generator speaks, the preferred first: JSON before XML, which takes a feature of the runtime, and
/// what binds members to HTTP before what doesn't. Services that have forms and something else are on their way to the latter.
pub(crate) static ALL: &[&Protocol] = &[
    &rest_json1::PROTOCOL,
    &aws_json::PROTOCOL_1_0,
    &aws_json::PROTOCOL_1_1,
    &rest_xml::PROTOCOL,
    &aws_query::PROTOCOL,
    &ec2_query::PROTOCOL,
];

/// The protocol that a service with these traits speaks; of several, the preferred.
pub(crate) fn of(traits: &Traits) -> Option<&'static Protocol> {
    ALL.iter().copied().find(|protocol| traits.has(protocol.trait_id))
}

/// Protocols that the generator doesn't speak, beyond those that a model defines itself.
const OTHERS: &[&str] =
    &["alloy#simpleRestJson", "alloy.proto#grpc", "smithy.protocols#rpcv2Cbor", "smithy.protocols#rpcv2Json"];

/// Whether a trait of a service says that it speaks a protocol. `defined` says whether the model defines the trait so.
pub(crate) fn is_protocol(id: &str, defined: impl Fn(&str) -> bool) -> bool {
    OTHERS.contains(&id) || ALL.iter().any(|protocol| protocol.trait_id == id) || defined(id)
}

//! What differs between protocols, behind one narrow interface.
//!
//! Lowering asks a [`Protocol`], and never matches on a protocol's name; what comes after it knows of none. Each protocol is
//! one table in a file of its own.

mod aws_json;
mod aws_query;
mod ec2_query;
mod rest_json1;
mod rest_xml;
mod rpc_v2;
mod simple_rest_json;

use crate::ast::Traits;
use crate::ir::{Codec, Dialect, EventFormat};
use crate::traits::{self, Support, alloy};

/// What the generator has to know about a protocol.
#[derive(Debug, PartialEq)]
pub(crate) struct Protocol {
    /// The trait by which a service says that it speaks the protocol.
    pub trait_id: &'static str,
    /// The media type of a request's body.
    pub content_type: &'static str,
    /// How a timestamp looks in the body unless the model says otherwise.
    pub body_timestamp: Codec,
    /// Whether `timestampFormat` says otherwise.
    pub honours_timestamp_format: bool,
    /// How operations are told apart.
    pub dispatch: Dispatch,
    /// What bodies are.
    pub body: Body,
    /// How a number of any size looks in the body.
    pub big: Codec,
    /// The types that its bodies have no form for, or none that is supported.
    pub without: &'static [&'static str],
    /// Whether `jsonName` renames members of the body.
    pub honours_json_name: bool,
    /// Headers that every request has.
    pub headers: &'static [(&'static str, &'static str)],
    /// How answers tell errors apart.
    pub errors: Errors,
    /// Whether a member that is the whole body is JSON whatever it holds, a string and a blob, too.
    pub json_payloads: bool,
    /// Whether a list in a query may have gaps.
    pub sparse_queries: bool,
    /// Whether alloy's traits say how members look.
    pub honours_alloy: bool,
    /// Whether a stream of bytes that is an input's or output's only member is the body, though nothing binds it to one.
    pub lone_streams: bool,
}

/// How a protocol tells operations apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dispatch {
    /// By method and URI; members can be bound to places beyond the body.
    Http,
    /// By the header `X-Amz-Target`; everything is in the body of a `POST` to `/`.
    Target,
    /// By a path of the service's and the operation's names; everything is in the body of a `POST`, which an operation that
    /// takes nothing doesn't have.
    Route,
    /// By the action that a form asks for; everything is in the body of a `POST` to `/`.
    Action,
}

/// How the answers of a protocol tell errors apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Errors {
    /// They say a code, in one of the ways that AWS's protocols have.
    Said,
    /// By the header `X-Error-Type`; without it, by the status.
    ByHeaderOrStatus,
}

/// What the bodies of a protocol are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Body {
    /// JSON, both ways.
    Json,
    /// CBOR, both ways.
    Cbor,
    /// XML, both ways.
    Xml,
    /// Forms, answered by XML.
    Form(Dialect),
}

impl Body {
    /// Whether Smithy's traits for XML say how members look. Forms go by them, too.
    pub(crate) fn honours_xml_traits(self) -> bool {
        matches!(self, Self::Xml | Self::Form(_))
    }
}

/// Every protocol that the generator speaks, the preferred first: JSON before CBOR and XML, which take a feature of the runtime
/// each, and of those CBOR; of one format, what binds members to HTTP before what doesn't, and what is older. Services that
/// have forms and something else are on their way to the latter.
pub(crate) static ALL: &[&Protocol] = &[
    &rest_json1::PROTOCOL,
    &simple_rest_json::PROTOCOL,
    &aws_json::PROTOCOL_1_0,
    &aws_json::PROTOCOL_1_1,
    &rpc_v2::JSON,
    &rpc_v2::CBOR,
    &rest_xml::PROTOCOL,
    &aws_query::PROTOCOL,
    &ec2_query::PROTOCOL,
];

impl Protocol {
    /// The format of events' payloads, if streams of events are supported in the protocol. Where every body is one value in JSON,
    /// there is no place for a stream.
    pub(crate) fn events(&self) -> Option<EventFormat> {
        match self.body {
            _ if self.json_payloads => None,
            Body::Json => Some(EventFormat::Json),
            Body::Cbor => Some(EventFormat::Cbor),
            Body::Xml => Some(EventFormat::Xml),
            Body::Form(_) => None,
        }
    }

    /// What of a list or map in its bodies has no form there: items that are none, or that it is the whole body.
    pub(crate) fn unfit_list(&self, is_sparse: bool, is_whole: bool) -> Option<&'static str> {
        match self.body.honours_xml_traits() {
            true if is_sparse => Some("a list or map that may hold nothing in an item's place"),
            true if is_whole => Some("a list or map that is the whole body"),
            _ => None,
        }
    }

    /// What we do about the trait `id` in a service that speaks it.
    pub(crate) fn support(&self, id: &str) -> Support {
        match alloy::support(id) {
            Some(support) if self.honours_alloy => support,
            _ => traits::support(id),
        }
    }

    /// Its name: that of its trait, without the namespace.
    pub(crate) fn name(&self) -> &'static str {
        self.trait_id.rsplit_once('#').map_or(self.trait_id, |(_, name)| name)
    }

    /// Whether it is called so, with its namespace or without.
    fn is_called(&self, name: &str) -> bool {
        [self.trait_id, self.name()].contains(&name)
    }
}

/// The protocols that a service with these traits speaks, and the generator as well, the preferred first.
pub(crate) fn spoken(traits: &Traits) -> impl Iterator<Item = &'static Protocol> {
    ALL.iter().copied().filter(|protocol| traits.has(protocol.trait_id))
}

/// The one that is asked for by its name, if the service speaks it; the preferred, if none is.
pub(crate) fn of(traits: &Traits, asked: Option<&str>) -> Option<&'static Protocol> {
    spoken(traits).find(|protocol| asked.is_none_or(|name| protocol.is_called(name)))
}

/// What is wrong with asking for this protocol of a service that speaks others, and what to do.
pub(crate) fn refusal(traits: &Traits, asked: &str) -> Option<(String, String)> {
    let names: Vec<_> = spoken(traits).map(|protocol| format!("`{}`", protocol.name())).collect();
    let is_spoken = of(traits, Some(asked)).is_some();
    let problem = || format!("doesn't speak the protocol `{asked}`, which is asked for");
    (!is_spoken && !names.is_empty()).then(|| (problem(), format!("ask for one that it speaks: {}", names.join(", "))))
}

/// Protocols that the generator doesn't speak, beyond those that a model defines itself.
const OTHERS: &[&str] = &["alloy.proto#grpc"];

/// Whether a trait of a service says that it speaks a protocol. `defined` says whether the model defines the trait so.
pub(crate) fn is_protocol(id: &str, defined: impl Fn(&str) -> bool) -> bool {
    OTHERS.contains(&id) || ALL.iter().any(|protocol| protocol.trait_id == id) || defined(id)
}

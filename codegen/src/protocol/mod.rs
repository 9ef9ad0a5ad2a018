//! What differs between protocols, behind one narrow interface.
//!
//! Lowering asks a [`Protocol`], and never matches on a protocol's name; what comes after it knows of none. Each protocol is
//! one table in a file of its own.

mod aws_json;
mod rest_json1;

use crate::ast::Traits;
use crate::ir::Codec;

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
}

/// Every protocol that the generator speaks, the preferred first.
pub(crate) static ALL: &[&Protocol] = &[&rest_json1::PROTOCOL, &aws_json::PROTOCOL_1_0, &aws_json::PROTOCOL_1_1];

/// The protocol that a service with these traits speaks; of several, the preferred.
pub(crate) fn of(traits: &Traits) -> Option<&'static Protocol> {
    ALL.iter().copied().find(|protocol| traits.has(protocol.trait_id))
}

/// Protocols that the generator doesn't speak, beyond those that a model defines itself.
const OTHERS: &[&str] = &[
    "alloy#simpleRestJson",
    "alloy.proto#grpc",
    "aws.protocols#awsQuery",
    "aws.protocols#ec2Query",
    "aws.protocols#restXml",
    "smithy.protocols#rpcv2Cbor",
    "smithy.protocols#rpcv2Json",
];

/// Whether a trait of a service says that it speaks a protocol. `defined` says whether the model defines the trait so.
pub(crate) fn is_protocol(id: &str, defined: impl Fn(&str) -> bool) -> bool {
    OTHERS.contains(&id) || ALL.iter().any(|protocol| protocol.trait_id == id) || defined(id)
}

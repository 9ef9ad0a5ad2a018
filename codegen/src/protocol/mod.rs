//! What differs between protocols, behind one narrow interface.
//!
//! The rest of the generator asks a [`Protocol`]; it never matches on a protocol's name.

mod rest_json1;

use crate::ir::Codec;

/// A protocol that the generator speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    /// `aws.protocols#restJson1`.
    RestJson1,
}

impl Protocol {
    /// Every protocol, the preferred first.
    pub const ALL: &'static [Protocol] = &[Protocol::RestJson1];

    /// The trait by which a service says that it speaks the protocol.
    pub fn trait_id(self) -> &'static str {
        match self {
            Protocol::RestJson1 => rest_json1::TRAIT,
        }
    }

    /// The media type of a request's body.
    pub fn content_type(self) -> &'static str {
        match self {
            Protocol::RestJson1 => rest_json1::CONTENT_TYPE,
        }
    }

    /// How a timestamp looks in the body unless the model says otherwise.
    pub fn body_timestamp(self) -> Codec {
        match self {
            Protocol::RestJson1 => rest_json1::BODY_TIMESTAMP,
        }
    }

    /// Whether members can be bound to other places than the body.
    pub fn has_http_bindings(self) -> bool {
        match self {
            Protocol::RestJson1 => true,
        }
    }

    /// Whether `jsonName` renames members of the body.
    pub fn honours_json_name(self) -> bool {
        match self {
            Protocol::RestJson1 => true,
        }
    }
}

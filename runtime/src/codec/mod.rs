//! Members to their form on the wire and back: JSON bodies, and texts in paths, queries and headers.
//!
//! A structure lists its members once (the [`structure!`](crate::structure) macro writes that list), and everything
//! that needs them walks the list: [`MemberWriter`] on the way out (HTTP requests, serde, constraint checks),
//! [`MemberReader`] on the way in. How one value looks on the wire is its [`Codec`]'s business. Codecs are values, so that a
//! member's row can say `List(EpochSeconds)` and mean it.
//!
//! | files | hold |
//! |---|---|
//! | `member`, `write`, `listing`, `read`, `unread`, `response` | what is fixed about a member; a structure's members, written and read |
//! | `plain`, `nested`, `list`, `map`, `sparse`, `nullable`, `union` | codecs by shape |
//! | `ordered` | maps and documents whose keys stay in their order |
//! | `big`, `blob`, `document`, `float`, `time`, `whole` | codecs of simple values |
//! | `number` | numbers of which serde_json keeps every digit |
//! | `header`, `payload`, `stream`, `resource`, `lenient`, `event` | what stands outside a JSON body; events of a stream |
//! | `constraint`, `check`, `violation` | the model's constraints, checked on request |
//! | `json_body`, `alloy` | alloy's simpleRestJson: a whole body that is JSON whatever it holds; what its traits make of members |
//! | `xml`, `tree` | XML and forms: what is written and read by way of a tree |
//! | `cbor`, `tag` | CBOR, a serde format as JSON is; what it marks as what it is |
//! | `given`, `reading`, `zero` | inputs in any serde format; bounds of memory; values for what an answer lacks |
//! | `set` | what setters do |

#[cfg(feature = "simple-rest-json")]
pub(crate) mod alloy;
mod big;
mod big_number;
mod blob;
#[cfg(feature = "cbor")]
pub mod cbor;
mod check;
mod constraint;
mod document;
#[cfg(feature = "event-stream")]
mod event;
mod float;
mod given;
mod header;
#[cfg(feature = "simple-rest-json")]
mod json_body;
mod lenient;
mod list;
mod listing;
mod map;
mod member;
mod nested;
mod nullable;
mod number;
#[cfg(feature = "key-order")]
mod ordered;
mod payload;
mod plain;
mod read;
mod reading;
#[cfg(feature = "xml")]
mod resource;
mod response;
mod set;
mod sparse;
mod stream;
mod string_enum;
mod tag;
mod time;
mod tree;
mod union;
mod unread;
mod violation;
mod whole;
mod write;
#[cfg(feature = "xml")]
pub mod xml;
mod zero;

#[cfg(feature = "simple-rest-json")]
pub use alloy::{Form, Keys, OrNull, Rest};
pub use big::{Big, big_decimal_default, big_integer_default};
pub use big_number::BigNumber;
pub use blob::{Base64, MediaText, blob_default};
#[cfg(all(feature = "event-stream", feature = "cbor"))]
pub use cbor::Cbor;
pub use check::Check;
pub use constraint::{Enum, Length, Measure, OneOf, Pattern, Range};
pub use document::{Json, document_default};
#[cfg(all(feature = "event-stream", feature = "cbor"))]
pub use event::{CborBody, CborEvents};
#[cfg(feature = "event-stream")]
pub use event::{EventBody, EventCodec, EventFormat, EventParts, HeaderForm, JsonEvents};
#[cfg(all(feature = "event-stream", feature = "xml"))]
pub use event::{XmlBody, XmlEvents};
pub use float::Float;
#[cfg(feature = "simple-rest-json")]
pub use json_body::JsonBody;
pub use lenient::Lenient;
pub use list::List;
pub use listing::Listing;
pub use map::Map;
pub use member::{Location, Member};
pub use nested::Nested;
#[cfg(feature = "key-order")]
pub use ordered::{InOrder, OrderedJson, ordered_document_default};
pub use payload::{Bytes, EntryCodec, PayloadCodec, Text};
pub use plain::{AsText, Plain};
pub(crate) use read::set_text;
pub use read::{Built, MemberReader, deserialize, none_missing, parse, read_json, text};
pub(crate) use reading::within;
#[cfg(feature = "xml")]
pub use resource::WithoutKind;
pub use response::{Answered, Outside, ResponseParts};
pub(crate) use response::{OtherProtocol, SMITHY_PROTOCOL};
pub use set::{append, give, put};
pub use sparse::{Sparse, SparseMap};
pub use stream::Streamed;
pub use string_enum::StringEnum;
pub use time::{DateTimeText, EpochSeconds, HttpDate};
pub use union::{Boxed, Tagged, Union, VariantWriter, check_member, deserialize_union, serialize_union};
pub use unread::Unread;
pub use violation::{ConstraintErrors, Violation};
pub(crate) use write::{As, written};
pub use write::{MemberWriter, Members, fmt_members, serialize};
#[cfg(feature = "xml")]
pub use xml::{Entries, Flat, Items, KeyWithin, Root, Within};
pub use zero::Zero;

use header::{quote, split};
use serde::{Deserializer, Serializer};
use std::borrow::Cow;

/// What `Debug` shows in place of a sensitive value.
#[doc(hidden)]
pub const REDACTED: &str = "*** redacted ***";

/// Writes and reads one value as JSON, or as a tree for XML and forms, and checks it against its model's constraints.
pub trait Codec<T>: Copy {
    /// Whether `null` is a value, and not another word for none.
    #[cfg(feature = "simple-rest-json")]
    const TAKES_NULL: bool = false;

    /// Writes `value`.
    fn write<S: Serializer>(&self, value: &T, to: S) -> Result<S::Ok, S::Error>;

    /// Reads a value.
    fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<T, D::Error>;

    /// What `value` is in a tree: XML, or a form.
    ///
    /// # Errors
    /// Such values have no place in a tree.
    #[cfg(feature = "xml")]
    fn write_tree(&self, _value: &T) -> Result<xml::Node, xml::XmlError> {
        Err(xml::XmlError::misfit("is of a type that XML has no form for"))
    }

    /// Reads a value from XML.
    ///
    /// # Errors
    /// It is not what the model says, or such values have no place in XML.
    #[cfg(feature = "xml")]
    fn read_tree(&self, _from: xml::Found<'_>) -> Result<T, xml::XmlError> {
        Err(xml::XmlError::misfit("is of a type that XML has no form for"))
    }

    /// Reports where `value` breaks a constraint of the model.
    fn check(&self, _value: &T, _report: &mut Check) {}
}

/// Writes and reads one value as text, in a label, a query string or a header.
pub trait TextCodec<T>: Codec<T> {
    /// Whether the value is a list, whose items share one header, separated by commas.
    const LIST: bool = false;

    /// Whether a header that holds another thing is as good as none.
    const LENIENT: bool = false;

    /// Calls `each` with the value's text; with the text of each item for a list.
    fn texts(&self, value: &T, each: &mut dyn FnMut(Cow<'_, str>));

    /// As [`texts`](Self::texts), with `None` for an item that isn't there.
    #[cfg(feature = "simple-rest-json")]
    fn gapped_texts(&self, value: &T, each: &mut dyn FnMut(Option<Cow<'_, str>>)) {
        self.texts(value, &mut |text| each(Some(text)));
    }

    /// The value that a text stands for.
    fn parse(&self, text: &str) -> Option<T>;

    /// An item's text as it stands in a header's list.
    fn quote<'t>(&self, text: Cow<'t, str>) -> Cow<'t, str> {
        quote(text)
    }

    /// The items of a header's list.
    fn split(&self, text: &str) -> Vec<String> {
        split(text)
    }
}

//! Members to JSON and back.
//!
//! A structure lists its members once (the [`structure!`](crate::structure) macro writes that list), and everything
//! that needs them walks the list: [`MemberWriter`] on the way out (HTTP requests, serde, constraint checks),
//! [`MemberReader`] on the way in. How one value looks on the wire is its [`Codec`]'s business.

mod blob;
mod check;
mod codec;
mod document;
mod float;
mod header;
mod place;
mod read;
mod reading;
mod sparse;
mod stream;
mod time;
mod union;
mod whole;
mod write;
mod zero;

pub use blob::{Base64, MediaText, blob_default};
pub use check::{Check, ConstraintErrors, Enum, Known, Length, Measure, OneOf, Pattern, Range, Violation};
pub use codec::{AsText, Codec, List, Map, Nested, Plain, TextCodec};
pub use document::{Json, document_default};
pub use float::Float;
pub use place::{Bytes, EntryCodec, PayloadCodec, Text};
pub(crate) use read::set_text;
pub use read::{Built, Entry, MemberReader, deserialize, none_missing, parse, text};
pub(crate) use reading::within;
pub use sparse::{Sparse, SparseMap};
pub use stream::Streamed;
pub use time::{DateTimeText, EpochSeconds, HttpDate};
pub use union::{
    Boxed, Tagged, Union, Variant, check_member, deserialize_union, serialize_union, union_member, unit_member,
};
pub(crate) use write::{As, written};
pub use write::{Location, MemberWriter, Members, Place, serialize};
pub use zero::Zero;

/// What `Debug` shows in place of a sensitive value.
#[doc(hidden)]
pub const REDACTED: &str = "*** redacted ***";

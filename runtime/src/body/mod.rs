//! Members to JSON and back.
//!
//! A structure lists its members once (the [`structure!`](crate::structure) macro writes that list), and everything
//! that needs them walks the list: [`MemberWriter`] on the way out (HTTP requests, serde, constraint checks),
//! [`MemberReader`] on the way in. How one value looks on the wire is its [`Codec`]'s business.

mod check;
mod codec;
mod read;
mod time;
mod write;
mod zero;

pub use check::{Check, ConstraintErrors, Enum, Known, Length, Measure, OneOf, Pattern, Range, Violation};
pub use codec::{AsText, Codec, List, Map, Nested, Plain, TextCodec};
pub use read::{Built, Entry, MemberReader, deserialize, none_missing, parse, text};
pub(crate) use read::set_text;
pub use time::{DateTimeText, EpochSeconds, HttpDate};
pub use write::{Location, MemberWriter, Members, Place, serialize};
pub(crate) use write::As;
pub use zero::Zero;

//! Documents whose keys stay in their order.

use aws_smithy_types::{Document, Number};
use indexmap::IndexMap;

/// JSON of any form, whose keys stay in their order (`alloy#preserveKeyOrder`).
///
/// ```
/// use sdk_runtime::primitives::OrderedDocument;
///
/// let document: OrderedDocument = serde_json::from_str(r#"{"z":1,"a":[true,null]}"#)?;
/// assert_eq!(serde_json::to_string(&document)?, r#"{"z":1,"a":[true,null]}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub enum OrderedDocument {
    /// `null`.
    #[default]
    Null,
    /// A boolean.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A string.
    String(String),
    /// A list.
    Array(Vec<OrderedDocument>),
    /// An object, its keys in their order.
    Object(IndexMap<String, OrderedDocument>),
}

/// Keys come by name: a [`Document`] has no order of its own.
impl From<Document> for OrderedDocument {
    fn from(document: Document) -> Self {
        match document {
            Document::Null => Self::Null,
            Document::Bool(value) => Self::Bool(value),
            Document::Number(value) => Self::Number(value),
            Document::String(value) => Self::String(value),
            Document::Array(items) => Self::Array(items.into_iter().map(Self::from).collect()),
            Document::Object(members) => {
                let mut members: IndexMap<_, _> =
                    members.into_iter().map(|(name, member)| (name, Self::from(member))).collect();
                members.sort_unstable_keys();
                Self::Object(members)
            }
        }
    }
}

macro_rules! from {
    ($($ty:ty => $make:expr;)*) => {$(
        impl From<$ty> for OrderedDocument {
            fn from(value: $ty) -> Self {
                $make(value)
            }
        }
    )*};
}

from! {
    bool => Self::Bool;
    String => Self::String;
    &str => |value: &str| Self::String(value.to_owned());
    u64 => |value| Self::Number(Number::PosInt(value));
    i64 => |value| Self::Number(u64::try_from(value).map_or(Number::NegInt(value), Number::PosInt));
    i32 => |value| Self::from(i64::from(value));
    f64 => |value| Self::Number(Number::Float(value));
    Vec<OrderedDocument> => Self::Array;
    IndexMap<String, OrderedDocument> => Self::Object;
}

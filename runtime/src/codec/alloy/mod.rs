//! What [alloy's](https://github.com/disneystreaming/alloy) traits make of JSON: unions in other forms, members that nobody
//! knows, `null` that says something.
//!
//! | file | holds |
//! |---|---|
//! | `form` | how a union looks, as its declaration says it |
//! | `union` | unions of these forms, written and read |
//! | `flat` | an object's members, written among those of another |
//! | `held`, `tree` | values that are read later, or more than once |
//! | `trying` | how strictly a value is read that may be another one |
//! | `rest` | the members of an object that its structure doesn't have |
//! | `or_null` | a member that is `null`, and not absent |

mod flat;
mod form;
mod held;
mod or_null;
mod rest;
mod tree;
mod trying;
mod union;

pub use form::Form;
pub use or_null::OrNull;
pub use rest::{Keys, Rest};

pub(crate) use flat::Flat;
pub(in crate::codec) use rest::Collected;
#[cfg(feature = "key-order")]
pub(in crate::codec) use tree::Tree;
pub(in crate::codec) use trying::{complete, knows_all};
pub(in crate::codec) use union::{deserialize_union, serialize_union};

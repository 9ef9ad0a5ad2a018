//! XML: members to elements and back.
//!
//! Between a structure and the text stands a tree, so that what is generic over members only builds or takes apart values, and
//! the text is read and written by code that is compiled once. On the way out, [`Codec::write_tree`](super::Codec::write_tree)
//! makes a [`Node`], which knows lists and maps for what they are: forms are written from it, too. On the way in, the text
//! becomes elements, and [`Codec::read_tree`](super::Codec::read_tree) is given what was [`Found`] of a value.
//!
//! | file | holds |
//! |---|---|
//! | `node` | what is written, before it is text |
//! | `members` | a structure's or union's members as a node |
//! | `leaf` | values with a text |
//! | `style` | what a member's row says beyond its codec: flattened, names of items and entries, namespaces |
//! | `render` | a node as text |
//! | `element`, `parse` | what an answer's text says; bounds against hostile ones |
//! | `found` | an element, or several, as the value that a codec reads |
//! | `answer` | where in an answer the members are, and where an error |
//! | `payload` | a single member as the whole body |

mod answer;
mod element;
mod found;
mod leaf;
mod members;
mod node;
mod parse;
mod payload;
mod problem;
mod render;
mod style;
#[cfg(test)]
mod tests;

#[cfg(feature = "s3")]
pub(crate) use answer::has_root;
pub(crate) use answer::{MESSAGES, error_of, request_id};
pub use answer::{Wrapping, read_answer};
pub(crate) use element::Element;
pub use found::Found;
pub(crate) use found::read_structure;
pub(in crate::codec) use found::read_union;
pub(crate) use members::NodeMembers;
pub(in crate::codec) use members::union_node;
#[cfg(any(feature = "query", test))]
pub(crate) use node::Attribute;
pub(crate) use node::Form as NodeForm;
pub use node::{Namespace, Node};
pub(crate) use parse::parse;
pub use payload::{Root, RootElement};
pub(crate) use problem::Kind;
pub use problem::XmlError;
pub(crate) use render::render;
pub use style::{Entries, Flat, Items, KeyWithin, Within};

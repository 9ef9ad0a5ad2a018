//! What a request says, and what is wrong with it.
//!
//! In: a request as it arrived. Out: the operation that it means, and the members of its input by name, checked; or the
//! [`Problem`] for which it isn't granted.
//!
//! | file | knows |
//! |---|---|
//! | `recorded` | a request as it arrived, and what became of it |
//! | `problem` | why a request isn't granted |
//! | `route` | method, path and query, or the name in a header or form → operation and labels |
//! | `rpc` | path and headers of Smithy RPC v2; the media type of streams of events |
//! | `input` | members from path, query, headers and body |
//! | `body`, `cbor`, `form`, `xml` | bodies → JSON by names on the wire |
//! | `event` | messages of a client's stream → events |
//! | `read` | JSON by a shape: types and constraints, in requests, answers and values |
//! | `at` | where in a value one is |
//! | `text` | values as texts outside of JSON |
//! | `uri` | percent-encoding and query strings |

mod at;
mod body;
mod cbor;
pub(crate) mod event;
mod form;
pub(crate) mod input;
mod problem;
mod read;
mod recorded;
mod route;
mod rpc;
pub(crate) mod text;
mod uri;
mod xml;

pub(crate) use at::At;
pub(crate) use input::LARGEST_BODY;
pub(crate) use problem::{Problem, Reason};
pub(crate) use read::{Reader, allows};
pub use recorded::RecordedRequest;
pub(crate) use route::{Router, called, demanded};
pub(crate) use rpc::check_media;
pub(crate) use uri::{Labels, decode, encode};

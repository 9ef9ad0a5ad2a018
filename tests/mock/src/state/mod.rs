//! What a handler gets: a call with its input, and all that the service remembers.
//!
//! | file | knows |
//! |---|---|
//! | `call` | one request to one operation |
//! | `events` | what plays a stream of events |
//! | `store` | records by path, IDs and time, which are counted |
//! | `page` | sorting and paging of lists; tokens that hold for one list |

mod call;
mod events;
mod page;
mod store;

pub(crate) use call::{Call, Handler};
pub use events::Heard;
pub(crate) use events::{Play, Player};
pub(crate) use page::{List, sign};
pub(crate) use store::{Record, Store, Tables};

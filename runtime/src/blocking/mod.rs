//! Calls that return when they are answered, for programs without async.
//!
//! In: what the async client would be awaited for. Out: its result, with the thread held until then. A generated crate's
//! `blocking::Client` is made of this.
//!
//! A future is polled by the thread that calls. What goes on between calls and beside them, connections and timers, is driven by
//! one tokio runtime on a thread of its own, which the first call starts and which lasts as long as the process: so connections
//! stay alive between calls, a server's end of one is noticed, and any number of threads may call at once.

mod customize;
mod handle;
mod paginate;
mod reader;
mod runtime;

pub use customize::CustomizableOperation;
pub use handle::Handle;
#[doc(hidden)]
pub use handle::{call, wait};
pub use paginate::{Iter, Paginator, PaginatorItems};
pub use reader::Reader;
pub use runtime::{BlockingError, block_on};

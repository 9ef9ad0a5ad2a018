//! The one send path.
//!
//! In: an operation's input. Out: its output, or an [`SdkError`](crate::error::SdkError). What happens to a call, in its
//! order:
//!
//! ```text
//!  1. handle       Handle::send, generic and thin                  input → Request (operation, request)
//!  2. dispatch     from here on compiled once                      the operation's deadline begins
//!  3. endpoint     rules, a resolver, the input, discovery         → URL, signing scope
//!  4. payload      the body: compressed, measured, digested        → body, payload hash
//!  5. assemble     URL and headers                                 → HttpRequest
//!  6. hooks        interceptors, here and at every step below
//!  7. dispatch     attempts: rate, attempt, judgement, wait        ┐ up to max_attempts times
//!  8. attempt      back to the start; the attempt's deadline       │
//!  9. authorize    `scheme`, identity, signature or token (skew)   │
//! 10. attempt      the transport, or what stands in for it         │
//! 11. failure      an error's code and message                     ┘
//! 12. handle       the output, or the operation's error            HttpResponse → output
//! ```
//!
//! Beside the path stand `inner` (what a client consists of), `components` (the same as other crates want it), `bag` (what
//! interceptors keep), `checksums` (those that operations name), `log_in` (logins and API keys), `digest` (of a password),
//! `bare_error` (errors of Amazon S3), `customize` (settings of one call), `events` (calls with streams of events), `discovery`
//! (endpoints that have to be asked for), `presigning` and `presign` (calls that are signed and not sent), `session` (with Amazon
//! S3's directory buckets), `warm_up` (before the first call), `user_agent` and the `features` that it says, `metrics` (what calls
//! take) and `timing`.

mod assemble;
mod attempt;
mod authorize;
mod bag;
#[cfg(feature = "s3")]
mod bare_error;
#[cfg(feature = "checksums")]
mod checksums;
mod components;
mod customize;
#[cfg(feature = "digest-auth")]
mod digest;
mod discovery;
mod dispatch;
mod endpoint;
#[cfg(feature = "event-stream")]
mod events;
mod failure;
mod features;
mod handle;
mod hooks;
mod inner;
mod limits;
#[cfg(feature = "http-auth")]
mod log_in;
mod metrics;
mod offered;
mod operation;
mod payload;
#[cfg(feature = "presigning")]
mod presign;
#[cfg(feature = "presigning")]
pub mod presigning;
mod progress;
mod recursion;
mod request;
mod request_ids;
mod scheme;
#[cfg(feature = "s3")]
mod session;
mod skew;
mod timing;
mod user_agent;
mod warm_up;

#[cfg(feature = "presigning")]
pub use customize::CustomizablePresigned;
pub use customize::{BoxFuture, CustomizableOperation, CustomizableSend, SendResult};
pub use discovery::{Discover, Discovered};
#[cfg(feature = "event-stream")]
pub use events::{EventsIn, EventsOut};
pub use handle::Handle;
pub use operation::{Operation, Output, StreamIn};
pub use request::Request;
pub use request_ids::RequestIds;

pub(crate) use handle::Caller;
pub(crate) use timing::Timing;

use inner::Inner;

//! Deadlines.
//!
//! | deadline | default | from … to | error |
//! |---|---|---|---|
//! | connect | 3.1 s | opening a connection, TLS included | `DispatchFailure`, repeated |
//! | read | 30 s | sending a request to the answer's head, anew with each piece of a body of more than 64 KiB; then between pieces of the answer's | `DispatchFailure`, repeated unless it may repeat a side effect |
//! | read, of a stream of events | 5 min | the answer's head, or the event before, to the next event; anew with each event that is sent | `DispatchFailure`, final |
//! | read, of a long poll (`smithy.api#longPoll`) | 70 s, or what the model says, if that is more than 30 s | as above | as above |
//! | attempt | none | one attempt in all | `TimeoutError`, repeated likewise |
//! | operation | 120 s; none for a call that sends a stream | the call to its result: credentials, attempts, waits | `TimeoutError`, final |
//!
//! Three attempts of 30 seconds, with the waits between, end within the operation's 120 seconds. An attempt has no
//! deadline of its own, so that raising the read timeout suffices for a slow call. A read timeout that a program sets holds
//! for streams of events, too. A call that sends one and is answered at its end has only the read timeout. A long poll
//! has as much more for the whole call as the service may hold it. A transport that isn't [`ReqwestClient`](super::http::ReqwestClient)
//! takes a body in memory as one piece: raise the read timeout there, or send such a body as a stream.

pub use aws_smithy_types::timeout::{TimeoutConfig, TimeoutConfigBuilder};

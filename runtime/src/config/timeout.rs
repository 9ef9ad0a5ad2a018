//! Deadlines.
//!
//! | deadline | default | from … to | error |
//! |---|---|---|---|
//! | connect | 3.1 s | opening a connection, TLS included | `DispatchFailure`, repeated |
//! | read | 30 s | the request, body and all, to the answer's head | `DispatchFailure`, repeated unless it may repeat a side effect |
//! | grace period | 20 s | one piece of a body of more than 64 KiB, or of a stream, to the next that the service takes; one piece of an answer's body to the next | as above; of an answer that streams, reading it fails |
//! | read, of a stream of events | 5 min | the answer's head, or the event before, to the next event; anew with each event that is sent | `DispatchFailure`, final |
//! | read, of a long poll (`smithy.api#longPoll`) | 70 s, or what the model says, if that is more than 30 s | as above | as above |
//! | attempt | none | one attempt in all | `TimeoutError`, repeated likewise |
//! | operation | 120 s; none for a call that sends a stream | the call to its result: credentials, attempts, waits | `TimeoutError`, final |
//!
//! The grace period is that of `stalled_stream_protection`, which can be disabled for what is sent
//! (`upload_enabled(false)`), for what arrives (`download_enabled(false)`), or for both. It is over when not a byte has gone or come
//! for that long. The time in which a program gives no piece of its own stream, or doesn't ask for the next of an answer's, doesn't
//! count. A read timeout that the program sets holds for bodies, too:
//!
//! | `stalled_stream_protection` | `read_timeout` unset | set | disabled |
//! |---|---|---|---|
//! | unset, or as it is by default | 20 s | the read timeout | never |
//! | with a grace period other than 20 s | the grace period | whichever is shorter | the grace period |
//! | disabled | never | the read timeout | never |
//!
//! Three attempts of 30 seconds, with the waits between, end within the operation's 120 seconds. An attempt has no
//! deadline of its own, so that raising the read timeout suffices for a slow call. A read timeout that a program sets holds
//! for streams of events, too. A call that sends one and is answered at its end has only the read timeout. A long poll
//! has as much more for the whole call as the service may hold it. A transport that isn't one of this crate's
//! takes a body in memory as one piece: raise the read timeout there, or send such a body as a stream.

pub use aws_smithy_types::timeout::{TimeoutConfig, TimeoutConfigBuilder};

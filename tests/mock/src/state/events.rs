//! What plays a stream of events.

use serde_json::Value;
use std::fmt;
use std::sync::Arc;

/// What happens in a call with streams of events. [`Builder::on_events`](crate::Builder::on_events) says what a handler makes of it.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Heard<'e> {
    /// The call begins.
    Begin,
    /// The client sent an event, or one of the union's errors: an object whose one member has the union's name for it.
    Event(&'e Value),
    /// The client has no more to send; or had nothing to send from the beginning.
    End,
}

/// What a service makes of what is heard: events to play.
pub(crate) type Play = Box<dyn FnMut(Heard<'_>) -> Vec<Value> + Send>;

/// Makes what plays a call, of the call's input.
#[derive(Clone)]
pub(crate) struct Player(pub(crate) Arc<dyn Fn(&Value) -> Play + Send + Sync>);

impl fmt::Debug for Player {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Player").finish_non_exhaustive()
    }
}

//! A call, as rules and tests see it.

use crate::client::Operation;
use crate::codec::{Built, MemberReader, parse};
use crate::config::stand_in::InputCopy;
use std::any::TypeId;
use std::time::Duration;

/// A fluent builder, which names its operation's input: what [`mock!`](crate::mock) is told an operation by.
pub trait FluentBuilder {
    /// The operation's input.
    type Input: Operation + Built;
}

/// One call: a copy of its input, and how long the client waits for an answer.
#[derive(Debug)]
pub(super) struct Call {
    pub(super) copy: InputCopy,
    pub(super) patience: Duration,
    /// The stream of events that it sends.
    #[cfg(feature = "event-stream")]
    pub(super) said: super::events::Said,
}

impl Call {
    pub(super) fn is<I: 'static>(&self) -> bool {
        self.copy.of == TypeId::of::<I>()
    }

    /// The input, if it is of this type. A stream in it has what was in memory.
    pub(super) fn input<I: Operation + Built>(&self) -> Option<I> {
        let builder = self.is::<I>().then(|| parse::<I::Builder>(&self.copy.members).ok()).flatten();
        builder.map(MemberReader::corrected)
    }
}

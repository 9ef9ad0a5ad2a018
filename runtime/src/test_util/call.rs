//! A call, as rules and tests see it.

use crate::body::{Built, MemberReader, parse, serialize};
use crate::operation::{Metadata, Operation};
use std::any::TypeId;
use std::time::Duration;

/// A fluent builder, which names its operation's input: what [`mock!`](crate::mock) is told an operation by.
pub trait FluentBuilder {
    /// The operation's input.
    type Input: Operation + Built;
}

/// One call: its operation, and a copy of its input.
#[derive(Debug)]
pub(super) struct Call {
    pub(super) metadata: &'static Metadata,
    /// The type of the input.
    input: TypeId,
    /// The input by its members' names, since not every input can be cloned: streams can't.
    members: Vec<u8>,
    /// The input as its `Debug` has it, without what is sensitive.
    pub(super) shown: String,
    /// How long the client waits for an answer.
    pub(super) patience: Duration,
}

impl Call {
    pub(super) fn of<O: Operation>(input: &O, patience: Duration) -> Self {
        let mut members = Vec::new();
        // What can't be written can't be sent either; the call itself says so.
        let _ = serialize(input, &mut serde_json::Serializer::new(&mut members));
        Self { metadata: O::METADATA, input: TypeId::of::<O>(), members, shown: format!("{input:?}"), patience }
    }

    pub(super) fn is<I: 'static>(&self) -> bool {
        self.input == TypeId::of::<I>()
    }

    /// The input, if it is of this type. A stream in it has what was in memory.
    pub(super) fn input<I: Operation + Built>(&self) -> Option<I> {
        let builder = self.is::<I>().then(|| parse::<I::Builder>(&self.members).ok()).flatten();
        builder.map(MemberReader::corrected)
    }
}

//! Waiters.

use super::path::Value;
use crate::docs::Markdown;

/// A waiter of an operation.
#[derive(Clone, Debug)]
pub(crate) struct Waiter {
    /// Its name, e.g. `TableExists`.
    pub name: String,
    /// Its module's name, and its method's after `wait_until_`, e.g. `table_exists`.
    pub method: String,
    /// Its documentation.
    pub docs: Markdown,
    /// Whether it is deprecated.
    pub deprecated: bool,
    /// How many seconds to wait between polls at least.
    pub least: u64,
    /// How many seconds to wait between polls at most.
    pub most: u64,
    /// What decides, in the order in which it is asked.
    pub acceptors: Vec<Acceptor>,
}

/// What an answer means, if it fits.
#[derive(Clone, Debug)]
pub(crate) struct Acceptor {
    /// What it means.
    pub state: State,
    /// Which answers fit.
    pub matcher: Matcher,
}

/// What a fitting answer means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// The wait is over.
    Success,
    /// The wait is in vain.
    Failure,
    /// The wait goes on.
    Retry,
}

/// Which answers an acceptor is about.
#[derive(Clone, Debug)]
pub(crate) enum Matcher {
    /// Outputs for which this is true; the text says so.
    Output(String, Value),
    /// Inputs and outputs for which this is true; the text says so.
    InputOutput(String, Value),
    /// With `true` all outputs, with `false` all errors.
    Success(bool),
    /// Errors of this code.
    Error(String),
}

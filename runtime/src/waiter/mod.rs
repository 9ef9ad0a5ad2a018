//! Waiting until a resource is in a certain state
//! (Smithy 2.0, [Waiters](https://smithy.io/2.0/additional-specs/waiters.html)).
//!
//! In: a generated declaration that implements [`Waiter`], an input, and how long to wait at most. Out: the answer of the
//! poll that decided, or a [`WaiterError`] that says why the state was not reached. Sleep, clock and randomness are the
//! client's.

mod error;
mod pace;
mod waiting;

pub use aws_smithy_runtime_api::client::waiters::FinalPoll;
pub use error::{ConstructionFailure, ExceededMaxWait, FailureState, OperationFailed, WaiterError};
pub use waiting::Waiting;

use crate::client::{Caller, Handle, Operation};
use crate::error::decode::shape;
use crate::error::{ProvideErrorMetadata, SdkError};
use pace::Pace;
use std::fmt::{self, Debug, Display, Formatter};
use std::time::Duration;

/// What an operation is polled for; generated code implements it.
pub trait Waiter: 'static {
    /// The input of the operation that is polled.
    type Input: Operation;
    /// The waiter's name as a method's name goes on: `table_exists`.
    const NAME: &'static str;
    /// How long to wait between polls: at least, and at most.
    const DELAYS: (Duration, Duration);
    /// What decides, in the order in which it is asked.
    const ACCEPTORS: &'static [Acceptor<Self::Input>];
}

/// What one poll's answer means, if it fits.
pub struct Acceptor<I: Operation> {
    state: State,
    matcher: Matcher<I>,
}

/// What a fitting answer means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Success,
    Failure,
    Retry,
}

impl<I: Operation> Acceptor<I> {
    /// An answer that fits means that the wait is over.
    pub const fn success(matcher: Matcher<I>) -> Self {
        Acceptor { state: State::Success, matcher }
    }

    /// An answer that fits means that the wait is in vain.
    pub const fn failure(matcher: Matcher<I>) -> Self {
        Acceptor { state: State::Failure, matcher }
    }

    /// An answer that fits means that the wait goes on.
    pub const fn retry(matcher: Matcher<I>) -> Self {
        Acceptor { state: State::Retry, matcher }
    }
}

/// Which answers an acceptor is about.
pub struct Matcher<I: Operation>(Test<I>);

enum Test<I: Operation> {
    Output(&'static str, fn(&I::Output) -> bool),
    InputOutput(&'static str, fn(&I, &I::Output) -> bool),
    Success(bool),
    Error(&'static str),
}

impl<I: Operation> Matcher<I> {
    /// Outputs for which `test` holds; `says` is what holds then, for messages.
    pub const fn output(says: &'static str, test: fn(&I::Output) -> bool) -> Self {
        Matcher(Test::Output(says, test))
    }

    /// Inputs and outputs for which `test` holds; `says` is what holds then, for messages.
    pub const fn input_output(says: &'static str, test: fn(&I, &I::Output) -> bool) -> Self {
        Matcher(Test::InputOutput(says, test))
    }

    /// With `true` all outputs, with `false` all errors of the service.
    pub const fn success(success: bool) -> Self {
        Matcher(Test::Success(success))
    }

    /// The service's errors that the model calls so, or that have this code.
    pub const fn error(name: &'static str) -> Self {
        Matcher(Test::Error(name))
    }

    /// Whether it is about an answer. A call that came to no answer of the service fits nothing: it says nothing about
    /// the resource.
    fn fits(&self, input: &I, answer: &Answer<I>) -> bool {
        match (&self.0, answer) {
            (Test::Output(_, test), Ok(output)) => test(output),
            (Test::InputOutput(_, test), Ok(output)) => test(input, output),
            (Test::Success(success), Ok(_)) => *success,
            (Test::Success(success), Err(SdkError::ServiceError(_))) => !success,
            (Test::Error(name), Err(SdkError::ServiceError(error))) => {
                let meta = error.err().meta();
                [shape(meta), meta.code()].contains(&Some(*name))
            }
            _ => false,
        }
    }

    /// What holds when it fits, if the answer's own text doesn't say it.
    fn says(&self) -> Option<&'static str> {
        match self.0 {
            Test::Output(says, _) | Test::InputOutput(says, _) => Some(says),
            Test::Success(_) | Test::Error(_) => None,
        }
    }
}

impl<I: Operation> Debug for Acceptor<I> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Acceptor").field(&self.state).field(&self.matcher).finish()
    }
}

impl<I: Operation> Debug for Matcher<I> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Test::Output(says, _) | Test::InputOutput(says, _) => Debug::fmt(says, f),
            Test::Success(success) => Debug::fmt(success, f),
            Test::Error(code) => Debug::fmt(code, f),
        }
    }
}

/// Whether every item is `text`, of at least one: the comparator `allStringEquals`.
pub fn all_equal(items: impl IntoIterator<Item: AsRef<str>>, text: &str) -> bool {
    let mut items = items.into_iter().peekable();
    items.peek().is_some() && items.all(|item| item.as_ref() == text)
}

type Answer<I> = Result<<I as Operation>::Output, SdkError<<I as Operation>::Error>>;

/// The answer of the poll that ended a wait.
pub type FinalPollOf<W> =
    FinalPoll<<<W as Waiter>::Input as Operation>::Output, SdkError<<<W as Waiter>::Input as Operation>::Error>>;

/// Why a wait ended without the state that was waited for.
pub type ErrorOf<W> =
    WaiterError<<<W as Waiter>::Input as Operation>::Output, <<W as Waiter>::Input as Operation>::Error>;

/// Polls with `input` until one of the waiter's acceptors ends the wait, or `max_wait` is over. The first poll is sent at
/// once.
///
/// # Errors
/// Why the state was not reached.
pub async fn wait<W: Waiter>(
    handle: &Handle,
    mut input: W::Input,
    max_wait: Duration,
) -> Result<FinalPollOf<W>, ErrorOf<W>> {
    let handle = handle.clone().called_by(Caller::Waiter);
    let mut pace = Pace::new(handle.pacing(), W::DELAYS, max_wait);
    let facts = |polls| error::Facts { waiter: W::NAME, operation: W::Input::METADATA.name, polls };
    loop {
        let answer = handle.send(&mut input).await;
        let polls = pace.polled();
        let accepted = W::ACCEPTORS.iter().find(|acceptor| acceptor.matcher.fits(&input, &answer));
        let says = accepted.and_then(|acceptor| acceptor.matcher.says());
        match (accepted.map(|acceptor| acceptor.state), answer) {
            (Some(State::Success), answer) => return Ok(FinalPoll::new(answer)),
            (Some(State::Failure), answer) => return Err(WaiterError::failure_with(facts(polls), says, answer)),
            (None, Err(error)) => return Err(WaiterError::operation_with(facts(polls), error)),
            (_, answer) => {
                if !pace.pause().await {
                    let last = last(says, &answer);
                    return Err(WaiterError::exceeded_with(facts(polls), max_wait, pace.elapsed(), last));
                }
            }
        }
    }
}

/// What a poll found, in a few words.
fn last<O, E: Display>(says: Option<&str>, answer: &Result<O, E>) -> String {
    match (says, answer) {
        (Some(says), _) => format!("found that {says}"),
        (None, Ok(_)) => "succeeded, which decides nothing".to_owned(),
        (None, Err(error)) => format!("was answered {error}"),
    }
}

#[cfg(test)]
mod tests {
    use super::all_equal;

    #[test]
    fn all_of_nothing_are_not_equal() {
        assert!(all_equal(["a", "a"], "a"));
        assert!(!all_equal(["a", "b"], "a"));
        assert!(!all_equal(Vec::<String>::new(), "a"));
    }
}

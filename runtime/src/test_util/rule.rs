//! Rules: which calls, and what they are answered with.

use super::answer::{self, Answer, AnswerError, MockResponse};
use super::call::{Call, FluentBuilder};
use super::sequence::SequenceBuilder;
use crate::client::Operation;
use crate::codec::Built;
use crate::config::http::HttpResponse;
use std::fmt::{self, Debug, Display, Formatter};
use std::marker::PhantomData;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Which of a [`Stub`](super::Stub)'s rules answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RuleMode {
    /// The first that matches and isn't used up, in the order in which they were given.
    #[default]
    MatchAny,
    /// The first that isn't used up, which has to match: calls have to come in the rules' order.
    Sequential,
}

type Condition = Box<dyn Fn(&Call) -> bool + Send + Sync>;

/// Which calls, and what they are answered with. [`mock!`](crate::mock) begins one. Clones count together.
#[derive(Clone)]
#[must_use = "a rule answers calls once a stub has it"]
pub struct Rule(Arc<Inner>);

struct Inner {
    operation: &'static str,
    conditions: Vec<Condition>,
    /// Each with how often it is given.
    answers: Vec<(Answer, usize)>,
    rest: Rest,
    used: AtomicUsize,
}

/// What becomes of a rule whose answers have all been given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rest {
    /// It is used up.
    Nothing,
    /// The last one is given again, for ever.
    Last,
    /// The same, but not where rules have to be used in their order.
    LastUnlessSequential,
}

impl Rule {
    pub(super) fn new<I: Operation + Built>(
        builder: RuleBuilder<I>,
        answers: Vec<(Answer, usize)>,
        rest: Rest,
    ) -> Self {
        let RuleBuilder { conditions, .. } = builder;
        let operation = I::METADATA.name;
        Rule(Arc::new(Inner { operation, conditions, answers, rest, used: AtomicUsize::new(0) }))
    }

    /// How many times it answered: once per attempt, so that a call that was repeated counts more than once.
    pub fn num_calls(&self) -> usize {
        self.0.used.load(Ordering::SeqCst)
    }

    /// Whether it has given every answer that it has; never, if the last one is given again and again.
    pub fn is_exhausted(&self) -> bool {
        self.is_used_up(RuleMode::MatchAny)
    }

    pub(super) fn matches(&self, call: &Call) -> bool {
        self.0.conditions.iter().all(|holds| holds(call))
    }

    /// The next answer, if there is one left.
    pub(super) fn take(&self, mode: RuleMode) -> Option<&Answer> {
        let most = self.most(mode).unwrap_or(usize::MAX);
        let next = |used: usize| (used < most).then(|| used.saturating_add(1));
        let used = self.0.used.fetch_update(Ordering::SeqCst, Ordering::SeqCst, next).ok()?;
        let mut before = 0_usize;
        let of_turn = self.0.answers.iter().find(|(_, times)| {
            before = times.saturating_add(before);
            used < before
        });
        of_turn.or(self.0.answers.last()).map(|(answer, _)| answer)
    }

    /// Whether it was used as often as it has answers of its own.
    pub(super) fn is_done(&self) -> bool {
        self.num_calls() >= self.given()
    }

    pub(super) fn is_used_up(&self, mode: RuleMode) -> bool {
        self.most(mode).is_some_and(|most| self.num_calls() >= most)
    }

    /// `GetNetwork (used 1 of 2 times)`, and why it isn't for a call of its operation.
    pub(super) fn shown(&self, mode: RuleMode, call: Option<&Call>) -> String {
        let least = if self.most(mode).is_none() { " or more" } else { "" };
        let is_for = |call: &&Call| self.0.conditions.first().is_some_and(|is_called| is_called(call));
        let refuses = !self.is_used_up(mode) && call.filter(is_for).is_some_and(|call| !self.matches(call));
        let refuses = if refuses { "; `match_requests` refuses this input" } else { "" };
        format!("{} (used {} of {}{least} times{refuses})", self.0.operation, self.num_calls(), self.given())
    }

    fn given(&self) -> usize {
        self.0.answers.iter().fold(0, |given: usize, (_, times)| given.saturating_add(*times))
    }

    fn most(&self, mode: RuleMode) -> Option<usize> {
        match self.0.rest {
            Rest::Last => None,
            Rest::LastUnlessSequential if mode == RuleMode::MatchAny => None,
            _ => Some(self.given()),
        }
    }
}

impl Display for Rule {
    /// `GetNetwork (used 1 of 2 times)`.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown(RuleMode::MatchAny, None))
    }
}

impl Debug for Rule {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "Rule({self})")
    }
}

impl From<&Rule> for Rule {
    fn from(rule: &Rule) -> Self {
        rule.clone()
    }
}

impl From<&&Rule> for Rule {
    fn from(rule: &&Rule) -> Self {
        (*rule).clone()
    }
}

/// Begins a rule for an operation, which is named by the client's method: `when(Client::get_network)`. What
/// [`mock!`](crate::mock) calls.
pub fn when<C, F: FluentBuilder>(_operation: impl FnOnce(&C) -> F) -> RuleBuilder<F::Input> {
    RuleBuilder { conditions: vec![Box::new(|call: &Call| call.is::<F::Input>())], input: PhantomData }
}

/// A rule that still lacks its answer.
#[must_use = "a rule answers once it has an answer"]
pub struct RuleBuilder<I> {
    conditions: Vec<Condition>,
    input: PhantomData<fn(I)>,
}

impl<I: Operation<Error: AnswerError> + Built> RuleBuilder<I> {
    /// Restricts it to calls whose input meets a condition; several have to be met together. A member that the SDK
    /// fills in, i.e. an idempotency token, is not set here.
    pub fn match_requests(mut self, condition: impl Fn(&I) -> bool + Send + Sync + 'static) -> Self {
        self.conditions.push(Box::new(move |call: &Call| call.input::<I>().is_some_and(|input| condition(&input))));
        self
    }

    /// Answers with an output: each time, but once only where rules have to be used in their order. The same holds for all
    /// answers that begin with `then`; a [`sequence`](Self::sequence) says how often.
    pub fn then_output(self, output: impl Fn() -> I::Output + Send + Sync + 'static) -> Rule {
        self.then(answer::output::<I>(move |_| output()))
    }

    /// Answers with an output that depends on the input, each time.
    pub fn then_compute_output(self, output: impl Fn(&I) -> I::Output + Send + Sync + 'static) -> Rule {
        self.then(answer::output::<I>(output))
    }

    /// Answers with an output, an error or a response, as the input has it, each time.
    pub fn then_compute_response(
        self,
        response: impl Fn(&I) -> MockResponse<I::Output, I::Error> + Send + Sync + 'static,
    ) -> Rule {
        self.then(answer::computed::<I>(response))
    }

    /// Answers with one of the service's errors, each time. The HTTP status is that of the model; an error that it
    /// doesn't know, made of a code and a message, has 400.
    pub fn then_error(self, error: impl Fn() -> I::Error + Send + Sync + 'static) -> Rule {
        self.then(answer::error(error))
    }

    /// Answers with a response of any kind, each time.
    pub fn then_http_response(self, response: impl Fn() -> HttpResponse + Send + Sync + 'static) -> Rule {
        self.then(answer::response(response))
    }

    /// Answers with an HTTP status and a body, each time: 503, for instance, is repeated as the client's settings say.
    pub fn then_http_status(self, status: u16, body: Option<String>) -> Rule {
        self.then(answer::status(status, body))
    }

    /// Fails as if nothing listened at the service's endpoint, each time.
    pub fn then_connection_refused(self) -> Rule {
        self.then(answer::refused())
    }

    /// Fails as if the service kept silent until the read timeout, each time. It takes no time.
    pub fn then_timeout(self) -> Rule {
        self.then(answer::timeout())
    }

    /// Answers with one thing after the other: each call gets the next, and so does each attempt of a call that is repeated.
    pub fn sequence(self) -> SequenceBuilder<I> {
        SequenceBuilder::new(self)
    }

    fn then(self, answer: Answer) -> Rule {
        Rule::new(self, vec![(answer, 1)], Rest::LastUnlessSequential)
    }
}

impl<I> Debug for RuleBuilder<I> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("RuleBuilder")
    }
}

//! Answers that follow one another.

use super::answer::{self, Answer, AnswerError, MockResponse};
use super::rule::{Rest, Rule, RuleBuilder};
use crate::client::Operation;
use crate::codec::Built;
use crate::config::http::HttpResponse;
use std::fmt::{self, Debug, Formatter};

/// A rule's answers, one after the other.
#[must_use = "a sequence becomes a rule by `build`"]
pub struct SequenceBuilder<I> {
    rule: RuleBuilder<I>,
    answers: Vec<(Answer, usize)>,
}

impl<I: Operation<Error: AnswerError> + Built> SequenceBuilder<I> {
    pub(super) fn new(rule: RuleBuilder<I>) -> Self {
        Self { rule, answers: Vec::new() }
    }

    /// Next, an output.
    pub fn output(self, output: impl Fn() -> I::Output + Send + Sync + 'static) -> Self {
        self.then(answer::output::<I>(move |_| output()))
    }

    /// Next, an output that depends on the input.
    pub fn compute_output(self, output: impl Fn(&I) -> I::Output + Send + Sync + 'static) -> Self {
        self.then(answer::output::<I>(output))
    }

    /// Next, an output, an error or a response, as the input has it.
    pub fn compute_response(
        self,
        response: impl Fn(&I) -> MockResponse<I::Output, I::Error> + Send + Sync + 'static,
    ) -> Self {
        self.then(answer::computed::<I>(response))
    }

    /// Next, one of the service's errors.
    pub fn error(self, error: impl Fn() -> I::Error + Send + Sync + 'static) -> Self {
        self.then(answer::error(error))
    }

    /// Next, a response of any kind.
    pub fn http_response(self, response: impl Fn() -> HttpResponse + Send + Sync + 'static) -> Self {
        self.then(answer::response(response))
    }

    /// Next, an HTTP status and a body.
    pub fn http_status(self, status: u16, body: Option<String>) -> Self {
        self.then(answer::status(status, body))
    }

    /// Next, a failure as if nothing listened at the service's endpoint.
    pub fn connection_refused(self) -> Self {
        self.then(answer::refused())
    }

    /// Next, a failure as if the service kept silent until the read timeout.
    pub fn timeout(self) -> Self {
        self.then(answer::timeout())
    }

    /// Gives the last answer this many times in all.
    pub fn times(mut self, times: usize) -> Self {
        if let Some((_, of_last)) = self.answers.last_mut() {
            *of_last = times;
        }
        self
    }

    /// Gives the last answer for ever, and at least once.
    pub fn repeatedly(self) -> FinishedSequence {
        FinishedSequence(Rule::new(self.rule, self.answers, Rest::Last))
    }

    /// Makes the rule. Once every answer has been given, it answers no more.
    pub fn build(self) -> Rule {
        Rule::new(self.rule, self.answers, Rest::Nothing)
    }

    fn then(mut self, answer: Answer) -> Self {
        self.answers.push((answer, 1));
        self
    }
}

impl<I> Debug for SequenceBuilder<I> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "SequenceBuilder({})", self.answers.len())
    }
}

/// A sequence to which nothing can be added, since its last answer is given for ever.
#[derive(Debug)]
#[must_use = "a sequence becomes a rule by `build`"]
pub struct FinishedSequence(Rule);

impl FinishedSequence {
    /// Makes the rule.
    pub fn build(self) -> Rule {
        self.0
    }
}

impl<I: Operation<Error: AnswerError> + Built> From<SequenceBuilder<I>> for Rule {
    fn from(sequence: SequenceBuilder<I>) -> Self {
        sequence.build()
    }
}

impl From<FinishedSequence> for Rule {
    fn from(sequence: FinishedSequence) -> Self {
        sequence.build()
    }
}

//! Whether two rule sets do the same.
//!
//! In: the rules of two models, and their endpoint tests. Out: a [`Comparison`]. Both are run on the same inputs: the
//! parameters of the tests, and a grid of the values that the rules tell apart. How rules are written doesn't count, nor
//! in which words they refuse.
//!
//! Rules and tests are hostile: how many inputs are tried, how much is done for them and what is told of it has bounds.

mod dimension;
mod inputs;
mod literals;
mod show;
mod space;

#[cfg(test)]
mod coverage_tests;
#[cfg(test)]
mod hostile_tests;
#[cfg(test)]
mod tests;

use super::evaluate::{Answer, Budget, Endpoint, Table, evaluate};
use super::{EndpointTest, RuleSet};
use space::{Input, Side, Space};

/// How many steps the rules may take for all inputs together. Those of S3, the largest of AWS, take seven million.
const STEPS: usize = 20_000_000;

/// How many differences are told.
const TOLD: usize = 20;

/// How two rule sets behave beside each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Comparison {
    /// What it comes to.
    pub verdict: Verdict,
    /// How many inputs both were given.
    pub tried: usize,
    /// How many of them the old rules answered with an endpoint, and the new ones otherwise.
    pub changed: usize,
    /// How many of them only the new rules answer with an endpoint, or set a parameter that only those have.
    pub extended: usize,
    /// The differences, changes first and those with the fewest parameters first; 20 at most.
    pub differences: Vec<Difference>,
}

/// What a comparison comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Verdict {
    /// An endpoint that the old rules gave is another one, or none.
    Changed,
    /// All endpoints that the old rules gave are the same, and there are more.
    Extended,
    /// No input showed a difference.
    Same,
    /// No input showed a change, but the rules are too large to try them all.
    Unknown,
}

/// An input that the rules answer differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Difference {
    /// `Changed` or `Extended`.
    pub verdict: Verdict,
    /// What was set, e.g. `Region=us-east-1, UseFIPS=true`.
    pub params: String,
    /// What the old rules gave, in a line.
    pub old: String,
    /// What the new rules give, in a line.
    pub new: String,
}

/// Compares what rules do.
///
/// A parameter that only one side has is given to that side alone. Where it is one of the new side's, what it leads to is
/// a new possibility and no change; one that is gone takes with it what it led to.
pub(crate) fn compare(
    old: &RuleSet,
    old_tests: &[EndpointTest],
    new: &RuleSet,
    new_tests: &[EndpointTest],
) -> Comparison {
    compare_within(Budget(STEPS), [old, new], [old_tests, new_tests])
}

fn compare_within(mut budget: Budget, rules: [&RuleSet; 2], tests: [&[EndpointTest]; 2]) -> Comparison {
    let space = Space::new(rules, tests);
    let inputs = space.inputs();
    let [old_rules, new_rules] = rules;
    let mut tried = 0;
    let mut found = Vec::new();
    for input in &inputs {
        let mut answer = |rules, side| evaluate(rules, &space.params(input, side), Table::Today, &mut budget);
        let (Ok(old), Ok(new)) = (answer(old_rules, Side::Old), answer(new_rules, Side::New)) else { break };
        tried += 1;
        if let Some(verdict) = judge(&old, &new, space.sets_new(input)) {
            let params = show::params(&space, input);
            let difference = Difference { verdict, params, old: show::answer(&old), new: show::answer(&new) };
            found.push((space.count(input), input, difference));
        }
    }
    summary(tried, tried == inputs.len(), found)
}

/// What an input says of the rules that gave these answers, if it is a difference.
fn judge(old: &Answer, new: &Answer, sets_new: bool) -> Option<Verdict> {
    match (old, new) {
        (Answer::Endpoint(old), Answer::Endpoint(new)) if are_alike(old, new) => None,
        (_, Answer::Endpoint(_)) if sets_new => Some(Verdict::Extended),
        (Answer::Endpoint(_), _) if sets_new => None,
        (Answer::Endpoint(_), _) => Some(Verdict::Changed),
        (_, Answer::Endpoint(_)) => Some(Verdict::Extended),
        _ => None,
    }
}

/// Whether two endpoints are the same for a request. Only headers of one name have an order.
fn are_alike(old: &Endpoint, new: &Endpoint) -> bool {
    let headers = |endpoint: &Endpoint| {
        let headers = endpoint.headers.iter().map(|(name, value)| (name.to_ascii_lowercase(), value.clone()));
        let mut headers: Vec<_> = headers.collect();
        headers.sort_by(|(one, _), (other, _)| one.cmp(other));
        headers
    };
    old.url == new.url && old.signing == new.signing && headers(old) == headers(new)
}

fn summary(tried: usize, is_complete: bool, mut found: Vec<(usize, &Input, Difference)>) -> Comparison {
    let count = |verdict| found.iter().filter(|(.., difference)| difference.verdict == verdict).count();
    let (changed, extended) = (count(Verdict::Changed), count(Verdict::Extended));
    let verdict = match (changed, extended) {
        (0, _) if !is_complete => Verdict::Unknown,
        (0, 0) => Verdict::Same,
        (0, _) => Verdict::Extended,
        _ => Verdict::Changed,
    };
    found.sort_by(|(count, input, one), (other_count, other_input, other)| {
        (one.verdict, count, input).cmp(&(other.verdict, other_count, other_input))
    });
    let differences = found.into_iter().take(TOLD).map(|(.., difference)| difference).collect();
    Comparison { verdict, tried, changed, extended, differences }
}

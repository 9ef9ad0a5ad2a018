//! Waiters (Smithy 2.0, "Waiters").

use crate::ast::Shape;
use crate::ir::path::{Comparison, Expr, Value, ValueType};
use crate::ir::{Acceptor, Matcher, State, Structure, Waiter};
use crate::lower::facts::Facts;
use crate::lower::path::{self, Root};
use crate::lower::problems::Problems;
use crate::names;
use crate::traits::{self, AcceptorState, Comparator, PathMatcher};

/// What an operation can be polled for.
pub(super) fn waiters(facts: &Facts, shape: &Shape, input: &Structure, problems: &mut Problems) -> Vec<Waiter> {
    let mut waiters = Vec::new();
    for found in shape.traits.waiters() {
        match found {
            Ok(found) => waiters.extend(waiter(facts, shape, found, problems)),
            Err((span, problem)) => problems.at(span, shape.id.as_str(), problem, "correct the waiter"),
        }
    }
    if !waiters.is_empty() && input.is_streaming() {
        let problem = "has waiters, and its input streams, so that it can be sent only once";
        problems.of(shape, problem, "remove the waiters");
    }
    // The builder that waits has the input's setters beside its own method.
    if !waiters.is_empty() && input.member("wait").is_some() {
        let problem = "has waiters, and the input a member `wait`, which would be the method that waits";
        problems.of(shape, problem, "rename the member");
    }
    waiters
}

fn waiter(facts: &Facts, shape: &Shape, waiter: traits::Waiter, problems: &mut Problems) -> Option<Waiter> {
    let mut acceptors = Vec::new();
    for (index, acceptor) in waiter.acceptors.iter().enumerate() {
        match matcher(facts, shape, &acceptor.matcher) {
            Ok(matcher) => acceptors.push(Acceptor { state: state(acceptor.state), matcher }),
            Err(wrong) => {
                let problem = format!("has the waiter `{}`, whose acceptor {} {wrong}", waiter.name, index + 1);
                let remedy = "correct the path, or what it is compared with";
                problems.at(waiter.span, shape.id.as_str(), problem, remedy);
            }
        }
    }
    (acceptors.len() == waiter.acceptors.len()).then(|| Waiter {
        method: names::waiter_name(&waiter.name),
        docs: facts.glossary.markdown(&waiter.documentation),
        deprecated: waiter.deprecated,
        least: waiter.min_delay,
        most: waiter.max_delay,
        acceptors,
        name: names::type_name(&waiter.name),
    })
}

fn matcher(facts: &Facts, shape: &Shape, matcher: &traits::Matcher) -> Result<Matcher, String> {
    Ok(match matcher {
        traits::Matcher::Success(success) => Matcher::Success(*success),
        // Absolute or relative, and not always an error that the model has.
        traits::Matcher::ErrorType(id) => {
            let name = id.rsplit_once('#').map_or(id.as_str(), |(_, name)| name);
            let error = facts.errors().find(|error| error.shape.id.name() == name);
            Matcher::Error(error.map_or_else(|| name.to_owned(), |error| facts.error_code(error.shape)))
        }
        traits::Matcher::Output(by) => Matcher::Output(says(by), test(facts, shape, Root::Output, by)?),
        traits::Matcher::InputOutput(by) => Matcher::InputOutput(says(by), test(facts, shape, Root::Both, by)?),
    })
}

/// The condition that a matcher's path, comparator and expected value make.
fn test(facts: &Facts, shape: &Shape, root: Root, by: &PathMatcher) -> Result<Value, String> {
    let value = path::path(facts, shape, root, &by.path);
    let value = value.map_err(|problem| format!("has the path `{}`, which is wrong at {problem}", by.path))?;
    let unfit = |expected: &str| {
        let given = path::named(&value.ty);
        Err(format!("has the path `{}`, which gives {given} and not {expected}", by.path))
    };
    let items = value.items().cloned();
    let is_list_of_text = items.as_ref().is_some_and(|list| matches!(list.item, ValueType::Text(_)));
    match by.comparator {
        Comparator::String if !matches!(value.ty, ValueType::Text(_)) => unfit("a string"),
        Comparator::String => Ok(equal(value, Value::text(&by.expected))),
        Comparator::Boolean if value.ty != ValueType::Bool => unfit("a boolean"),
        Comparator::Boolean => match by.expected.as_str() {
            "true" if !value.optional => Ok(value),
            "false" if !value.optional => Ok(Value::truth(Expr::Not(Box::new(value)))),
            "true" | "false" => Ok(equal(value, Value::truth(Expr::Bool(by.expected == "true")))),
            other => Err(format!("expects {other:?}, which is neither `true` nor `false`")),
        },
        Comparator::AllStrings | Comparator::AnyString if !is_list_of_text => unfit("a list of strings"),
        Comparator::AllStrings if items.is_some_and(|list| list.sparse) => unfit("one whose items are never `null`"),
        Comparator::AllStrings => Ok(Value::truth(Expr::AllEqual(Box::new(value), by.expected.clone()))),
        Comparator::AnyString => {
            let list = path::without_absent(value);
            Ok(Value::truth(Expr::AnyEquals(Box::new(list), by.expected.clone())))
        }
    }
}

fn state(state: AcceptorState) -> State {
    match state {
        AcceptorState::Success => State::Success,
        AcceptorState::Failure => State::Failure,
        AcceptorState::Retry => State::Retry,
    }
}

fn equal(left: Value, right: Value) -> Value {
    Value::truth(Expr::Compare(Comparison::Equal, Box::new(left), Box::new(right)))
}

/// What holds when a matcher fits, in words.
fn says(by: &PathMatcher) -> String {
    let path = by.path.split_whitespace().collect::<Vec<_>>().join(" ");
    let expected = &by.expected;
    match by.comparator {
        Comparator::String => format!("{path} is {expected:?}"),
        Comparator::Boolean => format!("{path} is {expected}"),
        Comparator::AllStrings => format!("all of {path} are {expected:?}"),
        Comparator::AnyString => format!("one of {path} is {expected:?}"),
    }
}

//! `smithy.waiters#waitable` (Smithy 2.0, "Waiters").

use crate::ast::Traits;
use crate::diagnostic::Span;
use serde_json::{Map, Value};

const ID: &str = "smithy.waiters#waitable";

/// One waiter.
#[derive(Clone, Debug)]
pub(crate) struct Waiter {
    /// Its name.
    pub name: String,
    /// Its documentation.
    pub documentation: String,
    /// Whether it is deprecated.
    pub deprecated: bool,
    /// Seconds between polls, at least.
    pub min_delay: u64,
    /// Seconds between polls, at most.
    pub max_delay: u64,
    /// What decides.
    pub acceptors: Vec<Acceptor>,
    /// Where the trait stands.
    pub span: Span,
}

/// What an answer means, if it fits.
#[derive(Clone, Debug)]
pub(crate) struct Acceptor {
    /// What it means.
    pub state: AcceptorState,
    /// Which answers fit.
    pub matcher: Matcher,
}

/// What a fitting answer means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AcceptorState {
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
    /// By a path over the output.
    Output(PathMatcher),
    /// By a path over input and output.
    InputOutput(PathMatcher),
    /// With `true` outputs, with `false` errors.
    Success(bool),
    /// Errors of this shape.
    ErrorType(String),
}

/// A path, and what its value has to be.
#[derive(Clone, Debug)]
pub(crate) struct PathMatcher {
    /// The path.
    pub path: String,
    /// What to compare with.
    pub expected: String,
    /// How to compare.
    pub comparator: Comparator,
}

/// How a path's value is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Comparator {
    /// A string is the expected one.
    String,
    /// A boolean is the expected one.
    Boolean,
    /// A list has items, and all are the expected string.
    AllStrings,
    /// Some item of a list is the expected string.
    AnyString,
}

/// The delays of a waiter that names none, in seconds.
const DELAYS: (u64, u64) = (2, 120);

impl Traits {
    /// The waiters of an operation, in the model's order; what is wrong with one, in its place, to go on from the
    /// operation's name.
    pub(crate) fn waiters(&self) -> Vec<Result<Waiter, (Span, String)>> {
        let Some(found) = self.get(ID) else {
            return Vec::new();
        };
        let span = found.span;
        match found.value.as_object().filter(|waiters| !waiters.is_empty()) {
            None => vec![Err((span, format!("has a `{ID}` that is not an object of waiters by name")))],
            Some(waiters) => {
                let read = |(name, value): (&String, &Value)| {
                    waiter(name, value, span).map_err(|problem| (span, format!("has the waiter `{name}`, {problem}")))
                };
                waiters.iter().map(read).collect()
            }
        }
    }
}

type Read<T> = Result<T, String>;

fn waiter(name: &str, value: &Value, span: Span) -> Read<Waiter> {
    let is_name = name.starts_with(|c: char| c.is_ascii_uppercase()) && name.bytes().all(|b| b.is_ascii_alphanumeric());
    if !is_name {
        return Err("whose name is not a capital letter followed by letters and digits".to_owned());
    }
    let value = value.as_object().ok_or("which is not an object")?;
    let delay = |key: &str, otherwise: u64| match value.get(key).map(Value::as_u64) {
        None => Ok(otherwise),
        Some(Some(delay)) if (1..=u64::from(u32::MAX)).contains(&delay) => Ok(delay),
        Some(_) => Err(format!("whose `{key}` is not a whole number of seconds from 1")),
    };
    let (min_delay, max_delay) = (delay("minDelay", DELAYS.0)?, delay("maxDelay", DELAYS.1)?);
    if min_delay > max_delay {
        return Err(format!("whose `minDelay` of {min_delay} s is longer than its `maxDelay` of {max_delay} s"));
    }
    let listed = value.get("acceptors").and_then(Value::as_array).ok_or("which has no list of `acceptors`")?;
    let numbered = listed.iter().enumerate();
    let read = |(index, value): (usize, &Value)| {
        acceptor(value).map_err(|problem| format!("whose acceptor {} {problem}", index + 1))
    };
    let acceptors = numbered.map(read).collect::<Read<Vec<_>>>()?;
    if !acceptors.iter().any(|acceptor| acceptor.state == AcceptorState::Success) {
        return Err("of whose acceptors none means `success`".to_owned());
    }
    Ok(Waiter {
        name: name.to_owned(),
        documentation: value.get("documentation").and_then(Value::as_str).unwrap_or_default().to_owned(),
        deprecated: value.get("deprecated") == Some(&Value::Bool(true)),
        min_delay,
        max_delay,
        acceptors,
        span,
    })
}

fn acceptor(value: &Value) -> Read<Acceptor> {
    let state = match value.get("state").and_then(Value::as_str) {
        Some("success") => AcceptorState::Success,
        Some("failure") => AcceptorState::Failure,
        Some("retry") => AcceptorState::Retry,
        _ => return Err("has a `state` that is none of `success`, `failure` and `retry`".to_owned()),
    };
    let matcher = value.get("matcher").and_then(Value::as_object).map(Map::iter).and_then(|mut members| {
        let only = members.next();
        only.filter(|_| members.next().is_none())
    });
    let (kind, value) = matcher.ok_or("has a `matcher` that is not an object with one member")?;
    let matcher = match (kind.as_str(), value) {
        ("output", value) => Matcher::Output(path_matcher(value)?),
        ("inputOutput", value) => Matcher::InputOutput(path_matcher(value)?),
        ("success", Value::Bool(success)) => Matcher::Success(*success),
        ("errorType", Value::String(error)) if !error.is_empty() => Matcher::ErrorType(error.clone()),
        ("success", _) => return Err("has a `success` that is not a boolean".to_owned()),
        ("errorType", _) => return Err("has an `errorType` that is not an error's name".to_owned()),
        (other, _) => {
            let known = "`output`, `inputOutput`, `success` and `errorType`";
            return Err(format!("has the matcher `{other}`, which is none of {known}"));
        }
    };
    Ok(Acceptor { state, matcher })
}

fn path_matcher(value: &Value) -> Read<PathMatcher> {
    let text = |key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
    let (path, expected) =
        text("path").zip(text("expected")).ok_or("has a matcher without the strings `path` and `expected`")?;
    let comparator = match text("comparator").as_deref() {
        Some("stringEquals") => Comparator::String,
        Some("booleanEquals") => Comparator::Boolean,
        Some("allStringEquals") => Comparator::AllStrings,
        Some("anyStringEquals") => Comparator::AnyString,
        _ => {
            let known = "`stringEquals`, `booleanEquals`, `allStringEquals` and `anyStringEquals`";
            return Err(format!("has a `comparator` that is none of {known}"));
        }
    };
    Ok(PathMatcher { path, expected, comparator })
}

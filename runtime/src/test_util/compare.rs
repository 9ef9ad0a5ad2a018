//! Whether a request asks what a recorded one asked.

use super::record::{plain, target_of};
use super::redact::{Within, is_mark};
use super::replay::body_of;
use crate::config::http::HttpRequest;
use crate::text::{LONG, SHORT, line};
use serde_json::Value;
use std::fmt::{self, Display, Formatter};

/// What tells requests apart.
#[derive(Debug)]
pub(super) struct Asked {
    method: String,
    path: String,
    /// Names and values, encoded, in order of name.
    query: Vec<(String, String)>,
    /// The operation, for protocols that name it in `X-Amz-Target`.
    operation: Option<String>,
    body: Body,
}

#[derive(Debug)]
enum Body {
    Json(Value),
    Bytes(Vec<u8>),
    /// It was left out, and may be any.
    Any,
}

impl Body {
    fn of(plain: &[u8]) -> Self {
        match serde_json::from_slice(plain) {
            Ok(value) => Body::Json(value),
            Err(_) => Body::Bytes(plain.to_vec()),
        }
    }
}

/// In what a request differs from a recorded one.
#[derive(Debug, PartialEq)]
pub(super) enum Difference {
    Method,
    Path,
    Operation,
    /// A parameter's name.
    Query(String),
    /// The member's path, as a JSON pointer; empty for the whole.
    Body(String),
}

impl Asked {
    pub(super) fn of(request: &HttpRequest) -> Self {
        let operation = request.headers().get("x-amz-target").map(str::to_owned);
        let body = request.body().bytes().unwrap_or_default();
        let plain = plain(request.headers().get("content-encoding"), body);
        let body = Body::of(plain.as_deref().unwrap_or(body));
        Self::new(request.method(), target_of(request.uri()), operation, body)
    }

    /// From a recording.
    pub(super) fn read(request: &Value) -> Option<Self> {
        let operation = request["headers"].get("x-amz-target").and_then(Value::as_str).map(str::to_owned);
        let body = match request["body"].get("left_out") {
            Some(_) => Body::Any,
            None => Body::of(&body_of(request)?),
        };
        Some(Self::new(request["method"].as_str()?, request["target"].as_str()?, operation, body))
    }

    fn new(method: &str, target: &str, operation: Option<String>, body: Body) -> Self {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let pairs = query.split('&').filter(|pair| !pair.is_empty());
        let mut query: Vec<_> = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, ""))).collect();
        // Values of one name keep their order, which may mean something.
        query.sort_by_key(|(name, _)| *name);
        Self {
            method: method.to_owned(),
            path: path.to_owned(),
            query: query.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
            operation,
            body,
        }
    }

    /// How much of another request is the same, for finding the nearest of several.
    pub(super) fn nearness(&self, other: &Self) -> usize {
        match self.difference(other) {
            None => usize::MAX,
            Some(Difference::Body(_)) => 1_000_002,
            Some(Difference::Query(_)) => 1_000_001,
            Some(Difference::Method) => 1_000_000,
            // A path of as many parts, with as many of them the same, by the same method.
            Some(Difference::Path) => {
                let parts = || self.path.split('/').zip(other.path.split('/'));
                let is_alike = self.path.split('/').count() == other.path.split('/').count();
                let same = parts().filter(|(recorded, asked)| recorded == asked).count();
                2 * same + usize::from(self.method == other.method) + if is_alike { 1000 } else { 1 }
            }
            Some(Difference::Operation) => 0,
        }
    }

    /// In what `other` differs from this one, which was recorded.
    pub(super) fn difference(&self, other: &Self) -> Option<Difference> {
        if self.operation != other.operation {
            return Some(Difference::Operation);
        }
        if !path_fits(&self.path, &other.path) {
            return Some(Difference::Path);
        }
        if self.method != other.method {
            return Some(Difference::Method);
        }
        let longest = self.query.len().max(other.query.len());
        let pairs = (0..longest).map(|index| (self.query.get(index), other.query.get(index)));
        for pair in pairs {
            match pair {
                (Some((name, recorded)), Some((asked, value))) if name == asked => {
                    if !fits(recorded, value) {
                        return Some(Difference::Query(name.clone()));
                    }
                }
                (Some((name, _)), Some((asked, _))) => {
                    return Some(Difference::Query(name.min(asked).clone()));
                }
                (recorded, asked) => {
                    let (name, _) = recorded.or(asked)?;
                    return Some(Difference::Query(name.clone()));
                }
            }
        }
        match (&self.body, &other.body) {
            (Body::Json(recorded), Body::Json(asked)) => difference(recorded, asked, "").map(Difference::Body),
            (Body::Bytes(recorded), Body::Bytes(asked)) if recorded == asked => None,
            (Body::Any, _) => None,
            _ => Some(Difference::Body(String::new())),
        }
    }
}

/// Whether a text is what was recorded. What was left out fits anything but another thing that was left out.
fn fits(recorded: &str, asked: &str) -> bool {
    recorded == asked || (is_mark(recorded) && !is_mark(asked))
}

/// Whether a path is what was recorded, part by part.
fn path_fits(recorded: &str, asked: &str) -> bool {
    recorded == asked
        || (recorded.split('/').count() == asked.split('/').count()
            && recorded.split('/').zip(asked.split('/')).all(|(recorded, asked)| fits(recorded, asked)))
}

/// Where two values differ first.
fn difference(recorded: &Value, asked: &Value, at: &str) -> Option<String> {
    match (recorded, asked) {
        (Value::String(recorded), Value::String(asked)) if fits(recorded, asked) => None,
        // JSON in a string: something in it may have been left out.
        (Value::String(recorded), Value::String(asked)) => match (Within::of(recorded), Within::of(asked)) {
            (Some(recorded), Some(asked)) => difference(&recorded.value, &asked.value, at),
            _ => Some(at.to_owned()),
        },
        (Value::String(recorded), Value::Bool(_) | Value::Number(_)) if is_mark(recorded) => None,
        (Value::Array(recorded), Value::Array(asked)) if recorded.len() == asked.len() => {
            let mut items = recorded.iter().zip(asked).enumerate();
            items.find_map(|(index, (recorded, asked))| difference(recorded, asked, &format!("{at}/{index}")))
        }
        (Value::Object(recorded), Value::Object(asked)) => {
            let surplus = || asked.keys().find(|name| !recorded.contains_key(*name)).map(|name| format!("{at}/{name}"));
            let differs = recorded.iter().find_map(|(name, recorded)| {
                let at = format!("{at}/{name}");
                asked.get(name).map_or(Some(at.clone()), |asked| difference(recorded, asked, &at))
            });
            differs.or_else(surplus)
        }
        _ => (recorded != asked).then(|| at.to_owned()),
    }
}

impl Display for Difference {
    /// Without values, which may be sensitive.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Operation => f.write_str("another operation"),
            Self::Path => f.write_str("another path"),
            Self::Method => f.write_str("another method"),
            Self::Query(name) => write!(f, "which differs in the query parameter `{}`", line(name, SHORT)),
            Self::Body(at) if at.is_empty() => f.write_str("which differs in its body"),
            Self::Body(at) => write!(f, "which differs in the body at {}", line(at, SHORT)),
        }
    }
}

impl Display for Asked {
    /// Without the body, and without the query's values, which may be sensitive.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", line(&self.method, SHORT), line(&self.path, LONG))?;
        for (index, (name, _)) in self.query.iter().enumerate() {
            write!(f, "{}{}=…", if index == 0 { "?" } else { "&" }, line(name, SHORT))?;
        }
        match &self.operation {
            Some(operation) => write!(f, " ({})", line(operation, SHORT)),
            None => Ok(()),
        }
    }
}

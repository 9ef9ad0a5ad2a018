//! The Smithy traits that we read, typed, and those that we knowingly ignore.
//!
//! A trait of Smithy's or AWS's own that stands in neither list might change what goes over the wire, so it stops the
//! run; see `support`.

pub(crate) mod alloy;
mod http;
mod iam;
mod known;
mod ours;
mod service;
mod waitable;
mod xml;

pub use http::Http;
pub(crate) use http::{KeyPlace, is_header_name};
pub(crate) use iam::IamAction;
pub(crate) use known::{Support, support};
pub(crate) use ours::{
    ENDPOINT_MEMBER, HEADERS, ID_BEHIND_KIND, IN_ENDPOINT, LENIENT, MORE_IF, OWN_ACCOUNT, PRESIGNED, RETRIES,
    TREE_HASH, VERBATIM,
};
pub(crate) use waitable::{AcceptorState, Comparator, Matcher, PathMatcher, Waiter};
pub(crate) use xml::XmlNamespace;

use crate::ast::{Trait, Traits};
use crate::diagnostic::{Span, one_line};
use serde_json::Value;
use std::fmt::{self, Display, Formatter};

/// How long a client waits for a long poll whose model doesn't say, in milliseconds: services hold requests for up to a minute.
const USUALLY_HELD: u32 = 70_000;

/// The traits that constrain a value, and the types that each can constrain (Smithy 2.0, "Constraint traits").
pub(crate) const CONSTRAINTS: &[(&str, &[&str])] = &[
    ("length", &["string", "enum", "list", "set", "map", "blob"]),
    ("pattern", &["string", "enum"]),
    ("range", &["byte", "short", "integer", "intEnum", "long", "float", "double", "bigInteger", "bigDecimal"]),
];

/// The traits that bind a member to a place in HTTP (Smithy 2.0, "HTTP bindings").
pub(crate) const HTTP_BINDINGS: &[&str] = &[
    "httpLabel",
    "httpQuery",
    "httpQueryParams",
    "httpHeader",
    "httpPrefixHeaders",
    "httpPayload",
    "httpResponseCode",
];

/// The schemes of authentication that Smithy and AWS define.
pub(crate) const AUTH_SCHEMES: &[&str] = &[
    "aws.auth#sigv4",
    "aws.auth#sigv4a",
    "aws.auth#cognitoUserPools",
    "smithy.api#httpApiKeyAuth",
    "smithy.api#httpBasicAuth",
    "smithy.api#httpBearerAuth",
    "smithy.api#httpDigestAuth",
];

/// The schemes of authentication that a service has, in the order in which they count where a model gives none: by their IDs.
/// A trait of somebody's own is one if its definition says so (Smithy 2.0, "authDefinition trait").
pub(crate) fn auth_schemes(service: &Traits, is_definition: impl Fn(&str) -> bool) -> Vec<String> {
    let is_one = |id: &&String| AUTH_SCHEMES.contains(&id.as_str()) || is_definition(id);
    let mut ids: Vec<String> = service.0.keys().filter(is_one).cloned().collect();
    ids.sort();
    ids
}

/// The endpoint rules as a list, and as a decision diagram; and their tests.
pub(crate) const RULE_SET: &str = "smithy.rules#endpointRuleSet";
pub(crate) const RULE_DIAGRAM: &str = "smithy.rules#endpointBdd";
pub(crate) const RULE_TESTS: &str = "smithy.rules#endpointTests";

/// A trait whose value has the wrong form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadTrait {
    /// The trait.
    pub id: String,
    /// Where its value stands.
    pub span: Span,
    /// What its value has to be.
    pub expected: &'static str,
}

impl Display for BadTrait {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "the trait `{}` is not {}", one_line(&self.id), self.expected)
    }
}

impl std::error::Error for BadTrait {}

/// `smithy.api#paginated`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paginated {
    /// The input's token member.
    pub input_token: Option<String>,
    /// The output's token member.
    pub output_token: Option<String>,
    /// The input's page size member.
    pub page_size: Option<String>,
    /// The output's list member.
    pub items: Option<String>,
    /// Where the trait stands.
    pub span: Span,
}

impl Traits {
    /// The trait `smithy.api#{name}`, or one of another namespace by its whole ID.
    pub fn get(&self, name: &str) -> Option<&Trait> {
        if name.contains('#') { self.0.get(name) } else { self.0.get(&format!("smithy.api#{name}")) }
    }

    /// Adds a trait of our own.
    pub(crate) fn add(&mut self, id: &str, value: Value) {
        self.0.insert(id.to_owned(), Trait { value, span: Span::default(), items: Vec::new() });
    }

    /// Adds a trait of our own that has no value.
    pub(crate) fn mark(&mut self, id: &str) {
        self.add(id, Value::Null);
    }

    /// Whether the trait is there.
    pub fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// A trait whose value is a string.
    ///
    /// # Errors
    /// Its value has another form.
    pub fn text(&self, name: &str) -> Result<Option<String>, BadTrait> {
        self.read(name, "a string", |value| value.as_str().map(str::to_owned))
    }

    /// `documentation`, empty if there is none.
    pub(crate) fn documentation(&self) -> Result<String, BadTrait> {
        self.text("documentation").map(Option::unwrap_or_default)
    }

    /// `deprecated`: its message.
    pub(crate) fn deprecated(&self) -> Option<String> {
        let message = |found: &Trait| found.value.get("message").and_then(Value::as_str).unwrap_or_default().to_owned();
        self.get("deprecated").map(message)
    }

    /// `paginated`.
    ///
    /// # Errors
    /// Its value has another form.
    pub fn paginated(&self) -> Result<Option<Paginated>, BadTrait> {
        let span = self.get("paginated").map(|found| found.span).unwrap_or_default();
        self.read("paginated", "an object of member names", |value| {
            let text = |key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
            value.is_object().then(|| Paginated {
                input_token: text("inputToken"),
                output_token: text("outputToken"),
                page_size: text("pageSize"),
                items: text("items"),
                span,
            })
        })
    }

    /// `length`: the least and the greatest.
    ///
    /// # Errors
    /// Its value has another form.
    pub fn length(&self) -> Result<Option<(u64, u64)>, BadTrait> {
        self.read("length", "an object with `min` or `max` or both, whole numbers from 0", |value| {
            let bound = |key: &str, otherwise| value.get(key).map_or(Some(otherwise), Value::as_u64);
            value.is_object().then_some(())?;
            Some((bound("min", 0)?, bound("max", u64::MAX)?))
        })
    }

    /// `range` of whole numbers: the least and the greatest.
    pub(crate) fn range(&self) -> Result<Option<(i64, i64)>, BadTrait> {
        self.read("range", "an object with `min` or `max` or both, whole numbers", |value| {
            let bound = |key: &str, otherwise| value.get(key).map_or(Some(otherwise), whole);
            value.is_object().then_some(())?;
            Some((bound("min", i64::MIN)?, bound("max", i64::MAX)?))
        })
    }

    /// `range` of any numbers: the least and the greatest.
    ///
    /// # Errors
    /// Its value has another form.
    pub fn float_range(&self) -> Result<Option<(f64, f64)>, BadTrait> {
        self.read("range", "an object with `min` or `max` or both, numbers", |value| {
            let bound = |key: &str, otherwise| value.get(key).map_or(Some(otherwise), Value::as_f64);
            value.is_object().then_some(())?;
            Some((bound("min", f64::MIN)?, bound("max", f64::MAX)?))
        })
    }

    /// [`RETRIES`]: the attempts, and the first wait.
    pub(crate) fn retries(&self) -> Result<Option<(u32, u16)>, BadTrait> {
        self.read(
            RETRIES,
            "an object with `attempts`, from 1, and `firstWait`, in milliseconds, at most 65,535",
            |value| {
                let number = |name: &str| value.get(name).and_then(whole);
                let attempts = number("attempts").and_then(|attempts| u32::try_from(attempts).ok());
                Some((attempts.filter(|attempts| *attempts > 0)?, number("firstWait")?.try_into().ok()?))
            },
        )
    }

    /// `longPoll`: how long the service may hold a request, in milliseconds.
    pub(crate) fn long_poll(&self) -> Result<Option<u32>, BadTrait> {
        self.read("longPoll", "an object, maybe with `timeoutMillis`, from 1 to 4,294,967,295", |value| {
            let value = value.as_object()?.get("timeoutMillis");
            let held = value.map_or(Some(USUALLY_HELD), |value| u32::try_from(whole(value)?).ok());
            held.filter(|held| *held > 0)
        })
    }

    /// `retryable`: whether it means throttling.
    pub(crate) fn retryable(&self) -> Option<bool> {
        self.get("retryable").map(|found| found.value.get("throttling") == Some(&Value::Bool(true)))
    }

    fn read<T>(
        &self,
        name: &str,
        expected: &'static str,
        read: impl FnOnce(&Value) -> Option<T>,
    ) -> Result<Option<T>, BadTrait> {
        let Some(found) = self.get(name) else {
            return Ok(None);
        };
        let id = if name.contains('#') { name.to_owned() } else { format!("smithy.api#{name}") };
        read(&found.value).map(Some).ok_or(BadTrait { id, span: found.span, expected })
    }
}

/// A number without a fraction, however it is written.
fn whole(value: &Value) -> Option<i64> {
    // 2^63, the first that is too large, is a float of its own; the greatest is none.
    let fits = |number: &f64| number.fract() == 0.0 && (-TOO_LARGE..TOO_LARGE).contains(number);
    #[expect(clippy::cast_possible_truncation, reason = "it fits")]
    value.as_i64().or_else(|| value.as_f64().filter(fits).map(|number| number as i64))
}

/// 2^63.
const TOO_LARGE: f64 = 9_223_372_036_854_775_808.0;

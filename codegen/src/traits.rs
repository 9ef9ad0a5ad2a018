//! The Smithy traits that we read, typed, and those that we knowingly ignore.
//!
//! A trait of Smithy's or AWS's own that stands in neither list might change what goes over the wire, so it stops the
//! run; see `support`.

pub(crate) mod alloy;
mod iam;
mod known;
mod ours;
mod service;
mod waitable;

pub(crate) use iam::IamAction;
pub(crate) use known::{Support, support};
pub(crate) use ours::{
    ENDPOINT_MEMBER, HEADERS, ID_BEHIND_KIND, IN_ENDPOINT, LENIENT, MORE_IF, OWN_ACCOUNT, PRESIGNED, RETRIES,
    TREE_HASH, VERBATIM,
};
pub(crate) use waitable::{AcceptorState, Comparator, Matcher, PathMatcher, Waiter};

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

/// `smithy.api#http`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Http {
    /// The method.
    pub method: String,
    /// The URI pattern.
    pub uri: String,
    /// Where the trait stands.
    pub span: Span,
}

/// `smithy.api#endpoint`.
#[derive(Clone, Debug)]
pub(crate) struct HostPrefix {
    /// The pattern that goes before the endpoint's host.
    pub pattern: String,
    /// Where the trait stands.
    pub span: Span,
}

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

/// `aws.protocols#httpChecksum`.
#[derive(Clone, Debug)]
pub(crate) struct HttpChecksum {
    /// The input's member that chooses the algorithm of a request's checksum.
    pub algorithm: Option<String>,
    /// Whether requests have to have one.
    pub required: bool,
    /// The input's member that asks for the answer's checksum.
    pub mode: Option<String>,
    /// The algorithms that the answer's may be of.
    pub answers: Vec<String>,
    /// Where the trait stands.
    pub span: Span,
}

/// Where `smithy.api#httpApiKeyAuth` has its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum KeyPlace {
    /// In a header.
    Header,
    /// In the query.
    Query,
}

/// `smithy.api#xmlNamespace`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct XmlNamespace {
    /// The prefix, empty for the default namespace.
    pub prefix: String,
    /// The URI.
    pub uri: String,
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

    /// `http`.
    ///
    /// # Errors
    /// Its value has another form.
    pub fn http(&self) -> Result<Option<Http>, BadTrait> {
        let span = self.get("http").map(|found| found.span).unwrap_or_default();
        self.read("http", "an object with `method` and `uri`", |value| {
            let text = |key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
            Some(Http { method: text("method")?, uri: text("uri")?, span })
        })
    }

    /// `endpoint`.
    pub(crate) fn host_prefix(&self) -> Result<Option<HostPrefix>, BadTrait> {
        let span = self.get("endpoint").map(|found| found.span).unwrap_or_default();
        self.read("endpoint", "an object with `hostPrefix`, in which a label is a name in braces", |value| {
            let pattern = value.get("hostPrefix")?.as_str()?.to_owned();
            let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '{' | '}');
            pattern.chars().all(fits).then_some(HostPrefix { pattern, span })
        })
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

    /// Whether a protocol's trait says that streams of events go over HTTP/2, or may: `eventStreamHttp`, else `http`.
    pub(crate) fn events_take_http2(&self, protocol: &str) -> Result<Option<bool>, BadTrait> {
        self.read(protocol, "an object whose `http` and `eventStreamHttp` are lists of strings", |value| {
            let list = |key: &str| match value.get(key) {
                None => Some(None),
                Some(list) => {
                    let names: Option<Vec<&str>> = list.as_array()?.iter().map(Value::as_str).collect();
                    Some(Some(names?))
                }
            };
            let (http, events) = (list("http")?, list("eventStreamHttp")?);
            Some(events.or(http).is_some_and(|versions| versions.contains(&"h2")))
        })
    }

    /// `httpChecksum`.
    pub(crate) fn http_checksum(&self) -> Result<Option<HttpChecksum>, BadTrait> {
        const ID: &str = "aws.protocols#httpChecksum";
        let span = self.get(ID).map(|found| found.span).unwrap_or_default();
        let expected = "an object with `requestAlgorithmMember`, `requestChecksumRequired`, \
                        `requestValidationModeMember` and `responseAlgorithms`, each of them optional";
        self.read(ID, expected, |value| {
            let value = value.as_object()?;
            let text = |key: &str| value.get(key).map_or(Some(None), |value| Some(Some(value.as_str()?.to_owned())));
            let answers = value.get("responseAlgorithms").map_or(Some(Vec::new()), |answers| {
                answers.as_array()?.iter().map(|name| name.as_str().map(str::to_owned)).collect()
            })?;
            Some(HttpChecksum {
                algorithm: text("requestAlgorithmMember")?,
                required: value.get("requestChecksumRequired").map_or(Some(false), Value::as_bool)?,
                mode: text("requestValidationModeMember")?,
                answers,
                span,
            })
        })
    }

    /// `requestCompression`: whether gzip is among the encodings.
    pub(crate) fn takes_gzip(&self) -> Result<Option<bool>, BadTrait> {
        self.read("requestCompression", "an object with `encodings`, a list of strings", |value| {
            let encodings = value.get("encodings")?.as_array()?;
            let names: Option<Vec<&str>> = encodings.iter().map(Value::as_str).collect();
            Some(names?.contains(&"gzip"))
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

    /// `awsQueryError`: the code that the error has in the awsQuery protocol.
    pub(crate) fn query_code(&self) -> Result<Option<String>, BadTrait> {
        self.read("aws.protocols#awsQueryError", "an object with `code`, a string", |value| {
            value.get("code")?.as_str().map(str::to_owned)
        })
    }

    /// `awsQueryError`: the status of answers with the error in the awsQuery protocol.
    pub(crate) fn query_status(&self) -> Result<Option<u16>, BadTrait> {
        let status =
            self.read("aws.protocols#awsQueryError", "an object with `httpResponseCode`, an HTTP status", |value| {
                let Some(given) = value.get("httpResponseCode") else { return Some(None) };
                let status = u16::try_from(given.as_u64()?).ok()?;
                (100..600).contains(&status).then_some(Some(status))
            });
        status.map(Option::flatten)
    }

    /// `xmlName`, or another trait whose value is a name in XML or in a form.
    pub(crate) fn xml_name(&self, id: &str) -> Result<Option<String>, BadTrait> {
        self.read(id, "a name as XML has it, such as `Item` or `xsi:type`", |value| {
            value.as_str().filter(|name| is_xml_name(name)).map(str::to_owned)
        })
    }

    /// `xmlNamespace`.
    pub(crate) fn xml_namespace(&self) -> Result<Option<XmlNamespace>, BadTrait> {
        self.read("xmlNamespace", "an object with `uri` and maybe `prefix`, strings", |value| {
            let prefix = value.get("prefix").map_or(Some(""), Value::as_str)?;
            let uri = value.get("uri")?.as_str()?;
            let fits = (prefix.is_empty() || is_xml_name(prefix)) && uri.chars().all(|c| !c.is_control());
            fits.then(|| XmlNamespace { prefix: prefix.to_owned(), uri: uri.to_owned() })
        })
    }

    /// [`HEADERS`]: names and values.
    pub(crate) fn headers(&self) -> Result<Vec<(String, String)>, BadTrait> {
        let headers = self.read(HEADERS, "an object from names of headers to their values", |value| {
            let header = |(name, value): (&String, &Value)| {
                let value = value.as_str().filter(|value| value.bytes().all(|byte| matches!(byte, b' '..=b'~')))?;
                is_header_name(name).then(|| (name.clone(), value.to_owned()))
            };
            value.as_object()?.iter().map(header).collect()
        })?;
        Ok(headers.unwrap_or_default())
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

    /// `httpApiKeyAuth`: where the key stands, its header's or parameter's name, and the word before it.
    pub(crate) fn api_key(&self) -> Result<Option<(KeyPlace, String, Option<String>)>, BadTrait> {
        let expected = "an object with `name`, `in` (`header` or `query`) and, for a header, maybe `scheme`, in characters that \
                        a header's name can have";
        self.read("httpApiKeyAuth", expected, |value| {
            let name = value.get("name")?.as_str()?;
            let scheme = value.get("scheme").map_or(Some(None), |scheme| scheme.as_str().map(Some))?;
            let place = match value.get("in")?.as_str()? {
                "header" if is_header_name(name) => KeyPlace::Header,
                "query" if !name.is_empty() && scheme.is_none() => KeyPlace::Query,
                _ => return None,
            };
            // A word before credentials is a token, as a header's name is (RFC 9110, section 11.1).
            scheme.is_none_or(is_header_name).then(|| (place, name.to_owned(), scheme.map(str::to_owned)))
        })
    }

    /// `retryable`: whether it means throttling.
    pub(crate) fn retryable(&self) -> Option<bool> {
        self.get("retryable").map(|found| found.value.get("throttling") == Some(&Value::Bool(true)))
    }

    /// The status of an error's answer: `httpError`, else what `error` implies.
    pub(crate) fn error_status(&self) -> Result<Option<u16>, BadTrait> {
        let given = self.read("httpError", "an HTTP status", |value| {
            u16::try_from(value.as_u64()?).ok().filter(|status| (100..600).contains(status))
        })?;
        let implied = || self.get("error").map(|found| if found.value == "server" { 500 } else { 400 });
        Ok(given.or_else(implied))
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

/// Whether a text can be a header's name: a token (RFC 9110, section 5.6.2).
pub(crate) fn is_header_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b))
}

/// Whether a text can be an element's or attribute's name, of the letters that Smithy allows (Smithy 2.0, `xmlName`).
fn is_xml_name(name: &str) -> bool {
    let is_part = |part: &str| {
        let mut letters = part.chars();
        letters.next().is_some_and(|c| c.is_ascii_alphabetic() || c == '_')
            && letters.all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'))
    };
    match name.split_once(':') {
        Some((prefix, local)) => is_part(prefix) && is_part(local),
        None => is_part(name),
    }
}

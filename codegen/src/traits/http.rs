//! Traits that say what of a message stands where in HTTP, and who sends it.

use super::{BadTrait, HEADERS};
use crate::ast::Traits;
use crate::diagnostic::Span;
use serde_json::Value;

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

impl Traits {
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

    /// The status of an error's answer: `httpError`, else what `error` implies.
    pub(crate) fn error_status(&self) -> Result<Option<u16>, BadTrait> {
        let given = self.read("httpError", "an HTTP status", |value| {
            u16::try_from(value.as_u64()?).ok().filter(|status| (100..600).contains(status))
        })?;
        let implied = || self.get("error").map(|found| if found.value == "server" { 500 } else { 400 });
        Ok(given.or_else(implied))
    }
}

/// Whether a text can be a header's name: a token (RFC 9110, section 5.6.2).
pub(crate) fn is_header_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b))
}

//! What a generated operation declares, and the protocol-neutral request that comes of it.
//!
//! In: a generated input (it implements [`Operation`]). Out: a [`Request`] for the one send path in
//! [`client`](crate::client), and the parsed output or service error on the way back.

use crate::body::{Built, MemberReader, Members, parse, set_text};
use crate::client::Discover;
pub use crate::endpoint::EndpointParams;
use crate::endpoint::{ContextParams, EndpointMember, is_valid_host_label};
use crate::error::said::Said;
use crate::error::{BoxError, ErrorMetadata, InputError};
use crate::http::{Answer, RequestParts};
use crate::primitives::{ByteStream, SdkBody};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use http::HeaderValue;

/// What is the same for every operation of one service: one `static` per generated crate.
#[derive(Debug)]
pub struct Service {
    /// The service's SDK ID (`aws.api#service`), e.g. `Wickr`. Names it in errors, traces and
    /// service-specific settings such as `AWS_ENDPOINT_URL_WICKR`.
    pub sdk_id: &'static str,
    /// The version of the API, e.g. `2024-02-01`.
    pub api_version: &'static str,
    /// The generated crate's own version, for the user agent.
    pub package_version: &'static str,
    /// The name that requests are signed for (`aws.auth#sigv4`).
    pub signing_name: &'static str,
    /// Resolves the endpoint from the service's own rules.
    pub endpoint: fn(&crate::endpoint::BuiltIns) -> Result<crate::endpoint::Endpoint, crate::endpoint::ResolveError>,
    /// Whether the rules read the account of the credentials, so that these have to be loaded before.
    pub endpoint_by_account: bool,
    /// The media type of requests' bodies.
    pub content_type: &'static str,
    /// Headers that every request has.
    pub headers: &'static [(&'static str, &'static str)],
    /// Error codes that the model marks with `smithy.api#retryable`.
    pub retryable_errors: &'static [Retryable],
}

/// An error code that its model marks as worth another attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retryable {
    /// The error's code on the wire.
    pub code: &'static str,
    /// Whether the error means that the caller is being throttled.
    pub throttling: bool,
}

/// What a repeated call may do, from the model's `readonly`, `idempotent` and `idempotencyToken` traits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Changes nothing.
    ReadOnly,
    /// Calling again has no effect beyond the first call's.
    Idempotent,
    /// Carries a token by which the service recognizes a repeated call.
    Token,
    /// Each call that arrives may take effect.
    Plain,
}

/// What is fixed about one operation: one constant per generated operation.
#[derive(Debug)]
pub struct Metadata {
    /// The service that it belongs to.
    pub service: &'static Service,
    /// The operation's name in the model, e.g. `GetNetwork`.
    pub name: &'static str,
    /// The HTTP method.
    pub method: &'static str,
    /// The URI pattern of `smithy.api#http`, e.g. `/networks/{networkId}`.
    pub uri: &'static str,
    /// What a repeated call may do.
    pub effect: Effect,
}

/// A request before an endpoint, a signature and a transport have been chosen for it.
#[derive(Debug)]
#[non_exhaustive]
pub struct Request {
    /// The operation.
    pub metadata: &'static Metadata,
    /// Path, query, headers and body, as the operation's bindings made them.
    pub parts: RequestParts,
    /// How it says who calls.
    pub auth: Auth,
    /// What goes before the endpoint's host.
    pub host_prefix: Option<String>,
    /// The endpoint that the input names, if it does.
    pub endpoint: Option<EndpointMember>,
    /// The body, where it is a stream; `parts` has none then.
    pub stream: Option<ByteStream>,
    /// What tells of its endpoint, where that has to be asked for.
    pub discover: Option<Discover>,
    /// How its bodies travel.
    pub transfer: Transfer,
    /// Whether the answer's body is handed on as it arrives.
    pub answer_streams: bool,
    /// What the operation says about its endpoint.
    pub endpoint_params: ContextParams,
    /// What it is sent through in place of the client's own connections.
    #[cfg(feature = "test-util")]
    pub(crate) connector: Option<crate::transport::SharedHttpConnector>,
}

impl Request {
    /// A signed request with a body in memory, or none.
    pub fn new(metadata: &'static Metadata, parts: RequestParts) -> Self {
        Request {
            metadata,
            parts,
            auth: Auth::SIGV4,
            host_prefix: None,
            endpoint: None,
            stream: None,
            discover: None,
            transfer: Transfer::PLAIN,
            answer_streams: false,
            endpoint_params: ContextParams::default(),
            #[cfg(feature = "test-util")]
            connector: None,
        }
    }

    /// What it is sent through in place of the client's own connections, if a test says so.
    #[cfg(feature = "test-util")]
    pub(crate) fn take_connector(&mut self) -> Option<crate::transport::SharedHttpConnector> {
        self.connector.take()
    }

    /// Nothing outside tests.
    #[cfg(not(feature = "test-util"))]
    pub(crate) fn take_connector(&mut self) -> Option<crate::transport::SharedHttpConnector> {
        None
    }
}

/// How an operation's bodies travel, beside what HTTP says.
#[derive(Clone, Copy, Debug)]
pub struct Transfer {
    /// The checksum that requests have of their body.
    pub checksum: Option<Checksum>,
    /// Whether a stream has to say how long it is before it is sent (`smithy.api#requiresLength`).
    pub requires_length: bool,
    /// Whether the signature leaves the body out (`aws.auth#unsignedPayload`).
    pub unsigned_payload: bool,
    /// What compresses requests with gzip (`smithy.api#requestCompression`).
    pub gzip: Option<Compress>,
}

impl Transfer {
    /// No checksum; the body is signed and not compressed.
    pub const PLAIN: Self = Self { checksum: None, requires_length: false, unsigned_payload: false, gzip: None };
}

/// Compresses a body; `None` if it is to be sent as it is.
pub type Compress = fn(&[u8]) -> Option<Vec<u8>>;

/// A checksum of a request's body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checksum {
    /// `Content-MD5` (`smithy.api#httpChecksumRequired`).
    ContentMd5,
    /// Amazon S3 Glacier's `x-amz-content-sha256` and `x-amz-sha256-tree-hash`.
    TreeHash,
}

/// What an operation puts before the endpoint's host: `data-{accountId}.` (Smithy 2.0, "endpoint trait").
#[derive(Clone, Debug)]
pub struct HostPrefix {
    text: String,
    problems: InputError,
}

impl HostPrefix {
    /// A prefix from its pattern.
    pub fn new(pattern: &str) -> Self {
        HostPrefix { text: pattern.to_owned(), problems: InputError::default() }
    }

    /// Replaces the label `name` by the member `field`'s value. The value has to be one label of a host name, so that
    /// it can't lead to another host.
    pub fn label(mut self, name: &str, field: &'static str, value: Option<&str>) -> Self {
        match value {
            None => {
                self.problems.missing(field);
            }
            Some(value) if is_valid_host_label(value, false) => {
                self.text = self.text.replace(&format!("{{{name}}}"), value);
            }
            Some(value) => {
                self.problems.invalid(field, format!("is {value:?}, which can't be a part of a host's name"));
            }
        }
        self
    }

    fn finish(self) -> Result<String, InputError> {
        self.problems.or(self.text)
    }
}

/// How an operation's requests say who calls: the schemes that it takes, the preferred first (Smithy 2.0,
/// "Authentication traits").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Auth {
    /// The schemes. Of those whose identity the config has, the first is used.
    pub schemes: &'static [Scheme],
    /// Whether a request without any may be sent (`smithy.api#optionalAuth`).
    pub optional: bool,
}

impl Auth {
    /// Signed, always; without credentials nothing is sent.
    pub const SIGV4: Self = Self { schemes: &[Scheme::SigV4], optional: false };
    /// Signed if there are credentials.
    pub const OPTIONAL: Self = Self { schemes: &[Scheme::SigV4], optional: true };
    /// With a bearer token, always.
    pub const BEARER: Self = Self { schemes: &[Scheme::Bearer], optional: false };
    /// As it is, always.
    pub const NONE: Self = Self { schemes: &[], optional: true };
}

/// A scheme of authentication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// `aws.auth#sigv4`.
    SigV4,
    /// `smithy.api#httpBearerAuth`: the header `Authorization: Bearer …`.
    Bearer,
}

/// Where in an input or output the stream stands, if there is one.
pub type StreamIn<T> = Option<fn(&mut T) -> &mut ByteStream>;

/// An operation's input: says what is fixed about the operation and where each member goes.
///
/// Generated code implements it; programs use it through `Client::send`, or as a bound.
pub trait Operation: Members + std::fmt::Debug + Sized + Send + Sync + 'static {
    /// What a successful call returns.
    type Output: Output;
    /// The service's errors.
    type Error: crate::error::ServiceError;
    /// What is fixed about the operation.
    const METADATA: &'static Metadata;

    /// The value of the header `X-Amz-Target`, for protocols that tell operations apart by it. Their requests always have
    /// a body.
    const TARGET: Option<&'static str> = None;

    /// How requests say who calls.
    const AUTH: Auth = Auth::SIGV4;

    /// What tells of the endpoint, where that has to be asked for (`aws.api#clientDiscoveredEndpoint`).
    const DISCOVER: Option<Discover> = None;

    /// How bodies travel.
    const TRANSFER: Transfer = Transfer::PLAIN;

    /// The member that is the request's body, as a stream (`smithy.api#streaming`).
    const REQUEST_STREAM: StreamIn<Self> = None;

    /// The output's member that is the answer's body, as a stream.
    const RESPONSE_STREAM: StreamIn<Self::Output> = None;

    /// What goes before the endpoint's host (`smithy.api#endpoint`).
    fn host_prefix(&self) -> Option<HostPrefix> {
        None
    }

    /// What the operation says about its endpoint: values for parameters of the service's rules.
    fn endpoint_params(&self) -> EndpointParams {
        EndpointParams::new()
    }

    /// The endpoint that a member names, where requests go rather than to the service's own.
    fn endpoint(&self) -> Option<EndpointMember> {
        None
    }

    /// Builds the request. `token` supplies an idempotency token for an input that has none; it is called at most
    /// once. A stream goes from the input into the request; all else stays.
    ///
    /// # Errors
    /// Everything that is wrong with the input.
    fn build_request(&mut self, token: &mut dyn FnMut() -> String) -> Result<Request, InputError> {
        let service = Self::METADATA.service;
        let mut parts = crate::http::build(self, Self::METADATA.uri, service.content_type, token)?;
        if let Some(target) = Self::TARGET {
            parts.always_with_body(service.content_type);
            parts.headers.insert("x-amz-target", HeaderValue::from_static(target));
        }
        for (name, value) in service.headers {
            parts.headers.insert(*name, HeaderValue::from_static(value));
        }
        let host_prefix = self.host_prefix().map(HostPrefix::finish).transpose()?;
        let endpoint_params = self.endpoint_params().finish()?;
        let endpoint = self.endpoint().map(EndpointMember::checked).transpose()?;
        Ok(Request {
            auth: Self::AUTH,
            host_prefix,
            endpoint_params,
            endpoint,
            stream: Self::REQUEST_STREAM.map(|stream| std::mem::take(stream(self))),
            discover: Self::DISCOVER,
            transfer: Self::TRANSFER,
            answer_streams: Self::RESPONSE_STREAM.is_some(),
            ..Request::new(Self::METADATA, parts)
        })
    }

    /// Reads the output of a successful response. A stream goes from the response into the output.
    ///
    /// # Errors
    /// The body is not what the model says.
    fn parse_response(response: &mut HttpResponse) -> Result<Self::Output, BoxError> {
        let mut output = read_answer::<Self::Output>(&Answer::new(response))?.corrected();
        output.set_request_id(crate::error::decode::request_id(response.headers()).map(str::to_owned));
        if let Some(stream) = Self::RESPONSE_STREAM {
            *stream(&mut output) = std::mem::replace(response.body_mut(), SdkBody::taken()).into();
        }
        Ok(output)
    }
}

/// Reads what an answer holds, in its body and elsewhere.
fn read_answer<T: Built + Members>(answer: &Answer<'_>) -> Result<T::Builder, BoxError> {
    let mut builder = if T::HAS_BODY { parse::<T::Builder>(answer.body())? } else { T::Builder::default() };
    builder.read_http(answer)?;
    Ok(builder)
}

/// What an operation returns.
pub trait Output: Built + Members + Send + Sync + 'static {
    /// Keeps the ID by which the service knows the request.
    fn set_request_id(&mut self, id: Option<String>);
}

/// Reads an error that the model describes. `meta` has its code and message, however the response spelt them. A body
/// that doesn't fit the model gives an error without members rather than none.
#[doc(hidden)]
pub fn modeled<T: Built + Members>(response: &HttpResponse, meta: &ErrorMetadata) -> T {
    let answer = Answer::new(response);
    let body = if T::HAS_BODY { parse::<T::Builder>(answer.body()).ok() } else { None };
    // Without its members, what a body says of the message still counts; it is in `meta` already.
    let said = if body.is_some() { Said::of(answer.body()) } else { Said::default() };
    let mut builder = body.unwrap_or_default();
    // Headers that don't fit are left out, as a body is.
    let _ = builder.read_http(&answer);
    if let Some(message) = meta.message() {
        // Whatever the body calls it, a member for the message has one; the body's own spelling comes first.
        for name in ["message", "Message"] {
            if !said.has(name) {
                set_text(&mut builder, name, message);
            }
        }
    }
    builder.corrected()
}

#[cfg(test)]
mod tests {
    use super::HostPrefix;

    #[test]
    fn a_host_label_is_one_label() {
        let prefix = |value| HostPrefix::new("data-{account}.").label("account", "account", value).finish();
        assert_eq!(prefix(Some("12")).as_deref(), Ok("data-12."));
        for value in ["evil.example/", "a.b", "", "-"] {
            assert!(prefix(Some(value)).is_err(), "{value}");
        }
        assert!(prefix(None).is_err());
    }
}

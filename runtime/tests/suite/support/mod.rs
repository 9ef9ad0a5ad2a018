//! A tiny service for the send path's tests: two operations, one error type, a scripted server on loopback.
#![allow(dead_code, unused_imports, reason = "each test uses a part")]

pub mod agent;
#[cfg(feature = "test-util")]
pub mod depot;
pub mod environment;
#[cfg(feature = "test-util")]
pub mod garden;
pub mod judge;
pub mod keeping;
pub mod library;
pub mod listener;
pub mod network;
pub mod scheme;
pub mod server;
#[cfg(feature = "test-util")]
pub mod shelf;
pub mod time;
pub mod trusted;

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use bytes::Bytes;
use sdk_runtime::client::{BoxFuture, CustomizableOperation, CustomizableSend, Handle, SendResult};
use sdk_runtime::client::{Operation, Output, Request, RequestIds};
use sdk_runtime::codec::{Built, MemberReader, Unread};
use sdk_runtime::config::{Builder, Config, Credentials, Region};
use sdk_runtime::declare::{Auth, Effect, Metadata, Retryable, Service};
use sdk_runtime::endpoint::{BuiltIns, Endpoint, ResolveError};
use sdk_runtime::error::{
    BoxError, CreateUnhandledError, ErrorMetadata, InputError, ProvideErrorMetadata, ServiceError, Unhandled,
    fmt_service_error,
};
use sdk_runtime::http::RequestParts;
use std::fmt::{self, Display, Formatter};

pub static SERVICE: Service = Service {
    sdk_id: "Tiny Things",
    api_version: "2024-02-01",
    package_version: "0.1.0",
    signing_name: "tiny",
    endpoint: resolve,
    endpoint_by_account: false,
    content_type: "application/json",
    headers: &[],
    retryable_errors: &[Retryable { code: "RateLimitError", throttling: true }],
};

fn resolve(built_ins: &BuiltIns) -> Result<Endpoint, ResolveError> {
    match (&built_ins.endpoint, &built_ins.region) {
        (Some(url), _) => Ok(Endpoint::new(url)),
        (None, Some(region)) => Ok(Endpoint::new(format!("https://tiny.{region}.example.com"))),
        (None, None) => Err(ResolveError::new("Invalid Configuration: Missing Region")),
    }
}

/// Reads a thing; may be repeated.
#[derive(Clone, Debug, Default)]
pub struct GetThing {
    pub id: Option<String>,
}

/// Makes a thing; each call that arrives makes one.
#[derive(Clone, Debug, Default)]
pub struct CreateThing {
    pub body: &'static str,
}

pub static GET: Metadata =
    Metadata { service: &SERVICE, name: "GetThing", method: "GET", uri: "/things/{id}", effect: Effect::ReadOnly };
static CREATE: Metadata =
    Metadata { service: &SERVICE, name: "CreateThing", method: "POST", uri: "/things", effect: Effect::Plain };

impl Operation for GetThing {
    type Output = Answer;
    type Error = Error;
    const METADATA: &'static Metadata = &GET;

    fn build_request(&mut self, _: &mut dyn FnMut() -> String) -> Result<Request, InputError> {
        let Some(id) = &self.id else {
            let mut error = InputError::new();
            error.missing("id");
            return Err(error);
        };
        Ok(Request::new(&GET, parts(format!("/things/{id}"), "")))
    }

    fn parse_response(response: &mut HttpResponse) -> Result<Self::Output, BoxError> {
        Answer::parse(response)
    }
}

impl Operation for CreateThing {
    type Output = Answer;
    type Error = Error;
    const METADATA: &'static Metadata = &CREATE;

    fn build_request(&mut self, _: &mut dyn FnMut() -> String) -> Result<Request, InputError> {
        Ok(Request::new(&CREATE, parts("/things".into(), self.body)))
    }

    fn parse_response(_: &mut HttpResponse) -> Result<Self::Output, BoxError> {
        Ok(Answer::default())
    }
}

/// These make and read their messages by hand and list no members.
macro_rules! by_hand {
    ($($input:ty),+) => { $(
        impl sdk_runtime::codec::Members for $input {
            const NAME: &'static str = stringify!($input);
            const HAS_BODY: bool = false;

            fn write_members<W: sdk_runtime::codec::MemberWriter>(&self, _: &mut W) -> Result<(), W::Error> {
                Ok(())
            }
        }
    )+ };
}
pub(crate) use by_hand;

/// Operations that get a thing, each with its own way to say who calls: `asking! { Name: Auth::NONE; }`.
macro_rules! asking {
    ($($name:ident: $auth:expr;)+) => { $(
        #[derive(Debug, Default)]
        struct $name;

        $crate::support::by_hand!($name);

        impl sdk_runtime::client::Operation for $name {
            type Output = $crate::support::Answer;
            type Error = $crate::support::Error;
            const METADATA: &'static sdk_runtime::declare::Metadata = &$crate::support::GET;

            fn build_request(
                &mut self,
                token: &mut dyn FnMut() -> String,
            ) -> Result<sdk_runtime::client::Request, sdk_runtime::error::InputError> {
                let mut request = $crate::support::get("1").build_request(token)?;
                request.auth = $auth;
                Ok(request)
            }

            fn parse_response(
                _: &mut sdk_runtime::config::http::HttpResponse,
            ) -> Result<$crate::support::Answer, sdk_runtime::error::BoxError> {
                Ok($crate::support::Answer::default())
            }
        }
    )+ };
}
pub(crate) use asking;

by_hand!(GetThing, CreateThing, Answer);

/// Any JSON.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer(pub serde_json::Value);

impl Answer {
    pub fn parse(response: &HttpResponse) -> Result<Self, BoxError> {
        Ok(Self(serde_json::from_slice(response.body().bytes().unwrap_or_default())?))
    }
}

impl Output for Answer {
    fn set_request_ids(&mut self, _: RequestIds) {}
}

impl Built for Answer {
    type Builder = AnswerBuilder;
}

#[derive(Debug, Default)]
pub struct AnswerBuilder;

impl MemberReader for AnswerBuilder {
    type Structure = Answer;
    const NAME: &'static str = "Answer";
    const STRICT: bool = false;

    fn read_member<U: Unread>(&mut self, _: &str, _: &mut U) -> Result<(), U::Error> {
        Ok(())
    }

    fn missing(&self) -> Vec<&'static str> {
        Vec::new()
    }

    fn corrected(self) -> Answer {
        Answer::default()
    }
}

fn parts(path: String, body: &'static str) -> RequestParts {
    let mut headers = http::HeaderMap::new();
    let content_type = (!body.is_empty()).then_some("application/json");
    if let Some(content_type) = content_type {
        headers.insert("content-type", http::HeaderValue::from_static(content_type));
    }
    RequestParts {
        path,
        verbatim: false,
        query: String::new(),
        headers,
        body: Bytes::from_static(body.as_bytes()),
        content_type,
    }
}

/// The service's errors.
#[derive(Debug)]
pub enum Error {
    NotFound(ErrorMetadata),
    Unhandled(Unhandled),
}

impl ServiceError for Error {
    fn from_response(meta: ErrorMetadata, _: &HttpResponse) -> Self {
        match meta.code() {
            Some("NotFoundError") => Self::NotFound(meta),
            _ => Self::Unhandled(Unhandled::from_meta(meta)),
        }
    }
}

impl CreateUnhandledError for Error {
    fn create_unhandled_error(source: BoxError, meta: Option<ErrorMetadata>) -> Self {
        Self::Unhandled(Unhandled::new(source, meta))
    }
}

impl ProvideErrorMetadata for Error {
    fn meta(&self) -> &ErrorMetadata {
        match self {
            Self::NotFound(meta) => meta,
            Self::Unhandled(unhandled) => unhandled.meta(),
        }
    }
}

impl Display for Error {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound(meta) => fmt_service_error(meta, Some("NotFoundError"), f),
            Self::Unhandled(unhandled) => unhandled.fmt(f),
        }
    }
}

impl std::error::Error for Error {}

/// What a generated fluent builder is to the runtime.
pub struct Call<O> {
    pub handle: Handle,
    pub input: O,
}

impl<O: Operation> CustomizableSend<O::Output, O::Error> for Call<O> {
    fn send_customized(self, changes: Builder) -> BoxFuture<SendResult<O::Output, O::Error>> {
        let handle = self.handle.with_override(changes);
        Box::pin(async move {
            let mut input = self.input;
            handle.send(&mut input).await
        })
    }
}

impl<O: Operation> Call<O> {
    pub fn customize(self) -> CustomizableOperation<O::Output, O::Error, Self> {
        CustomizableOperation::new(self)
    }
}

/// A config for a server on loopback.
pub fn config(url: &str) -> Builder {
    Config::builder()
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::new("AKIDEXAMPLE", "very-secret", None, None, "test"))
        .endpoint_url(url)
        .random_seed(1)
}

pub fn get(id: &str) -> GetThing {
    GetThing { id: Some(id.into()) }
}

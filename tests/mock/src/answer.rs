//! What is answered, and how it looks in HTTP.
//!
//! In: what a handler returned. Out: a response with JSON, `x-amzn-requestid`, and for an error `x-amzn-errortype`.

use bytes::Bytes;
use http::{HeaderValue, Response, StatusCode, header};
use http_body_util::Full;
use serde_json::Value;

/// Why a request is not granted, before a service has put it in its own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    /// Nothing says who asks.
    Unauthorized(&'static str),
    /// The request can't be read, or does not apply.
    Malformed(String),
    /// Fields hold what they may not hold.
    Invalid(Vec<Reason>),
    /// It names something that isn't there.
    NotFound(&'static str),
    /// It means no operation.
    UnknownOperation(String),
    /// Its body is larger than is read.
    TooLarge,
}

/// One field at fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reason {
    /// The field's path of wire names.
    pub(crate) field: String,
    /// What to do instead.
    pub(crate) reason: String,
}

impl Reason {
    pub(crate) fn new(field: impl Into<String>, reason: impl Into<String>) -> Self {
        Self { field: field.into(), reason: reason.into() }
    }
}

/// A problem in a service's own words.
#[derive(Clone, Debug)]
pub(crate) struct Fault {
    pub(crate) status: StatusCode,
    /// The error's name in the model.
    pub(crate) code: &'static str,
    pub(crate) body: Value,
}

/// A response but for the request's ID.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    code: Option<&'static str>,
    body: Value,
}

impl From<Result<Value, Fault>> for Answer {
    fn from(result: Result<Value, Fault>) -> Self {
        match result {
            Ok(body) => Self { status: StatusCode::OK, code: None, body },
            Err(Fault { status, code, body }) => Self { status, code: Some(code), body },
        }
    }
}

impl Answer {
    /// The response. `request_id` must be fit for a header, as a UUID is; otherwise it is left out.
    pub(crate) fn into_response(self, request_id: &str) -> Response<Full<Bytes>> {
        let mut response = Response::new(Full::new(Bytes::from(self.body.to_string())));
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
        if let Ok(id) = HeaderValue::try_from(request_id) {
            headers.insert("x-amzn-requestid", id);
        }
        if let Some(code) = self.code {
            headers.insert("x-amzn-errortype", HeaderValue::from_static(code));
        }
        response
    }
}

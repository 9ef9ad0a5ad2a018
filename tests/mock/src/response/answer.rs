//! What is answered, but for the request's ID.

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Response, StatusCode, header};
use http_body_util::Full;
use serde_json::Value;

/// A response but for the request's ID.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    /// Why it isn't the operation's output.
    pub(crate) why: Option<String>,
}

impl Answer {
    /// An error: its name in the model, and its body.
    pub(crate) fn error(status: StatusCode, code: &str, body: &Value, why: String) -> Self {
        let mut headers = HeaderMap::with_capacity(4);
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
        if let Ok(code) = HeaderValue::try_from(code) {
            headers.insert("x-amzn-errortype", code);
        }
        Self { status, headers, body: Bytes::from(body.to_string()), why: Some(why) }
    }

    /// The response.
    pub(crate) fn into_response(self) -> Response<Full<Bytes>> {
        let mut response = Response::new(Full::new(self.body));
        *response.status_mut() = self.status;
        *response.headers_mut() = self.headers;
        response
    }
}

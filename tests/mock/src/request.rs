//! A request as it arrived.

use bytes::Bytes;
use http::HeaderMap;
use serde_json::Value;

/// A request that the mock service received, and what became of it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct RecordedRequest {
    /// The HTTP method.
    pub method: String,
    /// The path, still percent-encoded.
    pub path: String,
    /// The query string without `?`, still encoded; empty where there is none.
    pub query: String,
    /// The headers.
    pub headers: HeaderMap,
    /// The body; empty where there is none, or where it was too large to be read.
    pub body: Bytes,
    /// The operation that the request means, if it means one.
    pub operation: Option<&'static str>,
    /// The status of the answer.
    pub status: u16,
}

impl RecordedRequest {
    /// Method, path and query: `GET /networks?maxResults=2`.
    pub fn line(&self) -> String {
        let mark = if self.query.is_empty() { "" } else { "?" };
        format!("{} {}{mark}{}", self.method, self.path, self.query)
    }

    /// A header's value, if it is there and is text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The body, if it is JSON.
    pub fn json(&self) -> Option<Value> {
        serde_json::from_slice(&self.body).ok()
    }
}

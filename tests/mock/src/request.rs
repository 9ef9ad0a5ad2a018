//! A request as it arrived, and what became of it.

use bytes::Bytes;
use http::HeaderMap;
use serde_json::Value;
use std::sync::Arc;
use std::time::Duration;

/// A request that the mock service received, and what became of it.
#[derive(Clone, Debug, Default)]
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
    pub operation: Option<Arc<str>>,
    /// The status of the answer; 0 where there was none, because the connection was reset on purpose.
    pub status: u16,
    /// Why the request was not granted: the constraint that it breaks, what is wrong with its signature.
    pub why: Option<String>,
    /// How long the answer took, from when the request was there as a whole.
    pub took: Duration,
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

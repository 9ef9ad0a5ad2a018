//! A request as it arrived, and what became of it.

use bytes::Bytes;
use http::HeaderMap;
use serde_json::Value;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// A request that the mock service received, and what became of it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct RecordedRequest {
    /// Which request of the service's it is, counted from 1.
    pub number: u64,
    /// When it had arrived as a whole.
    pub at: SystemTime,
    /// The HTTP method.
    pub method: String,
    /// The path, still percent-encoded.
    pub path: String,
    /// The query string without `?`, still encoded; empty where there is none.
    pub query: String,
    /// The headers.
    pub headers: HeaderMap,
    /// The body; empty where there is none, where it was too large to be read, and where it has more than 64 KiB and the
    /// request was not granted. Of a stream of events, the first 64 KiB.
    pub body: Bytes,
    /// How many bytes the body had; 0 where it was too large to be read.
    pub body_size: usize,
    /// The events that the client sent, as [`Heard::Event`](crate::Heard::Event) has them: the first 64 KiB of them.
    pub events: Vec<Value>,
    /// The operation that the request means, if it means one.
    pub operation: Option<Arc<str>>,
    /// The status of the answer; 0 where there was none, because the connection was reset on purpose.
    pub status: u16,
    /// The answer's body; empty where there is none, and where it has more than 64 KiB.
    pub answer: Bytes,
    /// How many bytes the answer's body had.
    pub answer_size: usize,
    /// Why the request was not granted: the constraint that it breaks, what is wrong with its signature.
    pub why: Option<String>,
    /// How long the answer took, from when the request was there as a whole.
    pub took: Duration,
}

impl Default for RecordedRequest {
    fn default() -> Self {
        Self {
            number: 0,
            at: UNIX_EPOCH,
            method: String::new(),
            path: String::new(),
            query: String::new(),
            headers: HeaderMap::new(),
            body: Bytes::new(),
            body_size: 0,
            events: Vec::new(),
            operation: None,
            status: 0,
            answer: Bytes::new(),
            answer_size: 0,
            why: None,
            took: Duration::ZERO,
        }
    }
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

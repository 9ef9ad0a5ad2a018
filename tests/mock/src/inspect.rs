//! What a service shows of itself: `/_mock` for people, `/_mock.json` for programs. Neither is recorded.

use crate::html;
use crate::server::Shared;
use bytes::Bytes;
use http::request::Parts;
use http::{HeaderValue, Response, header};
use http_body_util::Full;
use serde_json::{Value, json};

/// How many requests are shown, the latest first.
const SHOWN: usize = 100;

/// The page that a request asks for, if it asks for one of the mock's own.
pub(crate) fn page(head: &Parts, shared: &Shared) -> Option<Response<Full<Bytes>>> {
    let (kind, text) = match head.uri.path() {
        "/_mock.json" => ("application/json", overview(shared).to_string()),
        "/_mock" | "/_mock/" => {
            ("text/html; charset=utf-8", html::page(&overview(shared), &shared.service.model.sensitive))
        }
        _ => return None,
    };
    let mut response = Response::new(Full::new(Bytes::from(text)));
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    Some(response)
}

/// Tables of records, as a seed has them.
pub(crate) fn state(shared: &Shared) -> Value {
    shared.store().tables().map(|(path, records)| (path, json!(records))).collect()
}

fn overview(shared: &Shared) -> Value {
    let model = &shared.service.model;
    let routes = model
        .operations
        .iter()
        .map(|operation| json!({ "operation": &*operation.name, "method": operation.method, "path": operation.path }));
    let routes: Vec<_> = routes.collect();
    let requests = shared.history();
    let recent = requests.iter().rev().take(SHOWN).map(|request| {
        json!({
            "method": request.method,
            "path": request.path,
            "operation": request.operation.as_deref(),
            "status": request.status,
            "why": request.why,
            "microseconds": u64::try_from(request.took.as_micros()).unwrap_or(u64::MAX),
        })
    });
    let recent: Vec<_> = recent.collect();
    let count = requests.count();
    drop(requests);
    json!({
        "service": model.title,
        "routes": routes,
        "unchecked_patterns": model.unchecked,
        "request_count": count,
        "requests": recent,
        "state": state(shared),
    })
}

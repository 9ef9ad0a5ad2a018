//! What a service shows of itself: `/_mock` for people, `/_mock.json` for programs; and `POST /_mock/reset`, which goes back
//! to the beginning. None of them is recorded.
//!
//! In: a request's head. Out: a page, if it asks for one of the mock's own.
//!
//! | file | knows |
//! |---|---|
//! | `guard` | who may see the pages: this machine, and no other page in its browser |
//! | `html` | the page, built as a whole; `page.js` and `page.css` are in it |
//! | `bodies` | the bodies of a request and of its answer as text, without secrets |
//! | `secrets` | what is not for showing |
//! | `escape` | text that is no markup |

mod bodies;
mod escape;
mod guard;
mod html;
mod secrets;

use crate::model::Model;
use crate::request::RecordedRequest;
use crate::service::Running;
use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use bytes::Bytes;
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Response, StatusCode, header};
use http_body_util::Full;
use secrets::Secrets;
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::SystemTime;

/// How many requests are shown, the latest first.
const SHOWN: usize = 100;

const HTML: &str = "text/html; charset=utf-8";
const JSON: &str = "application/json";
const TEXT: &str = "text/plain; charset=utf-8";

/// One of the mock's own answers.
struct Page {
    status: StatusCode,
    kind: &'static str,
    text: String,
    headers: HeaderMap,
}

impl Page {
    fn new(status: StatusCode, kind: &'static str, text: impl Into<String>) -> Self {
        Self { status, kind, text: text.into(), headers: HeaderMap::new() }
    }

    fn with(mut self, name: HeaderName, value: &str) -> Self {
        if let Ok(value) = HeaderValue::try_from(value) {
            self.headers.insert(name, value);
        }
        self
    }

    fn into_response(self) -> Response<Full<Bytes>> {
        let mut response = Response::new(Full::new(Bytes::from(self.text)));
        *response.status_mut() = self.status;
        *response.headers_mut() = self.headers;
        for (name, value) in [
            (header::CONTENT_TYPE, self.kind),
            (header::CONTENT_SECURITY_POLICY, html::POLICY.as_str()),
            (header::CACHE_CONTROL, "no-store"),
            (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
            (header::X_FRAME_OPTIONS, "DENY"),
            // Not `no-referrer`: with it, forms say that they come from nowhere.
            (header::REFERRER_POLICY, "same-origin"),
            (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        ] {
            if let Ok(value) = HeaderValue::try_from(value) {
                response.headers_mut().insert(name, value);
            }
        }
        response
    }
}

/// The pages about a service that runs.
#[derive(Debug)]
pub(crate) struct Pages {
    running: Arc<Running>,
    /// What is not for showing.
    secrets: Secrets,
}

impl Pages {
    pub(crate) fn of(running: Arc<Running>) -> Self {
        let secrets = Secrets::of(&running.service.model);
        Self { running, secrets }
    }

    /// The answer to a request that asks for one of the mock's own pages.
    pub(crate) fn answer(&self, head: &Parts) -> Option<Response<Full<Bytes>>> {
        let path = head.uri.path();
        let is_own = path == "/_mock" || path == "/_mock.json" || path.starts_with("/_mock/");
        let page = match path {
            "/" if is_for_no_operation(head, self) => Page::new(StatusCode::OK, HTML, html::pointer(self)),
            _ if !is_own => return None,
            path => match guard::refusal(head) {
                Some(why) => Page::new(StatusCode::FORBIDDEN, TEXT, format!("{why}\n")),
                None => own(path, head, self),
            },
        };
        Some(page.into_response())
    }

    /// Tables of records, as a seed has them.
    pub(crate) fn state(&self) -> Value {
        self.running.store().tables().map(|(path, records)| (path, json!(records))).collect()
    }

    fn model(&self) -> &Model {
        &self.running.service.model
    }
}

/// Whether somebody looks at what is at the root, where the service has nothing.
fn is_for_no_operation(head: &Parts, pages: &Pages) -> bool {
    let request = RecordedRequest {
        method: head.method.as_str().to_owned(),
        path: head.uri.path().to_owned(),
        query: head.uri.query().unwrap_or_default().to_owned(),
        ..RecordedRequest::default()
    };
    let looks = matches!(head.method, Method::GET | Method::HEAD) && !head.headers.contains_key(header::AUTHORIZATION);
    looks && pages.running.service.meaning(&request).is_none()
}

fn own(path: &str, head: &Parts, pages: &Pages) -> Page {
    let methods = match path {
        "/_mock" | "/_mock/" | "/_mock.json" => "GET, HEAD",
        "/_mock/reset" => "POST",
        _ => return Page::new(StatusCode::NOT_FOUND, TEXT, "The mock has /_mock, /_mock.json and /_mock/reset.\n"),
    };
    if !methods.split(", ").any(|method| head.method.as_str() == method) {
        let text = format!("{path} takes {methods}.\n");
        return Page::new(StatusCode::METHOD_NOT_ALLOWED, TEXT, text).with(header::ALLOW, methods);
    }
    match path {
        "/_mock.json" => Page::new(StatusCode::OK, JSON, overview(pages).to_string()),
        "/_mock/reset" => {
            pages.running.reset();
            // A form goes back to its page; programs need none.
            match accepts_html(&head.headers) {
                true => Page::new(StatusCode::SEE_OTHER, TEXT, "").with(header::LOCATION, "/_mock"),
                false => Page::new(StatusCode::NO_CONTENT, TEXT, ""),
            }
        }
        _ => overview_page(&head.headers, pages),
    }
}

fn accepts_html(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).is_some_and(|accept| accept.contains("text/html"))
}

/// The page, unless the client has it as it is.
fn overview_page(headers: &HeaderMap, pages: &Pages) -> Page {
    let version = version(pages);
    let tag = format!("\"{version}\"");
    let page = match headers.get(header::IF_NONE_MATCH).is_some_and(|known| known == tag.as_str()) {
        true => Page::new(StatusCode::NOT_MODIFIED, HTML, ""),
        false => Page::new(StatusCode::OK, HTML, html::page(pages, &version)),
    };
    page.with(header::ETAG, &tag)
}

/// What changes whenever there is something new to show: only requests and resets change anything.
fn version(pages: &Pages) -> String {
    let history = pages.running.history();
    format!("{}-{}", history.resets(), history.count())
}

fn overview(pages: &Pages) -> Value {
    let model = pages.model();
    let routes = model
        .operations
        .iter()
        .map(|operation| json!({ "operation": &*operation.name, "method": operation.method, "path": operation.path }));
    let routes: Vec<_> = routes.collect();
    let history = pages.running.history();
    let recent = history.iter().rev().take(SHOWN).map(|request| {
        json!({
            "number": request.number,
            "at": time(request.at),
            "method": request.method,
            "path": request.path,
            "operation": request.operation.as_deref(),
            "status": request.status,
            "why": request.why,
            "microseconds": u64::try_from(request.took.as_micros()).unwrap_or(u64::MAX),
        })
    });
    let recent: Vec<_> = recent.collect();
    let count = history.count();
    drop(history);
    json!({
        "service": model.title,
        "routes": routes,
        "unchecked_patterns": model.unchecked,
        "request_count": count,
        "requests": recent,
        "state": pages.state(),
    })
}

/// A time to the millisecond, in UTC: `2026-03-01T09:30:00.125Z`.
fn time(at: SystemTime) -> String {
    let since = at.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let seconds = DateTime::from_secs(i64::try_from(since.as_secs()).unwrap_or_default());
    let text = seconds.fmt(Format::DateTime).unwrap_or_default();
    format!("{}.{:03}Z", text.trim_end_matches('Z'), since.subsec_millis())
}

//! The bodies of a request and of its answer as text, without secrets.
//!
//! In: a recorded request. Out: JSON, written in lines; of what can't be shown, how much there is and why it isn't. Nothing
//! but JSON is shown: in other text there is no telling what is a secret.

use super::Pages;
use crate::model::Operation;
use crate::request::RecordedRequest;
use serde_json::Value;
use std::io::Read;

/// How much of a body is shown, in bytes.
const SHOWN: usize = 8 * 1024;
/// How large a compressed body may be inside.
const LARGEST: u64 = 1024 * 1024;

/// The request's body.
pub(super) fn request(pages: &Pages, operation: Option<&Operation>, request: &RecordedRequest) -> String {
    let is_secret = operation.is_some_and(|operation| pages.secrets.is_secret_body(pages.model(), operation.input));
    let unzipped = match request.header("content-encoding") {
        Some(encoding) if encoding.eq_ignore_ascii_case("gzip") => unzipped(&request.body),
        _ => None,
    };
    // What a client says in a stream is shown as it was heard.
    let events = (!request.events.is_empty()).then(|| Value::Array(request.events.clone()).to_string().into_bytes());
    let bytes = events.as_deref().or(unzipped.as_deref()).unwrap_or(&request.body);
    body(pages, is_secret, bytes, request.body_size, |_| {})
}

/// The answer's body.
pub(super) fn answer(pages: &Pages, operation: Option<&Operation>, request: &RecordedRequest) -> String {
    let is_granted = (200..300).contains(&request.status);
    let is_secret =
        is_granted && operation.is_some_and(|operation| pages.secrets.is_secret_body(pages.model(), operation.output));
    body(pages, is_secret, &request.answer, request.answer_size, |answer| {
        // A refused signature is answered with the canonical request, and so with the query.
        if !is_granted {
            answer.as_object_mut().into_iter().flatten().for_each(|(_, value)| first_line(value));
        }
    })
}

fn body(pages: &Pages, is_secret: bool, bytes: &[u8], size: usize, change: impl FnOnce(&mut Value)) -> String {
    if size == 0 {
        return "empty".to_owned();
    }
    if is_secret {
        return format!("{size} bytes, which the model calls sensitive");
    }
    if bytes.is_empty() {
        return format!("{size} bytes, too many to be kept");
    }
    let Ok(mut value) = serde_json::from_slice::<Value>(bytes) else {
        return format!("{size} bytes that are not JSON");
    };
    change(&mut value);
    pages.secrets.hide(&mut value);
    shortened(serde_json::to_string_pretty(&value).unwrap_or_default())
}

fn shortened(mut text: String) -> String {
    if text.len() > SHOWN {
        let end = text.floor_char_boundary(SHOWN);
        let rest = text.len() - end;
        text.truncate(end);
        text.push_str(&format!("\n… and {rest} bytes more"));
    }
    text
}

fn first_line(value: &mut Value) {
    if let Value::String(text) = value
        && let Some((first, _)) = text.split_once('\n')
    {
        *text = format!("{first} …");
    }
}

fn unzipped(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut found = Vec::new();
    let read = flate2::read::GzDecoder::new(bytes).take(LARGEST).read_to_end(&mut found);
    read.is_ok().then_some(found)
}
